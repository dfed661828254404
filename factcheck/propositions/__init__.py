"""Propositions: who did what to whom, and where, read from a claim by a shallow parser of our own."""

from __future__ import annotations

from functools import lru_cache

from factcheck.facts.tokens import tokenize
from factcheck.model import NAMES, Claim
from factcheck.propositions.clauses import Walker
from factcheck.propositions.model import Argument as Argument
from factcheck.propositions.model import Proposition as Proposition
from factcheck.propositions.tags import Tag, tagged

#: a comparison of two sources looks at its claims again and again
_KEPT = 4096


@lru_cache(maxsize=_KEPT)
def propositions(claim: Claim) -> tuple[Proposition, ...]:
    """What a claim says, in the order of its predicates, relations of nouns last."""
    tokens = tokenize(claim.text)
    names = [
        (f.start - claim.start, f.end - claim.start)
        for f in claim.facts
        if f.kind in NAMES and f.unit is None
    ]
    times = [(f.start - claim.start, f.end - claim.start) for f in claim.facts if f.kind in ("date", "time")]
    words = [
        w._replace(tag=Tag.ADVERB) if any(s <= w.token.start < e for s, e in times) else w
        for w in tagged(tokens, names)
    ]
    return Walker(claim, words).propositions()
