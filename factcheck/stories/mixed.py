"""Whether sources that are about to be compared report several stories."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from factcheck.model import Document
from factcheck.stories.feed import group
from factcheck.stories.grouping import Grouping

#: Of a third of the similarity of a story, and of any days: what falls apart even so is told.
#: All 32 labelled events, of 3 to 22 articles each, hold together from .16 downwards.
_LOOSE = Grouping(window=dt.timedelta.max, similarity=0.12)


def mixed(documents: Sequence[Document]) -> tuple[str, ...]:
    """A warning if two or more stories of two or more sources each are among them, else none."""
    if len(documents) < 4:
        return ()
    stories = [story for story in group(documents, _LOOSE) if len(story) > 1]
    if len(stories) < 2:
        return ()
    return (f"the sources seem to report {len(stories)} stories or more: --by-story compares each by itself",)
