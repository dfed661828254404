"""Dates that name a day, month or year of the calendar, with or without the year."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from factcheck.facts.calendar import periods as p
from factcheck.facts.calendar.context import DETERMINERS, Match, Setting, month_at, year_after, year_number
from factcheck.facts.calendar.words import (
    DOUBTFUL_MONTHS,
    MONTHS,
    SHORT_MONTHS,
    SHORT_WEEKDAYS,
    WEEKDAYS,
    Small,
    day_at,
    word_at,
)  # fmt: skip
from factcheck.facts.tokens import Word

#: A passed date whose next occurrence is this near (days) is meant ahead whatever the
#: verb: news adds the year, or "last", to a date that is ten months old.
_NEAR = 60
#: Marks after a number that make it no day of the month: "in May 5% of ..."
_NO_DAY = frozenset({"%", "percent", "p.m.", "a.m.", "pm", "am", "people", "million", "billion"})
_FUNCTION_WORDS = frozenset(
    "on in at to for and or of was were is are by with that as he she it who from".split()
)
_MONTH_CUES = frozenset(
    "in of since by until last next this during early late mid before after through between from to till "
    "every".split()
)


def after_month(tokens: Sequence[Word], i: int) -> int:
    """The index past the month at ``i`` and the dot of its abbreviation."""
    dotted = tokens[i].lower in SHORT_MONTHS and word_at(tokens, i + 1) == "." and tokens[i + 1].glued
    return i + 2 if dotted else i + 1


def _relative_year(tokens: Sequence[Word], i: int, published: dt.date | None) -> Small | None:
    """ "last year", "of this year" after a month, as a year and the index past it."""
    j = i + 1 if word_at(tokens, i) == "of" else i
    steps = {"last": -1, "this": 0, "next": 1}.get(word_at(tokens, j))
    if steps is None or word_at(tokens, j + 1) != "year" or published is None:
        return None
    return Small(published.year + steps, j + 2)


def _any_year(tokens: Sequence[Word], i: int, published: dt.date | None) -> Small | None:
    return year_after(tokens, i) or _relative_year(tokens, i, published)


def _nearest_day(s: Setting, month: int, day: int, first: int, last: int) -> p.Period | None:
    """A month and day without a year: the one before or after publication, by tense."""
    if s.published is None:
        leap = p.date_period(2024, month, day)
        return p.Period(f"XXXX-{month:02d}-{day:02d}", "month-day") if leap else None
    near = [d for y in (-1, 0, 1) if (d := p.date_period(s.published.year + y, month, day))]
    past = [d for d in near if d.low and d.low <= s.published]
    ahead = [d for d in near if d.low and d.low >= s.published]
    if not past or not ahead or not ahead[0].low:
        return next(iter([*past[-1:], *ahead[:1]]), None)
    soon = (ahead[0].low - s.published).days <= _NEAR and word_at(s.tokens, first - 1) not in (
        "since",
        "last",
    )
    return ahead[0] if soon or s.future(first, last) else past[-1]


def _nearest_month(s: Setting, month: int, first: int, last: int) -> p.Period:
    """A month without a year: the last one, or the next after a verb of the future."""
    if s.published is None:
        return p.Period(f"XXXX-{month:02d}", "month")
    ahead = (month - s.published.month) % 12
    cue = word_at(s.tokens, first - 1)
    future = cue not in ("since", "last") and (
        ahead == 1 or s.future(first, last) or (cue == "by" and s.governor(first, last).tense != "past")
    )
    steps = ahead if future or not ahead else ahead - 12
    moved = p.shift_months(s.published.replace(day=1), steps)
    return p.month_period(moved.year, moved.month) if moved else p.Period(f"XXXX-{month:02d}", "month")


def _full(s: Setting, month: int, day: int, first: int, last: int) -> Match | None:
    """Month and day with the year that follows at ``last``, if one does."""
    attacks = s.published is None or s.published.year > 2001
    if (month, day) == (9, 11) and attacks and word_at(s.tokens, last) in ("attack", "attacks", "terrorist"):
        return Match(first, last, p.day_period(dt.date(2001, 9, 11)))
    year = _any_year(s.tokens, last, s.published)
    if year is None and [t.lower for t in s.tokens[last : last + 2]] == ["this", "year"]:
        last += 2
    period = p.date_period(year.value, month, day) if year else _nearest_day(s, month, day, first, last)
    return Match(first, year.last if year else last, period) if period else None


def _day_range(s: Setting, i: int, last: int) -> Small | None:
    """ "-18", "and 18" or "to 18" after a day: the second day and the index past it."""
    if word_at(s.tokens, last) not in ("-", "–", "—", "to", "and", "through", "or"):
        return None
    second = day_at(s.tokens, last + 1)
    first = day_at(s.tokens, i)
    if second is None or first is None or second.value <= first.value or not s.tokens[last + 1].is_number:
        return None
    joined = word_at(s.tokens, last) in ("and", "or")
    if joined and second.value > first.value + 1 and word_at(s.tokens, i - 1) != "between":
        return None
    return second


def _counts(tokens: Sequence[Word], i: int) -> bool:
    """Whether a noun at ``i`` makes the number before it a count: "on May 3 and 4 people"."""
    return i < len(tokens) and tokens[i].text[0].islower() and tokens[i].lower not in _FUNCTION_WORDS


def _join(first: Match | None, last: Match | None) -> Match | None:
    if first is None or last is None:
        return None
    return Match(first.first, last.last, p.range_period(first.period, last.period))


def month_first(s: Setting, i: int) -> Match | None:
    """ "Jan. 13, 2022", "March eighth", "Nov. 16-18", "January 2022", "June last year", "August"."""
    month = month_at(s.tokens, i)
    if month is None:
        return None
    after = after_month(s.tokens, i)
    at_day = after + 1 if word_at(s.tokens, after) == "the" else after
    day = day_at(s.tokens, at_day)
    if day is not None and word_at(s.tokens, day.last) not in _NO_DAY:
        pair = _day_range(s, at_day, day.last)
        if (
            pair
            and (
                word_at(s.tokens, day.last) in ("-", "–", "—", "to", "through")
                or (word_at(s.tokens, day.last) == "and" and not _counts(s.tokens, pair.last))
            )
            and not month_at(s.tokens, pair.last)
        ):
            end = _full(s, month, pair.value, i, pair.last)
            year = _any_year(s.tokens, pair.last, s.published)
            start = (
                p.date_period(year.value, month, day.value)
                if year
                else _nearest_day(s, month, day.value, i, pair.last)
            )
            return _join(Match(i, day.last, start), end) if start else end
        return _full(s, month, day.value, i, day.last)
    return _month_alone(s, i, month, after)


def _month_alone(s: Setting, i: int, month: int, after: int) -> Match | None:
    word = s.tokens[i].lower
    year = _any_year(s.tokens, after, s.published)
    if year:
        return Match(i, year.last, p.month_period(year.value, month))
    cue = word_at(s.tokens, i - 1)
    following = s.tokens[after].text if after < len(s.tokens) else ""
    modifies = cue in DETERMINERS and following.islower() and following not in _FUNCTION_WORDS
    if word not in MONTHS or (word in DOUBTFUL_MONTHS and cue not in _MONTH_CUES and not modifies):
        return None
    if following[:1].isupper() and following[1:].islower() and cue not in _MONTH_CUES:
        return None
    return Match(i, after, _nearest_month(s, month, i, after))


def day_first(s: Setting, i: int) -> Match | None:
    """ "13 January 2022", "the 13th of January", "16-18 November", "3 to 5 May"."""
    day = day_at(s.tokens, i)
    if day is None or (i and s.tokens[i - 1].text in ("$", "£", "€", ".", "-", "/") and s.tokens[i].glued):
        return None
    last, pair = day.last, None
    if not month_at(s.tokens, last + (word_at(s.tokens, last) == "of")):
        pair = _day_range(s, i, last)
        if pair is None:
            return None
        last = pair.last
    at = last + 1 if word_at(s.tokens, last) == "of" else last
    month = month_at(s.tokens, at)
    spelled, of = s.tokens[i].is_word, at > last
    if month is None or (of and s.tokens[day.last - 1].is_number) or (spelled and not of):
        return None
    after = after_month(s.tokens, at)
    if day_at(s.tokens, after) is not None and year_number(s.tokens, after) is None:
        return None
    end = _full(s, month, pair.value if pair else day.value, i, after)
    if pair is None or end is None or end.period.low is None:
        return end
    start = p.date_period(end.period.low.year, month, day.value)
    return _join(Match(i, day.last, start), end) if start else end


def weekday_date(s: Setting, i: int) -> Match | None:
    """A weekday with the calendar date after it: "Thursday, Jan. 13", "Fri 13 May"."""
    word = s.tokens[i].lower
    if (word not in WEEKDAYS and word not in SHORT_WEEKDAYS) or not s.tokens[i].text[0].isupper():
        return None
    j = i + 1
    if word in SHORT_WEEKDAYS and word_at(s.tokens, j) == ".":
        j += 1
    for skipped in (",", "on", "the"):
        if word_at(s.tokens, j) == skipped:
            j += 1
    if j >= len(s.tokens):
        return None
    found = month_first(s, j) or day_first(s, j)
    if found is None or found.period.unit not in ("day", "month-day"):
        return None
    return Match(i, found.last, found.period)


def last_date(s: Setting, i: int) -> Match | None:
    """ "last Monday, May 4", "this coming Sunday, March eighth": the calendar date decides."""
    j = i + 2 if word_at(s.tokens, i + 1) in ("coming", "past") else i + 1
    found = weekday_date(s, j) if j < len(s.tokens) else None
    return Match(i, found.last, found.period) if found else None
