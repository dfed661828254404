"""Amounts of money."""

from __future__ import annotations

import doctest

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.facts import compare_facts, money
from factcheck.facts.passage import read_passage
from factcheck.model import Fact


def facts(text: str) -> list[Fact]:
    return money.find(read_passage(text), [])


def test_doctests() -> None:
    assert doctest.testmod(money).failed == 0


FOUND = [
    ("it cost $1.4 trillion", [("$1.4 trillion", 1400000000000, "USD")], "sign and scale"),
    ("it cost US$ 5m", [("US$ 5m", 5000000, "USD")], "letters before the sign"),
    ("worth HK$10 now", [("HK$10", 10, "HKD")], "another dollar"),
    (
        "a fine of 10,000 Swiss francs",
        [("10,000 Swiss francs", 10000, "CHF")],
        "adjective names the currency",
    ),
    ("20 million pounds", [("20 million pounds", 20000000, "GBP")], "pounds with a scale are money"),
    ("the baby weighs two pounds", [], "pounds alone are a weight"),
    ("a 12-cent dividend", [("12-cent", 12, "USD-cent")], "hyphened cents"),
    ("it cost 5m euros", [("5m euros", 5000000, "EUR")], "a glued m before a currency is no metre"),
    ("EUR 5m of aid", [("EUR 5m", 5000000, "EUR")], "and after a code"),
    ("at 210 pence", [("210 pence", 210, "GBP-penny")], "pence"),
    ("it costs 6 Canadian cents", [("6 Canadian cents", 6, "CAD-cent")], "cents of another dollar"),
    ("a dividend of 55 euro cents", [("55 euro cents", 55, "EUR-cent")], "cents of the euro"),
    (
        "three quarters of a million euros",
        [("three quarters of a million euros", 750000, "EUR")],
        "a fraction of a scale word",
    ),
    ("a quarter of a billion dollars", [("a quarter of a billion dollars", 250000000, "USD")], "a quarter"),
    (
        "thirteen dollars and forty-five cents",
        [("thirteen dollars and forty-five cents", 13.45, "USD")],
        "dollars and cents",
    ),
    ("more than $250,000", [("more than $250,000", 250000, "USD")], "approximator before the sign"),
    ("the team won 12 games", [], "won is a verb"),
    ("75 USD million in bonds", [("75 USD million", 75000000, "USD")], "scale behind the code"),
    ("it cost 15 dollars and 50.", [("15 dollars and 50", 15.5, "USD")], "spoken cents"),
    ("it gave 15 dollars and 50 people came", [("15 dollars", 15, "USD")], "50 people are no cents"),
    ("35 lakh rupees", [("35 lakh rupees", 3500000, "INR")], "Indian scale"),
]


@pytest.mark.parametrize(("text", "expected", "reason"), FOUND)
def test_found(text: str, expected: list[tuple[object, ...]], reason: str) -> None:
    found = facts(text)
    assert [(f.text, f.value, f.unit) for f in found] == expected, reason
    assert all(text[f.start : f.end] == f.text for f in found)


COMPARED = [
    ("nearly $14 billion", "$13.9bn", "compatible", "rounded up"),
    ("$1.37 trillion", "$1.4 trillion", "equal", "rounds to it"),
    ("about $13 billion", "$13.9 billion", "conflict", "more than five percent off"),
    ("$12 billion to $13 billion", "$13.9 billion", "conflict", "outside the range"),
    ("$984.4 billion", "$984 billion", "equal", "finer figure"),
    ("$5 trillion", "$6 trillion", "conflict", "another figure"),
    ("$1 million", "$1.4 million", "conflict", "one million is not 1.4"),
    ("$5", "€5", None, "other currency"),
    ("75 cents", "$0.75", "equal", "hundredths"),
]


@pytest.mark.parametrize(("left", "right", "relation", "reason"), COMPARED)
def test_compared(left: str, right: str, relation: str | None, reason: str) -> None:
    a, b = facts(left)[0], facts(right)[0]
    for x, y in ((a, b), (b, a)):
        result = compare_facts(x, y)
        assert (None if result is None else result.relation) == relation, reason


PHRASES = st.sampled_from(
    ["$5 million", "nearly $14 billion", "$13.9bn", "€7", "75 cents", "$1 to $2", "$3.05"]
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
