"""Times of day: 5 p.m., 0737 GMT, 1100 hours, around noon, 00:26, 10 o'clock.

``value`` is HH:MM on the clock of ``unit``, the zone as written (GMT, EST, local; None when
none is given). ``low``/``high`` are the clock readings the words allow and wrap at midnight.

>>> from factcheck.facts.passage import read_passage
>>> def first(text):
...     return find(read_passage(text), ())[0]
>>> compare(first("It struck at 7:37 a.m. EST."), first("It struck at 1237 GMT.")).relation
'equal'
>>> compare(first("The call came at 1100 hours."), first("The call came around noon.")).relation
'conflict'
>>> compare(first("It struck at 7:37 AM local time."), first("It struck at 0737 GMT.")) is None
True
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from factcheck.facts.calendar.tense import governor
from factcheck.facts.calendar.time_compare import DAY, clock_text, compare
from factcheck.facts.calendar.time_zones import Zone, zone_at
from factcheck.facts.calendar.words import Small, cardinal_at, word_at
from factcheck.facts.passage import Passage, is_open
from factcheck.facts.tokens import NUMBER, Word, trait
from factcheck.model import Fact

__all__ = ["compare", "find"]

#: Minutes either side. "Around noon" is read as half an hour; a bare hour ("9 p.m.") is
#: rounded more often than a time with minutes, and agrees with 8:55 but not with 8:45.
_ABOUT, _ABOUT_MINUTE, _BARE_HOUR = 30, 15, 10
_ABOUT_WORDS = frozenset("about around approximately roughly circa nearly almost shortly just".split())
_SIDES = {"before": (-60, 0), "after": (0, 60)}
_CUES = frozenset(
    "at by from until till to since before after near between about around and , ( from".split()
)
_MERIDIEMS = {"am": 0, "a.m.": 0, "a.m": 0, "pm": 12, "p.m.": 12, "p.m": 12}
_NAMED = {"noon": 720, "midday": 720, "midnight": 0}
#: Without one of these only 7:30 or 1530 can be a time.
_TELLING, _SPACED = trait(("o'clock", "oclock", *_MERIDIEMS, *_NAMED)), trait(("m",))
TRAITS = NUMBER | _TELLING | _SPACED


class _Clock(NamedTuple):
    """A reading in minutes over ``tokens[first:last]``; ``half`` when a.m. or p.m. is unknown."""

    first: int
    last: int
    minute: int
    width: int = 0
    half: bool = False
    zone: Zone | None = None


def _hhmm(text: str) -> int | None:
    """Minutes after midnight of "7:37", "7.37" or "0737"; None if it is no clock reading."""
    hour, mark, minute = text.partition(":") if ":" in text else text.partition(".")
    if not mark and len(text) == 4:
        hour, minute = text[:2], text[2:]
    if not (hour.isdecimal() and minute.isdecimal() and len(minute) == 2 and len(hour) <= 2):
        return None
    return int(hour) * 60 + int(minute) if int(hour) < 24 and int(minute) < 60 else None


def _meridiem_after(tokens: Sequence[Word], i: int) -> Small | None:
    """a.m. or p.m. at ``i`` as hours to add, in any of its spellings."""
    word = word_at(tokens, i)
    if word in _MERIDIEMS:
        return Small(_MERIDIEMS[word], i + 1)
    if word in ("a", "p") and word_at(tokens, i + 1) in (".", "m"):
        j = i + 2 if word_at(tokens, i + 1) == "." else i + 1
        if word_at(tokens, j) == "m" and j > i + 1:
            return Small(12 if word == "p" else 0, j + 2 if word_at(tokens, j + 1) == "." else j + 1)
    return None


def _halved(hour_minute: int, add: int) -> int:
    """A twelve-hour reading with its half of the day: 12 a.m. is midnight."""
    return hour_minute % 720 + add * 60


def _bare_hour(tokens: Sequence[Word], i: int) -> Small | None:
    if word_at(tokens, i).startswith("0") or word_at(tokens, i - 1) in (":", "."):
        return None
    found = cardinal_at(tokens, i)
    return found if found and 1 <= found.value <= 12 and word_at(tokens, i) not in ("a", "an") else None


def _with_meridiem(tokens: Sequence[Word], i: int) -> _Clock | None:
    """ "7:37 AM", "5.30pm", "5 p.m.", "nine p.m."."""
    minute = _hhmm(tokens[i].text) if len(tokens[i].text) > 2 and not tokens[i].text.isdecimal() else None
    hour = None if minute is not None else _bare_hour(tokens, i)
    last = i + 1 if minute is not None else hour.last if hour else i
    half = _meridiem_after(tokens, last)
    if half is None or last == i:
        return None
    if minute is not None:
        return _Clock(i, half.last, _halved(minute, half.value)) if 60 <= minute < 780 else None
    return _Clock(i, half.last, _halved(hour.value * 60, half.value), _BARE_HOUR) if hour else None


def _on_the_clock(tokens: Sequence[Word], i: int) -> _Clock | None:
    """ "00:26", "at 9:30", "0737 GMT", "at 1530 local", "at 1100 hours": no a.m. or p.m."""
    text, cue = tokens[i].text, word_at(tokens, i - 1)
    minute = _hhmm(text) if ":" in text or (len(text) == 4 and text.isdecimal()) else None
    if minute is None:
        return None
    zone = zone_at(tokens, i + 1)
    hours = word_at(tokens, i + 1) in ("hours", "hrs", "hour", "h")
    if ":" in text:
        full_day = text.startswith("0") or minute >= 780 or hours or (zone is not None and zone.offset == 0)
        if cue in _CUES - {","} or zone or hours or text.startswith("0"):
            return _Clock(i, i + 1 + hours, minute, half=not full_day)
        return None
    if zone or (hours and (cue in _CUES or text.startswith("0"))):
        return _Clock(i, i + 1 + hours, minute)
    return None


def _in_words(tokens: Sequence[Word], i: int) -> _Clock | None:
    """ "noon", "12 midnight", "10 o'clock"."""
    j = i + 1 if word_at(tokens, i) == "12" else i
    word = word_at(tokens, j)
    if word in _NAMED and (tokens[j].text.islower() or j == 0):
        return _Clock(i, j + 1, _NAMED[word])
    hour = _bare_hour(tokens, i)
    if hour and word_at(tokens, hour.last) in ("o'clock", "oclock"):
        part = " ".join(t.lower for t in tokens[hour.last + 1 : hour.last + 4])
        add = (
            0
            if part.startswith("in the morning")
            else 12
            if part.startswith(("in the a", "in the e", "at night"))
            else None
        )
        if add is None:
            return _Clock(i, hour.last + 1, hour.value * 60 % DAY, _BARE_HOUR, half=True)
        return _Clock(i, hour.last + 1, _halved(hour.value * 60, add), _BARE_HOUR)
    return None


def _shared_meridiem(tokens: Sequence[Word], i: int) -> _Clock | None:
    """The first of "9 to 11 p.m." or "9:30-11:00 a.m.", which has its half from the second."""
    text = tokens[i].text
    minute = _hhmm(text) if ":" in text else None
    if minute is None and text.isdecimal() and 1 <= int(text) <= 12:
        minute = int(text) * 60
    link = word_at(tokens, i + 1)
    if minute is None or (
        link not in ("to", "-", "–") and (link, word_at(tokens, i - 1)) != ("and", "between")
    ):
        return None
    end = _with_meridiem(tokens, i + 2) if i + 2 < len(tokens) else None
    if end is None:
        return None
    start = _halved(minute, 12 if end.minute >= 720 else 0)
    if start > end.minute:
        start = (start + 720) % DAY
    return _Clock(i, i + 1, start, 0 if ":" in text else _BARE_HOUR, zone=zone_at(tokens, end.last))


def _read(tokens: Sequence[Word], i: int) -> _Clock | None:
    """The time that starts at token ``i``, with its zone."""
    token = tokens[i]
    if i and token.glued and tokens[i - 1].text not in "([\"'“‘-–—_":
        return None
    if token.is_number:
        found = (
            _with_meridiem(tokens, i)
            or _on_the_clock(tokens, i)
            or _in_words(tokens, i)
            or _shared_meridiem(tokens, i)
        )
    elif token.is_word:
        found = _in_words(tokens, i) or _with_meridiem(tokens, i)
    else:
        return None
    if found is None or found.zone is not None:
        return found
    zone = zone_at(tokens, found.last)
    return found._replace(last=zone.last, zone=zone) if zone else found


def _fact(passage: Passage, clock: _Clock) -> Fact:
    """``clock`` as a fact, widened by the approximator before it."""
    tokens, first = passage.tokens, clock.first
    word = word_at(tokens, first - 1)
    down = up = clock.width
    approx = word in _ABOUT_WORDS or word in _SIDES
    if word in _ABOUT_WORDS:
        down = up = _ABOUT if clock.minute % 30 == 0 else _ABOUT_MINUTE
    elif word in _SIDES:
        down, up = -_SIDES[word][0], _SIDES[word][1]
        approx = True
    if approx:
        first -= 1
        if word_at(tokens, first - 1) in ("just", "shortly", "soon"):
            first -= 1
    start, end = passage.span(first, clock.last)
    told = governor(tokens, first, clock.last)
    return Fact(
        "time", start, end, passage.text[start:end], clock_text(clock.minute),
        clock.zone.name if clock.zone else None, told.word,
        clock_text(clock.minute - down), clock_text(clock.minute + up), role=told.role, approx=approx,
    )  # fmt: skip


def _spaced_meridiem(passage: Passage) -> bool:
    """Whether "p. m." or "p m" is in the passage."""
    return any(b.lower == "m" and a.text in ".apAP" for a, b in pairwise(passage.tokens))


def find(passage: Passage, taken: Sequence[Fact]) -> list[Fact]:
    """The times of a passage, left to right; none overlaps a fact in ``taken`` (the dates)."""
    facts: list[Fact] = []
    tokens, free = passage.tokens, 0
    traits = passage.traits
    bare = bool(traits & _TELLING) or (bool(traits & _SPACED) and _spaced_meridiem(passage))
    starts: Sequence[int] = range(len(tokens))
    if not bare:
        starts = [i for i, t in enumerate(tokens) if t.is_number and (":" in t.text or len(t.text) == 4)]
    for i in starts:
        clock = _read(tokens, i) if i >= free else None
        if clock is None:
            continue
        fact = _fact(passage, clock)
        if is_open(taken, fact.start, fact.end):
            facts.append(fact)
        free = clock.last
    return facts
