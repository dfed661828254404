"""What every reader of dates sees and gives back, and the doubt about bare numbers."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import NamedTuple

from factcheck.facts.calendar import periods as p
from factcheck.facts.calendar.tense import Governor, governor
from factcheck.facts.calendar.words import MONTHS, SHORT_MONTHS, Small, digits_at, word_at
from factcheck.facts.tokens import Word

DETERMINERS = frozenset("the a an its his her their our this 's my".split())
_COUNTED = frozenset(
    "people men women children troops police hours hrs percent pct meters metres feet".split()
)
_NOT_PLURAL = frozenset(
    "was has is as's this plus thus campus virus census olympics games elections news".split()
)


class Setting(NamedTuple):
    """What dates are read against: publication day (or None) and the date before in the passage."""

    tokens: Sequence[Word]
    traits: int
    published: dt.date | None
    previous: p.Period | None = None

    def governor(self, first: int, last: int) -> Governor:
        return governor(self.tokens, first, last)

    def future(self, first: int, last: int) -> bool:
        return self.governor(first, last).tense == "future"


class Match(NamedTuple):
    """``tokens[first:last]`` read as a period."""

    first: int
    last: int
    period: p.Period
    approx: bool = False


def unplaced(s: Setting, first: int, last: int, unit: str) -> p.Period:
    """A period that cannot be placed: its value is its words."""
    return p.Period(" ".join(t.lower for t in s.tokens[first:last]), unit)


def counts_something(tokens: Sequence[Word], i: int) -> bool:
    """Whether the word at ``i`` makes the number before it a count ("2000 villages")."""
    word = word_at(tokens, i)
    if word in _COUNTED or word in ("%", "°"):
        return True
    plural = len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is"))
    return plural and word not in _NOT_PLURAL and tokens[i].text[0].islower()


def month_at(tokens: Sequence[Word], i: int) -> int | None:
    """The month named by a capitalised word at ``i``, short forms included."""
    word = word_at(tokens, i)
    number = MONTHS.get(word) or SHORT_MONTHS.get(word)
    return number if number and tokens[i].text[0].isupper() else None


def year_number(tokens: Sequence[Word], i: int) -> int | None:
    number = digits_at(tokens, i)
    if number is None or len(tokens[i].text) != 4 or not 1000 <= number <= 2199:
        return None
    return (
        None
        if counts_something(tokens, i + 1) or word_at(tokens, i + 1) in ("hours", "hrs", "gmt")
        else number
    )


def year_after(tokens: Sequence[Word], i: int) -> Small | None:
    """The year that completes a date at ``i`` (", 2022", "of 1996") and the index past it."""
    j = i + 1 if word_at(tokens, i) in (",", "of") else i
    year = year_number(tokens, j)
    return Small(year, j + 1) if year else None
