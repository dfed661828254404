"""What a date or time stands with: its governing verb or noun, and the tense.

There is no parser here. The verb is found by position: the word beside the date, the
verb after a fronted date ("On Tuesday, ... voted"), else the nearest verb to its left.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, lru_cache
from typing import Any, Literal, NamedTuple

from factcheck.facts.calendar.tense_words import (
    AHEAD,
    AHEAD_ADJECTIVES,
    AHEAD_TO,
    CLAUSE,
    DETERMINERS,
    FILLER,
    MODAL,
    NOT_HEAD,
    NOT_NOUN,
    NOT_PAST,
    PAST,
    PRESENT,
    SAYING,
    SAYING_NOUNS,
    SKIP,
    STOP,
)
from factcheck.facts.tokens import Word, trait

Tense = Literal["past", "present", "future"]


class Governor(NamedTuple):
    """``word`` is the verb or noun that is dated, ``role`` "said" or its stem."""

    word: str | None
    role: str | None
    tense: Tense | None


@cache
def _stemmer() -> Any:
    import Stemmer  # kept out of start-up

    return Stemmer.Stemmer("english")


@lru_cache(maxsize=10_000)
def stem(word: str) -> str:
    """The Snowball (Porter 2) stem of a lower-cased word."""
    return str(_stemmer().stemWord(word))


def _is_regular_past(word: str) -> bool:
    return word.endswith("ed") and len(word) > 3 and word not in NOT_PAST and not word.startswith("un")


#: words between "after a shooting" and its date
_EVENT_REACH = 20
#: verbs that only say that something was ("took place")
_HAPPENED = frozenset("took take takes happened happen occurred occur held".split())
_RELATIVE = frozenset("that which who was were is has had have been".split())

_VERBS = MODAL | PRESENT | SAYING | AHEAD | AHEAD_TO | PAST
_NO_VERBS = frozenset(("May", "AM", "Will", "a", "A"))


def _is_verb(text: str) -> bool:
    """Whether a word as written can be a finite verb, participle or auxiliary.

    May the month and AM the half day cannot, nor a name in -ed.
    """
    if text in _NO_VERBS:
        return False
    word = text.lower().replace("’", "'")
    return word in _VERBS or word.endswith("'ll") or (not text[0].isupper() and _is_regular_past(word))


_VERB = trait(test=_is_verb)


def _verb_here(tokens: Sequence[Word], j: int) -> bool:
    """Not "the detained", nor the end of "Greek-flagged"."""
    return bool(tokens[j].traits & _VERB) and not (j and tokens[j - 1].lower in ("the", "a", "an", "-"))


def _governed(word: str, tense: Tense | None) -> Governor:
    return Governor(word, "said" if word in SAYING else stem(word), tense)


def _head_after(tokens: Sequence[Word], j: int) -> str | None:
    """The content verb after an auxiliary at ``j``."""
    for token in tokens[j + 1 : j + 6]:
        if token.lower in NOT_HEAD:
            return None
        if token.is_word and token.lower not in FILLER and not token.lower.endswith("ly"):
            return token.lower if token.text[0].islower() else None
        if not token.is_word:
            return None
    return None


def _tense_at(tokens: Sequence[Word], j: int) -> Tense:
    word = tokens[j].lower
    following = [t.lower for t in tokens[j + 1 : j + 4]]
    if word in MODAL or word.endswith("'ll"):
        return "past" if "have" in following else "future"
    if word in AHEAD:
        return "future"
    if word in ("is", "are", "was", "were", "set") and following[:1] in (["to"], ["for"]):
        return "future"
    return "present" if word in PRESENT else "past"


def _verb_at(tokens: Sequence[Word], j: int) -> Governor:
    """The governor whose verb or auxiliary is at ``j``."""
    word = tokens[j].lower
    tense = _tense_at(tokens, j)
    if word in MODAL or word in PRESENT or word.endswith("'ll") or word in ("was", "were", "had", "been"):
        head = _head_after(tokens, j)
        return _governed(head, tense) if head else Governor(None, None, tense)
    for k in range(j - 1, max(j - 5, -1), -1):
        if tokens[k].lower in MODAL and not any(t.lower == "have" for t in tokens[k:j]):
            return _governed(word, "future")
        if not tokens[k].is_word or (tokens[k].lower not in FILLER and not tokens[k].lower.endswith("ly")):
            break
    return _governed(word, tense)


def _leftward(tokens: Sequence[Word], j: int) -> Governor | None:
    """The nearest verb at or left of ``j`` in the sentence; an infinitive takes the tense before it."""
    infinitive: str | None = None
    while j >= 0:
        token = tokens[j]
        if (
            token.lower in STOP
            and (j + 1 == len(tokens) or not tokens[j + 1].text[0].islower())
            and not (
                token.lower == "." and j and len(tokens[j - 1].text) <= 4 and tokens[j - 1].text[0].isupper()
            )
        ):
            break
        if infinitive and token.lower in AHEAD_ADJECTIVES:
            return _governed(infinitive, "future")
        if _verb_here(tokens, j):
            found = _verb_at(tokens, j)
            if infinitive is None:
                return found
            return _governed(infinitive, "future" if token.lower in AHEAD_TO else found.tense)
        after = tokens[j + 1] if j + 1 < len(tokens) else None
        if (
            token.lower == "to"
            and after
            and infinitive is None
            and after.text[0].islower()
            and (after.lower not in DETERMINERS and after.lower not in SKIP)
            and (not after.lower.endswith("s") or after.lower.endswith("ss"))  # "to cars"
        ):
            infinitive = after.lower
        j -= 1
    return _governed(infinitive, "future") if infinitive else None


def _rightward(tokens: Sequence[Word], j: int) -> Governor | None:
    """The first verb at or right of ``j`` in the sentence."""
    for k in range(j, len(tokens)):
        if tokens[k].lower in STOP:
            return None
        if _verb_here(tokens, k):
            return _verb_at(tokens, k)
    return None


def _modified_noun(tokens: Sequence[Word], first: int, last: int) -> str | None:
    """The noun that a date stands before: "the Aug. 2 raid", "Thursday's fatal shooting"."""
    possessive = last < len(tokens) and tokens[last].lower == "'s"
    before = tokens[first - 1].lower if first else ""
    if not possessive and before not in DETERMINERS:
        return None
    noun: str | None = None
    for k in range(last + possessive, min(last + possessive + 3, len(tokens))):
        token = tokens[k]
        if not token.text.islower() or token.lower in NOT_NOUN or token.lower.endswith("ly"):
            break
        if noun and (_verb_here(tokens, k) or (noun.endswith("s") and not noun.endswith("ss"))):
            break
        noun = token.lower
    return noun if noun and noun.isalpha() else None


def _event_before(tokens: Sequence[Word], first: int) -> str | None:
    """The noun of "after a shooting at a party Friday": what came before the verb's deed."""
    for j in range(first - 1, max(first - _EVENT_REACH, -1), -1):
        if tokens[j].lower in STOP or tokens[j].lower == "," or _verb_here(tokens, j):
            return None
        if tokens[j].lower in ("after", "following") and tokens[j + 1].lower in ("a", "an", "the"):
            noun = None
            for token in tokens[j + 2 : first]:
                if not token.text.islower() or token.lower in NOT_NOUN:
                    break
                noun = token.lower
            return noun
    return None


