"""A claim as the terms it is compared by: masked, stemmed, with names and synonyms unified.

Numbers, dates and amounts become a slot of their kind ("killed 12 people" and "killed
15 people" are then the same sentence); what the figures say is the judge's business.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from typing import NamedTuple

from factcheck.align.background import rarity
from factcheck.facts.tokens import Token, tokenize
from factcheck.lexicon import concept, term
from factcheck.lexicon.synonyms import groups
from factcheck.model import NAMES, Claim, Fact

#: kinds whose text is replaced by a slot; names stay words
MASKED = frozenset(("count", "money", "percent", "measure", "duration", "date", "time", "ordinal", "age"))

#: rarer than "said" and "people": a word that tells what a sentence is about
_TELLING = 4.0


#: Different words of a hundred articles; the table starts anew when it is full.
_MOST_WORDS = 20_000


def _masked(facts: Iterable[Fact]) -> list[Fact]:
    return sorted((f for f in facts if f.kind in MASKED), key=lambda f: (f.start, -f.end))


class Term(NamedTuple):
    """``key`` is what is compared, ``word`` the claim's own word for it, ``name`` whether
    it is part of the name of a person, an organisation or a place."""

    key: str
    word: str
    name: bool = False


def is_name_or_slot(term: Term) -> bool:
    return term.name or term.key.startswith("<")


def terms(claim: Claim) -> list[Term]:
    """The terms of a claim in order; the keys of slots look like ``<count>``."""
    return list(_walk(claim))


def shared_words(a: Iterable[Term], b: frozenset[str], most: int) -> list[str]:
    """The rarest words and names of ``a`` whose keys are in ``b``, as ``a`` writes them."""
    shared = {t.key: t.word for t in a if t.key in b and not t.key.startswith("<")}
    telling = sorted((k for k in shared if rarity(k) >= _TELLING), key=lambda k: (-rarity(k), k))
    return list(dict.fromkeys(shared[key] for key in telling))[:most]


def masked_text(claim: Claim) -> str:
    """The lower-cased text with figures cut out, for character n-grams."""
    pieces: list[str] = []
    at = claim.start
    for fact in _masked(claim.facts):
        if fact.start >= at:
            pieces.append(claim.text[at - claim.start : fact.start - claim.start])
            at = fact.end
    pieces.append(claim.text[at - claim.start :])
    return " ".join(pieces).lower()


def _walk(claim: Claim) -> Iterator[Term]:
    slots = _masked(claim.facts)
    names = {f.start: f for f in claim.facts if f.kind in NAMES and f.unit is None and f.value}
    tokens = tokenize(claim.text)
    openers = _openers()
    ahead = until = 0
    for place, token in enumerate(tokens):
        at = token.start + claim.start
        if at < until:
            continue
        while ahead < len(slots) and slots[ahead].end <= at:
            ahead += 1
        if ahead < len(slots) and slots[ahead].start <= at:
            until = slots[ahead].end
            yield Term(f"<{slots[ahead].kind}>", slots[ahead].text)
        elif at in names:
            until = names[at].end
            yield from _name_terms(names[at])
        elif token.lower in openers and (phrase := _phrase(token, tokens[place + 1 : place + 2])):
            until = claim.start + tokens[place + 1].end
            yield Term(phrase, token.text)
        else:
            plain = _known[token.text] if token.text in _known else _plain(token)
            if plain is not None:
                yield plain


#: A word or number as it is written -> its term by itself; None for a mark.
_known: dict[str, Term | None] = {}


def _plain(token: Token) -> Term | None:
    found = None
    if token.is_number:
        found = Term("<count>", token.text)
    elif token.is_word:
        found = Term(_term(token), token.text)
    if len(_known) >= _MOST_WORDS:
        _known.clear()
    _known[token.text] = found
    return found


@cache
def _openers() -> frozenset[str]:
    """The first words of the two-word phrases that are concepts."""
    return frozenset(
        entry.lstrip("=").partition("_")[0] for group in groups() for entry in group if "_" in entry
    )


def _phrase(token: Token, following: tuple[Token, ...]) -> str | None:
    """The concept of a two-word phrase such as "handed over"."""
    return next((concept(f"{token.lower} {second.lower}") for second in following if second.is_word), None)


def _term(token: Token) -> str:
    return term(token.lower.replace(".", ""))


def _name_terms(fact: Fact) -> Iterator[Term]:
    """The words of the full name, so that "Zas" and "Stanislav Zas" share a term."""
    for token in tokenize(str(fact.value)):
        if token.is_word:
            yield Term(_term(token), fact.text, name=True)
