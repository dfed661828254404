"""Numbers in words, and the one entry for all numbers.

Compound number words ("two thousand three hundred and five") are read by text2num; what it
does not read is here: "a dozen", "half", "two and a half", "one fifth", "hundreds".
"""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.facts.quantities.digits import read_digits
from factcheck.facts.quantities.interval import tidy
from factcheck.facts.quantities.numerals import (
    FEW,
    GLYPHS,
    HUNDRED,
    HYPHENS,
    MORE_SCALES,
    ORDINALS,
    PARTS,
    SCALES,
    SMALL,
    VAGUE,
    Numeral,
    and_a_part,
    joins,
    lower,
    precision,
    read_scale,
    read_whole,
)
from factcheck.facts.tokens import NUMBER, Word, trait
from factcheck.lexicon.wordset import word_set

#: Before a bare "half" these tell that it is a share.
_SHARE_BEFORE = word_set("than over about nearly almost around roughly least under")
#: Before "half" these make it a part of a game, a year or another number.
_PERIOD_BEFORE = frozenset(("the", "other", "better", "this", "that", "last", "last-minute", "and"))


#: After these "scores" are many people, and no results of games.
_AFTER_SCORES = word_set("of more others were injured wounded dead killed arrested")
#: "Eleven fifths" is a number; "six quarters" are periods of a year.
_IMPROPER = ("ths", "thirds")

_PHRASE_WORDS = frozenset(("a", "an", "half", "quarter", "tens", "dozen")) | VAGUE.keys() | FEW.keys()
_PLAIN_WORDS = frozenset(("naught",)) | SMALL.keys() | SCALES.keys()
#: The words a number can begin with; one in digits begins with digits.
FIRST_WORDS = _PHRASE_WORDS | _PLAIN_WORDS | ORDINALS.keys() | GLYPHS.keys()
_AFTER_ARTICLE = (
    SCALES.keys() | MORE_SCALES.keys() | PARTS.keys() | {"few", "couple", "handful", "half", "quarter"}
)
_ARTICLES = frozenset(("a", "an"))
_ARTICLE, _NEXT_TO_ARTICLE = trait(_ARTICLES), trait(_AFTER_ARTICLE)
_FIRST = NUMBER | trait(FIRST_WORDS - _ARTICLES)
#: Without one of these there is no number: an article alone begins none.
TRAITS_OF_NUMBERS = _FIRST | _NEXT_TO_ARTICLE


def numeral_traits(traits: int) -> int:
    """The traits of the words that a number can begin with in a passage with these ``traits``."""
    return _FIRST | _ARTICLE if traits & _NEXT_TO_ARTICLE else _FIRST


def read_numeral(tokens: Sequence[Word], i: int, money: bool = False) -> Numeral | None:
    """The longest bare number that starts at token ``i``; ``money`` after a currency sign."""
    token = tokens[i]
    word = token.lower
    if word not in FIRST_WORDS:
        return read_digits(tokens, i, money) if token.text[0].isdecimal() else None
    if word in _PHRASE_WORDS:
        return _phrase(tokens, i)
    if word in ORDINALS:
        return Numeral(i, i + 1, ORDINALS[word], ordinal=True)
    if word in _PLAIN_WORDS:
        return _words(tokens, i)
    return Numeral(i, i + 1, GLYPHS[word], GLYPHS[word])


