"""Ages."""

from __future__ import annotations

import doctest

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.facts import age, compare_facts
from factcheck.facts.passage import read_passage
from factcheck.model import Fact


def facts(text: str) -> list[Fact]:
    return age.find(read_passage(text), [])


def test_doctests() -> None:
    assert doctest.testmod(age).failed == 0


FOUND = [
    ("He died aged 87.", [("aged 87", 87, None)], "aged"),
    ("the 10-year-old girl", [("10-year-old", 10, "girl")], "hyphened"),
    ("she is 60 years old", [("60 years old", 60, None)], "years old"),
    ("Ana Moreno, 43, of Leeds", [("43", 43, "ana moreno")], "between commas after a name"),
    ("at the age of 12", [("age of 12", 12, None)], "age of"),
    ("a girl of six was found", [("six", 6, "girl")], "a child of so many years"),
    ("a boy of 12, from Ghent", [("12", 12, "boy")], "in digits"),
    ("a mother of six wept", [], "six children"),
    ("Moreno, 43, was freed", [("43", 43, "moreno")], "a surname opens the sentence"),
    ("Meanwhile, 43, then 50 came", [], "an adverb opens it"),
    ("Meanwhile the 43-year-old, too, sang", [("43-year-old", 43, None)], "the person is not named"),
    ("it took 10 years", [], "a duration"),
    ("They bought bread, 12 eggs", [], "no name before the comma"),
]


@pytest.mark.parametrize(("text", "expected", "reason"), FOUND)
def test_found(text: str, expected: list[tuple[object, ...]], reason: str) -> None:
    found = facts(text)
    assert [(f.text, f.value, f.of) for f in found] == expected, reason
    assert all(text[f.start : f.end] == f.text for f in found)


COMPARED = [
    ("aged 87", "the 87-year-old", "equal", "two ways"),
    ("aged 87", "aged 85", "conflict", "another age"),
    ("8 months old", "aged 8", None, "months against years"),
]


@pytest.mark.parametrize(("left", "right", "relation", "reason"), COMPARED)
def test_compared(left: str, right: str, relation: str | None, reason: str) -> None:
    a, b = facts(left)[0], facts(right)[0]
    for x, y in ((a, b), (b, a)):
        result = compare_facts(x, y)
        assert (None if result is None else result.relation) == relation, reason


PHRASES = st.sampled_from(["aged 87", "the 87-year-old", "8 months old", "aged about 40"])


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
