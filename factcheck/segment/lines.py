"""Paragraphs of a plain text: which line breaks end one, and which are only wrapping."""

from __future__ import annotations

import re
from itertools import pairwise

from factcheck.model import Span

# Mail and agency feeds wrap at 60 to 80 columns; 100 leaves room for wide editors,
# and a paragraph of one line is almost always longer.
_WIDEST_WRAP = 100
_BLANK = re.compile(r"\n[^\S\n]*(?:\n[^\S\n]*)+")
_ENDS = ".!?…”’\"'»):"
_GOES_ON = frozenset({
    "a", "an", "the", "of", "and", "or", "in", "on", "at", "to", "for", "by", "with", "from", "that",
    "which", "who", "as", "is", "are", "was", "were", "has", "have", "had", "its", "his", "her", "their",
})  # fmt: skip


def paragraphs(text: str) -> list[Span]:
    """Spans of the paragraphs, in order; between them there is only white space.

    A blank line always ends one. A single line break ends one unless the sentence
    plainly goes on (a small letter, or a comma or "the" before the break) or the
    text is hard-wrapped and the next word would not have fitted the line.
    """
    # "\r\n" and a lone "\r" are read as line breaks of the same length.
    even = text.replace("\r\n", " \n").replace("\r", "\n").replace("\u2028", "\n").replace("\u2029", "\n")
    width = _wrap_width(even)
    spans: list[Span] = []
    start = 0
    for gap in [*(m.span() for m in _BLANK.finditer(even)), (len(even), len(even))]:
        spans.extend(_lines(even, start, gap[0], width))
        start = gap[1]
    return [s for s in spans if even[s[0] : s[1]].strip()]


def _wrap_width(text: str) -> int:
    """Column the text is wrapped at; 0 if it is one paragraph a line.

    Wrapped text shows itself by lines that open with a small letter: at least a
    quarter of the breaks (running English has well over half) and no long line.
    """
    lines = [line.rstrip() for line in text.split("\n")]
    pairs = [(a, b) for a, b in pairwise(lines) if a.strip() and b.strip()]
    width = max((len(line) for pair in pairs for line in pair), default=0)
    lower = sum(b.lstrip()[0].islower() for _, b in pairs)
    return width if pairs and width <= _WIDEST_WRAP and lower * 4 >= len(pairs) else 0


def _lines(text: str, start: int, end: int, width: int) -> list[Span]:
    spans: list[Span] = []
    left = start
    at = text.find("\n", start, end)
    while at >= 0:
        stop = text.find("\n", at + 1, end)
        line_start = text.rfind("\n", left, at) + 1 or left
        if not _joins(text[line_start:at], text[at + 1 : stop if stop >= 0 else end], width):
            spans.append((left, at))
            left = at + 1
        at = stop
    return [*spans, (left, end)]


def _joins(line: str, following: str, width: int) -> bool:
    line, following = line.rstrip(), following.strip()
    if not line.strip() or not following:
        return True
    last = line.split()[-1].lower()
    if following[0].islower() and line[-1] not in _ENDS:
        return True
    if line[-1] in ",—–-" or last in _GOES_ON:
        return True
    return width > 0 and len(line) + 1 + len(following.split()[0]) > width
