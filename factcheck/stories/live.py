"""The stories that an article of today may still belong to, without their texts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from factcheck.stories.linkage import Days, Group
from factcheck.stories.vectors import heaviest, length, rows, terms_of

if TYPE_CHECKING:
    from scipy.sparse import csr_array


#: stories without a date that are kept: no window bounds them
_UNDATED = 100_000


@dataclass(frozen=True, slots=True)
class Live:
    """What is kept of a story besides its vector, which is ``length`` times a row of length one."""

    id: str
    size: int
    days: Days | None
    length: float


class LiveStories:
    """In the order they began; row n of ``directions`` is the mean of the vectors of story n's
    articles, of its heaviest terms, made a row of length one."""

    def __init__(self) -> None:
        self.stories: list[Live] = []
        self.directions = rows([])

    def group(self, place: int) -> Group:
        """A story as a group that articles may join."""
        story = self.stories[place]
        return Group(
            terms_of(self.directions, place, story.length * story.size), story.size, story.days, place
        )

    def forget(self, day: int, window: int) -> None:
        """Leave out the stories that no article of ``day`` (an ordinal) or later may join, and of
        those without a day all but the latest."""
        undated = [n for n, s in enumerate(self.stories) if s.days is None][:-_UNDATED]
        late = [n for n, s in enumerate(self.stories) if s.days is not None and day - s.days[0] > window]
        kept = sorted({*range(len(self.stories))}.difference(undated, late))
        if len(kept) < len(self.stories):
            self.stories = [self.stories[n] for n in kept]
            self.directions = self.directions[kept]

    def update(
        self,
        grown: Mapping[int, Group],
        new: Sequence[tuple[str, Group]],
        alone: Sequence[Live],
        vectors: csr_array,
    ) -> None:
        """The stories at these places as they are now, and new ones after all others: of some
        articles each, and of one article each, whose vectors are given."""
        from scipy.sparse import csr_array, vstack

        before = len(self.stories)
        changed = [(self.stories[place].id, group) for place, group in grown.items()] + [*new]
        terms = [heaviest(group.sums) for _, group in changed]
        lives = [
            Live(id, group.size, group.days, length(row) / group.size)
            for (id, group), row in zip(changed, terms, strict=True)
        ]
        order = [*range(before + len(changed) + len(alone))]
        for n, place in enumerate(grown):
            self.stories[place], order[place] = lives[n], before + n
        self.stories += [*lives[len(grown) :], *alone]
        del order[before : before + len(grown)]
        self.directions = csr_array(vstack([self.directions, rows(terms), vectors], format="csr")[order])
