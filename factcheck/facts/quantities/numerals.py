"""Bare numbers: the tables of their words, and what digits and words have in common.

`digits` reads numbers that begin with a figure, `number_words` those that begin with a word.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from factcheck.facts.quantities.interval import tidy
from factcheck.facts.tokens import Word, trait

_UNITS = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
]
_UNITS += ["sixteen", "seventeen", "eighteen", "nineteen"]
_TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
SMALL = {w: i for i, w in enumerate(_UNITS)} | {w: 20 + 10 * i for i, w in enumerate(_TENS)}
SCALES = {"hundred": 10**2, "thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12}
MORE_SCALES = {
    "lakh": 10**5, "lakhs": 10**5, "crore": 10**7, "crores": 10**7, "mn": 10**6, "mln": 10**6, "bn": 10**9,
    "bln": 10**9, "tn": 10**12, "trn": 10**12, "tln": 10**12, "dozen": 12, "dozens": 12,
}  # fmt: skip
#: Letters that are a scale only when they touch the digits; "m" and "t" only in money,
#: since "48m" is metres and "100t" tonnes.
_SUFFIXES = {"k": 10**3, "K": 10**3, "M": 10**6, "MM": 10**6, "b": 10**9, "B": 10**9}
_MONEY_SUFFIXES = {"m": 10**6, "t": 10**12, "T": 10**12}
#: "million million" is a number, a hundred millions in a row are noise
_LARGEST_SCALE = 10**15
_ORDINALS = [
    "zeroth",
    "first",
    "second",
    "third",
    "fourth",
    "fifth",
    "sixth",
    "seventh",
    "eighth",
    "ninth",
    "tenth",
    "eleventh",
    "twelfth",
]
_ORDINALS += ["thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth"]
ORDINALS = (
    {w: i for i, w in enumerate(_ORDINALS) if i}
    | {w[:-1] + "ieth": v for w, v in SMALL.items() if v >= 20}
    | {"hundredth": 100, "thousandth": 1000, "millionth": 10**6, "billionth": 10**9}
    | {"trillionth": 10**12}
)
_PARTS = {w: n for w, n in ORDINALS.items() if n > 2} | {"half": 2, "quarter": 4}
PARTS = _PARTS | {w + "s": n for w, n in _PARTS.items() if n != 2} | {"halves": 2}
GLYPHS = {
    "½": 0.5,
    "¼": 0.25,
    "¾": 0.75,
    "⅓": 1 / 3,
    "⅔": 2 / 3,
    "⅛": 0.125,
    "⅜": 0.375,
    "⅝": 0.625,
    "⅞": 0.875,
}
#: Denominators that make "1/4" a fraction; anything else (9/11, 24/7) is a date or an idiom.
DENOMINATORS = frozenset((2, 3, 4, 5, 6, 8, 10, 16, 32, 100))
#: Widest honest reading [low, high): writers say "hundreds" of 150 and of 1,600.
VAGUE = {
    "dozens": (20, 200), "scores": (20, 200), "hundreds": (100, 2000), "thousands": (1000, 100_000),
    "millions": (10**6, 10**9), "billions": (10**9, 10**12), "trillions": (10**12, 10**15),
}  # fmt: skip
FEW = {"several": (3, 10), "few": (2, 10), "couple": (2, 3), "handful": (2, 10)}
HYPHENS = frozenset("-‐‑–")
HYPHEN = trait(HYPHENS)
#: "$13 billion" stands for anything that rounds to it, but "$1 million" not for 1.4 million.
WHOLE_SCALE = 0.1
HUNDRED, MILLION = 100, 10**6


class Numeral(NamedTuple):
    """A bare number over ``tokens[first:last]``.

    ``step`` and ``half`` are the written precision as `interval.bounds` takes it; a vague
    word has no value but ``low`` and ``high`` (exclusive).
    """

    first: int
    last: int
    value: float | int | None
    step: float | int = 1
    half: float | int = 0
    ordinal: bool = False
    low: int | None = None
    high: int | None = None
    year_like: bool = False
    scale: int = 1


def lower(tokens: Sequence[Word], i: int) -> str:
    """The key of token ``i``, "" outside the passage."""
    return tokens[i].lower if 0 <= i < len(tokens) else ""


def joins(tokens: Sequence[Word], i: int) -> bool:
    """Whether token ``i`` is a hyphen that touches both neighbours ("forty-two")."""
    if not 0 < i < len(tokens) - 1 or tokens[i].text not in HYPHENS:
        return False
    return tokens[i].glued and tokens[i + 1].glued


@lru_cache(maxsize=10_000)
def precision(mantissa: int, decimals: int, scale: int) -> tuple[float | int, float | int]:
    """(step, half) of ``mantissa / 10**decimals * scale``."""
    last = scale / 10**decimals
    step, whole = last, mantissa
    if not decimals:
        while mantissa and mantissa % 10 == 0:
            mantissa, step = mantissa // 10, step * 10
    half = last / 2 if decimals else min(last / 2, whole * scale * WHOLE_SCALE) if scale >= MILLION else 0
    return tidy(step), tidy(half)


def read_scale(tokens: Sequence[Word], j: int, money: bool) -> tuple[int, int]:
    """Where the scale words from token ``j`` end, and their product (1 where there are none)."""
    scale = 1
    while j < len(tokens):
        token = tokens[j]
        at = j + 1 if joins(tokens, j) else j
        word = tokens[at].lower
        if (word in SCALES or word in MORE_SCALES) and scale < _LARGEST_SCALE:
            scale *= SCALES.get(word) or MORE_SCALES[word]
            j = at + 1
            continue
        glued = token.glued and scale == 1 and tokens[j - 1].is_number
        if glued and (token.text in _SUFFIXES or (money and token.text in _MONEY_SUFFIXES)):
            return j + 1, _SUFFIXES.get(token.text) or _MONEY_SUFFIXES[token.text]
        break
    return j, scale


def read_whole(tokens: Sequence[Word], j: int) -> tuple[int, int]:
    """`read_scale` after a fraction, "of a" included: three quarters of a million."""
    of = lower(tokens, j) == "of" and lower(tokens, j + 1) in ("a", "one")
    if of and lower(tokens, j + 2) in SCALES:
        return read_scale(tokens, j + 2, False)
    return read_scale(tokens, j, False)


def and_a_part(tokens: Sequence[Word], number: Numeral, scale: int) -> Numeral:
    """Add "and a half" and the like: two and a half [million], 3 million and a half."""
    j = number.last
    if lower(tokens, j) != "and":
        if not joins(tokens, j) or lower(tokens, j + 1) != "and":
            return number
        j += 1
    if number.value is None:
        return number
    j += 2 if joins(tokens, j + 1) else 1
    top = 1 if lower(tokens, j) in ("a", "an") else SMALL.get(lower(tokens, j), 0)
    j += 2 if joins(tokens, j + 1) else 1
    bottom = PARTS.get(lower(tokens, j))
    if not bottom or not 0 < top < bottom:
        return number
    end, after = read_scale(tokens, j + 1, False)
    value = (number.value * bottom + top * scale) * after / bottom
    return Numeral(number.first, end, tidy(value), tidy(scale * after / bottom))
