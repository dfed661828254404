"""Votes for and against: 35 to 23, a 52-48 vote, by 35 votes to 23."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from factcheck.facts.quantities.numbers import Number
from factcheck.facts.quantities.numerals import HYPHENS, lower
from factcheck.facts.tokens import Word
from factcheck.lexicon.wordset import word_set

_BEFORE = word_set("vote voted votes voting approved passed rejected ruled")
_AFTER = word_set("vote votes ruling decision verdict opinion majority")
_REACH = 3  # words between the verb and the first figure: "passed by a vote of 35 to 23"


def vote_roles(tokens: Sequence[Word], numbers: Sequence[Number]) -> dict[int, str]:
    """The role of each figure of a vote, by its first token: the majority, or the minority."""
    found: dict[int, str] = {}
    for left, right in pairwise(numbers):
        if not isinstance(left.value, int) or not isinstance(right.value, int):
            continue
        if _is_vote(tokens, left, right):
            ahead = left.value >= right.value
            found[left.first] = "majority" if ahead else "minority"
            found[right.first] = "minority" if ahead else "majority"
    return found


def _is_vote(tokens: Sequence[Word], left: Number, right: Number) -> bool:
    between = [t.lower for t in tokens[left.last : right.first]]
    if between not in (["to"], ["votes", "to"], *([h] for h in HYPHENS)):
        return False
    near = {t.lower for t in tokens[max(0, left.first - _REACH - 1) : left.first]}
    after = lower(tokens, right.last)
    after = lower(tokens, right.last + 1) if after in HYPHENS else after
    return "votes" in between or bool(near & _BEFORE) or after in _AFTER
