"""Numbers written in digits: 1,200; 10 000; 2.5bn; 21st; 1/4; 2½."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from factcheck.facts.quantities.interval import tidy
from factcheck.facts.quantities.numerals import (
    DENOMINATORS,
    GLYPHS,
    HUNDRED,
    HYPHEN,
    MORE_SCALES,
    SCALES,
    SMALL,
    Numeral,
    and_a_part,
    joins,
    lower,
    precision,
    read_scale,
)
from factcheck.facts.tokens import NUMBER, Word, trait

#: What a number in digits can go on with; before any other word it is complete.
_GOING_ON = (
    NUMBER
    | HYPHEN
    | trait((*GLYPHS, *"×/", *"st nd rd th e x and percent per %".split(), *"k m mm b t".split()))
    | trait((*SCALES, *MORE_SCALES))
)
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


@lru_cache(maxsize=10_000)
def _alone(text: str) -> tuple[float | int, float | int, float | int, bool] | None:
    """Value, step, half and whether it looks like a year, of digits that nothing goes on from."""
    plain = _plain(text)
    if plain is None:
        return None
    mantissa, decimals = plain
    step, half = precision(mantissa, decimals, 1)
    value = mantissa / 10**decimals if mantissa % 10**decimals else mantissa // 10**decimals
    return value, step, half, len(text) == 4 and text.isdecimal()


def read_alone(tokens: Sequence[Word], i: int) -> Numeral | None:
    """What `read_digits` gives where the next word is no part of the number: most numbers."""
    text = tokens[i].text
    if not text[0].isdecimal() or (i + 1 < len(tokens) and tokens[i + 1].traits & _GOING_ON):
        return None
    alone = _alone(text)
    if alone is None:
        return None
    value, step, half, year_like = alone
    return Numeral(i, i + 1, value, step, half, year_like=year_like)


def read_digits(tokens: Sequence[Word], i: int, money: bool) -> Numeral | None:
    text, j = tokens[i].text, i + 1
    while _thousands_group(tokens, i, j):
        text, j = text + tokens[j].text, j + 1
    plain = _plain(text) or _european(tokens, j, text)
    if plain is None:
        return None
    power = _power_of_ten(tokens, j) if j == i + 1 else None
    if power is not None:
        return _scientific(i, power[0], plain, power[1])
    if lower(tokens, j) in ("st", "nd", "rd", "th") and tokens[j].glued:
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
    number = Numeral(i, end, value, step, half, year_like=year_like, scale=scale)
    return _continued(tokens, number, money) or and_a_part(tokens, number, scale)


def _european(tokens: Sequence[Word], j: int, text: str) -> tuple[int, int] | None:
    """3,5 where a scale word or percent after it tells that the comma is no list's."""
    whole, comma, decimals = text.partition(",")
    if not comma or not decimals.isdecimal() or not whole.isdecimal() or len(decimals) > 2:
        return None
    tells = lower(tokens, j) in SCALES or lower(tokens, j) in ("percent", "per", "%", "bn", "mn", "mln")
    return (int(whole + decimals), len(decimals)) if tells else None


def _power_of_ten(tokens: Sequence[Word], j: int) -> tuple[int, int] | None:
    """(where it ends, the exponent) of the e6 of "1.3e6" and the x10^6 of "1.3 x 10^6"."""
    if lower(tokens, j) == "e" and tokens[j].glued:
        at = j + 1
    elif lower(tokens, j) in ("x", "×") and [lower(tokens, j + k) for k in (1, 2)] == ["10", "^"]:
        at = j + 3
    else:
        return None
    minus = lower(tokens, at) in ("-", "−")
    at += minus
    if at >= len(tokens) or not tokens[at].text.isdecimal() or len(tokens[at].text) > 2:
        return None
    if not tokens[at].glued:
        return None
    return at + 1, int(tokens[at].text) * (-1 if minus else 1)


def _scientific(i: int, end: int, plain: tuple[int, int], exponent: int) -> Numeral:
    mantissa, power = plain[0], exponent - plain[1]
    value = mantissa * 10**power if power >= 0 else mantissa / 10**-power
    step = tidy(float(10**power) if power >= 0 else 1 / 10**-power)
    return Numeral(i, end, tidy(value), step, tidy(step / 2))


def _continued(tokens: Sequence[Word], number: Numeral, money: bool) -> Numeral | None:
    """4 thousand 3 hundred, 5 crore 20 lakh, 3 hundred and 21: smaller scales that follow at once."""
    j, value = number.last, number.value
    if number.scale < HUNDRED or value is None:
        return None
    if number.scale == HUNDRED and lower(tokens, j) == "and":
        rest, end = lower(tokens, j + 1), j + 2
        small = int(rest) if rest.isdecimal() and len(rest) < 3 else SMALL.get(rest, 0)
        alone = small and lower(tokens, end) not in SCALES
        return Numeral(number.first, end, tidy(value + small)) if alone else None
    if j >= len(tokens) or not tokens[j].text.isdecimal():
        return None
    more = read_digits(tokens, j, money)
    if more is None or not 1 < more.scale < number.scale or more.value is None or more.value >= number.scale:
        return None
    return Numeral(number.first, more.last, tidy(value + more.value), more.step, more.half, scale=more.scale)


def _thousands_group(tokens: Sequence[Word], i: int, j: int) -> bool:
    """Whether token ``j`` continues "10 000": one space and exactly three noughts, or a hard space."""
    if (
        j >= len(tokens)
        or not tokens[j].text.isdecimal()
        or len(tokens[j].text) != 3
        or len(tokens[i].text) > 3
    ):
        return False
    return len(tokens[j].gap) == 1 and tokens[j].text == "000"


def _slash_fraction(tokens: Sequence[Word], i: int, top: int) -> Numeral | None:
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


def _mixed(tokens: Sequence[Word], i: int, j: int, whole: int) -> Numeral | None:
    """2 1/2 and 2½."""
    if j >= len(tokens):
        return None
    part: Numeral | None = None
    if tokens[j].lower in GLYPHS:
        part = Numeral(j, j + 1, GLYPHS[tokens[j].lower], 0.5)
    elif joins(tokens, j) and tokens[j + 1].text.isdecimal():
        part = _slash_fraction(tokens, j + 1, int(tokens[j + 1].text))  # "4-1/2 percent"
    elif tokens[j].text.isdecimal() and not tokens[j].glued:
        part = _slash_fraction(tokens, j, int(tokens[j].text))
    if part is None or part.value is None:
        return None
    end, scale = read_scale(tokens, part.last, False)
    return Numeral(i, end, tidy((whole + part.value) * scale), part.step * scale)
