"""What the columns of the TF-IDF vectors of claims weigh.

A term weighs by how rare it is among these claims (the words every sentence of the
story uses say nothing about which sentences match) and by the square root of how rare
it is in news at large; the root, measured on whole article pairs, keeps unseen names
from drowning everything else.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import NDArray

from factcheck.align.background import rarity
from factcheck.align.terms import Term


def background(keys: Iterable[str]) -> NDArray[np.float64]:
    """By what the idf of each term is multiplied."""
    return np.sqrt([rarity(key) for key in keys])


def is_deed(keys: Iterable[str], terms: Iterable[Sequence[Term]]) -> NDArray[np.bool_]:
    """For each term whether it stays where names and figures are left out."""
    names = {t.key for claim in terms for t in claim if t.name or t.key.startswith("<")}
    return np.array([key not in names for key in keys], dtype=np.bool_)
