"""Negation and denial: the cue, the predicate in its scope, and what negates nothing."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.facts import polarity
from factcheck.facts.passage import read_passage
from factcheck.facts.tokens import read_words
from factcheck.lexicon import stemmer
from factcheck.model import Fact

SCOPES = [
    ("The dam was not damaged.", "not", "negated", "damage", "dam", "passive: the subject is its object"),
    ("Crews did not find any survivors.", "not", "negated", "find", "survivors", "object"),
    ("The shell didn’t explode.", "didn’t", "negated", "explode", None, "contraction"),
    ("She never signed the letter.", "never", "negated", "sign", "letter", "never"),
    ("He failed to reach the shore.", "failed to", "negated", "reach", "shore", "failed to"),
    ("The union refused to accept the offer.", "refused to", "negated", "accept", "offer", "refused to"),
    ("The road is no longer closed.", "no longer", "negated", "closed", "road", "no longer"),
    ("No children were hurt.", "No", "negated", "hurt", "children", "no and a passive"),
    ("No guards or drivers were hurt.", "No", "negated", "hurt", "guards", "no over or"),
    ("There were no arrests.", "no", "negated", "arrests", "arrests", "no and a noun"),
    ("There was no evidence of fraud.", "no", "negated", "evidence", "fraud", "what the noun is of"),
    ("No one died.", "No one", "negated", "died", None, "bare verb"),
    ("The army denied the raid took place.", "denied", "denied", "raid", None, "the noun is denied"),
    ("The army denied shelling the port.", "denied", "denied", "shelling", "port", "gerund"),
    ("The army denied that its jets had bombed the port.", "denied", "denied", "bombed", "port", "clause"),
    ("He denied any links to the cartel.", "denied", "denied", "links", "cartel", "noun and its complement"),
    ("Police ruled out sabotage.", "ruled out", "denied", "sabotage", None, "ruled out"),
    ("The firm does not have any secret plans.", "not", "negated", "plans", "firm", "have before a noun"),
    ("The firm did not have strong sales.", "not", "negated", "sales", "firm", "have before an adjective"),
    ("It would not have happened.", "not", "negated", "happened", None, "have as an auxiliary"),
    ("She pleaded not guilty.", "not", "negated", "guilty", None, "adjective"),
]


@pytest.mark.parametrize(
    ("text", "cue", "value", "predicate", "of", "reason"), SCOPES, ids=[s[5] for s in SCOPES]
)
def test_scope(text: str, cue: str, value: str, predicate: str, of: str | None, reason: str) -> None:
    (found,) = polarity.find(read_passage(text), [])
    assert (found.text, found.value, found.role) == (cue, value, stemmer()(predicate)), reason
    assert found.of == of, reason
    assert text[found.start : found.end] == cue


PSEUDO = [
    "The storm not only flooded the port but cut the power.",
    "There is no doubt that the bridge fell.",
    "No fewer than nine boats sank.",
    "Voting begins on Friday, and not until noon.",
    "Not all of the crew were rescued.",
    "The team played No. 10 on Saturday.",
    "Whether or not it rains, the race begins.",
    "One cannot but admire the plan.",
    "The no-fly zone was extended.",
    "Heat was not the only cause of the fire.",
    "Two visitors were denied entry at the gate.",
    "No, the minister told reporters.",
]


@pytest.mark.parametrize("text", PSEUDO)
def test_pseudo_negation_is_no_fact(text: str) -> None:
    assert polarity.find(read_passage(text), []) == []


PREDICATES = [
    ("No one was killed or injured.", {"kill", "injur"}, "both of a pair"),
    ("The army did not deny the raid.", {"deni"}, "a negated denial denies nothing more"),
    ("The plane landed and the crew did not leave.", {"leav"}, "only the negated clause"),
    ("There were no deaths and the town was evacuated.", {"death"}, "the scope ends at and"),
    ("The army attacked the camp.", set(), "plain statement"),
]


@pytest.mark.parametrize(("text", "stems", "reason"), PREDICATES, ids=[p[2] for p in PREDICATES])
def test_negated_predicates(text: str, stems: set[str], reason: str) -> None:
    assert polarity.negated_predicates(read_words(text)) == stems, reason


def only(text: str) -> Fact:
    (found,) = polarity.find(read_passage(text), [])
    return found


COMPARED = [
    ("The dam was not damaged.", "The storm did not damage the dam.", True, "one predicate, one object"),
    ("The army denied bombing the camp.", "The army did not bomb the camp.", True, "denied and negated"),
    ("Nobody was hurt.", "No one was injured.", True, "two words for one thing"),
    ("The dam was not damaged.", "The bridge was not damaged.", False, "two objects"),
    ("The dam was not damaged.", "The dam was not inspected.", False, "two predicates"),
]


@pytest.mark.parametrize(("a", "b", "same", "reason"), COMPARED, ids=[c[3] for c in COMPARED])
def test_compare(a: str, b: str, same: bool, reason: str) -> None:
    x, y = only(a), only(b)
    results = [polarity.compare(x, y), polarity.compare(y, x)]
    assert [r is not None and r.relation == "equal" for r in results] == [same, same], reason


WORDS = st.sampled_from(
    [
        "not",
        "no",
        "never",
        "denied",
        "that",
        "the",
        "army",
        "had",
        "bombed",
        "or",
        "nor",
        ".",
        ",",
        "ruled",
        "out",
        "failed",
        "to",
        "n't",
        "didn't",
        "one",
        "-",
        "but",
        "10",
    ]
)


@given(st.lists(WORDS, max_size=25).map(" ".join))
def test_cues_are_slices_and_roles_are_listed(text: str) -> None:
    passage = read_passage(text)
    facts = polarity.find(passage, [])
    assert all(text[f.start : f.end] == f.text for f in facts)
    assert {f.role for f in facts} <= polarity.negated_predicates(passage.tokens)
