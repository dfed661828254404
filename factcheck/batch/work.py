"""One record in, one result line out: what every engine runs."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from factcheck.batch.records import Broken, PairRecord, StoryRow
from factcheck.model import Comparison, Document, FactcheckError
from factcheck.pipeline import compare
from factcheck.report.json_ import claim_object, link_object
from factcheck.report.view import VERDICTS


def _line(fields: dict[str, Any]) -> str:
    return json.dumps(fields, ensure_ascii=False, allow_nan=False) + "\n"


def broken_line(record: Broken) -> str:
    return _line({"id": record.id, "error": record.error})


def strongest(comparison: Comparison) -> str:
    """conflicting > corroborated > single-source; a pair without claims is single-source."""
    found = {claim.verdict for claim in comparison.claims}
    return next((verdict for verdict in VERDICTS if verdict in found), "single-source")


def pair_line(record: PairRecord) -> str:
    """{"id", "verdict", "links"}, or {"id", "error"} if the pair cannot be compared."""
    a = Document("a", record.a, "a", published=record.published_a)
    b = Document("b", record.b, "b", published=record.published_b)
    try:
        comparison = compare(a, b)
    except FactcheckError as error:
        return _line({"id": record.id, "error": str(error)})
    links = [link_object(link) for link in comparison.links]
    return _line({"id": record.id, "verdict": strongest(comparison), "links": links})


def story_line(rows: Sequence[StoryRow]) -> str:
    """{"story", "claims", "links", "summary"}, or {"story", "error"}."""
    documents = [
        Document(row.id, row.text, row.id, title=row.title, outlet=row.outlet, published=row.published)
        for row in rows
    ]
    try:
        comparison = compare(*documents)
    except FactcheckError as error:
        return _line({"story": rows[0].story, "error": str(error)})
    return _line(
        {
            "story": rows[0].story,
            "claims": [claim_object(claim) for claim in comparison.claims],
            "links": [link_object(link) for link in comparison.links],
            "summary": asdict(comparison.summary),
        }
    )
