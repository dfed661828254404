"""Propositions: who did what to whom, and where, read from a claim by a shallow parser of our own."""

from __future__ import annotations

from functools import lru_cache

from factcheck.facts.tokens import tokenize
from factcheck.model import NAMES, Claim, Fact
from factcheck.propositions.clauses import Walker
from factcheck.propositions.model import Argument as Argument
from factcheck.propositions.model import Proposition as Proposition
from factcheck.propositions.tags import tagged
from factcheck.propositions.turn import turned

#: claims kept: a comparison looks at each of its claims again and again
_KEPT = 4096


@lru_cache(maxsize=_KEPT)
def propositions(claim: Claim) -> tuple[Proposition, ...]:
    """What a claim says, in the order of its predicates, relations of nouns last; passives,
    converses and the like are told in one form (see :mod:`factcheck.propositions.turn`)."""
    names = [_span(f, claim) for f in claim.facts if f.kind in NAMES and f.unit is None]
    times = [_span(f, claim) for f in claim.facts if f.kind in ("date", "time")]
    words = tagged(tokenize(claim.text), names, times)
    return tuple(map(turned, Walker(claim, words).propositions()))


def _span(fact: Fact, claim: Claim) -> tuple[int, int]:
    return fact.start - claim.start, fact.end - claim.start
