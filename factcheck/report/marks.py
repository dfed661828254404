"""A passage with its facts marked where they stand."""

from __future__ import annotations

from collections.abc import Iterable

from factcheck.model import Span
from factcheck.report.view import visible

_BRACKETS = ("⟦", "⟧")
_UNDERLINE = ("\x1b[4m", "\x1b[24m")


def joined(spans: Iterable[Span]) -> list[Span]:
    """The spans in order; those that overlap are one, since underlines cannot nest.

    >>> joined([(8, 12), (0, 4), (2, 5), (5, 6)])
    [(0, 5), (5, 6), (8, 12)]
    """
    out: list[Span] = []
    for start, end in sorted(spans):
        if out and start < out[-1][1]:
            out[-1] = (out[-1][0], max(out[-1][1], end))
        else:
            out.append((start, end))
    return out


def marked(text: str, spans: Iterable[Span], color: bool = False) -> str:
    """The text on one line, every span in brackets, or underlined on a colour terminal.

    >>> marked("The bridge took 10 days to build.", [(16, 23)])
    'The bridge took ⟦10 days⟧ to build.'
    """
    left, right = _UNDERLINE if color else _BRACKETS
    out, at = [], 0
    for start, end in joined(spans):
        # Article text is made harmless before the marks come in: they are the only control codes.
        out += [visible(text[at:start]), left, visible(text[start:end]), right]
        at = end
    return " ".join("".join([*out, visible(text[at:])]).split())
