"""What the finders of quantities share: the fact of a number, and the figures in words."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.facts.passage import Passage
from factcheck.facts.quantities.interval import Interval, ValueRelation, relate
from factcheck.facts.quantities.numbers import Number
from factcheck.model import Fact, FactKind, Relation

_EXCLUSIVE = frozenset(("date", "time", "age", "money", "percent", "duration", "measure", "ordinal", "count"))


def is_free(taken: Sequence[Fact], start: int, end: int) -> bool:
    """Whether no numeric or calendar fact already covers part of the span."""
    for fact in taken:  # noqa: SIM110 (a generator takes twice as long)
        if fact.start < end and start < fact.end and fact.kind in _EXCLUSIVE:
            return False
    return True


def quantity(
    passage: Passage,
    kind: FactKind,
    number: Number,
    last: int,
    unit: str | None = None,
    of: str | None = None,
    role: str | None = None,
    first: int | None = None,
) -> Fact:
    """The fact of ``number`` up to token ``last`` (exclusive), from ``first`` if that is earlier."""
    at = number.first if first is None else min(first, number.first)
    start, end = passage.span(at, max(last, number.last))
    return Fact(
        kind, start, end, passage.text[start:end], number.value, unit, of, number.low, number.high,
        number.low_open, number.high_open, role, number.approx,
    )  # fmt: skip


def interval_of(fact: Fact) -> Interval:
    """The fact's interval in its own unit; text values (dates, ISO durations) count as none."""

    def figure(x: float | int | str | None) -> float | int | None:
        return None if isinstance(x, str) else x

    return Interval(
        figure(fact.value), figure(fact.low), figure(fact.high), fact.low_open, fact.high_open, fact.approx
    )


def show(x: float | int | str | None) -> str:
    """A figure for the reader: 2,030 or 13.9."""
    if x is None or isinstance(x, str):
        return "" if x is None else x
    return f"{x:,}" if isinstance(x, int) else f"{x:,.6g}" if abs(x) < 10**6 else f"{x:,.0f}"


def relation(a: Fact, b: Fact, how: ValueRelation, left: str = "", right: str = "") -> Relation:
    """The relation with its reason; ``left`` and ``right`` are the figures in a common unit."""
    pair = f"“{a.text}” and “{b.text}”"
    figures = f": {left} against {right}" if left and right else ""
    if how == "conflict":
        return Relation(how, f"{pair} cannot both hold{figures}")
    if how == "equal":
        return Relation(how, f"{pair} give the same figure")
    for rough, other in ((a, b), (b, a)):
        if rough.approx and not other.approx:
            return Relation(how, f"“{rough.text}” allows “{other.text}”")
    return Relation(how, f"{pair} can both hold")


def compare_plain(a: Fact, b: Fact) -> Relation | None:
    """Compare two facts whose figures are already in one unit; None where the units differ."""
    if a.unit != b.unit:
        return None
    return relation(a, b, relate(interval_of(a), interval_of(b)), show(a.value), show(b.value))
