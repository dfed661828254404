"""Word knowledge written for general news: concepts, opposites, countries, names.

Everything here is plain data, parsed on first use and kept; the parts need no model
and no download.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import cache, lru_cache

from factcheck.lexicon.countries import gazetteer

#: Endings of regular inflection. A shared stem alone is not enough: "important" has the
#: stem of "import", "organ" that of "organize".
_INFLECTIONS = ("s", "es", "ed", "d", "ing")


#: Words whose entries are kept: those of two thousand articles, and a bulk job reads millions.
_MOST_WORDS = 50_000


@cache
def stemmer() -> Callable[[str], str]:
    """The English Snowball stemmer (M. F. Porter's second version), loaded on first use."""
    from Stemmer import Stemmer

    snowball = Stemmer("english").stemWord

    def stem(word: str) -> str:
        try:
            found: str = snowball(word)
        except UnicodeEncodeError:  # half of a surrogate pair: no word of any language
            return word
        return found

    return stem


@cache
def _concepts() -> tuple[Mapping[str, str], Mapping[str, str]]:
    """Word -> concept, and stem -> concept of the words that may be inflected."""
    from factcheck.lexicon.synonyms import groups

    words: dict[str, str] = {}
    inflected: list[str] = []
    for group in groups():
        concept_id = group[0].lstrip("=")
        for entry in group:
            word = entry.lstrip("=").replace("_", " ")
            words[word] = concept_id
            if entry[0] != "=" and " " not in word:
                inflected.append(word)
    # the shortest word owns a stem: "reporting" goes with "report", not with "reporter"
    stem, stems = stemmer(), {}
    for word in sorted(inflected, key=len, reverse=True):
        stems[stem(word)] = words[word]
    return words, stems


@lru_cache(maxsize=_MOST_WORDS)
def concept(word_lower: str) -> str | None:
    """The concept id of a lower-case word or two-word phrase, None if it is in no group.

    >>> concept("earthquakes") == concept("temblor")
    True
    >>> concept("handing over") == concept("transferred")
    True
    >>> concept("important") is None
    True
    """
    words, stems = _concepts()
    found = words.get(word_lower)
    if found is not None or " " in word_lower:
        return found
    if word_lower.endswith("'s"):
        return concept(word_lower[:-2])
    if not word_lower.endswith(_INFLECTIONS):
        return None
    return stems.get(stemmer()(word_lower))


def concept_of_stem(stem_lower: str) -> str | None:
    """The concept id of a word known only by its stem, such as the role of a polarity fact."""
    return _concepts()[1].get(stem_lower)


def _both_ways(pairs: Iterable[tuple[str, str]]) -> frozenset[tuple[str, str]]:
    keys = [(_key(a), _key(b)) for a, b in pairs]
    return frozenset(keys) | frozenset((b, a) for a, b in keys)


def _key(entry: str) -> str:
    """The term of a word or concept id of a table; only ids have an underscore."""
    return entry if "_" in entry else term(entry)


@lru_cache(maxsize=_MOST_WORDS)
def term(word_lower: str) -> str:
    """What a word is compared by: its concept or country where known, else its stem."""
    return concept(word_lower) or country_of(word_lower) or stemmer()(word_lower)


@cache
def _opposites() -> frozenset[tuple[str, str]]:
    from factcheck.lexicon.opposites import pairs

    return _both_ways(pairs())


@cache
def _parallels() -> frozenset[tuple[str, str]]:
    from factcheck.lexicon.opposites import parallels

    return _both_ways(parallels())


def opposite(term_a: str, term_b: str) -> bool:
    """Whether two terms exclude each other as outcomes of one event.

    >>> opposite("rise", "fall"), opposite("kill", "survive"), opposite("kill", "injure")
    (True, True, False)
    """
    return (term_a, term_b) in _opposites()


def parallel(term_a: str, term_b: str) -> bool:
    """Whether two terms name things side by side, so that a figure for one says nothing of
    the other.

    >>> parallel(term("women"), term("men")), parallel(term("revenue"), term("profit"))
    (True, True)
    """
    return (term_a, term_b) in _parallels()


@lru_cache(maxsize=10_000)
def country_of(word_lower: str) -> str | None:
    """The country, in lower case, that a country name or demonym stands for.

    >>> country_of("kazakh"), country_of("u.s."), country_of("moscow")
    ('kazakhstan', 'united states', None)
    """
    places = gazetteer()
    named = places.canonical.get(word_lower)
    if named is not None and named.lower() in places.countries:
        return named.lower()
    return places.demonyms.get(word_lower)


def metonym_of(word_lower: str) -> str | None:
    """The country whose government a capital's name may stand for ("Moscow said")."""
    return gazetteer().capitals.get(word_lower)
