"""Counts of things and the part they play."""

from __future__ import annotations

import doctest

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.facts import compare_facts, count
from factcheck.facts.passage import read_passage
from factcheck.model import Fact


def facts(text: str) -> list[Fact]:
    return count.find(read_passage(text), [])


def test_doctests() -> None:
    assert doctest.testmod(count).failed == 0


FOUND = [
    (
        "More than two thousand guards and 200 pieces of kit",
        [("More than two thousand", 2000, "guards", None), ("200", 200, "pieces of kit", None)],
        "head and partitive",
    ),
    ("42 town hall buildings fell", [("42", 42, "town hall buildings", None)], "modifiers up to the plural"),
    ("the 3400 block of Elm Street burned", [], "an address"),
    ("the ferry docked, its crew unhurt", [], "not the crew's escape, and no verb"),
    ("All passengers escaped uninjured", [("escaped uninjured", 0, "passengers", "injured")], "none hurt"),
    ("the driver was unharmed", [("was unharmed", 0, "driver", "injured")], "none hurt, with a copula"),
    ("Ana Moreno escaped unhurt", [], "one named person is no count"),
    ("the index closed at 1,653.44", [("1,653.44", 1653.44, "index", None)], "the level of an index"),
    ("the toll stands at 11", [("11", 11, None, "killed")], "a running toll"),
    (
        "at least 12 miners had been killed and 20 wounded",
        [("at least 12", 12, "miners", "killed"), ("20", 20, "miners", "injured")],
        "elliptic noun",
    ),
    (
        "killing four sailors, injuring dozens and destroying hundreds of huts",
        [
            ("four", 4, "sailors", "killed"),
            ("dozens", None, "sailors", "injured"),
            ("hundreds", None, "huts", "destroyed"),
        ],
        "participles before",
    ),
    ("Storm Kills 10; 80 Hurt", [("10", 10, None, "killed"), ("80", 80, None, "injured")], "headline"),
    ("the death toll rose to 24", [("24", 24, None, "killed")], "toll"),
    ("five dead", [("five", 5, None, "killed")], "adjective"),
    (
        "two women and one man were shot",
        [("two", 2, "women", "shot"), ("one", 1, "man", "shot")],
        "coordination reaches the verb",
    ),
    ("only one fatality", [("one", 1, "fatality", "killed")], "noun of the event"),
    (
        "two gunmen killed five",
        [("two", 2, "gunmen", None), ("five", 5, None, "killed")],
        "the agent is not hit",
    ),
    ("took 23 into custody", [("23", 23, None, "arrested")], "idiom"),
    (
        "no one was killed or injured",
        [("no one", 0, "people", "killed"), ("no one", 0, "people", "injured")],
        "zero for each role",
    ),
    (
        "there were no casualties",
        [("no casualties", 0, "people", "killed"), ("no casualties", 0, "people", "injured")],
        "zero nouns",
    ),
    ("no one spoke", [], "zero needs a known predicate"),
    ("no one will be killed", [], "a modal is no report"),
    (
        "huts in seven villages were destroyed",
        [("seven", 7, "villages", None)],
        "the place is not what is destroyed",
    ),
    (
        "30 men were hurt, five of them badly",
        [("30", 30, "men", "injured"), ("five", 5, None, None)],
        "a part has no role of its own",
    ),
    ("50 of our members voted", [("50", 50, "members", None)], "of our"),
    ("in 2019 it closed", [], "a bare year"),
    ("2000 soldiers left", [("2000", 2000, "soldiers", None)], "not a year before a plural"),
    ("a 47-page report", [("47", 47, "page", None)], "hyphened unit"),
    (
        "a quake damaged 42 shops, 2 roads and 14 hotels",
        [("42", 42, "shops", "damaged"), ("2", 2, "roads", "damaged"), ("14", 14, "hotels", "damaged")],
        "a list shares its verb",
    ),
]


@pytest.mark.parametrize(("text", "expected", "reason"), FOUND)
def test_found(text: str, expected: list[tuple[object, ...]], reason: str) -> None:
    found = facts(text)
    assert [(f.text, f.value, f.of, f.role) for f in found] == expected, reason
    assert all(text[f.start : f.end] == f.text for f in found)


COMPARED = [
    ("more than two thousand guards", "2,030 guards", "compatible", "inside the interval"),
    ("200 guards", "250 guards", "conflict", "two plain figures"),
    ("2,000 guards", "2,030 guards", "compatible", "rounds to it"),
    ("at least 150 guards", "more than 180 guards", "conflict", "beyond the next step"),
    ("dozens of guards", "at least 20 guards", "compatible", "vague"),
    ("12 guards died", "no one died", "conflict", "none against some"),
    ("a dozen guards", "12 guards", "equal", "words"),
]


@pytest.mark.parametrize(("left", "right", "relation", "reason"), COMPARED)
def test_compared(left: str, right: str, relation: str | None, reason: str) -> None:
    a, b = facts(left)[0], facts(right)[0]
    for x, y in ((a, b), (b, a)):
        result = compare_facts(x, y)
        assert (None if result is None else result.relation) == relation, reason


PHRASES = st.sampled_from(
    [
        "200 guards",
        "more than 180 guards",
        "dozens of guards",
        "2,030 guards",
        "no one died",
        "fewer than 9 guards",
        "5 to 7 guards",
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
