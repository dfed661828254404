"""Which sources print one text: reprints of a wire story are one origin.

Broder's containment of word shingles ("On the resemblance and containment of
documents", 1997).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from factcheck.align.numbering import distinct
from factcheck.align.ranges import ranges
from factcheck.model import Article

Ints = NDArray[np.intp]

_WORD = re.compile(r"\w+")
#: words a shingle; five in a row are rarely shared by two independent writers
_SHINGLE = 5
#: share of the shorter text found in the longer from which it counts as a reprint. Rival
#: reports that quote one agency reach .2 to .4, edited reprints .6 and more.
_REPRINT = 0.6
#: texts shorter than this many shingles share too little to tell
_MIN_SHINGLES = 40


def mark_origins(articles: Sequence[Article]) -> list[Article]:
    """Set ``document.origin`` to the id of the first source of those that print one text.

    Reprints of a reprint belong together, whatever the order of the sources. The time grows
    with the shingles that articles share, not with the number of pairs of articles.
    """
    first = list(range(len(articles)))
    for a, b in [*_same_texts(articles), *_reprints(*_shingles(articles), len(articles))]:
        joined = {first[a], first[b]}
        if len(joined) > 1:
            first = [min(joined) if f in joined else f for f in first]
    return [
        replace(a, document=replace(a.document, origin=articles[f].document.id))
        for a, f in zip(articles, first, strict=True)
    ]


def _same_texts(articles: Sequence[Article]) -> Iterator[tuple[int, int]]:
    """The same file given twice, however short."""
    seen: dict[tuple[str | None, str], int] = {}
    for place, article in enumerate(articles):
        before = seen.setdefault((article.document.path, article.document.text), place)
        if before != place:
            yield before, place


def _shingles(articles: Sequence[Article]) -> tuple[Ints, Ints]:
    """The distinct shingles of each article: the numbers of both, ordered by article."""
    place: dict[str, int] = {}
    claims = [_WORD.findall(claim.text.lower()) for article in articles for claim in article.claims]
    word = np.array([place.setdefault(w, len(place)) for claim in claims for w in claim], dtype=np.intp)
    lengths = np.array([*map(len, claims)], dtype=np.intp)
    counts = np.maximum(lengths - _SHINGLE + 1, 0)
    owner = np.repeat(np.repeat(np.arange(len(articles)), [len(a.claims) for a in articles]), counts)
    start = ranges(np.cumsum(lengths) - lengths, counts)
    # Equal runs of words get equal numbers, those of two words first: no two share a number.
    pair = _numbers(word[:-1] * len(place) + word[1:])
    four = _numbers(pair[start] * len(word) + pair[start + 2])
    shingle = _numbers(four * len(place) + word[start + _SHINGLE - 1])
    cells = distinct(owner * len(start) + shingle)
    owner = cells // max(1, len(start))  # faster than np.divmod
    return owner, cells - owner * len(start)


def _numbers(values: Ints) -> Ints:
    return np.unique(values, return_inverse=True)[1]


def _reprints(owner: Ints, shingle: Ints, articles: int) -> Iterator[tuple[int, int]]:
    """The places of two articles of which one has most shingles of the other."""
    size = np.bincount(owner, minlength=articles)
    last = np.cumsum(size)
    holders = owner[np.argsort(shingle, kind="stable")]  # of the first shingle, then of the next
    held = np.bincount(shingle)
    first = np.cumsum(held) - held
    for place in np.flatnonzero(size >= _MIN_SHINGLES).tolist():
        mine = shingle[last[place] - size[place] : last[place]]
        shared = np.bincount(holders[ranges(first[mine], held[mine])], minlength=articles)
        smaller = np.minimum(size, size[place])
        found = (smaller >= _MIN_SHINGLES) & (shared >= _REPRINT * smaller)
        yield from ((place, other) for other in np.flatnonzero(found).tolist() if other > place)
