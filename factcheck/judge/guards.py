"""Signs that two claims tell of different events or things: then no figure is set against another."""

from __future__ import annotations

import datetime as dt
from functools import lru_cache

from factcheck.facts import compare_facts
from factcheck.judge.signs import Signs, is_speaker
from factcheck.model import Claim, Fact

#: days that two accounts of one event may lie apart (time zones, "overnight")
_SAME_EVENT_DAYS = 3
#: a report of early January tells of last December: two weeks belong to the year before
_NEW_YEAR = (1, 15)


@lru_cache(maxsize=1000)
def current_year(published: tuple[str | None, ...]) -> int | None:
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
    left, right = _past_years(a, current), _past_years(b, current)
    # One year each may be the very thing the sources disagree about.
    if left == right or len(left) == len(right) == 1:
        return False
    # "since 2007" and "from 2007 to 2014"
    return not any("range" in (x.unit, y.unit) and _near(x, y) for x in a.days for y in b.days)


def _past_years(signs: Signs, current: int | None) -> set[int]:
    """Years looked back at: before the current one, or any bare year where that is unknown."""
    if current is None:
        return {year for year, unit in signs.years if unit == "year"}
    return {year for year, _ in signs.years if year < current}


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


def other_names(a: Signs, b: Signs) -> bool:
    """Both claims name somebody or something beside their speakers, and no name is in both.

    Names are read broadly, as capitalised words inside the sentence: an index, a club or
    a drug tells two statements apart as well as a person does.
    """
    return bool(a.names and b.names) and a.names.isdisjoint(b.names)


def other_persons(a: Claim, b: Claim) -> bool:
    """Both claims name somebody beside their speakers, and nobody is in both."""
    left, right = _persons(a), _persons(b)
    return bool(left and right) and all(compare_facts(x, y) is None for x in left for y in right)


def _persons(claim: Claim) -> list[Fact]:
    speaker = claim.speaker or ""
    return [f for f in claim.facts if f.kind == "person" and f.unit is None and not is_speaker(f, speaker)]
