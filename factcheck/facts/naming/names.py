"""Capitalised names of a document, sorted into persons, organisations and places.

Rules only: the words of a name, the words beside it, and what the rest of the document
says of it. A name without such a sign gets no kind and is no fact: a missed name costs
little, a wrong one spoils every comparison it enters.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from functools import lru_cache
from operator import attrgetter
from typing import NamedTuple

from factcheck.facts.naming.offices import office_of
from factcheck.facts.naming.parts import NameKind, Part, country_or_state, find_parts, known_kind, written
from factcheck.facts.naming.runs import Segment, find_segments, is_capital
from factcheck.facts.naming.spelling import folded, is_acronym_of, name_words, same_person
from factcheck.facts.tokens import Word, document_stream
from factcheck.lexicon.countries import gazetteer
from factcheck.lexicon.organisations import ACRONYMS
from factcheck.lexicon.people import FIRST_NAMES

_SHORT_FAMILY_NAME = 4  # letters; given names this short are in the lexicon
_FIRST = attrgetter("first")
_LONGEST_KNOWN = 5  # words of a name looked up in headings


class Name(NamedTuple):
    """``text[start:end]`` of a document. ``office`` is a person's, ``inside`` a place's."""

    start: int
    end: int
    text: str
    kind: NameKind
    value: str
    office: str | None = None
    inside: str | None = None


class Profile(NamedTuple):
    """All names of a document in order, and short name -> full name."""

    names: tuple[Name, ...]
    aliases: Mapping[str, str]


def _acronym_aliases(tokens: Sequence[Word], parts: Sequence[Part]) -> dict[str, str]:
    """ "Long Name (LN)" and "Long Name, or LN," where the initials agree."""
    found: dict[str, str] = {}
    for part in parts:
        i = part.last
        if i + 2 >= len(tokens) or " " not in part.text:
            continue
        bracket, comma = tokens[i].text == "(", (tokens[i].text, tokens[i + 1].lower) == (",", "or")
        if not (bracket or comma):
            continue
        at = stop = i + 1 if bracket else i + 2
        while stop < len(tokens) and tokens[stop].text not in (")", ",", "."):
            stop += 1
        short = written(tokens, at, stop) if stop > at else ""
        if is_acronym_of(short, part.text) or is_acronym_of(short.split("-")[0], part.text):
            found.setdefault(short, part.text)
    return found


def _surname_aliases(parts: Sequence[Part]) -> dict[str, str]:
    """Surname or later spelling -> the full name first given, where one person bears it."""
    bearers: dict[str, list[str]] = {}
    spellings: dict[str, str] = {}
    by_initial: dict[str, list[str]] = {}  # variants of a surname share its first letter
    for name in dict.fromkeys(p.text for p in parts if p.kind == "person" and " " in p.text):
        bare, last = name_words(name), name.split()[-1]
        earlier = by_initial.setdefault(folded(bare[-1])[:1], [])
        same = next((full for full in earlier if same_person(full, name)), None)
        if same is not None:
            spellings[name] = same
            continue
        earlier.append(name)
        shorts = {bare[-1], last if bare[-1] in last else bare[-1]}
        if len(bare[0]) <= _SHORT_FAMILY_NAME and bare[0].lower() not in FIRST_NAMES and bare[0].isalpha():
            shorts.add(bare[0])  # "Xi Jinping" is "Xi" later on
        for short in sorted(shorts):
            bearers.setdefault(short, []).append(name)
    taken = gazetteer().canonical
    single = {short: full[0] for short, full in bearers.items() if len(full) == 1}
    return {short: full for short, full in single.items() if short.lower() not in taken} | spellings


def _known_in_heading(tokens: Sequence[Word], segment: Segment, known: Mapping[str, NameKind]) -> list[Part]:
    """Names of a heading: only what the lexicon or the body of the text knows, longest first."""
    parts, i = [], segment.first
    while i < segment.last:
        step = 1
        if is_capital(tokens[i]):
            for last in range(min(i + _LONGEST_KNOWN, segment.last), i, -1):
                name = written(tokens, i, last)
                unsure = segment.shouting and len(name) < 4
                kind = known.get(name.lower()) or (None if unsure else known_kind(name))
                if kind:
                    parts.append(Part(i, last, name, kind))
                    step = last - i
                    break
        i += step
    return parts


def _value(kind: NameKind, name: str, aliases: Mapping[str, str]) -> str:
    if kind == "place":
        return gazetteer().canonical.get(name.lower(), name)
    return aliases.get(name) or (ACRONYMS.get(name, name) if kind == "org" else name)


def _inside(tokens: Sequence[Word], last: int) -> str | None:
    """The country or state written after a place: "Almaty, Kazakhstan"."""
    if last + 1 >= len(tokens) or tokens[last].text != ",":
        return None
    own = tokens[last - 1].lower
    if own in gazetteer().countries or gazetteer().inside.get(own) == "united states":
        return None  # a list of countries or states
    one = tokens[last + 1].text
    two = " ".join(t.text for t in tokens[last + 1 : last + 3])
    return country_or_state(two) or country_or_state(one)


@lru_cache(maxsize=16)
def profile(text: str) -> Profile:
    """The names and aliases of a whole document; the last few documents are kept."""
    stream = document_stream(text)
    tokens = stream.words
    segments = find_segments(tokens, stream.ends)
    parts = find_parts(tokens, segments)
    aliases = {**_surname_aliases(parts), **_acronym_aliases(tokens, parts)}
    known: dict[str, NameKind] = {p.text.lower(): p.kind for p in parts if p.kind}
    known |= {short.lower(): known[full.lower()] for short, full in aliases.items() if full.lower() in known}
    for segment in segments:
        if not segment.plain:
            parts.extend(_known_in_heading(tokens, segment, known))
    names = []
    for part in sorted(parts, key=_FIRST):
        kind = part.kind or known.get(part.text.lower())
        if kind is None:
            continue
        office = office_of(tokens, part.first, part.last, aliases) if kind == "person" else None
        inside = _inside(tokens, part.last) if kind == "place" else None
        start, end = stream.span(part.first, part.last)
        value = _value(kind, part.text, aliases)
        names.append(Name(start, end, text[start:end], kind, value, office, inside))
    return Profile(tuple(names), aliases)


def learn_aliases(text: str) -> dict[str, str]:
    """Short name -> full name, as the document itself introduces them.

    >>> learn_aliases("The Free Harbour League (FHL) met. Its head, Anna Brandt, spoke. Brandt left.")
    {'Brandt': 'Anna Brandt', 'FHL': 'Free Harbour League'}
    """
    return dict(profile(text).aliases)


def names_between(text: str, start: int, end: int) -> Sequence[Name]:
    """The names of a document that lie in ``text[start:end]``, in order."""
    names = profile(text).names
    first = last = bisect_left(names, (start,))
    while last < len(names) and names[last].end <= end:
        last += 1
    return names[first:last]
