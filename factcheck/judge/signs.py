"""What sets a claim in the world, read once for each claim: names, days, countries, another time."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from factcheck.facts.calendar.words import MONTHS, SHORT_MONTHS, WEEKDAYS
from factcheck.facts.tokens import tokenize
from factcheck.judge.lookback import dates, looking_back, of_another_time
from factcheck.judge.reading import Reading
from factcheck.lexicon import term
from factcheck.lexicon.countries import gazetteer
from factcheck.model import NAMES, Claim, Fact

_CALENDAR = frozenset((*MONTHS, *SHORT_MONTHS, *WEEKDAYS))
#: behind these a sentence begins, and with it a capital that makes no name
_BEFORE_CAPITALS = frozenset(".!?:\"“'‘«")
_NO_NAMES: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Signs:
    """Names (as terms), days of the event, the years that these lie in with the unit each is
    given in, countries, and whether the claim looks back at another event or time.

    A country of None is a place the gazetteer does not know. ``capitals`` are the words with
    a capital, by term and as written, ``plain`` the others in lower case.
    """

    names: frozenset[str]
    days: tuple[Fact, ...]
    years: frozenset[tuple[int, str | None]]
    countries: frozenset[str | None]
    capitals: tuple[tuple[str, str], ...]
    plain: frozenset[str]
    earlier: bool
    background: bool  # the rest of its article tells of another time
    reading: Reading


def read_signs(claims: Sequence[Claim], current: int | None) -> dict[str, Signs]:
    """Id -> signs of each claim of an article; ``current`` is the year that is reported on."""
    earlier, background = looking_back(claims), of_another_time(claims, current)
    return {c.id: _signs(c, *back) for c, *back in zip(claims, earlier, background, strict=True)}


def _signs(claim: Claim, earlier: bool, background: bool) -> Signs:
    speaker = claim.speaker or ""
    names = _names_of_facts(claim, speaker)
    said = {t.lower for t in tokenize(speaker)} if speaker else _NO_NAMES
    tokens = tokenize(claim.text)
    capitals = [(place, key_of(t.lower)) for place, t in enumerate(tokens) if t.is_capital]
    for place, key in capitals:
        lower = tokens[place].lower
        inside = place > 0 and tokens[place - 1].text[-1] not in _BEFORE_CAPITALS
        if inside and lower not in said and lower not in _CALENDAR:
            names.add(key)
    days = dates(claim)
    return Signs(
        names=frozenset(names),
        days=days,
        years=frozenset([(int(str(f.low)[:4]), f.unit) for f in days if _in_one_year(f)]),
        countries=frozenset(
            [_country(str(f.value)) for f in claim.facts if f.kind == "place" and f.unit is None]
        ),
        capitals=tuple([(key, tokens[place].text) for place, key in capitals]),
        plain=frozenset([t.lower for t in tokens if t.is_word and not t.is_capital]),
        earlier=earlier,
        background=background,
        reading=Reading(claim),
    )


def key_of(lower: str) -> str:
    """What a word is compared by, points aside ("U.S.")."""
    return term(lower.replace(".", ""))


def _names_of_facts(claim: Claim, speaker: str) -> set[str]:
    return {
        key_of(t.lower)
        for f in claim.facts
        if f.kind in NAMES and f.unit is None and not is_speaker(f, speaker)
        for t in tokenize(str(f.value))
        if t.is_word
    }


def is_speaker(fact: Fact, speaker: str) -> bool:
    """Whether a name is that of who says the claim."""
    return bool(speaker) and (fact.text in speaker or speaker in str(fact.value))


def _in_one_year(day: Fact) -> bool:
    return bool(day.low) and str(day.low)[:4] == str(day.high)[:4]


def _country(place: str) -> str | None:
    known, key = gazetteer(), place.lower()
    while key not in known.countries:
        if key not in known.inside:
            return None
        key = known.inside[key]
    return key
