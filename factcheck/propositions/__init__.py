"""Propositions: who did what to whom, and where, read from a claim by a shallow parser of our own."""

from __future__ import annotations

from functools import cached_property

from factcheck.facts.tokens import tokenize
from factcheck.model import NAMES, Claim, Fact
from factcheck.propositions.clauses import Walker
from factcheck.propositions.model import Argument as Argument
from factcheck.propositions.model import Proposition as Proposition
from factcheck.propositions.predicates import possible_predicates
from factcheck.propositions.tags import tagged
from factcheck.propositions.turn import DECLINING, may_become, turned
from factcheck.propositions.words import Word


class Said:
    """What one claim says, read as far as it is asked for and then kept."""

    def __init__(self, claim: Claim) -> None:
        self._claim = claim

    @cached_property
    def _words(self) -> list[Word]:
        return _tagged(self._claim)

    @cached_property
    def predicates(self) -> frozenset[str]:
        """The predicates of all propositions and perhaps more: they are told from the words
        alone, before any phrase is read, wherever that is safe."""
        claim = self._claim
        found = {"refuse"} if DECLINING in claim.text.lower() else set()
        for predicate in possible_predicates(self._words, claim.facts, claim.start):
            told = may_become(predicate)
            if told is None:
                return frozenset([p.predicate for p in self.propositions])
            found |= told
        return frozenset(found)

    @cached_property
    def propositions(self) -> tuple[Proposition, ...]:
        return _parsed(self._claim, self._words)


def propositions(claim: Claim) -> tuple[Proposition, ...]:
    """What a claim says, in the order of its predicates, relations of nouns last; passives,
    converses and the like are told in one form (see :mod:`factcheck.propositions.turn`)."""
    return _parsed(claim, _tagged(claim))


def _tagged(claim: Claim) -> list[Word]:
    names = [_span(f, claim) for f in claim.facts if f.kind in NAMES and f.unit is None]
    times = [_span(f, claim) for f in claim.facts if f.kind in ("date", "time")]
    return tagged(tokenize(claim.text), names, times)


def _parsed(claim: Claim, words: list[Word]) -> tuple[Proposition, ...]:
    return tuple(map(turned, Walker(claim, words).propositions()))


def _span(fact: Fact, claim: Claim) -> tuple[int, int]:
    return fact.start - claim.start, fact.end - claim.start
