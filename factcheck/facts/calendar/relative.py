"""Dates told from the publication day or from the date before: "Thursday", "two weeks ago"."""

from __future__ import annotations

import datetime as dt

from factcheck.facts.calendar import periods as p
from factcheck.facts.calendar.context import Match, Setting, unplaced, year_after
from factcheck.facts.calendar.words import MONTHS, PARTS_OF_DAY, SEASONS, SHORT_WEEKDAYS, WEEKDAYS, word_at

SEASON_WORDS = tuple(SEASONS)
_DEICTIC_DAYS = {"today": 0, "tonight": 0, "yesterday": -1, "tomorrow": 1}
_STEPS = {"last": -1, "past": -1, "previous": -1, "this": 0, "current": 0, "coming": 1, "next": 1}
_NAMED_BEFORE = frozenset(
    "black good ash bloody super cyber palm easter holy fat man blue giving every each any most".split()
)
_NAMED_AFTER = frozenset(
    "times mirror telegraph express mail herald star post morning-football live independent world sun age "
    "people sport".split()
)


def _day_at_distance(s: Setting, days: int, first: int, last: int) -> p.Period:
    day = p.shift_days(s.published, days) if s.published else None
    return p.day_period(day) if day else unplaced(s, first, last, "day")


def _past_part_of_day(s: Setting, last: int) -> int:
    """The index past "night" in "Thursday night"."""
    return last + 1 if word_at(s.tokens, last) in PARTS_OF_DAY else last


def deictic_day(s: Setting, i: int) -> Match | None:
    """ "today", "yesterday", "tomorrow night", "this morning", "last night"."""
    word, following = word_at(s.tokens, i), word_at(s.tokens, i + 1)
    if word in _DEICTIC_DAYS:
        if (
            i
            and s.tokens[i].text[0].isupper()
            and s.tokens[i - 1].text[0].isupper()
            and s.tokens[i - 1].is_word
        ):
            return None
        last = _past_part_of_day(s, i + 1)
        return Match(i, last, _day_at_distance(s, _DEICTIC_DAYS[word], i, i + 1))
    if word == "this" and following in PARTS_OF_DAY:
        return Match(i, i + 2, _day_at_distance(s, 0, i, i + 2))
    if word == "last" and following == "night":
        period = _day_at_distance(s, -1, i, i + 2)
        return Match(i, i + 2, period._replace(high=s.published), approx=True)
    return None


def weekday(s: Setting, i: int) -> Match | None:
    """ "Thursday", "last Monday", "next Friday", "this coming Sunday", "Friday night", "Tues."."""
    t, start = s.tokens, i
    step: int | None = None
    while word_at(t, i) in ("last", "this", "next", "coming", "past"):
        step = _STEPS[word_at(t, i)] if step in (None, 0) else step
        i += 1
    word = word_at(t, i)
    number = WEEKDAYS.get(word, SHORT_WEEKDAYS.get(word) if word in ("tues", "thurs", "thur") else None)
    if number is None or i - start > 2 or not t[i].text[0].isupper():
        return None
    if (
        i == start
        and i
        and (t[i - 1].lower in _NAMED_BEFORE or (t[i - 1].lower == "a" and word_at(t, i - 2) == "on"))
    ):
        return None
    after = t[i + 1] if i + 1 < len(t) else None
    if after and after.lower in _NAMED_AFTER and after.text[0].isupper():
        return None
    last = _past_part_of_day(s, i + 1)
    if s.published is None:
        return Match(start, last, p.Period(list(WEEKDAYS)[number], "weekday"))
    return _placed_weekday(s, number, step, start, last, s.published)


def _placed_weekday(
    s: Setting, number: int, step: int | None, first: int, last: int, published: dt.date
) -> Match:
    before = p.weekday_on_or_before(published, number)
    after = p.weekday_on_or_after(published, number)
    if step == -1:  # "last Monday" is the one before, or the one of the week before
        day = before if before < published else p.shift_days(before, -7) or before
        near = (published - day).days <= 3
        return Match(
            first, last, p.day_period(day)._replace(low=p.shift_days(day, -7)) if near else p.day_period(day)
        )
    if step == 1:
        day = after if after > published else p.shift_days(after, 7) or after
        if word_at(s.tokens, first) != "next":
            return Match(first, last, p.day_period(day))
        return Match(first, last, p.day_period(day)._replace(high=p.shift_days(day, 7)), approx=True)
    cue = word_at(s.tokens, first - 1)
    tense = s.governor(first, last).tense
    ahead = tense == "future" or (cue in ("until", "till", "by") and tense != "past")
    return Match(first, last, p.day_period(after if ahead else before))


