"""Dates: what is found, what it resolves to, what it dates, how two dates relate."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.facts import date
from factcheck.facts.passage import read_passage
from factcheck.model import Fact

FRIDAY = dt.date(2022, 1, 14)


def found(text: str, published: dt.date | None = FRIDAY) -> list[Fact]:
    return date.find(read_passage(text, published=published), ())


def values(text: str, published: dt.date | None = FRIDAY) -> list[tuple[str, object]]:
    return [(f.text, f.value) for f in found(text, published)]


FULL_DATES = [
    ("Guards left on Jan. 13, 2022.", [("Jan. 13, 2022", "2022-01-13")], "American order"),
    ("Guards left on 13 January 2022.", [("13 January 2022", "2022-01-13")], "British order"),
    ("Guards left on the 13th of January 2022.", [("13th of January 2022", "2022-01-13")], "ordinal with of"),
    ("Guards left on March eighth.", [("March eighth", "2022-03-08")], "a near date lies ahead"),
    ("Polls open on May 3 and 4, 2021.", [("May 3 and 4, 2021", "2021-05-03/2021-05-04")], "two days"),
    ("On May 3 and 4 people fell.", [("May 3", "2021-05-03")], "the 4 counts people"),
    ("Guards left on 2021-11-30.", [("2021-11-30", "2021-11-30")], "ISO"),
    ("Guards left on 11/30/2021.", [("11/30/2021", "2021-11-30")], "only one order is possible"),
    ("Guards left on 03/04/2021.", [], "day and month may be swapped"),
    ("Guards left on 30.11.2021.", [("30.11.2021", "2021-11-30")], "dotted is day first"),
    ("Guards left on Feb. 30.", [], "no such day"),
    ("Guards left on Thursday, Jan. 13, 2022.", [("Thursday, Jan. 13, 2022", "2022-01-13")], "one date"),
    ("Code ABX20211130.0007 2021-11-30", [("2021-11-30", "2021-11-30")], "not the file code"),
    ("She was born on May 5, 2000.", [("May 5, 2000", "2000-05-05")], "year after a comma"),
    ("It was quiet on the Fourth of July.", [("Fourth of July", "2021-07-04")], "ordinal word with of"),
    ("Much changed after 9/11.", [("9/11", "2001-09-11")], "named after its day"),
    ("Much changed after the Sept. 11 attacks.", [("Sept. 11", "2001-09-11")], "named after its day"),
]
PERIODS = [
    ("It opened in January 2021.", [("January 2021", "2021-01")], "month"),
    ("It opened in June last year.", [("June last year", "2021-06")], "month of a relative year"),
    ("It opened last August.", [("last August", "2021-08")], "the August before"),
    ("It will open in June.", [("June", "2022-06")], "future"),
    ("It opened in June.", [("June", "2021-06")], "past"),
    ("The rules date from mid-1996.", [("mid-1996", "1996")], "part of a year"),
    ("It was built in the late 1970s.", [("late 1970s", "197")], "decade"),
    ("It must end by the year two thousand.", [("two thousand", "2000")], "year in words"),
    ("The 2004 tsunami was worse.", [("2004", "2004")], "year before a noun"),
    ("Output fell in the third quarter.", [("third quarter", "2021-Q3")], "the last such quarter"),
    ("The firm had a third-quarter loss.", [("third-quarter", "2021-Q3")], "hyphenated"),
    (
        "Output fell in the third quarter of 1990.",
        [("third quarter of 1990", "1990-Q3")],
        "quarter of a year",
    ),
    ("It rained this summer.", [("this summer", "2022-SU")], "season"),
    ("He wrote last week.", [("last week", "2022-W01")], "ISO week"),
    ("He wrote two weeks ago.", [("two weeks ago", "2021-12-31")], "weeks ago"),
    ("He wrote almost two years ago.", [("almost two years ago", "2020")], "years ago"),
    ("He sat from 1967 to 1979.", [("1967 to 1979", "1967/1979")], "range of years"),
    ("Tents stood from Nov. 16-18.", [("Nov. 16-18", "2021-11-16/2021-11-18")], "range of days"),
    ("They fought between 3 and 5 May.", [("3 and 5 May", "2021-05-03/2021-05-05")], "shared month"),
]
DEICTIC = [
    ("The ministry said Thursday it was over.", [("Thursday", "2022-01-13")], "past weekday"),
    ("The ministry said Friday it was over.", [("Friday", "2022-01-14")], "published on that day"),
    ("They will meet Thursday.", [("Thursday", "2022-01-20")], "future weekday"),
    ("Talks are to resume Monday.", [("Monday", "2022-01-17")], "to be + infinitive"),
    ("He agreed to leave on Monday.", [("Monday", "2022-01-17")], "infinitive after a promise"),
    ("He agreed on Monday to leave.", [("Monday", "2022-01-10")], "the promise itself"),
    ("He fell late Thursday night.", [("late Thursday night", "2022-01-13")], "part of day"),
    (
        "He came yesterday and leaves tomorrow.",
        [("yesterday", "2022-01-13"), ("tomorrow", "2022-01-15")],
        "deictic",
    ),
    ("It rained from Monday to Wednesday.", [("Monday to Wednesday", "2022-01-10/2022-01-12")], "range"),
    (
        "The vote was held Jan. 3; three days later it was void.",
        [("Jan. 3", "2022-01-03"), ("three days later", "2022-01-06")],
        "anchored on the date before",
    ),
    ("Three days later it was void.", [], "nothing to anchor on"),
]
TRAPS = [
    ("They may march on the capital.", "verbs"),
    ("Solemn march music; the second man sat in the sun and they wed.", "ordinary words"),
    ("He sent 2000 troops into 2000 villages.", "counts"),
    ("About 1950 soldiers and 1,998 sailors came at 1100 hours.", "counts and clock hours"),
    ("It costs $1998 on Route 2001.", "prices and names"),
    ("The Sunday Times and USA Today wrote about Fridays.", "names and habits"),
    ("June spoke with April and May.", "names of people"),
]


@pytest.mark.parametrize(("text", "expected", "reason"), FULL_DATES + PERIODS + DEICTIC)
def test_values(text: str, expected: list[tuple[str, object]], reason: str) -> None:
    assert values(text) == expected, reason


@pytest.mark.parametrize(("text", "reason"), TRAPS)
def test_no_date(text: str, reason: str) -> None:
    assert values(text) == [], reason


UNPLACED = [
    ("Guards left Thursday.", "thursday", "weekday"),
    ("Guards left on Jan. 13.", "XXXX-01-13", "month-day"),
    ("Guards left in January.", "XXXX-01", "month"),
    ("Guards left today.", "today", "day"),
]


@pytest.mark.parametrize(("text", "value", "unit"), UNPLACED)
def test_without_publication_day(text: str, value: str, unit: str) -> None:
    (fact,) = found(text, None)
    assert (fact.value, fact.unit, fact.low, fact.high) == (value, unit, None, None)


GOVERNORS = [
    (
        "The handover ended Thursday, the ministry announced on Friday.",
        [("ended", "end"), ("announced", "said")],
    ),
    ("On Tuesday, the crowd gathered in the square.", [("gathered", "gather")]),
    ("A warship on Thursday repelled two boats.", [("repelled", "repel")]),
    ("Rescuers praised the Aug. 2 raid.", [("raid", "raid")]),
    ("Thursday's fatal shooting shocked the town.", [("shooting", "shoot")]),
    ("They will formally meet on Monday.", [("meet", "meet")]),
    ("Rome, 3 May 2020", [(None, None)]),
]


@pytest.mark.parametrize(("text", "expected"), GOVERNORS)
def test_what_is_dated(text: str, expected: list[tuple[str | None, str | None]]) -> None:
    assert [(f.of, f.role) for f in found(text)] == expected


PAIRS = [
    ("It ended Thursday.", FRIDAY, "It ended Jan. 13.", FRIDAY, "equal", "weekday resolved"),
    ("It ended Thursday.", FRIDAY, "It ended Friday.", FRIDAY, "conflict", "two days"),
    ("It ended Thursday.", None, "It ended Friday.", None, "conflict", "two weekdays"),
    ("It ended Thursday.", None, "It ended on Jan. 13, 2022.", None, "compatible", "a Thursday"),
    ("It ended Friday.", None, "It ended on Jan. 13, 2022.", None, "conflict", "no Friday"),
    ("It ended Friday.", None, "It ended in January.", None, None, "weekday and month"),
    ("It ended in January 2022.", None, "It ended on Jan. 13, 2022.", None, "compatible", "contained"),
    ("It ended on Jan. 13.", None, "It ended on Jan. 13, 2022.", None, "compatible", "year unknown"),
    ("It ended on Jan. 14.", None, "It ended on Jan. 13, 2022.", None, "conflict", "another day"),
    ("It ran July to September.", None, "It ran in August.", None, None, "a range without a year"),
    ("It ended in 2021.", None, "It ended on Jan. 13, 2022.", None, "conflict", "another year"),
    ("He sat from 1967 to 1979.", None, "He sat from 1966 to 1978.", None, "conflict", "both ends stated"),
    ("He sat from 1967 to 1979.", None, "He sat in 1970.", None, "compatible", "within"),
    (
        "It fell in the third quarter.",
        FRIDAY,
        "It fell in November.",
        FRIDAY,
        None,
        "company quarters differ",
    ),
    ("It ran July to September.", None, "It ran in July.", None, "compatible", "months of no year"),
    ("It ran July to September.", None, "It ran in August.", None, None, "may lie within"),
    ("It ended Feb. 29.", None, "It ended in 2023.", None, "conflict", "no leap year"),
    ("It ended Dec. 30.", None, "It ran from 27 Dec. 2022 to 5 Jan. 2023.", None, "compatible", "two years"),
    ("It ended today.", None, "It ended yesterday.", None, None, "publication days unknown"),
    ("The army said Friday.", FRIDAY, "It ended on Thursday.", FRIDAY, None, "the report is not the event"),
    ("He left two weeks ago.", FRIDAY, "He left on Jan. 2.", FRIDAY, "compatible", "weeks are rounded"),
]


@pytest.mark.parametrize(("a", "pub_a", "b", "pub_b", "expected", "reason"), PAIRS)
def test_compare(
    a: str, pub_a: dt.date | None, b: str, pub_b: dt.date | None, expected: str | None, reason: str
) -> None:
    relation = date.compare(found(a, pub_a)[0], found(b, pub_b)[0])
    assert (relation.relation if relation else None) == expected, reason


def test_taken_spans_are_left_alone() -> None:
    passage = read_passage("It ended Thursday.", published=FRIDAY)
    assert date.find(passage, [Fact("org", 9, 17, "Thursday")]) == []


WORDS = st.sampled_from(
    "Jan. January May March 13 5 31 2000 1998 1,998 2022 , - / . of the last next this Thursday Monday "
    "week year years two three a ago later earlier quarter third said will meet ended to from between and "
    "in on today night early mid 's s th 9 11 summer 30 Feb. fiscal or so".split()
)
TEXTS = st.lists(WORDS, max_size=14).flatmap(lambda ws: st.sampled_from([" ".join(ws), "".join(ws)]))
DAYS = st.none() | st.dates(dt.date(1900, 1, 1), dt.date(2100, 12, 31))


@given(TEXTS, DAYS)
def test_facts_are_slices_in_order(text: str, published: dt.date | None) -> None:
    end = 0
    for fact in found(text, published):
        assert text[fact.start : fact.end] == fact.text != ""
        assert fact.start >= end
        assert (fact.low is None) == (fact.high is None)
        assert fact.low is None or str(fact.low) <= str(fact.high)
        end = fact.end


@given(TEXTS, DAYS)
def test_a_fact_equals_itself(text: str, published: dt.date | None) -> None:
    for fact in found(text, published):
        relation = date.compare(fact, fact)
        assert relation is not None
        assert relation.relation == "equal"


@given(TEXTS, TEXTS, DAYS, DAYS)
def test_compare_is_symmetric(x: str, y: str, day_x: dt.date | None, day_y: dt.date | None) -> None:
    for a in found(x, day_x):
        for b in found(y, day_y):
            there, back = date.compare(a, b), date.compare(b, a)
            assert (there.relation if there else None) == (back.relation if back else None)


@given(st.sampled_from([dt.date.min, dt.date(1, 2, 3), dt.date.max]), TEXTS)
def test_the_ends_of_the_calendar_do_not_raise(published: dt.date, text: str) -> None:
    for fact in found(text, published):
        assert text[fact.start : fact.end] == fact.text
