"""The sparse top-k product against brute force."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.sparse import csr_array

from factcheck.align.topk import top_k

#: few values, so that equal cosines and equal rows are common
ROW = st.lists(st.sampled_from([0.0, 0.0, 0.0, 1.0, 2.0, 0.3]), min_size=6, max_size=6)
ROWS = st.lists(ROW, max_size=12)


def unit(rows: list[list[float]]) -> csr_array:
    dense = np.array(rows, dtype=np.float64).reshape(len(rows), 6)
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
        best = sorted(((-s, j) for s, j in scores if s > 0 and s >= floor))[:k]
        found.append({j: -s for s, j in sorted(best, key=lambda pair: pair[1])})
    return found


def as_rows(found: csr_array) -> list[dict[int, float]]:
    columns, values = found.indices.tolist(), found.data.tolist()
    return [dict(zip(columns[a:b], values[a:b], strict=True)) for a, b in pairwise(found.indptr.tolist())]


@given(ROWS, ROWS, st.integers(1, 14), st.sampled_from([0.0, 0.2, 0.5, 1.0]))
def test_as_brute_force(a: list[list[float]], b: list[list[float]], k: int, floor: float) -> None:
    queries, index = unit(a), unit(b)
    found = top_k(queries, index, k, floor)
    assert found.shape == (len(a), len(b))
    assert as_rows(found) == brute_force(queries, index, k, floor)


@pytest.mark.parametrize(
    ("values", "k", "floor", "message"),
    [
        ([1.0, 0.0], 0, 0.2, "k is 0"),
        ([1.0, 0.0], 5, -0.1, "floor is -0.1"),
        ([1.0, 0.0], 5, 1.5, "floor is 1.5"),
        ([-0.6, 0.8], 5, 0.2, "negative"),
        ([float("nan"), 0.0], 5, 0.2, "not a number"),
        ([1.0], 5, 0.2, "1 columns of the queries, 2 of the index"),
    ],
)
def test_refused(values: list[float], k: int, floor: float, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        top_k(csr_array(np.array([values])), csr_array(np.eye(2)), k, floor)