def _what_happened(tokens: Sequence[Word], verb: int) -> str | None:
    """The noun of "a shooting that took place" and "The blast happened": the verb says nothing."""
    noun = verb - 1
    while noun >= 0 and (tokens[noun].lower in _RELATIVE or tokens[noun].lower.endswith("ly")):
        noun -= 1
    if noun < 0 or not tokens[noun].text.islower() or tokens[noun].lower in NOT_NOUN:
        return None
    start = noun
    while start >= 0 and start > noun - 3 and tokens[start].lower not in DETERMINERS:
        start -= 1
    whole = start <= 0 or tokens[start - 1].lower in (STOP | CLAUSE)
    plain = tokens[start].lower in DETERMINERS and (noun < verb - 1 or whole)
    return tokens[noun].lower if plain else None


def _with_event(found: Governor, tokens: Sequence[Word], first: int) -> Governor:
    if found.word not in _HAPPENED:
        return found
    near = range(first - 1, max(first - _EVENT_REACH, -1), -1)
    verb = next((j for j in near if tokens[j].lower == found.word), None)
    noun = _what_happened(tokens, verb) if verb is not None else None
    return Governor(noun, stem(noun), found.tense) if noun else found


def governor(tokens: Sequence[Word], first: int, last: int) -> Governor:
    """What the expression ``tokens[first:last]`` dates, with the tense it is told in."""
    left = first - 1
    while left >= 0 and tokens[left].lower in SKIP:
        left -= 1
    noun = _modified_noun(tokens, first, last)
    if noun is not None:
        ahead = any(
            t.lower in ("ahead", "upcoming", "before", "until") for t in tokens[max(0, first - 4) : first]
        )
        around = _leftward(tokens, first - 1) or _rightward(tokens, last)
        told = any(t.lower in SAYING_NOUNS for t in tokens[last : last + 3])
        role = "said" if told else stem(noun)
        return Governor(noun, role, "future" if ahead else around.tense if around else None)
    noun = _event_before(tokens, first)
    if noun is not None:
        return Governor(noun, stem(noun), "past")
    right = last + 1 if last < len(tokens) and tokens[last].lower == "," else last
    beside = last < len(tokens) and _verb_here(tokens, last)
    fronted = left < 0 or tokens[left].lower in CLAUSE or tokens[left].lower in STOP
    if left >= 0 and _verb_here(tokens, left):
        found = _leftward(tokens, left)
    elif beside or (fronted and right < len(tokens)):
        found = _rightward(tokens, right) or _leftward(tokens, left)
    else:
        found = _leftward(tokens, left) or _rightward(tokens, right)
    return _with_event(found, tokens, first) if found else Governor(None, None, None)
