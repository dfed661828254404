"""Find and read the configuration file; every complaint about it names file and line."""

from __future__ import annotations

import os
import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from factcheck.config.lines import Path as KeyPath
from factcheck.config.lines import line_of
from factcheck.model import FactcheckError

NAME = "factcheck.toml"
PYPROJECT = "pyproject.toml"
#: the table of pyproject.toml
TABLE = ("tool", "factcheck")


@dataclass(frozen=True, slots=True)
class ConfigFile:
    """A configuration file as it was read: ``table`` are its settings, ``base`` where they stand.

    ``shown`` is its path from where the user stood then.
    """

    path: Path
    shown: str
    text: str
    table: Mapping[str, Any]
    base: KeyPath = ()

    @property
    def folder(self) -> Path:
        """What the paths in the file are relative to."""
        return self.path.parent

    def error(self, path: KeyPath, message: str) -> FactcheckError:
        """A complaint about the key at ``path`` below the settings."""
        return FactcheckError(f"{self.shown}:{line_of(self.text, self.base + path)}: {message}")


def find_config(start: Path) -> ConfigFile:
    """The factcheck.toml, or pyproject.toml with a [tool.factcheck], nearest above ``start``.

    In one folder factcheck.toml comes first. FactcheckError if there is none.
    """
    for folder in (start, *start.parents):
        if (folder / NAME).is_file():
            return read_config(folder / NAME)
        project = folder / PYPROJECT
        # A broken pyproject.toml that never mentions factcheck is not ours to complain about.
        if project.is_file() and "factcheck" in _text(project):
            found = _read(project)
            if found is not None:
                return found
    raise FactcheckError(
        f"no {NAME} and no [{'.'.join(TABLE)}] in a {PYPROJECT} here or in a folder above: "
        "factcheck report --init writes an example"
    )


def read_config(path: Path) -> ConfigFile:
    """The file at ``path``. FactcheckError if it cannot be read or is no TOML."""
    found = _read(path)
    if found is None:
        raise FactcheckError(f"{_shown(path)}: has no table [{'.'.join(TABLE)}]")
    return found


def _read(path: Path) -> ConfigFile | None:
    text, shown = _text(path), _shown(path)
    try:
        table: Any = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        what, line = _place(str(error), text)
        raise FactcheckError(f"{shown}:{line}: {what}") from None
    except (ValueError, RecursionError):  # a number of thousands of digits, brackets without end
        raise FactcheckError(f"{shown}: too deep or too long to be settings") from None
    if path.name != PYPROJECT:
        return ConfigFile(path, shown, text, table)
    for key in TABLE:
        if not isinstance(table, dict) or key not in table:
            return None
        table = table[key]
    file = ConfigFile(path, shown, text, table, TABLE)
    if not isinstance(table, dict):
        raise file.error((), f"{'.'.join(TABLE)} is a table, not {table!r}")
    return file


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError:
        raise FactcheckError(f"{_shown(path)}: not UTF-8 text") from None
    except OSError as error:
        raise FactcheckError(f"{_shown(path)}: cannot be read ({error.strerror})") from None


_AT = re.compile(r"(.*?) \(at (?:line (\d+), column \d+|end of document)\)$", re.DOTALL)


def _place(message: str, text: str) -> tuple[str, int]:
    """What tomllib says is wrong, and the line it says so of."""
    found = _AT.match(message)
    if found is None:
        return message, 1
    return found[1], int(found[2]) if found[2] else len(text.splitlines())


def _shown(path: Path) -> str:
    """The path from where the user stands, with slashes."""
    try:
        return Path(os.path.relpath(path)).as_posix()
    except ValueError:  # another drive
        return path.as_posix()
