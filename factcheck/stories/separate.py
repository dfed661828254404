"""A comparison of sources that report several stories: each story by itself."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TypeVar

from factcheck.model import Claim, Comparison, Document, Skipped, Story
from factcheck.pipeline import decide, documents_side_by_side
from factcheck.stories.feed import group
from factcheck.stories.grouping import Grouping

_OfSource = TypeVar("_OfSource", Claim, Skipped)


def compare_by_story(
    documents: Sequence[Document], grouping: Grouping, min_similarity: float, min_confidence: float
) -> Comparison:
    """The comparisons of all stories in one; sources, claims and what was skipped in the order of
    the documents, whose ids must be unique. Claims of different stories are never linked."""
    stories = group(documents, grouping)
    place = {document.id: n for n, document in enumerate(documents)}
    parts = [
        decide(
            documents_side_by_side(sorted(story, key=lambda d: place[d.id]), min_similarity), min_confidence
        )
        for story in stories
    ]

    def in_order(found: Iterable[_OfSource]) -> tuple[_OfSource, ...]:
        return tuple(sorted(found, key=lambda one: place[one.source]))

    return Comparison(
        sources=tuple(sorted((d for p in parts for d in p.sources), key=lambda d: place[d.id])),
        claims=in_order(claim for p in parts for claim in p.claims),
        links=tuple(link for p in parts for link in p.links),
        compared=tuple(candidate for p in parts for candidate in p.compared),
        skipped=in_order(skipped for p in parts for skipped in p.skipped),
        warnings=tuple(warning for p in parts for warning in p.warnings),
        events=tuple(pair for p in parts for pair in p.events),
        stories=tuple(Story(story[0].id, tuple(d.id for d in story)) for story in stories),
    )
