"""The noun phrase that a figure is the value of: the tax rate of "the tax rate was 30 percent".

It stands before the figure, behind a link (is, of, rose to), a relative clause or a time; of
"turnout in the valley reached" it is the head, the turnout.
"""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.facts.quantities.change import direction
from factcheck.facts.quantities.nouns import PAST, SAID_OF, STOP, Phrase, is_name, is_nominal, phrase_text
from factcheck.facts.quantities.numerals import joins, lower
from factcheck.facts.tokens import Word
from factcheck.lexicon.wordset import word_set

LINKS = word_set(
    """
    is are was were be been being of at to by stood stands rose fell grew dropped jumped climbed
    increased decreased declined surged soared reached totaled totalled totaling hit estimated
    valued worth measuring measured has had have about some up down only just nearly almost around
    approximately roughly more than over least ranging from set put expected costs cost averaged
    averages remained took take takes taking last lasts lasted lasting will would could may might
    should can for need needs needed continue continues it they which that a an as much was an ,
    total makes making made gone go goes runs run covers covered weigh weighs weighing travelling traveling
    off however higher lower flying moving driving speeding producing :
    """
)


_NO_VERBS = word_set("need speed seed feed breed weed hundred shed")
_RELATIVE = word_set("which who whose whom where")
#: A verb before the noun phrase, or no noun before it.
_VERB_BEFORE = word_set("to will would could not i we they he she")
_PERIODS = word_set("year month week quarter season decade summer winter spring autumn")
_WHICH = word_set("this last next past previous")
#: Verbs that leave the words before them out of what is measured.
_CARRIED = word_set(
    "sent drove brought pushed saw put kept held forecast forecasts expects expect shows show"
)
_PLACED = word_set("in at of for from by across near on")
_FARTHEST = 6  # tokens between a figure and the noun it is the value of


def topic_before(tokens: Sequence[Word], i: int, links: frozenset[str] = LINKS) -> Phrase | None:
    """The noun phrase that a number starting at token ``i`` is the value of: "tax rate was".

    A place or a body is never what is measured: of "turnout in Oslo reached" it is the turnout.
    """
    j = i - 1
    while j >= 0 and i - j <= _FARTHEST and _links(tokens[j].lower, links):
        j = _relative_start(tokens, j) - 1
    j = _before_period(tokens, j)
    if j < 0 or j == i - 1 or (i - j > _FARTHEST and tokens[j + 1].text != ","):
        return None
    phrase = _phrase_at(tokens, j)
    if phrase is None:
        return None
    named = is_name(tokens, phrase)
    at = phrase.first - 1
    while at > 0 and (tokens[at].is_capital or tokens[at].lower in ("the", "its", "their")):
        at -= 1
    placed = at > 0 and tokens[at].lower in _PLACED and (named or lower(tokens, i - 1) != "of")
    outer = _phrase_at(tokens, at - 1) if placed else None
    if outer is not None and (is_name(tokens, outer) or _is_verb(outer.text.split()[-1])):
        outer = None
    return outer if named or outer is not None else phrase


def _is_verb(word: str) -> bool:
    """Whether what stands before "in the mill" is what happened there, and no subject."""
    return word in PAST or word in _CARRIED or word.endswith(("ed", "ing")) or direction(word) is not None


def _before_period(tokens: Sequence[Word], j: int) -> int:
    """Past the time that ends at ``j``: the growth of "growth this year", "the quota for next year"."""
    if tokens[j].lower not in _PERIODS or lower(tokens, j - 1) not in _WHICH:
        return j
    return j - 3 if lower(tokens, j - 2) in ("for", "in", "over", "during") else j - 2


def _links(word: str, links: frozenset[str]) -> bool:
    verb = word in SAID_OF or (word.endswith("ed") and len(word) > 4)
    return word in links or (verb and word not in _NO_VERBS)


def _relative_start(tokens: Sequence[Word], j: int) -> int:
    """Where ", which supplies the city," that ends in the comma at ``j`` begins; else ``j``."""
    if tokens[j].text != ",":
        return j
    for k in range(j - 1, 0, -1):
        if tokens[k].lower in _RELATIVE and tokens[k - 1].text == ",":
            return k - 1
        if tokens[k].text in ",.;":
            return j
    return j


def _phrase_at(tokens: Sequence[Word], j: int) -> Phrase | None:
    """The noun phrase that ends at token ``j``."""
    end, first = j + 1, _back(tokens, j)
    if first == end or lower(tokens, first - 1) in _VERB_BEFORE:
        return None
    # "the withdrawal of the contingent", "cost of living"
    at = first - 1
    if lower(tokens, at) in ("the", "its", "their"):
        at -= 1
    if lower(tokens, at) == "of" and at >= 1:
        outer = _back(tokens, at - 1)
        first = outer if outer < at else first
    return Phrase(first, end, phrase_text(tokens, first, end))


def _back(tokens: Sequence[Word], j: int) -> int:
    """Where the noun words that end at token ``j`` begin; ``j + 1`` where there are none."""
    at = j + 1
    while at > 0 and j - at < 2:
        token = tokens[at - 1]
        if not token.is_word or token.lower in STOP or token.lower in LINKS or token.lower.endswith("ly"):
            break
        if at <= j and token.lower in _CARRIED:
            break
        if at <= j and token.lower.endswith("ed") and at > 1 and is_nominal(tokens, at - 2):
            break  # "the storm caused damage of"
        if at > 2 and joins(tokens, at - 2):
            if not tokens[at - 3].is_word:
                break  # "10-year notes" are notes
            at -= 2
        at -= 1
    return max(at, 0)
