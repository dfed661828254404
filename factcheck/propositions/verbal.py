"""Whether a word that may be a form of a verb is one where it stands."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.facts.tokens import Token
from factcheck.lexicon.verbs import VerbForm, verb_form
from factcheck.propositions import closed
from factcheck.propositions.words import (
    AUX,
    BREAK,
    CLOSED,
    COORDINATOR,
    DETERMINER,
    INFINITIVE,
    NOUN,
    POSSESSIVE,
    PREPOSITION,
    PRONOUN,
    RELATIVE,
    SUBORDINATOR,
    VERB,
    Word,
)

#: after these a word is part of a noun phrase
_NOMINAL = frozenset((DETERMINER, POSSESSIVE))
#: after these auxiliaries stands the base form of a verb
_BEFORE_PLAIN = closed.DO | closed.FUTURE | closed.POSSIBLE
#: longest noun phrase looked through
_PHRASE = 5
_SUBJECTS = frozenset(("i", "he", "she", "it", "we", "they", "you"))


def unlisted(lower: str, before: Word | None) -> VerbForm | None:
    """After "will", "did" or "to" stands a verb, whatever the lists know."""
    if before is None or lower.endswith("s"):
        return None
    bare = before.tag is INFINITIVE or (before.tag is AUX and before.lower in _BEFORE_PLAIN)
    return VerbForm(lower, plain=True) if bare else None


def is_verb(
    form: VerbForm,
    tokens: Sequence[Token],
    place: int,
    before: Word | None,
    words: Sequence[Word],
    verb_seen: bool,
) -> bool:
    """Whether the word is a verb here, judged by the word before it and those after it."""
    after = next_token(tokens, place)
    if before is None:
        # "Killing ten, ..." opens with a gerund; headlines drop nothing else
        return form.gerund and after is not None and after.is_word
    tag = before.tag
    if tag in (INFINITIVE, AUX, RELATIVE):
        return True
    if tag is PRONOUN:
        return before.lower in _SUBJECTS or form.gerund or not form.plain
    if tag in _NOMINAL or before.lower in closed.NUMERALS or before.token.is_number:
        return False
    if tag is PREPOSITION:
        return form.gerund
    if tag is VERB:
        if not verb_seen and (form.past or form.third):
            return True  # "the deal which X signed failed"
        return (form.gerund and not form.plain) or (form.participle and before.lower == "got")
    if form.past or form.participle:
        return tag is not NOUN or _after_noun(words, after)
    if form.gerund:
        return tag in (NOUN, BREAK, COORDINATOR) and _ends_phrase(words)
    if tag is COORDINATOR:
        return (form.third or form.plain) and _joins_verb(words, form)
    if tag is not NOUN or after is None or (verb_seen and form.base not in closed.SELDOM_NOUNS):
        return False
    if _finite_after(tokens, place):
        return False
    return form.third or (before.lower.endswith("s") and not before.token.is_capital)


def _finite_after(tokens: Sequence[Token], place: int) -> bool:
    """ "The land claims agreement must ...": the verb of the phrase is still to come."""
    for distance, token in enumerate(tokens[place + 1 : place + _PHRASE]):
        form = verb_form(token.lower)
        finite = form is not None and (form.past or form.third)
        if token.lower in closed.AUXILIARIES or (finite and distance == 0):
            return True
        if token.lower in CLOSED or not token.is_word:
            return False
    return False


def _after_noun(words: Sequence[Word], after: Token | None) -> bool:
    """ "the rebels killed ten" against "a state owned bank": a hyphen joins an adjective."""
    return not (words[-1].token.text == "-" and after is not None)


def _ends_phrase(words: Sequence[Word]) -> bool:
    """An adjective before it makes a gerund a noun ("heavy fighting"): unknown, so a verb."""
    return words[-1].token.text != "-"


def _joins_verb(words: Sequence[Word], form: VerbForm) -> bool:
    """ "fell and rises": the word before "and" belongs to a verb of the same form."""
    for word in reversed(words[:-1]):
        if word.tag is VERB and word.form is not None:
            return (word.form.plain and form.plain) or (word.form.third and form.third)
        if word.tag in (BREAK, SUBORDINATOR):
            break
    return False


def next_token(tokens: Sequence[Token], place: int) -> Token | None:
    return tokens[place + 1] if place + 1 < len(tokens) else None
