"""The statements to check: one on the command line, or a file of them."""

from __future__ import annotations

import datetime as dt
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from factcheck.errors import FactcheckError
from factcheck.ingest.decode import decode

_FIELDS = ("id", "statement", "published")


@dataclass(frozen=True, slots=True)
class Statement:
    """What somebody says; ``published`` is the day (ISO 8601) that its weekdays are counted from."""

    text: str
    id: str | None = None
    published: str | None = None


def read_statements(path: str, *, encoding: str | None = None) -> list[Statement]:
    """The statements of a file: one a line, or in a .jsonl file {"statement", "id", "published"} a line.

    Empty lines are left out. FactcheckError with the line for one that is no statement, and
    for a file that cannot be read or holds none.
    """
    try:
        text = decode(Path(path).read_bytes(), path, encoding)
    except OSError as error:
        raise FactcheckError(f"{path}: cannot be read ({error.strerror or error})") from None
    lines = [(n, line.strip()) for n, line in enumerate(text.split("\n"), 1) if line.strip()]
    if not lines:
        raise FactcheckError(f"{path}: holds no statements")
    if not path.endswith(".jsonl"):
        return [Statement(line) for _, line in lines]
    return [_statement(line, f"{path}:{number}") for number, line in lines]


def _statement(line: str, place: str) -> Statement:
    try:
        row: Any = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise FactcheckError(f"{place}: not JSON ({error})") from None
    if not isinstance(row, dict) or not isinstance(row.get("statement"), str):
        raise FactcheckError(f'{place}: needs "statement", a text')
    if any(not isinstance(row.get(field), str | None) for field in _FIELDS):
        raise FactcheckError(f'{place}: "id" and "published" are texts')
    return Statement(row["statement"], row.get("id"), iso_day(row.get("published"), place))


def iso_day(day: str | None, place: str) -> str | None:
    """The day as YYYY-MM-DD; FactcheckError if it is none."""
    try:
        return None if day is None else dt.date.fromisoformat(day).isoformat()
    except ValueError:
        raise FactcheckError(f"{place}: {day!r} is not a date like 2022-01-15") from None
