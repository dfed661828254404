"""Related words: what the table of vectors says, and how far a claim covers another by it."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.align import relatedness
from factcheck.align.background import rows
from factcheck.align.relatedness import Words, related_cover
from factcheck.align.terms import Term
from factcheck.align.vocabulary import vocabulary

#: what a wheel may carry as figures
MOST_BYTES = 8_000_000


def claim(text: str) -> list[Term]:
    """Words as terms by themselves; a capital letter makes a name, digits a figure."""
    return [
        Term("<count>" if w.isdigit() else w.lower(), w, name=w[0].isupper())
        for w in (word.strip(".") for word in text.split())
    ]


def covered(a: str, b: str) -> float:
    return float(related_cover([claim(a), claim(b)])[0, 1])


# The table -----------------------------------------------------------------------------------


def test_every_stem_has_a_row() -> None:
    table = relatedness._vectors()
    assert table.shape == (len(rows()), 128)
    assert table.dtype == np.int8
    assert (np.abs(table.astype(int)).max(axis=1) <= 127).all()


def test_the_data_of_the_package_stay_small() -> None:
    data = [path for path in files("factcheck.data").iterdir() if path.is_file()]
    assert sum(len(path.read_bytes()) for path in data) <= MOST_BYTES


# Cover ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("a", "near", "far"),
    [
        ("lawyers objected", "attorneys objected", "farmers objected"),
        ("quake felt", "earthquake felt", "parliament felt"),
        ("the chairman resigned", "the chairman ousted", "the chairman sang"),
        ("a hurricane came", "a storm came", "a verdict came"),
    ],
)
def test_a_related_word_covers_more_than_another(a: str, near: str, far: str) -> None:
    assert covered(a, near) > covered(a, far)


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        ("storm", "storm", 1.0),
        ("storm", "parliament", 0.0),
        ("Kansas", "Texas", 0.0),  # names have no relatives
        ("kansas", "Texas", 0.0),  # nor is a word related to a name
        ("12", "15", 1.0),  # figures of a kind are one slot; what they say is judged elsewhere
        ("zzyzxq", "zzyzxw", 0.0),  # words without a vector count as themselves
        ("zzyzxq", "zzyzxq", 1.0),
        ("storm", "", 0.0),
        ("", "storm", 0.0),
    ],
)
def test_cover(a: str, b: str, expected: float) -> None:
    assert covered(a, b) == pytest.approx(expected)


def test_a_rare_word_weighs_more_than_a_common_one() -> None:
    assert covered("the bishop", "a bishop") > covered("the bishop", "the sponge")


_WORDS = st.sampled_from("storm hurricane Kansas verdict the 12 zzyzxq lawyer attorney Zas".split())
_CLAIMS = st.lists(st.lists(_WORDS, max_size=8).map(" ".join), min_size=1, max_size=6)


@given(_CLAIMS)
def test_a_cover_is_a_share_and_complete_by_the_claim_itself(texts: list[str]) -> None:
    cover = related_cover([claim(text) for text in texts])
    assert ((cover >= 0) & (cover <= 1)).all()
    assert np.diag(cover) == pytest.approx([float(bool(text)) for text in texts])


@given(_CLAIMS, st.randoms(use_true_random=False))
def test_the_order_of_claims_and_words_changes_nothing(texts: list[str], random: Any) -> None:
    order = random.sample(range(len(texts)), len(texts))
    mixed = [" ".join(random.sample(text.split(), len(text.split()))) for text in texts]
    given_order = related_cover([claim(text) for text in texts])
    other = related_cover([claim(mixed[n]) for n in order])
    assert other == pytest.approx(given_order[np.ix_(order, order)])


@given(_CLAIMS, st.data())
def test_a_part_of_the_claims_is_covered_as_among_all(texts: list[str], data: st.DataObject) -> None:
    some = st.lists(st.integers(0, len(texts) - 1), min_size=1, unique=True).map(sorted)
    left, right = np.array(data.draw(some)), np.array(data.draw(some))
    claims = [claim(text) for text in texts]
    whole = related_cover(claims)
    ours, theirs = Words(vocabulary(claims)).cover(left, right)
    assert ours == pytest.approx(whole[np.ix_(left, right)])
    assert theirs == pytest.approx(whole[np.ix_(right, left)].T)


# Learning ------------------------------------------------------------------------------------


def test_words_used_alike_come_out_alike(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(Path(__file__).parents[1] / "benchmarks"))
    import build_vectors

    monkeypatch.setattr(build_vectors, "DIMENSIONS", 4)
    monkeypatch.setattr(build_vectors, "_BATCH", 7)
    things = "ferri barg sail dock harbour tax law vote bill court".split()
    row = {stem: n for n, stem in enumerate(things)}
    pool = ["ferry sail dock", "barge sail dock harbour", "tax law vote", "bill law vote court"] * 5
    found = build_vectors.vectors(pool, row).astype(float)
    assert (build_vectors.vectors(iter(pool), row) == found).all()

    def cosine(a: str, b: str) -> float:
        x, y = found[row[a]], found[row[b]]
        return float(x @ y / (np.linalg.norm(x) * np.linalg.norm(y)))

    assert cosine("ferri", "barg") > 0.8 > 0.3 > cosine("ferri", "bill")
