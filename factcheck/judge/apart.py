"""Differences between figures of different events or things: set aside, with the reason.

What is left is about one thing as far as the two sentences tell.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from factcheck.facts.tokens import tokenize
from factcheck.judge.clash import clashing
from factcheck.judge.guards import looks_back, other_days, other_names, other_persons, other_place
from factcheck.judge.pairing import ROLE, SURE, Compared, supports
from factcheck.judge.parts import words_after
from factcheck.judge.reading import Reading
from factcheck.judge.signs import Signs
from factcheck.judge.template import (
    Change,
    changes,
    exchanged_name,
    exchanged_outcome,
    other_things,
    residue,
)
from factcheck.judge.things import Sameness
from factcheck.lexicon import term
from factcheck.lexicon.wordset import word_set
from factcheck.model import Claim, Fact, FactPair

_PERIODS = word_set("day week month year hour minute night head person share tonne ton barrel")
#: kinds that "by" makes a change of ("rose by two metres"); "stormed by 30 gunmen" is none
_LEVELS = frozenset(("percent", "measure", "money"))
_COARSE = frozenset(("month", "quarter", "year"))
_SOME = word_set("some several few many part")
FIGURES = frozenset(("count", "money", "percent", "measure", "duration", "time", "age"))
_NUMERIC = FIGURES | {"ordinal"}
#: what each country has of its own
_OF_PLACES = _NUMERIC | {"date"}
#: what another event of the kind has of its own
_OF_EVENTS = _NUMERIC | {"date", "polarity"}


@dataclass(frozen=True, slots=True)
class Sifted:
    """The comparisons that stand, and why others were set aside (None if none was)."""

    facts: tuple[Compared, ...]
    apart: str | None = None

    def without(self, reason: str, aside: Callable[[Compared], bool]) -> Sifted:
        """Set aside the differences that ``aside`` names; agreement always stands."""
        kept = tuple(c for c in self.facts if c.pair.relation != "conflict" or not aside(c))
        if len(kept) == len(self.facts):
            return self
        return Sifted(kept, self.apart or reason)


def sift(
    a: Claim, b: Claim, facts: Sequence[Compared], signs: tuple[Signs, Signs], current: int | None
) -> Sifted:
    """Set aside what does not belong to one thing, and add what only the whole claims show."""
    sifted = Sifted(tuple(facts))
    if _other_ordinal(sifted.facts):
        sifted = sifted.without("they count different ones in a row", lambda c: True)
    for applies, reason, aside in _guards(a, b, facts, signs, current):
        if applies:
            sifted = sifted.without(reason, aside)
    if any(c.pair.kind == "date" and supports(c) for c in facts):
        sifted = sifted.without("they tell of several months", _period)
    sifted = sifted.without("a rate or a change is no total", lambda c: _other_measure(c, a, b))
    sifted = _by_template(signs[0].reading, signs[1].reading, sifted)
    # Two moments may see opposite things done.
    settled = any(c.pair.relation == "conflict" for c in sifted.facts)
    if settled or looks_back(*signs, current) or other_days(*signs):
        return sifted
    return Sifted((*sifted.facts, *clashing(signs[0].reading, signs[1].reading)), sifted.apart)


def _guards(
    a: Claim, b: Claim, facts: Sequence[Compared], signs: tuple[Signs, Signs], current: int | None
) -> Iterator[tuple[bool, str, Callable[[Compared], bool]]]:
    """Whether a sign of two events or things holds, its reason, and which differences it takes away."""
    series = _told_of_each(a, b, facts)
    yield looks_back(*signs, current), "one tells of another event", lambda c: c.pair.kind in _OF_EVENTS
    other_time = signs[0].background != signs[1].background
    yield other_time, "one tells of another time", lambda c: c.pair.kind in _NUMERIC
    yield (
        other_days(*signs),
        "they tell of different days",
        lambda c: c.pair.kind in _NUMERIC or (series and _period(c)),
    )
    yield other_place(*signs), "they tell of different countries", lambda c: c.pair.kind in _OF_PLACES
    yield other_persons(a, b), "they tell of different persons", _not_of_the_event
    yield other_names(*signs), "they name nobody in common", lambda c: c.needs != ROLE


def _by_template(left: Reading, right: Reading, sifted: Sifted) -> Sifted:
    """What else was exchanged between two claims built alike tells how to read a difference."""
    a, b = left.claim, right.claim
    found = changes(left, right)
    against = {c.pair.kind for c in sifted.facts if c.pair.relation == "conflict"}
    other = other_things(found, a, b) if found is not None else None
    if found is not None and against & FIGURES and against & {"ordinal", "date"}:
        # The second quarter and the first: two figures.
        return sifted.without("they tell of different times", lambda c: True)
    if against and other is not None:
        return sifted.without(f"they tell of {other.words}", lambda c: True)
    if other is not None and all(any(f.kind in FIGURES for f in c.facts) for c in (a, b)):
        # Rules that saw two things counted have not set the figures against each other.
        return Sifted(sifted.facts, sifted.apart or f"they tell of {other.words}")
    rest = residue(left, right) if not against else None
    if rest is None:
        return sifted
    return Sifted((*sifted.facts, *_exchanged(a, b, rest, sifted.facts)), sifted.apart)


def _not_of_the_event(compared: Compared) -> bool:
    """Days and figures that each person has of their own; a toll is the event's."""
    return compared.pair.kind in (*_NUMERIC, "date") and compared.needs != ROLE


