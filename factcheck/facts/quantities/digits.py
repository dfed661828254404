"""Numbers written in digits: 1,200; 10 000; 2.5bn; 21st; 1/4; 2½."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.facts.quantities.interval import tidy
from factcheck.facts.quantities.numerals import (
    DENOMINATORS,
    GLYPHS,
    Numeral,
    and_a_part,
    lower,
    precision,
    read_scale,
)
from factcheck.facts.tokens import Token, touches

#: more characters than this are a serial number or noise, no figure of news
_LONGEST = 30


def _plain(text: str) -> tuple[int, int] | None:
    """Digits as (all digits as one integer, number of decimals); None for 7:43, 1,3 or 1.2.3."""
    if len(text) > _LONGEST:
        return None
    whole, dot, decimals = text.partition(".")
    groups = whole.split(",")
    if ":" in text or "." in decimals or "," in decimals:
        return None
    if len(groups) > 1 and (len(groups[-1]) != 3 or any(len(g) not in (2, 3) for g in groups[1:-1])):
        return None
    return int("".join(groups) + decimals), len(decimals) if dot else 0


def read_digits(tokens: Sequence[Token], i: int, money: bool) -> Numeral | None:
    text, j = tokens[i].text, i + 1
    while _thousands_group(tokens, i, j):
        text, j = text + tokens[j].text, j + 1
    plain = _plain(text)
    if plain is None:
        return None
    if lower(tokens, j) in ("st", "nd", "rd", "th") and touches(tokens[j - 1], tokens[j]):
        return Numeral(i, j + 1, plain[0], ordinal=True)
    if not plain[1]:
        part = _slash_fraction(tokens, i, plain[0]) if j == i + 1 else None
        if part is not None:
            return part
    part = _mixed(tokens, i, j, plain[0]) if not plain[1] else None
    if part is not None:
        return part
    end, scale = read_scale(tokens, j, money)
    mantissa, decimals = plain
    numerator = mantissa * scale
    whole = numerator % 10**decimals == 0
    value = numerator // 10**decimals if whole else numerator / 10**decimals
    step, half = precision(mantissa, decimals, scale)
    year_like = end == i + 1 and len(text) == 4 and text.isdecimal()
    return and_a_part(tokens, Numeral(i, end, value, step, half, year_like=year_like, scale=scale), scale)


def _thousands_group(tokens: Sequence[Token], i: int, j: int) -> bool:
    """Whether token ``j`` continues "10 000": one space and exactly three noughts, or a hard space."""
    if (
        j >= len(tokens)
        or not tokens[j].text.isdecimal()
        or len(tokens[j].text) != 3
        or len(tokens[i].text) > 3
    ):
        return False
    return tokens[j].start == tokens[j - 1].end + 1 and tokens[j].text == "000"


def _slash_fraction(tokens: Sequence[Token], i: int, top: int) -> Numeral | None:
    """1/4, never 24/7 or a date of three parts."""
    if lower(tokens, i + 1) != "/" or i + 2 >= len(tokens) or not tokens[i + 2].text.isdecimal():
        return None
    bottom = int(tokens[i + 2].text)
    if (
        lower(tokens, i + 3) == "/"
        or lower(tokens, i - 1) == "/"
        or bottom not in DENOMINATORS
        or not 0 < top < bottom
    ):
        return None
    return Numeral(i, i + 3, tidy(top / bottom), 1 / bottom)


def _mixed(tokens: Sequence[Token], i: int, j: int, whole: int) -> Numeral | None:
    """2 1/2 and 2½."""
    if j >= len(tokens):
        return None
    part: Numeral | None = None
    if tokens[j].lower in GLYPHS:
        part = Numeral(j, j + 1, GLYPHS[tokens[j].lower], 0.5)
    elif tokens[j].text.isdecimal() and not touches(tokens[j - 1], tokens[j]):
        part = _slash_fraction(tokens, j, int(tokens[j].text))
    if part is None or part.value is None:
        return None
    end, scale = read_scale(tokens, part.last, False)
    return Numeral(i, end, tidy((whole + part.value) * scale), part.step * scale)
