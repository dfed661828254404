"""Whether a figure is a change (rose 3 percent) or the level reached (rose to 3 percent)."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.facts.quantities.numerals import joins, lower
from factcheck.facts.tokens import Token
from factcheck.lexicon.wordset import word_set

_UP = word_set(
    """
    rose rise rises risen rising up gain gains gained gaining climb climbs climbed climbing jump jumps jumped
    jumping increase increases increased increasing grew grow grows grown growing growth surge surges surged
    soar soars soared raise raised raises added rally rallied hike hiked advance advanced expanded expand
    """
)
_DOWN = word_set(
    """
    fell fall falls fallen falling down drop drops dropped dropping lost lose loses decline declines declined
    declining decrease decreases decreased slip slips slipped slid slide slides sank sink sinks shrank shrink
    shrinks tumble tumbled tumbles plunge plunged plunges plummeted cut cuts cutting reduce reduced reduces
    reduction contracted contraction shed dip dipped dips
    """
)
_REACHED = word_set("reach reached reaches hit hits stood stands stand total totaled totalled")
_FILLERS = word_set(
    """
    about some nearly almost around over more than roughly approximately only just an a at least another
    further as much less under below above modest sharp
    """
)
#: The two ends of a change.
_ENDS = {"to": "level", "from": "former"}
#: Before "up", these make another verb: makes up 8 percent.
_IDIOMS = word_set("make makes made making take takes took taken give gave turned put")
_REACH = 7  # tokens between the verb and "by" or "to"


def direction(word: str) -> str | None:
    """rose or fell, for a word of change."""
    return "rose" if word in _UP else "fell" if word in _DOWN else None


def change_role(tokens: Sequence[Token], first: int, last: int) -> str | None:
    """rose, fell, level or former ("from 9 percent") for the figure over ``tokens[first:last]``;
    None where no verb tells."""
    at = last + 1 if joins(tokens, last) else last
    if lower(tokens, first - 1) in ("a", "an", "the", "its", "this") and direction(lower(tokens, at)):
        return direction(lower(tokens, at))  # "a 3 percent rise"
    j = first - 1
    while j >= 0 and tokens[j].lower in _FILLERS - {"at"}:
        j -= 1
    word, before = lower(tokens, j), lower(tokens, j - 1)
    if word in ("by", "of") and direction(before):
        return direction(before)
    if word in ("by", "to", "from"):
        # "rose 2 points to", "cut its stake by"; "up from" tells what was
        verbs = (direction(t.lower) for t in reversed(tokens[max(0, j - _REACH) : j]))
        found = next((v for v in verbs if v is not None), None)
        return found if word == "by" or found is None else _ENDS[word]
    if before == "compared" and word in ("with", "to"):
        return _ENDS["from"]
    if word in ("up", "down") and before in _IDIOMS:
        return None
    if word in _REACHED or (word == "at" and before in _REACHED):
        return "level"
    if word in ("was", "is", "were", "are") and direction(before) != "rose" and direction(before) != "fell":
        return "level"
    return direction(before) if word in ("was", "is") else direction(word)
