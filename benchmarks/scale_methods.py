"""One search of N × N sentences in a process of its own, for scale.py.

    python benchmarks/scale_methods.py vectors SENTENCES COUNT FOLDER WORDS
    python benchmarks/scale_methods.py METHOD FOLDER

The first writes the TF-IDF matrix of the first COUNT sentences (scikit-learn's default, terms of
up to WORDS words, rows of length one) as .npy files; the second maps them into memory,
searches, and prints one line of JSON: CPU seconds of the search (libraries imported and code
compiled before), peak memory of the whole process with the mapped matrix, links found.
"""

from __future__ import annotations

import gzip
import itertools
import json
import resource
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
from scipy.sparse import csr_array

from factcheck.align.topk import top_k

K = 5
FLOOR = 0.2
_PARTS = ("data", "indices", "indptr")


def sentences(path: Path, count: int) -> list[str]:
    """The first ``count`` lines; ValueError when there are fewer."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        found = [line.rstrip("\n") for line in itertools.islice(lines, count)]
    if len(found) < count:
        raise ValueError(f"{path} has {len(found)} sentences, not {count}")
    return found


def write_vectors(path: Path, count: int, folder: Path, words: int) -> dict[str, float]:
    from sklearn.feature_extraction.text import TfidfVectorizer

    texts = sentences(path, count)
    start = time.process_time()
    matrix = TfidfVectorizer(ngram_range=(1, words)).fit_transform(texts)
    seconds = time.process_time() - start
    matrix.sort_indices()
    for part in _PARTS:
        np.save(folder / f"{part}.npy", getattr(matrix, part))
    (folder / "shape.json").write_text(json.dumps(matrix.shape), encoding="utf-8")
    return {"seconds": seconds}


def read_vectors(folder: Path) -> csr_array:
    parts = tuple(np.load(folder / f"{part}.npy", mmap_mode="r") for part in _PARTS)
    return csr_array(parts, shape=tuple(json.loads((folder / "shape.json").read_text(encoding="utf-8"))))


def naive(rows: csr_array) -> int:
    """What one writes first: dense products of 500 rows, and the best of each row."""
    found = 0
    for start in range(0, rows.shape[0], 500):
        product = (rows[start : start + 500] @ rows.T).toarray()
        best = np.argpartition(product, -K, axis=1)[:, -K:]
        found += int((np.take_along_axis(product, best, axis=1) >= FLOOR).sum())
    return found


def neighbours(rows: csr_array) -> int:
    from sklearn.neighbors import NearestNeighbors

    search = NearestNeighbors(n_neighbors=K, metric="cosine", algorithm="brute", n_jobs=1).fit(rows)
    distances, _ = search.kneighbors(rows)
    return int((1 - distances >= FLOOR).sum())


def sparse_dot_topn(rows: csr_array) -> int:
    from scipy.sparse import csr_matrix
    from sparse_dot_topn import sp_matmul_topn

    a = csr_matrix((np.array(rows.data), np.array(rows.indices), rows.indptr), shape=rows.shape)
    b = csr_matrix(a.T)
    return int(sp_matmul_topn(a, b, top_n=K, threshold=FLOOR, sort=False, n_threads=1).nnz)


def with_numba(rows: csr_array) -> int:
    return int(top_k(rows, rows, K, FLOOR, "numba").nnz)


def with_scipy(rows: csr_array) -> int:
    return int(top_k(rows, rows, K, FLOOR, "scipy").nnz)


METHODS: dict[str, Callable[[Any], int]] = {
    "naive": naive,
    "NearestNeighbors": neighbours,
    "sparse_dot_topn": sparse_dot_topn,
    "factcheck, scipy": with_scipy,
    "factcheck, numba": with_numba,
}


def measure(method: str, folder: Path) -> dict[str, float]:
    rows = read_vectors(folder)
    search = METHODS[method]
    search(csr_array(rows[:20]))
    start = time.process_time()
    found = search(rows)
    seconds = time.process_time() - start
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return {"seconds": seconds, "mib": peak, "found": found}


def main(arguments: list[str]) -> None:
    if arguments[0] == "vectors":
        result = write_vectors(Path(arguments[1]), int(arguments[2]), Path(arguments[3]), int(arguments[4]))
    else:
        result = measure(arguments[0], Path(arguments[1]))
    print(json.dumps(result))


if __name__ == "__main__":
    main(sys.argv[1:])