def _words(tokens: Sequence[Word], i: int) -> Numeral | None:
    """Number words from token ``i``, with ordinal or fraction if they end in one."""
    first = "zero" if tokens[i].lower == "naught" else tokens[i].lower
    words, ends, j = [first], [i + 1], i + 1
    while j < len(tokens):
        at = j + 1 if tokens[j].text in HYPHENS and words[-1] in SMALL and SMALL[words[-1]] >= 20 else j
        at = j + 1 if joins(tokens, j) else at
        word = lower(tokens, at)
        link = word == "and" and words[-1] in SCALES and lower(tokens, at + 1) in SMALL
        # "one hundred and two hundred" are two numbers
        link = (
            link
            and lower(tokens, at + 2) not in PARTS
            and SCALES.get(lower(tokens, at + 2), 0) < SCALES.get(words[-1], 0)
        )
        if not (
            word in SMALL or word in SCALES or link or (word == "point" and lower(tokens, at + 1) in SMALL)
        ):
            break
        words.append(word)
        ends.append(at + 1)
        j = at + 1
    count, value = _spoken(words)
    if value is None:
        return None
    end, last = ends[count - 1], words[count - 1]
    scale = SCALES.get(last, 1)
    number = _ending(tokens, i, end, value, last)
    if number is not None:
        return number
    end, more = read_scale(tokens, end, False)
    # "five point five" is said to a tenth
    step, half = precision(value // scale, 0, scale * more) if isinstance(value, int) else (0.1, 0.05)
    return and_a_part(
        tokens, Numeral(i, end, tidy(value * more), step, half, scale=scale * more), scale * more
    )


def _spoken(words: list[str]) -> tuple[int, float | int | None]:
    """(how many words the first number takes, its value)."""
    if len(words) == 1:
        return 1, SMALL.get(words[0], SCALES.get(words[0]))
    from text_to_num import Token as SpokenToken  # 15 ms, only for compound number words
    from text_to_num import find_numbers

    class Spoken(SpokenToken):  # type: ignore[misc, unused-ignore]  # text2num ships no types
        def __init__(self, word: str) -> None:
            self.word = word

        def text(self) -> str:
            return self.word

    found = find_numbers([Spoken(w) for w in words], "en", 0.0)
    if not found or found[0].start != 0:
        return 1, SMALL.get(words[0], SCALES.get(words[0]))
    return found[0].end, tidy(float(found[0].value))


def _ending(tokens: Sequence[Word], i: int, end: int, value: float | int, last: str) -> Numeral | None:
    """Number words that end in an ordinal (twenty-first) or a denominator (two-thirds)."""
    at = end + 1 if joins(tokens, end) else end
    word = lower(tokens, at)
    if word in ORDINALS and last in SMALL and SMALL[last] >= 20 and ORDINALS[word] < 10:
        return Numeral(i, at + 1, int(value) + ORDINALS[word], ordinal=True)
    bottom = PARTS.get(word)
    proper = 0 < value < (bottom or 0) and ((bottom or 0) > 2 or value == 1)
    if bottom and (proper or word.endswith(_IMPROPER)) and isinstance(value, int):
        # "one third of" is a part; "one fifth grader" is not.
        if (
            value == 1
            and word in ORDINALS
            and lower(tokens, at + 1) not in ("of", "the", "", ".", ",", "more")
        ):
            return None
        scaled, scale = read_whole(tokens, at + 1)
        return Numeral(i, scaled, tidy(value * scale / bottom), tidy(scale / bottom))
    return None


def _phrase(tokens: Sequence[Word], i: int) -> Numeral | None:
    """Numbers that begin with an article, "half", "dozen" or a vague word."""
    word = tokens[i].lower
    if word in ("a", "an"):
        return _after_article(tokens, i)
    if word in VAGUE:
        low, high = VAGUE[word]
        if word == "scores" and lower(tokens, i + 1) not in _AFTER_SCORES:
            return None
        if lower(tokens, i + 1) == "of" and lower(tokens, i + 2) in ("thousands", "millions", "billions"):
            scale = {"thousands": 10**3, "millions": 10**6, "billions": 10**9}[tokens[i + 2].lower]
            top = 100 if word == "dozens" else 1000
            return Numeral(i, i + 3, None, low=low * scale, high=max(top, low) * scale)
        return Numeral(i, i + 1, None, low=low, high=high)
    if word == "tens" and lower(tokens, i + 1) == "of" and lower(tokens, i + 2) in ("thousands", "millions"):
        scale = 10**3 if tokens[i + 2].lower == "thousands" else 10**6
        return Numeral(i, i + 3, None, low=10 * scale, high=100 * scale)
    if word == "several":
        return _few(tokens, i, i + 1, word)
    if word == "dozen":
        return Numeral(i, i + 1, 12, 12)
    if word in ("half", "quarter"):
        return _half(tokens, i, i)
    return None


def _after_article(tokens: Sequence[Word], i: int) -> Numeral | None:
    """A hundred, a dozen, a few thousand, a couple of, a third of, a quarter million."""
    word = lower(tokens, i + 1)
    if word not in _AFTER_ARTICLE:
        return None
    if word in SCALES:
        number = _words(tokens, i + 1)
        return None if number is None else Numeral(i, number.last, number.value, number.step, number.half)
    if word in MORE_SCALES and len(word) > 3:
        return Numeral(i, i + 2, MORE_SCALES[word], MORE_SCALES[word])
    if word in ("few", "couple", "handful"):
        return _few(tokens, i, i + 2, word)
    if word in ("half", "quarter"):
        return _half(tokens, i, i + 1)
    if word in PARTS and word in ORDINALS and _is_share(tokens, i):
        return Numeral(i, i + 2, tidy(1 / PARTS[word]), 1 / PARTS[word])
    return None


def _is_share(tokens: Sequence[Word], i: int) -> bool:
    """Whether "a fifth" is a part: "a fifth of", "rose by a fifth", but not "by a third party"."""
    following = lower(tokens, i + 2)
    ends = following in ("", ".", ",", ";", "in", "to", "from", "since", "this", "last", "and", "after")
    ends = ends or following in ("higher", "lower", "more", "less")
    return following == "of" or (lower(tokens, i - 1) in ("by", "than", "nearly", "almost") and ends)


def _few(tokens: Sequence[Word], i: int, j: int, word: str) -> Numeral | None:
    """A few, several, a couple of, with a scale if one follows ("several hundred")."""
    low, high = FEW[word]
    at = j + 1 if lower(tokens, j) == "of" and word != "several" else j
    following = lower(tokens, at)
    if following == "dozen":
        return Numeral(i, at + 1, None, low=low * 12, high=high * 12)
    if following in SCALES:
        # "a couple of hundred" is anything near two hundred.
        return Numeral(
            i, at + 1, None, low=low * SCALES[following] * 3 // 4, high=(high + 1) * SCALES[following]
        )
    return Numeral(i, j, None, low=low, high=high + 1 if word == "couple" else high)


def _half(tokens: Sequence[Word], i: int, j: int) -> Numeral | None:
    """Half (a) million, half a dozen, a quarter of; ``j`` is where half or quarter stands."""
    part = 0.5 if tokens[j].lower == "half" else 0.25
    at = j + 2 if lower(tokens, j + 1) in ("a", "-") else j + 1
    if lower(tokens, at) == "dozen" and part == 0.5:
        return Numeral(i, at + 1, 6)
    end, scale = read_whole(tokens, at) if at < len(tokens) else (at, 1)
    if scale >= HUNDRED:
        return Numeral(i, end, tidy(part * scale), tidy(part * scale))
    whole = lower(tokens, j + 1)
    before = lower(tokens, i - 1)
    if before in ORDINALS or before in _PERIOD_BEFORE:
        return None
    if part == 0.25 and (i == j or whole != "of"):
        return None
    if (
        whole in ("of", "the", "a", "an", "its", "their", "his", "her")
        or (i < j and whole != "-")
        or before in _SHARE_BEFORE
    ):
        return Numeral(i, j + 1, part, part)
    return None
