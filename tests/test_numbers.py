"""Number expressions: what is read, with which interval, and what is no quantity."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.facts import extract_facts
from factcheck.facts.quantities.interval import Interval, bounds, overlaps, relate
from factcheck.facts.quantities.numbers import Number, find_numbers
from factcheck.facts.tokens import read_stream, read_words, traits_in


def read(text: str) -> list[tuple[str, Number]]:
    stream = read_stream(text)
    words = stream.words
    return [(text[slice(*stream.span(n.first, n.last))], n) for n in find_numbers(words, traits_in(words))]


VALUES = [
    ("they sold 1,200 seats", "1,200", 1200, "separator"),
    ("they sold 10 000 seats", "10 000", 10000, "space as separator"),
    ("about 3k fans", "about 3k", 3000, "glued letter"),
    ("2.5 million voters", "2.5 million", 2500000, "digits and scale word"),
    ("35 lakh voters", "35 lakh", 3500000, "Indian scale"),
    ("two thousand three hundred and five", "two thousand three hundred and five", 2305, "compound words"),
    ("forty-two ships", "forty-two", 42, "hyphened words"),
    ("one and a half million homes", "one and a half million", 1500000, "half before the scale"),
    ("3 million and a half", "3 million and a half", 3500000, "half after the scale"),
    ("two and a half weeks", "two and a half", 2.5, "half of a small number"),
    ("2 1/2 cups", "2 1/2", 2.5, "mixed fraction"),
    ("half a dozen boats", "half a dozen", 6, "half a dozen"),
    ("two dozen boats", "two dozen", 24, "dozen as a scale"),
    ("a dozen boats", "a dozen", 12, "article"),
    ("a hundred boats", "a hundred", 100, "article before a scale"),
    ("half of the fleet", "half", 0.5, "bare half before of"),
    ("half a million boats", "half a million", 500000, "half of a scale"),
    ("two-thirds of it", "two-thirds", 2 / 3, "fraction in words"),
    ("one in five adults", "one in five", 0.2, "share"),
    ("minus 5 degrees", "minus 5", -5, "negative word"),
    ("it fell to -9.2 then", "-9.2", -9.2, "minus sign"),
    ("eleven fifths of it", "eleven fifths", 2.2, "improper fraction"),
    ("six quarters of growth", "six", 6, "quarters are periods"),
    ("sales fell by a fifth last year", "a fifth", 0.2, "a share without of"),
    ("3 hundred and 21 sheep", "3 hundred and 21", 321, "figure after a scale word"),
    ("3 hundred and 2 hundred more", "3 hundred", 300, "two figures"),
    ("5 crore 20 lakh voters", "5 crore 20 lakh", 52000000, "two scales"),
    ("a rate of 4-1/2 percent", "4-1/2", 4.5, "hyphened mixed number"),
    ("1.3 x 10^6 cells", "1.3 x 10^6", 1300000, "power of ten"),
    ("2.5e-3 moles", "2.5e-3", 0.0025, "exponent"),
    ("3,5 million trees", "3,5 million", 3500000, "decimal comma before a scale word"),
    ("an app with 48m users", "48m", 48000000, "millions of users"),
    ("the 48m yacht", "48", 48, "metres"),
]


@pytest.mark.parametrize(("text", "span", "value", "reason"), VALUES)
def test_values(text: str, span: str, value: float, reason: str) -> None:
    found, number = read(text)[0]
    assert found == span, reason
    assert number.value == pytest.approx(value), reason


INTERVALS = [
    ("more than two thousand", 2000, 3000, True, True, "open to the next step"),
    ("over 180", 180, 190, True, True, "step of 180 is ten"),
    ("at least 3", 3, 4, False, True, "closed below"),
    ("no fewer than 30", 30, 40, False, True, "negated comparison is a lower bound"),
    ("nearly 200", 150, 200, False, False, "half a step below"),
    ("about 100", 95, 105, False, False, "five percent"),
    ("up to 40", 20, 40, False, False, "at least half"),
    ("fewer than 12", None, 12, False, True, "no lower bound"),
    ("no more than 12", None, 12, False, False, "closed above"),
    ("between 20 and 30", 20, 30, False, False, "range"),
    ("5 to 7 percent", 5, 7, False, False, "range without between"),
    ("5-7 percent", 5, 7, False, False, "hyphen range"),
    ("two or three boats", 2, 3, False, False, "or range"),
    ("12 to 13 billion", 12 * 10**9, 13 * 10**9, False, False, "scale shared by a range"),
    ("10 or more", 10, 20, False, True, "approximator after"),
    ("15+ boats", 15, 16, False, True, "plus sign"),
    ("1.4 trillion", 1350 * 10**9, 1450 * 10**9, False, True, "decimals carry precision"),
    ("200 boats", 200, 200, False, False, "plain integer is exact"),
    ("several boats", 3, 10, False, True, "vague word"),
    ("hundreds of thousands of votes", 100000, 1000000, False, True, "vague word with scale"),
]


@pytest.mark.parametrize(("text", "low", "high", "low_open", "high_open", "reason"), INTERVALS)
def test_intervals(
    text: str, low: float | None, high: float, low_open: bool, high_open: bool, reason: str
) -> None:
    number = read(text)[0][1]
    assert (number.low, number.high, number.low_open, number.high_open) == (low, high, low_open, high_open), (
        reason
    )


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("an F-16 landed", "type of aircraft"),
        ("COVID-19 spread", "name of a disease"),
        ("the G20 met", "glued to a letter"),
        ("No. 10 declined", "No. before it"),
        ("Flight 370 vanished", "flight number"),
        ("Article 5 was invoked", "article"),
        ("along Route 66", "route"),
        ("a Boeing 737 jet", "model"),
        ("in the 1980s", "decade"),
        ("they won 3-1", "score"),
        ("call 555-0199-22", "telephone"),
        ("open 24/7", "idiom"),
        ("the 9/11 attacks", "date in figures"),
        ("at 9 a.m.", "clock time"),
        ("on Jan. 13", "day of a month"),
        ("on 11 September", "day before a month"),
        ("one of the oldest", "pronoun"),
        ("no one came", "pronoun"),
        ("they met one another", "pronoun"),
        ("a one-way street", "idiom"),
        ("the S&P 500 and Standard & Poor's 500", "name of an index"),
        ("the FTSE 100", "name of an index"),
    ],
)
def test_not_quantities(text: str, reason: str) -> None:
    assert read(text) == [], reason


def test_change_from_one_figure_to_another_is_no_range() -> None:
    assert [n.value for _, n in read("it rose from 5 to 7 percent")] == [5, 7]


EDGE = ["two", "thousand", "and", "a", "half", "dozen", "million", "3", "1.5", "-", "to", "between", "more"]
EDGE += ["than", "the", "%", "$", "about", "one", "in", "of", "third", "hundreds", ",", "12"]
WORDS = st.lists(
    st.sampled_from(EDGE),
    max_size=12,
)


@given(WORDS)
def test_numbers_are_ordered_and_do_not_overlap(words: list[str]) -> None:
    tokens = read_words(" ".join(words))
    end = 0
    for number in find_numbers(tokens, traits_in(tokens)):
        assert end <= number.first <= number.core[0] < number.core[1] <= number.last <= len(tokens)
        assert number.low is None or number.high is None or number.low <= number.high
        end = number.last


@given(st.text(max_size=60))
def test_any_text_is_read_without_error(text: str) -> None:
    tokens = read_words(text)
    assert all(n.last <= len(tokens) for n in find_numbers(tokens, traits_in(tokens)))


INTERVAL = st.builds(
    bounds,
    st.sampled_from(["exact", "more", "least", "nearly", "about", "upto", "less", "most"]),
    st.integers(0, 5000),
    st.sampled_from([1, 10, 100]),
    st.sampled_from([0, 0.5]),
)


@given(INTERVAL, INTERVAL)
def test_relation_is_symmetric(a: Interval, b: Interval) -> None:
    assert relate(a, b) == relate(b, a)
    assert overlaps(a, b) == overlaps(b, a)


@given(INTERVAL)
def test_an_interval_equals_itself(a: Interval) -> None:
    assert relate(a, a) == "equal"


@given(INTERVAL, INTERVAL)
def test_a_conflict_has_no_common_number(a: Interval, b: Interval) -> None:
    if relate(a, b) == "conflict":
        assert not overlaps(a, b)


NOISE = [
    ("9" * 310 + " people", "more digits than a figure has"),
    ("9" * 5000 + " people", "more digits than int() reads"),
    ("1" + ",000" * 3000 + " people", "more groups than a figure has"),
    ("9" * 29 + " trillion euros", "the largest figure and scale"),
    ("million " * 500 + "people", "scale words in a row"),
]


@pytest.mark.parametrize(("text", "reason"), NOISE, ids=[reason for _, reason in NOISE])
def test_noise_is_read_without_an_error(text: str, reason: str) -> None:
    for fact in extract_facts(text):
        for bound in (fact.value, fact.low, fact.high):
            assert not isinstance(bound, int | float) or float(bound) < float("inf"), reason
