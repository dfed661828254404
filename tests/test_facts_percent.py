"""Percentages."""

from __future__ import annotations

import doctest

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.facts import compare_facts, percent
from factcheck.facts.passage import read_passage
from factcheck.model import Fact


def facts(text: str) -> list[Fact]:
    return percent.find(read_passage(text), [])


def test_doctests() -> None:
    assert doctest.testmod(percent).failed == 0


FOUND = [
    ("up 10% today", [("10%", 10, "percent")], "sign"),
    ("seven per cent", [("seven per cent", 7, "percent")], "two words"),
    ("between 5 and 7 percent", [("between 5 and 7 percent", None, "percent")], "range"),
    ("two percentage points", [("two percentage points", 2, "percentage point")], "points are another unit"),
    ("25 basis points", [("25 basis points", 25, "basis point")], "basis points"),
    ("a percentage of it", [], "no number"),
]


@pytest.mark.parametrize(("text", "expected", "reason"), FOUND)
def test_found(text: str, expected: list[tuple[object, ...]], reason: str) -> None:
    found = facts(text)
    assert [(f.text, f.value, f.unit) for f in found] == expected, reason
    assert all(text[f.start : f.end] == f.text for f in found)


COMPARED = [
    ("36 percent", "35.7%", "equal", "rounds to it"),
    ("36 percent", "30 percent", "conflict", "another figure"),
    ("36 percent", "35 percent", "conflict", "two whole figures"),
    ("5 percent", "5 percentage points", None, "points are not percent"),
    ("about 50 percent", "52 percent", "compatible", "five percent of fifty"),
    ("5 to 7 percent", "6.5 percent", "compatible", "inside the range"),
]


@pytest.mark.parametrize(("left", "right", "relation", "reason"), COMPARED)
def test_compared(left: str, right: str, relation: str | None, reason: str) -> None:
    a, b = facts(left)[0], facts(right)[0]
    for x, y in ((a, b), (b, a)):
        result = compare_facts(x, y)
        assert (None if result is None else result.relation) == relation, reason


PHRASES = st.sampled_from(
    ["36 percent", "35.7%", "about 50 percent", "5 percentage points", "40 to 70 percent"]
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
