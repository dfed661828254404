"""The index of a search in blocks of rows, and the best rows found so far."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np
from scipy.sparse import csr_array

Array = np.ndarray[Any, Any]

#: The length that a row's left-out columns may have. On news sentences .25 to .35 cost the
#: same: more columns left out are fewer multiplications but more pairs to look at.
_LEFT_OUT = 0.3
#: columns a block leaves out: at least, since without the very commonest nothing is gained,
#: and at most, since they are kept as a dense table
_FEWEST, _MOST = 8, 64


@dataclass(frozen=True, slots=True)
class Block:
    """n rows of the index, those with most in the left-out columns first.

    ``places`` (n) are their rows in the index, ``rows`` (n × columns) themselves, ``later``
    (ascending) the rows of the index that are in the blocks that follow. ``postings`` (float32)
    has a row for each rank from ``left_out`` on, n wide. In the columns ranked before, a row is
    at most as long as ``lengths`` (n) says and has at most ``scale[r] * table[i, r]`` (uint8)
    in the one of rank r.
    """

    places: Array
    later: Array
    rows: csr_array
    left_out: int
    postings: csr_array
    lengths: Array
    table: Array
    scale: Array


@dataclass(frozen=True, slots=True)
class Best:
    """For each of m queries its k best rows so far, best first: ``scores`` and ``places``
    (m × k), the place -1 where there is none yet and the score what must be surpassed."""

    scores: Array
    places: Array

    @staticmethod
    def empty(queries: int, k: int, floor: float) -> Best:
        least = max(np.nextafter(floor, -1.0), 0.0)
        return Best(np.full((queries, k), least), np.full((queries, k), -1, dtype=np.int64))

    def matrix(self, rows: int) -> csr_array:
        """m × rows, canonical."""
        order = np.argsort(self.places, axis=1)
        places = np.take_along_axis(self.places, order, axis=1)
        found = places >= 0
        ends = np.concatenate([[0], np.cumsum(found.sum(axis=1))])
        scores = np.take_along_axis(self.scores, order, axis=1)
        return csr_array((scores[found], places[found], ends), shape=(len(places), rows))


def commonness(queries: csr_array, index: csr_array) -> tuple[Array, float]:
    """The rank of each column, 0 for the one of most multiplications, and the number of all."""
    columns = index.shape[1]
    counts = [np.bincount(rows.indices, minlength=columns).astype(float) for rows in (queries, index)]
    cost = counts[0] * counts[1]
    rank = np.empty(columns, dtype=np.int32)
    rank[np.argsort(-cost, kind="stable")] = np.arange(columns, dtype=np.int32)
    return rank, float(cost.sum())


def ranked(rows: csr_array, rank: Array) -> csr_array:
    """The rows with their columns renamed and sorted by rank, in float32."""
    renamed = (rows.data.astype(np.float32), rank[rows.indices], rows.indptr)
    return csr_array(renamed, shape=rows.shape).tocsc().tocsr()  # twice transposed is sorted


def slack(queries: csr_array, index: csr_array) -> float:
    """What rounding to float32 may take from a bound: each of the products of a cosine and each
    addition loses at most 2**-24 of a sum of at most one; four times that is allowed."""
    longest = max(np.diff(rows.indptr).max(initial=0) for rows in (queries, index))
    return float(longest + 16) * 2.0**-22


def blocks(index: csr_array, listed: csr_array, size: int) -> Iterator[Block]:
    """All rows of the index, ``size`` to a block, those that can leave out few columns apart from
    those that can leave out many. ``listed`` are the same rows, ranked."""
    starts = range(0, index.shape[0], size)
    room = np.empty(index.shape[0], dtype=np.int32)
    for start in starts:
        room[start : start + size] = _room(listed[start : start + size])
    order = np.argsort(room, kind="stable")
    for start in starts:
        places = order[start : start + size]
        left_out = min(max(_FEWEST, int(room[places[0]])), index.shape[1])
        yield _block(index, listed, places, np.sort(order[start + size :]), left_out)


def _room(rows: csr_array) -> Array:
    """How many of the commonest columns each row can do without."""
    lengths = np.diff(rows.indptr)
    mass = np.concatenate([[0.0], np.cumsum(rows.data.astype(np.float64) ** 2)])
    within = mass[1:] - np.repeat(mass[rows.indptr[:-1]], lengths) <= _LEFT_OUT**2
    kept = np.concatenate([[0], np.cumsum(within)])
    fits = kept[rows.indptr[1:]] - kept[rows.indptr[:-1]]
    room = np.full(len(lengths), _MOST, dtype=np.int32)
    more = np.flatnonzero(fits < lengths)
    room[more] = np.minimum(rows.indices[rows.indptr[more] + fits[more]], _MOST)
    return room


def _block(index: csr_array, listed: csr_array, places: Array, later: Array, left_out: int) -> Block:
    head = listed[places, :left_out].toarray()
    # Upwards by more than the rounding of float32, so that they are bounds.
    lengths = (np.sqrt((head.astype(np.float64) ** 2).sum(axis=1)) * (1 + 1e-6)).astype(np.float32)
    order = np.argsort(-lengths, kind="stable")
    places = places[order]
    highest = head.max(axis=0, initial=0.0)
    scale = np.where(highest > 0, highest, np.float32(1)).astype(np.float32)
    return Block(
        places=places,
        later=later,
        rows=index[places],
        left_out=left_out,
        postings=csr_array(listed[places, left_out:].T.tocsr()),
        lengths=lengths[order],
        table=np.ceil(head[order] / scale * 255).astype(np.uint8),
        scale=scale / np.float32(255),
    )
