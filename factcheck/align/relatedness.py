"""How far a claim's words, or words related to them, stand in another claim.

Words are related as they are used: vectors of positive pointwise mutual information and
a singular value decomposition over a news pool (benchmarks/build_vectors.py) put
"pullout" beside "withdrawal". Names and figures have no relatives: Texas is not Kansas.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from factcheck.align.background import rarity, rows
from factcheck.align.terms import Term
from factcheck.lexicon import stemmer

if TYPE_CHECKING:
    import numpy as np

#: Cosine from which words are related at all: one random pair of words in a hundred
#: reaches .39. From here to 1, relatedness grows from 0 to 1.
_RELATED = 0.3
#: figures of the table of words against words held at a time: 32 MB
_CELLS = 8_000_000

#: a distinct word of the claims: what it is compared by, and the stem it is related by, if any
_Word = tuple[str, str | None]


@cache
def _vectors() -> np.ndarray[Any, Any]:
    """stems × dimensions int8; row n is the direction of the stem of place n."""
    import numpy as np

    with files("factcheck.data").joinpath("vectors.npy").open("rb") as file:
        table: np.ndarray[Any, Any] = np.load(file)
    return table


def related_cover(claims: Sequence[Sequence[Term]]) -> np.ndarray[Any, Any]:
    """n × n in [0, 1]: the share of claim i's words, weighted by rarity, that stand in claim j.

    A word that does not stand there itself counts as far as its nearest relative there is
    related to it; one without a vector counts only as itself. A claim without words
    covers nothing.
    """
    import numpy as np

    read = [sorted({_word(term) for term in terms}, key=_order) for terms in claims]
    words = sorted({word for claim in read for word in claim}, key=_order)
    place = {word: n for n, word in enumerate(words)}
    owners = np.repeat(np.arange(len(read)), [len(claim) for claim in read])
    members = np.array([place[word] for claim in read for word in claim], dtype=np.intp)
    weight = np.array([rarity(stem or key) for key, stem in words])
    counted = np.zeros((len(read), len(words)))
    counted[owners, members] = weight[members]
    counted /= np.maximum(counted.sum(axis=1, keepdims=True), 1e-9)
    # A word of the other claim with the same key is the same word, whatever its stem.
    keys = {key: n for n, key in enumerate(dict.fromkeys(key for key, _ in words))}
    key_of = np.array([keys[key] for key, _ in words], dtype=np.intp)
    present = np.zeros((len(keys), len(read)))
    present[key_of[members], owners] = 1.0
    direction, length = _directions(words)
    has = length[members] > 0
    starts = np.flatnonzero(np.diff(owners[has], prepend=-1))
    others = owners[has][starts]  # the claims with at least one word that has a vector
    cover = np.zeros((len(read), len(read)))
    step = max(1, _CELLS // max(1, len(members)))
    for first in range(0, len(words), step):
        some = slice(first, first + step)
        found = present[key_of[some]]
        if len(others):
            # Sums of products of int8 are exact in float32, whatever the order they are added in.
            cosine = direction[some] @ direction.T
            cosine /= np.maximum(np.outer(length[some], length), 1.0)
            nearest = np.maximum.reduceat(cosine[:, members[has]], starts, axis=1)
            found[:, others] = np.maximum(found[:, others], (nearest - _RELATED) / (1 - _RELATED))
        cover += counted[:, some] @ found
    bounded: np.ndarray[Any, Any] = np.clip(cover, 0.0, 1.0)
    return bounded


def _word(term: Term) -> _Word:
    if term.name or term.key.startswith("<"):
        return term.key, None
    return term.key, stemmer()(term.word.lower())


def _order(word: _Word) -> tuple[str, str]:
    key, stem = word
    return key, stem or ""


def _directions(words: Sequence[_Word]) -> tuple[np.ndarray[Any, Any], np.ndarray[Any, Any]]:
    """The vectors of the words and their lengths; all zero for a word without one."""
    import numpy as np

    place = np.array([rows().get(stem, -1) if stem else -1 for _, stem in words], dtype=np.intp)
    direction = np.where(place[:, None] >= 0, _vectors()[place], 0).astype(np.float32)
    return direction, np.sqrt((direction**2).sum(axis=1))
