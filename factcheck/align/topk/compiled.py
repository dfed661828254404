"""Searching a block by code that numba compiles: the extra ``fast``.

All counters are unsigned, since numba guards a signed index against being negative, and
the loops are written so that the compiler makes vector instructions of them; each of the
two is a third of the time.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any

import numba
import numpy as np
from scipy.sparse import csr_array

from factcheck.align.topk.blocks import Array, Best, Block

#: rows of a block: sums, lengths and postings stay in the processor's caches, and 16 bits number
#: them; 4,096 to 16,384 cost the same
ROWS = 8192
#: rows of a block that are looked at together
_CHUNK = 32
_STEP = np.uint32(_CHUNK)
_ZERO = np.uint32(0)
_ONE = np.uint64(1)


def _compiled(function: Callable[..., Any]) -> Any:
    """Compiled at its first call; the machine code is kept on disk where there is a place."""
    try:
        return numba.njit(nogil=True, cache=True)(function)
    except RuntimeError:  # neither the package nor the user's cache folder can be written
        return numba.njit(nogil=True)(function)


def search(queries: csr_array, asked: csr_array, block: Block, best: Best, margin: float) -> None:
    """Puts the rows of the block into ``best`` that belong there.

    ``asked`` are the queries with columns renamed by rank; bounds are lowered by ``margin``.
    """
    _ask(queries, asked, block, best, margin, np.arange(queries.shape[0]), mutual=False)


def search_within(queries: csr_array, asked: csr_array, block: Block, best: Best, margin: float) -> None:
    """The same where the index is the queries: each pair of rows is looked at once, for both."""
    _ask(queries, asked, block, best, margin, np.sort(block.places), mutual=False)
    for start in range(0, len(block.later), ROWS):
        _ask(queries, asked, block, best, margin, block.later[start : start + ROWS], mutual=True)


def _ask(
    queries: csr_array,
    asked: csr_array,
    block: Block,
    best: Best,
    margin: float,
    asking: Array,
    *,
    mutual: bool,
) -> None:
    chunks = -(-len(block.places) // _CHUNK)
    wanted = np.full(chunks * _CHUNK, np.inf, dtype=np.float32)
    if mutual:
        wanted[: len(block.places)] = best.scores[block.places, -1] - margin
    _search(
        _parts(queries),
        (
            asked.indptr.astype(np.uint64),
            asked.indices.astype(np.int32, copy=False).view(np.uint32),
            asked.data,
        ),
        _parts(block.rows),
        (
            block.postings.indptr.astype(np.uint32),
            block.postings.indices.astype(np.uint16),
            block.postings.data,
        ),
        (np.uint32(block.left_out), block.lengths[::_CHUNK].copy(), block.table, block.scale),
        wanted.reshape(chunks, _CHUNK).min(axis=1),
        block.places,
        asking.astype(np.uint64),
        mutual,
        best.scores,
        best.places,
        margin,
        np.zeros(chunks * _CHUNK, dtype=np.float32),
    )


def _parts(rows: csr_array) -> tuple[Array, Array, Array]:
    """Row ends, columns and values, read-only: one type, whether or not the caller's arrays are
    (those mapped from a file are), so that nothing is compiled twice."""
    parts = rows.indptr.astype(np.uint64), rows.indices.astype(np.int32, copy=False), rows.data
    ends, columns, values = (np.asarray(part).view() for part in parts)
    for part in (ends, columns, values):
        part.setflags(write=False)
    return ends, columns, values


@_compiled
def _search(
    queries: Any,
    asked: Any,
    rows: Any,
    postings: Any,
    head: Any,
    wanted: Array,
    places: Array,
    asking: Array,
    mutual: bool,
    scores: Array,
    found: Array,
    margin: float,
    sums: Array,
) -> None:
    """Asks the block for each query of ``asking``; if ``mutual``, the rows get the query too.

    ``wanted`` has for each chunk what its rows need at least, and infinity if not ``mutual``.
    """
    ends, ranks, weights = asked
    left_out, lengths, table, scale = head
    near = np.empty(len(sums) + _CHUNK, dtype=np.uint32)
    near_sums = np.empty(len(sums) + _CHUNK, dtype=np.float32)
    common = np.empty(left_out, dtype=np.float32)
    for q in asking:
        first, last = ends[q], ends[q + _ONE]
        start = first
        mass = np.float32(0)
        while start < last and ranks[start] < left_out:
            mass += weights[start] * weights[start]
            common[start - first] = weights[start] * scale[ranks[start]]
            start += _ONE
        _add(ranks, weights, start, last, left_out, postings, sums)
        needed = np.float32(scores[q, -1] - margin)
        count = _sift(sums, needed, np.float32(math.sqrt(mass)), lengths, wanted, near, near_sums)
        for i in range(count):
            row = near[i]
            if row < len(places):
                most = near_sums[i]
                for p in range(first, start):
                    most += common[p - first] * np.float32(table[row, ranks[p]])
                place = places[row]
                worst = scores[q, -1]
                if mutual:
                    worst = min(worst, scores[place, -1])
                if most >= worst - margin:
                    cosine = _cosine(queries, q, rows, row)
                    _insert(scores[q], found[q], cosine, place)
                    if mutual:
                        _insert(scores[place], found[place], cosine, q)


@_compiled
def _add(
    ranks: Array, weights: Array, start: int, last: int, left_out: int, postings: Any, sums: Array
) -> None:
    """Adds the columns of one query to the sums of the block's rows."""
    ends, rows, values = postings
    for p in range(start, last):
        weight = weights[p]
        column = np.uint64(ranks[p] - left_out)
        for t in range(ends[column], ends[column + _ONE]):
            sums[rows[t]] += weight * values[t]


