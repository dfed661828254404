"""Words that say of whom a predicate is told, and the facts of predicates."""

from __future__ import annotations

from factcheck.facts.tokens import tokenize
from factcheck.lexicon import term
from factcheck.lexicon.wordset import word_set
from factcheck.model import Claim, Fact

_SOME = word_set("some several few many part")


def some_of(claim: Claim) -> bool:
    """The claim is about some of a group: the rest may have done the opposite."""
    return bool({w.lower() for w in claim.text.split()[:3]} & _SOME)


def stated(word: str, claim: Claim) -> Fact:
    """A word of the claim as what it states, where a predicate is compared."""
    token = next(t for t in tokenize(claim.text) if t.text == word)
    start, end = claim.start + token.start, claim.start + token.end
    return Fact("polarity", start, end, token.text, "stated", role=term(token.lower))
