"""How long something lasts or takes.

Agreeing: one length in two units.

>>> from factcheck.facts import compare_facts, extract_facts
>>> a, = extract_facts("It will take 14 days")
>>> b, = extract_facts("It will take two weeks")
>>> (a.value, b.value, compare_facts(a, b).relation)
('P14D', 'P2W', 'equal')

Conflicting:

>>> c, = extract_facts("It will take three weeks")
>>> compare_facts(a, c).why
'“14 days” and “three weeks” cannot both hold: 14 days against 21 days'
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from factcheck.facts.passage import Passage
from factcheck.facts.quantities.interval import Interval, overlaps, relate, tidy
from factcheck.facts.quantities.nouns import noun_after
from factcheck.facts.quantities.numbers import Number
from factcheck.facts.quantities.numerals import joins, lower
from factcheck.facts.quantities.quantity import interval_of, is_free, quantity, relation, show
from factcheck.facts.quantities.topics import topic_before
from factcheck.facts.tokens import Word, trait
from factcheck.lexicon.wordset import word_set
from factcheck.model import Fact, Relation


class _Unit(NamedTuple):
    """``times`` of the ISO designator make one; ``low``/``high`` days are its shortest and longest."""

    name: str
    designator: str
    times: int
    low: float
    high: float


_SECOND = 1 / 86400
_YEAR = _Unit("year", "P{}Y", 1, 365, 366)
_UNITS = {
    "second": _Unit("second", "PT{}S", 1, _SECOND, _SECOND),
    "minute": _Unit("minute", "PT{}M", 1, 1 / 1440, 1 / 1440),
    "hour": _Unit("hour", "PT{}H", 1, 1 / 24, 1 / 24),
    "day": _Unit("day", "P{}D", 1, 1, 1),
    "week": _Unit("week", "P{}W", 1, 7, 7),
    "fortnight": _Unit("week", "P{}W", 2, 14, 14),
    "month": _Unit("month", "P{}M", 1, 28, 31),
    "year": _YEAR,
    "decade": _Unit("year", "P{}Y", 10, 3650, 3660),
    "century": _Unit("year", "P{}Y", 100, 36500, 36600),
}
_BY_NAME = {u.name: u for u in _UNITS.values() if u.times == 1}
_FORMS = {form: unit for word, unit in _UNITS.items() for form in (word, word + "s")} | {
    "centuries": _UNITS["century"], "hr": _UNITS["hour"], "hrs": _UNITS["hour"], "min": _UNITS["minute"],
    "mins": _UNITS["minute"], "sec": _UNITS["second"], "secs": _UNITS["second"], "yr": _YEAR, "yrs": _YEAR,
}  # fmt: skip
#: Without a unit there is no duration.
TRAITS = trait(_FORMS)
#: A point in time, not a length: "10 years ago", "two days later".
_POINT = word_set("ago earlier later hence old")
#: Before "a week" or "an hour" these tell a length ("for a week", not "$5 a week").
_LENGTH = word_set(
    """
    for within lasted lasts last lasting take took takes taking about nearly almost than over least
    """
)
#: "Over the past three years" says when, not how long anything lasts.
_WHEN = {
    "past": "past", "last": "past", "previous": "past", "preceding": "past", "recent": "past",
    "next": "next", "coming": "next", "following": "next",
}  # fmt: skip
_SENTENCED = word_set("sentenced jailed imprisoned")
_PRISON = word_set("prison jail bars custody")
_LISTING = word_set("to for of in after within")
#: Lengths in different units are rounded to them: "three weeks" and "20 days" are one length.
_MIXED_UNITS = 0.1


def find(passage: Passage, taken: Sequence[Fact]) -> list[Fact]:
    """Facts with an ISO 8601 ``value`` in the written unit, ``low``/``high`` as numbers of ``unit``."""
    found: list[Fact] = []
    for number in passage.numbers:
        fact = None if number.ordinal else _counted(passage, number)
        if fact is not None and is_free(taken, fact.start, fact.end):
            found.append(fact)
    for i, token in enumerate(passage.tokens):
        if token.lower in ("a", "an", "half"):
            fact = _single(passage, i)
            if fact is not None and is_free((*taken, *found), fact.start, fact.end):
                found.append(fact)
    return sorted(found, key=lambda f: f.start)


def _counted(passage: Passage, number: Number) -> Fact | None:
    tokens = passage.tokens
    hyphen = joins(tokens, number.last)
    at = number.last + 1 if hyphen else number.last
    while lower(tokens, at) in (
        "more",
        "full",
        "straight",
        "consecutive",
        "additional",
        "of",
        "whole",
        "long",
    ):
        if lower(tokens, at) == "of" and number.value is not None:
            return None
        at += 1
    unit = _FORMS.get(lower(tokens, at))
    if unit is None:
        shared = _shared_unit(passage, number)
        return None if shared is None else _fact(passage, number, number.last, shared, number.first, False)
    if not _is_length(tokens, at, number):
        return None
    end = at + 1
    if lower(tokens, end) == "and" and lower(tokens, end + 1) == "a" and lower(tokens, end + 2) == "half":
        number, end = _plus_half(number, end + 3), end + 3
    if lower(tokens, end) == "or" and lower(tokens, end + 1) in ("so", "more", "less"):
        end += 2
    return _fact(passage, number, end, unit, number.first, hyphen)


def _shared_unit(passage: Passage, number: Number) -> _Unit | None:
    """The months of "sentenced to 21 and 18 months", named once for both."""
    tokens, at = passage.tokens, number.last + 1
    listed = lower(tokens, number.last) == "and" and lower(tokens, number.first - 1) in _LISTING
    after = next((n for n in passage.numbers if n.first == at and not n.ordinal), None) if listed else None
    return None if after is None else _FORMS.get(lower(tokens, after.last))


def _plus_half(number: Number, last: int) -> Number:
    """A year and a half."""
    if not isinstance(number.value, int):
        return number
    value = number.value + 0.5
    return Number(number.first, last, number.core, value, value, value, approx=number.approx)


def _is_length(tokens: Sequence[Word], at: int, number: Number) -> bool:
    following = lower(tokens, at + 1)
    if following in _POINT or (following in ("-", "of") and lower(tokens, at + 2) in ("old", "olds", "age")):
        return False
    word = tokens[at]
    if (
        len(word.text) <= 3
        and word.lower not in ("day",)
        and not word.lower.startswith(("hr", "min", "sec", "yr"))
    ):
        return False
    # 1100 hours is a clock time
    return not (
        word.lower == "hours"
        and tokens[number.core[0]].text.isdecimal()
        and len(tokens[number.core[0]].text) == 4
    )


def _single(passage: Passage, i: int) -> Fact | None:
    """For a week, half an hour, half-hour, a year and a half."""
    tokens = passage.tokens
    if tokens[i].lower == "half":
        at = i + 2 if lower(tokens, i + 1) in ("a", "an", "-") else i + 1
        unit, value = _FORMS.get(lower(tokens, at)), 0.5
        if (
            unit is None
            or at == i + 1
            or lower(tokens, at + 1) in _POINT
            or lower(tokens, i - 1) in ("and", "second", "first")
        ):
            return None
        number = Number(i, at + 1, (i, at), value, value, value)
        return _fact(passage, number, at + 1, unit, i, tokens[at - 1].text == "-")
    unit = _FORMS.get(lower(tokens, i + 1))
    half = [lower(tokens, i + k) for k in (2, 3, 4)] == ["and", "a", "half"]
    if (
        unit is None
        or (lower(tokens, i - 1) not in _LENGTH and not half)
        or unit.name == "second"
        or lower(tokens, i + 2) in _POINT
    ):
        return None
    number = Number(i, i + 2, (i, i + 1), 1, 1, 1)
    end = i + 2
    if half:
        number, end = _plus_half(number, end + 3), end + 3
    return _fact(passage, number, end, unit, i, False)


def _fact(passage: Passage, number: Number, end: int, unit: _Unit, first: int, hyphen: bool) -> Fact:
    role = _WHEN.get(lower(passage.tokens, first - 1))
    of = None if role else _of(passage.tokens, first, end, hyphen)
    fact = quantity(passage, "duration", number, end, unit.name, of, role)

    def times(x: float | int | str | None) -> float | int | None:
        return None if x is None or isinstance(x, str) else tidy(x * unit.times)

    value = times(fact.value)
    iso = None if value is None else unit.designator.format(value)
    return replace(fact, value=iso, low=times(fact.low), high=times(fact.high))


def _of(tokens: Sequence[Word], first: int, end: int, hyphen: bool) -> str | None:
    """What lasts: the noun a hyphenated length describes, or the subject of take and last."""
    if hyphen or (end < len(tokens) and tokens[end].text in ("'", "’") and tokens[end].glued):
        noun = noun_after(tokens, end if hyphen else end + 1, one=True)
        return None if noun is None else noun.text
    near = [t.lower for t in tokens[max(0, first - 5) : first]]
    if _SENTENCED & set(near) or (
        lower(tokens, end) in ("in", "behind") and lower(tokens, end + 1) in _PRISON
    ):
        return "sentence"
    if not any(w.startswith(("take", "took", "taking", "last", "continu", "remain", "need")) for w in near):
        return None
    topic = topic_before(tokens, first)
    return None if topic is None else topic.text


def _days(fact: Fact) -> Interval:
    """The length in days, a month being 28 to 31 of them."""
    unit, interval = _BY_NAME[fact.unit or "day"], interval_of(fact)
    low = None if interval.low is None else interval.low * unit.low
    high = None if interval.high is None else interval.high * unit.high
    return Interval(None, low, high, interval.low_open, interval.high_open, interval.approx)


def compare(a: Fact, b: Fact) -> Relation | None:
    """Compare two lengths; different units are converted and allowed 10 % of rounding."""
    if a.unit not in _BY_NAME or b.unit not in _BY_NAME:
        return None
    if a.unit == b.unit:
        left, right = (interval_of(f)._replace(value=_figure(f)) for f in (a, b))
        return relation(a, b, relate(left, right), _words(a, a.unit), _words(b, a.unit))
    left, right = _days(a), _days(b)
    unit = min((a.unit, b.unit), key=lambda name: _BY_NAME[name].low)
    shown = (_words(a, unit), _words(b, unit))
    if overlaps(left, right):
        return relation(a, b, "compatible" if a.approx or b.approx else "equal", *shown)
    slack = _MIXED_UNITS * min(x.high or x.low or 0.0 for x in (left, right)) / 2
    near = overlaps(left.widened(slack), right.widened(slack))
    return relation(a, b, "compatible" if near else "conflict", *shown)


def _figure(fact: Fact) -> float | int | None:
    """The number in an ISO 8601 duration of one unit."""
    if not isinstance(fact.value, str):
        return None
    return tidy(float(fact.value.strip("PTYMWDHS")))


def _words(fact: Fact, unit: str) -> str:
    """The length in another unit, for the reader ("21 days")."""
    value = _figure(fact)
    if value is None:
        return fact.text
    factor = _BY_NAME[fact.unit or unit].low / _BY_NAME[unit].low
    if fact.unit in ("month", "year") and unit not in ("month", "year"):
        return fact.text
    if fact.unit == "year" and unit == "month":
        factor = 12
    amount = tidy(round(value * factor, 2))
    return f"{show(amount)} {unit}" + ("" if amount == 1 else "s")
