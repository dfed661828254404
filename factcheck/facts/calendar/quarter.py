"""Quarters and financial years: "the third quarter", "a year earlier" in results."""

from __future__ import annotations

import datetime as dt

from factcheck.facts.calendar import periods as p
from factcheck.facts.calendar.context import Match, Setting, counts_something, month_at
from factcheck.facts.calendar.words import QUARTERS, after_hyphen, digits_at, word_at

_FINANCE = frozenset(
    "share shares net profit profits earnings revenue sales quarter loss losses income pretax results "
    "dividend".split()
)


def quarter_a_year_before(s: Setting, first: int, last: int) -> Match | None:
    """In results, "a year earlier" is the same quarter of the year before."""
    before = s.previous if s.previous and s.previous.unit == "quarter" else None
    if before and before.low:
        if before.low < (s.published or before.low):
            return Match(first, last, p.quarter_of(before.low, 4))
        return None
    if s.published is None or not any(t.lower in _FINANCE for t in s.tokens):
        return None
    if any(t.lower in ("annual", "yearly", "full") for t in s.tokens) and s.published.year > 1:
        return Match(first, last, p.year_period(s.published.year - 1), approx=True)
    return Match(first, last, p.quarter_of(s.published, 5), approx=True)


def quarter(s: Setting, i: int) -> Match | None:
    """ "the third quarter", "third-quarter", "third quarter of 1990", "the year-ago quarter"."""
    t, start = s.tokens, i
    if word_at(t, i) == "fiscal":
        i += 1
    number = QUARTERS.get(word_at(t, i))
    at = after_hyphen(t, i + 1)
    if word_at(t, i) in ("latest", "current", "year") or number is None:
        return _named_quarter(s, i)
    if word_at(t, at) != "quarter":
        return None
    if word_at(t, at + 1) in ("final", "of") and word_at(t, at + 2) == "the":
        return None
    j = at + 2 if word_at(t, at + 1) in ("of", ",") else at + 1
    year = digits_at(t, j)
    if year is not None and 1900 <= year <= 2100 and not counts_something(t, j + 1):
        return Match(start, j + 1, p.quarter_period(year, number))
    if s.published is None or not 1 < s.published.year < 9998:
        return None
    steps = {"last": -1, "this": 0, "next": 1}.get(word_at(t, j))
    if steps is not None and word_at(t, j + 1) == "year":
        return Match(start, j + 2, p.quarter_period(s.published.year + steps, number))
    return Match(start, at + 1, _nearest_quarter(s, number, start, at + 1, s.published))


def _nearest_quarter(s: Setting, number: int, first: int, last: int, now: dt.date) -> p.Period:
    """The last such quarter that has begun; after a verb of the future, not one over for long."""
    period = p.quarter_period(now.year, number)
    if period.low and period.low > now:
        ahead = (period.low - now).days
        if ahead <= 92 and s.future(first, last):
            return period
        return p.quarter_period(now.year - 1, number)
    if period.high and (now - period.high).days > 100 and s.future(first, last):
        return p.quarter_period(now.year + 1, number)
    return period


def _named_quarter(s: Setting, i: int) -> Match | None:
    """ "the latest quarter", "the current quarter", "year-ago period", "year-earlier results"."""
    t, now = s.tokens, s.published
    if now is None:
        return None
    word, noun = word_at(t, i), word_at(t, i + 1)
    if word == "latest" and noun in ("quarter", "period"):
        return Match(i, i + 2, p.quarter_of(now, 1))
    at = after_hyphen(t, i + 1)
    if word == "year" and at > i + 1 and word_at(t, at) in ("ago", "earlier"):
        last = at + 2 if word_at(t, at + 1) in ("quarter", "period") else at + 1
        return quarter_a_year_before(s, i, last) or Match(i, last, p.quarter_of(now, 5), approx=True)
    return None


def fiscal_year(s: Setting, i: int) -> Match | None:
    """ "the fiscal year", "year-end", "the year ended Sept. 30", "the quarter"."""
    t, now = s.tokens, s.published
    if now is None or not 1 < now.year < 9998:
        return None
    if (
        word_at(t, i) == "year"
        and word_at(t, after_hyphen(t, i + 1)) == "end"
        and after_hyphen(t, i + 1) > i + 1
    ):
        end = dt.date(now.year, 12, 31)
        return Match(i, i + 3, p.Period(end.isoformat(), "day", dt.date(now.year, 12, 1), end), approx=True)
    if word_at(t, i) != "the":
        return None
    if word_at(t, i + 1) == "quarter" and word_at(t, i + 2) not in ("ended", "ending", "of", "final"):
        return _the_quarter(s, i)
    if word_at(t, i + 1) in ("fiscal", "financial") and word_at(t, i + 2) == "year":
        period = p.year_period(now.year)._replace(low=dt.date(now.year - 1, 1, 1))
        return Match(i, i + 3, period, approx=True)
    if word_at(t, i + 1) == "year" and word_at(t, i + 2) in ("ended", "ending") and (month_at(t, i + 3)):
        period = p.year_period(now.year)
        return Match(i, i + 2, period._replace(low=dt.date(now.year - 1, 1, 1)), approx=True)
    return None


def _the_quarter(s: Setting, i: int) -> Match | None:
    """ "the quarter" in results: the one named before, else the last completed one."""
    if s.previous is not None and s.previous.unit == "quarter":
        return Match(i, i + 2, s.previous)
    finance = sum(t.lower in _FINANCE for t in s.tokens) > 1
    return Match(i, i + 2, p.quarter_of(s.published, 1), approx=True) if s.published and finance else None
