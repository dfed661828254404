"""Words of a claim with their parts of speech, and those that are of one part wherever they stand."""

from __future__ import annotations

from enum import IntEnum, auto
from typing import NamedTuple

from factcheck.facts.tokens import Token
from factcheck.lexicon.verbs import VerbForm
from factcheck.propositions import closed


class Tag(IntEnum):
    """What a word does in its clause."""

    NOUN = auto()  # nouns, adjectives, numbers, names
    VERB = auto()
    AUX = auto()
    DETERMINER = auto()
    PREPOSITION = auto()
    PRONOUN = auto()
    RELATIVE = auto()
    SUBORDINATOR = auto()
    COORDINATOR = auto()
    INFINITIVE = auto()  # "to" before a verb
    ADVERB = auto()
    NEGATOR = auto()
    POSSESSIVE = auto()
    BREAK = auto()
    SKIP = auto()  # quotation marks and other signs


# Looking a member up in its class takes ten times as long, and every word is asked for its tag.
NOUN = Tag.NOUN
VERB = Tag.VERB
AUX = Tag.AUX
DETERMINER = Tag.DETERMINER
PREPOSITION = Tag.PREPOSITION
PRONOUN = Tag.PRONOUN
RELATIVE = Tag.RELATIVE
SUBORDINATOR = Tag.SUBORDINATOR
COORDINATOR = Tag.COORDINATOR
INFINITIVE = Tag.INFINITIVE
ADVERB = Tag.ADVERB
NEGATOR = Tag.NEGATOR
POSSESSIVE = Tag.POSSESSIVE
BREAK = Tag.BREAK
SKIP = Tag.SKIP


class Word(NamedTuple):
    """A token with its key and its tag; ``form`` for verbs, ``name`` inside the name of a fact."""

    token: Token
    lower: str
    tag: Tag
    form: VerbForm | None = None
    name: bool = False


#: lower-case word -> its tag, for words of a closed class
CLOSED: dict[str, Tag] = {
    **dict.fromkeys(closed.ADVERBS, Tag.ADVERB),
    **dict.fromkeys(closed.PREPOSITIONS, Tag.PREPOSITION),
    **dict.fromkeys(closed.DETERMINERS, Tag.DETERMINER),
    **dict.fromkeys(closed.PRONOUNS, Tag.PRONOUN),
    **dict.fromkeys(closed.SUBORDINATORS, Tag.SUBORDINATOR),
    **dict.fromkeys(closed.RELATIVES, Tag.RELATIVE),
    **dict.fromkeys(closed.COORDINATORS, Tag.COORDINATOR),
    **dict.fromkeys(closed.AUXILIARIES - {"'s"}, Tag.AUX),
    **dict.fromkeys(closed.NEGATORS, Tag.NEGATOR),
    **dict.fromkeys(closed.BREAKS, Tag.BREAK),
    **dict.fromkeys(closed.QUOTES, Tag.SKIP),
    "'s": Tag.POSSESSIVE,
    "’s": Tag.POSSESSIVE,
}
