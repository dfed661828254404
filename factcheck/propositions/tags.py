"""A part of speech for every word of a claim, from closed classes, verb forms and position."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence

from factcheck.facts.tokens import Token
from factcheck.lexicon.verbs import verb_form
from factcheck.propositions import closed
from factcheck.propositions.verbal import is_verb, next_token, unlisted
from factcheck.propositions.words import (
    ADVERB,
    AUX,
    BREAK,
    CLOSED,
    COORDINATOR,
    DETERMINER,
    INFINITIVE,
    NEGATOR,
    NOUN,
    PREPOSITION,
    RELATIVE,
    SKIP,
    SUBORDINATOR,
    VERB,
    Tag,
    Word,
)

#: what these are shows only in their sentence
_BY_CONTEXT = frozenset(("to", "that", "those", "us", "."))
_CLITICS = frozenset(("'s", "’s"))
#: the word before another is the last that is none of these
_PASSED_OVER = frozenset((ADVERB, SKIP, NEGATOR))
#: behind these a clause with a verb of its own may come
_OPENING = frozenset((SUBORDINATOR, COORDINATOR, BREAK))


def tagged(
    tokens: Sequence[Token], names: Sequence[tuple[int, int]], times: Sequence[tuple[int, int]] = ()
) -> list[Word]:
    """The words with their tags; ``names`` and ``times`` are the (start, end) of names and of
    dates in the same offsets. A date says when, as an adverb does."""
    words: list[Word] = []
    before: Word | None = None  # adverbs and marks aside
    due = 1  # finite verbs that the open clauses still wait for
    starts = [token.start for token in tokens]
    when, named = (set(places(starts, spans)) for spans in (times, names))
    for place, token in enumerate(tokens):
        lower = token.lower
        known = CLOSED.get(lower)
        if place in when:
            words.append(Word(token, lower, ADVERB))
            continue
        if place in named and lower not in _CLITICS:
            word = Word(token, lower, NOUN, name=True)
        elif known is None:
            word = _open(tokens, place, words, before, due < 1)
        elif lower in _BY_CONTEXT:
            word = _by_context(tokens, place, before)
        else:
            word = Word(token, lower, known)
        words.append(word)
        tag = word.tag
        if tag is AUX or (tag is VERB and not _bare(word)):
            due -= place == 0 or words[place - 1].tag is not AUX
        elif tag is RELATIVE:
            due += 1
        elif due < 1 and tag in _OPENING:
            due = 1
        if tag not in _PASSED_OVER:
            before = word
    return words


def places(starts: Sequence[int], spans: Iterable[tuple[int, int]]) -> Iterator[int]:
    """The places of the tokens, known by their sorted starts, that begin in any of the spans."""
    for start, end in spans:
        yield from range(bisect_left(starts, start), bisect_left(starts, end))


def _bare(word: Word) -> bool:
    """A gerund or an infinitive is no finite verb."""
    return word.form is not None and word.form.gerund


def _open(
    tokens: Sequence[Token], place: int, words: list[Word], before: Word | None, verb_seen: bool
) -> Word:
    """A word of no closed class."""
    token = tokens[place]
    lower = token.lower
    if lower.endswith("n't"):
        return Word(token, lower, AUX)
    if not token.is_word:
        return Word(token, lower, NOUN if token.is_number else SKIP)
    capital = token.is_capital
    if lower.endswith("ly") and not capital and lower not in closed.NOUNS_IN_LY:
        return Word(token, lower, ADVERB)
    if capital and before is not None and before.tag is not BREAK:
        return Word(token, lower, NOUN)
    form = verb_form(lower) or unlisted(lower, before)
    if form is not None and is_verb(form, tokens, place, before, words, verb_seen):
        return Word(token, lower, VERB, form)
    return Word(token, lower, NOUN)


def _by_context(tokens: Sequence[Token], place: int, before: Word | None) -> Word:
    token = tokens[place]
    lower = token.lower
    if lower == "to":
        following = next_token(tokens, place)
        form = verb_form(following.lower) if following is not None else None
        leads = (form is not None and form.plain) or (
            following is not None and following.lower in ("be", "have")
        )
        return Word(token, lower, INFINITIVE if leads else PREPOSITION)
    if lower in ("that", "those") and before is not None:
        return Word(token, lower, _that(tokens, place, before))
    if lower == "us" and token.is_capital:
        return Word(token, lower, NOUN, name=True)
    if lower == "." and _abbreviates(tokens, place):
        return Word(token, lower, SKIP)
    return Word(token, lower, CLOSED[lower])


def _abbreviates(tokens: Sequence[Token], place: int) -> bool:
    """ "E. 28th Street", "Dr. Ode": the stop after a short capitalised word ends nothing."""
    short = place > 0 and tokens[place - 1].is_capital and len(tokens[place - 1].text) <= 4
    return short and place + 1 < len(tokens)


def _that(tokens: Sequence[Token], place: int, before: Word) -> Tag:
    """ "the plan that failed" is a relative, "said that" opens a clause, "that plan" is neither."""
    following = next_token(tokens, place)
    if before.tag is NOUN and following is not None:
        form = verb_form(following.lower)
        if following.lower in closed.AUXILIARIES or (form is not None and (form.past or form.third)):
            return RELATIVE
        return SUBORDINATOR
    says = before.form is not None and before.form.base in closed.CLAUSE_VERBS
    if before.tag is VERB and says and tokens[place].lower == "that":
        return SUBORDINATOR
    return DETERMINER
