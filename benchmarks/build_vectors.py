"""Learn which words are related from texts, for ``factcheck/data/vectors.npy``.

    python benchmarks/build_vectors.py TEXTS...

TEXTS are as for build_frequencies.py, which must have run before: row n of the result
belongs to stem n of ``factcheck/data/frequencies.txt``, so that only words in 20 texts or
more have one. A row is a direction of ``DIMENSIONS`` whole numbers from -127 to 127.

Words are related if they stand among the same words: positive pointwise mutual information
of stems and the stems near them, with smoothed context counts, factorised by a randomized
singular value decomposition with a fixed seed (Levy, Goldberg and Dagan, "Improving
Distributional Similarity with Lessons Learned from Word Embeddings", TACL 2015; its
recommended settings: contexts to the power .75, square root of the singular values).
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path

import numpy as np
from build_frequencies import texts
from scipy import sparse
from sklearn.utils.extmath import randomized_svd
from threadpoolctl import threadpool_limits

from factcheck.align.background import rows
from factcheck.facts.tokens import tokenize
from factcheck.lexicon import stemmer

VECTORS = Path(__file__).parent.parent / "factcheck" / "data" / "vectors.npy"
DIMENSIONS = 128
#: words to each side that count as near; a neighbour counts the less the farther it is
WINDOW = 5
#: exponent of the context counts: without it, rare contexts come out as the most telling
SMOOTHING = 0.75
#: texts counted at a time, for the memory's sake
_BATCH = 20_000


def counts(pool: Iterable[str], row: dict[str, int]) -> sparse.csr_matrix:
    """stems × stems: how often two stand near each other, by 1 / distance; symmetric."""
    total = sparse.csr_matrix((len(row), len(row)), dtype=np.float32)
    left = iter(pool)
    while some := list(islice(left, _BATCH)):
        total += _count(some, row)
    return (total + total.T).tocsr()


def _count(pool: Iterable[str], row: dict[str, int]) -> sparse.csr_matrix:
    stem, known = stemmer(), {}
    words: list[int] = []
    text_of: list[int] = []
    for number, text in enumerate(pool):
        for token in tokenize(text):
            if token.is_word:
                if token.lower not in known:
                    known[token.lower] = row.get(stem(token.lower), -1)
                words.append(known[token.lower])
                text_of.append(number)
    ids, owner = np.array(words, dtype=np.int64), np.array(text_of)
    found = sparse.csr_matrix((len(row), len(row)), dtype=np.float32)
    for distance in range(1, WINDOW + 1):
        left, right = ids[:-distance], ids[distance:]
        kept = (owner[:-distance] == owner[distance:]) & (left >= 0) & (right >= 0)
        weight = np.full(int(kept.sum()), 1 / distance, dtype=np.float32)
        found += sparse.coo_matrix((weight, (left[kept], right[kept])), shape=found.shape).tocsr()
    return found


def positive_pmi(near: sparse.csr_matrix) -> sparse.csr_matrix:
    """max(0, ln(p(word, context) / (p(word) p(context)))), contexts smoothed."""
    words = np.asarray(near.sum(axis=1)).ravel()
    contexts = words**SMOOTHING
    pairs = near.tocoo()
    with np.errstate(divide="ignore"):
        value = np.log(pairs.data * contexts.sum()) - np.log(words[pairs.row] * contexts[pairs.col])
    kept = value > 0
    return sparse.csr_matrix((value[kept], (pairs.row[kept], pairs.col[kept])), shape=near.shape)


def quantised(rows: np.ndarray) -> np.ndarray:
    """The directions of the rows as int8, the largest figure of each row at 127."""
    largest = np.maximum(np.abs(rows).max(axis=1, keepdims=True), 1e-12)
    whole: np.ndarray = np.rint(rows / largest * 127).astype(np.int8)
    return whole


def vectors(pool: Iterable[str], row: dict[str, int]) -> np.ndarray:
    """stems × DIMENSIONS int8; the same bytes each time (on another processor, a figure in a
    thousand may differ by one)."""
    with threadpool_limits(1):  # sums made by two threads are rounded differently
        u, s, _ = randomized_svd(positive_pmi(counts(pool, row)), DIMENSIONS, n_iter=4, random_state=0)
    return quantised(u * np.sqrt(s))


def _pool(paths: Iterable[str]) -> Iterator[str]:
    for path in paths:
        yield from texts(Path(path))


if __name__ == "__main__":
    np.save(VECTORS, vectors(_pool(sys.argv[1:]), rows()))
