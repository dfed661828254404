"""Persons, organisations and places: what is found, under which value, and what agrees."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.facts import org, person, place
from factcheck.facts.naming.names import learn_aliases, profile
from factcheck.facts.naming.spelling import folded, is_acronym_of, one_edit, same_person
from factcheck.facts.passage import read_passage
from factcheck.model import Fact

KINDS = {"person": person, "org": org, "place": place}


def names(text: str) -> list[tuple[str, str, str]]:
    passage = read_passage(text)
    facts: list[Fact] = []
    for module in KINDS.values():
        facts.extend(module.find(passage, facts))
    return [(f.kind, f.text, str(f.value)) for f in sorted(facts, key=lambda f: f.start)]


FOUND = [
    ("It rained all day in the hills.", [], "nothing but a capital at the start"),
    ("Officials closed the bridge on Monday in March.", [], "days and months are no names"),
    ("Heavy snow fell. Trains stopped. Nobody complained.", [], "every sentence starts with a capital"),
    ("The inquiry heard Marta Nowak on Tuesday.", [("person", "Marta Nowak", "Marta Nowak")], "a first name"),
    ("Zubeyda Okonjo, 41, won the race.", [("person", "Zubeyda Okonjo", "Zubeyda Okonjo")], "an age follows"),
    ("The vote is over, said Orvo Kettil.", [("person", "Orvo Kettil", "Orvo Kettil")], "a verb of saying"),
    ("A letter reached Mr. Okafor today.", [("person", "Okafor", "Okafor")], "an honorific"),
    (
        "The court freed Col. Gen. Ivar Holm.",
        [("person", "Ivar Holm", "Ivar Holm")],
        "ranks are not in the span",
    ),
    ("They met Anna Brandt's lawyer.", [("person", "Anna Brandt", "Anna Brandt")], "possessive cut"),
    ("The mast that fell in Zarbo crushed a car.", [("place", "Zarbo", "Zarbo")], "where it fell"),
    ("Shares in Zarbo dropped sharply.", [], "a company"),
    (
        "Anna Brandt flew home. Later Brandt slept.",
        [("person", "Anna Brandt", "Anna Brandt"), ("person", "Brandt", "Anna Brandt")],
        "the surname stands for the full name",
    ),
    (
        "Anna Brandt met Otto Brandt. Reporters saw Mr Brandt.",
        [
            ("person", "Anna Brandt", "Anna Brandt"),
            ("person", "Otto Brandt", "Otto Brandt"),
            ("person", "Brandt", "Brandt"),
        ],
        "two bearers: no alias",
    ),
    (
        "Omar al-Masri resigned, and Masri left.",
        [("person", "Omar al-Masri", "Omar al-Masri"), ("person", "Masri", "Omar al-Masri")],
        "article of an Arabic name",
    ),
    (
        "A speech by Kim Dae-jung followed.",
        [("person", "Kim Dae-jung", "Kim Dae-jung")],
        "lower-case second syllable",
    ),
    ("Funds went to the U.N. on Friday.", [("org", "U.N.", "United Nations")], "acronym in general use"),
    (
        "The Ministry of Health of Peru replied.",
        [("org", "Ministry of Health of Peru", "Ministry of Health of Peru")],
        "of",
    ),
    (
        "Peru's Health Ministry replied.",
        [("place", "Peru", "Peru"), ("org", "Health Ministry", "Health Ministry")],
        "clitic",
    ),
    (
        "The ferry left Aden for the Gulf of Aqaba.",
        [("place", "Aden", "Aden"), ("place", "Gulf of Aqaba", "Gulf of Aqaba")],
        "of",
    ),
    (
        "A fire broke out in Ulverby, Denmark.",
        [("place", "Ulverby", "Ulverby"), ("place", "Denmark", "Denmark")],
        "country",
    ),
    ("The village of Tarnok burned.", [("place", "Tarnok", "Tarnok")], "kind of place before"),
    ("The U.S. sent help.", [("place", "U.S.", "United States")], "canonical country"),
    ("New Delhi sent help.", [("place", "New Delhi", "New Delhi")], "a name that starts the sentence"),
    ("The Kazakh side agreed.", [], "an adjective is no place"),
    ("The U.S.-led force left.", [("place", "U.S.", "United States")], "participle after a hyphen"),
    ("The MV Ellida sank.", [], "a ship is no person"),
]


@pytest.mark.parametrize(("text", "expected", "reason"), FOUND, ids=[r for _, _, r in FOUND])
def test_names_found(text: str, expected: list[tuple[str, str, str]], reason: str) -> None:
    assert names(text) == expected, reason


def test_title_at_the_end_of_a_line() -> None:
    assert names("They heard the President  (left) and the Mayor  too.") == []


def test_heading_takes_only_known_words() -> None:
    text = (
        "Strong Storm Hits Norway As Brandt Urges Calm\n\nAnna Brandt, the mayor of Oslo, spoke of the storm."
    )
    assert names(text)[:2] == [("place", "Norway", "Norway"), ("person", "Brandt", "Anna Brandt")]
    assert names("STORM HITS NORWAY COAST TOWNS")[0] == ("place", "NORWAY", "Norway")


OFFICES = [
    ("Peruvian President Rosa Quispe spoke.", "president of peru", "demonym before"),
    ("The president of Peru, Rosa Quispe, spoke.", "president of peru", "of, comma"),
    ("Rosa Quispe, president of Peru, spoke.", "president of peru", "apposition after"),
    ("Rosa Quispe, the Peruvian president, spoke.", "president of peru", "demonym after"),
    ("UN Secretary-General Rosa Quispe spoke.", "secretary general of united nations", "hyphen, acronym"),
    (
        "The commander of the border force, General Rosa Quispe, spoke.",
        "commander of border force",
        "rank after comma",
    ),
    ("Peruvian president Rosa Quispe spoke.", "president of peru", "lower-case title"),
    ("Colonel Rosa Quispe spoke.", None, "a rank alone is no office"),
    ("Rosa Quispe, who chairs nothing, spoke.", None, "no office"),
]


@pytest.mark.parametrize(("text", "office", "reason"), OFFICES)
def test_office(text: str, office: str | None, reason: str) -> None:
    (found,) = person.find(read_passage(text), [])
    assert (found.text, found.of) == ("Rosa Quispe", office), reason


def test_former_holder_is_not_the_holder() -> None:
    (now,) = person.find(read_passage("The president of Peru, Rosa Quispe, spoke."), [])
    (then,) = person.find(read_passage("The former president of Peru, Luis Arce, spoke."), [])
    assert person.compare(now, then) is None


ALIASES = [
    ("The Northern Lakes Fund (NLF) paid.", {"NLF": "Northern Lakes Fund"}, "brackets"),
    ("The Northern Lakes Fund, or NLF, paid.", {"NLF": "Northern Lakes Fund"}, "or"),
    ("The Northern Lakes Fund (ABC) paid.", {}, "initials differ"),
    ("Ann Cole and Bob Cole paid.", {}, "two bearers of one surname"),
    (
        "Andrei Serov paid. Andrey Serov left.",
        {"Andrey Serov": "Andrei Serov", "Serov": "Andrei Serov"},
        "spelling",
    ),
    ("Ann Cole Jr. paid.", {"Cole": "Ann Cole Jr"}, "suffix is no surname"),
]


@pytest.mark.parametrize(("text", "expected", "reason"), ALIASES)
def test_aliases(text: str, expected: dict[str, str], reason: str) -> None:
    assert learn_aliases(text) == expected, reason


def test_aliases_of_the_passage_win() -> None:
    (found,) = org.find(read_passage("The WHO played.", aliases={"WHO": "The Who"}), [])
    assert found.value == "The Who"


def make(kind: str, value: str, of: str | None = None, unit: str | None = None) -> Fact:
    return Fact(kind, 0, len(value), value, value=value, of=of, unit=unit)  # type: ignore[arg-type]


COMPARED = [
    (make("person", "Kassym Tokayev"), make("person", "Kassym Tokaev"), "equal", "transliteration"),
    (make("person", "José Núñez"), make("person", "Jose Nunez"), "equal", "diacritics"),
    (make("person", "J. Brandt"), make("person", "Julia Brandt"), "equal", "initial"),
    (make("person", "Brandt"), make("person", "Julia Brandt"), "equal", "surname"),
    (make("person", "Anna Brandt"), make("person", "Julia Brandt"), None, "two given names"),
    (make("person", "Anna Hall"), make("person", "Anna Ball"), None, "short surnames differ by a letter"),
    (
        make("person", "Ann Cole", "mayor of york"),
        make("person", "Tim Reed", "mayor of york"),
        "conflict",
        "one mayor",
    ),
    (
        make("person", "Ann Cole", "mayor of york"),
        make("person", "Tim Reed", "mayor of leeds"),
        None,
        "two towns",
    ),
    (
        make("person", "Ann Cole", "spokesman of york"),
        make("person", "Tim Reed", "spokesman of york"),
        None,
        "many hold it",
    ),
    (
        make("person", "Ann Cole", "president"),
        make("person", "Tim Reed", "president"),
        None,
        "of what is unknown",
    ),
    (
        make("person", "Carl Reed", "king of oz"),
        make("person", "Karl Reed", "king of oz"),
        "equal",
        "c and k",
    ),
    (make("person", "Jo Reed", "king of oz"), make("person", "Al Reed", "king of oz"), None, "one family"),
    (make("org", "NATO"), make("org", "North Atlantic Treaty Organization"), "equal", "acronym"),
    (make("org", "Bolt Harbour Line"), make("org", "BHL"), "equal", "initials"),
    (
        make("org", "Ministry of Defence of Norway"),
        make("org", "Norwegian Defense Ministry"),
        "equal",
        "order, demonym",
    ),
    (
        make("org", "Defence Ministry"),
        make("org", "Norwegian Defence Ministry"),
        "compatible",
        "country left out",
    ),
    (make("org", "United Nations"), make("org", "United Nations Children's Fund"), None, "body and its part"),
    (make("org", "Health Ministry"), make("org", "Defence Ministry"), None, "two bodies can both act"),
    (make("place", "Almaty"), make("place", "Kazakhstan"), "compatible", "city in country"),
    (make("place", "Houston"), make("place", "United States"), "compatible", "city in state in country"),
    (
        make("place", "Ulverby", of="Denmark"),
        make("place", "Denmark"),
        "compatible",
        "country written beside it",
    ),
    (make("place", "Paris"), make("place", "Lyon"), None, "two places are no conflict"),
    (make("place", "Springfield", of="Ohio"), make("place", "Springfield", of="Texas"), None, "namesakes"),
    (
        make("place", "W", "arles", "direction"),
        make("place", "W", "arles", "direction"),
        "equal",
        "same direction",
    ),
    (
        make("place", "W", "arles", "direction"),
        make("place", "SW", "arles", "direction"),
        "compatible",
        "45 degrees",
    ),
    (
        make("place", "N", "arles", "direction"),
        make("place", "NW", "arles", "direction"),
        "compatible",
        "round the compass",
    ),
    (
        make("place", "W", "arles", "direction"),
        make("place", "S", "arles", "direction"),
        "conflict",
        "90 degrees",
    ),
    (
        make("place", "W", "arles", "direction"),
        make("place", "S", "nimes", "direction"),
        None,
        "another point",
    ),
    (
        make("place", "W", "bireun", "direction"),
        make("place", "W", "bireuen", "direction"),
        "equal",
        "spelling",
    ),
    (make("place", "Arles"), make("place", "W", "arles", "direction"), None, "a place is no direction"),
]


@pytest.mark.parametrize(("a", "b", "relation", "reason"), COMPARED, ids=[c[3] for c in COMPARED])
def test_compare(a: Fact, b: Fact, relation: str | None, reason: str) -> None:
    module = KINDS[a.kind]
    for x, y in ((a, b), (b, a)):
        result = module.compare(x, y)
        assert (result and result.relation) == relation, reason
        assert result is None or result.why


DIRECTIONS = [
    ("It lies 9 km west of Arles.", "west of Arles", "W", "arles"),
    ("It lies north-east of the town of Arles.", "north-east of the town of Arles", "NE", "arles"),
    ("It lies southwest of Port Louis.", "southwest of Port Louis", "SW", "port louis"),
    ("A blast hit a market south of the capital.", "south of the capital", "S", "capital"),
]


def test_direction_from_no_fixed_point() -> None:
    assert place.find(read_passage("Shots were heard north of the border."), []) == []


@pytest.mark.parametrize(("text", "span", "value", "of"), DIRECTIONS)
def test_directions(text: str, span: str, value: str, of: str) -> None:
    (found,) = place.find(read_passage(text), [])
    assert (found.text, found.value, found.of, found.unit) == (span, value, of, "direction")


def test_taken_spans_are_left_alone() -> None:
    text = "Anna Brandt waited."
    blocking = Fact("date", 0, 4, "Anna")
    assert person.find(read_passage(text), [blocking]) == []


@pytest.mark.parametrize(
    ("short", "name", "yes"),
    [
        ("CSTO", "Collective Security Treaty Organization", True),
        ("H-P", "Hewlett-Packard", True),
        ("A", "Apple", False),
    ],
)
def test_acronyms(short: str, name: str, yes: bool) -> None:
    assert is_acronym_of(short, name) is yes


WORDS = st.sampled_from(
    [
        "The",
        "Anna",
        "Brandt",
        "Mr.",
        "of",
        "U.S.",
        "President",
        "Ministry",
        "Peru",
        ",",
        "(",
        ")",
        ".",
        "NLF",
        "al",
        "-",
        "said",
        "“",
        "”",
        "'",
        "O’Neil",
        "in",
        "west",
        "Oslo",
        "12",
        "and",
        "é\n",
    ]
)


@given(st.lists(WORDS, max_size=30).map(" ".join))
def test_every_name_is_a_slice(text: str) -> None:
    last = 0
    for name in profile(text).names:
        assert text[name.start : name.end] == name.text
        assert name.start >= last
        last = name.end


@given(st.text(max_size=80))
def test_any_text_is_read(text: str) -> None:
    passage = read_passage(text)
    for module in KINDS.values():
        for fact in module.find(passage, []):
            assert text[fact.start : fact.end] == fact.text


@given(st.text("abcdeiyjkhz", max_size=8), st.text("abcdeiyjkhz", max_size=8))
def test_spelling_is_symmetric(a: str, b: str) -> None:
    assert one_edit(a, b) == one_edit(b, a)
    assert same_person(a, b) == same_person(b, a)
    assert folded(a) == folded(a.upper())
