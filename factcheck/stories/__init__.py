"""Which articles report one story: grouped by the days they were published and their words.

Topic detection as in J. Allan (ed.), "Topic Detection and Tracking" (2002), and S. Miranda et
al., "Multilingual Clustering of Streaming News" (2018): sparse vectors with background
frequencies, articles in the order of time. Within a block they are joined by average linkage,
and to the stories before it likewise: joining each article alone to the nearest centroid, to
its nearest neighbour or to all it resembles was measured and is worse (docs/how-to/stories.md).
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from factcheck.model import Document
from factcheck.stories.feed import SIMILARITY, WINDOW, Feed, story_ids

__all__ = ["SIMILARITY", "WINDOW", "Feed", "Story", "group", "story_ids"]


@dataclass(frozen=True, slots=True)
class Story:
    """Articles that report one story, the earliest first; ``id`` is that of the first."""

    id: str
    articles: tuple[Document, ...]


def group(
    articles: Iterable[Document], *, window: dt.timedelta = WINDOW, similarity: float = SIMILARITY
) -> list[Story]:
    """Every article in one story, in the order of their first articles; the same stories
    whatever the order of the articles.

    No two articles of a story were published more than ``window`` apart, counted in days, and
    their mean cosine is about ``similarity`` or more. An article without a date is grouped by
    its words alone. FactcheckError for a negative window or a similarity outside ]0, 1].
    """
    # Those without a date come first: before any day is known, none is given to them.
    ordered = sorted(articles, key=lambda d: (d.published or "", d.id, d.path, d.text))
    stories: dict[str, list[Document]] = {}
    for document, story in zip(
        ordered, story_ids(ordered, window=window, similarity=similarity), strict=True
    ):
        stories.setdefault(story, []).append(document)
    return [Story(story, tuple(documents)) for story, documents in stories.items()]
