"""Whether a figure is a change (rose 3 percent) or the level reached (rose to 3 percent)."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from factcheck.facts.quantities.currencies import NAMES, SIGNS
from factcheck.facts.quantities.numerals import SCALES, SMALL, joins, lower
from factcheck.facts.tokens import Word
from factcheck.lexicon.wordset import word_set

_UP = word_set(
    """
    higher
    rose rise rises risen rising up gain gains gained gaining climb climbs climbed climbing jump jumps jumped
    jumping increase increases increased increasing grew grow grows grown growing growth surge surges surged
    soar soars soared raise raised raises added rally rallied hike hiked advance advanced expanded expand
    """
)
_DOWN = word_set(
    """
    lower
    fell fall falls fallen falling down drop drops dropped dropping lost lose loses decline declines declined
    declining decrease decreases decreased slip slips slipped slid slide slides sank sink sinks shrank shrink
    shrinks tumble tumbled tumbles plunge plunged plunges plummeted cut cuts cutting reduce reduced reduces
    reduction ease eased eases contracted contraction shed dip dipped dips
    """
)
_REACHED = word_set("reach reached reaches hit hits stood stands stand total totaled totalled")
_FILLERS = word_set(
    """
    about some nearly almost around over more than roughly approximately only just an a least another
    further as much less under below above modest sharp
    """
)
#: The two ends of a change.
_ENDS = {"to": "level", "at": "level", "from": "former"}
_MARKS = SIGNS.keys() | {"%"}
_OF_ANOTHER = {
    "above": "above", "higher": "above", "more": "above", "greater": "above", "larger": "above",
    "below": "below", "lower": "below", "less": "below", "fewer": "below", "smaller": "below",
    "cheaper": "below",
}  # fmt: skip
_UNITS = word_set("point points percent per cent cents pct half quarter a basis canadian us")
_UNITS |= SMALL.keys() | SCALES.keys() | NAMES.keys()
#: Before "up", these make another verb: makes up 8 percent.
_IDIOMS = word_set("make makes made making take takes took taken give gave giving given turned put")
_REACH = 7  # tokens between the verb and "by" or "to"


def apposed_start(tokens: Sequence[Word], first: int) -> int:
    """Where the first figure of a chain stands: the 5 of "rose 5 points, or 0.9 percent, to 612"."""
    start = first
    while True:
        at = start - 1
        for links in (("to", "at", "from"), ("or",), (",", "(", ")")):
            at -= lower(tokens, at) in links
        end = at
        while at >= 0 and (tokens[at].is_number or tokens[at].lower in _UNITS or tokens[at].text in _MARKS):
            at -= 1
        if end == start - 1 or not any(t.is_number or t.lower in SMALL for t in tokens[at + 1 : end + 1]):
            half = end < start - 1 and any(t.lower == "half" for t in tokens[at + 1 : end + 1])
            return at + 1 if half else start
        start = at + 1


def direction(word: str) -> str | None:
    """rose or fell, for a word of change."""
    return "rose" if word in _UP else "fell" if word in _DOWN else None


def change_role(tokens: Sequence[Word], first: int, last: int) -> str | None:
    """rose, fell, level, former ("from 9 percent"), above or below ("9 percent higher") for the
    figure over ``tokens[first:last]``;
    None where no verb tells."""
    start = apposed_start(tokens, first)
    if start < first:
        role, link = change_role(tokens, start, start), lower(tokens, first - 1)
        return role if role is None else _ENDS.get(link, role)
    at = last + 1 if joins(tokens, last) else last
    if lower(tokens, at) in ("higher", "lower") and lower(tokens, at + 1) != "than":
        return direction(lower(tokens, at))  # "closed $2 lower"
    if lower(tokens, at) in _OF_ANOTHER:
        return _OF_ANOTHER[lower(tokens, at)]  # "30 percent higher than in spring" is no level
    described = lower(tokens, first - 1) in ("a", "an", "the", "its", "this")
    if direction(lower(tokens, at)) and (described or lower(tokens, at + 1) == "in"):
        return direction(lower(tokens, at))  # "a 3 percent rise"
    j = first - 1
    while j >= 0 and tokens[j].lower in _FILLERS:
        j -= 1
    word, before = lower(tokens, j), lower(tokens, j - 1)
    if word in ("by", "of") and direction(before):
        return direction(before)
    if word in ("by", "to", "from"):
        # "cut its stake by", "up from" tells what was
        near = takewhile(lambda t: t.is_word or t.is_number, reversed(tokens[max(0, j - _REACH) : j]))
        found = next((d for t in near if (d := direction(t.lower)) is not None), None)
        return found if word == "by" or found is None else _ENDS[word]
    if before == "compared" and word in ("with", "to"):
        return _ENDS["from"]
    if word == "off" and before in ("was", "were", "is", "are"):
        return "fell"
    if word in ("up", "down") and before in _IDIOMS:
        return None
    if word in _REACHED or (word == "at" and before in _REACHED):
        return "level"
    if word in ("was", "is", "were", "are") and direction(before) != "rose" and direction(before) != "fell":
        return "level"
    return direction(before) if word in ("was", "is") else direction(word)
