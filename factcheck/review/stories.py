"""The stories to review: each is compared on its own."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from factcheck.errors import FactcheckError
from factcheck.ingest import READERS
from factcheck.ingest.folder import article_files
from factcheck.ingest.sources import read_all
from factcheck.model import Comparison
from factcheck.pipeline import compare
from factcheck.review.read import read_report


def read_stories(
    sources: Sequence[str], *, encoding: str | None = None, limits: Mapping[str, float]
) -> list[Comparison]:
    """A comparison for every story, in the order given.

    A .json file is a saved report of one story. A folder with articles is a story, one with
    only folders a story for each of them. All loose articles are one story together.
    ``limits`` are min_similarity and min_confidence, where given. FactcheckError as for
    ``compare`` and ``read_report``.
    """
    loose = [source for source in sources if _is_loose(source)]
    found: list[Comparison] = []
    for source in sources:
        if source in loose:
            if source == loose[0]:
                found.append(_compared(loose, encoding, limits))
        elif source.endswith(".json"):
            found.append(read_report(source))
        else:
            found += [_compared([folder], encoding, limits) for folder in story_folders(source)]
    return found


def _is_loose(source: str) -> bool:
    return source == "-" or not (source.endswith(".json") or Path(source).is_dir())


def _compared(sources: Sequence[str], encoding: str | None, limits: Mapping[str, float]) -> Comparison:
    documents = read_all(sources, encoding=encoding)
    if len(documents) < 2:
        raise FactcheckError(f"{sources[0]}: a story needs at least two sources")
    return compare(*documents, **limits)  # type: ignore[arg-type]


def story_folders(folder: str) -> list[str]:
    """The folders below that hold articles themselves, topmost first, in the order of their paths."""
    holding = dict.fromkeys(file.parent for file in article_files(Path(folder), READERS))
    return [str(path) for path in holding if not any(above in holding for above in path.parents)]
