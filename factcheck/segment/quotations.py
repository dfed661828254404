"""Where quotations begin and end, in any typography and over paragraphs."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from factcheck.model import Span

_DOUBLE = re.compile('[“”„‟«»"]')
_MARK = re.compile("[“”„‟«»\"‘']")
_OPENING = frozenset("“„‟«")
_CLOSING = frozenset("”»")
# British single quotation: it must close after a mark of punctuation, or every
# apostrophe of "the boys' coats" would close one. 600 characters are five long sentences;
# the bound keeps a text full of apostrophes linear.
_SINGLE = re.compile(r"[‘'](?<![\w.,!?].)(?=\w)(?P<said>[^“”\"\n]{1,600}?[.,!?])[’'](?=\s|$|[.,;])")
# How far a quotation may run without a mark; longer speeches reopen each paragraph.
_PARAGRAPHS_AHEAD = 8
# Shorter single-quoted strings are titles and scare quotes.
_SINGLE_WORDS = 3


class Piece(NamedTuple):
    """The part of a quotation in one paragraph, marks included.

    ``joined``: the same speech as the piece before it.
    """

    start: int
    end: int
    joined: bool = False


def find_quotations(text: str, paragraphs: Sequence[Span]) -> list[Piece]:
    """Quotations of ``text`` in order, one piece per paragraph they run through.

    A mark closes whatever mark opened, so “mixed" typography is read too. A paragraph
    that ends inside a quotation goes on in the next if that reopens the quotation or
    closes it before opening another.

    >>> text = "“We left. It was late,\\" she said."
    >>> [text[p.start:p.end] for p in find_quotations(text, [(0, len(text))])]
    ['“We left. It was late,"']
    """
    pieces: list[Piece] = []
    carried = False
    if _MARK.search(text) is None:
        return pieces
    for i, span in enumerate(paragraphs):
        found, still_open = _in_paragraph(text, span, carried)
        pieces.extend(found)
        carried = still_open and _goes_on(text, paragraphs[i + 1 : i + 1 + _PARAGRAPHS_AHEAD])
    return sorted(pieces, key=lambda p: p.start)


def _in_paragraph(text: str, span: Span, carried: bool) -> tuple[list[Piece], bool]:
    start, end = span
    pieces: list[Piece] = []
    opened: int | None = start if carried else None
    joined = carried
    marks = [m.start() for m in _DOUBLE.finditer(text, start, end)]
    for at in marks:
        reopens = joined and not text[start:at].strip()
        if opened is None:
            if not _closes(text, at):
                opened = at
        elif reopens or (_opens(text, at) and text[at] == '"'):
            opened = at
        elif text[at] not in _OPENING:
            pieces.append(Piece(opened, at + 1, joined))
            opened, joined = None, False
    if opened is not None:
        pieces.append(Piece(opened, end, joined))
    elif not marks:
        pieces.extend(
            Piece(m.start(), m.end())
            for m in _SINGLE.finditer(text, start, end)
            if len(m["said"].split()) >= _SINGLE_WORDS
        )
    return pieces, opened is not None


def _goes_on(text: str, following: Sequence[Span]) -> bool:
    for i, (start, end) in enumerate(following):
        mark = _DOUBLE.search(text, start, end)
        if mark is None:
            continue
        at_start = not text[start : mark.start()].strip()
        if at_start and text[mark.start()] not in _CLOSING:
            return i == 0
        return not _opens(text, mark.start())
    return False


def _opens(text: str, at: int) -> bool:
    """The mark has the shape of an opening one."""
    if text[at] != '"':
        return text[at] in _OPENING
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    return (not before.strip() or before in "([—–-:/") and bool(after.strip()) and after not in ",.;:)"


def _closes(text: str, at: int) -> bool:
    """The mark can only be a closing one."""
    if text[at] != '"':
        return text[at] in _CLOSING
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    return bool(before.strip()) and before not in "([—–-:/" and (not after.strip() or after in ",.;:)")
