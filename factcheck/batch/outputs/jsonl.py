"""One JSON object a line and record."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator
from dataclasses import asdict
from typing import Any

from factcheck.batch.storage import join, open_write
from factcheck.batch.work import Result, strongest
from factcheck.report.json_ import claim_object, link_object, source_object
from factcheck.report.json_text import dumps


def files(name: str) -> list[str]:
    return [f"{name}.jsonl"]


@contextlib.contextmanager
def open_partition(folder: str, name: str) -> Iterator[Callable[[Result], None]]:
    with open_write(join(folder, *files(name))) as file:

        def add(result: Result) -> None:
            file.write(line(result).encode("utf-8"))

        yield add


def line(result: Result) -> str:
    """{"id", "verdict", "links"} for a pair, {"story", "sources", "claims", "links", "summary"} for a
    story, {"id" or "story", "error"} for what cannot be compared."""
    return dumps(_object(result)) + "\n"


def _object(result: Result) -> dict[str, Any]:
    comparison = result.comparison
    key = {"id" if result.kind == "pair" else "story": result.id}
    if comparison is None:
        return key | {"error": result.error}
    links = [link_object(link) for link in comparison.links]
    if result.kind == "pair":
        return key | {"verdict": strongest(comparison), "links": links}
    return key | {
        "sources": [source_object(document) for document in comparison.sources],
        "claims": [claim_object(claim) for claim in comparison.claims],
        "links": links,
        "summary": asdict(comparison.summary),
    }
