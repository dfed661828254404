"""An article as one sparse vector: the stems of its title, its lead and the text below.

The weights come from news at large and from no other article, so that a vector is made
once and never again, whatever comes later. They were chosen on labelled events
(docs/how-to/stories.md): F0.5 moves by a hundredth or less around each of them.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING
from zlib import crc32

from factcheck.align.background import rarity
from factcheck.lexicon import stemmer
from factcheck.model import Document

if TYPE_CHECKING:
    from scipy.sparse import csr_array

#: Columns of a vector: a stem has the one its checksum names. Two stems of a language meet
#: in one rarely, and two articles are alike in many stems or not at all.
COLUMNS = 1 << 20
#: terms kept of an article, the heaviest: a kilobyte at most, however long the text
MOST_TERMS = 128
#: words read of an article, and those of them that are its lead
_READ, _LEAD = 400, 60
#: how much a word of the title and of the lead counts against one further down
_OF_TITLE, _OF_LEAD = 3.0, 2.0
#: words that more than an eighth of the news has tell no story
_PLAIN = 2.0
#: A figure is as rare as an unusual word: magnitudes, tolls and years tell two quakes apart.
_FIGURE = 8.0
#: how much rarer a word with a capital counts: most are names
_NAME = 1.5
#: characters that hold the words read, spaces and markup included
_CHARACTERS = 4_000

_WORD = re.compile(r"[^\W_]+(?:[.,:'’][^\W_]+)*")
#: words kept with what is known of them; the table starts anew when it is full
_MOST_WORDS = 100_000


class _Words(dict[str, tuple[int, float]]):
    """A word as written -> its column and the root of how rare it is (0 for one that tells nothing)."""

    def __missing__(self, word: str) -> tuple[int, float]:
        stem = stemmer()(word.lower().replace("’", "'").removesuffix("'s"))
        rare = _FIGURE if stem[0].isdigit() else rarity(stem)
        if rare >= _PLAIN and word[0].isupper():
            rare *= _NAME
        if len(self) >= _MOST_WORDS:
            self.clear()
        found = self[word] = (crc32(stem.encode()) % COLUMNS, math.sqrt(rare) if rare >= _PLAIN else 0.0)
        return found


_words = _Words()


def vectorise(documents: Sequence[Document]) -> csr_array:
    """A row for each document as ``rows`` makes them; that of a text without words is empty.

    A term weighs (1 + ln f) · √r, with f the times it is printed, those in title and lead
    counted more, and r how rare it is in news at large.
    """
    return rows([heaviest(_weights(document)) for document in documents])


def rows(terms: Sequence[Sequence[tuple[int, float]]]) -> csr_array:
    """n × ``COLUMNS`` float32: lists of columns and weights as rows of length one, columns ascending."""
    import numpy as np
    from scipy.sparse import csr_array

    sizes = [len(row) for row in terms]
    ascending = [term for row in terms for term in sorted(row)]
    indices = np.array([column for column, _ in ascending], dtype=np.int32)
    data = np.array([weight for _, weight in ascending])
    indptr = np.cumsum([0, *sizes])
    lengths = [length(row) for row in terms]
    unit = (data / np.repeat(lengths, sizes)).astype(np.float32)
    return csr_array((unit, indices, indptr), shape=(len(terms), COLUMNS))


def _weights(document: Document) -> dict[int, float]:
    words = _WORD.findall(document.text, document.body, document.body + _CHARACTERS)
    parts = (
        (_WORD.findall(document.title or ""), _OF_TITLE),
        (words[:_LEAD], _OF_LEAD),
        (words[_LEAD:_READ], 1.0),
    )
    count: dict[int, float] = {}
    root: dict[int, float] = {}
    for part, times in parts:
        for word, printed in Counter(part).items():
            column, rare = _words[word]
            if rare:
                count[column] = count.get(column, 0.0) + times * printed
                if rare > root.get(column, 0.0):
                    root[column] = rare
    return {column: (1 + math.log(f)) * root[column] for column, f in count.items()}


def heaviest(weights: Mapping[int, float]) -> list[tuple[int, float]]:
    """The terms that are kept."""
    if len(weights) <= MOST_TERMS:
        return list(weights.items())
    return sorted(weights.items(), key=lambda term: (-term[1], term[0]))[:MOST_TERMS]


def length(terms: Iterable[tuple[int, float]]) -> float:
    """Of the vector of these columns and weights, rounded once: the same on every machine."""
    return math.sqrt(math.fsum(weight * weight for _, weight in terms))


def terms_of(vectors: csr_array, row: int, scale: float = 1.0) -> dict[int, float]:
    """Column -> weight of one row, each times ``scale``."""
    start, end = vectors.indptr[row], vectors.indptr[row + 1]
    columns, weights = vectors.indices[start:end], vectors.data[start:end]
    return {c: w * scale for c, w in zip(columns.tolist(), weights.tolist(), strict=True)}
