"""The k most similar rows of one sparse matrix for every row of another, exactly."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal

if TYPE_CHECKING:
    from scipy.sparse import csr_array

Engine = Literal["auto", "numba", "scipy"]

#: query rows whose products with the whole index are held at once
_ROWS = 256


def top_k(queries: csr_array, index: csr_array, k: int, floor: float, engine: Engine = "auto") -> csr_array:
    """For each of m query rows the at most ``k`` rows of the n in ``index`` with the largest
    cosine of at least ``floor``; of equal cosines the lower row of ``index`` wins.

    The rows of both have the same columns, no negative value and length one, or are empty.
    The result is m × n in float64, canonical (columns ascending, none twice). A cosine is
    the float64 sum of the products in ascending order of the columns; rows that share no
    column are never in the result, whatever the floor. ValueError when k is below one, the
    floor outside [0, 1], the columns differ or a value is negative or not a number.
    """
    import numpy as np
    from scipy.sparse import csr_array, vstack

    queries, index = _checked(queries, index, k, floor)
    turned = index.T.tocsr()
    parts = []
    for start in range(0, queries.shape[0], _ROWS):
        found = queries[start : start + _ROWS] @ turned
        parts.append(_best(found, k, floor))
    if not parts:
        return csr_array((0, index.shape[0]), dtype=np.float64)
    return csr_array(vstack(parts, format="csr"))


def _checked(queries: Any, index: Any, k: int, floor: float) -> tuple[Any, Any]:
    import numpy as np

    if k < 1:
        raise ValueError(f"k is {k}: at least one neighbour is wanted")
    if not 0 <= floor <= 1:
        raise ValueError(f"floor is {floor}: a cosine lies between 0 and 1")
    if queries.shape[1] != index.shape[1]:
        raise ValueError(f"{queries.shape[1]} columns of the queries, {index.shape[1]} of the index")
    for rows in (queries, index):
        if not (rows.data >= 0).all():
            raise ValueError("a value is negative or not a number")
    checked = []
    for rows in (queries, index):
        if not rows.has_canonical_format:
            rows = rows.copy()
            rows.sum_duplicates()
        checked.append(rows.astype(np.float64))
    return checked[0], checked[1]


def _best(found: Any, k: int, floor: float) -> Any:
    """The k largest values of each row that reach the floor."""
    import numpy as np
    from scipy.sparse import csr_array

    rows = np.repeat(np.arange(found.shape[0]), np.diff(found.indptr))
    kept = np.flatnonzero((found.data >= floor) & (found.data > 0))
    rows, columns, scores = rows[kept], found.indices[kept], found.data[kept]
    order = np.lexsort((columns, -scores, rows))
    rows, columns, scores = rows[order], columns[order], scores[order]
    firsts = np.searchsorted(rows, rows)
    top = np.arange(len(rows)) - firsts < k
    best = csr_array((scores[top], (rows[top], columns[top])), shape=found.shape)
    best.sum_duplicates()
    return best
