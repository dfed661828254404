"""Dates: calendar dates, weekdays and relative dates, resolved against the publication day.

An agreeing pair, and a conflicting one:

>>> import datetime as dt
>>> from factcheck.facts.passage import read_passage
>>> def first(text, published=None):
...     return find(read_passage(text, published=published), ())[0]
>>> a = first("The handover ended Thursday.", dt.date(2022, 1, 14))
>>> b = first("The handover ended on Jan. 13, 2022.")
>>> compare(a, b).relation, compare(a, b).why
('equal', '“Thursday” is 13 January 2022, “Jan. 13, 2022” is the same day')
>>> c = first("The handover ended on Friday.", dt.date(2022, 1, 14))
>>> compare(a, c).relation, compare(a, c).why
('conflict', '“Thursday” is 13 January 2022, “Friday” is 14 January 2022')
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from factcheck.facts.calendar import absolute, ago, periods, quarter, relative, year
from factcheck.facts.calendar.context import Match, Setting
from factcheck.facts.calendar.date_compare import compare
from factcheck.facts.calendar.words import (
    MONTHS,
    ORDINAL_WORDS,
    QUARTERS,
    SHORT_MONTHS,
    SHORT_WEEKDAYS,
    WEEKDAYS,
    word_at,
)  # fmt: skip
from factcheck.facts.passage import Passage, is_open
from factcheck.facts.tokens import NUMBER, trait
from factcheck.model import Fact

__all__ = ["compare", "find"]

Reader = Callable[[Setting, int], Match | None]

_COUNT_WORDS = (
    "a an one two three four five six seven eight nine ten eleven twelve fifteen twenty thirty forty fifty"
)
_READERS: tuple[tuple[str, tuple[Reader, ...]], ...] = (
    (" ".join([*MONTHS, *SHORT_MONTHS]), (absolute.month_first,)),
    (" ".join([*WEEKDAYS, *SHORT_WEEKDAYS]), (absolute.weekday_date, relative.weekday)),
    ("today tonight yesterday tomorrow", (relative.deictic_day,)),
    (
        "this last next",
        (
            relative.deictic_day,
            absolute.last_date,
            relative.weekday,
            relative.span_of_time,
        ),
    ),
    ("earlier later", (relative.span_of_time,)),
    (
        "the",
        (relative.weekend, relative.anchored, relative.span_of_time, quarter.fiscal_year),
    ),
    (_COUNT_WORDS, (ago.ago, year.year)),
    ("just almost nearly about around over roughly some more less under", (ago.ago,)),
    (
        "fiscal latest current year final " + " ".join(QUARTERS),
        (quarter.quarter, quarter.fiscal_year),
    ),
    (ORDINAL_WORDS, (absolute.day_first,)),
    (" ".join(relative.SEASON_WORDS), (relative.season_of_year,)),
)
_BY_WORD: dict[str, tuple[Reader, ...]] = {}
for _words, _group in _READERS:
    for _word in _words.split():
        _BY_WORD[_word] = _BY_WORD.get(_word, ()) + tuple(
            r for r in _group if r not in _BY_WORD.get(_word, ())
        )
#: After these, "from Monday to Wednesday" is a change, not a stretch of time.
_MOVED = frozenset("postponed delayed moved changed rescheduled shifted deferred brought extended".split())
_PARTS = {"early": "early", "late": "late", "mid": "mid", "earlier": "", "later": ""}
_FIRST_WORDS = frozenset((*_BY_WORD, *_PARTS))
_ARTICLES = frozenset(("a", "an"))
#: "The" is every other word that opens a date; these go on with it.
_AFTER_THE = frozenset(
    "weekend following next previous preceding current coming day month year quarter fiscal financial".split()
)


#: "The" begins no date where none of _AFTER_THE is near, and these none without a word of distance.
_THE = frozenset(("the",))
_AT_A_DISTANCE = (
    frozenset(word for word, readers in _BY_WORD.items() if not {*readers} - {ago.ago, year.year})
    - year.SPELLED
    - _PARTS.keys()
)
_FIRST = NUMBER | trait(_FIRST_WORDS - _AT_A_DISTANCE - _THE)
_FIRST_AT_A_DISTANCE, _FIRST_THE, _NEXT_TO_THE = trait(_AT_A_DISTANCE), trait(_THE), trait(_AFTER_THE)
_MONTH, _PART = trait((*MONTHS, *SHORT_MONTHS)), trait(_PARTS)
#: Without one of these there is no date.
TRAITS = _FIRST | ago.DISTANCE | _NEXT_TO_THE


def _number_readers(s: Setting, i: int) -> Sequence[Reader]:
    """The readers that a number of this form can be meant for."""
    text = s.tokens[i].text
    readers: list[Reader] = []
    if word_at(s.tokens, i + 1) in ("-", "/") or text.count(".") == 2:
        readers.append(year.numeric)
    if text.isdecimal() and len(text) <= 4:
        if len(text) <= 2 and s.traits & _MONTH:
            readers.append(absolute.day_first)
        if s.traits & ago.DISTANCE:
            readers.append(ago.ago)
        if len(text) > 2:
            readers.append(year.year)
    return readers


def _read(s: Setting, i: int) -> Match | None:
    """The date that starts at token ``i``."""
    token = s.tokens[i]
    if token.lower == "the":
        if word_at(s.tokens, i + 1) not in _AFTER_THE:
            return None
    elif token.lower in _ARTICLES and not s.traits & ago.DISTANCE:
        return None
    for reader in _number_readers(s, i) if token.is_number else _BY_WORD.get(token.lower, ()):
        found = reader(s, i)
        if found is not None:
            return found
    return None


def _with_part(s: Setting, i: int) -> Match | None:
    """ "early 1990", "mid-1996", "late Thursday", "the late 1970s": a part of the date after it."""
    if not s.tokens[i].traits & _PART:
        return None
    word = s.tokens[i].lower
    j = i + 2 if word_at(s.tokens, i + 1) == "-" else i + 1
    if word_at(s.tokens, j) in ("in", "on"):
        return None
    found = _read(s, j) if j < len(s.tokens) else None
    if found is None:
        return None
    wide = found.period.unit not in ("day", "weekday", "month-day") and _PARTS[word]
    period = periods.part_of(found.period, word) if wide else found.period
    return found._replace(first=i, period=period, approx=found.approx or bool(wide))


def _stretched(s: Setting, m: Match) -> Match:
    """``m`` with the end of its range: "from Monday to Wednesday", "between 1985 and 1987"."""
    before, link = word_at(s.tokens, m.first - 1), word_at(s.tokens, m.last)
    plain = m.period.unit in ("year", "day", "weekday", "month", "month-day")
    linked = (
        link == "through"
        or (link == "and" and before == "between")
        or (link == "to" and plain)
        or (link in ("until", "till") and before == "from")
        or link in ("-", "–", "—")
    )
    if not linked or m.last + 1 >= len(s.tokens):
        return m
    end = _read(s, m.last + 1)
    if end is None or end.period.unit != m.period.unit or not plain:
        return m
    low, high = m.period.low, end.period.low
    if (low and high and low >= high) or s.governor(m.first, m.last).word in _MOVED:
        return m
    return Match(m.first, end.last, periods.range_period(m.period, end.period), m.approx or end.approx)


def _fact(s: Setting, passage: Passage, m: Match) -> Fact:
    governor = s.governor(m.first, m.last)
    start, end = passage.span(m.first, m.last)
    low, high = m.period.low, m.period.high
    return Fact(
        "date", start, end, passage.text[start:end], m.period.value, m.period.unit, governor.word,
        low.isoformat() if low else None, high.isoformat() if high else None,
        role=governor.role, approx=m.approx,
    )  # fmt: skip


def _first_traits(traits: int) -> int:
    """The traits of the words that a date can begin with in a passage with these ``traits``."""
    at_a_distance = _FIRST_AT_A_DISTANCE if traits & ago.DISTANCE else 0
    return _FIRST | at_a_distance | (_FIRST_THE if traits & _NEXT_TO_THE else 0)


def find(passage: Passage, taken: Sequence[Fact]) -> list[Fact]:
    """The dates of a passage, left to right; none overlaps another or a fact in ``taken``."""
    first = _first_traits(passage.traits)
    s = Setting(passage.tokens, passage.traits, passage.published)
    facts: list[Fact] = []
    free = 0
    for i in [i for i, t in enumerate(s.tokens) if t.traits & first]:
        match = (_read(s, i) or _with_part(s, i)) if i >= free else None
        if match is None:
            continue
        match = _stretched(s, match)
        fact = _fact(s, passage, match)
        if is_open(taken, fact.start, fact.end):
            facts.append(fact)
            if match.period.low is not None:
                s = s._replace(previous=match.period)
        free = match.last
    return facts
