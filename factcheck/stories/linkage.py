"""Which articles belong together: average linkage, from the most similar two upwards.

Single linkage chains stories together over articles that mention both; a story here is
one whose articles are alike on average (UPGMA: Sokal and Michener, "A statistical method
for evaluating systematic relationships", 1958). Only what ``similar`` names is ever
looked at: two groups alike on average hold two articles that are.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from heapq import heappop, heappush

#: the days, as ordinals, of the earliest and the latest article of a group that has a date
Days = tuple[int, int]


@dataclass(slots=True)
class Group:
    """Articles that belong together.

    ``sums`` is the sum of their vectors (column -> weight), ``size`` how many they are,
    ``story`` the place of the story they belong to already, if any.
    """

    sums: dict[int, float]
    size: int = 1
    days: Days | None = None
    story: int | None = None


def within(a: Days | None, b: Days | None, window: int) -> bool:
    """Whether no two of the articles are more than ``window`` days apart, as far as is known."""
    return a is None or b is None or max(a[1], b[1]) - min(a[0], b[0]) <= window


def both(a: Days | None, b: Days | None) -> Days | None:
    if a is None or b is None:
        return a or b
    return min(a[0], b[0]), max(a[1], b[1])


def link(
    groups: Sequence[Group], similar: Iterable[tuple[int, int]], similarity: float, window: int
) -> list[tuple[list[int], Group]]:
    """The groups that belong together: their places, ascending, and what they are as one.

    Two are joined while the mean cosine between their articles is at least ``similarity``,
    the nearest first (of equals the first in order); never two of stories that began before.
    """
    forest = _Forest([*groups], similarity, window)
    for a, b in similar:
        forest.meet(min(a, b), max(a, b))
    forest.grow()
    found = [(sorted(m), g) for m, g in zip(forest.members, forest.groups, strict=True) if m]
    return sorted(found, key=lambda joined: joined[0])


class _Forest:
    def __init__(self, groups: list[Group], similarity: float, window: int) -> None:
        self.groups = groups
        self.members: list[list[int]] = [[place] for place in range(len(groups))]
        self._near: list[dict[int, float]] = [{} for _ in groups]
        self._heap: list[tuple[float, int, int]] = []
        self._similarity = similarity
        self._window = window

    def meet(self, a: int, b: int) -> None:
        one, other = self.groups[a], self.groups[b]
        if a != b and b not in self._near[a] and self._may_join(one, other):
            self._keep(a, b, _mean_cosine(one, other))

    def grow(self) -> None:
        while self._heap:
            _, a, b = heappop(self._heap)
            if self.members[a] and self.members[b]:
                self._join(a, b)

    def _may_join(self, a: Group, b: Group) -> bool:
        return (a.story is None or b.story is None) and within(a.days, b.days, self._window)

    def _join(self, a: int, b: int) -> None:
        one, other, new = self.groups[a], self.groups[b], len(self.groups)
        joined = Group(
            _sum(one.sums, other.sums),
            one.size + other.size,
            both(one.days, other.days),
            one.story if other.story is None else other.story,
        )
        self.groups.append(joined)
        self.members.append(self.members[a] + self.members[b])
        self.members[a], self.members[b] = [], []
        self._near.append({})
        for c in self._near[a] | self._near[b]:
            if c not in (a, b):
                self._meet_joined(new, c, [(self._near[c].pop(old, None), old) for old in (a, b)])
        self._near[a], self._near[b] = {}, {}

    def _meet_joined(self, new: int, c: int, means: list[tuple[float | None, int]]) -> None:
        joined, third = self.groups[new], self.groups[c]
        if not self._may_join(joined, third):
            return
        # The mean over all is that over both parts, by their sizes.
        known = [mean * self.groups[old].size for mean, old in means if mean is not None]
        mean = math.fsum(known) / joined.size if len(known) == len(means) else _mean_cosine(joined, third)
        self._keep(c, new, mean)

    def _keep(self, a: int, b: int, mean: float) -> None:
        self._near[a][b] = self._near[b][a] = mean
        if mean >= self._similarity:
            heappush(self._heap, (-mean, a, b))


def _sum(a: Mapping[int, float], b: Mapping[int, float]) -> dict[int, float]:
    total = dict(a)
    for column, weight in b.items():
        total[column] = total.get(column, 0.0) + weight
    return total


def _mean_cosine(a: Group, b: Group) -> float:
    """Of all pairs of an article of one and an article of the other, whose vectors have length one."""
    short, long = (a, b) if len(a.sums) <= len(b.sums) else (b, a)
    other = long.sums.get
    return math.fsum(weight * other(column, 0.0) for column, weight in short.sums.items()) / (a.size * b.size)
