"""TF-IDF of small inputs in numpy alone: importing scikit-learn takes longer than comparing two articles.

A term weighs by how rare it is among the claims (the words every sentence of the story uses
say nothing about which sentences match) and by the square root of how rare it is in news at
large; the root, measured on whole article pairs, keeps unseen names from drowning everything
else.

The values are those of scikit-learn's TfidfVectorizer with ``sublinear_tf``: 1 + ln(count),
times ln((1 + rows) / (1 + rows with the column)) + 1, rows of length one.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.intp]
Floats = NDArray[np.float64]

#: Characters of an n-gram within words: long enough to be a stem, short enough for inflections.
SIZE = 4
#: bits of a character: so many n-grams as a machine word
_BITS = 16


@dataclass(frozen=True, slots=True)
class Entries:
    """A sparse matrix by its non-zero cells, in the order of rows."""

    row: Ints
    column: Ints
    value: Floats
    rows: int
    columns: int

    def unit(self) -> Entries:
        """With rows of length one; empty rows stay empty."""
        length = np.sqrt(np.bincount(self.row, self.value**2, self.rows))
        return Entries(self.row, self.column, self.value / length[self.row], self.rows, self.columns)

    def only(self, wanted: NDArray[np.bool_]) -> Entries:
        """Without the other columns (an array of ``columns``); the rows are as long as what is left."""
        kept = wanted[self.column]
        place = np.cumsum(wanted) - 1
        return Entries(
            self.row[kept], place[self.column[kept]], self.value[kept], self.rows, int(wanted.sum())
        )

    def dense(self) -> Floats:
        filled = np.zeros((self.rows, self.columns))
        filled[self.row, self.column] = self.value
        return filled


def tfidf(row: Ints, column: Ints, rows: int, columns: int, weight: Floats | None = None) -> Entries:
    """Occurrences by row and column -> unit rows; ``weight`` (by column) multiplies the idf."""
    cells, count = np.unique(row * columns + column, return_counts=True)
    row = cells // columns  # faster than np.divmod
    column = cells - row * columns
    idf = np.log((1 + rows) / (1 + np.bincount(column, minlength=columns))) + 1
    if weight is not None:
        idf *= weight
    return Entries(row, column, (1 + np.log(count)) * idf[column], rows, columns).unit()


def character_ngrams(texts: Sequence[str]) -> tuple[Ints, Ints, int, int]:
    """The 4-grams within the words of lower-case texts, a space on either side of each word:
    row and column of each occurrence, and the number of rows and columns.

    They are those of scikit-learn's ``analyzer="char_wb"``: a word of one letter is one
    n-gram, shorter than the others.
    """
    spaced = [" ".join(text.split()) for text in texts]
    letters = np.frombuffer(
        f" {' '.join(spaced)} {' ' * SIZE}".encode("utf-32-le", "surrogatepass"), dtype=np.uint32
    ).astype(np.uint64)
    blank = letters == ord(" ")
    if letters.max() >> _BITS:
        letters = np.unique(letters, return_inverse=True)[1].astype(np.uint64) + 1
    starts = len(letters) - SIZE
    code = np.zeros(starts, dtype=np.uint64)
    for at in range(SIZE):
        code <<= _BITS
        code |= letters[at : at + starts]
    # Only at its ends an n-gram may have a space.
    second, third = blank[1 : 1 + starts], blank[2 : 2 + starts]
    short = blank[:starts] & ~second & third
    code[short] >>= _BITS
    found = np.flatnonzero(short | ~(second | third))
    owner = np.repeat(np.arange(len(texts)), [len(text) + 1 for text in spaced])
    distinct, column = np.unique(code[found], return_inverse=True)
    return owner[found], column, len(texts), len(distinct)
