"""What sets a claim in the world, read once for each claim: names, days, countries, another time."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from factcheck.facts.calendar.words import MONTHS, SHORT_MONTHS, WEEKDAYS
from factcheck.facts.tokens import Word, read_words
from factcheck.judge.lookback import dates, looking_back, of_another_time
from factcheck.judge.reading import Reading
from factcheck.lexicon import term
from factcheck.lexicon.countries import gazetteer
from factcheck.model import NAMES, Article, Claim, Fact

# No traits of words: they would begin the tables of words anew when this is imported.
_CALENDAR = frozenset((*MONTHS, *SHORT_MONTHS, *WEEKDAYS))
#: behind these a sentence begins, and with it a capital that makes no name
_OPENING = frozenset(".!?:\"“'‘«")
#: different words of a thousand articles
MOST_WORDS = 50_000
_NOBODY: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Signs:
    """Names (as terms), days of the event, the years that these lie in with the unit each is
    given in, countries, and whether the claim looks back at another event or time.

    A country of None is a place the gazetteer does not know. ``capitals`` are those of its
    ``words`` that begin with a capital.
    """

    names: frozenset[str]
    days: tuple[Fact, ...]
    years: frozenset[tuple[int, str | None]]
    countries: frozenset[str | None]
    words: tuple[Word, ...]
    capitals: tuple[Word, ...]
    earlier: bool
    background: bool  # the rest of its article tells of another time
    reading: Reading


def read_signs(article: Article, current: int | None) -> dict[str, Signs]:
    """Id -> signs of each claim of an article; ``current`` is the year that is reported on."""
    text, claims = article.document.text, article.claims
    earlier, background = looking_back(claims), of_another_time(claims, current)
    return {
        c.id: _signs(c, read_words(text, c.start, c.end), *back)
        for c, *back in zip(claims, earlier, background, strict=True)
    }


def _signs(claim: Claim, words: tuple[Word, ...], earlier: bool, background: bool) -> Signs:
    capitals = [place for place, word in enumerate(words) if word.is_capital]
    days = dates(claim)
    return Signs(
        names=_names(claim, words, capitals),
        days=days,
        years=frozenset([(int(str(f.low)[:4]), f.unit) for f in days if _in_one_year(f)]),
        countries=frozenset(
            [_country(str(f.value)) for f in claim.facts if f.kind == "place" and f.unit is None]
        ),
        words=words,
        capitals=tuple([words[place] for place in capitals]),
        earlier=earlier,
        background=background,
        reading=Reading(claim),
    )


@lru_cache(maxsize=MOST_WORDS)
def key_of(lower: str) -> str:
    """What a word is compared by, points aside ("U.S.")."""
    return term(lower.replace(".", ""))


def _names(claim: Claim, words: tuple[Word, ...], capitals: list[int]) -> frozenset[str]:
    """The terms of names and of other capitalised words within the sentence, its speaker's aside."""
    speaker = claim.speaker or ""
    said = frozenset([word.lower for word in read_words(speaker)]) if speaker else _NOBODY
    names: set[str] = set()
    for f in claim.facts:
        if f.kind in NAMES and f.unit is None and not is_speaker(f, speaker):
            names |= _name_keys(str(f.value))
    for place in capitals:
        lower = words[place].lower
        inside = place > 0 and words[place - 1].text[-1] not in _OPENING
        if inside and lower not in _CALENDAR and lower not in said:
            names.add(key_of(lower))
    return frozenset(names)


@lru_cache(maxsize=10_000)
def _name_keys(name: str) -> frozenset[str]:
    return frozenset([key_of(word.lower) for word in read_words(name) if word.is_word])


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