def _told_of_each(a: Claim, b: Claim, facts: Sequence[Compared]) -> bool:
    """Both claims give a figure, and none agrees: one for each of two periods."""
    given = all(any(f.kind in FIGURES for f in claim.facts) for claim in (a, b))
    return given and not any(supports(c) and c.pair.kind in FIGURES for c in facts)


def _period(compared: Compared) -> bool:
    """Two months or years: with a figure each, these are two figures of a series."""
    pair = compared.pair
    return pair.kind == "date" and pair.a.unit == pair.b.unit and pair.a.unit in _COARSE


def _other_ordinal(facts: Sequence[Compared]) -> bool:
    """The first attack and the second, each with its figures."""
    against = {c.pair.kind for c in facts if c.pair.relation == "conflict" and c.same is Sameness.YES}
    return "ordinal" in against and bool(against & (FIGURES | {"date"}))


def _other_measure(compared: Compared, a: Claim, b: Claim) -> bool:
    """A rate ("30 a month") against a total, a change ("rose by two metres") against a level."""
    pair = compared.pair
    if pair.kind not in FIGURES:
        return False
    changed = pair.kind in _LEVELS and _is_change(pair.a, a) != _is_change(pair.b, b)
    return changed or _is_rate(pair.a, a) != _is_rate(pair.b, b)


def _is_rate(fact: Fact, claim: Claim) -> bool:
    after = words_after(fact, claim).split()[:4]
    return any(
        x in ("a", "an", "per", "each", "every") and y.strip(".,") in _PERIODS for x, y in pairwise(after)
    )


def _is_change(fact: Fact, claim: Claim) -> bool:
    return claim.text[: fact.start - claim.start].rstrip().lower().endswith(" by")


def _figures_agree(a: Claim, b: Claim, facts: Sequence[Compared]) -> bool:
    agreed = {
        (f.start, f.end, side) for c in facts if supports(c) for f, side in ((c.pair.a, "a"), (c.pair.b, "b"))
    }
    return all(
        (f.start, f.end, side) in agreed
        for claim, side in ((a, "a"), (b, "b"))
        for f in claim.facts
        if f.kind in FIGURES
    )


def _exchanged(a: Claim, b: Claim, rest: Change, facts: Sequence[Compared]) -> list[Compared]:
    """A name or an outcome is all that differs between two claims of the same words."""
    agreed = _figures_agree(a, b, facts)
    names = exchanged_name(a, b, rest) if agreed else None
    if names is not None:
        x, y = names
        why = f"“{x.text}” stands where the other has “{y.text}”"
        return [Compared(FactPair(x.kind, x, y, "conflict", why), Sameness.YES, SURE)]
    outcome = exchanged_outcome(rest)
    some = _some_of(a) or _some_of(b)
    if outcome is not None and not some and not any(f.kind == "polarity" for c in (a, b) for f in c.facts):
        left, right = (_stated(said.word, claim) for said, claim in zip(outcome, (a, b), strict=True))
        why = f"“{left.text}” and “{right.text}” exclude each other"
        return [Compared(FactPair("polarity", left, right, "conflict", why), Sameness.YES, SURE)]
    return []


def _some_of(claim: Claim) -> bool:
    """The claim is about some of a group: the rest may have done the opposite."""
    return bool({w.lower() for w in claim.text.split()[:3]} & _SOME)


def _stated(word: str, claim: Claim) -> Fact:
    """A word of the claim as what it states, where a predicate is compared."""
    token = next(t for t in tokenize(claim.text) if t.text == word)
    start, end = claim.start + token.start, claim.start + token.end
    return Fact("polarity", start, end, token.text, "stated", role=term(token.lower))
