"""Whether two sources report one event at all, or only similar ones.

Two robberies, two quakes, two elections share most of their words. Names, sentences that
surely match, and how often figures agree tell them apart; short texts are never judged.
"""

from __future__ import annotations

import json
import math
from collections.abc import Iterable, Sequence
from functools import cache
from importlib.resources import files

from factcheck.align.background import rarity
from factcheck.judge.features import Context, Weighed
from factcheck.judge.pairing import Compared, supports
from factcheck.model import NAMES, Claim

#: claims that each source needs before a missing match means anything
MIN_CLAIMS = 4
#: Probability of one event below which figures are not set against each other. Lower than
#: one half: most people who compare two articles chose them because they tell of one event.
THRESHOLD = 0.35
#: the best pairs looked at, and the confidence from which a pair's figures are counted
_TOP, _COUNTED = 3, 0.1
_MARKS = frozenset(("measure", "date", "time", "ordinal", "place", "person"))


@cache
def _model() -> dict[str, float]:
    text = files("factcheck.data").joinpath("event_model.json").read_text(encoding="utf-8")
    model: dict[str, float] = json.loads(text)["coefficients"]
    return model


def event_features(
    left: Sequence[Claim], right: Sequence[Claim], pairs: Iterable[Weighed], context: Context
) -> dict[str, float]:
    """What the probability rests on, all in [0, 1].

    "names": the share of the names, weighted by rarity, of the source with fewer that the
    other has too; "best": the mean confidence of the three surest pairs; "marks
    differ" and "figures differ": the share that differs of what marks one event (its
    magnitude, day, hour, round) and of counts and amounts, which may move with time.
    """
    ours, theirs = ({n for c in side for n in context.signs[c.id].names} for side in (left, right))
    smaller = min(_weight(ours), _weight(theirs))
    counted = list(pairs)
    best = sorted((item.confidence for item in counted), reverse=True)[:_TOP]
    compared = [
        c
        for item in counted
        if item.confidence >= _COUNTED
        for c in item.facts
        if not (c.pair.kind in NAMES and supports(c))
    ]
    marks = [c for c in compared if c.pair.kind in _MARKS]
    figures = [c for c in compared if c.pair.kind not in _MARKS]
    return {
        "names": _weight(ours & theirs) / smaller if smaller else 1.0,
        "best": sum(best) / _TOP,
        "marks differ": _differing(marks),
        "figures differ": _differing(figures),
    }


def _differing(compared: Sequence[Compared]) -> float:
    return sum(not supports(c) for c in compared) / (len(compared) + 1)


def _weight(names: Iterable[str]) -> float:
    return math.fsum(sorted(rarity(name) for name in names))


def same_event(features: dict[str, float]) -> float:
    """Probability that two sources report one event."""
    model = _model()
    odds = model["intercept"] + sum(model[name] * value for name, value in features.items())
    return 1 / (1 + math.exp(-odds))
