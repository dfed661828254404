"""Which articles report one story: grouped by the days they were published and their words.

Topic detection as in J. Allan (ed.), "Topic Detection and Tracking" (2002), and S. Miranda et
al., "Multilingual Clustering of Streaming News" (2018): sparse vectors with background
frequencies, articles in the order of time. Within a block they are joined by average linkage,
and to the stories before it likewise: joining each article alone to the nearest centroid, to
its nearest neighbour or to all it resembles was measured and is worse (docs/how-to/stories.md).
"""

from __future__ import annotations

from factcheck.stories.feed import BLOCK, Feed, group, story_ids
from factcheck.stories.grouping import Grouping, parse_window

__all__ = ["BLOCK", "Feed", "Grouping", "group", "parse_window", "story_ids"]
