"""The k most similar rows of one sparse matrix for every row of another, exactly.

The multiplications of a plain product are nearly all of the commonest words (ten of them
are 78 % of aligning a set of news sentences with itself), which weigh least. So the columns
are ranked by what they would cost, and the index is searched in blocks of rows that leave
out their commonest columns; what those can add to a cosine is bounded by the product of
the two partial lengths (Cauchy and Schwarz), and only pairs whose bound reaches the
query's k-th best so far are scored exactly. The bounds of all-pairs search are from
Bayardo, Ma and Srikant, "Scaling up all pairs similarity search" (WWW 2007), and
Anastasiu and Karypis, "L2AP" (ICDE 2014).
"""

from __future__ import annotations

import sys
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any, Literal

if TYPE_CHECKING:
    from scipy.sparse import csr_array

Engine = Literal["auto", "numba", "scipy"]

#: Multiplications of the plain product from which loading the compiled search is repaid: it takes
#: 0.5 s, which is what scipy takes longer for 10,000 × 10,000 sentences.
_WORTH_COMPILED = 2e8
#: a row of length one that was rounded to float32 is not longer than this
_LONGEST = 1 + 1e-5


def top_k(queries: csr_array, index: csr_array, k: int, floor: float, engine: Engine = "auto") -> csr_array:
    """For each of m query rows the at most ``k`` rows of the n in ``index`` with the largest
    cosine of at least ``floor``; of equal cosines the lower row of ``index`` wins.

    The rows of both have the same columns, no negative value, and length one or are empty.
    The result is m × n in float64, canonical (columns ascending, none twice). A cosine is
    the float64 sum of the products in ascending order of the columns, the same from every
    engine; rows that share no column are never in the result, whatever the floor.
    ``auto`` takes numba (extra ``fast``) where it is installed and the product is large
    enough to repay loading it, or has been. Where ``index`` is the same object as ``queries``,
    numba looks at each pair once. ValueError when k is below one, the floor outside [0, 1], the
    columns differ, a value is negative or not a number, or a row longer than one.
    """
    from factcheck.align.topk.blocks import Best, blocks, commonness, ranked, slack

    queries, index = _checked(queries, index, k, floor)
    rank, cost = commonness(queries, index)
    best = Best.empty(queries.shape[0], min(k, max(index.shape[0], 1)), floor)
    asked = ranked(queries, rank)
    listed = asked if index is queries else ranked(index, rank)
    margin = slack(queries, index)
    if engine == "numba" or (engine == "auto" and _worth_compiled(cost)):
        from factcheck.align.topk.compiled import ROWS, search, search_within
    else:
        from factcheck.align.topk.products import ROWS, search, search_within
    for block in blocks(index, listed, ROWS):
        (search_within if index is queries else search)(queries, asked, block, best, margin)
    return best.matrix(index.shape[0])


def _worth_compiled(cost: float) -> bool:
    if "factcheck.align.topk.compiled" in sys.modules:
        return True
    return cost >= _WORTH_COMPILED and find_spec("numba") is not None


def _checked(queries: Any, index: Any, k: int, floor: float) -> tuple[Any, Any]:
    if k < 1:
        raise ValueError(f"k is {k}: at least one neighbour is wanted")
    if not 0 <= floor <= 1:
        raise ValueError(f"floor is {floor}: a cosine lies between 0 and 1")
    if queries.shape[1] != index.shape[1]:
        raise ValueError(f"{queries.shape[1]} columns of the queries, {index.shape[1]} of the index")
    asked = _checked_rows(queries)
    return asked, asked if index is queries else _checked_rows(index)


def _checked_rows(rows: Any) -> Any:
    import numpy as np
    from scipy.sparse import csr_array

    if not (rows.data >= 0).all():
        raise ValueError("a value is negative or not a number")
    rows = csr_array(rows)
    if not rows.has_canonical_format:
        rows = rows.copy()
        rows.sum_duplicates()
    rows = rows.astype(np.float64, copy=False)
    if (rows.power(2).sum(axis=1) > _LONGEST**2).any():
        raise ValueError("a row is longer than one")
    return rows
