"""Calendar periods: a value at its precision, and the first and last day it covers.

Values follow ISO 8601 where it has a form (2022-01-13, 2022-W03, 2022, a/b); quarters,
seasons and decades follow TIMEX3 of TimeML (1989-Q3, 1989-SU, 198).
"""

from __future__ import annotations

import datetime as dt
from typing import NamedTuple

#: First and last month-day of a season in the usage of northern news. Meteorological
#: starts and astronomical ends: the widest reading, since wide periods conflict less.
_SEASONS = {
    "SP": ((3, 1), (6, 21)),
    "SU": ((6, 1), (9, 22)),
    "FA": ((9, 1), (12, 21)),
    "WI": ((12, 1), (3, 20)),
}


class Period(NamedTuple):
    """``value`` at its precision; ``low``/``high`` are None where the year is unknown."""

    value: str
    unit: str
    low: dt.date | None = None
    high: dt.date | None = None


def month_end(year: int, month: int) -> dt.date:
    """The last day of a month."""
    first = dt.date(year, month, 28) + dt.timedelta(days=4)
    return first - dt.timedelta(days=first.day)


def shift_months(day: dt.date, months: int) -> dt.date | None:
    """``day`` moved by whole months, its day of the month cut to the new month's length.

    None outside the years 1 to 9998.
    """
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if not 1 <= year <= 9998:
        return None
    return dt.date(year, month + 1, min(day.day, month_end(year, month + 1).day))


def shift_days(day: dt.date, days: int) -> dt.date | None:
    """``day`` moved by days; None outside the calendar."""
    try:
        return day + dt.timedelta(days=days)
    except OverflowError:
        return None


def day_period(day: dt.date) -> Period:
    return Period(day.isoformat(), "day", day, day)


def date_period(year: int, month: int, day: int) -> Period | None:
    """One day of the calendar; None if there is no such day (30 February)."""
    try:
        return day_period(dt.date(year, month, day))
    except ValueError:
        return None


def month_period(year: int, month: int) -> Period:
    return Period(f"{year:04d}-{month:02d}", "month", dt.date(year, month, 1), month_end(year, month))


def year_period(year: int) -> Period:
    return Period(f"{year:04d}", "year", dt.date(year, 1, 1), dt.date(year, 12, 31))


def decade_period(year: int) -> Period:
    """The decade of ``year``, written with its first three digits."""
    first = year - year % 10
    return Period(f"{first // 10:03d}", "decade", dt.date(first, 1, 1), dt.date(first + 9, 12, 31))


def quarter_period(year: int, quarter: int) -> Period:
    last = 3 * quarter
    return Period(f"{year:04d}-Q{quarter}", "quarter", dt.date(year, last - 2, 1), month_end(year, last))


def quarter_of(day: dt.date, back: int = 0) -> Period:
    """The calendar quarter that ``day`` is in, or the one ``back`` quarters before it."""
    year, index = divmod(day.year * 4 + (day.month - 1) // 3 - back, 4)
    return quarter_period(max(year, 1), index + 1)


def week_period(day: dt.date) -> Period:
    """The ISO week of ``day``, with the Sunday before it: half of the press starts there."""
    year, week, weekday = day.isocalendar()
    monday = shift_days(day, 1 - weekday) or day
    sunday = shift_days(monday, 6) or monday
    return Period(f"{year:04d}-W{week:02d}", "week", shift_days(monday, -1) or monday, sunday)


def weekend_period(saturday: dt.date) -> Period:
    return range_period(day_period(saturday), day_period(shift_days(saturday, 1) or saturday))


def season_period(year: int, code: str) -> Period:
    """``code`` is SP, SU, FA or WI; a winter is named after the year it starts in."""
    (m1, d1), (m2, d2) = _SEASONS[code]
    end = year + 1 if m2 < m1 else year
    return Period(f"{year:04d}-{code}", "season", dt.date(year, m1, d1), dt.date(end, m2, d2))


def range_period(first: Period, last: Period) -> Period:
    """From the start of one period to the end of another."""
    return Period(f"{first.value}/{last.value}", "range", first.low, last.high)


def part_of(period: Period, word: str) -> Period:
    """``early``, ``mid`` or ``late`` in a period: two thirds of its days, as the words are loose."""
    if period.low is None or period.high is None:
        return period
    third = dt.timedelta(days=(period.high - period.low).days // 3)
    if word in ("early", "start", "beginning"):
        return period._replace(high=period.high - third)
    if word in ("late", "end"):
        return period._replace(low=period.low + third)
    if word in ("mid", "middle"):
        return period._replace(low=period.low + third / 2, high=period.high - third / 2)
    return period


def weekday_on_or_before(day: dt.date, weekday: int) -> dt.date:
    """``weekday`` counts from Monday = 0."""
    return shift_days(day, -((day.weekday() - weekday) % 7)) or day


def weekday_on_or_after(day: dt.date, weekday: int) -> dt.date:
    return shift_days(day, (weekday - day.weekday()) % 7) or day
