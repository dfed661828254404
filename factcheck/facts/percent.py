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
from dataclasses import replace

from factcheck.facts.passage import Passage
from factcheck.facts.quantities.change import apposed_start, change_role, direction
from factcheck.facts.quantities.interval import relate
from factcheck.facts.quantities.nouns import is_name, noun_after
from factcheck.facts.quantities.numbers import Number
from factcheck.facts.quantities.numerals import joins, lower
from factcheck.facts.quantities.quantity import interval_of, is_free, quantity, relation, show
from factcheck.facts.quantities.roles import verb_before
from factcheck.facts.quantities.topics import topic_before
from factcheck.facts.tokens import Word, trait
from factcheck.lexicon.wordset import word_set
from factcheck.model import Fact, Relation

_WORDS = frozenset(("%", "percent", "pct", "pc", "percentage"))
#: Without one of these no figure is a percentage.
TRAITS = trait(_WORDS | {"cent", "point", "points"})
#: A whole percentage stands for whatever rounds to it when the other side has decimals.
_ROUNDING = 0.5
#: What moves by points that are percentage points; less than ten of them in news.
_RATES = word_set("rate rates unemployment inflation interest jobless yield yields")
_WHOLE_RATE, _NEAR = 10, 8
_OWNING = word_set(
    "own owns owned owning hold holds held holding control controls buy bought acquire acquired sold"
)


def find(passage: Passage, taken: Sequence[Fact]) -> list[Fact]:
    """Facts with ``value`` in percent (10% is 10), unit "percent", "percentage point" or "basis point"."""
    found: list[Fact] = []
    for number in passage.numbers:
        fact = None if number.ordinal else _percent(passage, number)
        if fact is not None and is_free(taken, fact.start, fact.end):
            # "up from 9 percent" tells what the figure before was
            former = bool(found) and fact.role == "former"
            found.append(replace(fact, of=found[-1].of) if former else fact)
    return found


def _percent(passage: Passage, number: Number) -> Fact | None:
    tokens = passage.tokens
    written = _unit(tokens, number)
    if written is None:
        return None
    unit, end = written
    of = _share(tokens, number, end) or _described(tokens, number, end)
    role = None if of is not None and lower(tokens, end) == "of" else change_role(tokens, number.first, end)
    if of is None and lower(tokens, end) != "of":
        topic = topic_before(tokens, apposed_start(tokens, number.first))
        of = None if topic is None or topic.pronoun else topic.text
    return quantity(passage, "percent", number, end, unit, of, role)


def _unit(tokens: Sequence[Word], number: Number) -> tuple[str, int] | None:
    """The unit behind the number and the token after it."""
    at = number.last + 1 if joins(tokens, number.last) else number.last
    if lower(tokens, number.last - 1) in ("half", "quarter") and lower(tokens, at) == "a":
        at += 1  # "half a point"
    word = lower(tokens, at)
    unit, end = "percent", at + 1
    if word == "per" and lower(tokens, at + 1) == "cent":
        end = at + 2
    elif word == "basis" and lower(tokens, at + 1) in ("point", "points"):
        return "basis point", at + 2
    elif word in ("point", "points") and _is_of_a_rate(tokens, number):
        return "percentage point", at + 1
    elif word not in _WORDS:
        return None
    at = end + 1 if joins(tokens, end) else end
    if lower(tokens, at) in ("point", "points"):
        return "percentage point", at + 1
    return None if word == "percentage" else (unit, end)


def _is_of_a_rate(tokens: Sequence[Word], number: Number) -> bool:
    """Whether "half a point", "0.2 points" are of a rate, and not of an index or a game."""
    part = isinstance(number.value, float) and number.value < _WHOLE_RATE
    return part and any(t.lower in _RATES for t in tokens[max(0, number.first - _NEAR) : number.first])


def _share(tokens: Sequence[Word], number: Number, end: int) -> str | None:
    """What the figure is a part of: 52 percent of the vote; a body that is owned is a stake."""
    if lower(tokens, end) != "of":
        return None
    noun = noun_after(tokens, end)
    if noun is not None and is_name(tokens, noun) and verb_before(tokens, number.first) in _OWNING:
        return "stake"
    return None if noun is None or noun.pronoun else noun.text


def _described(tokens: Sequence[Word], number: Number, end: int) -> str | None:
    """A 25 percent tariff; of "a 12 percent increase in sales" it is the sales."""
    at = end + 1 if joins(tokens, end) else end
    change = direction(lower(tokens, at)) is not None and lower(tokens, at + 1) == "in"
    if lower(tokens, number.first - 1) not in ("a", "an", "the", "its", "his", "their") and not change:
        return None
    if direction(lower(tokens, at)) and lower(tokens, at + 1) in ("in", "of", "for"):
        at += 2 if lower(tokens, at + 2) not in ("the", "its", "their") else 3
    noun = noun_after(tokens, at, one=True)
    if noun is None or direction(noun.text.split()[-1]) or is_name(tokens, noun):
        return None
    return noun.text


def compare(a: Fact, b: Fact) -> Relation | None:
    """Compare figures of one unit; a whole percentage agrees with decimals that round to it."""
    if a.unit != b.unit:
        return None
    left, right = interval_of(a), interval_of(b)
    if not (a.approx or b.approx) and isinstance(a.value, int) != isinstance(b.value, int):
        left = left.widened(_ROUNDING) if isinstance(a.value, int) else left
        right = right.widened(_ROUNDING) if isinstance(b.value, int) else right
    return relation(a, b, relate(left, right), f"{show(a.value)} {a.unit}", f"{show(b.value)} {b.unit}")
