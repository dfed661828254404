"""Calendar dates as articles print them, to ISO 8601.

>>> find_date("Published: Jan 15, 2022 12:26 AM"), find_date("11 November 2011"), find_date("Friday")
('2022-01-15', '2011-11-11', None)
"""

from __future__ import annotations

import datetime as dt
import re

from factcheck.facts.tokens import Token, tokenize
from factcheck.ingest.calendar_words import month_number

_ISO = re.compile(r"(?<!\d)(\d{4})[-./](\d{1,2})[-./](\d{1,2})(?!\d)")
_SLASHED = re.compile(r"(?<!\d)(\d{1,2}) ?[/.] ?(\d{1,2}) ?[/.] ?(\d{4})(?!\d)")
# News kept as text begins with the wires' archives; a year before is a number of something else.
_FIRST_YEAR = 1700
_ORDINALS = frozenset({"st", "nd", "rd", "th", "of"})


def iso_date(year: int, month: int, day: int) -> str | None:
    """``YYYY-MM-DD``, or None if there is no such day."""
    if year < _FIRST_YEAR:
        return None
    try:
        return dt.date(year, month, day).isoformat()
    except ValueError:
        return None


def find_date(text: str) -> str | None:
    """The first full date in a line of text; month before day where digits leave it open.

    A day over 12 decides 15/01/2022; a date that both orders allow (4/11/2007) is
    read the American way only if they agree or nothing speaks against it.
    """
    iso = _ISO.search(text)
    if iso is not None:
        return iso_date(*(int(g) for g in iso.groups()))
    written = _written_date(tokenize(text))
    if written is not None:
        return written
    slashed = _SLASHED.search(text)
    if slashed is None:
        return None
    first, second, year = (int(g) for g in slashed.groups())
    month, day = (second, first) if first > 12 else (first, second)
    return iso_date(year, month, day)


def _written_date(tokens: tuple[Token, ...]) -> str | None:
    """ "15 January 2022", "Jan. 15, 2022", "January 15th 2022"."""
    plain = [t for t in tokens if t.lower not in _ORDINALS and t.text not in ".,"]
    for i, token in enumerate(plain):
        month = month_number(token.lower) if token.is_word else None
        if month is None:
            continue
        after = plain[i + 1 : i + 3]
        if len(after) == 2 and _is_day(after[0]) and _is_year(after[1]):
            return iso_date(int(after[1].text), month, int(after[0].text))
        if i and after and _is_day(plain[i - 1]) and _is_year(after[0]):
            return iso_date(int(after[0].text), month, int(plain[i - 1].text))
    return None


def _is_day(token: Token) -> bool:
    return token.text.isdecimal() and len(token.text) <= 2


def _is_year(token: Token) -> bool:
    return token.text.isdecimal() and len(token.text) == 4
