"""Claims that look back at another event of the kind ("last year's quake", "a separate attack").

A report of one event ends with those that went before it, and their figures are not its own.
"""

from __future__ import annotations

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
#: a sentence about what the sentence before it tells of
_GOES_ON = re.compile(
    r"(?:It|They|That|Those|These)\b|.*\b(?:by|in|from|of|after) (?:that|those) \w+", re.DOTALL
)
#: the headline and first paragraphs: what they date is the event itself
_LEAD = 4
_DAYS = frozenset(("day", "weekday", "month-day"))


def looking_back(claims: Sequence[Claim]) -> list[bool]:
    """For each claim of an article, in order: does it look back at another event?"""
    found: list[bool] = []
    lead = [f for claim in claims[:_LEAD] for f in _dates(claim)]
    for place, claim in enumerate(claims):
        back = _says_so(claim) or (place >= _LEAD and _other_month(_dates(claim), lead))
        goes_on = bool(found) and found[-1] and not _dates(claim) and _GOES_ON.match(claim.text) is not None
        found.append(back or goes_on)
    return found


def _dates(claim: Claim) -> list[Fact]:
    return [f for f in claim.facts if f.kind == "date" and f.role != "said"]


def _says_so(claim: Claim) -> bool:
    return _LOOKS_BACK.search(claim.text) is not None


def _other_month(dates: Sequence[Fact], lead: Sequence[Fact]) -> bool:
    """A bare month, in a report of a day: what it tells of is over.

    ("in September", where the lead says "on Sunday" or "on October 3")
    """
    if not any(f.unit in _DAYS for f in lead) or any(f.unit == "month" for f in lead):
        return False
    return bool(dates) and all(_is_bare_month(f) and not _holds_any(f, lead) for f in dates)


def _is_bare_month(date: Fact) -> bool:
    """ "August 2004" says itself which year it means."""
    return date.unit == "month" and not any(c.isdigit() for c in date.text)


def _holds_any(month: Fact, days: Sequence[Fact]) -> bool:
    """Whether a day known by its date lies in the month."""
    return any(str(day.value)[:7] == str(month.value)[:7] for day in days if day.unit in _DAYS)
