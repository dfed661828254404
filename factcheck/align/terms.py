"""A claim as the terms it is compared by: masked, stemmed, with names and synonyms unified.

Numbers, dates and amounts become a slot of their kind ("killed 12 people" and "killed
15 people" are then the same sentence); what the figures say is the judge's business.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from factcheck.align.background import rarity
from factcheck.facts.tokens import Token, tokenize
from factcheck.lexicon import concept, term
from factcheck.lexicon.synonyms import groups
from factcheck.model import NAMES, Claim, Fact

#: kinds whose text is replaced by a slot; names stay words
MASKED = frozenset(("count", "money", "percent", "measure", "duration", "date", "time", "ordinal", "age"))

#: rarer than "said" and "people": a word that tells what a sentence is about
_TELLING = 4.0


#: Different words of a thousand articles; the table starts anew when it is full.
_MOST_WORDS = 50_000


def _masked(facts: Iterable[Fact]) -> list[Fact]:
    return sorted((f for f in facts if f.kind in MASKED), key=lambda f: (f.start, -f.end))


@dataclass(slots=True, eq=False)
class Term:
    """``key`` is what is compared, ``word`` the claim's own word for it, ``name`` whether
    it is part of the name of a person, an organisation or a place.

    Never changed; the terms of equal words are mostly one object, found in tables by identity.
    """

    key: str
    word: str
    name: bool = False


def is_name_or_slot(term: Term) -> bool:
    return term.name or term.key.startswith("<")


def terms(claim: Claim) -> list[Term]:
    """The terms of a claim in order; the keys of slots look like ``<count>``."""
    tokens = tokenize(claim.text)
    plain = _plain(tokens)
    special = _special(claim.facts) if claim.facts else []
    phrases = {} if _opening.isdisjoint(plain) else _phrases(tokens, plain)
    if special or phrases:
        plain = _spliced(claim.start, tokens, plain, special, phrases)
    return [term for term in plain if term is not None]


def _spliced(
    offset: int,
    tokens: Sequence[Token],
    plain: Sequence[Term | None],
    special: Sequence[Fact],
    phrases: Mapping[int, Term],
) -> list[Term | None]:
    """The terms of words, with those of facts and phrases in their places."""
    found: list[Term | None] = []
    place = 0  # the first token not told yet
    for fact in special:
        first = bisect_left(tokens, (fact.start - offset,), place)
        place = _tell(plain, phrases, place, first, found)
        if place == len(tokens):
            break
        start = tokens[place].start + offset
        if fact.kind in MASKED and start < fact.end:
            found.append(_known_as(f"<{fact.kind}>", fact.text))
        elif start == fact.start:
            found += _name_terms(str(fact.value), fact.text)
        else:
            continue
        place = bisect_left(tokens, (fact.end - offset,), place)
    _tell(plain, phrases, place, len(tokens), found)
    return found


def _special(facts: Sequence[Fact]) -> list[Fact]:
    """The facts that are not told word by word: a slot before a name in it."""
    names = {f.start: f for f in facts if f.kind in NAMES and f.unit is None and f.value}
    found = [f for f in facts if f.kind in MASKED] + [*names.values()]
    if len(found) > 1:
        found.sort(key=lambda f: (f.start, f.kind in NAMES, -f.end))
    return found


def _tell(
    plain: Sequence[Term | None], phrases: Mapping[int, Term], first: int, last: int, found: list[Term | None]
) -> int:
    """Append the terms of words and phrases; the place after them: a phrase may reach beyond the last."""
    for place, phrase in phrases.items():
        if first <= place < last:
            found += plain[first:place]
            found.append(phrase)
            first = place + 2
    found += plain[first:last]
    return max(first, last)


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


#: What is written -> its term by itself; None for marks.
_known: dict[str, Term | None] = {}
#: Those of them that may open a phrase.
_opening: set[Term] = set()


def _plain(tokens: Sequence[Token]) -> list[Term | None]:
    """The term of each word or number by itself."""
    try:
        return [_known[token.text] for token in tokens]
    except KeyError:
        _learn(tokens)
        return [_known[token.text] for token in tokens]


def _learn(tokens: Sequence[Token]) -> None:
    if len(_known) >= _MOST_WORDS:
        _known.clear()
        _opening.clear()
    for token in tokens:
        if token.text not in _known:
            key = "<count>" if token.is_number else _key(token) if token.is_word else None
            _known[token.text] = found = None if key is None else Term(key, token.text)
            if found is not None and token.lower in _openers():
                _opening.add(found)


@cache
def _openers() -> frozenset[str]:
    """The first words of the two-word phrases that are concepts."""
    return frozenset(
        entry.lstrip("=").partition("_")[0] for group in groups() for entry in group if "_" in entry
    )


def _phrases(tokens: Sequence[Token], plain: Sequence[Term | None]) -> dict[int, Term]:
    """The places of two-word phrases such as "handed over", in order, with their terms."""
    found: dict[int, Term] = {}
    for place in [place for place, word in enumerate(plain[:-1]) if word in _opening]:
        phrase = concept(f"{tokens[place].lower} {tokens[place + 1].lower}")
        if phrase is not None:
            found[place] = _known_as(phrase, tokens[place].text)
    return found


def _key(token: Token) -> str:
    return term(token.lower.replace(".", ""))


@lru_cache(maxsize=10_000)
def _known_as(key: str, word: str) -> Term:
    return Term(key, word)


@lru_cache(maxsize=10_000)
def _name_terms(full: str, text: str) -> tuple[Term, ...]:
    """The words of the full name, so that "Zas" and "Stanislav Zas" share a term."""
    return tuple(Term(_key(token), text, name=True) for token in tokenize(full) if token.is_word)
