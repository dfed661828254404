"""Whether sources that are about to be compared report several stories."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from factcheck.model import Document
from factcheck.stories.feed import group
from factcheck.stories.grouping import Grouping

#: Of a third of the similarity of a story, and of any days: what falls apart even so is told.
#: Of 86 labelled events none does (the loosest of the 32 looked at holds together at .16), and
#: of 60 folders with three articles of each of two events, 57 do.
_LOOSE = Grouping(window=dt.timedelta.max, similarity=0.12)


def mixed(documents: Sequence[Document]) -> tuple[str, ...]:
    """A warning if two or more stories of two or more sources each are among them, else none."""
    stories = [story for story in group(documents, _LOOSE) if len(story) > 1]
    if len(stories) < 2:
        return ()
    return (f"the sources seem to report {len(stories)} stories or more: --by-story compares each by itself",)
