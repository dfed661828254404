"""Precision, recall and F1 with bootstrap intervals.

The intervals are percentile intervals of the bootstrap (Efron and Tibshirani, An
Introduction to the Bootstrap, 1993, chapter 13). Whole units are drawn, with replacement:
pairs of texts, or pairs of articles, since the sentences of one article pair stand or
fall together. A resample in which a figure has nothing to count is left out for it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from factcheck.evaluate.run import Decision, Unit
from factcheck.report.view import VERDICTS

if TYPE_CHECKING:
    import numpy as np

#: enough for percentile intervals (Efron and Tibshirani, section 13.3)
RESAMPLES = 1000
SEED = 20220113
#: the share of resamples inside an interval
LEVEL = 0.95

#: measures of a figure that is found or missed, and of one that is a mere share
SCORES = ("precision", "recall", "f1")
SHARE = ("share",)
_SHARES = ("accuracy", "false conflicts")
#: the verdicts that a label which is no verdict rules out; it says nothing of the others
REFUTED: dict[str, tuple[str, ...]] = {"not-conflicting": ("conflicting",)}
NO_VERDICT = ("conflicting", "corroborated")
MEAN = "mean of verdicts"


@dataclass(frozen=True, slots=True)
class Tally:
    """Right, wrongly given and missed; of a share: those that are, and those that are not."""

    right: int = 0
    extra: int = 0
    missed: int = 0

    def __add__(self, more: Tally) -> Tally:
        return Tally(self.right + more.right, self.extra + more.extra, self.missed + more.missed)


@dataclass(frozen=True, slots=True)
class Figure:
    """One measured value in [0, 1], with its interval where there is one.

    ``group`` is a kind of fact or "all"; ``name`` what is counted; ``measure`` is
    precision, recall, f1 or share.
    """

    group: str
    name: str
    measure: str
    value: float
    low: float | None
    high: float | None
    tally: Tally


Key = tuple[str, str]


def tallies(unit: Unit, accuracy: bool = True) -> dict[Key, Tally]:
    """What one unit adds to every figure: (group, name) -> tally."""
    found: dict[Key, Tally] = {}
    for decision in unit.decisions:
        kind = (decision.kind or "").split(":")[0]
        groups = ["all", kind] if kind else ["all"]
        for name, tally in _decided(decision, accuracy):
            for group in groups:
                found[group, name] = found.get((group, name), Tally()) + tally
    if unit.whole_articles:
        for name, relations in (("links", ("corroborates", "conflicts")), ("conflict links", ("conflicts",))):
            wanted = {pair for pair, relation in unit.wanted.items() if relation in relations}
            got = {pair for pair, relation in unit.got.items() if relation in relations}
            found["all", name] = Tally(len(wanted & got), len(got - wanted), len(wanted - got))
    return found


def _decided(decision: Decision, accuracy: bool) -> Iterator[tuple[str, Tally]]:
    wanted, got = decision.wanted, decision.got
    labelled = wanted in (*VERDICTS, "not-a-claim")
    for verdict in VERDICTS:
        if labelled or verdict in REFUTED.get(wanted, NO_VERDICT):
            yield verdict, Tally(wanted == verdict == got, got == verdict != wanted, wanted == verdict != got)
    if accuracy:
        yield "accuracy", Tally(wanted == got, wanted != got)
    if wanted != "conflicting":
        yield "false conflicts", Tally(got == "conflicting", got != "conflicting")


def figures(units: Sequence[Unit], resamples: int = RESAMPLES) -> list[Figure]:
    """All figures of a set, groups in alphabetical order after "all".

    A verdict that no reader gave is left out; accuracy too where a label is no verdict.
    Precision is 0 where the tool never said it. No intervals for fewer than two units.
    """
    import numpy as np

    wanted = {d.wanted for unit in units for d in unit.decisions}
    accuracy = wanted <= {*VERDICTS, "not-a-claim"}
    rows = [tallies(unit, accuracy) for unit in units]
    keys = _keys(rows)
    counts = np.array(
        [[(t.right, t.extra, t.missed) for t in (row.get(key, Tally()) for key in keys)] for row in rows],
        dtype=float,
    ).reshape(len(rows), len(keys), 3)
    draws = _draws(len(rows), resamples)
    found: list[Figure] = []
    f1: list[tuple[float, np.ndarray[Any, Any]]] = []
    for place, (group, name) in enumerate(keys):
        total, drawn = counts[:, place].sum(axis=0), draws @ counts[:, place]
        tally = Tally(*map(int, total))
        for measure in SHARE if name in _SHARES else SCORES:
            value, spread = float(_measure(measure, total)), _measure(measure, drawn)
            found.append(Figure(group, name, measure, *_with_interval(value, spread), tally))
            if group == "all" and name in VERDICTS and measure == "f1":
                f1.append((value, spread))
    if len(f1) > 1:
        found.insert(sum(f.group == "all" for f in found), _mean(f1))
    return found


def _mean(f1: Sequence[tuple[float, np.ndarray[Any, Any]]]) -> Figure:
    """The mean F1 of the verdicts, in a resample of those that it holds."""
    import numpy as np

    spreads = np.array([spread for _, spread in f1])
    known = (~np.isnan(spreads)).sum(axis=0)
    spread = np.where(known, np.nan_to_num(spreads).sum(axis=0) / np.maximum(known, 1), np.nan)
    value = sum(value for value, _ in f1) / len(f1)
    return Figure("all", MEAN, "f1", *_with_interval(value, spread), Tally())


def _keys(rows: Sequence[dict[Key, Tally]]) -> list[Key]:
    """The figures there is something to measure for, in the order of a report."""
    total: dict[Key, Tally] = {}
    for row in rows:
        for key, tally in row.items():
            total[key] = total.get(key, Tally()) + tally
    names = (*VERDICTS, "links", "conflict links", *_SHARES)
    kept = [k for k, t in total.items() if k[1] not in VERDICTS or t.right + t.missed]
    return sorted(kept, key=lambda k: (k[0] != "all", k[0], names.index(k[1])))


def _draws(units: int, resamples: int) -> np.ndarray[Any, Any]:
    """resamples × units: how often each unit is drawn."""
    import numpy as np

    if units < 2 or not resamples:
        return np.zeros((0, units))
    # RandomState and not Generator: its stream is frozen over versions of numpy.
    drawn = np.random.RandomState(SEED).multinomial(units, [1 / units] * units, size=resamples)
    return drawn.astype(float)


def _measure(measure: str, counts: np.ndarray[Any, Any]) -> np.ndarray[Any, Any]:
    """Of counts (..., 3); not a number where there is nothing to divide by, 0 for a total of it."""
    import numpy as np

    right, extra, missed = counts[..., 0], counts[..., 1], counts[..., 2]
    part, whole = {
        "precision": (right, right + extra),
        "share": (right, right + extra),
        "recall": (right, right + missed),
        "f1": (2 * right, 2 * right + extra + missed),
    }[measure]
    empty = 0.0 if counts.ndim == 1 else np.nan
    return np.where(whole > 0, part / np.where(whole > 0, whole, 1.0), empty)


def _with_interval(value: float, spread: np.ndarray[Any, Any]) -> tuple[float, float | None, float | None]:
    """The value with the percentiles of the resamples that have one."""
    import numpy as np

    known = spread[~np.isnan(spread)]
    if not len(known):
        return value, None, None
    tail = 100 * (1 - LEVEL) / 2
    low, high = np.percentile(known, [tail, 100 - tail])
    return value, round(float(low), 6), round(float(high), 6)
