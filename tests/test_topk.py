"""The sparse top-k product against brute force, from every engine."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.util import find_spec
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.sparse import csr_array, random_array

from factcheck.align.topk import Engine, products, top_k

COLUMNS = 12
#: few values, so that equal cosines and equal rows are common
ROW = st.lists(st.sampled_from([0.0, 0.0, 0.0, 1.0, 2.0, 0.3]), min_size=COLUMNS, max_size=COLUMNS)
ROWS = st.lists(ROW, max_size=20)
ENGINES: list[Engine] = ["scipy", "numba"] if find_spec("numba") else ["scipy"]


@pytest.fixture(scope="module", autouse=True)
def _small_blocks() -> Iterator[None]:
    """Blocks of a few rows, so that small examples have many."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(products, "ROWS", 7)
        patch.setattr(products, "_QUERIES", 11)
        if find_spec("numba"):
            from factcheck.align.topk import compiled

            patch.setattr(compiled, "ROWS", 7)
        yield


def unit(rows: list[list[float]]) -> csr_array:
    dense = np.array(rows, dtype=np.float64).reshape(len(rows), COLUMNS)
    lengths = np.sqrt((dense**2).sum(axis=1, keepdims=True))
    return csr_array(dense / np.where(lengths > 0, lengths, 1.0))


def cosine(a: list[float], b: list[float]) -> float:
    total = 0.0
    for x, y in zip(a, b, strict=True):
        total += x * y
    return total


def brute_force(queries: csr_array, index: csr_array, k: int, floor: float) -> list[dict[int, float]]:
    found = []
    for query in queries.toarray().tolist():
        scores = [(cosine(query, row), j) for j, row in enumerate(index.toarray().tolist())]
        best = sorted((-s, j) for s, j in scores if s > 0 and s >= floor)[:k]
        found.append({j: -s for s, j in sorted(best, key=lambda pair: pair[1])})
    return found


def as_rows(found: csr_array) -> list[dict[int, float]]:
    columns, values = found.indices.tolist(), found.data.tolist()
    return [dict(zip(columns[a:b], values[a:b], strict=True)) for a, b in pairwise(found.indptr.tolist())]


@pytest.mark.parametrize("engine", ENGINES)
@given(ROWS, ROWS, st.integers(1, 25), st.sampled_from([0.0, 0.2, 0.5, 1.0]))
@settings(deadline=None, max_examples=50)
def test_as_brute_force(
    engine: Engine, a: list[list[float]], b: list[list[float]], k: int, floor: float
) -> None:
    queries, index = unit(a), unit(b)
    found = top_k(queries, index, k, floor, engine)
    assert found.shape == (len(a), len(b))
    assert found.has_canonical_format
    assert as_rows(found) == brute_force(queries, index, k, floor)


@pytest.mark.parametrize("engine", ENGINES)
@given(ROWS, st.integers(1, 25), st.data())
@settings(deadline=None, max_examples=50)
def test_the_floor_is_reached_by_what_equals_it(
    engine: Engine, rows: list[list[float]], k: int, data: st.DataObject
) -> None:
    matrix = unit(rows)
    exact = sorted({s for row in brute_force(matrix, matrix, len(rows), 0.0) for s in row.values() if s <= 1})
    floor = data.draw(st.sampled_from(exact or [1.0]))
    assert as_rows(top_k(matrix, matrix, k, floor, engine)) == brute_force(matrix, matrix, k, floor)


def words(rows: int, columns: int, seed: int) -> csr_array:
    """Rows of some fifteen words with the frequencies of a language (Zipf)."""
    rng = np.random.default_rng(seed)
    frequency = 1 / np.arange(1, columns + 1)
    drawn = rng.choice(columns, size=(rows, 15), p=frequency / frequency.sum())
    places = np.repeat(np.arange(rows), 15)
    counts = csr_array((np.ones(rows * 15), (places, drawn.ravel())), shape=(rows, columns))
    weighted = counts.multiply(np.log(np.arange(columns) + 2.0)).tocsr()
    return csr_array(weighted.multiply(1 / np.sqrt(weighted.power(2).sum(axis=1))[:, None]).tocsr())


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize(("k", "floor"), [(1, 0.0), (5, 0.2), (40, 0.3), (5, 0.9)])
def test_words_as_in_sentences(engine: Engine, k: int, floor: float) -> None:
    queries, index = words(60, 300, 1), words(200, 300, 2)
    index = csr_array(index[np.r_[0:200, 50:60]])  # rows that are there twice
    assert as_rows(top_k(queries, index, k, floor, engine)) == brute_force(queries, index, k, floor)


@pytest.mark.parametrize("engine", ENGINES)
def test_any_form_of_the_matrices(engine: Engine) -> None:
    """Columns in any order, stored zeros, halves that add up, float32: the rows are the same."""
    rows = words(30, 100, 3)
    turned = csr_array(
        (
            np.concatenate([rows.data[::-1] / 2, rows.data[::-1] / 2, [0.0]]),
            (
                np.concatenate([np.repeat(np.arange(30), np.diff(rows.indptr))[::-1]] * 2 + [[3]]),
                np.concatenate([rows.indices[::-1]] * 2 + [[99]]),
            ),
        ),
        shape=rows.shape,
    )
    assert as_rows(top_k(turned, turned, 4, 0.1, engine)) == as_rows(top_k(rows, rows, 4, 0.1, engine))
    short = rows.astype(np.float32)
    assert as_rows(top_k(short, short, 4, 0.1, engine)) == brute_force(short, short, 4, 0.1)


def test_the_engine_is_chosen() -> None:
    rows = words(30, 100, 5)
    assert as_rows(top_k(rows, rows, 4, 0.1)) == brute_force(rows, rows, 4, 0.1)


def test_the_engines_agree_on_weights_without_order() -> None:
    rows = abs(random_array((300, 500), density=0.05, rng=np.random.default_rng(4), format="csr"))
    rows = csr_array(rows.multiply(1 / np.sqrt(rows.power(2).sum(axis=1))[:, None]).tocsr())
    found = [as_rows(top_k(rows, rows, 10, 0.1, engine)) for engine in ENGINES]
    assert all(each == found[0] for each in found)
    assert found[0] == brute_force(rows, rows, 10, 0.1)


@pytest.mark.parametrize(
    ("values", "k", "floor", "message"),
    [
        ([1.0, 0.0], 0, 0.2, "k is 0"),
        ([1.0, 0.0], 5, -0.1, "floor is -0.1"),
        ([1.0, 0.0], 5, 1.5, "floor is 1.5"),
        ([-0.6, 0.8], 5, 0.2, "negative"),
        ([float("nan"), 0.0], 5, 0.2, "not a number"),
        ([0.8, 0.8], 5, 0.2, "longer than one"),
        ([1.0], 5, 0.2, "1 columns of the queries, 2 of the index"),
    ],
)
def test_refused(values: list[float], k: int, floor: float, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        top_k(csr_array(np.array([values])), csr_array(np.eye(2)), k, floor)
