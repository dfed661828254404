"""How well the tool does on texts that readers have labelled: figures, curve, errors."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from factcheck.evaluate.curve import GRID, Curve, curve_of
from factcheck.evaluate.gold import GoldSet, read_gold
from factcheck.evaluate.metrics import RESAMPLES, Figure, figures
from factcheck.evaluate.run import Unit, prepare, units
from factcheck.pipeline import MIN_CONFIDENCE, MIN_SIMILARITY


@dataclass(frozen=True, slots=True)
class Evaluated:
    """One set of gold with what the tool says of it; ``curve`` only where it was asked for."""

    gold: GoldSet
    units: tuple[Unit, ...]
    figures: tuple[Figure, ...]
    curve: Curve | None = None


@dataclass(frozen=True, slots=True)
class Evaluation:
    """Everything one run of ``factcheck evaluate`` found; writers read it and change nothing."""

    sets: tuple[Evaluated, ...]
    min_similarity: float
    min_confidence: float
    resamples: int

    @property
    def warnings(self) -> tuple[str, ...]:
        """The rows that could not be used, each with its place."""
        return tuple(f"{bad.place}: {bad.reason}" for s in self.sets for bad in s.gold.bad)


def evaluate(
    sources: Sequence[str],
    *,
    min_similarity: float = MIN_SIMILARITY,
    min_confidence: float = MIN_CONFIDENCE,
    resamples: int = RESAMPLES,
    with_curve: bool = False,
) -> Evaluation:
    """Run the tool on every set of gold. FactcheckError for a source that cannot be used."""
    golds = [gold for source in sources for gold in read_gold(source)]
    sets = [_evaluated(gold, min_similarity, min_confidence, resamples, with_curve) for gold in golds]
    return Evaluation(tuple(sets), min_similarity, min_confidence, resamples)


def _evaluated(
    gold: GoldSet, min_similarity: float, min_confidence: float, resamples: int, with_curve: bool
) -> Evaluated:
    prepared = prepare(gold, min_similarity)
    found = tuple(units(prepared, min_confidence))
    curve = None
    if with_curve:
        # Confidences alone do not tell: some conflicts need more than the threshold, so every
        # one is judged anew. Reading and aligning are not repeated.
        thresholds = sorted({*GRID, min_confidence})
        curve = curve_of(gold.name, min_confidence, [(t, figures(units(prepared, t), 0)) for t in thresholds])
    return Evaluated(gold, found, tuple(figures(found, resamples)), curve)
