"""The interval a number's words allow, and how two intervals relate.

"More than two thousand" is read as a range a careful writer would still call so: from
the figure up to the next one that a writer would round to. A half-line would agree with
everything, and a single value would conflict with 2,030.
"""

from __future__ import annotations

from typing import Literal, NamedTuple

Operator = Literal["exact", "more", "least", "nearly", "about", "upto", "less", "most"]
ValueRelation = Literal["equal", "compatible", "conflict"]

#: "about N" is N ± 5 %: "about $13 billion" is not 13.9, "around 3,000" is not 2,500.
ABOUT = 0.05
#: "nearly N" starts half a step below N, but never lower than a quarter of N:
#: nearly 200 reaches down to 150, nearly 100 to 75, nearly $44 million to $43.5 million.
NEARLY_FLOOR = 0.75
#: "up to N" and "within N" promise at most N, and something near enough to be worth saying.
UP_TO_FLOOR = 0.5
#: Two plain figures of 1,000 or more agree when the rounder one ends in three noughts and
#: is within 2 % of the finer one, which rounds to it: 2,000 and 2,030, but not 1,000 and 1,040.
ROUND_FROM, ROUND_TOLERANCE = 1000, 0.02
#: Relative slack against floating-point noise in unit conversion.
_EPSILON = 1e-9


class Interval(NamedTuple):
    """``value`` as written (None for a range or a vague word) with the bounds it allows.

    A bound of None is unbounded. ``approx`` tells that an approximator or a vague word
    set the bounds, not written precision alone.
    """

    value: float | int | None
    low: float | int | None
    high: float | int | None
    low_open: bool = False
    high_open: bool = False
    approx: bool = False

    def scaled(self, factor: float, offset: float = 0.0) -> Interval:
        """The interval in another unit: x ↦ x * factor + offset, factor positive."""

        def to(x: float | int | None) -> float | None:
            return None if x is None else x * factor + offset

        return Interval(
            to(self.value), to(self.low), to(self.high), self.low_open, self.high_open, self.approx
        )

    def widened(self, by: float) -> Interval:
        """Both bounds moved outwards by ``by`` (in the interval's own unit)."""
        low = None if self.low is None else self.low - by
        high = None if self.high is None else self.high + by
        return Interval(self.value, low, high, False, False, self.approx)


def tidy(x: float | int) -> float | int:
    """An int where the number is whole, else the float without conversion noise."""
    if isinstance(x, int):
        return x
    return int(x) if x.is_integer() else float(f"{x:.12g}")


def bounds(operator: Operator, value: float | int, step: float | int, half: float | int) -> Interval:
    """The interval of ``value`` under an approximator.

    ``step`` is the next step of its written precision (1000 for 2,000, 10 for 180, 0.1 for
    2.5), ``half`` half the last written digit where rounding is implied, 0 where it is exact.
    """
    if operator == "more":
        return Interval(value, value, tidy(value + step), True, True, True)
    if operator == "least":
        return Interval(value, value, tidy(value + step), False, True, True)
    if operator == "nearly":
        below = 1 if step == 1 and not half else min(step / 2, abs(value) * (1 - NEARLY_FLOOR))
        return Interval(value, tidy(value - below), value, False, False, True)
    if operator == "about":
        width = max(abs(value) * ABOUT, half)
        return Interval(value, tidy(value - width), tidy(value + width), False, False, True)
    if operator == "upto":
        ends = sorted((tidy(value * UP_TO_FLOOR), value))
        return Interval(value, ends[0], ends[1], False, False, True)
    if operator == "less":
        return Interval(value, None, value, False, True, True)
    if operator == "most":
        return Interval(value, None, value, False, False, True)
    if half:
        return Interval(value, tidy(value - half), tidy(value + half), False, True)
    return Interval(value, value, value)


def overlaps(a: Interval, b: Interval) -> bool:
    """Whether some number lies in both."""
    return _reaches(a, b) and _reaches(b, a)


def _reaches(a: Interval, b: Interval) -> bool:
    """Whether the low end of ``a`` is not beyond the high end of ``b``."""
    if a.low is None or b.high is None:
        return True
    slack = _EPSILON * max(abs(a.low), abs(b.high))
    if abs(a.low - b.high) <= slack:
        return not (a.low_open or b.high_open)
    return a.low < b.high


def same_value(x: float | int, y: float | int) -> bool:
    """Equal but for the noise of unit conversion."""
    return abs(x - y) <= _EPSILON * max(abs(x), abs(y))


def relate(a: Interval, b: Interval) -> ValueRelation:
    """How two figures for one thing relate; symmetric, and an interval equals itself."""
    meet = overlaps(a, b)
    if a == b:
        return "equal"
    if a.value is not None and b.value is not None:
        if same_value(a.value, b.value):
            if not (a.approx or b.approx):
                return "equal"
            # "over 2,000", "nearly 2,000" and "2,000" are one figure loosely put; "at most 5" and
            # "more than 5" are not.
            limits = a.approx and b.approx and None in (a.low, b.low)
            return "compatible" if meet or not limits else "conflict"
        if not (a.approx or b.approx):
            if meet:
                return "equal"
            return "compatible" if _rounds_to(a.value, b.value) else "conflict"
    return "compatible" if meet else "conflict"


def _rounds_to(x: float | int, y: float | int) -> bool:
    """Whether the rounder of two figures is the finer one rounded off (see ROUND_FROM)."""
    for coarse, fine in ((x, y), (y, x)):
        whole = isinstance(coarse, int) and coarse % ROUND_FROM == 0 and coarse >= ROUND_FROM
        if whole and fine % ROUND_FROM and abs(coarse - fine) <= ROUND_TOLERANCE * coarse:
            return True
    return False
