"""Percentages, percentage points and basis points.

Agreeing: a rounded and a finer figure.

>>> from factcheck.facts import compare_facts, extract_facts
>>> a, = extract_facts("Turnout was 36 percent")
>>> b, = extract_facts("Turnout was 35.7%")
>>> compare_facts(a, b).relation
'equal'

Conflicting:

>>> c, = extract_facts("Turnout was 30 per cent")
>>> compare_facts(b, c).relation
'conflict'
"""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.facts.passage import Passage
from factcheck.facts.quantities.interval import relate
from factcheck.facts.quantities.nouns import noun_after, topic_before
from factcheck.facts.quantities.numbers import Number
from factcheck.facts.quantities.numerals import joins, lower
from factcheck.facts.quantities.quantity import interval_of, is_free, quantity, relation, show
from factcheck.model import Fact, Relation

_WORDS = frozenset(("%", "percent", "pct", "percentage"))
#: Without one of these no figure is a percentage.
_SIGNS_OF_PERCENT = _WORDS | {"cent", "point", "points"}
#: A whole percentage stands for whatever rounds to it when the other side has decimals.
_ROUNDING = 0.5


def find(passage: Passage, taken: Sequence[Fact]) -> list[Fact]:
    """Facts with ``value`` in percent (10% is 10), unit "percent", "percentage point" or "basis point"."""
    found = []
    for number in () if passage.words.isdisjoint(_SIGNS_OF_PERCENT) else passage.numbers:
        fact = None if number.ordinal else _percent(passage, number)
        if fact is not None and is_free(taken, fact.start, fact.end):
            found.append(fact)
    return found


def _percent(passage: Passage, number: Number) -> Fact | None:
    tokens = passage.tokens
    at = number.last + 1 if joins(tokens, number.last) else number.last
    word = lower(tokens, at)
    unit, end = "percent", at + 1
    if word == "per" and lower(tokens, at + 1) == "cent":
        end = at + 2
    elif word == "basis" and lower(tokens, at + 1) in ("point", "points"):
        unit, end = "basis point", at + 2
    elif word not in _WORDS:
        return None
    at = end + 1 if joins(tokens, end) else end
    if unit == "percent" and lower(tokens, at) in ("point", "points"):
        unit, end = "percentage point", at + 1
    elif word == "percentage":
        return None
    share = noun_after(tokens, end) if lower(tokens, end) == "of" else None
    topic = topic_before(tokens, number.first) if share is None else share
    return quantity(
        passage, "percent", number, end, unit, None if topic is None or topic.pronoun else topic.text
    )


def compare(a: Fact, b: Fact) -> Relation | None:
    """Compare figures of one unit; a whole percentage agrees with decimals that round to it."""
    if a.unit != b.unit:
        return None
    left, right = interval_of(a), interval_of(b)
    if not (a.approx or b.approx) and isinstance(a.value, int) != isinstance(b.value, int):
        left = left.widened(_ROUNDING) if isinstance(a.value, int) else left
        right = right.widened(_ROUNDING) if isinstance(b.value, int) else right
    return relation(a, b, relate(left, right), f"{show(a.value)} {a.unit}", f"{show(b.value)} {b.unit}")
