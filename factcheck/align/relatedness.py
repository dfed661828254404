"""How far a claim's words, or words related to them, stand in another claim.

Words are related as they are used: vectors of positive pointwise mutual information and
a singular value decomposition over a news pool (benchmarks/build_vectors.py) put
"pullout" beside "withdrawal". Names and figures have no relatives: Texas is not Kansas.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from factcheck.align.numbering import distinct, numbered
from factcheck.align.ranges import ranges
from factcheck.align.terms import Term
from factcheck.align.vocabulary import Vocabulary, vocabulary

Ints = NDArray[np.intp]
Floats = NDArray[np.float64]

#: Cosine from which words are related at all: one random pair of words in a hundred
#: reaches .39. From here to 1, relatedness grows from 0 to 1.
_RELATED = 0.3
#: Rows of a matrix of words worked on at a time: fresh memory takes longer than the arithmetic.
_ROWS = 64


@cache
def _vectors() -> NDArray[np.int8]:
    """stems × dimensions; row n is the direction of the stem of place n."""
    with files("factcheck.data").joinpath("vectors.npy").open("rb") as file:
        table: NDArray[np.int8] = np.load(file)
    return table


class Words:
    """The words of n claims, each once a claim, ready to be set against each other."""

    def __init__(self, found: Vocabulary) -> None:
        first, word = numbered(found.known["word"])
        known = found.known[first]
        # A claim without words has one, of its own kind, that weighs nothing.
        empty = np.flatnonzero(np.bincount(found.claim, minlength=found.claims) == 0)
        self._key = np.append(known["key"], -1).astype(np.int32)
        self._row = np.append(known["row"], -1)
        size = len(self._key)
        cells = distinct(np.append(found.claim * size + word, empty * size + len(known)))
        owner = cells // size  # faster than np.divmod
        self._member = cells - owner * size
        self._size = np.bincount(owner, minlength=found.claims)
        self._start = np.cumsum(self._size) - self._size
        weight = np.append(known["rarity"], 0.0)[self._member]
        total = np.bincount(owner, weight, found.claims)
        self._share = weight / np.maximum(total, 1e-9)[owner]

    def cover(self, left: Ints, right: Ints) -> tuple[Floats, Floats]:
        """Two matrices of left × right claims: the share of the left claim's words, weighted
        by rarity, that stand in the right one, and of the right one's that stand in the left.

        A word that does not stand there itself counts as far as its nearest relative there
        is related to it; one without a vector counts only as itself. A claim without words
        covers nothing.
        """
        ours, theirs = self._part(left), self._part(right)
        related = self._related(ours.words, theirs.words)
        covered = ours.shares() @ theirs.best(np.ascontiguousarray(related.T)).T
        covering = ours.best(related) @ theirs.shares().T
        return np.clip(covered, 0.0, 1.0), np.clip(covering, 0.0, 1.0)

    def better_cover(self, left: Ints, right: Ints) -> Floats:
        """left × right: the share of the better covered of the two claims."""
        return np.maximum(*self.cover(left, right))

    def _part(self, claims: Ints) -> _Part:
        size = self._size[claims]
        members = ranges(self._start[claims], size)
        member = self._member[members]
        first, place = numbered(member)
        return _Part(member[first], place, size, self._share[members])

    def _related(self, left: Ints, right: Ints) -> NDArray[np.float32]:
        """left × right words: their cosine; 1 for the same key."""
        a, b = _directions(self._row[left]), _directions(self._row[right])
        length, lengths = _lengths(a), _lengths(b)
        # Sums of products of int8 are exact in float32, whatever the order they are added in.
        related: NDArray[np.float32] = a @ b.T
        for start in range(0, len(left), _ROWS):
            some = slice(start, start + _ROWS)
            related[some] /= np.multiply.outer(length[some], lengths)
            same = self._key[left[some], None] == self._key[right]
            np.maximum(related[some], same, out=related[some])
        return related


class _Part(NamedTuple):
    """Some claims: their distinct words, the place among these of the words of each claim, how
    many words a claim has, and what share of it each of them is."""

    words: Ints
    place: Ints
    size: Ints
    share: Floats

    def shares(self) -> Floats:
        """claims × words"""
        table = np.zeros((len(self.size), len(self.words)))
        table[np.repeat(np.arange(len(self.size)), self.size), self.place] = self.share
        return table

    def best(self, related: NDArray[np.float32]) -> NDArray[np.float32]:
        """Cosines of words × others -> claims × others: how far the nearest word of each claim
        is related."""
        nearest = np.empty((len(self.size), related.shape[1]), dtype=np.float32)
        end = 0
        # Three times as fast as np.maximum.reduceat.
        for claim, size in enumerate(self.size.tolist()):
            start, end = end, end + size
            np.maximum.reduce(related.take(self.place[start:end], axis=0), axis=0, out=nearest[claim])
        nearest -= _RELATED
        nearest /= 1 - _RELATED
        return np.maximum(nearest, 0.0, out=nearest)


def _directions(rows: Ints) -> NDArray[np.float32]:
    """The vectors of words; all zero for a word without one."""
    directions = _vectors()[rows].astype(np.float32)
    directions[rows < 0] = 0.0
    return directions


def _lengths(vectors: NDArray[np.float32]) -> NDArray[np.float32]:
    """1 for a word without a vector."""
    lengths: NDArray[np.float32] = np.maximum(np.sqrt(np.einsum("ij,ij->i", vectors, vectors)), 1.0)
    return lengths


def related_cover(claims: Sequence[Sequence[Term]]) -> Floats:
    """n × n in [0, 1]: ``Words.cover`` of every claim by every other."""
    every = np.arange(len(claims))
    return Words(vocabulary(claims)).cover(every, every)[0]
