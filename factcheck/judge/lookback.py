"""Claims that look back at another event of the kind ("last year's quake", "a separate attack").

News reports of a quake end with the quakes before it, and their figures are not its own. Some
say so in words; of others the dates tell: a year that is not the lead's, or a day weeks from it.
A sentence that goes on about what the one before told ("It killed 612") belongs to it.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence

from factcheck.facts.calendar.words import MONTHS
from factcheck.model import Claim, Fact

#: what tells of an event and is none: "an earlier statement", "a similar number" are of this one
_NO_EVENT = (
    "statement|report|interview|count|estimate|version|toll|figure|number|amount|rate|share|level|time|way"
    "|size"
)
#: "in that fire", but not "in that it came late"
_EVENT = (
    "accident|attack|battle|blast|bombing|case|crash|disaster|earthquake|election|explosion|fire|flood|game"
    "|incident|match|month|quake|race|raid|robbery|season|shooting|storm|trial|vote|war|year"
)
_LOOKS_BACK = re.compile(
    rf"\b(?:an?|the|in) (?:earlier|previous|similar|separate|unrelated) (?!(?:{_NO_EVENT})s?\b)"
    r"|\b(?:months?|years?|decades?|century|centuries) ago\b|\blast year\b|\bearlier this year\b"
    rf"|\blast (?:{'|'.join(MONTHS)})\b"
    # "a year earlier" is what a figure is compared with, in one sentence
    r"|\b(?:months|years|decades|centuries) (?:earlier|before)\b"
    r"|\bthe last (?:such|major|big|great|deadly|serious|comparable)\b"
    r"|^\W?(?:previously|formerly|until (?:now|then))\b"
    rf"|\bin that (?:{_EVENT})\b",
    re.IGNORECASE,
)
#: one of these stands in all that the pattern finds, and in few sentences
_TELLING = (
    "earlier", "previous", "similar", "separate", "unrelated", " ago", "last ", "before", "formerly", "until",
    "in that ",
)  # fmt: skip
#: a sentence about what the sentence before it tells of
_GOES_ON = re.compile(
    r"(?:It|They|That|Those|These)\b|.*\b(?:by|in|from|of|after) (?:that|those) \w+", re.DOTALL
)
_BEGINS = ("it ", "that ", "they ", "those ")
#: claims at the head of an article: what the first dated one tells is the event itself; a bare
#: month is read against the days of one more
_DATED, _LEAD = 3, 4
_DAYS = frozenset(("day", "weekday", "month-day"))
#: days between two days of one event
_SAME_EVENT = dt.timedelta(days=14)


def dates(claim: Claim) -> tuple[Fact, ...]:
    """The days of what a claim tells, not those on which it was said."""
    return tuple([f for f in claim.facts if f.kind == "date" and f.role != "said"])


# By words --------------------------------------------------------------------------------


def looking_back(claims: Sequence[Claim]) -> list[bool]:
    """For each claim of an article, in order: does it look back at another event?"""
    found: list[bool] = []
    lead = [f for claim in claims[:_LEAD] for f in dates(claim)]
    for place, claim in enumerate(claims):
        days = dates(claim)
        back = _says_so(claim.text) or (place >= _LEAD and _other_month(days, lead))
        goes_on = bool(found) and found[-1] and not days and _GOES_ON.match(claim.text) is not None
        found.append(back or goes_on)
    return found


def _says_so(text: str) -> bool:
    lower = text.lower()
    return any(word in lower for word in _TELLING) and _LOOKS_BACK.search(text) is not None


def _other_month(days: Sequence[Fact], lead: Sequence[Fact]) -> bool:
    """A bare month, in a report of a day: what it tells of is over.

    ("in September", where the lead says "on Sunday" or "on October 3")
    """
    if not days or not any(f.unit in _DAYS for f in lead) or any(f.unit == "month" for f in lead):
        return False
    return all(_is_bare_month(f) and not _holds_any(f, lead) for f in days)


def _is_bare_month(date: Fact) -> bool:
    """ "August 2004" says itself which year it means."""
    return date.unit == "month" and not any(c.isdigit() for c in date.text)


def _holds_any(month: Fact, days: Sequence[Fact]) -> bool:
    """Whether a day known by its date lies in the month."""
    return any(str(day.value)[:7] == str(month.value)[:7] for day in days if day.unit in _DAYS)


# By dates --------------------------------------------------------------------------------


def of_another_time(claims: Sequence[Claim], current: int | None) -> list[bool]:
    """For each claim of an article, in order: is it of another time than the first dated one?

    ``current`` is the year that is reported on, None if it is unknown.
    """
    lead = next((days for claim in claims[:_DATED] if (days := dates(claim))), ())
    found: list[bool] = []
    back = False
    for claim in claims:
        days = dates(claim)
        if days:
            back = all(_other_time(day, lead, current) for day in days)
        else:
            back = back and claim.text.lower().startswith(_BEGINS)
        found.append(back)
    return found


def _other_time(day: Fact, lead: Sequence[Fact], current: int | None) -> bool:
    """A date that lies outside the time an article's first dated claim tells of."""
    year = _year(day)
    if year is not None and (year < current if current is not None else year not in {_year(d) for d in lead}):
        return True
    return bool(day.low and lead) and all(_apart(day, d) for d in lead)


def _year(day: Fact) -> int | None:
    """The year of a date that lies in one year."""
    low, high = str(day.low or "")[:4], str(day.high or "")[:4]
    return int(low) if low and low == high else None


def _apart(x: Fact, y: Fact) -> bool:
    if not (x.low and x.high and y.low and y.high):
        return False
    x_low, x_high, y_low, y_high = (dt.date.fromisoformat(str(d)) for d in (x.low, x.high, y.low, y.high))
    return x_high + _SAME_EVENT < y_low or y_high + _SAME_EVENT < x_low
