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
                story=text_field(row, "story"),
                id=str(row_id),
                text=text_field(row, "text"),
                published=day_field(row, "published"),
                outlet=optional_field(row, "outlet"),
                title=optional_field(row, "title"),
            )
        return PairRecord(
            row_id,
            text_field(row, "a"),
            text_field(row, "b"),
            day_field(row, "published_a"),
            day_field(row, "published_b"),
        )
    except ValueError as error:
        return Broken(row_id, f"line {number}: {error}")


def text_field(row: dict[str, Any], key: str) -> str:
    """A field that must be text; ValueError names it."""
    value = row.get(key)
    if not isinstance(value, str):
        raise ValueError(f"{key!r} is {'missing' if key not in row else 'not text'}")
    return value


def optional_field(row: dict[str, Any], key: str) -> str | None:
    return None if row.get(key) is None else text_field(row, key)


def day_field(row: dict[str, Any], key: str) -> str | None:
    """The ISO date a field begins with; ValueError if it is no date."""
    value = optional_field(row, key)
    if value is None:
        return None
    try:
        return dt.date.fromisoformat(value[:10]).isoformat()
    except ValueError:
        raise ValueError(f"{key!r} is not an ISO date: {value!r}") from None
