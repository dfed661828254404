"""Memory of one story, used again for the next."""

from __future__ import annotations

from functools import cache

#: bytes; the C library takes note of blocks up to 32 MB
_BLOCK = 1 << 24


@cache
def keep_freed_memory() -> None:
    """Once a process: what matrices of a story leave free stays with the process.

    By default the GNU C library gives the larger ones back to the system, and fresh pages
    cost as much as what is calculated in them. A large block that is freed, though never
    touched, raises its thresholds (mallopt(3), on M_MMAP_THRESHOLD): up to twice the block
    may then lie idle. Other C libraries take no notice.
    """
    import numpy as np

    np.empty(_BLOCK, dtype=np.int8)
