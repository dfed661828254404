"""How rare a word is in news at large: two articles are too few to tell."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

#: a stem that is not in the table stands in fewer than 20 of the pool's 648,133 texts
RARE = 10.4
#: a masked figure: as common as "for", half the sentences of news hold one
SLOT = 1.5


@cache
def _table() -> dict[str, float]:
    """Stem -> inverse document frequency in the pool (see benchmarks/build_frequencies.py)."""
    lines = files("factcheck.data").joinpath("frequencies.txt").read_text(encoding="utf-8").splitlines()
    table: dict[str, float] = {}
    for line in lines:
        if not line.startswith("#"):
            idf, *stems = line.split()
            table.update(dict.fromkeys(stems, float(idf)))
    return table


@cache
def rows() -> dict[str, int]:
    """Stem -> its place in the table, which is its row of ``data/vectors.npy``."""
    return {stem: row for row, stem in enumerate(_table())}


def rarity(stem: str) -> float:
    """ln((1 + texts) / (1 + texts with the stem)): 0.3 for "the", 10.4 for an unseen word."""
    return SLOT if stem.startswith("<") else _table().get(stem, RARE)
