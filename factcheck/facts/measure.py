"""Lengths, areas, masses, speeds, temperatures, magnitudes and other physical measures.

Agreeing: the same distance in two units, each rounded.

>>> from factcheck.facts import compare_facts, extract_facts
>>> a, = extract_facts("It lies 34 miles away")
>>> b, = extract_facts("It lies 55 kilometers away")
>>> compare_facts(a, b).relation
'equal'

Conflicting:

>>> c, = extract_facts("It lies 43 miles away")
>>> compare_facts(a, c).relation
'conflict'
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from factcheck.facts.passage import Passage
from factcheck.facts.quantities.aspects import ASPECTS, measured
from factcheck.facts.quantities.interval import Interval, overlaps, relate, tidy
from factcheck.facts.quantities.numbers import Number
from factcheck.facts.quantities.numerals import joins, lower
from factcheck.facts.quantities.quantity import interval_of, is_free, quantity, relation, show
from factcheck.facts.quantities.units import BY_NAME, FIRST_WORDS, GLUED_ONLY, LONGEST, MAGNITUDE, UNITS, Unit
from factcheck.facts.tokens import Word, trait
from factcheck.lexicon.wordset import word_set
from factcheck.model import Fact, Relation

_QUAKES = word_set(
    """
    quake quakes earthquake earthquakes temblor temblors tremor tremors aftershock aftershocks
    """
)
_CAPITAL_UNITS = word_set("mb mbps gbps kg km celsius fahrenheit celcius centigrade")
#: The Richter scale and its successors run to about 10.
_LARGEST_MAGNITUDE = 10
#: Without one of these no figure is a measure.
TRAITS = trait(FIRST_WORDS | _QUAKES | {"magnitude", "magnitudes", "richter"})


class _Written(NamedTuple):
    """A unit and the token after it."""

    unit: Unit
    last: int


def find(passage: Passage, taken: Sequence[Fact]) -> list[Fact]:
    """Facts with ``value`` in ``unit`` (canonical singular name), ``of`` the aspect measured."""
    found: list[Fact] = []
    for number in reversed(passage.numbers):
        # from the right: a list ("5 and 6 kilometer races") names its unit once
        fact = None if number.ordinal else _measure(passage, number, found)
        if fact is not None and is_free(taken, fact.start, fact.end):
            # "6 feet 2 inches" takes in the inches already read
            found = [*(f for f in found if f.start >= fact.end), fact]
    return _converted(passage.text, found[::-1])


def _converted(text: str, facts: Sequence[Fact]) -> list[Fact]:
    """The 35 km of "a depth of 22 miles (35 km)" measures the depth, too."""
    out: list[Fact] = []
    for fact in facts:
        bracket = bool(out) and text[out[-1].end : fact.start].strip() in ("(", "/")
        if bracket and fact.of in ASPECTS.values() and out[-1].of != fact.of:
            out[-1] = replace(out[-1], of=fact.of)
        out.append(replace(fact, of=out[-1].of) if bracket and fact.of is None else fact)
    return out


def _measure(passage: Passage, number: Number, after: Sequence[Fact]) -> Fact | None:
    magnitude = _magnitude(passage, number, after)
    if magnitude is not None:
        return magnitude
    written = _unit(passage.tokens, number.last)
    if written is None:
        return None
    number, written = _feet_and_inches(passage, number, written)
    of = measured(passage.tokens, number.first, written.last, written.unit)
    return quantity(passage, "measure", number, written.last, written.unit.name, of)


def _unit(tokens: Sequence[Word], at: int) -> _Written | None:
    """The longest unit from token ``at``: km, square miles, -foot, degrees Celsius."""
    at += 1 if joins(tokens, at) else 0
    if lower(tokens, at) not in FIRST_WORDS:
        return None
    glued = 0 < at < len(tokens) and tokens[at].glued
    words: list[str] = []
    best: _Written | None = None
    i = at
    while i < len(tokens) and len(words) < LONGEST:
        if words and joins(tokens, i) and words[0] in ("square", "cubic", "metric", "nautical"):
            i += 1
        words.append(tokens[i].lower)
        i += 1
        if words == ["sq"] and lower(tokens, i) == ".":
            i += 1
        text = " ".join(words)
        unit = UNITS.get(text)
        if text == "°" and lower(tokens, i) in ("c", "f") and len(words) == 1:
            continue
        # "two-in-three", "14.7C/ per share"
        in_words = (text == "in" and not tokens[at - 1].is_number) or (
            text == "c" and lower(tokens, i) == "/"
        )
        short = text in GLUED_ONLY and not (
            (glued and not in_words) or (text == "m" and lower(tokens, i) in ("", "x", "tall", "deep"))
        )
        if unit is not None and not short and not _is_name(tokens[i - 1]):
            best = _Written(unit, i)
    if best is not None:
        best = _compound(tokens, best, at)
    return best


def _is_name(token: Word) -> bool:
    """A capitalised unit that is no abbreviation: "Miles Davis", "the Foot Guards"."""
    if token.lower == "c":
        return token.text != "C"  # "40C", but "5c" is a coin or a part
    name = token.text[0].isupper() and token.text[1:].islower() and token.lower not in _CAPITAL_UNITS
    return name or token.text in ("M", "T", "G", "H", "L")


def _compound(tokens: Sequence[Word], best: _Written, at: int) -> _Written:
    """km/h, km2 and m/s, whose tokens are split."""
    slash = lower(tokens, best.last) == "/" and tokens[best.last].glued
    joined = UNITS.get(f"{lower(tokens, at)}/{lower(tokens, best.last + 1)}") if slash else None
    if joined is not None:
        return _Written(joined, best.last + 2)
    power = lower(tokens, best.last)
    if power in ("2", "3") and tokens[best.last].glued:
        squared = UNITS.get(f"{lower(tokens, at)}{power}")
        return best if squared is None else _Written(squared, best.last + 1)
    return best


def _feet_and_inches(passage: Passage, number: Number, written: _Written) -> tuple[Number, _Written]:
    """6 feet 2 inches and 5ft 4in are one height."""
    tokens, at = passage.tokens, written.last
    at += 1 if lower(tokens, at) == "and" else 0
    for part in passage.numbers:
        if (
            written.unit.name == "foot"
            and part.first == at
            and isinstance(number.value, int)
            and part.value is not None
        ):
            if lower(tokens, part.last) not in ("inch", "inches", "in"):
                break
            value = tidy(number.value + part.value / 12)
            whole = Number(number.first, part.last + 1, number.core, value, value, value)
            return whole, _Written(written.unit, part.last + 1)
    return number, written


def _magnitude(passage: Passage, number: Number, after: Sequence[Fact]) -> Fact | None:
    """Magnitude 6.1, 7.7-magnitude, a magnitude of at least 5.9, 7.6 on the Richter scale."""
    tokens, value = passage.tokens, number.value
    if value is not None and not 0 < value <= _LARGEST_MAGNITUDE:
        return None
    end = number.last + 1 if joins(tokens, number.last) else number.last
    if lower(tokens, end) in ("magnitude", "richter"):
        return quantity(passage, "measure", number, end + 1, MAGNITUDE.name, "magnitude")
    if not _has_magnitude(tokens, number) and not _coordinated(passage, number, after):
        return None
    return quantity(passage, "measure", number, number.last, MAGNITUDE.name, "magnitude")


def _has_magnitude(tokens: Sequence[Word], number: Number) -> bool:
    at = number.first - 1
    while (
        lower(tokens, at) in ("and", ",")
        and at > 0
        and tokens[at - 1].is_number
        and isinstance(number.value, float)
    ):
        at -= 2
    if joins(tokens, at):
        at -= 1
    if lower(tokens, at) in ("measuring", "measured", "registered", "registering") and any(
        t.lower in _QUAKES for t in tokens
    ):
        return isinstance(number.value, float)
    while at >= 0 and lower(tokens, at) in (
        "of",
        "ranging",
        "from",
        "was",
        "at",
        "a",
        "with",
        "between",
        "measured",
        "over",
    ):
        at -= 1
    if lower(tokens, at) in ("magnitude", "magnitudes"):
        return True
    on_scale = (
        "richter" in (lower(tokens, number.last + k) for k in range(4)) and lower(tokens, number.last) == "on"
    )
    quake = isinstance(number.value, float) and lower(tokens, number.last) in _QUAKES
    return on_scale or quake


def _coordinated(passage: Passage, number: Number, after: Sequence[Fact]) -> bool:
    """The 7.6 of "7.6 and 7.5 magnitude quakes"."""
    tokens, other = passage.tokens, number.last + 1
    if lower(tokens, number.last) != "and" or other >= len(tokens) or not isinstance(number.value, float):
        return False
    return any(f.unit == "magnitude" and f.start == passage.span(other, other + 1)[0] for f in after)


def compare(a: Fact, b: Fact) -> Relation | None:
    """Compare in the base unit of the dimension; None for two dimensions.

    In one unit, written figures are exact. In two, each stands for what rounds to it, since
    one of them was converted and rounded: 135 kilometers and 85 miles are equal.
    """
    unit_a, unit_b = BY_NAME.get(a.unit or ""), BY_NAME.get(b.unit or "")
    if unit_a is None or unit_b is None or unit_a.dimension != unit_b.dimension:
        return None
    left, right = interval_of(a), interval_of(b)
    shown = (f"{show(a.value) or a.text} {unit_a.name}", f"{show(b.value) or b.text} {unit_b.name}")
    if unit_a == unit_b:
        if not (a.approx or b.approx) and isinstance(a.value, int) != isinstance(b.value, int):
            left = left.widened(0.5) if isinstance(a.value, int) else left
            right = right.widened(0.5) if isinstance(b.value, int) else right
            if unit_a is MAGNITUDE or unit_a.name == "magnitude":
                left, right = interval_of(a), interval_of(b)
        return relation(a, b, relate(left, right), *shown)
    left, right = (_rounded(f).scaled(u.factor, u.offset) for f, u in ((a, unit_a), (b, unit_b)))
    if overlaps(left, right):
        return relation(a, b, "compatible" if a.approx or b.approx else "equal", *shown)
    return relation(a, b, "conflict", *shown)


def _rounded(fact: Fact) -> Interval:
    """The interval with room for the rounding of a conversion: half of 1, 5, 10 or 100."""
    interval = interval_of(fact)
    value = interval.value
    if not isinstance(value, int) or value == 0:
        return interval if value else interval._replace(low_open=False, high_open=False).widened(0.5)
    step = next((s for s in (1000, 100, 10, 5) if value % s == 0 and abs(value) > s), 1)
    return interval.widened(step / 2)
