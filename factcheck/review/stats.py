"""How often what was found turned out to be real: precision by kind of fact, from the decisions."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from factcheck.review.store import Decision

#: conflicts in which no fact differs but the sentences as a whole
_NO_FACT = "no fact"


@dataclass(frozen=True, slots=True)
class Precision:
    """Decisions on the conflicts of one kind; ``kind`` "all" is every conflict once."""

    kind: str
    confirmed: int
    dismissed: int

    @property
    def value(self) -> float:
        """Share of the decided conflicts that were real; never without a decision."""
        return self.confirmed / (self.confirmed + self.dismissed)


def precision(decisions: Iterable[Decision]) -> list[Precision]:
    """A row for each kind in alphabetical order, then "all"; none without a decision.

    A conflict in facts of two kinds counts for both.
    """
    counts: dict[str, list[int]] = {}
    for decision in decisions:
        for kind in (*(decision.kinds or (_NO_FACT,)), "all"):
            counts.setdefault(kind, [0, 0])[decision.review.decision == "dismissed"] += 1
    ordered = sorted(counts, key=lambda kind: (kind == "all", kind))
    return [Precision(kind, *counts[kind]) for kind in ordered]
