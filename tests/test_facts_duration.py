"""Lengths of time."""

from __future__ import annotations

import doctest

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.facts import compare_facts, duration
from factcheck.facts.passage import read_passage
from factcheck.model import Fact


def facts(text: str) -> list[Fact]:
    return duration.find(read_passage(text), [])


def test_doctests() -> None:
    assert doctest.testmod(duration).failed == 0


FOUND = [
    ("it takes 10 days", [("10 days", "P10D", ("day", 10, 10))], "days"),
    ("within two weeks", [("within two weeks", "P2W", ("week", 1, 2))], "at most"),
    ("24 hours on", [("24 hours", "PT24H", ("hour", 24, 24))], "hours are time units"),
    ("two and a half weeks", [("two and a half weeks", "P2.5W", ("week", 2.5, 2.5))], "fraction"),
    ("a two-month truce", [("two-month", "P2M", ("month", 2, 2))], "hyphened"),
    ("half an hour", [("half an hour", "PT0.5H", ("hour", 0.5, 0.5))], "half"),
    ("it lasted a week", [("a week", "P1W", ("week", 1, 1))], "article after a verb of length"),
    ("two decades", [("two decades", "P20Y", ("year", 20, 20))], "ISO 8601 has no decade"),
    ("several days", [("several days", None, ("day", 3, 10))], "vague"),
    ("ten years ago", [], "a point in time"),
    ("a 10-year-old girl", [], "an age"),
    ("$5 a day", [], "a rate"),
]


WHEN = [
    ("prices doubled over the past three years", "past", "a stretch up to now"),
    ("over the last three years it lasted", "past", "another word for it"),
    ("in the coming two weeks", "next", "a stretch from now"),
    ("it lasted three years", None, "a length"),
]


@pytest.mark.parametrize(("text", "role", "reason"), WHEN)
def test_when(text: str, role: str | None, reason: str) -> None:
    (fact,) = facts(text)
    assert (fact.role, fact.of) == (role, None), reason


@pytest.mark.parametrize(("text", "expected", "reason"), FOUND)
def test_found(text: str, expected: list[tuple[object, ...]], reason: str) -> None:
    found = facts(text)
    assert [(f.text, f.value, (f.unit, f.low, f.high)) for f in found] == expected, reason
    assert all(text[f.start : f.end] == f.text for f in found)


COMPARED = [
    ("10 days", "three weeks", "conflict", "10 against 21 days"),
    ("14 days", "two weeks", "equal", "converted"),
    ("within two weeks", "10 days", "compatible", "inside"),
    ("a two-month truce", "60 days", "equal", "a month is 28 to 31 days"),
    ("three weeks", "20 days", "compatible", "rounded to weeks"),
    ("two years", "18 months", "conflict", "converted"),
    ("48 hours", "two days", "equal", "converted"),
    ("10 days", "20 days", "conflict", "one unit"),
]


@pytest.mark.parametrize(("left", "right", "relation", "reason"), COMPARED)
def test_compared(left: str, right: str, relation: str | None, reason: str) -> None:
    a, b = facts(left)[0], facts(right)[0]
    for x, y in ((a, b), (b, a)):
        result = compare_facts(x, y)
        assert (None if result is None else result.relation) == relation, reason


PHRASES = st.sampled_from(
    [
        "10 days",
        "two weeks",
        "three months",
        "within two weeks",
        "several days",
        "24 hours",
        "more than a dozen years",
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
