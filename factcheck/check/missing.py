"""What a statement says and the passages about it do not."""

from __future__ import annotations

import re
from collections.abc import Sequence

from factcheck.align.background import rarity
from factcheck.align.relatedness import related_cover
from factcheck.align.terms import Term, terms
from factcheck.model import NAMES, Claim, Fact, Link

#: relations to a fact of the same thing, whether it agrees or not
_GIVEN = frozenset(("equal", "compatible", "conflict", "update"))
#: kinds that are the same where they are called the same: a 24 may count anything
_BY_WORD = NAMES | {"date", "time"}
#: rarer than "said" and "people": a word whose absence tells something
_TELLING = 4.0
#: relatedness below which no word of a passage stands for a word of the statement: in
#: statements of our own "resigned" and "sank", told of by no passage, come to .43
_RELATED = 0.45


def missing_facts(claim: Claim, passages: Sequence[tuple[Link, Claim]]) -> list[Fact]:
    """The facts of the claim that none of the passages linked to it gives, equal or not."""
    given = {
        (p.kind, p.a.start, p.a.role) for link, _ in passages for p in link.facts if p.relation in _GIVEN
    }
    return [
        fact
        for fact in claim.facts
        if fact.kind != "polarity"
        and (fact.kind, fact.start, fact.role) not in given
        and not any(_same_words(fact, passage) for _, passage in passages)
    ]


def _same_words(fact: Fact, passage: Claim) -> bool:
    """Not every fact is set against its like: a Monday without a date is not, against one with
    a date, nor is a share of a group. And yet they are told there, in the same words."""
    if fact.kind in _BY_WORD:
        return re.search(rf"(?<!\w){re.escape(fact.text)}(?!\w)", passage.text, re.IGNORECASE) is not None
    return any((f.kind, f.value, f.of) == (fact.kind, fact.value, fact.of) for f in passage.facts)


def missing_words(claim: Claim, passages: Sequence[tuple[Link, Claim]]) -> list[str]:
    """The telling words of the claim, outside its facts, for which no passage has a related one."""
    words = [term for term in terms(claim) if _tells(term)]
    if not words or not passages:
        return []
    related = related_cover([[word] for word in words] + [terms(passage) for _, passage in passages])
    best = related[: len(words), len(words) :].max(axis=1)
    return [word.word for word, near in zip(words, best, strict=True) if near < _RELATED]


def _tells(term: Term) -> bool:
    return not term.name and not term.key.startswith("<") and rarity(term.key) >= _TELLING
