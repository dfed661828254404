"""Searching a block by scipy's sparse product: the way without the extra ``fast``."""

from __future__ import annotations

import numpy as np
from scipy.sparse import csr_array

from factcheck.align.topk.blocks import Array, Best, Block

#: rows of a block: their sums stay in the processor's first cache
ROWS = 4096
#: queries searched at once: 200 MB of products if every query met every row of a block
_QUERIES = 1024


def search(queries: csr_array, asked: csr_array, block: Block, best: Best, margin: float) -> None:
    """Puts the rows of the block into ``best`` that belong there.

    ``asked`` are the queries with columns renamed by rank; bounds are lowered by ``margin``.
    """
    needed = best.scores[:, -1] - margin
    lengths = np.sqrt(asked[:, : block.left_out].power(2).sum(axis=1))
    least = needed - lengths * block.lengths[0]
    order = np.argsort(least, kind="stable")  # so that one number serves all that are searched at once
    for start in range(0, len(order), _QUERIES):
        some = order[start : start + _QUERIES]
        products = asked[some, block.left_out :] @ block.postings
        query, row = _candidates(products, float(least[some[0]]), lengths[some], needed[some], block)
        _keep(queries, block, best, some[query], row)


#: each pair is looked at twice: products cost less here than the pairs that a row may want
search_within = search


def _candidates(
    products: csr_array, least: float, lengths: Array, needed: Array, block: Block
) -> tuple[Array, Array]:
    """Queries and rows of the block whose cosine may be what the query ``needed``: the product of
    ``lengths`` bounds what is not in ``products``, of which less than ``least`` is never enough."""
    close = np.flatnonzero(products.data >= least)
    query = np.searchsorted(products.indptr, close, side="right") - 1
    row = products.indices[close]
    # Where the left-out columns alone may be enough, every row they can carry is looked at.
    reach = np.searchsorted(-block.lengths, -needed / np.maximum(lengths, 1e-12), side="right")
    kept = products.data[close] + lengths[query] * block.lengths[row] >= needed[query]
    kept &= row >= reach[query]
    carried = np.repeat(np.arange(len(reach)), reach)
    first = np.repeat(np.cumsum(reach) - reach, reach)
    return (
        np.concatenate([query[kept], carried]),
        np.concatenate([row[kept], np.arange(len(carried)) - first]),
    )


def _keep(queries: csr_array, block: Block, best: Best, query: Array, row: Array) -> None:
    """Scores the pairs and keeps the best of each query."""
    scores = _cosines(queries, block.rows, query, row)
    place = block.places[row]
    worst, its = best.scores[query, -1], best.places[query, -1]
    kept = (scores > worst) | ((scores == worst) & (place < its))
    query, scores, place = query[kept], scores[kept], place[kept]
    k = best.scores.shape[1]
    touched = np.unique(query)
    known = best.places[touched] >= 0
    query = np.concatenate([query, np.repeat(touched, known.sum(axis=1))])
    scores = np.concatenate([scores, best.scores[touched][known]])
    place = np.concatenate([place, best.places[touched][known]])
    order = np.lexsort((place, -scores, query))
    query, scores, place = query[order], scores[order], place[order]
    nth = np.arange(len(query)) - np.searchsorted(query, query)
    first = nth < k
    best.scores[query[first], nth[first]] = scores[first]
    best.places[query[first], nth[first]] = place[first]


def _cosines(queries: csr_array, rows: csr_array, query: Array, row: Array) -> Array:
    """The exact cosine of each pair, summed in order of the columns."""
    shared = queries[query].multiply(rows[row]).tocsr()
    pair = np.repeat(np.arange(len(query)), np.diff(shared.indptr))
    return np.bincount(pair, weights=shared.data, minlength=len(query))
