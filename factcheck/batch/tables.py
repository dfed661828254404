"""The tables of the store: every column with its type and what it says.

The schema is public: columns are added, never renamed; ``STORE_VERSION`` counts other changes.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from factcheck.batch.work import Result, strongest
from factcheck.model import Claim, Comparison, Document, Fact, FactPair, Link

STORE_VERSION = 1
Type = Literal["string", "bool", "int32", "float64", "date32"]
Row = Mapping[str, Any]


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


def _records(result: Result) -> Iterator[Row]:
    comparison = result.comparison
    row: dict[str, Any] = {"record": str(result.id), "kind": result.kind, "error": result.error}
    if comparison is not None:
        summary = comparison.summary
        days = [day for day in map(_day, comparison.sources) if day]
        row |= {name: getattr(summary, name) for name in _COUNTED}
        row |= {
            "verdict": strongest(comparison),
            "different_events": summary.different_events,
            "first_published": min(days, default=None),
            "last_published": max(days, default=None),
        }
    yield row


def _sources(result: Result) -> Iterator[Row]:
    for document in result.comparison.sources if result.comparison else ():
        yield {
            "record": str(result.id),
            "source": document.id,
            "outlet": document.outlet,
            "title": document.title,
            "published": _day(document),
            "origin": document.origin or document.id,
        }


def _claims(result: Result) -> Iterator[Row]:
    if result.comparison is None:
        return
    documents = {d.id: d for d in result.comparison.sources}
    for claim in result.comparison.claims:
        yield {
            "record": str(result.id),
            "claim": claim.id,
            "source": claim.source,
            "outlet": documents[claim.source].outlet,
            "published": _day(documents[claim.source]),
            "start": claim.start,
            "end": claim.end,
            "text": claim.text,
            "speaker": claim.speaker,
            "verdict": claim.verdict,
        }


def _facts(result: Result) -> Iterator[Row]:
    for claim in result.comparison.claims if result.comparison else ():
        for fact in claim.facts:
            yield {
                "record": str(result.id),
                "claim": claim.id,
                "source": claim.source,
                "kind": fact.kind,
                "start": fact.start,
                "end": fact.end,
                "text": fact.text,
                "value": _written(fact.value),
                "number": _number(fact.value),
                "unit": fact.unit,
                "of": fact.of,
                "role": fact.role,
                "low": _written(fact.low),
                "high": _written(fact.high),
                "verdict": fact.verdict,
            }


def _links(result: Result) -> Iterator[Row]:
    for link, sides in _ends(result):
        row: dict[str, Any] = {
            "record": str(result.id),
            "link": link.id,
            "relation": link.relation,
            "update": link.update,
            "independent": link.independent,
            "confidence": link.confidence,
            "similarity": link.similarity,
            "why": link.why,
        }
        for side, (claim, document) in zip("ab", sides, strict=True):
            row |= {
                f"claim_{side}": claim.id,
                f"source_{side}": claim.source,
                f"outlet_{side}": document.outlet,
                f"published_{side}": _day(document),
                f"text_{side}": claim.text,
            }
        yield row


def _compared(result: Result) -> Iterator[Row]:
    for link, _ in _ends(result):
        for pair in link.facts:
            yield {
                "record": str(result.id),
                "link": link.id,
                "kind": pair.kind,
                "relation": pair.relation,
                "of": _of(pair),
                "why": pair.why,
                **_fact("a", pair.a),
                **_fact("b", pair.b),
            }


def _ends(result: Result) -> Iterator[tuple[Link, list[tuple[Claim, Document]]]]:
    comparison: Comparison | None = result.comparison
    if comparison is None:
        return
    documents = {d.id: d for d in comparison.sources}
    for link in comparison.links:
        claims = [comparison.claim(id) for id in link.claims]
        yield link, [(claim, documents[claim.source]) for claim in claims]


def _of(pair: FactPair) -> str | None:
    return pair.a.of or pair.b.of


def _fact(side: str, fact: Fact) -> dict[str, Any]:
    return {
        f"text_{side}": fact.text,
        f"value_{side}": _written(fact.value),
        f"number_{side}": _number(fact.value),
        f"unit_{side}": fact.unit,
    }


def _day(document: Document) -> dt.date | None:
    return dt.date.fromisoformat(document.published) if document.published else None


def _written(value: float | int | str | None) -> str | None:
    return None if value is None else str(value)


def _number(value: float | int | str | None) -> float | None:
    return float(value) if isinstance(value, int | float) else None


#: the counts of a record, as in the summary of a report
_COUNTED = (
    "sources", "origins", "claims", "corroborated", "single_source", "conflicting", "updates", "links",
    "skipped",
)  # fmt: skip

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
            *(Column(name, "int32", f"number of {name.replace('_', '-')}") for name in _COUNTED),
            Column("different_events", "bool", "some of its sources seem to report different events"),
            Column("first_published", "date32", "day of the earliest source with a date"),
            Column("last_published", "date32", "day of the latest source with a date"),
            Column("error", "string", "why it could not be compared; null if it was"),
        ),
        _records,
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
        _sources,
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
        _claims,
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
        _facts,
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
        _links,
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
        _compared,
    ),
)
