"""The terms of claims as numbers, with all that is known of each term beside its number.

A batch repeats its words: a term is looked up in the tables of the package once a process.
No result depends on what was compared before: within a comparison, terms are numbered
anew in the order of the claims.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import chain
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from factcheck.align.background import rarity, rows
from factcheck.align.terms import Term, is_name_or_slot
from factcheck.lexicon import stemmer

Ints = NDArray[np.intp]

#: terms from which the table starts anew; a million sentences of news have 250,000
_MOST = 100_000
#: What is known of a term. Terms with one ``key`` are compared as one; terms with one ``word``
#: have the same relatives too. ``row`` is that of the vector of the word's stem (-1: none;
#: names and figures have none), ``rarity`` the stem's; ``root`` is the root of the key's rarity.
_KNOWN = np.dtype(
    [("key", "i8"), ("word", "i8"), ("row", "i8"), ("named", "?"), ("root", "f8"), ("rarity", "f8")],
    align=True,
)


class _Numbers(dict[Term, int]):
    """Term -> its number, which is its row of ``known``."""

    def __init__(self) -> None:
        super().__init__()
        self.known = np.zeros(1000, dtype=_KNOWN)
        self._keys: dict[str, int] = {}
        self._words: dict[tuple[str, str], int] = {}

    def __missing__(self, term: Term) -> int:
        number = self[term] = len(self)
        if number == len(self.known):
            self.known = np.concatenate([self.known, np.zeros_like(self.known)])
        named = is_name_or_slot(term)
        stem = "" if named else stemmer()(term.word.lower())
        self.known[number] = (
            self._keys.setdefault(term.key, len(self._keys)),
            self._words.setdefault((term.key, stem), len(self._words)),
            rows().get(stem, -1),
            named,
            math.sqrt(rarity(term.key)),
            rarity(stem or term.key),
        )
        return number


_numbers = _Numbers()


class Vocabulary(NamedTuple):
    """The terms of n claims: what is known of each, those of the first claim before those of
    the second, and the claim of each."""

    known: NDArray[Any]
    claim: Ints
    claims: int


def vocabulary(claims: Sequence[Sequence[Term]]) -> Vocabulary:
    global _numbers
    if len(_numbers) > _MOST:
        _numbers = _Numbers()
    found = [*map(_numbers.__getitem__, chain.from_iterable(claims))]
    owner = np.repeat(np.arange(len(claims)), [*map(len, claims)])
    return Vocabulary(_numbers.known[np.array(found, dtype=np.intp)], owner, len(claims))
