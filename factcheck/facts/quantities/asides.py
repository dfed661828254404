"""Parts told in passing: 12 people, including three children, were killed."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.facts.quantities.numerals import SMALL, lower
from factcheck.facts.tokens import Word
from factcheck.lexicon.wordset import word_set

_OPENERS = word_set("including among mostly most many some all both half mainly")
_RESUMES = word_set("was were is are have has had died perished drowned remain remained dead")
_ROUGHLY = word_set("at least about some nearly almost around more than over as many")
_LINKS = word_set("who which that in on at after when while said as but is to for by with from")
_ITEM = 8  # tokens in one member of a list
_LONGEST = 14  # tokens between the two commas


def past_aside(tokens: Sequence[Word], i: int) -> int | None:
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


def past_item(tokens: Sequence[Word], i: int) -> int | None:
    """The token after an uncounted member of a list that opens at ``i``: ", a launcher and a radio were"."""
    if lower(tokens, i) not in (",", "and"):
        return None
    at = i + 2 if lower(tokens, i) == "," and lower(tokens, i + 1) == "and" else i + 1
    plural = lower(tokens, at).endswith("s")
    if lower(tokens, at) not in ("a", "an", "some", "several") and not plural:
        return None
    for j in range(at + 1, min(at + _ITEM + 1, len(tokens))):
        if tokens[j].lower in (",", "and") or tokens[j].lower in ("was", "were", "have", "had"):
            return j
        if tokens[j].lower in _LINKS or not (tokens[j].is_word or tokens[j].text == "-"):
            return None
    return None


def is_part(tokens: Sequence[Word], first: int) -> bool:
    """Whether the figure at token ``first`` is a part of one told before: including, among them."""
    at = first - 1
    while at > 0 and lower(tokens, at) in _ROUGHLY:
        at -= 1
    return lower(tokens, at) == "including" or [lower(tokens, at - 1), lower(tokens, at)] == ["among", "them"]
