"""What a measure measures: a depth, the distance from a place, 40 tons of oil."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.facts.quantities.change import direction
from factcheck.facts.quantities.nouns import is_name, noun_after
from factcheck.facts.quantities.numerals import HYPHENS, joins, lower
from factcheck.facts.quantities.topics import topic_before
from factcheck.facts.quantities.units import Unit
from factcheck.facts.tokens import Word
from factcheck.lexicon.wordset import word_set

_DIRECTIONS = word_set(
    """
    north south east west northeast northwest southeast southwest north-east north-west south-east
    south-west northern southern away inland offshore off from of out short
    """
)
ASPECTS = {
    "deep": "depth", "beneath": "depth", "underground": "depth", "below": "depth", "tall": "height",
    "high": "height", "wide": "width", "long": "length", "depth": "depth", "height": "height",
    "length": "length", "width": "width", "altitude": "height", "thick": "thickness", "radius": "radius",
    "diameter": "diameter",
}  # fmt: skip
_PERIODS = word_set("second minute hour day week month year")
#: Places without a name that distances are given from.
_LANDMARKS = word_set(
    """
    airport border coast shore epicentre epicenter capital city town village scene school house runway
    """
)
_AHEAD = 9  # tokens in which the place of "34 miles west of the port of Aden" is looked for


def measured(tokens: Sequence[Word], first: int, last: int, unit: Unit) -> str | None:
    """The aspect measured (depth, height), the place a distance runs from, the stuff (40 tons
    of oil), the thing a hyphened measure describes, or the subject."""
    if lower(tokens, last) in ("a", "per") and lower(tokens, last + 1) in _PERIODS:
        return f"per {lower(tokens, last + 1)}"
    following = (
        lower(tokens, last + 1) if lower(tokens, last) == "in" or joins(tokens, last) else lower(tokens, last)
    )
    if following in ASPECTS:
        return ASPECTS[following]
    topic = topic_before(tokens, first)
    for word in () if topic is None else (topic.text.split()[-1], topic.text.split()[0]):
        if word in ASPECTS:
            return ASPECTS[word]
    place = _distance_from(tokens, _after_brackets(tokens, first, last))
    if place is not None and unit.dimension == "length":
        return f"distance from {place}"
    return _stuff(tokens, last, unit) or (None if topic is None else topic.text)


def _stuff(tokens: Sequence[Word], last: int, unit: Unit) -> str | None:
    """The oil of "40 tons of oil", the plant of "a 40-megawatt plant".

    "A 12-foot fence" does not tell whether the fence is that high or that long.
    """
    hyphen = last > 1 and joins(tokens, last - 2) and unit.dimension != "length"
    if not hyphen and lower(tokens, last) != "of":
        return None
    noun = noun_after(tokens, last, one=True)
    if noun is None or noun.pronoun or is_name(tokens, noun):
        return None
    words = noun.text.split()
    # "20 inches of rain fell"
    cut = next(
        (k for k, w in enumerate(words) if k and (direction(w) or w == "worth" or w.endswith("ed"))),
        len(words),
    )
    return " ".join(words[:cut])


def _after_brackets(tokens: Sequence[Word], first: int, last: int) -> int:
    """Past a conversion: 75 kilometers (50 miles) west of."""
    if lower(tokens, last) == "(":
        close = next((k for k in range(last, min(last + 7, len(tokens))) if tokens[k].text == ")"), None)
        return last if close is None else close + 1
    return last + 1 if lower(tokens, last) == ")" and first > 0 else last


def _distance_from(tokens: Sequence[Word], at: int) -> str | None:
    """The name after "west of the town of": its capitalised words in lower case."""
    if lower(tokens, at) not in _DIRECTIONS:
        return None
    linked = False
    for i in range(at, min(at + _AHEAD, len(tokens))):
        word = tokens[i]
        linked = linked or word.lower in ("of", "from", "off")
        if not word.is_word and word.text not in HYPHENS and word.lower != "'s":
            return None
        if linked and word.is_word and word.text[0].isupper() and word.lower not in _DIRECTIONS:
            end = i + 1
            while end < len(tokens) and tokens[end].is_word and tokens[end].text[0].isupper():
                end += 1
            return " ".join(t.lower for t in tokens[i:end])
        landmark = word.lower in _LANDMARKS and lower(tokens, i + 1) != "of"
        if linked and lower(tokens, i - 1) == "the" and landmark:
            return word.lower
    return None
