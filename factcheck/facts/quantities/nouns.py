"""The noun phrase after a number, found without a parser.

A number other than one counts a plural, so the phrase after it runs to its first plural
noun: 42 government office buildings. Where none comes before the clause goes on, the
phrase is only taken when it is short.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from factcheck.facts.quantities.numerals import joins, lower
from factcheck.facts.quantities.predicates import is_state
from factcheck.facts.tokens import Word
from factcheck.lexicon.wordset import word_set

STOP = word_set(
    """
    last next past percent million billion trillion
    the a an this that these those my your his her its our their and or but nor so yet if when while
    as than because of in on at by for with from to into onto over under about after before since
    until during between among amid against across through around near off up down out along without
    within beyond behind below above toward towards per via despite like unlike including is are was
    were be been being am has have had having do does did will would can could may might must shall
    should not no who whom whose which what where why how he she it they we you i him them us me
    himself herself itself themselves there here then now also just only even still already said
    says say told according later earlier ago today yesterday tomorrow each both all any some such
    respectively ahead apart away back away nearly almost least more less most too very well either
    neither whether though although left took take went came made make got get began began gave put
    let became become remained remain worth
    """
)
_IRREGULAR = word_set(
    """
    people men women children police personnel troops staff crew sheep fish cattle media data
    aircraft feet teeth mice geese oxen series species spacecraft offspring wives lives youth
    livestock counts others pct
    """
)
#: Initials that read like words of the list above.
_INITIALS = frozenset(("US", "IT", "WHO"))
_MODIFIERS = word_set("more other others additional further new extra fresh")
_PARTITIVE = word_set(
    """
    pieces members kinds types items sets rounds counts cases boxes bottles bags pairs groups copies
    acts units victims percent parts areas bodies heads loads tonnes tons barrels litres gallons
    piece member set round count case act group pair copy
    """
)
_PRONOUNS = word_set("them whom which us those you these whose it")
_GERUND_NOUNS = word_set(
    """
    building meeting hearing shooting bombing filing offering wedding painting crossing spending funding
    financing housing training lending borrowing advertising
    """
)
#: Past tenses by which a figure is said of a thing, besides those in -ed.
SAID_OF = word_set("sank slid shrank swung ran went came sat lay lost shed began")
PAST = SAID_OF | {"rose", "fell", "grew"}
#: Capitalised, and still what is measured.
_INDICATORS = word_set("gdp gnp cpi ppi pmi dow nasdaq ftse nikkei dax")
_NOT_PLURAL = ("ss", "us", "is", "'s")
_MAX_WORDS = 5


class Phrase(NamedTuple):
    """``text`` is lower-case, over ``tokens[first:last]``; ``pronoun`` for "18 of them"."""

    first: int
    last: int
    text: str
    pronoun: bool = False


def looks_plural(word: str) -> bool:
    """By its form: buildings, Somalis, people; not gas, crisis, was."""
    return (
        word in _IRREGULAR
        or word.endswith("men")
        or (len(word) > 3 and word.endswith("s") and not word.endswith(_NOT_PLURAL))
    )


def phrase_text(tokens: Sequence[Word], first: int, last: int) -> str:
    """The words in lower case, one space where the article has white space."""
    following = [t.lower if t.glued else " " + t.lower for t in tokens[first + 1 : last]]
    return tokens[first].lower + "".join(following)


def noun_after(tokens: Sequence[Word], i: int, one: bool = False) -> Phrase | None:
    """The noun phrase a number before token ``i`` counts; ``one`` where the number is 1."""
    if joins(tokens, i):
        if tokens[i + 1].lower == "strong":
            return _run(tokens, i + 2, True)  # "a 900-strong force"
        # "47-page indictment", "12-gauge shotgun": the unit is what is counted
        unit = tokens[i + 1].is_word and tokens[i + 1].lower not in STOP
        return Phrase(i + 1, i + 2, tokens[i + 1].lower) if unit else None
    i, partitive = _enter(tokens, i)
    if partitive and lower(tokens, i) in _PRONOUNS:
        return Phrase(i, i + 1, tokens[i].lower, pronoun=True)
    while lower(tokens, i) in _MODIFIERS and is_nominal(tokens, i + 1):
        i += 1
    phrase = _run(tokens, i, one)
    if phrase is not None and lower(tokens, phrase.last) == "'s":
        at = phrase.last + 1
        while at < len(tokens) and (tokens[at].is_number or tokens[at].lower in ("roughly", "about", "some")):
            at += 1
        return _run(tokens, at, one)  # "half of the company's [roughly 900] shops"
    return phrase


def _enter(tokens: Sequence[Word], i: int) -> tuple[int, bool]:
    """Step over "of the", "of our"; tell whether there was an "of"."""
    if lower(tokens, i) != "of":
        return i, False
    i += 1
    if lower(tokens, i) in (
        "the",
        "our",
        "their",
        "its",
        "his",
        "her",
        "these",
        "those",
        "all",
        "a",
        "an",
        "my",
        "your",
    ):
        after = is_nominal(tokens, i + 1)
        return (i + 1 if after else i), True
    return i, True


def is_nominal(tokens: Sequence[Word], i: int) -> bool:
    """Whether token ``i`` can be part of a noun phrase."""
    if not 0 <= i < len(tokens):
        return False
    token = tokens[i]
    return (
        token.is_word
        and (token.lower not in STOP or token.text in _INITIALS)
        and not (is_state(token.lower) and not _modifies(tokens, i))
    )


def _modifies(tokens: Sequence[Word], i: int) -> bool:
    """Whether a participle stands before its noun ("two injured soldiers")."""
    following = lower(tokens, i + 1)
    return looks_plural(following) and following not in STOP


def _run(tokens: Sequence[Word], i: int, one: bool) -> Phrase | None:
    start, end, words, plural = i, i, 0, False
    while words < _MAX_WORDS and is_nominal(tokens, end):
        if words and is_state(tokens[end].lower):
            break
        word = tokens[end].lower
        if plural and not (looks_plural(word) and tokens[end].text.islower()):
            break
        end, words = end + 1, words + 1
        plural = looks_plural(word) and not one and not joins(tokens, end)
        if joins(tokens, end) and tokens[end + 1].is_word:
            end += 1
    if end == start or end > len(tokens):
        return None
    if not plural and not one and lower(tokens, end) == "and" and is_nominal(tokens, end + 1):
        # "government and private buildings"
        tail = _run(tokens, end + 1, False)
        if tail is not None and tail.last - tail.first > 1 and looks_plural(tokens[tail.last - 1].lower):
            return Phrase(start, tail.last, phrase_text(tokens, start, tail.last))
    last = tokens[end - 1].lower
    if not plural and end - start > 1 and last.endswith(("ed", "ing", "ly")) and last not in _GERUND_NOUNS:
        end -= 1
        last = tokens[end - 1].lower
    if not plural and end - start > 1 and last in PAST:
        end -= 1  # "the 500 index rose"
        last = tokens[end - 1].lower
    if not plural and last.endswith("ing") and last not in _GERUND_NOUNS and end - start == 1:
        return None
    if not plural and (last.endswith(("ed", "ly")) or tokens[end - 1].text in "-–" or end - start > 4):
        return None
    if last in _PARTITIVE and lower(tokens, end) == "of" and is_nominal(tokens, end + 1):
        tail = _run(tokens, end + 1, False)
        end = end if tail is None else tail.last
    return Phrase(start, end, phrase_text(tokens, start, end))


def is_name(tokens: Sequence[Word], phrase: Phrase) -> bool:
    """Whether a phrase ends in a capital that is not the sentence's own."""
    head = tokens[phrase.last - 1]
    return head.is_capital and phrase.last > 1 and head.lower not in _INDICATORS
