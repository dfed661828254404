"""Small inputs: every claim against every other, in matrices of numpy alone."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import numpy as np

from factcheck.align.measures import Floats, Ints, Wording
from factcheck.align.relatedness import Words
from factcheck.align.terms import Term
from factcheck.align.tfidf import Entries, character_ngrams, tfidf
from factcheck.align.vectors import background, is_deed


class Dense:
    """See ``Measures``."""

    def __init__(self, wording: Wording) -> None:
        self._source = wording.source
        words, deeds = _term_vectors(wording.terms)
        self._word = self._cosines(words)
        self._deed = self._cosines(deeds)
        self._char = self._cosines(tfidf(*character_ngrams(wording.texts)))
        self._words = Words(wording.terms)

    def close(self, floor: float) -> tuple[Ints, Ints]:
        later = self._source[:, None] < self._source
        left, right = np.nonzero(later & (self._word >= floor))
        return left, right

    def word(self, left: Ints, right: Ints) -> Floats:
        return self._word[left, right]

    def char(self, left: Ints, right: Ints) -> Floats:
        return self._char[left, right]

    def deed(self, left: Ints, right: Ints) -> Floats:
        return self._deed[left, right]

    def cover(self, left: Ints, right: Ints) -> Floats:
        found = np.empty(len(left))
        ends = np.searchsorted(self._source, np.arange(self._source[-1] + 2))
        for first, after in pairwise(ends.tolist()):
            some = slice(*np.searchsorted(left, (first, after)))
            cover = self._words.better_cover(np.arange(first, after), np.arange(after, len(self._source)))
            found[some] = cover[left[some] - first, right[some] - after]
        return found

    def _cosines(self, unit: Entries) -> Floats:
        """n × n; only the columns of more than one source count, so that the values between
        claims of one source mean nothing."""
        places = np.unique(self._source[unit.row] * unit.columns + unit.column)
        shared = np.bincount(places % unit.columns, minlength=unit.columns) > 1
        rows = unit.only(shared).dense()
        return np.clip(rows @ rows.T, 0.0, 1.0)


def _term_vectors(terms: Sequence[Sequence[Term]]) -> tuple[Entries, Entries]:
    """The claims by all their terms, and by those that are no names or figures."""
    place: dict[str, int] = {}
    column = np.array([place.setdefault(t.key, len(place)) for claim in terms for t in claim], dtype=np.intp)
    row = np.repeat(np.arange(len(terms)), [len(claim) for claim in terms])
    words = tfidf(row, column, len(terms), len(place), background(place))
    return words, words.only(is_deed(place, terms)).unit()
