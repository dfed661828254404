"""A feed of articles, grouped as it comes; what is kept is bounded by the window."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

from factcheck.model import Document
from factcheck.stories.grouping import Grouping
from factcheck.stories.linkage import Days, Group, link
from factcheck.stories.live import Live, LiveStories
from factcheck.stories.vectors import terms_of, vectorise

if TYPE_CHECKING:
    from scipy.sparse import csr_array

#: articles grouped at a time: a morning's news of a large feed, 40 MB of text
BLOCK = 10_000
#: neighbours looked at of an article, among those of its block and among the stories before it
_NEIGHBOURS, _STORIES = 50, 10

_Pair = tuple[int, int]


@dataclass(frozen=True, slots=True)
class _Near:
    """The articles of a block that are like another of it or like a story before it (most are
    like none), as groups with those stories after them, and which of the groups are alike."""

    articles: list[int]
    groups: list[Group]
    similar: list[_Pair]


class Feed:
    """Stories of articles that come in the order of their days.

    The state is one vector of at most 128 terms for each story that began within the window, and
    for the latest 100,000 that have no date. It can be pickled, to go on later.
    """

    def __init__(self, grouping: Grouping | None = None) -> None:
        chosen = grouping or Grouping()
        self._window = chosen.window.days
        self._similarity = chosen.similarity
        self._day: int | None = None
        self._live = LiveStories()

    def add(self, articles: Sequence[Document]) -> list[str]:
        """The id of the story of each of these articles, looked at together.

        An article without a date has the latest day before it. A story keeps the id it has,
        that of its first article; ids of articles are taken to be unique.
        """
        days = [self._day_of(article) for article in articles]
        self._live.forget(min((d[0] for d in days if d is not None), default=0), self._window)
        vectors = vectorise(articles)
        near = self._near(vectors, days)
        ids = [article.id for article in articles]
        grown: dict[int, Group] = {}
        new: list[tuple[str, Group]] = []
        for members, group in link(near.groups, near.similar, self._similarity, self._window):
            own = [near.articles[n] for n in members if n < len(near.articles)]
            if own and group.story is not None:
                grown[group.story] = group
            elif own:
                new.append((ids[own[0]], group))
            for a in own:
                ids[a] = ids[own[0]] if group.story is None else self._live.stories[group.story].id
        alone = sorted({*range(len(articles))}.difference(near.articles))
        self._live.update(grown, new, [Live(ids[a], 1, days[a], 1.0) for a in alone], vectors[alone])
        return ids

    def _near(self, vectors: csr_array, days: Sequence[Days | None]) -> _Near:
        from factcheck.align.topk import top_k

        among = _pairs(top_k(vectors, vectors, _NEIGHBOURS, self._similarity))
        among = sorted({(min(pair), max(pair)) for pair in among if pair[0] != pair[1]})
        before = _pairs(top_k(vectors, self._live.directions, _STORIES, self._similarity))
        articles = sorted({a for pair in among for a in pair} | {a for a, _ in before})
        stories = sorted({place for _, place in before})
        at = {a: n for n, a in enumerate(articles)}
        at_story = {place: len(articles) + n for n, place in enumerate(stories)}
        return _Near(
            articles,
            groups=[Group(terms_of(vectors, a), days=days[a]) for a in articles]
            + [self._live.group(place) for place in stories],
            similar=[(at[a], at[b]) for a, b in among] + [(at[a], at_story[p]) for a, p in before],
        )

    def _day_of(self, article: Document) -> Days | None:
        if article.published is not None:
            day = dt.date.fromisoformat(article.published[:10]).toordinal()
            self._day = max(day, self._day or day)
            return day, day
        return None if self._day is None else (self._day, self._day)


def story_ids(articles: Iterable[Document], grouping: Grouping | None = None) -> Iterator[str]:
    """The story of each article of a feed, in its order, ``BLOCK`` of them read at a time.

    The articles come in the order of their days; otherwise as ``Feed``.
    """
    feed = Feed(grouping)
    rest = iter(articles)
    while block := list(islice(rest, BLOCK)):
        yield from feed.add(block)


def group(articles: Iterable[Document], grouping: Grouping | None = None) -> list[tuple[Document, ...]]:
    """Stories, each with the earliest article first, in the order of their first articles.

    Every article is in one story, and the stories are the same whatever the order of the
    articles, whose ids must be unique. One without a date is grouped by its words alone.
    """
    # Those without a date come first: no day is known yet that could be taken for theirs.
    ordered = sorted(articles, key=lambda d: (d.published or "", d.id))
    stories: dict[str, list[Document]] = {}
    for document, story in zip(ordered, story_ids(ordered, grouping), strict=True):
        stories.setdefault(story, []).append(document)
    return [tuple(documents) for documents in stories.values()]


def _pairs(found: csr_array) -> list[_Pair]:
    rows, columns = found.nonzero()
    return list(zip(rows.tolist(), columns.tolist(), strict=True))
