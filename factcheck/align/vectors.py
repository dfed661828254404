"""What the columns of the TF-IDF vectors of claims weigh.

A term weighs by how rare it is among these claims (the words every sentence of the
story uses say nothing about which sentences match) and by the square root of how rare
it is in news at large; the root, measured on whole article pairs, keeps unseen names
from drowning everything else.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from factcheck.align.background import rarity
from factcheck.align.terms import Term


class Vocabulary(NamedTuple):
    """The different terms of n claims, the place among them of every term of the first claim,
    of the second and so on, and the claim of each."""

    terms: list[Term]
    place: NDArray[np.intp]
    claim: NDArray[np.intp]


def vocabulary(claims: Sequence[Sequence[Term]]) -> Vocabulary:
    known: dict[Term, int] = {}
    places = [known.setdefault(term, len(known)) for terms in claims for term in terms]
    owners = np.repeat(np.arange(len(claims)), [len(terms) for terms in claims])
    return Vocabulary(list(known), np.array(places, dtype=np.intp), owners)


def background(keys: Iterable[str]) -> NDArray[np.float64]:
    """By what the idf of each term is multiplied."""
    return np.sqrt([rarity(key) for key in keys])


def is_deed(keys: Iterable[str], terms: Iterable[Term]) -> NDArray[np.bool_]:
    """For each key whether it stays where names and figures are left out."""
    names = {t.key for t in terms if t.name or t.key.startswith("<")}
    return np.array([key not in names for key in keys], dtype=np.bool_)
