"""What the ways of aligning, for small and for large inputs, take and give."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from factcheck.align.terms import Term

Ints = NDArray[np.intp]
Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Wording:
    """n claims, those of a source after those of the source before: the terms of each,
    its text without figures, and the number of its source."""

    terms: Sequence[Sequence[Term]]
    texts: Sequence[str]
    source: Ints


class Measures(Protocol):
    """How alike the words of two claims of different sources are.

    ``left`` and ``right`` are places of claims, as many of each, in ascending order of
    ``left``; so are the values given, all in [0, 1]. The first three are cosines:
    of all terms, of character n-grams, and of the terms without names and figures.
    """

    def close(self, floor: float) -> tuple[Ints, Ints]:
        """The pairs whose words reach the floor, once each, the earlier claim left."""

    def word(self, left: Ints, right: Ints) -> Floats: ...

    def char(self, left: Ints, right: Ints) -> Floats: ...

    def deed(self, left: Ints, right: Ints) -> Floats: ...

    def cover(self, left: Ints, right: Ints) -> Floats:
        """The share of the better covered claim's words that the other has (see ``Words.cover``)."""
