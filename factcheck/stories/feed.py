"""A feed of articles, grouped as it comes; what is kept is bounded by the window."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import TYPE_CHECKING

from factcheck.model import Document, FactcheckError
from factcheck.stories.linkage import Days, Group, link
from factcheck.stories.live import Live, LiveStories
from factcheck.stories.vectors import terms_of, vectorise

if TYPE_CHECKING:
    from scipy.sparse import csr_array

#: Follow-ups of most events come within days, and what is told every day (markets, weather)
#: is told again as soon. Set by judgement: the labelled events carry no dates.
WINDOW = dt.timedelta(days=3)
#: Mean cosine from which articles are one story: where F0.5 (a false join costs more than a
#: false split) is highest on labelled events, those of each half chosen on the other.
SIMILARITY = 0.38
#: articles grouped at a time: a morning's news of a large feed, 40 MB of text
BLOCK = 10_000
#: neighbours looked at of an article, among those of its block and among the stories before it
_NEIGHBOURS, _STORIES = 50, 10

_Pair = tuple[int, int]


class Feed:
    """Stories of articles that come in the order of their days.

    The state is one vector of at most 128 terms for each story that began within the window.
    """

    def __init__(self, window: dt.timedelta = WINDOW, similarity: float = SIMILARITY) -> None:
        """FactcheckError for a negative window or a similarity outside ]0, 1]."""
        if window < dt.timedelta(0):
            raise FactcheckError(f"a window of {window.days} days: it cannot be negative")
        if not 0 < similarity <= 1:
            raise FactcheckError(f"a similarity of {similarity}: it must be above 0 and at most 1")
        self._window = window.days
        self._similarity = similarity
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
        among, before = self._similar(vectors)
        # Most articles are like no other: they are stories as they stand.
        like = sorted({a for pair in among for a in pair} | {a for a, _ in before})
        places = sorted({place for _, place in before})
        at = {a: n for n, a in enumerate(like)}
        at_story = {place: len(like) + n for n, place in enumerate(places)}
        groups = [Group(terms_of(vectors, a), days=days[a]) for a in like]
        groups += [self._live.group(place) for place in places]
        similar = [(at[a], at[b]) for a, b in among] + [(at[a], at_story[place]) for a, place in before]
        ids = [article.id for article in articles]
        grown: dict[int, Group] = {}
        new: list[tuple[str, Group]] = []
        for members, group in link(groups, similar, self._similarity, self._window):
            own = [like[n] for n in members if n < len(like)]
            if own and group.story is not None:
                grown[group.story] = group
            elif own:
                new.append((ids[own[0]], group))
            for a in own:
                ids[a] = ids[own[0]] if group.story is None else self._live.stories[group.story].id
        alone = [a for a in range(len(articles)) if a not in at]
        self._live.update(grown, new, [Live(ids[a], 1, days[a], 1.0) for a in alone], vectors[alone])
        return ids

    def _similar(self, vectors: csr_array) -> tuple[list[_Pair], list[_Pair]]:
        """Articles that are like each other, and articles with the places of stories they are like."""
        from factcheck.align.topk import top_k

        among = _pairs(top_k(vectors, vectors, _NEIGHBOURS, self._similarity))
        before = _pairs(top_k(vectors, self._live.directions, _STORIES, self._similarity))
        return sorted({(min(pair), max(pair)) for pair in among if pair[0] != pair[1]}), before

    def _day_of(self, article: Document) -> Days | None:
        if article.published is not None:
            day = dt.date.fromisoformat(article.published[:10]).toordinal()
            self._day = max(day, self._day or day)
            return day, day
        return None if self._day is None else (self._day, self._day)


def story_ids(
    articles: Iterable[Document], *, window: dt.timedelta = WINDOW, similarity: float = SIMILARITY
) -> Iterator[str]:
    """The story of each article of a feed, in its order, ``BLOCK`` of them read at a time.

    The articles come in the order of their days; otherwise as ``Feed``.
    """
    feed = Feed(window, similarity)
    rest = iter(articles)
    while block := list(islice(rest, BLOCK)):
        yield from feed.add(block)


def _pairs(found: csr_array) -> list[_Pair]:
    rows, columns = found.nonzero()
    return list(zip(rows.tolist(), columns.tolist(), strict=True))
