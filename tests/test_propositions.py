"""What a claim says, as predicates with their arguments."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck import Claim
from factcheck.lexicon.verbs import verb_form
from factcheck.model import Document
from factcheck.pipeline import understand_all
from factcheck.propositions import Proposition, Said, propositions
from factcheck.propositions.clashes import GENERAL
from factcheck.propositions.support import same_deed


def claim(text: str) -> Claim:
    (article,) = understand_all([Document("a", text, "a")])
    return article.claims[0]


def told(text: str) -> list[str]:
    """Each proposition on a line: "not" and the modality where it is none or not done."""
    return [_line(p) for p in propositions(claim(text))]


def _line(p: Proposition) -> str:
    modality = () if p.modality == "done" else (p.modality,)
    roles = (f"{role}={p.roles[role].text}" for role in sorted(p.roles))
    return " ".join((*(("not",) if p.negated else ()), *modality, p.predicate, *roles))


TOLD = [
    ("Irina Lund wrote the novel.", ["write agent=Irina Lund patient=the novel"]),
    ("The novel was written by Irina Lund.", ["write agent=Irina Lund patient=The novel"]),
    (
        "The man arrested on Friday was released and deported to Chad.",
        ["arrest patient=The man", "release patient=The man", "deport patient=The man to=Chad"],
    ),
    (
        "A bomb planted by rebels killed ten soldiers.",
        ["plant agent=rebels patient=A bomb", "kill agent=A bomb patient=ten soldiers"],
    ),
    (
        "The tanker that caught fire off Socotra belongs to Maersk.",
        ["catch agent=The tanker off=Socotra patient=fire", "own agent=Maersk patient=The tanker"],
    ),
    (
        "The deal which Ashgate signed failed.",
        ["sign agent=Ashgate patient=The deal", "fail agent=The deal"],
    ),
    ("Telenova has agreed to buy Gridline.", ["planned buy agent=Telenova patient=Gridline"]),
    ("The senate may approve the budget.", ["possible approve agent=The senate patient=the budget"]),
    ("The pilot tried to land the plane.", ["attempted land agent=The pilot patient=the plane"]),
    ("The army did not shell the port.", ["not shell agent=The army patient=the port"]),
    ("The probe failed to reach its orbit.", ["not arrive agent=The probe patient=its orbit"]),
    ("The mill stopped buying grain.", ["not buy agent=The mill patient=grain"]),
    ("Riva had yet to regain consciousness.", ["not regain agent=Riva patient=consciousness"]),
    ("None of the schools reopened.", ["not reopen agent=the schools"]),
    (
        "The mayor denied that the dam had failed.",
        ["deny agent=The mayor", "not fail agent=the dam"],
    ),
    ("Nor did she sign the treaty.", ["not sign agent=she patient=the treaty"]),
    ("Milltown is a subsidiary of Ernwell.", ["own agent=Ernwell patient=Milltown"]),
    (
        "Omar Sadiq, the head of the Falcons, resigned.",
        ["resign agent=Omar Sadiq", "lead agent=Omar Sadiq patient=the Falcons"],
    ),
    ("The union named Klara Brenn its leader.", ["lead agent=Klara Brenn patient=The union"]),
    ("Residents voted against the mine.", ["reject agent=Residents patient=the mine"]),
    ("The mill was sold to Orbis.", ["buy agent=Orbis patient=The mill"]),
    ("Talks were held in Oslo.", ["happen agent=Talks in=Oslo"]),
    ("The firm reported a loss of $5 million.", ["losses agent=The firm patient=5 million"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), TOLD)
def test_told(text: str, expected: list[str]) -> None:
    assert told(text) == expected


FORMS = [
    ("wrote", "write"), ("written", "write"), ("stopping", "stop"), ("carries", "carry"),
    ("visited", "visit"), ("admitted", "admit"), ("seized", "seize"), ("dying", "die"),
    ("overhauled", "overhaul"), ("building", None), ("bridge", None), ("during", None), ("speed", None),
]  # fmt: skip


@pytest.mark.parametrize(("word", "base"), FORMS)
def test_verb_forms(word: str, base: str | None) -> None:
    form = verb_form(word)
    assert (form.base if form else None) == base


def deed(one: str, other: str) -> float:
    return same_deed(Said(claim(one)), Said(claim(other)))


def test_same_deed_needs_predicate_and_argument() -> None:
    one = "The council approved the tram line."
    assert deed(one, "The tram line was approved by the council.") > 0.5
    assert deed(one, "The council rejected the tram line.") == 0
    assert deed(one, "Voters approved a hospital.") == 0
    assert deed(one, "The council did not approve the tram line.") == 0


_WORDS = (
    "the a police Oslo Irina Lund who which that was were not will to by of and , . said arrested killed buy"
    " denied bank on Friday 12 's has been failing never if no some after before , ; ( ) \" planned it named"
    " head subsidiary reported loss held meeting voted against for declined passed through left reach"
    " defeated back shipment - as became all"
).split()


def test_predicates_are_known_before_a_claim_is_parsed() -> None:
    """Those of verbs and of nouns with an owner, and what each may be told by."""
    said = Said(claim("Omar Sadiq, the head of the Falcons, declined the offer, and the meeting ended."))
    assert {"lead", "refuse", "end"} <= said.predicates
    assert "meet" not in said.predicates  # nobody's meeting


@settings(max_examples=300)
@given(st.lists(st.sampled_from(_WORDS), min_size=1, max_size=25))
def test_any_words_are_read(words: list[str]) -> None:
    text = " ".join(words)
    given_claim = Claim("x", "a", 0, len(text), text, ((0, len(text)),))
    found = propositions(given_claim)
    said = Said(given_claim)
    assert {p.predicate for p in found} - GENERAL <= said.predicates
    assert said.propositions == found
    for p in found:
        assert text[p.start : p.end] == p.word or p.start < p.end <= len(text)
        for argument in p.roles.values():
            assert 0 <= argument.start < argument.end <= len(text)