def span_of_time(s: Setting, i: int) -> Match | None:
    """ "last week", "this month", "next year", "last August", "this summer", "earlier this year"."""
    t, start = s.tokens, i
    part = ""
    if word_at(t, i) in ("earlier", "later") and word_at(t, i + 1) in ("this", "in"):
        part, i = word_at(t, i), i + 1
        if word_at(t, i) == "in":
            if word_at(t, i + 1) not in ("the", "this") or word_at(t, i + 2) not in (
                "day",
                "week",
                "month",
                "year",
            ):
                return None
            return _stepped(s, word_at(t, i + 2), 0, part, start, i + 3)
    elif word_at(t, i) == "the" and word_at(t, i + 1) in ("previous", "current", "coming"):
        i += 1
    step = _STEPS.get(word_at(t, i))
    if step is None or (word_at(t, i) in ("past", "coming") and i == start):
        return None
    word = word_at(t, i + 1)
    month = MONTHS.get(word) if i + 1 < len(t) and t[i + 1].text[0].isupper() else None
    if month:
        return Match(start, i + 2, _stepped_month(s, month, step, start, i + 2))
    if word in SEASONS:
        return _stepped_season(s, SEASONS[word], step, start, i + 2)
    return _stepped(s, word, step, part, start, i + 2)


def _stepped(s: Setting, word: str, step: int, part: str, first: int, last: int) -> Match | None:
    """A day, week, weekend, month, quarter or year ``step`` away from the present one."""
    if word not in ("week", "weekend", "month", "quarter", "year", "day") or (word == "day" and not part):
        return None
    now = s.published
    if now is None:
        return Match(
            first,
            last,
            unplaced(s, first, last, word if word in ("week", "month", "quarter", "year") else "day"),
        )
    period: p.Period | None = None
    if word == "year" and 1 < now.year < 9998:
        period = p.year_period(now.year + step)
    elif word == "month" and (moved := p.shift_months(now.replace(day=1), step)):
        period = p.month_period(moved.year, moved.month)
    elif word == "quarter":
        period = p.quarter_of(now, -step)
    elif word == "week" and (moved := p.shift_days(now, 7 * step)):
        period = p.week_period(moved)
    elif word == "weekend":
        period = _weekend(now, step, s.future(first, last))
    elif word == "day":
        period = p.day_period(now)
    if period is None:
        return None
    if part == "earlier":
        period = period._replace(high=now)
    elif part == "later":
        period = period._replace(low=now)
    return Match(first, last, period, approx=bool(part))


def _weekend(now: dt.date, step: int, future: bool) -> p.Period:
    before = p.weekday_on_or_before(now, 5)
    if now.weekday() < 5 and (step > 0 or (step == 0 and future)):
        return p.weekend_period(p.weekday_on_or_after(now, 5))
    shift = 7 * step if now.weekday() >= 5 else 0
    return p.weekend_period(p.shift_days(before, shift) or before)


def _stepped_month(s: Setting, month: int, step: int, first: int, last: int) -> p.Period:
    if s.published is None or not 1 < s.published.year < 9998:
        return p.Period(f"XXXX-{month:02d}", "month")
    year, now = s.published.year, s.published.month
    if step < 0:
        return p.month_period(year - (month >= now), month)
    if step > 0:
        return p.month_period(year + (month <= now), month)
    return p.month_period(year, month)


def _stepped_season(s: Setting, code: str, step: int, first: int, last: int) -> Match | None:
    now = s.published
    if now is None or not 2 < now.year < 9997:
        return None
    seasons = [p.season_period(now.year + y, code) for y in (-2, -1, 0, 1, 2)]
    if step < 0:
        chosen = [x for x in seasons if x.high and x.high < now][-1]
    elif step > 0:
        chosen = next(x for x in seasons if x.low and x.low > now)
    else:  # a winter still going on began last year
        chosen = next((x for x in seasons if x.low and x.high and x.low <= now <= x.high), seasons[2])
    return Match(first, last, chosen)


def weekend(s: Setting, i: int) -> Match | None:
    """ "at the weekend", "over the weekend"."""
    if word_at(s.tokens, i) != "the" or word_at(s.tokens, i + 1) != "weekend" or s.published is None:
        return None
    if word_at(s.tokens, i - 1) not in ("at", "over", "during", "on", "for", "through"):
        return None
    return Match(i, i + 2, _weekend(s.published, 0, s.future(i, i + 2)))


def anchored(s: Setting, i: int) -> Match | None:
    """ "the following year", "the next day", "the year before", "the same month"."""
    t, before = s.tokens, s.previous
    if (
        word_at(t, i) != "the"
        or before is None
        or before.low is None
        or before.unit not in ("day", "month", "year")
    ):
        return None
    word, unit = word_at(t, i + 1), word_at(t, i + 2)
    step = {"following": 1, "next": 1, "previous": -1, "preceding": -1}.get(word)
    last = i + 3
    if step is None and unit in ("before", "after"):
        step, unit = (-1 if unit == "before" else 1), word
    if step is None or unit not in ("day", "month", "year"):
        return None
    if unit == "day":
        day = p.shift_days(before.low, step) if before.unit == "day" else None
        return Match(i, last, p.day_period(day)) if day else None
    moved = p.shift_months(before.low, step * (12 if unit == "year" else 1))
    if moved is None or (unit == "month" and before.unit == "year"):
        return None
    return Match(
        i, last, p.year_period(moved.year) if unit == "year" else p.month_period(moved.year, moved.month)
    )


def season_of_year(s: Setting, i: int) -> Match | None:
    """ "summer 1989", "summer of 1989"."""
    code = SEASONS.get(word_at(s.tokens, i))
    year = year_after(s.tokens, i + 1) if code and word_at(s.tokens, i + 1) != "," else None
    return Match(i, year.last, p.season_period(year.value, code)) if code and year else None
