"""Physical measures."""

from __future__ import annotations

import doctest

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.facts import compare_facts, measure
from factcheck.facts.passage import read_passage
from factcheck.model import Fact


def facts(text: str) -> list[Fact]:
    return measure.find(read_passage(text), [])


def test_doctests() -> None:
    assert doctest.testmod(measure).failed == 0


FOUND = [
    ("34 miles away", [("34 miles", 34, "mile")], "length"),
    ("a 6,900-tonne ship", [("6,900-tonne", 6900, "tonne")], "hyphened"),
    (
        "a 1,500-square-kilometer island",
        [("1,500-square-kilometer", 1500, "square kilometre")],
        "hyphened area",
    ),
    ("at 188 miles an hour", [("188 miles an hour", 188, "mile per hour")], "longest unit wins"),
    ("at 50 km/h", [("50 km/h", 50, "kilometre per hour")], "slash"),
    ("a 6.1-magnitude quake", [("6.1-magnitude", 6.1, "magnitude")], "magnitude after"),
    ("a magnitude of at least 5.9", [("at least 5.9", 5.9, "magnitude")], "magnitude before"),
    ("6 feet 6 inches tall", [("6 feet 6 inches", 6.5, "foot")], "feet and inches"),
    ("40 degrees Celsius", [("40 degrees Celsius", 40, "degree Celsius")], "temperature"),
    ("five people", [], "no unit"),
    ("a 48m wall", [("48m", 48, "metre")], "glued letter"),
]


@pytest.mark.parametrize(("text", "expected", "reason"), FOUND)
def test_found(text: str, expected: list[tuple[object, ...]], reason: str) -> None:
    found = facts(text)
    assert [(f.text, f.value, f.unit) for f in found] == expected, reason
    assert all(text[f.start : f.end] == f.text for f in found)


COMPARED = [
    ("34 miles", "55 kilometers", "equal", "converted and rounded"),
    ("6 miles", "10 km", "equal", "both rounded"),
    ("135 km", "85 miles", "equal", "rounded to fives"),
    ("34 miles", "35 miles", "conflict", "one unit is exact"),
    ("13 nautical miles", "150 nautical miles", "conflict", "another distance"),
    ("magnitude 7.7", "magnitude 7.3", "conflict", "decimals"),
    ("5 miles", "5 tonnes", None, "another dimension"),
    ("about 50 miles", "80 km", "compatible", "approximate"),
]


@pytest.mark.parametrize(("left", "right", "relation", "reason"), COMPARED)
def test_compared(left: str, right: str, relation: str | None, reason: str) -> None:
    a, b = facts(left)[0], facts(right)[0]
    for x, y in ((a, b), (b, a)):
        result = compare_facts(x, y)
        assert (None if result is None else result.relation) == relation, reason


PHRASES = st.sampled_from(
    [
        "34 miles",
        "55 kilometers",
        "about 3 tonnes",
        "magnitude 7.7",
        "10 to 40 centimeters",
        "100 degrees Fahrenheit",
    ]
)


@given(PHRASES, PHRASES)
def test_comparison_is_symmetric(left: str, right: str) -> None:
    a, b = facts(left)[0], facts(right)[0]
    there, back = compare_facts(a, b), compare_facts(b, a)
    assert (there and there.relation) == (back and back.relation)


@given(PHRASES)
def test_a_fact_equals_itself(text: str) -> None:
    fact = facts(text)[0]
    result = compare_facts(fact, fact)
    assert result is not None
    assert result.relation == "equal"
