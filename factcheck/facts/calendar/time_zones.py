"""Zones that news writes after a time, with their distance from GMT."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from factcheck.facts.calendar.words import word_at
from factcheck.facts.tokens import Word

#: Minutes east of GMT. IST is India's, CST and the like North America's, as in the press.
_OFFSETS = {
    "GMT": 0, "UTC": 0, "WET": 0, "BST": 60, "CET": 60, "CEST": 120, "EET": 120, "EEST": 180, "MSK": 180,
    "IST": 330, "PKT": 300, "WIB": 420, "HKT": 480, "SGT": 480, "AWST": 480, "JST": 540, "KST": 540,
    "AEST": 600, "AEDT": 660, "NZST": 720, "NZDT": 780,
    "EST": -300, "EDT": -240, "CST": -360, "CDT": -300, "MST": -420, "MDT": -360, "PST": -480, "PDT": -420,
    "Moscow": 180, "Beijing": 480, "Tokyo": 540, "Seoul": 540, "Jakarta": 420,
}  # fmt: skip
#: Without standard or daylight: the same zone agrees with itself, nothing is converted.
_NAMED = {"ET": "ET", "CT": "CT", "MT": "MT", "PT": "PT", "Eastern": "ET", "Central": "CT", "Pacific": "PT"}


class Zone(NamedTuple):
    """``name`` as it stands in Fact.unit, minutes east of GMT (None if unknown), the token after."""

    name: str
    offset: int | None
    last: int


def zone_at(tokens: Sequence[Word], i: int) -> Zone | None:
    """The zone at ``i``: "GMT", "EST", "local", "local time", "Moscow time", "(IST)"."""
    if i >= len(tokens):
        return None
    text, following = tokens[i].text, word_at(tokens, i + 1)
    if text == "(" and word_at(tokens, i + 2) == ")":
        inner = zone_at(tokens, i + 1)
        return Zone(inner.name, inner.offset, i + 3) if inner else None
    past_time = i + 2 if following == "time" else i + 1
    if text.lower() == "local":
        return Zone("local", None, past_time)
    if following in ("+", "-") and word_at(tokens, i + 2).isdigit() and text in ("GMT", "UTC"):
        return Zone(f"{text}{following}{tokens[i + 2].text}", None, i + 3)
    if text in _OFFSETS and (text.isupper() or past_time > i + 1):
        return Zone(text, _OFFSETS[text], past_time)
    if text.upper() in ("GMT", "UTC"):
        return Zone(text.upper(), 0, past_time)
    if text in _NAMED and (text.isupper() or past_time > i + 1):
        return Zone(_NAMED[text], None, past_time)
    if past_time > i + 1 and text[0].isupper():
        return Zone(f"{text} time", None, past_time)
    return None


def offset_of(name: str | None) -> int | None:
    """Minutes east of GMT of a zone named by ``zone_at``; None if unknown."""
    return _OFFSETS.get(name or "")
