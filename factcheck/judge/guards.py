"""Signs that two claims tell of different events or things: then no figure is set against another."""

from __future__ import annotations

import datetime as dt
import itertools
from collections.abc import Sequence

from factcheck.align.terms import word_term
from factcheck.facts.calendar.words import MONTHS, SHORT_MONTHS, WEEKDAYS
from factcheck.facts.tokens import tokenize
from factcheck.lexicon.countries import gazetteer
from factcheck.model import Claim, Fact

#: days that two accounts of one event may lie apart (time zones, "overnight")
_SAME_EVENT_DAYS = 3
#: a report of early January tells of last December: two weeks belong to the year before
_NEW_YEAR = dt.timedelta(days=14)
_NAMES = ("person", "org", "place")
_CALENDAR = frozenset((*MONTHS, *SHORT_MONTHS, *WEEKDAYS))


def current_year(published: Sequence[str | None]) -> int | None:
    """The year that reports published on these days tell of; None if no day is known."""
    days = [day for day in published if day]
    return (dt.date.fromisoformat(min(days)) - _NEW_YEAR).year if days else None


def looks_back(a: Claim, b: Claim, current: int | None) -> bool:
    """One claim looks back at a year ("in 2004") that the other does not name."""
    return _past_years(_event_days(a), current) != _past_years(_event_days(b), current)


def other_days(a: Claim, b: Claim) -> bool:
    """Both claims date what they tell, and no date of one lies near a date of the other."""
    left, right = _event_days(a), _event_days(b)
    return bool(left and right) and not any(_near(x, y) for x in left for y in right)


def _event_days(claim: Claim) -> list[Fact]:
    return [f for f in claim.facts if f.kind == "date" and f.role != "said" and f.low and f.high]


def _past_years(days: Sequence[Fact], current: int | None) -> set[str]:
    """Years looked back at: before the current one, or any bare year where that is unknown."""
    years = {(str(f.low)[:4], f.unit) for f in days if str(f.low)[:4] == str(f.high)[:4]}
    if current is None:
        return {year for year, unit in years if unit == "year"}
    return {year for year, _ in years if int(year) < current}


def _near(x: Fact, y: Fact) -> bool:
    slack = dt.timedelta(days=_SAME_EVENT_DAYS)
    x_low, x_high, y_low, y_high = (dt.date.fromisoformat(str(d)) for d in (x.low, x.high, y.low, y.high))
    return x_low - slack <= y_high and y_low - slack <= x_high


def other_place(a: Claim, b: Claim) -> bool:
    """Both claims name places of known countries, and no country is in both.

    Places the gazetteer does not know tell nothing apart: either may lie in the other.
    """
    left, right = _countries(a), _countries(b)
    return bool(left and right) and None not in left | right and not left & right


def _countries(claim: Claim) -> set[str | None]:
    return {_country(str(f.value)) for f in claim.facts if f.kind == "place" and f.unit is None}


def _country(place: str) -> str | None:
    known, key = gazetteer(), place.lower()
    while key not in known.countries:
        if key not in known.inside:
            return None
        key = known.inside[key]
    return key


def other_names(a: Claim, b: Claim) -> bool:
    """Both claims name somebody or something beside their speakers, and no name is in both.

    Names are read broadly, as capitalised words inside the sentence: an index, a club or
    a drug tells two statements apart as well as a person does.
    """
    left, right = _names(a), _names(b)
    return bool(left and right) and not left & right


def _names(claim: Claim) -> set[str]:
    speaker = claim.speaker or ""
    outside = {t.lower for t in tokenize(speaker)} | _CALENDAR
    found = {
        word_term(t.lower.replace(".", ""))
        for f in claim.facts
        if f.kind in _NAMES
        and f.unit is None
        and not (speaker and (f.text in speaker or speaker in str(f.value)))
        for t in tokenize(str(f.value))
        if t.is_word
    }
    tokens = tokenize(claim.text)
    for before, token in itertools.pairwise(tokens):
        if token.text[0].isupper() and token.lower not in outside and before.text[-1] not in ".!?:\"“'‘«":
            found.add(word_term(token.lower.replace(".", "")))
    return found
