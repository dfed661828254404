"""Dates at a distance: "two weeks ago", "almost two years ago", "three days later"."""

from __future__ import annotations

import datetime as dt

from factcheck.facts.calendar import periods as p
from factcheck.facts.calendar.context import Match, Setting, unplaced
from factcheck.facts.calendar.quarter import quarter_a_year_before
from factcheck.facts.calendar.words import UNITS, after_hyphen, cardinal_at, word_at
from factcheck.facts.tokens import trait

#: How far (days) "N units ago" may be off: half a unit, as it is rounded to one.
_SLACK = {"day": 0, "week": 4, "fortnight": 4, "month": 16, "year": 183, "decade": 1826}
#: Without one of these words no distance is told.
DISTANCE = trait(("ago", "earlier", "before", "previously", "later"))


def ago(s: Setting, i: int) -> Match | None:
    """ "two weeks ago", "almost two years ago", "a week or so ago", "three days later"."""
    t, start = s.tokens, i
    approx = False
    if not s.traits & DISTANCE:
        return None
    for words in (
        ("just", "almost", "nearly", "about", "around", "over", "roughly", "some"),
        ("more", "less", "under"),
    ):
        if word_at(t, i) in words:
            approx, i = word_at(t, i) != "just", i + 1
    if word_at(t, i) == "than":
        i += 1
    count = cardinal_at(t, i)
    if count is None:
        return None
    at = after_hyphen(t, count.last)
    unit = UNITS.get(word_at(t, at))
    if unit is None:
        return None
    last = at + 1
    if word_at(t, last) == "or" and word_at(t, last + 1) in ("so", "more"):
        approx, last = True, last + 2
    word = word_at(t, last)
    if word == "before" and word_at(t, last + 1)[:1].isalnum():
        return None  # "a month before the vote": the vote is not dated here
    if word in ("earlier", "before", "previously"):
        return _year_earlier(s, count.value, unit, start, last + 1)
    if word == "later" and (anchor := anchor_for(s, unit)):
        return _shifted(anchor, count.value, unit, start, last + 1, approx)
    if word != "ago":
        return None
    finance = quarter_a_year_before(s, start, last + 1) if unit == "year" and count.value == 1 else None
    if finance or s.published is None:
        return finance or Match(
            start, last + 1, unplaced(s, start, last + 1, unit if unit in _SLACK else "day")
        )
    return _shifted(s.published, -count.value, unit, start, last + 1, approx)


def anchor_for(s: Setting, unit: str) -> dt.date | None:
    """The date before in the passage, if it is as precise as a distance in ``unit`` needs."""
    before = s.previous
    if before is None or before.low is None:
        return None
    if unit in ("day", "week", "fortnight"):
        return before.low if before.low == before.high else None
    if before.unit in ("day", "month") or (before.unit == "year" and unit in ("year", "decade")):
        plain = before.unit == "day" or before.low.day == 1
        return before.low if plain else None
    return None


def _shifted(day: dt.date, count: int, unit: str, first: int, last: int, approx: bool) -> Match | None:
    """``count`` units from ``day``: the value at the unit's precision, with the unit's slack."""
    if unit in ("year", "decade"):
        moved = p.shift_months(day, 12 * count * (10 if unit == "decade" else 1))
    elif unit == "month":
        moved = p.shift_months(day, count)
    else:
        moved = p.shift_days(day, count * {"day": 1, "week": 7, "fortnight": 14}[unit])
    if moved is None or moved.year < 1000:
        return None
    slack = _SLACK[unit] * (2 if approx else 1) or int(approx or abs(count) > 6)
    period = p.year_period(moved.year) if unit in ("year", "decade") else p.day_period(moved)
    if unit == "month":
        period = p.month_period(moved.year, moved.month)
    low, high = p.shift_days(moved, -slack), p.shift_days(moved, slack)
    return Match(first, last, period._replace(low=low, high=high), approx=approx or slack > 0)


def _year_earlier(s: Setting, count: int, unit: str, first: int, last: int) -> Match | None:
    """ "a year earlier": from the date before in the passage, or the reported quarter's year before."""
    if unit == "year" and count == 1 and (found := quarter_a_year_before(s, first, last)):
        return found
    anchor = anchor_for(s, unit)
    return _shifted(anchor, -count, unit, first, last, approx=False) if anchor else None
