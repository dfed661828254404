"""The lexicon: its size, that no word is in two groups, and that look-ups hold."""

from __future__ import annotations

import pytest

from factcheck.lexicon import concept, country_of, metonym_of, opposite, parallel, term
from factcheck.lexicon.countries import gazetteer, state_abbreviations
from factcheck.lexicon.opposites import pairs
from factcheck.lexicon.organisations import ACRONYMS, KNOWN_ORGS
from factcheck.lexicon.people import FIRST_NAMES, TITLE_WORDS, UNIQUE_TITLES
from factcheck.lexicon.synonyms import groups


def test_size() -> None:
    assert len(groups()) >= 250
    assert sum(map(len, groups())) >= 1500
    assert len(pairs()) >= 60
    assert len(gazetteer().countries) >= 190


def test_no_word_is_in_two_groups() -> None:
    words = [word.lstrip("=") for group in groups() for word in group]
    assert sorted({w for w in words if words.count(w) > 1}) == []


SAME = [
    ("killed", "deaths"),
    ("wounding", "injured"),
    ("handover", "transferring"),
    ("quakes", "temblor"),
    ("fled", "escaping"),
    ("bought", "acquisition"),
    ("pulled out", "withdrawal"),
    ("apprehended", "arrests"),
    ("policeman", "police"),
    ("commenced", "begun"),
    ("ships", "vessel"),
    ("aircraft", "planes"),
    ("resigned", "stepped down"),
    ("rallied", "rallies"),
]


@pytest.mark.parametrize(("a", "b"), SAME)
def test_same_concept(a: str, b: str) -> None:
    assert concept(a) is not None
    assert concept(a) == concept(b)


APART = [
    ("kill", "injure"),
    ("quake", "flood"),
    ("arrest", "convict"),
    ("boat", "plane"),
    ("rise", "fall"),
    ("storm", "stormed"),
]


@pytest.mark.parametrize(("a", "b"), APART)
def test_different_concepts(a: str, b: str) -> None:
    assert concept(a) != concept(b)


@pytest.mark.parametrize(
    "word", ["important", "bank", "charge", "news", "left", "the", "", "shared", "trained", "stormed"]
)
def test_words_of_no_group(word: str) -> None:
    assert concept(word) is None


@pytest.mark.parametrize("word", ["\ud800", "\udfffing"])
def test_half_a_character_is_its_own_term(word: str) -> None:
    assert (concept(word), term(word)) == (None, word)


def test_opposites_are_symmetric_and_apart() -> None:
    for a, b in pairs():
        x, y = (word if "_" in word else term(word) for word in (a, b))
        assert x != y
        assert opposite(x, y)
        assert opposite(y, x)
    assert not opposite("kill", "injure")
    assert not opposite("kill", "kill")


PARALLEL = [
    ("women", "men", True, "two groups"),
    ("revenue", "profits", True, "two lines of one account"),
    ("exports", "imports", True, "two directions"),
    ("revenue", "sales", False, "one thing by two names"),
    ("people", "persons", False, "one thing by two names"),
]


@pytest.mark.parametrize(("a", "b", "expected", "reason"), PARALLEL)
def test_parallels(a: str, b: str, expected: bool, reason: str) -> None:
    assert parallel(term(a), term(b)) is parallel(term(b), term(a)) is expected, reason


COUNTRIES = [
    ("kazakh", "kazakhstan"),
    ("russian", "russia"),
    ("u.s.", "united states"),
    ("americans", "united states"),
    ("britain", "united kingdom"),
    ("south korean", "south korea"),
    ("dutch", "netherlands"),
    ("burma", "myanmar"),
    ("moscow", None),
    ("table", None),
]


@pytest.mark.parametrize(("word", "country"), COUNTRIES)
def test_country_of(word: str, country: str | None) -> None:
    assert country_of(word) == country


def test_capitals_are_kept_apart() -> None:
    assert metonym_of("moscow") == "russia"
    assert metonym_of("washington") == "united states"
    assert metonym_of("lyon") is None


def test_gazetteer_is_closed() -> None:
    places = gazetteer()
    assert set(places.demonyms.values()) <= places.countries
    assert set(places.inside) <= set(places.canonical)
    assert {around for around in places.inside.values() if around not in places.canonical} == set()
    assert state_abbreviations()["Calif"] == "California"


def test_tables_hold_no_empty_or_upper_case_keys() -> None:
    for table in (FIRST_NAMES, TITLE_WORDS, UNIQUE_TITLES, KNOWN_ORGS):
        assert all(key and key == key.lower().strip() for key in table)
    assert all(short and full for short, full in ACRONYMS.items())
