"""Claims of an article that tell of another time than the first dated one, by their dates.

News reports of a quake end with the quakes before it. ``factcheck.judge.earlier`` knows
them by their words; here a year that is not the lead's, or a day weeks from it, tells.
A sentence that goes on about it ("It killed 612") belongs to it.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import replace

from factcheck.judge.guards import Signs
from factcheck.model import Article, Fact

#: claims at the head of an article, the first dated one of which dates its event
_LEAD = 3
#: days between two days of one event
_SAME_EVENT = dt.timedelta(days=14)
#: a sentence that begins so goes on about what the one before told
_GOES_ON = ("it ", "that ", "they ", "those ")


def with_background(
    articles: Sequence[Article], signs: Mapping[str, Signs], current: int | None
) -> dict[str, Signs]:
    """The signs with ``background`` set where the claim's article shows it to look back."""
    found = dict(signs)
    for article in articles:
        dated = (signs[claim.id].days for claim in article.claims[:_LEAD])
        lead = next((days for days in dated if days), ())
        back = False
        for claim in article.claims:
            days = signs[claim.id].days
            if days:
                back = all(_other_time(day, lead, current) for day in days)
            else:
                back = back and claim.text.lower().startswith(_GOES_ON)
            if back:
                found[claim.id] = replace(signs[claim.id], background=True)
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