@_compiled
def _sift(
    sums: Array,
    needed: float,
    length: float,
    lengths: Array,
    wanted: Array,
    near: Array,
    near_sums: Array,
) -> int:
    """The number of rows whose bound reaches what the query ``needed`` or a row ``wanted``, with
    their places and sums in ``near`` and ``near_sums``; the sums are zero afterwards.

    ``lengths`` has the greatest of each chunk, as they descend, ``wanted`` the least.
    """
    count = 0
    start = _ZERO
    for chunk in range(len(lengths)):
        end = start + _STEP
        least = min(needed, wanted[chunk]) - length * lengths[chunk]
        if _reaching(sums, least, start, end):
            count = _take(sums, least, start, end, near, near_sums, count)
        sums[start:end] = 0
        start = end
    return count


@_compiled
def _reaching(sums: Array, least: float, start: int, end: int) -> Any:
    count = np.int32(0)
    for row in range(start, end):
        count += sums[row] >= least
    return count


@_compiled
def _take(sums: Array, least: float, start: int, end: int, near: Array, near_sums: Array, count: int) -> int:
    for row in range(start, end):
        near[count] = row
        near_sums[count] = sums[row]
        count += sums[row] >= least
    return count


@_compiled
def _cosine(queries: Any, q: int, rows: Any, row: int) -> float:
    """The exact cosine, summed in order of the columns."""
    ends_a, columns_a, values_a = queries
    ends_b, columns_b, values_b = rows
    a, b = ends_a[q], ends_b[row]
    end_a, end_b = ends_a[q + _ONE], ends_b[row + _ONE]
    total = 0.0
    while a < end_a and b < end_b:
        column_a, column_b = columns_a[a], columns_b[b]
        if column_a == column_b:
            total += values_a[a] * values_b[b]
        a += np.uint64(column_a <= column_b)
        b += np.uint64(column_b <= column_a)
    return total


@_compiled
def _insert(scores: Array, found: Array, cosine: float, place: int) -> None:
    """Puts a row among the best where it belongs; of equal cosines the lower row comes first."""
    last = len(scores) - 1
    if cosine < scores[last] or (cosine == scores[last] and not 0 <= place < found[last]):
        return
    at = last
    while at > 0 and (scores[at - 1] < cosine or (scores[at - 1] == cosine and found[at - 1] > place)):
        scores[at], found[at] = scores[at - 1], found[at - 1]
        at -= 1
    scores[at], found[at] = cosine, place
