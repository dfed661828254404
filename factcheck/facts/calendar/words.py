"""The words that dates are written with, and small numbers in words."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from factcheck.facts.tokens import Word

_NAMES = "january february march april may june july august september october november december".split()
MONTHS = {name: n for n, name in enumerate(_NAMES, 1)}
#: Abbreviations need a day or year beside them: Jan, Mar and Dec are names and nouns too.
SHORT_MONTHS = {name[:3]: n for n, name in enumerate(_NAMES, 1) if name != "may"} | {"sept": 9}
#: Months that are also verbs, names or adjectives need a preposition or a year beside them.
DOUBTFUL_MONTHS = frozenset({"march", "april", "may", "june", "august"})
_DAYS = "monday tuesday wednesday thursday friday saturday sunday".split()
WEEKDAYS = {name: n for n, name in enumerate(_DAYS)}
SHORT_WEEKDAYS = {name[:3]: n for name, n in WEEKDAYS.items()} | {"tues": 1, "thur": 3, "thurs": 3}
SEASONS = {"spring": "SP", "summer": "SU", "autumn": "FA", "fall": "FA", "winter": "WI"}
PARTS_OF_DAY = frozenset("morning afternoon evening night noon midday lunchtime".split())
UNITS = {
    "day": "day", "days": "day", "week": "week", "weeks": "week", "month": "month", "months": "month",
    "year": "year", "years": "year", "decade": "decade", "decades": "decade", "fortnight": "fortnight",
}  # fmt: skip
_ONES = {
    word: n for n, word in enumerate(
        "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
        "sixteen seventeen eighteen nineteen".split(), 1)
}  # fmt: skip
_TENS = {
    word: n * 10 for n, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), 2)
}
_ORDINALS = {
    word: n for n, word in enumerate(
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth "
        "fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth".split(), 1)
} | {"thirtieth": 30}  # fmt: skip
ORDINAL_WORDS = " ".join([*_ORDINALS, *_TENS])
QUARTERS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "1st": 1, "2nd": 2, "3rd": 3, "4th": 4}


class Small(NamedTuple):
    """A small whole number and the token after it."""

    value: int
    last: int


def word_at(tokens: Sequence[Word], i: int) -> str:
    """The lower-cased token at ``i``; empty outside the passage."""
    return tokens[i].lower if 0 <= i < len(tokens) else ""


def digits_at(tokens: Sequence[Word], i: int) -> int | None:
    """A plain number of at most four digits at ``i`` (no separators)."""
    text = word_at(tokens, i)
    return int(text) if text.isascii() and text.isdigit() and len(text) <= 4 else None


def after_hyphen(tokens: Sequence[Word], i: int) -> int:
    """The index past a hyphen at ``i``, if there is one."""
    return i + 1 if word_at(tokens, i) in ("-", "‐", "‑") else i


def _below_hundred(tokens: Sequence[Word], i: int) -> Small | None:
    word = word_at(tokens, i)
    if word in _ONES:
        return Small(_ONES[word], i + 1)
    if word not in _TENS:
        return None
    unit = _ONES.get(word_at(tokens, after_hyphen(tokens, i + 1)), 10)
    if unit < 10:
        return Small(_TENS[word] + unit, after_hyphen(tokens, i + 1) + 1)
    return Small(_TENS[word], i + 1)


def cardinal_at(tokens: Sequence[Word], i: int) -> Small | None:
    """A count below 10,000 in digits, or below one hundred in words ("a" and "an" are one)."""
    number = digits_at(tokens, i)
    if number is not None:
        return Small(number, i + 1)
    if word_at(tokens, i) in ("a", "an"):
        if word_at(tokens, i + 1) == "couple":
            return Small(2, i + 3 if word_at(tokens, i + 2) == "of" else i + 2)
        return Small(1, i + 1)
    return _below_hundred(tokens, i)


def spelled_year_at(tokens: Sequence[Word], i: int) -> Small | None:
    """A year in words: two thousand (and) five, nineteen ninety-eight, twenty twelve."""
    word = word_at(tokens, i)
    if word == "two" and word_at(tokens, i + 1) == "thousand":
        j = i + 3 if word_at(tokens, i + 2) == "and" else i + 2
        rest = _below_hundred(tokens, j)
        return Small(2000 + rest.value, rest.last) if rest else Small(2000, i + 2)
    if word in ("eighteen", "nineteen", "twenty"):
        rest = _below_hundred(tokens, i + 1)
        if rest and rest.value >= 10:
            return Small({"eighteen": 1800, "nineteen": 1900, "twenty": 2000}[word] + rest.value, rest.last)
    return None


def ordinal_at(tokens: Sequence[Word], i: int) -> Small | None:
    """A day of the month as an ordinal: 8th, eighth, twenty-first."""
    number = digits_at(tokens, i)
    if number is not None:
        if word_at(tokens, i + 1) in ("st", "nd", "rd", "th") and tokens[i + 1].glued:
            return Small(number, i + 2)
        return None
    word = word_at(tokens, i)
    if word in _ORDINALS:
        return Small(_ORDINALS[word], i + 1)
    if word in _TENS:
        j = after_hyphen(tokens, i + 1)
        unit = _ORDINALS.get(word_at(tokens, j), 10)
        if unit < 10:
            return Small(_TENS[word] + unit, j + 1)
    return None


def day_at(tokens: Sequence[Word], i: int) -> Small | None:
    """A day of the month, 1 to 31: 13, 13th, eighth."""
    found = ordinal_at(tokens, i)
    if found is None:
        number = digits_at(tokens, i)
        if number is None or len(tokens[i].text) > 2:
            return None
        found = Small(number, i + 1)
    return found if 1 <= found.value <= 31 else None
