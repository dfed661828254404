"""A claim as the terms it is compared by: masked, stemmed, with names and synonyms unified.

Numbers, dates and amounts become a slot of their kind ("killed 12 people" and "killed
15 people" are then the same sentence); what the figures say is the judge's business.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable
from functools import cache, lru_cache
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
    slots = _masked(claim.facts)
    names = {f.start: f for f in claim.facts if f.kind in NAMES and f.unit is None and f.value}
    starts = iter(sorted({*names, *[slot.start for slot in slots]}))
    special, until = next(starts, sys.maxsize), 0
    tokens = tokenize(claim.text)
    found: list[Term] = []
    for place, token in enumerate(tokens):
        at = token.start + claim.start
        if at < until:
            continue
        if at >= special:
            # What begins here or before and does not reach this token reaches none.
            special = next((start for start in starts if start > at), sys.maxsize)
            slot = next((slot for slot in slots if slot.start <= at < slot.end), None)
            if slot is not None:
                until = slot.end
                found.append(Term(f"<{slot.kind}>", slot.text))
                continue
            if at in names:
                until = names[at].end
                found += _name_terms(str(names[at].value), names[at].text)
                continue
        plain = _known.get(token.text)
        if plain is not None:
            found.append(plain)
        elif token.is_word and token.lower in _openers() and (phrase := _phrase(*tokens[place : place + 2])):
            until = tokens[place + 1].end + claim.start
            found.append(Term(phrase, token.text))
        elif token.is_word or token.is_number:
            found.append(_plain(token))
    return found


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


#: A word or number as it is written -> its term by itself, but for those that may open a phrase.
_known: dict[str, Term] = {}


def _plain(token: Token) -> Term:
    found = Term("<count>" if token.is_number else _term(token), token.text)
    if token.lower not in _openers():
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


def _phrase(token: Token, following: Token | None = None) -> str | None:
    """The concept of a two-word phrase such as "handed over"."""
    if following is None or not following.is_word:
        return None
    return concept(f"{token.lower} {following.lower}")


def _term(token: Token) -> str:
    return term(token.lower.replace(".", ""))


@lru_cache(maxsize=10_000)
def _name_terms(full: str, text: str) -> tuple[Term, ...]:
    """The words of the full name, so that "Zas" and "Stanislav Zas" share a term."""
    return tuple(Term(_term(token), text, name=True) for token in tokenize(full) if token.is_word)
