"""Parts told in passing: 12 people, including three children, were killed."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.facts.quantities.numerals import SMALL, lower
from factcheck.facts.tokens import Token
from factcheck.lexicon.wordset import word_set

_OPENERS = word_set("including among mostly most many some all both half mainly")
_RESUMES = word_set("was were is are have has had died perished drowned remain remained dead")
_ROUGHLY = word_set("at least about some nearly almost around more than over as many")
_LONGEST = 14  # tokens between the two commas


def past_aside(tokens: Sequence[Token], i: int) -> int | None:
    """The token after the aside that opens with the comma at ``i``, if the verb follows there."""
    if lower(tokens, i) != ",":
        return None
    counted = i + 1 < len(tokens) and (tokens[i + 1].is_number or tokens[i + 1].lower in SMALL)
    share = counted and lower(tokens, i + 2) == "of" and lower(tokens, i + 3) in ("them", "whom")
    if lower(tokens, i + 1) not in _OPENERS and not share:
        return None
    for j in range(i + 2, min(i + _LONGEST, len(tokens) - 1)):
        if tokens[j].text in ".;:":
            return None
        if tokens[j].text == "," and lower(tokens, j + 1) in _RESUMES:
            return j + 1
    return None


def is_part(tokens: Sequence[Token], first: int) -> bool:
    """Whether the figure at token ``first`` is a part of one told before: including, among them."""
    at = first - 1
    while at > 0 and lower(tokens, at) in _ROUGHLY:
        at -= 1
    return lower(tokens, at) == "including" or [lower(tokens, at - 1), lower(tokens, at)] == ["among", "them"]
