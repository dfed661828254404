"""Items of a numbered or lettered list that run on in one paragraph."""

from __future__ import annotations

import re

from factcheck.model import Span

_BULLETS = "•·▪◦⁃‣"
_MARKER = re.compile(rf"\s*(?P<bullet>[{_BULLETS}]?)\s*\(?(?P<key>\d{{1,2}}|[a-z])(?P<mark>\.\)|[.)])")


def is_marker(text: str) -> bool:
    """Nothing but the marker of an item ("1.", "(b)", "• 9.")."""
    match = _MARKER.match(text)
    return match is not None and not text[match.end() :].strip()


def split_list(text: str, start: int, end: int) -> list[Span]:
    """``text[start:end]`` cut before each next item, if it opens with an item.

    >>> text = "1. Wash hands 2. Dry them"
    >>> [text[s:e] for s, e in split_list(text, 0, len(text))]
    ['1. Wash hands ', '2. Dry them']
    """
    spans: list[Span] = []
    opening = _MARKER.match(text, start, end)
    while opening is not None:
        following = _next_key(opening["key"])
        lead = re.escape(opening["bullet"]) + r"\s*" if opening["bullet"] else ""
        pattern = rf"(?<=\s){lead}\(?{following}{re.escape(opening['mark'])}(?=\s+[A-Z])"
        item = re.compile(pattern).search(text, opening.end(), end)
        if item is None:
            break
        spans.append((start, item.start()))
        start = item.start()
        opening = _MARKER.match(text, start, end)
    return [*spans, (start, end)]


def _next_key(key: str) -> str:
    return str(int(key) + 1) if key.isdigit() else chr(ord(key) + 1)
