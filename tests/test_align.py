"""Candidate pairs: where a claim stands in its article, and how short it is."""

from __future__ import annotations

import pytest

from factcheck.align import Pair, align
from factcheck.model import Document
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
