"""Which predicates a claim may tell, from its tagged words alone.

Most pairs of claims share none: then neither need be parsed to know that they tell no deed
in common. ``Said.predicates`` in this package's root holds the law that none is missed.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.lexicon import term
from factcheck.propositions.groups import predicate_of
from factcheck.propositions.words import ADVERB, DETERMINER, NOUN, POSSESSIVE, SKIP, VERB, Word

#: what may stand in a noun phrase behind an owner
_PHRASE = frozenset((NOUN, DETERMINER, POSSESSIVE, SKIP, ADVERB))
#: what is never the head of a phrase
_MARKS = frozenset((SKIP, POSSESSIVE))


def possible_predicates(words: Sequence[Word]) -> Iterator[tuple[str, str]]:
    """Every predicate that ``Walker`` can find, before it is turned, with its word: verbs, and
    nouns with an owner ("the head of Y", "Y's head")."""
    owned = False
    for place, word in enumerate(words):
        if word.tag is VERB:
            yield predicate_of(words, place), word.lower
        if word.lower == "of":
            yield from _head_before(words, place)
        owned = word.tag is POSSESSIVE or (owned and word.tag in _PHRASE)
        if owned and word.tag not in _MARKS:
            yield _key(word), word.lower


def _head_before(words: Sequence[Word], place: int) -> Iterator[tuple[str, str]]:
    while place > 0:
        place -= 1
        if words[place].tag not in _MARKS:
            yield _key(words[place]), words[place].lower
            return


def _key(word: Word) -> str:
    return term(word.lower.replace(".", "")) if word.tag is NOUN else word.lower
