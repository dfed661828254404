"""Whether two facts speak of the same thing: only then may their values be compared.

Figures of different things never conflict (2,500 peacekeepers against 200 vehicles), so
every doubt is answered with "not the same".
"""

from __future__ import annotations

from enum import IntEnum
from functools import lru_cache

from factcheck.facts.tokens import tokenize
from factcheck.lexicon import term
from factcheck.lexicon.wordset import word_set
from factcheck.model import Fact

#: nouns that stand for anybody: "five people killed" covers soldiers and children
ANYBODY = word_set(
    """
    people person persons others other victims victim lives life individuals individual ones
    fatalities fatality casualties casualty deaths death dead wounded injured injuries killed
    """
)
#: words of an "of" that narrow nothing down
_EMPTY = word_set(
    "the a an of in at for to and or its their his her this that these those by with from on more"
)
#: nouns that only measure out another noun: "pieces of equipment" is equipment
_CLASSIFIERS = word_set(
    "piece pieces item items unit units type types kind kinds number group groups set sets pair pairs"
)
#: sizes that a thing has one of each
DIMENSIONS = word_set("length width height depth distance weight area volume speed temperature magnitude")
_DEAL = frozenset(("bought", "sold", "paid", "cost"))


class Sameness(IntEnum):
    """How sure it is that two facts are about one thing."""

    NO = 0
    MAYBE = 1  # nothing speaks against it, but no rule knows
    PART = 2  # one is a narrower group within the other: "soldiers" of "people"
    YES = 3


@lru_cache(maxsize=10_000)
def content(of: str) -> tuple[str, ...]:
    """The terms of what is counted, in order, without filler."""
    words = [t.lower for t in tokenize(of) if t.is_word and t.lower not in _EMPTY]
    kept = [w for w in words if w not in _CLASSIFIERS] or words
    return tuple(term(w) for w in kept)


@lru_cache(maxsize=10_000)
def is_anybody(of: str | None) -> bool:
    """Whether a count of these covers anybody: "people", "lives", or no word at all."""
    if of is None:
        return True
    words = [t.lower for t in tokenize(of) if t.is_word]
    return bool(words) and words[-1] in ANYBODY


def _same_noun(a: str | None, b: str | None) -> Sameness:
    """Compare two things counted by their content words; the last one is the head."""
    if a is None or b is None:
        return Sameness.MAYBE
    left, right = content(a), content(b)
    if not left or not right:
        return Sameness.MAYBE
    if set(left) == set(right):
        return Sameness.YES
    if left[-1] == right[-1]:
        # "office buildings" and "buildings" may be the same or a part; two different
        # qualifiers ("school buildings", "office buildings") are two things.
        narrower = set(left) < set(right) or set(right) < set(left)
        return Sameness.PART if narrower else Sameness.NO
    return Sameness.NO


def happened(fact: Fact) -> str | None:
    """The role of a count, one for what is one deed: weapons found on a boat are seized."""
    return "found" if fact.role == "seized" else fact.role


def same_count(a: Fact, b: Fact) -> Sameness:
    """Counts: the role ("killed") decides where both have one, else the noun."""
    if a.role is not None and b.role is not None:
        if happened(a) != happened(b):
            return Sameness.NO
        if is_anybody(a.of) and is_anybody(b.of):
            return Sameness.YES
        noun = _same_noun(a.of, b.of)
        if noun is Sameness.YES:
            return Sameness.YES
        if is_anybody(a.of) or is_anybody(b.of) or noun is Sameness.PART:
            return Sameness.PART
        return Sameness.NO
    if a.role is None and b.role is None:
        if a.of is None or b.of is None:
            return Sameness.NO
        # "200,000 people" says nothing of who they are: other words must tell.
        return Sameness.MAYBE if is_anybody(a.of) and is_anybody(b.of) else _same_noun(a.of, b.of)
    # A role on one side only: "12 soldiers" and "12 soldiers killed" may be different groups,
    # and that nobody was hurt says nothing of how many were there.
    if 0 in (a.value, b.value):
        return Sameness.NO
    noun = _same_noun(a.of, b.of)
    return (
        Sameness.MAYBE
        if noun in (Sameness.YES, Sameness.MAYBE) and not (a.of is None or b.of is None)
        else Sameness.NO
    )


def same_amount(a: Fact, b: Fact) -> Sameness:
    """Measures, money, percent, durations, ages: what is measured must agree.

    Rules that find what is measured err more often here than for counts, so a shared
    word leaves it open; a rate ("per year") is never a total.
    """
    if a.role is not None and b.role is not None and _deal(a.role) != _deal(b.role):
        return Sameness.NO
    same = _same_noun(a.of, b.of)
    if same is Sameness.NO and a.of and b.of and _rates(a.of) == _rates(b.of):
        return Sameness.MAYBE if set(content(a.of)) & set(content(b.of)) else Sameness.NO
    return same


def is_deal(fact: Fact) -> bool:
    """A price, as told of either side of a sale."""
    return fact.role in _DEAL


def _deal(role: str) -> str:
    """What one side pays the other gets: one sum."""
    return "deal" if role in _DEAL else role


def _rates(of: str) -> bool:
    return "per" in of.split()


def same_date(a: Fact, b: Fact) -> Sameness:
    """Dates: the day of an event is not the day it was reported."""
    if a.role != b.role and "said" in (a.role, b.role):
        return Sameness.NO
    if a.role == "said" and b.role == "said":
        # Two outlets heard it on different days: that is no contradiction.
        return Sameness.MAYBE
    # Two verbs may tell of one event ("flown in", "landed"): other words must decide.
    return max(Sameness.MAYBE, _same_noun(a.of, b.of))


def same_name(a: Fact, b: Fact) -> Sameness:
    """Persons, organisations and places: their own comparison asks for the same role."""
    return Sameness.YES
