"""Parts of capitalised runs: one name each, with the kind its words and neighbours tell."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from itertools import chain
from operator import attrgetter
from typing import Literal, NamedTuple

from factcheck.facts.naming.offices import apposition_before, is_title_word, title_before
from factcheck.facts.naming.runs import STARTERS, Run, Segment, find_runs
from factcheck.facts.tokens import Word, printed
from factcheck.lexicon import country_of
from factcheck.lexicon.countries import gazetteer, state_abbreviations
from factcheck.lexicon.organisations import ACRONYMS, KNOWN_ORGS, ORG_WORDS, PLACE_HEADS, PLACE_WORDS
from factcheck.lexicon.people import FIRST_NAMES, TITLE_MODIFIERS
from factcheck.lexicon.wordset import word_set

NameKind = Literal["person", "org", "place"]
_KEY = attrgetter("lower")
_SAYING = word_set("said says told added stated announced noted wrote tweeted explained warned")
_SETTLEMENTS = word_set("town city village port province island district region state county suburb camp")
_WHERE = word_set("in near outside")
_NO_ACRONYMS = word_set(
    """
    AM PM GMT EST EDT UTC BST TV OK CEO CFO COO MP DNA SUV PHOTO II III IV VI VII VIII IX XI
    """
)
_AFTER_PLACE = frozenset([",", ".", "", "on", "after", "when", "where", "to", "that", "said"])
#: What happens in a place rather than in a company ("shares in Ode rose").
_HAPPENING = word_set(
    "fell died broke began struck hit held found lives live born took went was were hid burst sank"
)
_NO_HAPPENING = word_set("invested interested involved specialised specialized believed")
_SHIPS = word_set("MV MT MS SS INS USS HMS HMAS")


class Part(NamedTuple):
    """``tokens[first:last]`` of one name, not yet resolved."""

    first: int
    last: int
    text: str
    kind: NameKind | None


def written(tokens: Sequence[Word], first: int, last: int) -> str:
    """The tokens as printed, each white space between them as one space."""
    if last - first == 1:
        return tokens[first].text
    return " ".join(printed(tokens[first:last]).split())


@lru_cache(maxsize=10_000)
def known_kind(name: str) -> NameKind | None:
    """The kind of a name found as a whole in the lexicon."""
    lower = name.lower()
    if lower in gazetteer().canonical and not (len(name) <= 3 and name.isalpha() and not name.isupper()):
        return "place"
    return "org" if name in ACRONYMS or lower in KNOWN_ORGS else None


@lru_cache(maxsize=10_000)
def _by_words(words: tuple[str, ...]) -> NameKind | None:
    """The kind the words of a name tell by themselves."""
    lower = [w.lower() for w in words]
    if len(lower) > 1 and lower[-1] in PLACE_WORDS and "of" not in lower[:2]:
        return "place"
    if len(lower) > 1 and (set(lower) & ORG_WORDS) and lower[0] not in FIRST_NAMES:
        return "org"
    if len(lower) > 1 and (lower[0] in PLACE_HEADS and lower[0] != "camp"):
        return "place"
    if len(lower) > 1 and lower[0] in FIRST_NAMES and len(lower) <= 5 and len(words[1]) > 1:
        return None if set(lower) & ORG_WORDS else "person"
    return None


def _by_neighbours(tokens: Sequence[Word], first: int, last: int) -> NameKind | None:
    """The kind the words beside a name tell."""
    before = tokens[first - 1].lower if first else ""
    two = tokens[first - 2].lower if first >= 2 else ""
    after = [t.lower for t in tokens[last : last + 3]] + ["", "", ""]
    words = [t for t in tokens[first:last] if t.is_word]
    if words[0].text in _SHIPS:
        return None
    titled, inside = title_before(tokens, first) < first, before in _WHERE
    capital = (titled or inside) and all(len(t.text) > 1 and t.text.isupper() for t in words)
    if titled and not capital:
        return "person"
    if len(words) >= 2 and after[0] == "," and after[1].isdigit() and len(after[1]) == 2 and after[2] == ",":
        return "person"
    if 2 <= len(words) <= 4 and (after[0] in _SAYING or before in _SAYING) and not words[-1].text.isupper():
        return "person"
    if before == "of" and two in _SETTLEMENTS:
        return "place"
    if after[0] in _SETTLEMENTS and len(words) <= 3:
        return "place"
    if len(words) >= 2 and after[0] == "," and apposition_before(tokens, first, {}):
        return "person"
    if after[0] == "," and _in_country(tokens, last + 1):
        return "place"
    if inside and len(words) <= 2 and not capital and after[0] not in ("'s", "-", "and"):
        happens = two in _HAPPENING or (two.endswith("ed") and two not in _NO_HAPPENING)
        # "the crane that fell in Oslo crushed three cars"
        verb = len(words) == 1 and happens and after[0].endswith("ed")
        return "place" if verb or after[0] in _AFTER_PLACE else None
    return None


def _in_country(tokens: Sequence[Word], i: int) -> bool:
    """Whether the country or state around a place follows at ``i``, in a word or two."""
    one = tokens[i].text if i < len(tokens) else ""
    two = f"{one} {tokens[i + 1].lower.title() if i + 1 < len(tokens) else ''}"
    return country_or_state(one) is not None or country_or_state(two) is not None


@lru_cache(maxsize=10_000)
def country_or_state(name: str) -> str | None:
    """Canonical country or state of a name as written after "Boston, "."""
    state = state_abbreviations().get(name)
    if state:
        return state
    lower = name.lower()
    places = gazetteer()
    found = places.canonical.get(lower)
    around = places.inside.get(lower)
    return found if found and (found.lower() in places.countries or around == "united states") else None


class _Reading(NamedTuple):
    """What the words of a run tell by themselves, wherever it stands."""

    text: str
    known: NameKind | None  # as a whole, in the lexicon
    kind: NameKind | None  # by its words
    acronym: NameKind | None
    titled: bool
    nameless: bool  # an adjective of a country, or nothing but the words of a title
    demonym_first: bool


@lru_cache(maxsize=10_000)
def _read_run(tokens: tuple[Word, ...]) -> _Reading:
    text = written(tokens, 0, len(tokens))
    words = tuple([t.text for t in tokens if t.is_word])
    kind = _by_words(words)
    return _Reading(
        text,
        known_kind(text),
        kind,
        _acronym(words),
        any(map(is_title_word, tokens)),
        country_of(text.lower()) is not None or all(t.lower in TITLE_MODIFIERS for t in tokens),
        kind is None and len(words) > 1 and country_of(words[0].lower()) is not None,
    )


def _split_run(tokens: Sequence[Word], run: Run) -> list[Part]:
    """The names in a run: "Kazakh President Kassym-Jomart Tokayev" holds one, after a title."""
    first, last = run.first, run.last
    reading = _read_run(tuple(tokens[first:last]))
    if reading.known:
        return [Part(first, last, reading.text, reading.known)]
    titled = _after_title(tokens, run) if reading.titled else None
    if titled is not None:
        return titled
    if reading.nameless:
        return []
    if reading.demonym_first:
        return _split_run(tokens, Run(first + 1, last, False))
    kind = reading.kind or _by_neighbours(tokens, first, last) or reading.acronym
    return [Part(first, last, reading.text, kind)]


def _after_title(tokens: Sequence[Word], run: Run) -> list[Part] | None:
    """The person after the last title of a run and the names before it; None if it names a body."""
    first, last = run.first, run.last
    i = next(i for i in range(last - 1, first - 1, -1) if is_title_word(tokens[i]))
    rest = i + 1
    while rest < last and not tokens[rest].is_word:
        rest += 1
    if rest + 1 < last and tokens[rest].lower == "of":
        rest += 2
    lower = {t.lower for t in tokens[rest:last]}
    if rest < last and (lower & ORG_WORDS) and tokens[rest].lower not in FIRST_NAMES:
        return None
    start = min(title_before(tokens, i + 1), i)
    parts = _split_run(tokens, Run(first, start, run.initial)) if start > first else []
    if rest < last:
        parts.append(Part(rest, last, written(tokens, rest, last), "person"))
    return parts


def _acronym(words: Sequence[str]) -> NameKind | None:
    word = words[0] if len(words) == 1 else ""
    return (
        "org"
        if 2 < len(word) <= 6 and word.isupper() and word.isalpha() and word not in _NO_ACRONYMS
        else None
    )


def _trim(tokens: Sequence[Word], run: Run, seen: frozenset[str]) -> Run | None:
    """A run that opens its sentence or with "The", without its first word if that is no part of a name."""
    word = tokens[run.first]
    pair = word.lower if run.last - run.first == 1 else f"{word.lower} {tokens[run.first + 1].lower}"
    if pair in gazetteer().canonical or pair in KNOWN_ORGS:
        return run
    listed = word.lower in FIRST_NAMES or known_kind(word.text) is not None
    known = listed or word.lower in seen or (len(word.text) > 1 and word.text.isupper())
    alone = run.last - run.first == 1
    if word.lower not in STARTERS and (known or not alone or is_title_word(word)):
        return run
    return None if alone else Run(run.first + 1, run.last, False)


def find_parts(tokens: Sequence[Word], segments: Sequence[Segment]) -> list[Part]:
    found = [(s, find_runs(tokens, s)) for s in segments if s.plain]
    certain = [run for _, runs in found for run in runs if not run.initial]
    seen = frozenset(chain.from_iterable([map(_KEY, tokens[run.first : run.last]) for run in certain]))
    parts = []
    for _, runs in found:
        for run in runs:
            plain = not run.initial and tokens[run.first].lower != "the"
            kept = run if plain else _trim(tokens, run, seen)
            while kept is not None and not tokens[kept.first].is_word:
                kept = Run(kept.first + 1, kept.last, False) if kept.last - kept.first > 1 else None
            if kept is not None:
                parts.extend(_split_run(tokens, kept))
    return parts
