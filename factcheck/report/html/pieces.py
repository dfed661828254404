"""A passage cut into pieces, so that the facts in it can be marked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from factcheck.model import Fact, Verdict
from factcheck.report.marks import joined
from factcheck.report.view import VERDICTS


@dataclass(frozen=True, slots=True)
class Piece:
    """Plain text, or with kinds and the worst verdict the text of facts that overlap."""

    text: str
    kinds: str = ""
    verdict: Verdict | None = None


def pieces(text: str, start: int, facts: Sequence[Fact]) -> tuple[Piece, ...]:
    """The text in pieces; ``start`` is its place in the document, as the facts count.

    >>> from factcheck.model import Fact
    >>> [p.text for p in pieces("It took 10 days.", 100, [Fact("duration", 108, 115, "10 days")])]
    ['It took ', '10 days', '.']
    """
    out: list[Piece] = []
    at = 0
    for left, right in joined((f.start - start, f.end - start) for f in facts):
        if left > at:
            out.append(Piece(text[at:left]))
        inside = [f for f in facts if left <= f.start - start < right]
        found = {f.verdict for f in inside}
        worst = next((v for v in VERDICTS if v in found), None)
        out.append(Piece(text[left:right], ", ".join(dict.fromkeys(f.kind for f in inside)), worst))
        at = right
    if at < len(text):
        out.append(Piece(text[at:]))
    return tuple(out)
