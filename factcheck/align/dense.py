"""Small inputs: every claim against every other, in matrices of numpy alone."""

from __future__ import annotations

from itertools import pairwise

import numpy as np

from factcheck.align.measures import Floats, Ints, Wording
from factcheck.align.numbering import numbered
from factcheck.align.relatedness import Words
from factcheck.align.tfidf import Entries, character_ngrams, tfidf
from factcheck.align.vocabulary import Vocabulary, vocabulary


class Dense:
    """See ``Measures``; where ``left`` is not of an earlier source than ``right``, the values
    mean nothing."""

    def __init__(self, wording: Wording) -> None:
        self._source = wording.source
        ends = np.searchsorted(wording.source, np.arange(wording.source[-1] + 2)).tolist()
        #: the claims of each source but the last, and of those after it
        self._blocks = [(slice(*of), slice(of[1], len(wording.source))) for of in pairwise(ends[:-1])]
        found = vocabulary(wording.terms)
        words, deeds = _term_vectors(found)
        self._word = self._cosines(words)
        self._deed = self._cosines(deeds)
        self._char = self._cosines(tfidf(*character_ngrams(wording.texts)))
        self._words = Words(found)

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
        every = np.arange(len(self._source))
        table = np.zeros((len(every), len(every)))
        for block in self._blocks:
            table[block] = self._words.better_cover(*(every[claims] for claims in block))
        return table[left, right]

    def _cosines(self, unit: Entries) -> Floats:
        """n × n, from the columns that stand in more than one source."""
        first, last = np.zeros(unit.columns, dtype=np.intp), np.zeros(unit.columns, dtype=np.intp)
        source = self._source[unit.row]
        last[unit.column] = source  # the last one stays
        first[unit.column[::-1]] = source[::-1]
        rows = unit.only(first < last).dense()
        table = np.zeros((unit.rows, unit.rows))
        for left, right in self._blocks:
            table[left, right] = rows[left] @ rows[right].T
        return np.clip(table, 0.0, 1.0)


def _term_vectors(found: Vocabulary) -> tuple[Entries, Entries]:
    """The claims by all their terms, and by those that are no names or figures."""
    first, column = numbered(found.known["key"])
    words = tfidf(found.claim, column, found.claims, len(first), found.known["root"][first])
    deed = np.ones(len(first), dtype=np.bool_)
    deed[column[found.known["named"]]] = False
    return words, words.only(deed).unit()
