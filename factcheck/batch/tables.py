"""The tables of the store: every column with its type and what it says.

The schema is public: columns are added, never renamed; ``STORE_VERSION`` counts other changes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Literal

from factcheck.batch import table_rows
from factcheck.batch.table_rows import Row
from factcheck.batch.work import Result

STORE_VERSION = 1
Type = Literal["string", "bool", "int32", "float64", "date32"]


@dataclass(frozen=True, slots=True)
class Column:
    name: str
    type: Type
    meaning: str


@dataclass(frozen=True, slots=True)
class Table:
    """``rows(result)`` gives the rows of a record, keyed by the names of the columns."""

    name: str
    meaning: str
    columns: tuple[Column, ...]
    rows: Callable[[Result], Iterator[Row]]


_RECORD = Column("record", "string", "id of the pair or name of the story")
_CLAIM = Column("claim", "string", "id of the claim, unique within its record")
_SOURCE = Column("source", "string", "id of the article, unique within its record")
_LINK = Column("link", "string", "id of the link, unique within its record")


def _sides(of: str, *columns: tuple[str, Type, str]) -> tuple[Column, ...]:
    return tuple(
        Column(f"{name}_{side}", type, f"{meaning} of {of} {side}")
        for side in "ab"
        for name, type, meaning in columns
    )


TABLES: tuple[Table, ...] = (
    Table(
        "records",
        "one row a pair or story",
        (
            _RECORD,
            Column("kind", "string", "pair or story"),
            Column("verdict", "string", "the strongest of its claims; null with an error"),
            *(Column(name, "int32", f"number of {name.replace('_', '-')}") for name in table_rows.COUNTED),
            Column("different_events", "bool", "some of its sources seem to report different events"),
            Column("first_published", "date32", "day of the earliest source with a date"),
            Column("last_published", "date32", "day of the latest source with a date"),
            Column("error", "string", "why it could not be compared; null if it was"),
        ),
        table_rows.records_of,
    ),
    Table(
        "sources",
        "one row an article",
        (
            _RECORD,
            _SOURCE,
            Column("outlet", "string", "who published it"),
            Column("title", "string", "its headline"),
            Column("published", "date32", "day of publication"),
            Column("origin", "string", "the source whose text it reprints, or itself"),
        ),
        table_rows.sources_of,
    ),
    Table(
        "claims",
        "one row a claim",
        (
            _RECORD,
            _CLAIM,
            _SOURCE,
            Column("outlet", "string", "outlet of its source"),
            Column("published", "date32", "day of publication of its source"),
            Column("start", "int32", "first code point in the text of its source"),
            Column("end", "int32", "code point behind the last"),
            Column("text", "string", "the sentence"),
            Column("speaker", "string", "who says it, where it is quoted"),
            Column("verdict", "string", "corroborated, single-source or conflicting"),
        ),
        table_rows.claims_of,
    ),
    Table(
        "facts",
        "one row a fact of a claim",
        (
            _RECORD,
            _CLAIM,
            _SOURCE,
            Column("kind", "string", "count, money, date, ..."),
            Column("start", "int32", "first code point in the text of its source"),
            Column("end", "int32", "code point behind the last"),
            Column("text", "string", "as written"),
            Column("value", "string", "as written with scale words applied; dates and durations ISO 8601"),
            Column("number", "float64", "the value, where it is a number"),
            Column("unit", "string", "mile, USD, weekday, ..."),
            Column("of", "string", "the thing counted or measured"),
            Column("role", "string", "the predicate it takes part in (killed, said)"),
            Column("low", "string", "least value the words allow; null is unbounded"),
            Column("high", "string", "largest value the words allow; null is unbounded"),
            Column("verdict", "string", "of the fact itself"),
        ),
        table_rows.facts_of,
    ),
    Table(
        "links",
        "one row a link: two claims about the same fact",
        (
            _RECORD,
            _LINK,
            Column("relation", "string", "corroborates or conflicts"),
            Column("update", "bool", "a conflict that is a running figure which moved"),
            Column("independent", "bool", "false between reprints of one text"),
            Column("confidence", "float64", "what the link is judged on, 0 to 1"),
            Column("similarity", "float64", "TF-IDF cosine of the masked sentences, 0 to 1"),
            Column("why", "string", "the reason in words"),
            *_sides(
                "claim",
                ("claim", "string", "id"),
                ("source", "string", "source"),
                ("outlet", "string", "outlet"),
                ("published", "date32", "day of publication"),
                ("text", "string", "sentence"),
            ),
        ),
        table_rows.links_of,
    ),
    Table(
        "compared",
        "one row a pair of facts that a link rests on",
        (
            _RECORD,
            _LINK,
            Column("kind", "string", "kind of both facts"),
            Column("relation", "string", "equal, compatible, part, update, conflict or attributed"),
            Column("of", "string", "the thing counted or measured"),
            Column("why", "string", "the reason in words"),
            *_sides(
                "fact",
                ("text", "string", "text"),
                ("value", "string", "value"),
                ("number", "float64", "value as a number"),
                ("unit", "string", "unit"),
            ),
        ),
        table_rows.compared_of,
    ),
)
