"""Which sources print one text: reprints of a wire story are one origin.

Broder's containment of word shingles ("On the resemblance and containment of
documents", 1997).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from factcheck.model import Article

_WORD = re.compile(r"\w+")
#: words a shingle; five in a row are rarely shared by two independent writers
_SHINGLE = 5
#: share of the shorter text found in the longer from which it counts as a reprint. Rival
#: reports that quote one agency reach .2 to .4, edited reprints .6 and more.
_REPRINT = 0.6
#: texts shorter than this many shingles share too little to tell
_MIN_SHINGLES = 40


def _shingles(article: Article) -> frozenset[tuple[str, ...]]:
    found: set[tuple[str, ...]] = set()
    for claim in article.claims:
        words = [w.lower() for w in _WORD.findall(claim.text)]
        found.update(tuple(words[i : i + _SHINGLE]) for i in range(len(words) - _SHINGLE + 1))
    return frozenset(found)


def mark_origins(articles: Sequence[Article]) -> list[Article]:
    """Set ``document.origin`` to the id of the first source of those that print one text.

    Reprints of a reprint belong together, whatever the order of the sources.
    """
    shingles = [_shingles(a) for a in articles]
    first = list(range(len(articles)))
    for place, article in enumerate(articles):
        for before in range(place):
            if _reprint(shingles[before], shingles[place]) or _same_text(articles[before], article):
                joined = {first[before], first[place]}
                first = [min(joined) if f in joined else f for f in first]
    return [
        replace(a, document=replace(a.document, origin=articles[f].document.id))
        for a, f in zip(articles, first, strict=True)
    ]


def _reprint(a: frozenset[tuple[str, ...]], b: frozenset[tuple[str, ...]]) -> bool:
    smaller = min(len(a), len(b))
    return smaller >= _MIN_SHINGLES and len(a & b) >= _REPRINT * smaller


def _same_text(a: Article, b: Article) -> bool:
    """The same file given twice, however short."""
    return a.document.path == b.document.path and a.document.text == b.document.text
