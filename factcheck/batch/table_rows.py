"""What a record puts into each table of the store: rows keyed by the names of the columns."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from typing import Any

from factcheck.batch.work import Result, strongest
from factcheck.model import Claim, Comparison, Document, Fact, FactPair, Link

Row = Mapping[str, Any]
#: the counts of a record, as in the summary of a report
COUNTED = (
    "sources", "origins", "claims", "corroborated", "single_source", "conflicting", "updates", "links",
    "skipped",
)  # fmt: skip


def records_of(result: Result) -> Iterator[Row]:
    comparison = result.comparison
    row: dict[str, Any] = {"record": str(result.id), "kind": result.kind, "error": result.error}
    if comparison is not None:
        summary = comparison.summary
        days = [day for day in map(_day, comparison.sources) if day]
        row |= {name: getattr(summary, name) for name in COUNTED}
        row |= {
            "verdict": strongest(comparison),
            "different_events": summary.different_events,
            "first_published": min(days, default=None),
            "last_published": max(days, default=None),
        }
    yield row


def sources_of(result: Result) -> Iterator[Row]:
    for document in result.comparison.sources if result.comparison else ():
        yield {
            "record": str(result.id),
            "source": document.id,
            "outlet": document.outlet,
            "title": document.title,
            "published": _day(document),
            "origin": document.origin or document.id,
        }


def claims_of(result: Result) -> Iterator[Row]:
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


def facts_of(result: Result) -> Iterator[Row]:
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


def links_of(result: Result) -> Iterator[Row]:
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


def compared_of(result: Result) -> Iterator[Row]:
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
