"""Which sources report one event: a probability for every two of them, with the reason in words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property
from itertools import combinations

from factcheck.align.background import rarity
from factcheck.judge.event import (
    BEST,
    MARKS,
    MIN_CLAIMS,
    THRESHOLD,
    Profile,
    best,
    best_bounds,
    but_best,
    compared_figures,
    days_apart,
    only,
    read_profile,
    same_event,
    without_plain_words,
)
from factcheck.judge.features import Context, Weighed
from factcheck.judge.pairing import Compared, supports
from factcheck.judge.words import about
from factcheck.model import Article, SourcePair

#: names and figures told of each kind
_NAMED, _TOLD = 3, 2
#: probability, and gap between two, from which a third source tells two others apart:
#: of the development pairs taken for one event, half as many are two, and 1 in 60 less is one
_SURE = 0.8
#: more than the sum of a few features can be off
_ROUNDING = 1e-12
#: days between publications worth telling
_DAYS = 30

Key = tuple[str, str]


class Two:
    """Two sources, and whether they report one event: that is found out from bounds of its
    probability where they settle it, so that few claims need be parsed."""

    def __init__(self, left: Profile, right: Profile, pairs: Sequence[Weighed]) -> None:
        self.sources = left.source, right.source
        self._profiles = without_plain_words(left, right)
        self._pairs = pairs
        self._but_best = but_best(*self._profiles, pairs)
        least, most = (same_event(self._but_best | {BEST: bound}) for bound in best_bounds(pairs))
        self._least, self._most = least - _ROUNDING, most + _ROUNDING

    @cached_property
    def probability(self) -> float:
        return same_event(self._but_best | {BEST: best(self._pairs)})

    def reaches(self, bar: float) -> bool:
        """Whether the probability is at least ``bar``."""
        return self._least >= bar or (self._most >= bar and self.probability >= bar)

    def decided(self) -> SourcePair:
        """The decision alone."""
        return SourcePair(self.sources, None, self.reaches(THRESHOLD), "")

    def told(self) -> SourcePair:
        """The decision with its probability and the reason."""
        one_event = self.reaches(THRESHOLD)
        reasons = (_together if one_event else _apart)(*self._profiles, self._pairs)
        return SourcePair(self.sources, round(self.probability, 4), one_event, "; ".join(reasons))


def judge_sources(
    articles: Sequence[Article], weighed: Sequence[Weighed], context: Context, with_reasons: bool
) -> dict[Key, SourcePair]:
    """Ids of two sources, in the order given -> whether they report one event.

    Sources too short to tell are left out: they are taken to report one event. Without
    ``with_reasons`` probabilities and reasons are only there where a decision hung on them.
    """
    by_sources: dict[Key, list[Weighed]] = {}
    for item in weighed:
        by_sources.setdefault((item.pair.a.source, item.pair.b.source), []).append(item)
    profiles = [read_profile(a, context) for a in articles if len(a.claims) >= MIN_CLAIMS]
    twos = [
        Two(left, right, by_sources.get((left.source, right.source), ()))
        for left, right in combinations(profiles, 2)
    ]
    third = len(profiles) > 2 and any(two.reaches(THRESHOLD) and not two.reaches(_SURE) for two in twos)
    return _consistent({two.sources: two.told() if with_reasons or third else two.decided() for two in twos})


def _consistent(pairs: Mapping[Key, SourcePair]) -> dict[Key, SourcePair]:
    """Two sources are of one event only if no third one surely tells them apart."""
    like: dict[str, dict[str, float]] = {}
    for (a, b), pair in pairs.items():
        if pair.probability is not None:
            like.setdefault(a, {})[b] = like.setdefault(b, {})[a] = pair.probability
    return {key: _told_apart(pair, like) for key, pair in pairs.items()}


def _told_apart(pair: SourcePair, like: Mapping[str, Mapping[str, float]]) -> SourcePair:
    """P(a is of one event with b) is at most 1 - |P(a with c) - P(b with c)| for every c.

    That is Fréchet's bound, used where both sides are sure of c and not of each other:
    the probabilities are estimates, and many of them would part any two sources.
    """
    if not pair.one_event or pair.probability is None or pair.probability >= _SURE:
        return pair
    a, b = pair.sources
    gaps = ((like[a][c] - like[b][c], c) for c in like[a] if c in like[b])
    gap, third = max(gaps, key=lambda g: abs(g[0]), default=(0.0, ""))
    if abs(gap) <= _SURE:
        return pair
    near, far = (a, b) if gap > 0 else (b, a)
    why = f"{third} reports the event of {near}, not that of {far}"
    return SourcePair(pair.sources, round(1 - abs(gap), 4), False, why)


def _together(left: Profile, right: Profile, pairs: Sequence[Weighed]) -> list[str]:
    shared = sorted(
        left.counts.keys() & right.counts.keys(),
        key=lambda n: (-min(left.counts[n], right.counts[n]) * rarity(n), n),
    )
    agreed = [c for c in _surest_first(pairs) if supports(c)]
    reasons = [f"both name {_printed(left, shared)}"] if shared else []
    if agreed:
        reasons.append(f"agreed: {', '.join(_both(c) for c in agreed[:_TOLD])}")
    return reasons or ["sentences that surely match"]


def _apart(left: Profile, right: Profile, pairs: Sequence[Weighed]) -> list[str]:
    reasons = [
        f"only {one.source} names {_printed(one, names)}"
        for one, other in ((left, right), (right, left))
        if (names := only(one, other))
    ]
    differing = [c for c in _surest_first(pairs) if not supports(c) and c.pair.kind in MARKS]
    reasons += [f"{about(c.pair)}: {_both(c)}" for c in differing[:_TOLD]]
    days = days_apart(left.published, right.published)
    if days is not None and days >= _DAYS:
        reasons.append(f"published {days} days apart")
    return reasons or ["no sentences that surely match"]


def _printed(profile: Profile, names: Sequence[str]) -> str:
    return ", ".join(f"“{profile.printed.get(n, n)}”" for n in names[:_NAMED])


def _surest_first(pairs: Sequence[Weighed]) -> list[Compared]:
    """Figures and marks of the claims that may match, each pair of texts once."""
    telling = [item for item in pairs if compared_figures([item])]
    telling.sort(key=lambda item: (-item.confidence.value, item.pair.a.start, item.pair.b.start))
    once: dict[tuple[str, str, str], Compared] = {}
    for c in compared_figures(telling):
        once.setdefault((c.pair.kind, c.pair.a.text, c.pair.b.text), c)
    return list(once.values())


def _both(compared: Compared) -> str:
    a, b = (" ".join(f.text.split()) for f in (compared.pair.a, compared.pair.b))
    return f"“{a}”" if a.lower() == b.lower() else f"“{a}” / “{b}”"
