"""Years and dates in digits: "1998", "the 1990s", "2022-01-13", "01/13/2022"."""

from __future__ import annotations

import datetime as dt

from factcheck.facts.calendar import periods as p
from factcheck.facts.calendar.context import DETERMINERS, Match, Setting, counts_something, year_number
from factcheck.facts.calendar.words import digits_at, spelled_year_at, word_at

_YEAR_CUES = frozenset(
    "in since by until before after during of early late mid from year fiscal between circa to through "
    "till for than around about ended ending".split()
)
#: The few words that let any four-digit number be a year; 2000 and 1300 are often counts.
_WIDE_CUES = frozenset("in since during of year until after before".split())
_AFTER_YEAR = frozenset(
    "and or but when while as to until through with after before the a an he she they it by in at on for was "
    "were is are has had have that which who from under because if than would will did".split()
)
#: Common years of news; others need a stronger cue.
_USUAL_YEARS = range(1700, 2061)
#: The first words of years in words.
SPELLED = frozenset(("two", "eighteen", "nineteen", "twenty"))


def _slashed(s: Setting, i: int, mark: str, a: int, b: int) -> Match | None:
    """Two or three numbers with ``mark`` between them."""
    t = s.tokens
    third = digits_at(t, i + 4) if word_at(t, i + 3) == mark and t[i + 3].glued else None
    if third is None:
        return Match(i, i + 3, p.day_period(dt.date(2001, 9, 11))) if (a, b, mark) == (9, 11, "/") else None
    if len(t[i].text) == 4 and len(t[i + 2].text) == 2:
        period = p.date_period(a, b, third)
    elif len(t[i + 4].text) == 4 and (a > 12 or b > 12 or a == b):
        period = p.date_period(third, min(a, b), max(a, b))
    else:
        return None
    return Match(i, i + 5, period) if period else None


def numeric(s: Setting, i: int) -> Match | None:
    """ "2022-01-13", "01/13/2022", "13.01.2022", "9/11"; None where day and month may be swapped."""
    t = s.tokens
    if i and t[i].glued and t[i - 1].text not in "([\"'“‘,:_":
        return None
    dotted = t[i].text.split(".")
    if len(dotted) == 3 and len(dotted[2]) == 4 and all(part.isdecimal() for part in dotted):
        period = p.date_period(int(dotted[2]), int(dotted[1]), int(dotted[0]))
        return Match(i, i + 1, period) if period else None
    mark = word_at(t, i + 1)
    if mark not in ("-", "/") or i + 2 >= len(t) or not (t[i + 1].glued and t[i + 2].glued):
        return None
    a, b = digits_at(t, i), digits_at(t, i + 2)
    return None if a is None or b is None else _slashed(s, i, mark, a, b)


def year(s: Setting, i: int) -> Match | None:
    """ "1998", "the year two thousand", "the 1990s", "1967-1979", "fiscal 1988"."""
    t = s.tokens
    if not t[i].is_number and t[i].lower not in SPELLED:
        return None
    hyphenated = (
        i > 1 and word_at(t, i - 1) == "-" and word_at(t, i - 2) in ("mid", "pre", "post", "early", "late")
    )
    cue = "of" if hyphenated else word_at(t, i - 1)
    spelled = spelled_year_at(t, i)
    if spelled and cue in ("year", "in", "since", "of") and not counts_something(t, spelled.last):
        return Match(i, spelled.last, p.year_period(spelled.value))
    number = year_number(t, i)
    if number is None or (i and t[i].glued and t[i - 1].text not in "([-–—_\"'“‘/"):
        return None
    clitic = word_at(t, i + 1)
    if clitic in ("s", "'s") and t[i + 1].glued:
        if number % 10 == 0 and (clitic == "s" or cue == "the"):
            return Match(i, i + 2, p.decade_period(number))
    elif i + 1 < len(t) and t[i + 1].is_word and t[i + 1].glued:
        return None
    end = year_number(t, i + 2) if clitic in ("-", "–") else None
    if end and number < end:
        return Match(i, i + 3, p.range_period(p.year_period(number), p.year_period(end)))
    return Match(i, i + 1, p.year_period(number)) if _is_year(s, i, number, cue) else None


def _is_year(s: Setting, i: int, number: int, cue: str) -> bool:
    """Whether a four-digit number stands where years stand, not counts or codes."""
    follow = word_at(s.tokens, i + 1)
    led = follow[:1].isalpha() and follow not in _AFTER_YEAR
    if number not in _USUAL_YEARS:
        return cue in _WIDE_CUES and not led
    if number == 2000 and cue not in DETERMINERS:
        return cue in _WIDE_CUES and not led
    if cue in ("about", "around", "than", "for", "to", "by") and led:
        return False
    if cue in _YEAR_CUES or cue in DETERMINERS or (cue == "(" and follow in (")", ",", "-")):
        return True
    if cue in ("and", ",", "or", "-", "/") and s.previous is not None and s.previous.unit == "year":
        return True
    if i == 0:
        return follow in ("was", "saw", ",", "is", "has", "had", "will")
    return word_at(s.tokens, i - 2) in DETERMINERS and s.tokens[i - 1].text.islower() and led
