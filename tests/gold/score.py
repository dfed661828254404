"""How the tool does on the gold pairs: figures by relation, kind and trap, and what is wrong.

    python tests/gold/score.py            print all
    python tests/gold/score.py --raise    and lift the floors of floors.json to today's figures

A floor is never lowered here: that takes an editor and a reason in the commit.
"""

from __future__ import annotations

import json
import math
import sys
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from tabulate import tabulate

from factcheck.batch.work import strongest
from factcheck.model import Comparison, Document, Verdict
from factcheck.pipeline import compare

PAIRS = Path(__file__).with_name("pairs.jsonl")
FLOORS = Path(__file__).with_name("floors.json")
#: a floor lies this far below what was measured: a handful of pairs may change sides
SLACK = 0.01

Group = Literal["relation", "kind", "trap"]
GROUPS: tuple[Group, ...] = ("relation", "kind", "trap")


@dataclass(frozen=True, slots=True)
class GoldPair:
    """Two short texts with the verdict two careful readers would give (README.md)."""

    id: str
    a: str
    b: str
    label: Verdict
    relation: str
    kind: str
    trap: str
    published_a: str | None
    published_b: str | None
    why: str


@dataclass(frozen=True, slots=True)
class Answer:
    """What the tool says about a pair, with the reasons of its links."""

    pair: GoldPair
    verdict: str
    reasons: tuple[str, ...]

    @property
    def right(self) -> bool:
        return self.verdict == self.pair.label


@dataclass(frozen=True, slots=True)
class Figures:
    """Shares in [0, 1]; ``false_conflicts`` is of the pairs that are not conflicting."""

    conflicting_precision: float
    conflicting_recall: float
    corroborated_f1: float
    false_conflicts: float
    accuracy: float


#: figure -> whether more is better
BETTER_UP: dict[str, bool] = {
    "conflicting_precision": True,
    "conflicting_recall": True,
    "corroborated_f1": True,
    "false_conflicts": False,
    "accuracy": True,
}


@dataclass(frozen=True, slots=True)
class Floors:
    """The worst figures allowed, and the pairs that were wrong when they were set."""

    figures: dict[str, float]
    wrong: tuple[str, ...]


def read_pairs() -> list[GoldPair]:
    """All pairs in file order; TypeError for a row with other fields."""
    return [GoldPair(**json.loads(line)) for line in PAIRS.read_text(encoding="utf-8").splitlines()]


def answer(pair: GoldPair) -> Answer:
    """Compare the two texts as ``factcheck batch`` does."""
    found: Comparison = compare(
        Document("a", pair.a, "a", published=pair.published_a),
        Document("b", pair.b, "b", published=pair.published_b),
    )
    return Answer(pair, strongest(found), tuple(link.why for link in found.links))


def _share(part: int, whole: int) -> float:
    return part / whole if whole else 0.0


def figures(answers: Sequence[Answer]) -> Figures:
    def count(label: str | None, verdict: str | None) -> int:
        return sum(label in (None, a.pair.label) and verdict in (None, a.verdict) for a in answers)

    conflicts, both = count("conflicting", "conflicting"), count("corroborated", "corroborated")
    said = count(None, "conflicting")
    return Figures(
        conflicting_precision=_share(conflicts, said),
        conflicting_recall=_share(conflicts, count("conflicting", None)),
        corroborated_f1=_share(2 * both, count("corroborated", None) + count(None, "corroborated")),
        false_conflicts=_share(said - conflicts, len(answers) - count("conflicting", None)),
        accuracy=_share(sum(a.right for a in answers), len(answers)),
    )


def read_floors() -> Floors:
    kept = json.loads(FLOORS.read_text(encoding="utf-8"))
    return Floors(kept["figures"], tuple(kept["wrong"]))


def below(now: Figures, floors: Floors) -> list[str]:
    """The figures that are worse than their floor."""
    return [
        f"{name} {getattr(now, name):.4f}, floor {floor}"
        for name, floor in floors.figures.items()
        if (getattr(now, name) < floor if BETTER_UP[name] else getattr(now, name) > floor)
    ]


def raised(answers: Sequence[Answer], floors: Floors) -> Floors:
    """Floors just below today's figures, where that is better than what they were."""
    now, lifted = figures(answers), {}
    for name, up in BETTER_UP.items():
        figure = getattr(now, name)
        new = math.floor((figure - SLACK) * 1000) / 1000 if up else math.ceil((figure + SLACK) * 1000) / 1000
        lifted[name] = (max if up else min)(new, floors.figures.get(name, new))
    return Floors(lifted, tuple(a.pair.id for a in answers if not a.right))


def write_floors(floors: Floors) -> None:
    kept = {"figures": floors.figures, "wrong": floors.wrong}
    FLOORS.write_text(json.dumps(kept, indent=1) + "\n", encoding="utf-8")


def _table(name: str, groups: Iterable[str], key: Callable[[Answer], str], answers: Sequence[Answer]) -> str:
    rows = []
    for group in groups:
        here = [a for a in answers if key(a) == group]
        said = sum(a.verdict == "conflicting" for a in here if a.pair.label != "conflicting")
        missed = sum(a.verdict != "conflicting" for a in here if a.pair.label == "conflicting")
        rows.append((group, len(here), sum(a.right for a in here), said, missed))
    return tabulate(rows, headers=[name, "pairs", "right", "false conflicts", "missed conflicts"])


def _by(group: Group) -> Callable[[Answer], str]:
    return lambda a: str(getattr(a.pair, group))


def report(answers: Sequence[Answer]) -> str:
    now = figures(answers)
    parts = ["\n".join(f"{name:22} {getattr(now, name):.4f}" for name in BETTER_UP)]
    for group in GROUPS:
        by = _by(group)
        parts.append(_table(group, sorted({by(a) for a in answers}), by, answers))
    for wrong in (a for a in answers if not a.right):
        pair = wrong.pair
        lines = [f"{pair.id} ({pair.kind}): {pair.label}, but {wrong.verdict}; {pair.why}"]
        lines += [f"  {side}" for side in (pair.a, pair.b)]
        parts.append("\n".join([*lines, *(f"  -> {reason}" for reason in wrong.reasons)]))
    return "\n\n".join(parts) + "\n"


def main(arguments: Sequence[str]) -> None:
    answers = [answer(pair) for pair in read_pairs()]
    print(report(answers), end="")
    if "--raise" in arguments:
        write_floors(raised(answers, read_floors() if FLOORS.exists() else Floors({}, ())))


if __name__ == "__main__":
    main(sys.argv[1:])
