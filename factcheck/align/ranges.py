"""Many runs of neighbouring places at once."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.intp]


def ranges(first: Ints, size: Ints) -> Ints:
    """``size[0]`` places from ``first[0]`` on, then ``size[1]`` from ``first[1]`` on, and so on.

    >>> ranges(np.array([5, 0]), np.array([2, 3])).tolist()
    [5, 6, 0, 1, 2]
    """
    before = np.cumsum(size) - size
    places: Ints = np.repeat(first - before, size) + np.arange(size.sum())
    return places
