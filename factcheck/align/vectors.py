"""TF-IDF vectors of all claims, and how similar each claim is to each other.

A term weighs by how rare it is among these claims (the words every sentence of the
story uses say nothing about which sentences match) and by the square root of how rare
it is in news at large; the root, measured on whole article pairs, keeps unseen names
from drowning everything else.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from factcheck.align.background import rarity
from factcheck.align.relatedness import related_cover
from factcheck.align.terms import Term

if TYPE_CHECKING:
    import numpy as np

#: character n-grams within words: long enough to be a stem, short enough for inflections
_CHARACTERS = (4, 4)


@dataclass(frozen=True, slots=True)
class Similarities:
    """Square matrices over all claims, values in [0, 1].

    ``word`` and ``char`` are cosines, ``deed`` is the cosine of what remains without
    names and figures; ``cover[i, j]`` is the share of claim i's words that stand in claim j,
    themselves or by related ones.
    """

    word: np.ndarray[Any, Any]
    char: np.ndarray[Any, Any]
    deed: np.ndarray[Any, Any]
    cover: np.ndarray[Any, Any]


def _keys(terms: Sequence[Term]) -> list[str]:
    return [term.key for term in terms]


def similarities(terms: Sequence[Sequence[Term]], texts: Sequence[str]) -> Similarities:
    """``terms`` and masked ``texts`` of n claims -> n × n matrices."""
    import numpy as np
    from sklearn.feature_extraction.text import TfidfVectorizer

    words = TfidfVectorizer(analyzer=_keys, sublinear_tf=True, norm="l2")
    words.fit(terms)
    columns = words.get_feature_names_out()
    words.idf_ = words.idf_ * np.array([math.sqrt(rarity(t)) for t in columns])
    w = words.transform(terms)
    characters = TfidfVectorizer(analyzer="char_wb", ngram_range=_CHARACTERS, sublinear_tf=True)
    c = characters.fit_transform(texts)
    names = {t.key for claim in terms for t in claim if t.name or t.key.startswith("<")}
    deeds = _unit_rows(w.multiply(np.array([t not in names for t in columns], dtype=float)).tocsr())
    return Similarities(
        word=_bounded(w @ w.T),
        char=_bounded(c @ c.T),
        deed=_bounded(deeds @ deeds.T),
        cover=related_cover(terms),
    )


def _unit_rows(rows: Any) -> Any:
    """Rows of length one, as sklearn.preprocessing.normalize makes them: importing that costs
    more than a whole comparison of two articles."""
    import numpy as np

    lengths = np.sqrt(rows.multiply(rows).sum(axis=1))
    return rows.multiply(1 / np.maximum(np.asarray(lengths), 1e-12)).tocsr()


def _bounded(product: Any) -> np.ndarray[Any, Any]:
    """A dense matrix with the rounding errors of a sparse product cut off."""
    import numpy as np

    bounded: np.ndarray[Any, Any] = np.clip(product.toarray(), 0.0, 1.0)
    return bounded
