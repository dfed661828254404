"""A claim read as far as judging its pairs asks for: each thing once, however many pairs it is in."""

from __future__ import annotations

from collections.abc import Collection
from functools import cached_property
from math import fsum

from factcheck.align.background import rarity
from factcheck.align.terms import Term, terms
from factcheck.lexicon import term
from factcheck.model import Claim
from factcheck.propositions import Said

#: commoner than this, a word ("the", "said") fills no place of its own
FILLER = 3.5
ORDINALS = frozenset(map(term, ("first", "second", "third", "fourth", "fifth", "last", "next")))
#: an unknown name must not outweigh the rest of a short sentence
_HEAVIEST = 5.0


class Reading:
    """``said`` are the claim's propositions, the rest is made when it is first asked for."""

    def __init__(self, claim: Claim) -> None:
        self.claim = claim

    @cached_property
    def said(self) -> Said:
        return Said(self.claim)

    @cached_property
    def terms(self) -> tuple[Term, ...]:
        return tuple(terms(self.claim))

    @cached_property
    def keys(self) -> list[str]:
        """The keys of the terms, in order."""
        return [t.key for t in self.terms]

    @cached_property
    def known(self) -> frozenset[str]:
        return frozenset(self.keys)

    @cached_property
    def telling(self) -> frozenset[str]:
        """The keys of the terms that tell what the claim is about."""
        return frozenset([t.key for t in telling(self.terms)])

    @cached_property
    def weight(self) -> float:
        """What the telling terms weigh together."""
        return weight(self.telling)


def telling(run: Collection[Term]) -> tuple[Term, ...]:
    return tuple(
        [
            t
            for t in run
            if not t.key.startswith("<") and (t.name or t.key in ORDINALS or rarity(t.key) >= FILLER)
        ]
    )


def weight(keys: Collection[str]) -> float:
    return fsum([min(rarity(key), _HEAVIEST) for key in keys])
