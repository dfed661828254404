"""How sure a pair of claims is about the same fact: a logistic model that can be read.

The coefficients are in ``factcheck/data/pair_model.json``, one per feature, with the
script that fits them named in it.
"""

from __future__ import annotations

import json
import math
from functools import cache
from importlib.resources import files

from factcheck.model import Weight as Weight


@cache
def _model() -> dict[str, float]:
    model: dict[str, float] = json.loads(
        files("factcheck.data").joinpath("pair_model.json").read_text(encoding="utf-8")
    )["coefficients"]
    return model


def weigh(features: dict[str, float]) -> list[Weight]:
    """Every feature with its weight, in the model's order; "intercept" has the value 1."""
    values = {"intercept": 1.0} | features
    return [Weight(name, values[name], weight) for name, weight in _model().items()]


def probability(weights: list[Weight]) -> float:
    """The logistic function of the summed log-odds, in (0, 1)."""
    odds = sum(w.value * w.weight for w in weights)
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, odds))))
