"""Times of day: what is found, on which clock, and how two times relate."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.facts import date, time
from factcheck.facts.passage import read_passage
from factcheck.model import Fact


def found(text: str) -> list[Fact]:
    passage = read_passage(text)
    return time.find(passage, date.find(passage, ()))


TIMES = [
    ("It began at 5 p.m. Thursday.", ("5 p.m.", "17:00", None), "hour"),
    ("It began at 5pm on Thursday.", ("5pm", "17:00", None), "no dots, no space"),
    ("It began at 5.30pm.", ("5.30pm", "17:30", None), "British point"),
    ("It began at 12 a.m.", ("12 a.m.", "00:00", None), "midnight"),
    ("It began at 12:15 p.m.", ("12:15 p.m.", "12:15", None), "after noon"),
    ("It began at 7:37 AM local time.", ("7:37 AM local time", "07:37", "local"), "local"),
    ("It began at 0737 GMT.", ("0737 GMT", "07:37", "GMT"), "four digits with a zone"),
    ("It began at 1100 hours.", ("1100 hours", "11:00", None), "clock hours"),
    ("It began at 1530 local.", ("1530 local", "15:30", "local"), "local without time"),
    ("It began at 9:30 a.m. EST.", ("9:30 a.m. EST", "09:30", "EST"), "zone"),
    ("It began at 5 p.m. Eastern time.", ("5 p.m. Eastern time", "17:00", "ET"), "zone in words"),
    ("It began around noon.", ("around noon", "12:00", None), "approximated"),
    ("It began at midnight.", ("midnight", "00:00", None), "word"),
    ("It began at 10 o'clock.", ("10 o'clock", "10:00", None), "o'clock"),
    ("Last updated 00:26", ("00:26", "00:26", None), "full day by its zero"),
]
NO_TIMES = [
    ("They worked 1100 hours on 1530 houses.", "a duration and a count"),
    ("Her run took 2:35:10, his 4:02.5.", "race times"),
    ("The side won 3:1.", "a score"),
    ("A noble High Noon film.", "a name"),
    ("It fell 5 percent am Main.", "no meridiem"),
]


@pytest.mark.parametrize(("text", "expected", "reason"), TIMES)
def test_values(text: str, expected: tuple[str, str, str | None], reason: str) -> None:
    assert [(f.text, f.value, f.unit) for f in found(text)] == [expected], reason


@pytest.mark.parametrize(("text", "reason"), NO_TIMES)
def test_no_time(text: str, reason: str) -> None:
    assert found(text) == [], reason


def test_a_span_of_hours_shares_its_half() -> None:
    assert [f.value for f in found("Open from 9 to 11 p.m. daily.")] == ["21:00", "23:00"]
    assert [f.value for f in found("Open from 10 to 2 p.m. daily.")] == ["10:00", "14:00"]


def test_widths() -> None:
    (noon,) = found("It began around noon.")
    assert (noon.low, noon.high, noon.approx) == ("11:30", "12:30", True)
    (sharp,) = found("It began at 7:37 a.m.")
    assert (sharp.low, sharp.high, sharp.approx) == ("07:37", "07:37", False)


PAIRS = [
    ("at 5 p.m.", "at 5pm", "equal", "spelling"),
    ("at 9:30 a.m. EST", "at 1430 GMT", "equal", "zones converted"),
    ("at 11 p.m. EST", "at 0400 GMT", "equal", "across midnight"),
    ("at 7:37 a.m. local time", "at 0737 GMT", None, "the local zone is unknown"),
    ("at about 2045 GMT", "at around 9pm", None, "only one has a zone"),
    ("at 1100 hours", "around noon", "conflict", "outside the half hour"),
    ("at 11:45 a.m.", "around noon", "compatible", "inside the half hour"),
    ("at 8:55 p.m.", "at 9 p.m.", "compatible", "a bare hour is rounded"),
    ("at 8:30 p.m.", "at 9 p.m.", "conflict", "too far for rounding"),
    ("at 7:30", "at 7:30 p.m.", "compatible", "half of the day unknown"),
    ("at 7:30", "at 8:30 p.m.", "conflict", "in neither half"),
    ("around midnight", "at 11:45 p.m.", "compatible", "round the clock"),
    ("before 9 a.m.", "at 8:30 a.m.", "compatible", "one side"),
]


@pytest.mark.parametrize(("a", "b", "expected", "reason"), PAIRS)
def test_compare(a: str, b: str, expected: str | None, reason: str) -> None:
    relation = time.compare(found(f"It began {a}.")[0], found(f"It began {b}.")[0])
    assert (relation.relation if relation else None) == expected, reason


WORDS = st.sampled_from(
    "at around about 5 9:30 0737 1100 1530 00:26 12 p.m. am PM a p m . noon midnight o'clock ten GMT EST IST "
    "local time ( ) hours to - between and before from 23:59 12:00 Thursday said".split()
)
TEXTS = st.lists(WORDS, max_size=12).flatmap(lambda ws: st.sampled_from([" ".join(ws), "".join(ws)]))


@given(TEXTS)
def test_facts_are_slices_and_clock_readings(text: str) -> None:
    for fact in found(text):
        assert text[fact.start : fact.end] == fact.text
        for reading in (fact.value, fact.low, fact.high):
            hour, minute = str(reading).split(":")
            assert 0 <= int(hour) < 24
            assert 0 <= int(minute) < 60


@given(TEXTS)
def test_a_fact_equals_itself(text: str) -> None:
    for fact in found(text):
        relation = time.compare(fact, fact)
        assert relation is not None
        assert relation.relation == "equal"


@given(TEXTS, TEXTS)
def test_compare_is_symmetric(x: str, y: str) -> None:
    for a in found(x):
        for b in found(y):
            there, back = time.compare(a, b), time.compare(b, a)
            assert (there.relation if there else None) == (back.relation if back else None)
