"""One record in, one result out."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal

from factcheck.batch.records import ArticleRow, PairRecord
from factcheck.ingest import assign_ids
from factcheck.model import Comparison, Document, FactcheckError
from factcheck.pipeline import MIN_CONFIDENCE, MIN_SIMILARITY, decide, documents_side_by_side
from factcheck.report.view import VERDICTS


@dataclass(frozen=True, slots=True)
class Options:
    """What decides the results, and so what the results of one job must share."""

    min_similarity: float = MIN_SIMILARITY
    min_confidence: float = MIN_CONFIDENCE


@dataclass(frozen=True, slots=True)
class Result:
    """What became of a record: a comparison, or the error that kept it from one."""

    kind: Literal["pair", "story"]
    id: str | int
    comparison: Comparison | None = None
    error: str | None = None


def strongest(comparison: Comparison) -> str:
    """conflicting > corroborated > single-source; a record without claims is single-source."""
    found = {claim.verdict for claim in comparison.claims}
    return next((verdict for verdict in VERDICTS if verdict in found), "single-source")


def compare_pair(record: PairRecord, options: Options) -> Result:
    a = Document("a", record.a, "a", published=record.published_a)
    b = Document("b", record.b, "b", published=record.published_b)
    return _result("pair", record.id, record.where, lambda: _compare([a, b], options))


def document(row: ArticleRow) -> Document:
    return Document(row.id, row.text, row.id, title=row.title, outlet=row.outlet, published=row.published)


def compare_story(name: str, rows: Sequence[ArticleRow], options: Options) -> Result:
    """The articles of a story, at least one, under the name it has in the results.

    An article of a feed that no other resembles stands alone, and so do its claims; a story
    of one article that was given as such cannot be compared.
    """
    documents = assign_ids(map(document, rows))
    alone = len(rows) == 1 and rows[0].begun is not None
    return _result("story", name, rows[0].where, lambda: _compare(documents, options, 1 if alone else 2))


def _result(
    kind: Literal["pair", "story"], id: str | int, where: str, compared: Callable[[], Comparison]
) -> Result:
    try:
        return Result(kind, id, compared())
    except FactcheckError as error:
        return Result(kind, id, error=f"{where}: {error}")
    except Exception as error:
        # A defect of ours in one record must not end a job of days.
        if os.environ.get("FACTCHECK_DEBUG"):
            raise
        return Result(kind, id, error=f"{where}: internal error: {error!r}")


def _compare(documents: Sequence[Document], options: Options, least: int = 2) -> Comparison:
    """Links and verdicts; near misses are for people who look at one comparison."""
    if len(documents) < least:
        raise FactcheckError("a story needs at least two articles")
    found = documents_side_by_side(documents, options.min_similarity)
    return decide(found, options.min_confidence, near_misses=False)
