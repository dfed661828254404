"""The terms of a claim: facts and phrases in the places of their words."""

from __future__ import annotations

import pytest

from factcheck.align.terms import terms
from factcheck.lexicon import concept
from factcheck.model import Claim, Fact, FactKind

BEFORE = 7  # characters of the document before the claim


def claim(text: str, *found: tuple[FactKind, str]) -> Claim:
    """With facts of these kinds where these words stand first; the value is the text."""
    facts = []
    for kind, words in found:
        start = BEFORE + text.index(words)
        facts.append(Fact(kind, start, start + len(words), words, value=words))
    span = (BEFORE, BEFORE + len(text))
    return Claim("1", "a", *span, text, (span,), tuple(facts))


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        (claim(""), []),
        (claim("“ — ”"), []),
        (claim("Osk, again."), ["Osk", "again"]),
        (claim("Lot 7 burned"), ["Lot", "<count>", "burned"]),
        (claim("some 40 keys left", ("count", "40 keys")), ["some", "<count>", "left"]),
        (claim("40 keys", ("count", "40 keys")), ["<count>"]),
        # a slot takes the place of a name in it, a name that of a figure in it
        (claim("on Osk Day, rain", ("date", "Osk Day"), ("place", "Osk")), ["on", "<date>", "rain"]),
        (claim("Lot 7 burned", ("place", "Lot 7"), ("count", "7")), ["Lot 7", "burned"]),
        # of two slots the first and longest; the rest of one that reaches further stands again
        (claim("May 4 noon", ("date", "May 4"), ("count", "4")), ["<date>", "noon"]),
        (claim("May 4 noon", ("time", "4 noon"), ("date", "May 4")), ["<date>", "<time>"]),
        # every word of a full name is a term, each printed as the name is
        (claim("Ana Lind spoke", ("person", "Ana Lind")), ["Ana Lind", "Ana Lind", "spoke"]),
        # a name within a word is none
        (claim("Oskers spoke", ("place", "sk")), ["Oskers", "spoke"]),
        # a phrase counts once, even over the start of a fact
        (claim("they handed over Osk", ("place", "Osk")), ["they", "handed", "Osk"]),
        (claim("Handed over, handed in"), ["Handed", "handed", "in"]),
        (claim("handed over 9 keys", ("count", "over 9 keys")), ["handed", "<count>"]),
        (claim("she handed", ("place", "she")), ["she", "handed"]),
    ],
)
def test_terms(told: Claim, expected: list[str]) -> None:
    assert [t.key if t.key.startswith("<") else t.word for t in terms(told)] == expected


def test_a_phrase_is_its_concept() -> None:
    assert [t.key for t in terms(claim("Handed over"))] == [concept("handed over")]


def test_a_word_has_one_term() -> None:
    one, other = terms(claim("ferry, ferry"))
    assert one is other
    assert [t.name for t in terms(claim("Osk ferry", ("place", "Osk")))] == [True, False]
