"""Which predicates a claim may tell, from its tagged words alone.

Most pairs of claims share none: then neither need be parsed to know that they tell no deed
in common. ``Said.predicates`` in this package's root holds the law that none is missed.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.align.terms import MASKED
from factcheck.lexicon import term
from factcheck.model import Fact
from factcheck.propositions.groups import predicate_of
from factcheck.propositions.words import ADVERB, DETERMINER, NOUN, POSSESSIVE, SKIP, VERB, Word

#: what may stand in a noun phrase behind an owner
_PHRASE = frozenset((NOUN, DETERMINER, POSSESSIVE, SKIP, ADVERB))
#: what is never the head of a phrase
_MARKS = frozenset((SKIP, POSSESSIVE))


def possible_predicates(words: Sequence[Word], facts: Sequence[Fact], offset: int) -> Iterator[str]:
    """Every predicate that ``Walker`` can find, before it is turned: verbs, and nouns with an owner
    ("the head of Y", "Y's head"). ``facts`` are those of the claim, which starts at ``offset``."""
    slots = [(f.start - offset, f.end - offset, f"<{f.kind}>") for f in facts if f.kind in MASKED]
    owned = False
    for place, word in enumerate(words):
        if word.tag is VERB:
            yield predicate_of(words, place)
        if word.lower == "of":
            yield from _head(_before(words, place), slots)
        owned = word.tag is POSSESSIVE or (owned and word.tag in _PHRASE)
        if owned and word.tag not in _MARKS:
            yield from _head(word, slots)


def _before(words: Sequence[Word], place: int) -> Word | None:
    return next((word for word in reversed(words[:place]) if word.tag not in _MARKS), None)


def _head(word: Word | None, slots: Sequence[tuple[int, int, str]]) -> Iterator[str]:
    """What a phrase is compared by that this word ends: the slot of a figure, or the word."""
    if word is not None:
        yield term(word.lower.replace(".", "")) if word.tag is NOUN else word.lower
        for start, end, slot in slots:
            if start <= word.token.start < end:
                yield slot
