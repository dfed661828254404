"""How sure a pair of claims is about the same fact: a logistic model that can be read.

The coefficients are in ``factcheck/data/pair_model.json``, one per feature, with the
script that fits them named in it.
"""

from __future__ import annotations

import json
import math
from collections.abc import Callable, Mapping
from functools import cache, cached_property
from importlib.resources import files
from operator import itemgetter, mul

from factcheck.model import Weight as Weight

#: Found out last, since both claims must be parsed for it; it never speaks against a link.
DEED = "same deed"
#: more than the order in which a dozen numbers are added can change
_ROUNDING = 1e-12


@cache
def _model() -> dict[str, float]:
    model: dict[str, float] = json.loads(
        files("factcheck.data").joinpath("pair_model.json").read_text(encoding="utf-8")
    )["coefficients"]
    return model


class Confidence:
    """What a pair's features make of it: ``value`` is the probability that its claims are about
    the same fact, in (0, 1), ``least`` and ``most`` are what it can be whatever the deeds are,
    which ``features`` tells nothing of (0) as yet.

    >>> sure = Confidence({name: 1.0 for name in _model()} | {DEED: 0.0}, deed=lambda: 0.5)
    >>> sure.least < sure.value < sure.most
    True
    """

    def __init__(self, features: Mapping[str, float], deed: Callable[[], float]) -> None:
        self._known, self._deed = features, deed
        odds = _odds(features)
        self.least, self.most = _logistic(odds), _logistic(odds + _model().get(DEED, 0.0)) + _ROUNDING

    @cached_property
    def features(self) -> dict[str, float]:
        """All features by name; "intercept" has the value 1."""
        return {"intercept": 1.0, **self._known, DEED: self._deed()}

    @cached_property
    def value(self) -> float:
        return _logistic(_odds(self.features)) if self.features[DEED] else self.least

    def reaches(self, bar: float) -> bool:
        """Whether the value is at least ``bar``; it is only found out where that is in doubt."""
        return self.least >= bar or (self.most >= bar and self.value >= bar)

    @cached_property
    def weights(self) -> tuple[Weight, ...]:
        """Every feature with its weight, in the model's order."""
        return tuple([Weight(name, self.features[name], weight) for name, weight in _model().items()])


@cache
def _columns() -> tuple[float, Callable[[Mapping[str, float]], tuple[float, ...]], tuple[float, ...]]:
    """The intercept, what takes the values of the features in the model's order, and their weights."""
    weights = dict(_model())
    intercept = weights.pop("intercept")
    return intercept, itemgetter(*weights), tuple(weights.values())


def _odds(features: Mapping[str, float]) -> float:
    intercept, values, weights = _columns()
    return sum(map(mul, values(features), weights), intercept)


def _logistic(odds: float) -> float:
    return 1 / (1 + math.exp(-odds if -30 < odds < 30 else math.copysign(30, -odds)))
