"""A part of speech for every word of a claim, from closed classes, verb forms and position."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from enum import IntEnum, auto
from typing import NamedTuple

from factcheck.facts.tokens import Token
from factcheck.lexicon.verbs import VerbForm, verb_form
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


class Word(NamedTuple):
    """A token with its key and its tag; ``form`` for verbs, ``name`` inside the name of a fact."""

    token: Token
    lower: str
    tag: Tag
    form: VerbForm | None = None
    name: bool = False


_CLOSED: dict[str, Tag] = {
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
#: what these are shows only in their sentence
_BY_CONTEXT = frozenset(("to", "that", "those", "us", "."))
_CLITICS = frozenset(("'s", "’s"))
#: the word before another is the last that is none of these
_PASSED_OVER = frozenset((Tag.ADVERB, Tag.SKIP, Tag.NEGATOR))
#: behind these a clause with a verb of its own may come
_OPENING = frozenset((Tag.SUBORDINATOR, Tag.COORDINATOR, Tag.BREAK))
#: after these a word is part of a noun phrase
_NOMINAL = frozenset((Tag.DETERMINER, Tag.POSSESSIVE))
#: after these auxiliaries stands the base form of a verb
_BEFORE_PLAIN = closed.DO | closed.FUTURE | closed.POSSIBLE
#: longest noun phrase looked through
_PHRASE = 5
_SUBJECTS = frozenset(("i", "he", "she", "it", "we", "they", "you"))


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
        known = _CLOSED.get(lower)
        if place in when:
            words.append(Word(token, lower, Tag.ADVERB))
            continue
        if place in named and lower not in _CLITICS:
            word = Word(token, lower, Tag.NOUN, name=True)
        elif known is None:
            word = _open(tokens, place, words, before, due < 1)
        elif lower in _BY_CONTEXT:
            word = _by_context(tokens, place, before)
        else:
            word = Word(token, lower, known)
        words.append(word)
        tag = word.tag
        if tag is Tag.AUX or (tag is Tag.VERB and not _bare(word)):
            due -= place == 0 or words[place - 1].tag is not Tag.AUX
        elif tag is Tag.RELATIVE:
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
        return Word(token, lower, Tag.AUX)
    if not token.is_word:
        return Word(token, lower, Tag.NOUN if token.is_number else Tag.SKIP)
    capital = token.is_capital
    if lower.endswith("ly") and not capital and lower not in closed.NOUNS_IN_LY:
        return Word(token, lower, Tag.ADVERB)
    if capital and before is not None and before.tag is not Tag.BREAK:
        return Word(token, lower, Tag.NOUN)
    form = verb_form(lower) or _unlisted(lower, before)
    if form is not None and _verbal(form, tokens, place, before, words, verb_seen):
        return Word(token, lower, Tag.VERB, form)
    return Word(token, lower, Tag.NOUN)


def _by_context(tokens: Sequence[Token], place: int, before: Word | None) -> Word:
    token = tokens[place]
    lower = token.lower
    if lower == "to":
        following = _next(tokens, place)
        form = verb_form(following.lower) if following is not None else None
        leads = (form is not None and form.plain) or (
            following is not None and following.lower in ("be", "have")
        )
        return Word(token, lower, Tag.INFINITIVE if leads else Tag.PREPOSITION)
    if lower in ("that", "those") and before is not None:
        return Word(token, lower, _that(tokens, place, before))
    if lower == "us" and token.is_capital:
        return Word(token, lower, Tag.NOUN, name=True)
    if lower == "." and _abbreviates(tokens, place):
        return Word(token, lower, Tag.SKIP)
    return Word(token, lower, _CLOSED[lower])


def _abbreviates(tokens: Sequence[Token], place: int) -> bool:
    """ "E. 28th Street", "Dr. Ode": the stop after a short capitalised word ends nothing."""
    short = place > 0 and tokens[place - 1].is_capital and len(tokens[place - 1].text) <= 4
    return short and place + 1 < len(tokens)


def _unlisted(lower: str, before: Word | None) -> VerbForm | None:
    """After "will", "did" or "to" stands a verb, whatever the lists know."""
    if before is None or lower.endswith("s"):
        return None
    bare = before.tag is Tag.INFINITIVE or (before.tag is Tag.AUX and before.lower in _BEFORE_PLAIN)
    return VerbForm(lower, plain=True) if bare else None


def _next(tokens: Sequence[Token], place: int) -> Token | None:
    return tokens[place + 1] if place + 1 < len(tokens) else None


def _that(tokens: Sequence[Token], place: int, before: Word) -> Tag:
    """ "the plan that failed" is a relative, "said that" opens a clause, "that plan" is neither."""
    following = _next(tokens, place)
    if before.tag is Tag.NOUN and following is not None:
        form = verb_form(following.lower)
        if following.lower in closed.AUXILIARIES or (form is not None and (form.past or form.third)):
            return Tag.RELATIVE
        return Tag.SUBORDINATOR
    says = before.form is not None and before.form.base in closed.CLAUSE_VERBS
    if before.tag is Tag.VERB and says and tokens[place].lower == "that":
        return Tag.SUBORDINATOR
    return Tag.DETERMINER


def _verbal(
    form: VerbForm,
    tokens: Sequence[Token],
    place: int,
    before: Word | None,
    words: Sequence[Word],
    verb_seen: bool,
) -> bool:
    """Whether the word is a verb here, judged by the word before it and those after it."""
    following = _next(tokens, place)
    if before is None:
        # "Killing ten, ..." opens with a gerund; headlines drop nothing else
        return form.gerund and following is not None and following.is_word
    tag = before.tag
    if tag in (Tag.INFINITIVE, Tag.AUX, Tag.RELATIVE):
        return True
    if tag is Tag.PRONOUN:
        return before.lower in _SUBJECTS or form.gerund or not form.plain
    if tag in _NOMINAL or before.lower in closed.NUMERALS or before.token.is_number:
        return False
    if tag is Tag.PREPOSITION:
        return form.gerund
    if tag is Tag.VERB:
        if not verb_seen and (form.past or form.third):
            return True  # "the deal which X signed failed"
        return (form.gerund and not form.plain) or (form.participle and before.lower == "got")
    if form.past or form.participle:
        return tag is not Tag.NOUN or _after_noun(form, words, following)
    if form.gerund:
        return tag in (Tag.NOUN, Tag.BREAK, Tag.COORDINATOR) and _ends_phrase(words)
    if tag is Tag.COORDINATOR:
        return (form.third or form.plain) and _joins_verb(words, form)
    if tag is not Tag.NOUN or following is None or (verb_seen and form.base not in closed.SELDOM_NOUNS):
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
        if token.lower in _CLOSED or not token.is_word:
            return False
    return False


def _after_noun(form: VerbForm, words: Sequence[Word], following: Token | None) -> bool:
    """ "the rebels killed ten" against "a state owned bank": a hyphen joins an adjective."""
    return not (words[-1].token.text == "-" and following is not None)


def _ends_phrase(words: Sequence[Word]) -> bool:
    """An adjective before it makes a gerund a noun ("heavy fighting"): unknown, so a verb."""
    return words[-1].token.text != "-"


def _joins_verb(words: Sequence[Word], form: VerbForm) -> bool:
    """ "fell and rises": the word before "and" belongs to a verb of the same form."""
    for word in reversed(words[:-1]):
        if word.tag is Tag.VERB and word.form is not None:
            return (word.form.plain and form.plain) or (word.form.third and form.third)
        if word.tag in (Tag.BREAK, Tag.SUBORDINATOR):
            break
    return False
