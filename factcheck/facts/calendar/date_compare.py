"""How two dates relate, and the words for it."""

from __future__ import annotations

import datetime as dt
from calendar import isleap

from factcheck.facts.calendar.words import MONTHS, WEEKDAYS
from factcheck.model import Fact, Relation

_MONTH_NAMES = [name.capitalize() for name in MONTHS]
#: Periods whose bounds differ between readers (company quarters, southern seasons):
#: they conflict only with their like.
_LOOSE = frozenset({"quarter", "season"})


def _spoken_day(day: dt.date) -> str:
    return f"{day.day} {_MONTH_NAMES[day.month - 1]} {day.year}"


def _spoken(fact: Fact) -> str:
    """The value of a date for a reader."""
    value, low, high = str(fact.value), _day(fact.low), _day(fact.high)
    if value.startswith("XXXX-"):
        return " to ".join(map(_spoken_yearless, value.split("/")))
    if fact.unit == "day" and low:
        return _spoken_day(dt.date.fromisoformat(value))
    if fact.unit == "month" and low:
        return f"{_MONTH_NAMES[int(value[5:7]) - 1]} {value[:4]}"
    if fact.unit == "quarter" and low:
        return f"quarter {value[-1]} of {value[:4]}"
    if fact.unit == "year":
        return value
    if fact.unit == "range" and len(value) == 9:
        return value.replace("/", " to ")
    if low and high:
        return f"{_spoken_day(low)} to {_spoken_day(high)}"
    return value.capitalize() if fact.unit == "weekday" else value


def _spoken_yearless(value: str) -> str:
    """ "XXXX-MM" or "XXXX-MM-DD"."""
    month = _MONTH_NAMES[int(value[5:7]) - 1]
    return f"{int(value[8:10])} {month}" if len(value) > 7 else month


def _day(bound: float | int | str | None) -> dt.date | None:
    return dt.date.fromisoformat(bound) if isinstance(bound, str) else None


def _why(a: Fact, b: Fact, same: str = "") -> str:
    return f"“{a.text}” is {_spoken(a)}, “{b.text}” is {same or _spoken(b)}"


def _weekday_relation(weekday: Fact, other: Fact) -> Relation | None:
    """A weekday without a publication day against a weekday or a day."""
    if other.unit == "weekday" and weekday.value == other.value:
        return Relation("equal", f"“{weekday.text}” and “{other.text}” are the same weekday")
    if other.unit == "weekday":
        return Relation("conflict", f"“{weekday.text}” and “{other.text}” are different weekdays")
    low, high = _day(other.low), _day(other.high)
    if other.unit != "day" or low is None or high is None:
        return None
    number = WEEKDAYS[str(weekday.value)]
    written = dt.date.fromisoformat(str(other.value))
    name = [*WEEKDAYS][written.weekday()].capitalize()
    why = f"“{other.text}” is {_spoken(other)}, a {name}; the other says “{weekday.text}”"
    fits = (number - low.weekday()) % 7 <= (high - low).days
    return Relation("compatible" if fits else "conflict", why)


def _covers(value: str, low: dt.date, high: dt.date) -> bool:
    """Whether "XXXX-MM" or "XXXX-MM-DD" falls into ``[low, high]`` in some year."""
    if (high - low).days >= 366:
        return True
    first, last = (day.isoformat()[: len(value)] for day in (low, high))
    years = [y for y in (low.year, high.year) if value[5:] != "02-29" or isleap(y)]
    return any(first <= f"{year}{value[4:]}" <= last for year in years)


def _yearless_relation(a: Fact, b: Fact) -> Relation | None:
    """A month or a month and day of an unknown year against another date."""
    x, y = str(a.value), str(b.value)
    if x.startswith("XXXX-") and y.startswith("XXXX-"):
        if x == y:
            return Relation("equal", _why(a, b, "the same"))
        relation = x.startswith(y) or y.startswith(x)
        if "/" in f"{x}{y}" and not relation:
            return None  # one may lie within the other
        return Relation("compatible" if relation else "conflict", _why(a, b))
    yearless, other = (a, b) if x.startswith("XXXX-") else (b, a)
    low, high = _day(other.low), _day(other.high)
    if low is None or high is None or other.unit in _LOOSE or "/" in str(yearless.value):
        return None
    return Relation("compatible" if _covers(str(yearless.value), low, high) else "conflict", _why(a, b))


def _placed_relation(a: Fact, b: Fact) -> Relation | None:
    """Two dates whose first and last days are known."""
    la, ha, lb, hb = _day(a.low), _day(a.high), _day(b.low), _day(b.high)
    if la is None or ha is None or lb is None or hb is None:
        return None
    if a.value == b.value and (la, ha) == (lb, hb):
        return Relation("equal", _why(a, b, "the same day" if a.unit == "day" else "the same"))
    inside = (la <= lb and hb <= ha) or (lb <= la and ha <= hb)
    stated = a.unit == b.unit == "range"
    if inside or (la <= hb and lb <= ha and not stated):
        return Relation("compatible", f"{_why(a, b)}, which can be the same")
    if a.unit != b.unit and (a.unit in _LOOSE or b.unit in _LOOSE):
        return None
    return Relation("conflict", _why(a, b))


def compare(a: Fact, b: Fact) -> Relation | None:
    """Symmetric; None where the two cannot be compared.

    Ranges with both ends stated conflict when neither lies within the other. The date of
    a report ("said Thursday") never conflicts with the date of what is reported.
    """
    if a.unit == "weekday" or b.unit == "weekday":
        relation = _weekday_relation(a, b) if a.unit == "weekday" else _weekday_relation(b, a)
    elif a.low is None or b.low is None:
        if a.value == b.value:
            return Relation("equal", f"“{a.text}” and “{b.text}” read the same")
        known = all(str(f.value).startswith("XXXX-") or f.low is not None for f in (a, b))
        relation = _yearless_relation(a, b) if known else None
    else:
        relation = _placed_relation(a, b)
    if relation and relation.relation == "conflict" and (a.role == "said") != (b.role == "said"):
        return None
    return relation
