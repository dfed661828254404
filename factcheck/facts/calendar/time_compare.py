"""How two times of day relate, on one clock or across zones."""

from __future__ import annotations

from factcheck.facts.calendar.time_zones import offset_of
from factcheck.model import Fact, Relation

#: Minutes of a day; clock readings wrap there.
DAY = 24 * 60


def clock_text(minute: int) -> str:
    hour, rest = divmod(minute % DAY, 60)
    return f"{hour:02d}:{rest:02d}"


def _minutes(clock: float | int | str | None) -> int:
    hour, _, minute = str(clock).partition(":")
    return int(hour) * 60 + int(minute)


def _either_half(fact: Fact) -> bool:
    """Whether a.m. or p.m. is unknown: "at 9:30", "10 o'clock"."""
    text, unit = fact.text.lower(), fact.unit
    if any(mark in text for mark in ("am", "pm", "a.m", "p.m", "noon", "mid", "hour", "hrs")):
        return False
    clock = next((w for w in text.replace("o'clock", "o’clock").split() if w[0].isdigit()), "")
    return "o’clock" in text or (
        not clock.startswith("0")
        and ":" in clock
        and len(clock) <= 5
        and (60 <= _minutes(fact.value) < 780 and offset_of(unit) != 0)
    )


def _overlap(a: Fact, b: Fact, shift: int) -> bool:
    """Whether the readings of ``a``, moved by ``shift`` minutes, meet those of ``b`` round the clock."""
    width_a = (_minutes(a.high) - _minutes(a.low)) % DAY
    width_b = (_minutes(b.high) - _minutes(b.low)) % DAY
    gap = (_minutes(b.low) - _minutes(a.low) - shift) % DAY
    return gap <= width_a or DAY - gap <= width_b


def compare(a: Fact, b: Fact) -> Relation | None:
    """Symmetric. None between zones that cannot be converted, or where only one has a zone."""
    if a.unit == b.unit:
        shift = 0
    else:
        zone_a, zone_b = offset_of(a.unit), offset_of(b.unit)
        if zone_a is None or zone_b is None:
            return None
        shift = zone_b - zone_a
    moved = f" ({clock_text(_minutes(a.value) + shift)} {b.unit})" if shift else ""
    why = f"“{a.text}” is {a.value}{moved}, “{b.text}” is {b.value}"
    same = (_minutes(a.value) + shift - _minutes(b.value)) % DAY == 0
    if same and a.approx == b.approx and _either_half(a) == _either_half(b):
        return Relation("equal", f"{why}, the same time")
    halves = (0, 720) if _either_half(a) or _either_half(b) else (0,)
    if any(_overlap(a, b, shift + half) for half in halves):
        return Relation("compatible", f"{why}, which can be the same")
    return Relation("conflict", why)
