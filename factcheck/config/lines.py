"""The line of a key in a TOML text, which neither tomllib nor tomlkit tells.

A TOML document is a list of statements of whole lines, so its first lines are a document
too wherever a statement ends. The first of these that has a key ends with the statement
that sets it: the parser itself says where, and no second one has to agree with it.
"""

from __future__ import annotations

import tomllib
from bisect import bisect_left
from collections.abc import Sequence
from typing import Any

#: keys, and positions in arrays, from the top of the document
Path = tuple[str | int, ...]


def line_of(text: str, path: Path) -> int:
    """The line, from 1, where the statement starts that sets ``path`` in a valid document.

    That of the nearest table around it where ``path`` is not set.

    >>> line_of("a = 1\\n[b]\\nc = [\\n  2,\\n]\\n", ("b", "c"))
    3
    """
    lines = text.split("\n")
    whole = tomllib.loads(text)
    while path and not _holds(whole, path):
        path = path[:-1]
    if not path:
        return 1
    end = bisect_left(range(len(lines) + 1), True, key=lambda count: _holds(_document(lines, count)[1], path))
    return _document(lines, end - 1)[0] + 1


def _document(lines: Sequence[str], count: int) -> tuple[int, dict[str, Any]]:
    """The longest document of ``count`` lines or fewer, and its number of lines."""
    for end in range(count, 0, -1):
        try:
            return end, tomllib.loads("\n".join(lines[:end]))
        except tomllib.TOMLDecodeError:
            continue
    return 0, {}


def _holds(value: Any, path: Path) -> bool:
    for step in path:
        try:
            value = value[step]
        except (KeyError, IndexError, TypeError):
            return False
    return True
