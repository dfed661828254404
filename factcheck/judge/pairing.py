"""The facts of two claims set against each other: which speak of one thing, and how they relate."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from factcheck.facts import KINDS, compare_facts
from factcheck.facts.tokens import tokenize
from factcheck.judge.things import (
    DIMENSIONS,
    Sameness,
    content,
    is_deal,
    same_amount,
    same_count,
    same_date,
    same_name,
)
from factcheck.lexicon import concept, term
from factcheck.model import Claim, Fact, FactPair, Relation

_SAME: dict[str, Callable[[Fact, Fact], Sameness]] = {
    "count": same_count,
    "date": same_date,
    "time": same_date,
    "person": same_name,
    "org": same_name,
    "place": same_name,
    "polarity": same_name,
}
_SUPPORT = ("equal", "compatible")
#: kinds whose difference counts although no rule knows what they measure, if each claim
#: has just one of the kind and the claims are surely about one fact
_LONE = frozenset(("age", "count", "duration", "money", "percent", "measure", "ordinal", "date", "time"))
#: kinds whose "of" is found by rules that may take another noun of the sentence
_MEASURED = frozenset(("duration", "money", "percent", "measure", "ordinal"))
#: Confidence that a pair of claims needs before a difference of its facts counts. A role
#: ("killed") names the fact itself, so the sentences may share little else; a noun
#: ("boats") does so within claims that are linked anyway; where no rule knows what is
#: measured, the claims must surely be about one fact.
#: Where even the words of what is measured differ, little else may.
ROLE, NOUN, SURE, CERTAIN = 0.12, 0.25, 0.5, 0.85
#: ratio from which two figures without a common predicate are of different things
_LIKE_SIZED = 10
#: what stands before the day of a page
_PRINTED = re.compile(r"\b(?:posted|published|updated)\b\W*(?:\w+\W*)?$", re.IGNORECASE)
_SAID = frozenset(("said", "told", "tell", "say", "announc", "report"))
#: widest ratio of a stated range ("20 to 50"); vague words span more
_VAGUE = 3


@dataclass(frozen=True, slots=True)
class Compared:
    """A pair of facts, how sure it is that they are about one thing, and the confidence
    that the claims need before their difference counts."""

    pair: FactPair
    same: Sameness
    needs: float = NOUN


def pair_facts(a: Claim, b: Claim) -> list[Compared]:
    """Every fact of ``a`` with its counterpart in ``b``, each used once, agreement first.

    A figure that has an agreeing counterpart is settled: it is not set against the others.
    """
    if not (a.facts and b.facts and (shared := {f.kind for f in a.facts} & {f.kind for f in b.facts})):
        return []
    found: list[Compared] = []
    for kind in KINDS:
        if kind in shared:
            left, right = ([f for f in claim.facts if f.kind == kind] for claim in (a, b))
            found.extend(_assign(a, left, b, right))
    return found


def _assign(a: Claim, left: list[Fact], b: Claim, right: list[Fact]) -> list[Compared]:
    named = _SAME.get(left[0].kind) is same_name
    options = [*(_names(left, right) if named else _options(a, left, b, right))]
    if len(options) < 2:
        return options
    options.sort(key=_preference)
    used: set[tuple[int, int, str]] = set()
    chosen: list[Compared] = []
    for option in options:
        keys = {(f.start, f.end, side) for side, f in (("a", option.pair.a), ("b", option.pair.b))}
        if not keys & used:
            used |= keys
            chosen.append(option)
    return sorted(chosen, key=lambda c: (c.pair.a.start, c.pair.b.start))


def _options(a: Claim, left: list[Fact], b: Claim, right: list[Fact]) -> Iterable[Compared]:
    kind = left[0].kind
    for x in left:
        for y in right:
            lone = kind in _LONE and _alone(x, left) and _alone(y, right)
            same = _SAME.get(kind, same_amount)(x, y)
            reworded = same is Sameness.NO and lone and _reworded(x, a, y, b)
            relation = compare_facts(x, y) if same is not Sameness.NO or reworded else None
            if relation is None:
                continue
            if reworded:
                if relation.relation == "conflict" and alike_in_size(x, y):
                    pair = FactPair(kind, x, y, relation.relation, relation.why)
                    yield Compared(pair, Sameness.MAYBE, CERTAIN)
                continue
            if same is Sameness.PART:
                # "Nobody" leaves no passenger either.
                zero = kind == "count" and 0 in (x.value, y.value)
                same, relation = (Sameness.YES, relation) if zero else (same, _part(x, y, relation))
            if kind == "date" and (x.unit == "weekday") != (y.unit == "weekday"):
                continue  # without a publication date, any date may fall on that day
            if relation.relation == "conflict" and same is Sameness.MAYBE and not alike_in_size(x, y):
                continue
            if relation.relation == "conflict" and (_reported(x, a, y, b) or _two_moments(x, a, y, b)):
                continue
            if relation.relation == "conflict" and (_loose(x, y) or (same is Sameness.MAYBE and not lone)):
                continue
            yield Compared(FactPair(kind, x, y, relation.relation, relation.why), same, _needs(x, y, same))


def _names(left: list[Fact], right: list[Fact]) -> Iterable[Compared]:
    """Facts whose own comparison tells whether they are about one thing."""
    for x in left:
        for y in right:
            relation = compare_facts(x, y)
            if relation is not None:
                pair = FactPair(x.kind, x, y, relation.relation, relation.why)
                yield Compared(pair, Sameness.YES, _needs(x, y, Sameness.YES))


def _reworded(x: Fact, a: Claim, y: Fact, b: Claim) -> bool:
    """Whether two figures that seem to be of different things may be of one, put in other
    words: neither claim names, beside its own figure, what the other's is of."""
    if x.kind not in _MEASURED or (x.role is not None and y.role is not None):
        return False
    if x.of in DIMENSIONS and y.of in DIMENSIONS:
        return False
    if x.kind == "ordinal" and x.of and y.of:
        return False
    mine, yours = {*content(x.of or "")}, {*content(y.of or "")}
    return not (mine & (_words(b) - yours) or yours & (_words(a) - mine))


