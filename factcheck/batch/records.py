"""The rows of a batch: validated, or named as broken with their line."""

from __future__ import annotations

import datetime as dt
import json
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, TextIO

from factcheck.model import FactcheckError


@dataclass(frozen=True, slots=True)
class PairRecord:
    """Two short texts to set against each other; dates are ISO or None."""

    id: str | int
    a: str
    b: str
    published_a: str | None = None
    published_b: str | None = None


@dataclass(frozen=True, slots=True)
class StoryRow:
    """One article of a story."""

    story: str
    id: str
    text: str
    published: str | None = None
    outlet: str | None = None
    title: str | None = None


@dataclass(frozen=True, slots=True)
class Broken:
    """A row that cannot be used; ``id`` is its own if it has one, else "line N"."""

    id: str | int
    error: str


def read_records(path: str) -> Iterator[PairRecord | StoryRow | Broken]:
    """The rows of a JSON lines file (or - for standard input); empty lines are passed over."""
    if path == "-":
        yield from _parse(sys.stdin)
        return
    try:
        with open(path, encoding="utf-8") as lines:
            yield from _parse(lines)
    except (OSError, UnicodeDecodeError) as error:
        reason = error.strerror if isinstance(error, OSError) else "not UTF-8 text"
        raise FactcheckError(f"cannot read {path}: {reason}") from None


def _parse(lines: TextIO) -> Iterator[PairRecord | StoryRow | Broken]:
    for number, line in enumerate(lines, 1):
        if line.strip():
            yield _record(line, number)


def _record(line: str, number: int) -> PairRecord | StoryRow | Broken:
    try:
        row = json.loads(line)
    except (ValueError, RecursionError):
        return Broken(f"line {number}", f"line {number}: not JSON")
    if not isinstance(row, dict):
        return Broken(f"line {number}", f"line {number}: not an object")
    row_id = row.get("id")
    if not isinstance(row_id, str | int):
        row_id = f"line {number}"
    try:
        if "story" in row:
            return StoryRow(
                story=_text(row, "story"),
                id=str(row_id),
                text=_text(row, "text"),
                published=_day(row, "published"),
                outlet=_optional(row, "outlet"),
                title=_optional(row, "title"),
            )
        return PairRecord(
            row_id, _text(row, "a"), _text(row, "b"), _day(row, "published_a"), _day(row, "published_b")
        )
    except ValueError as error:
        return Broken(row_id, f"line {number}: {error}")


def _text(row: dict[str, Any], key: str) -> str:
    value = row.get(key)
    if not isinstance(value, str):
        raise ValueError(f"{key!r} is {'missing' if key not in row else 'not text'}")
    return value


def _optional(row: dict[str, Any], key: str) -> str | None:
    return None if row.get(key) is None else _text(row, key)


def _day(row: dict[str, Any], key: str) -> str | None:
    value = _optional(row, key)
    if value is None:
        return None
    try:
        return dt.date.fromisoformat(value[:10]).isoformat()
    except ValueError:
        raise ValueError(f"{key!r} is not an ISO date: {value!r}") from None
