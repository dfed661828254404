"""How much of one proposition two claims share, in [0, 1]."""

from __future__ import annotations

from collections.abc import Iterable

from factcheck.align.background import rarity
from factcheck.lexicon import stemmer
from factcheck.propositions import Said
from factcheck.propositions.clashes import GENERAL
from factcheck.propositions.compare import matched
from factcheck.propositions.model import Proposition

#: an unknown name must not outweigh the rest
_HEAVIEST = 7.0
#: weight of a predicate and some three words, which say as much as a match needs
_FULL = 25.0


def same_deed(a: Said, b: Said) -> float:
    """The best match of two propositions with one predicate: the weight of the predicate and
    of what stands in the same role in both, 1 from ``_FULL`` on. 0 if an argument differs."""
    if a.predicates & b.predicates <= GENERAL:
        return 0.0
    return max((_evidence(x, y) for x in a.propositions for y in b.propositions), default=0.0)


def _evidence(p: Proposition, q: Proposition) -> float:
    if p.predicate != q.predicate or p.predicate in GENERAL or p.negated != q.negated:
        return 0.0
    same, other = matched(p, q)
    if other or (p.modality == "possible") != (q.modality == "possible"):
        return 0.0
    roles = [role for role in same if role in p.roles and role in q.roles]
    shared = sum(_weigh(p.roles[role].words & q.roles[role].words) for role in roles)
    return min(1.0, (_weigh((p.predicate,)) + shared) / _FULL) if shared else 0.0


def _weigh(words: Iterable[str]) -> float:
    return sum(sorted(min(rarity(stemmer()(w)), _HEAVIEST) for w in words))