def _alone(fact: Fact, facts: list[Fact]) -> bool:
    """No other fact of its claim could be meant: of several sums, one may be the price."""
    return len(facts) == 1 or (is_deal(fact) and sum(is_deal(f) for f in facts) == 1)


def _needs(a: Fact, b: Fact, same: Sameness) -> float:
    if same is not Sameness.YES:
        if a.kind == "ordinal" or (a.kind == "date" and (a.of is None) != (b.of is None)):
            return CERTAIN  # in the third round, and in the sixth; the day of a caption
        return NOUN if a.kind == "money" and a.role is not None and a.role == b.role else SURE
    if a.kind == "count":
        return ROLE if a.role is not None and a.role == b.role else NOUN
    # One quake has one magnitude, but many quakes, rounds and days stand in one story.
    return NOUN if a.kind in ("duration", "place", "person", "org") else SURE


def _preference(option: Compared) -> tuple[bool, int, bool, float, int, int]:
    pair = option.pair
    loose = option.same is Sameness.YES and (_vague(pair.a) or _vague(pair.b))
    return (
        # That "several" agrees says nothing where the claim gives a figure too.
        loose or pair.relation not in _SUPPORT,
        -option.same,
        pair.relation != "equal",
        _distance(pair.a, pair.b),
        pair.a.start,
        pair.b.start,
    )


def _distance(a: Fact, b: Fact) -> float:
    """How far two figures lie apart: of several magnitudes, the nearest are of one quake."""
    if not (isinstance(a.value, int | float) and isinstance(b.value, int | float)):
        return 1.0
    return round(abs(a.value - b.value) / max(abs(a.value), abs(b.value), 1e-9), 3)


def _part(a: Fact, b: Fact, relation: Relation) -> Relation:
    """A narrower group may be smaller than the whole, never larger."""
    if relation.relation != "conflict":
        return relation
    narrow, wide = (a, b) if len(content(a.of or "")) > len(content(b.of or "")) else (b, a)
    if narrow.kind != "count" and _number(narrow.low) >= _number(wide.high):
        return relation
    return Relation(
        "part", f"“{a.text}” and “{b.text}” count different groups ({a.of or 'all'} / {b.of or 'all'})"
    )


def _number(bound: float | int | str | None) -> float:
    return float(bound) if isinstance(bound, int | float) else math.nan


def alike_in_size(a: Fact, b: Fact) -> bool:
    """Whether two figures may be of one thing, as far as their size tells.

    In other units (14 days, a month) the bounds say nothing of it.
    """
    if a.unit != b.unit:
        return True
    small, large = sorted(abs(_number(f.low)) for f in (a, b))
    return math.isnan(small + large) or large < _LIKE_SIZED * small or small == 0


def _reported(x: Fact, a: Claim, y: Fact, b: Claim) -> bool:
    """The days on which two reports were given or put on a page: those may differ."""
    if x.kind not in ("date", "time"):
        return False
    return (x.role in _SAID and y.role in _SAID) or any(
        _PRINTED.search(claim.text[: fact.start - claim.start]) for fact, claim in ((x, a), (y, b))
    )


def _two_moments(x: Fact, a: Claim, y: Fact, b: Claim) -> bool:
    """Days of two happenings in one story ("opened in 1964", "closed in 2011").

    So it is where the lexicon tells the verbs apart, or where one claim dates what the
    other tells without that date ("charged Saturday" / "charged after Friday's shooting").
    """
    if x.kind not in ("date", "time") or x.of is None or y.of is None:
        return False
    left, right = x.of.lower(), y.of.lower()
    if term(left) == term(right):
        return False
    known = concept(left) is not None and concept(right) is not None
    return known or term(left) in _words(b) or term(right) in _words(a)


def _words(claim: Claim) -> set[str]:
    return {term(token.lower) for token in tokenize(claim.text) if token.is_word}


def _loose(a: Fact, b: Fact) -> bool:
    """A vague word is too loose to contradict a figure that comes anywhere near it."""
    if not (_vague(a) or _vague(b)):
        return False
    small, large = (a, b) if _number(a.low) < _number(b.low) else (b, a)
    return _vague(a) is _vague(b) or not _number(large.low) >= _VAGUE * _number(small.high)


def _vague(fact: Fact) -> bool:
    """ "Dozens", "several": agrees with much, but is too loose to contradict a figure."""
    bounds = (fact.low, fact.high)
    return (
        fact.value is None
        and all(isinstance(x, int | float) and x > 0 for x in bounds)
        and float(fact.high or 0) >= _VAGUE * float(fact.low or 1)
    )


def supports(compared: Compared) -> bool:
    return compared.pair.relation in _SUPPORT
