"""Candidate pairs: where a claim stands in its article, how short it is, and that large
inputs are aligned as small ones are."""

from __future__ import annotations

from unittest.mock import patch

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck import align as room
from factcheck.align import Pair, align, sparse
from factcheck.model import Article, Document
from factcheck.pipeline import understand_all

LONG = "The council of Osk approved a plan for a new bridge over the river and will pay for it with a loan."
#: sentences that share a word or two with every other
FILLER = "The council met group {} about the bridge."


def pairs(a: list[str], b: list[str]) -> list[Pair]:
    documents = [Document(name, " ".join(text), name) for name, text in (("a", a), ("b", b))]
    return align(understand_all(documents), 0.0)


def article(length: int, told_at: int) -> list[str]:
    return [LONG if n == told_at else FILLER.format(n) for n in range(length)]


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        (article(25, 0), article(25, 0), 0.0),
        (article(25, 10), article(25, 0), 0.5),
        (article(25, 3), article(25, 10), 0.5),  # the later one counts
        (article(25, 24), article(25, 24), 1.0),  # from the twentieth on, all is far down
        (article(25, 24), article(1, 0), 0.0),  # a single statement stands nowhere
        (article(25, 24), article(5, 0), 0.2),  # a short article has no depths
    ],
)
def test_how_far_down(first: list[str], second: list[str], expected: float) -> None:
    told = [p.late for p in pairs(first, second) if p.a.text == p.b.text == LONG]
    assert told == pytest.approx([expected])
    mirrored = [p.late for p in pairs(second, first) if p.a.text == p.b.text == LONG]
    assert mirrored == told


def test_the_shorter_claim_says_how_brief_a_pair_is() -> None:
    short, long = "The bridge fell.", LONG
    assert [p.brief for p in pairs([short], [long])] == pytest.approx([1 - 3 / 20])
    assert [p.brief for p in pairs([long], [long])] == [0.0]


def test_an_article_without_claims_has_no_pairs() -> None:
    assert align(understand_all([Document("a", "", "a"), Document("b", LONG, "b")]), 0.0) == []


# Small and large inputs ----------------------------------------------------------------------

_SENTENCES = st.lists(
    st.sampled_from("ferry sank storm harbour crew of the Zas 12 lawyer attorney".split()),
    min_size=1,
    max_size=7,
).map(lambda words: " ".join(words).capitalize() + ".")
_TEXTS = st.lists(st.lists(_SENTENCES, min_size=1, max_size=5).map(" ".join), min_size=2, max_size=5)
FLOOR = 0.05


def articles(texts: list[str]) -> list[Article]:
    return understand_all([Document(str(n), text, str(n)) for n, text in enumerate(texts)])


def as_large(found: list[Article], partners: int = 30, long: int = 200) -> list[Pair]:
    with (
        patch.object(room, "_SMALL", 0),
        patch.object(sparse, "PARTNERS", partners),
        patch.object(sparse, "_LONG", long),
    ):
        return align(found, FLOOR)


def keys(pairs: list[Pair]) -> list[tuple[str, str]]:
    return [(pair.a.id, pair.b.id) for pair in pairs]


@given(_TEXTS)
@settings(deadline=None)
def test_a_large_input_has_the_pairs_of_a_small_one(texts: list[str]) -> None:
    found = articles(texts)
    small, large = align(found, FLOOR), as_large(found)
    assert keys(large) == keys(small)
    for ours, theirs in zip(large, small, strict=True):
        assert ours[2:] == pytest.approx(theirs[2:], abs=1e-12)


@given(_TEXTS, st.integers(1, 3))
@settings(deadline=None)
def test_a_claim_keeps_its_best_partners(texts: list[str], most: int) -> None:
    found = articles(texts)
    every, kept = scores(align(found, FLOOR)), as_large(found, partners=most)
    assert {claim: values[:most] for claim, values in scores(kept).items()} == {
        claim: values[:most] for claim, values in every.items()
    }
    for pair in kept:
        assert any(round(pair.word, 9) in every[claim.id][:most] for claim in (pair.a, pair.b))
    assert keys(as_large(found, partners=most, long=0)) == keys(kept)  # each article asked by itself


def scores(pairs: list[Pair]) -> dict[str, list[float]]:
    """Of each claim the cosines with its partners, the best first."""
    found: dict[str, list[float]] = {}
    for pair in pairs:
        for claim in (pair.a, pair.b):
            found.setdefault(claim.id, []).append(round(pair.word, 9))
    return {claim: sorted(values, reverse=True) for claim, values in found.items()}


def test_claims_of_figures_alone() -> None:
    found = articles(["12. 14 15.", "12. 17."])
    assert keys(as_large(found)) == keys(align(found, FLOOR))
