"""Ordinals."""

from __future__ import annotations

import doctest

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.facts import compare_facts, ordinal
from factcheck.facts.passage import read_passage
from factcheck.model import Fact


def facts(text: str) -> list[Fact]:
    return ordinal.find(read_passage(text), [])


def test_doctests() -> None:
    assert doctest.testmod(ordinal).failed == 0


FOUND = [
    ("the third attack", [("third", 3, "attack")], "word"),
    ("on the 21st floor", [("21st", 21, "floor")], "digits"),
    ("the twenty-first round", [("twenty-first", 21, "round")], "compound"),
    ("it was first announced", [], "adverb"),
    ("she came second", [("second", 2, None)], "a place in a race"),
    ("they finished third overall", [("third", 3, None)], "a place, with an adverb"),
    ("one second later", [], "a time unit"),
    ("first-degree murder", [], "hyphened idiom"),
]


@pytest.mark.parametrize(("text", "expected", "reason"), FOUND)
def test_found(text: str, expected: list[tuple[object, ...]], reason: str) -> None:
    found = facts(text)
    assert [(f.text, f.value, f.of) for f in found] == expected, reason
    assert all(text[f.start : f.end] == f.text for f in found)


COMPARED = [
    ("the third attack", "the 3rd attack", "equal", "two ways"),
    ("the third attack", "the second attack", "conflict", "another place"),
]


@pytest.mark.parametrize(("left", "right", "relation", "reason"), COMPARED)
def test_compared(left: str, right: str, relation: str | None, reason: str) -> None:
    a, b = facts(left)[0], facts(right)[0]
    for x, y in ((a, b), (b, a)):
        result = compare_facts(x, y)
        assert (None if result is None else result.relation) == relation, reason


PHRASES = st.sampled_from(["the third attack", "the 21st floor", "the tenth day"])


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
