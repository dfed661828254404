"""Signs that two claims tell of different events or things: then no figure is set against another."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from factcheck.facts import compare_facts
from factcheck.facts.calendar.words import MONTHS, SHORT_MONTHS, WEEKDAYS
from factcheck.facts.tokens import tokenize
from factcheck.judge.earlier import looking_back
from factcheck.lexicon import term
from factcheck.lexicon.countries import gazetteer
from factcheck.model import NAMES, Claim, Fact

#: days that two accounts of one event may lie apart (time zones, "overnight")
_SAME_EVENT_DAYS = 3
#: a report of early January tells of last December: two weeks belong to the year before
_NEW_YEAR = (1, 15)
_CALENDAR = frozenset((*MONTHS, *SHORT_MONTHS, *WEEKDAYS))


@dataclass(frozen=True, slots=True)
class Signs:
    """What sets a claim in the world: names (as terms), days of its event, countries, and
    whether it looks back at another event (``factcheck.judge.earlier``).

    A country of None is a place the gazetteer does not know.
    """

    names: frozenset[str]
    days: tuple[Fact, ...]
    countries: frozenset[str | None]
    earlier: bool
    background: bool = False  # the rest of its article tells of another time


def read_signs(claims: Sequence[Claim]) -> dict[str, Signs]:
    """Id -> signs of each claim of an article."""
    return {c.id: _signs(c, earlier) for c, earlier in zip(claims, looking_back(claims), strict=True)}


def _signs(claim: Claim, earlier: bool) -> Signs:
    places = [f for f in claim.facts if f.kind == "place" and f.unit is None]
    return Signs(
        names=_names(claim),
        days=tuple(f for f in claim.facts if f.kind == "date" and f.role != "said"),
        countries=frozenset(_country(str(f.value)) for f in places),
        earlier=earlier,
    )


def current_year(published: Sequence[str | None]) -> int | None:
    """The year that reports published on these days tell of; None if no day is known."""
    days = [day for day in published if day]
    if not days:
        return None
    day = dt.date.fromisoformat(min(days))
    return day.year - ((day.month, day.day) < _NEW_YEAR)


def looks_back(a: Signs, b: Signs, current: int | None) -> bool:
    """One claim looks back at a year ("in 2004") or at another event, and the other does not."""
    if a.earlier != b.earlier:
        return True
    left, right = past_years(a.days, current), past_years(b.days, current)
    if any("range" in (x.unit, y.unit) and _near(x, y) for x in a.days for y in b.days):
        return False  # "since 2007" and "from 2007 to 2014"
    # One year each may be the very thing the sources disagree about.
    return left != right and not len(left) == len(right) == 1


def past_years(days: Sequence[Fact], current: int | None) -> set[str]:
    """Years looked back at: before the current one, or any bare year where that is unknown."""
    years = {(str(f.low)[:4], f.unit) for f in days if f.low and str(f.low)[:4] == str(f.high)[:4]}
    if current is None:
        return {year for year, unit in years if unit == "year"}
    return {year for year, _ in years if int(year) < current}


def other_days(a: Signs, b: Signs) -> bool:
    """Both claims date what they tell, and no date of one lies near a date of the other."""
    return bool(a.days and b.days) and not any(_near(x, y) for x in a.days for y in b.days)


def _near(x: Fact, y: Fact) -> bool:
    if not (x.low and x.high and y.low and y.high):
        # Without a year, two weekdays may be neighbours; two months or quarters are not.
        relation = compare_facts(x, y)
        return relation is None or relation.relation != "conflict" or "weekday" in (x.unit, y.unit)
    slack = dt.timedelta(days=_SAME_EVENT_DAYS)
    x_low, x_high, y_low, y_high = (dt.date.fromisoformat(str(d)) for d in (x.low, x.high, y.low, y.high))
    return x_low - slack <= y_high and y_low - slack <= x_high


def other_place(a: Signs, b: Signs) -> bool:
    """Both claims name places of known countries, and no country is in both.

    Places the gazetteer does not know tell nothing apart: either may lie in the other.
    """
    both = a.countries | b.countries
    return bool(a.countries and b.countries) and None not in both and not a.countries & b.countries


def _country(place: str) -> str | None:
    known, key = gazetteer(), place.lower()
    while key not in known.countries:
        if key not in known.inside:
            return None
        key = known.inside[key]
    return key


def other_names(a: Signs, b: Signs) -> bool:
    """Both claims name somebody or something beside their speakers, and no name is in both.

    Names are read broadly, as capitalised words inside the sentence: an index, a club or
    a drug tells two statements apart as well as a person does.
    """
    return bool(a.names and b.names) and not a.names & b.names


def other_persons(a: Claim, b: Claim) -> bool:
    """Both claims name somebody beside their speakers, and nobody is in both."""
    left, right = _persons(a), _persons(b)
    return bool(left and right) and all(compare_facts(x, y) is None for x in left for y in right)


def _persons(claim: Claim) -> list[Fact]:
    speaker = claim.speaker or ""
    return [f for f in claim.facts if f.kind == "person" and f.unit is None and not _is_speaker(f, speaker)]


def _is_speaker(fact: Fact, speaker: str) -> bool:
    return bool(speaker) and (fact.text in speaker or speaker in str(fact.value))


def _names(claim: Claim) -> frozenset[str]:
    speaker = claim.speaker or ""
    outside = {t.lower for t in tokenize(speaker)} | _CALENDAR
    found = {
        term(t.lower.replace(".", ""))
        for f in claim.facts
        if f.kind in NAMES and f.unit is None and not _is_speaker(f, speaker)
        for t in tokenize(str(f.value))
        if t.is_word
    }
    for before, token in pairwise(tokenize(claim.text)):
        if token.text[0].isupper() and token.lower not in outside and before.text[-1] not in ".!?:\"“'‘«":
            found.add(term(token.lower.replace(".", "")))
    return frozenset(found)
