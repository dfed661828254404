"""Places in an order: the third attack, the 21st floor.

Agreeing and conflicting:

>>> from factcheck.facts import compare_facts, extract_facts
>>> a, b, c = (extract_facts(f"It was the {word} attack.")[0] for word in ("third", "3rd", "second"))
>>> compare_facts(a, b).relation
'equal'
>>> compare_facts(a, c).relation
'conflict'
"""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.facts.passage import WITH_NUMBERS, Passage
from factcheck.facts.quantities.nouns import STOP, is_name, noun_after
from factcheck.facts.quantities.numerals import joins, lower
from factcheck.facts.quantities.quantity import compare_plain, is_free, quantity
from factcheck.facts.tokens import Word
from factcheck.lexicon.wordset import word_set
from factcheck.model import Fact, Relation

#: Fixed phrases in which the ordinal counts nothing.
_IDIOMS = word_set("lady aid place thing half class person minister responders responder")
#: "She came second" gives a place without a noun; "came first to mind" does not.
_PLACING = word_set("came come comes finished finish finishes finishing placed ranked ranks")


#: "Fourth in the league" is a place, whatever stands before it.
_TABLES = word_set("league table standings rankings ranking championship poll polls division classification")


TRAITS = WITH_NUMBERS


def find(passage: Passage, taken: Sequence[Fact]) -> list[Fact]:
    """Facts with an int ``value``, no unit, ``of`` the noun that is ordered."""
    found = []
    tokens = passage.tokens
    for number in passage.numbers:
        if not number.ordinal or lower(tokens, number.first - 1) in ("at", "per", "a.m"):
            continue
        if (
            joins(tokens, number.last)
            or joins(tokens, number.first - 1)
            or lower(tokens, number.last) in _IDIOMS
        ):
            continue
        contest = _contest(tokens, number.last)
        if lower(tokens, number.first - 1) in _PLACING or contest in _TABLES:
            found.append(quantity(passage, "ordinal", number, number.last, of=contest, role="placed"))
            continue
        following = lower(tokens, number.last)
        counts = following.isalpha() and following not in STOP
        if not counts and lower(tokens, number.first) in ("first", "second"):
            continue
        noun = noun_after(tokens, number.last, one=True)
        if tokens[number.first].lower == "first" and (
            noun is None or tokens[noun.first].lower.endswith("ed")
        ):
            continue  # "first announced"
        fact = quantity(passage, "ordinal", number, number.last, None, None if noun is None else noun.text)
        if is_free(taken, fact.start, fact.end):
            found.append(fact)
    return found


def _contest(tokens: Sequence[Word], at: int) -> str | None:
    """The slalom of "second in the slalom"."""
    if lower(tokens, at) not in ("in", "on"):
        return None
    at += 2 if lower(tokens, at + 1) in ("the", "a", "an", "its", "their") else 1
    noun = noun_after(tokens, at, one=True)
    return None if noun is None or is_name(tokens, noun) else noun.text


def compare(a: Fact, b: Fact) -> Relation | None:
    """Equal or in conflict; the judge decides whether both order the same thing."""
    return compare_plain(a, b)
