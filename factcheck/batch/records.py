"""The rows of a batch: validated, or named as broken with their line."""

from __future__ import annotations

import datetime as dt
import json
from dataclasses import astuple, dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class PairRecord:
    """Two texts to set against each other; dates are ISO or None. ``where`` is "line 7"."""

    id: str | int
    a: str
    b: str
    published_a: str | None = None
    published_b: str | None = None
    where: str = ""


@dataclass(frozen=True, slots=True)
class ArticleRow:
    """One article: of a story, or of a feed (``story`` is None until it is grouped)."""

    story: str | None
    id: str
    text: str
    published: str | None = None
    outlet: str | None = None
    title: str | None = None
    where: str = ""
    begun: str | None = None  # where the first article of a story stands that was found, not given


@dataclass(frozen=True, slots=True)
class Broken:
    """A row that cannot be used; ``id`` is its own if it has one, else "line 7"."""

    id: str | int
    error: str


Record = PairRecord | ArticleRow | Broken

#: the fields of a row that are read; all others are left alone
FIELDS = (
    "id", "a", "b", "published_a", "published_b", "story", "text", "published", "outlet", "title",
)  # fmt: skip
_TEXTS = frozenset({"a", "b", "text"})


def parse(line: str, where: str) -> Record:
    """One JSON object: a pair ("a", "b"), an article of a story ("story", "text") or of a feed ("text").

    ``where`` ("line 7") names the row in errors, and one that has no id.
    """
    try:
        row = json.loads(line)
    except (ValueError, RecursionError):
        return Broken(where, f"{where}: not JSON")
    if not isinstance(row, dict):
        return Broken(where, f"{where}: not an object")
    row = {key: value for key, value in row.items() if not _absent(key, value)}
    row_id = row.get("id")
    if not isinstance(row_id, str | int) or isinstance(row_id, bool):
        row_id = where
    try:
        return _record(row, row_id, where)
    except ValueError as error:
        return Broken(row_id, f"{where}: {error}")


def _absent(key: str, value: object) -> bool:
    """Rows of tables have all fields: null, or blank text, says that there is none. Texts may be empty."""
    return value is None or (isinstance(value, str) and key not in _TEXTS and not value.strip())


def _record(row: dict[str, Any], row_id: str | int, where: str) -> Record:
    if "story" in row or ("text" in row and not {"a", "b"} & row.keys()):
        return ArticleRow(
            story=optional_field(row, "story"),
            id=str(row_id),
            text=text_field(row, "text"),
            published=day_field(row, "published"),
            outlet=optional_field(row, "outlet"),
            title=optional_field(row, "title"),
            where=where,
        )
    return PairRecord(
        row_id,
        text_field(row, "a"),
        text_field(row, "b"),
        day_field(row, "published_a"),
        day_field(row, "published_b"),
        where,
    )


#: what a record is called in a file of a partition
_TYPES: dict[str, type[PairRecord | ArticleRow | Broken]] = {
    "pair": PairRecord,
    "article": ArticleRow,
    "broken": Broken,
}
_NAMES = {type_: name for name, type_ in _TYPES.items()}


def dump(record: Record) -> bytes:
    """A record as one line that ``load`` reads back without checking it again."""
    return json.dumps([_NAMES[type(record)], *astuple(record)]).encode("ascii") + b"\n"


def load(line: bytes) -> Record:
    name, *values = json.loads(line)
    return _TYPES[name](*values)


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
