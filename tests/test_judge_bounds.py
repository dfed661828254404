"""What is not worked out changes nothing: bounds of a confidence, and near misses left out."""

from __future__ import annotations

import math
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck import Document
from factcheck.align import Pair
from factcheck.judge.confidence import DEED, Confidence, _model
from factcheck.judge.event import best, best_bounds
from factcheck.judge.features import Weighed
from factcheck.model import Claim
from factcheck.pipeline import decide, set_side_by_side

_UNIT = st.floats(0, 1)


@given(st.fixed_dictionaries(dict.fromkeys(_model().keys() - {"intercept", DEED}, _UNIT)), _UNIT, _UNIT)
def test_bounds_hold_whatever_the_deeds_are(features: dict[str, float], deed: float, bar: float) -> None:
    confidence = Confidence(features | {DEED: 0.0}, lambda: deed)
    reached = confidence.reaches(bar)
    assert confidence.least <= confidence.value <= confidence.most
    assert reached == (confidence.value >= bar)
    odds = sum(w.value * w.weight for w in confidence.weights)
    assert confidence.value == pytest.approx(1 / (1 + math.exp(-odds)))


def _confidence(alike: float, deed: float) -> Confidence:
    none = dict.fromkeys(_model().keys() - {"intercept"}, 0.0)
    return Confidence(none | {"deeds": alike}, lambda: deed)


@given(st.lists(st.tuples(_UNIT, _UNIT), max_size=12))
def test_the_mean_of_the_surest_pairs_lies_between_its_bounds(found: list[tuple[float, float]]) -> None:
    a = Claim("a", "a", 0, 1, "a", ((0, 1),))
    pair = Pair(a, replace(a, id="b", source="b"), *[0.0] * 7)
    confidences = [_confidence(alike, deed) for alike, deed in found]
    pairs = [Weighed(pair, (), confidence) for confidence in confidences]
    least, most = best_bounds(pairs)
    values = sorted((c.value for c in confidences), reverse=True)
    assert best(pairs) == pytest.approx(sum(values[:3]) / 3)
    assert least <= best(pairs) <= most


@pytest.mark.parametrize("bar", [0.0, 0.05, 0.25, 0.6, 1.0])
def test_links_and_verdicts_are_the_same_without_near_misses(bar: float) -> None:
    told = (
        "The river Sella burst its banks on Monday. Rescuers in Torvik brought 40 people to safety. The mayor"
        " of Torvik, Ana Brek, asked for help. Schools in Torvik stay shut until Friday. A bridge collapsed.",
        "On Monday the Sella flooded Torvik. Mayor Ana Brek asked the army for help. Rescuers brought 52"
        " people to safety. A bridge near Torvik has collapsed. Trains run again.",
        "The mayor of Halmar, Jon Vesle, opened a tunnel on Monday. Four ministers came. Trains run again."
        " The tunnel took nine years. A choir sang.",
    )
    found = set_side_by_side(*(Document(id, text, id) for id, text in zip("abc", told, strict=True)))
    whole, brief = decide(found, bar), decide(found, bar, near_misses=False)
    assert replace(brief, events=()) == replace(whole, compared=(), events=())
    decided = [[(e.sources, e.one_event) for e in found.events] for found in (whole, brief)]
    assert decided[0] == decided[1]
