"""A saved JSON report read back as the comparison it was made of."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path
from typing import Any, TypeVar, get_args

from factcheck.errors import FactcheckError
from factcheck.model import (
    Claim,
    Comparison,
    Document,
    Fact,
    FactKind,
    FactPair,
    FactRelation,
    Link,
    LinkRelation,
    Review,
    Skipped,
    SourcePair,
    Story,
    Verdict,
)  # fmt: skip
from factcheck.report.json_ import FORMAT_VERSION

_T = TypeVar("_T")
_Row = dict[str, Any]


def read_report(path: str | Path) -> Comparison:
    """The comparison in a file that ``compare --format json`` wrote.

    Documents come without their text, links without the weights of their confidence, and
    pairs that gave no link (``--explain``) are left out. FactcheckError, naming the file, if
    it cannot be read, is no such report, has another format_version, or holds only a part
    (``--only``).
    """
    try:
        report = json.loads(Path(path).read_text(encoding="utf-8-sig"))
    except OSError as error:
        raise FactcheckError(f"{path}: {(error.strerror or str(error)).lower()}") from None
    except (ValueError, RecursionError) as error:
        raise FactcheckError(f"{path}: not JSON ({error})") from None
    if not isinstance(report, dict) or "format_version" not in report:
        raise FactcheckError(f"{path}: not a JSON report of factcheck compare")
    version = report["format_version"]
    if version != FORMAT_VERSION:
        raise FactcheckError(f"{path}: has format_version {version!r}, this version reads {FORMAT_VERSION}")
    try:
        comparison = _comparison(report)
        whole = report["summary"] == asdict(comparison.summary)
    except (KeyError, TypeError, ValueError, AttributeError, OverflowError) as error:
        problem = f"no {error}" if isinstance(error, KeyError) else str(error)
        raise FactcheckError(f"{path}: not a JSON report of factcheck compare ({problem})") from None
    if not whole:
        raise FactcheckError(
            f"{path}: its summary counts more than it holds; write the report without --only"
        )
    return comparison


def _comparison(report: _Row) -> Comparison:
    sources = _all(report["sources"], _source)
    claims = _all(report["claims"], _claim)
    links = _all(report["links"], _link)
    ids = {d.id for d in sources}
    known = {c.id for c in claims}
    if len(known) < len(claims) or len({x.id for x in links}) < len(links):
        raise ValueError("an id is there twice")
    if any(c.source not in ids for c in claims) or any(c not in known for x in links for c in x.claims):
        raise ValueError("an id is there of nothing")
    return Comparison(
        sources=sources,
        claims=claims,
        links=links,
        compared=(),
        skipped=_all(report["skipped"], lambda row: Skipped(**row)),
        stories=_all(report.get("by_story", []), lambda row: Story(_text(row, "id"), tuple(row["sources"]))),
        events=_all(report["events"], lambda row: SourcePair(**row | {"sources": tuple(row["sources"])})),
    )


def _all(rows: Any, make: Callable[[_Row], _T]) -> tuple[_T, ...]:
    if not isinstance(rows, list):
        raise TypeError("a list is missing")
    return tuple(map(make, rows))


def _source(row: _Row) -> Document:
    return Document(
        id=_text(row, "id"),
        text="",
        path=_text(row, "path"),
        title=row["title"],
        outlet=row["outlet"],
        published=row["published"],
        origin=row["origin"],
    )


def _claim(row: _Row) -> Claim:
    return Claim(
        id=_text(row, "id"),
        source=_text(row, "source"),
        start=int(row["start"]),
        end=int(row["end"]),
        text=_text(row, "text"),
        spans=tuple((int(start), int(end)) for start, end in row["spans"]),
        facts=_all(row["facts"], _fact),
        speaker=row["speaker"],
        verdict=_one_of(row, "verdict", Verdict),
    )


def _fact(row: _Row) -> Fact:
    _one_of(row, "kind", FactKind)
    return Fact(**row)


def _pair(row: _Row) -> FactPair:
    relation = _one_of(row, "relation", FactRelation)
    return FactPair(
        _one_of(row, "kind", FactKind), _fact(row["a"]), _fact(row["b"]), relation, _text(row, "why")
    )


def _link(row: _Row) -> Link:
    a, b = row["claims"]
    return Link(
        id=_text(row, "id"),
        claims=(a, b),
        similarity=float(row["similarity"]),
        relation=_one_of(row, "relation", LinkRelation),
        confidence=float(row["confidence"]),
        facts=_all(row["facts"], _pair),
        why=_text(row, "why"),
        update=bool(row["update"]),
        independent=bool(row["independent"]),
        judge=row["judge"],
        # reports from before reviews have neither
        review=Review(**row["review"]) if row.get("review") else None,
        known=row.get("known"),
    )


def _text(row: _Row, field: str) -> str:
    value = row[field]
    if not isinstance(value, str):
        raise TypeError(f"{field} is no text")
    return value


def _one_of(row: _Row, field: str, choices: Any) -> Any:
    if row[field] not in get_args(choices):
        raise ValueError(f"{field} is {row[field]!r}")
    return row[field]
