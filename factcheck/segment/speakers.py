"""Who speaks, in the words around a quotation or in a sentence of reported speech."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.facts.tokens import Word, printed, trait
from factcheck.segment.speaker_words import (
    ADVERBS,
    AFTER_INVERTED,
    BODIES,
    CLAUSE_STARTS,
    FUNCTION,
    LEADING,
    NOT_SPEAKERS,
    NOUN_TOO,
    PASSIVE,
    TITLES,
)
from factcheck.segment.speech import REPORTING_VERBS, SPEECH_VERBS

PRONOUNS: frozenset[str] = frozenset({"he", "she", "they", "it", "we", "i", "you"})
#: Name a speaker though they are no verbs of saying.
_NO_VERBS = frozenset({"according", "quoted"})
_SPEECH, _REPORTING = trait(SPEECH_VERBS | _NO_VERBS), trait(REPORTING_VERBS | _NO_VERBS)
_STOPS = frozenset(',;:()—–-"“”«»„[]./…')
_PUNCTUATION = ".,:;!?()[]\"'“”‘’«»—–-"
# A longer subject is a misread clause.
_SUBJECT_TOKENS = 10


def speaker_in(tokens: Sequence[Word], *, beside_quotation: bool) -> str | None:
    """The words naming the speaker in a passage; None if nobody is said to speak.

    Beside a quotation the verb may come first ("said Ada Ode").

    >>> from factcheck.facts.tokens import read_words
    >>> told = read_words("The bridge is open, transport minister Ada Ode said on Friday.")
    >>> speaker_in(told, beside_quotation=False)
    'Ada Ode'
    """
    verbs = _SPEECH if beside_quotation else _REPORTING
    saying = [i for i, t in enumerate(tokens) if t.traits & verbs]
    if not saying or not any(_stands_free(tokens, i) for i in saying):
        return None
    for i in saying:
        found: Sequence[Word] = ()
        if tokens[i].lower == "according":
            to = i + 1 < len(tokens) and tokens[i + 1].lower == "to"
            found = _forward(tokens, i + 2) if to else ()
        elif _is_saying(tokens, i):
            found = _backward(tokens, i)
            at_front = i == 0 or tokens[i - 1].text in _STOPS
            if not found and beside_quotation and at_front:
                found = _forward(tokens, i + 1)
        name = _name(found) if found else None
        if name is not None:
            return name
    return None


def _stands_free(tokens: Sequence[Word], i: int) -> bool:
    """Only marks touch the word: it is no part of "best-told" or "said's"."""
    first, last = i, i + 1
    while first > 0 and tokens[first].glued:
        first -= 1
    while last < len(tokens) and tokens[last].glued:
        last += 1
    return last - first == 1 or all(t.text in _PUNCTUATION for t in (*tokens[first:i], *tokens[i + 1 : last]))


def is_body(speaker: str) -> bool:
    """An organisation or a group rather than one person."""
    words = speaker.lower().split()
    plural = bool(words) and speaker[0].islower() and words[-1].endswith("s")
    return plural or not BODIES.isdisjoint(words)


def _is_saying(tokens: Sequence[Word], i: int) -> bool:
    word, before = tokens[i].lower, tokens[i - 1].lower if i else ""
    if word == "quoted":
        return before in {"was", "were", "is", "are"}
    if before in PASSIVE:
        return False
    if word in NOUN_TOO:
        return i > 0 and (tokens[i - 1].text[0].isupper() or before in PRONOUNS)
    return True


def _backward(tokens: Sequence[Word], verb: int) -> Sequence[Word]:
    """The subject before the verb; of a name and its apposition, the name."""
    stop = verb
    while stop > 0 and _is_adverb(tokens[stop - 1]):
        stop -= 1
    if stop == 0:
        return ()
    if tokens[stop - 1].text != ",":
        return _clause(tokens, stop)
    comma = next((i for i in range(stop - 2, -1, -1) if tokens[i].text == ","), -1)
    if comma < 0:
        return ()
    head, apposition = _clause(tokens, comma), tokens[comma + 1 : stop - 1]
    relative = bool(apposition) and apposition[0].lower in CLAUSE_STARTS
    if relative or not _is_name(apposition) or _is_name(head) or len(apposition) > _SUBJECT_TOKENS:
        return head
    return apposition


def _is_adverb(token: Word) -> bool:
    manner = token.lower.endswith("ly") and token.text[0].islower()
    return manner or token.lower in ADVERBS or token.lower in {"was", "were"}


def _clause(tokens: Sequence[Word], stop: int) -> Sequence[Word]:
    start = stop
    while start > 0 and stop - start < _SUBJECT_TOKENS:
        token = tokens[start - 1]
        if token.text in _STOPS and not _inside_name(tokens, start - 1):
            break
        if token.lower in CLAUSE_STARTS:
            break
        start -= 1
    return tokens[start:stop] if stop - start < _SUBJECT_TOKENS else ()


def _inside_name(tokens: Sequence[Word], i: int) -> bool:
    """The hyphen of Ban Ki-moon, the stop of "John A. Boehner" or "Mr. Ode"."""
    if tokens[i].text == "-":
        return 0 < i < len(tokens) - 1 and tokens[i].glued and tokens[i + 1].glued
    before = tokens[i - 1] if i else None
    return tokens[i].text == "." and before is not None and (len(before.text) == 1 or before.lower in TITLES)


def _forward(tokens: Sequence[Word], start: int) -> Sequence[Word]:
    stop = start
    while stop < len(tokens) and stop - start < _SUBJECT_TOKENS:
        token = tokens[stop]
        if token.text in _STOPS and not _inside_name(tokens, stop):
            break
        if token.lower in AFTER_INVERTED or token.lower in SPEECH_VERBS or token.lower in CLAUSE_STARTS:
            break
        stop += 1
    return tokens[start:stop]


def _is_name(tokens: Sequence[Word]) -> bool:
    """Ends in a capitalised word and opens with no article."""
    return bool(tokens) and tokens[-1].text[0].isupper() and tokens[0].lower not in {"the", "a", "an"}


def _name(tokens: Sequence[Word]) -> str | None:
    words = [t for t in tokens if t.is_word or t.is_number]
    if len(words) == 1 and words[0].lower in PRONOUNS:
        return words[0].lower
    first, last = 0, len(tokens)
    while first < last and (tokens[first].lower in LEADING or not tokens[first].text[0].isalpha()):
        first += 1
    while first < last and tokens[last - 1].text in _STOPS:
        last -= 1
    kept = _without_role(tokens[first:last])
    if not kept or kept[0].lower in NOT_SPEAKERS:
        return None
    if kept[-1].lower in PRONOUNS:
        return kept[-1].lower
    return printed(kept)


def _without_role(tokens: Sequence[Word]) -> Sequence[Word]:
    """ "defence minister Ada Ode" is Ada Ode; "head of the Red Cross" stays whole."""
    if tokens and tokens[0].lower in TITLES:
        # "Speaker John Boehner of Ohio", but not "President of Kenya".
        of = next((i for i, t in enumerate(tokens) if t.lower == "of"), len(tokens))
        tokens = tokens[:of] if of > 1 and tokens[of - 1].text[0].isupper() else tokens
    if not tokens or any(t.text in FUNCTION for t in tokens) or tokens[-1].lower in TITLES:
        return tokens
    cut = 0
    for i, token in enumerate(tokens[:-1]):
        is_role = token.lower in TITLES or (token.is_word and token.text[0].islower())
        if is_role and tokens[-1].text[0].isupper():
            cut = i + 1
    while cut < len(tokens) - 1 and not tokens[cut].is_word:
        cut += 1
    return tokens[cut:]
