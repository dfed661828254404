"""Which sources report one event: a probability for every two of them, with the reason in words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import combinations

from factcheck.align.background import rarity
from factcheck.judge.event import (
    MARKS,
    MIN_CLAIMS,
    THRESHOLD,
    Profile,
    compared_figures,
    days_apart,
    event_features,
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
#: days between publications worth telling
_DAYS = 30

Key = tuple[str, str]


def judge_sources(
    articles: Sequence[Article], weighed: Sequence[Weighed], context: Context
) -> dict[Key, SourcePair]:
    """Ids of two sources, in the order given -> whether they report one event.

    Sources too short to tell are left out: they are taken to report one event.
    """
    by_sources: dict[Key, list[Weighed]] = {}
    for item in weighed:
        by_sources.setdefault((item.pair.a.source, item.pair.b.source), []).append(item)
    profiles = [read_profile(a, context) for a in articles if len(a.claims) >= MIN_CLAIMS]
    found = (
        _judge_two(left, right, by_sources.get((left.source, right.source), ()))
        for left, right in combinations(profiles, 2)
    )
    return _consistent({pair.sources: pair for pair in found})


def _consistent(pairs: Mapping[Key, SourcePair]) -> dict[Key, SourcePair]:
    """Two sources are of one event only if no third one surely tells them apart."""
    like: dict[str, dict[str, float]] = {}
    for (a, b), pair in pairs.items():
        like.setdefault(a, {})[b] = like.setdefault(b, {})[a] = pair.probability
    return {key: _told_apart(pair, like) for key, pair in pairs.items()}


def _told_apart(pair: SourcePair, like: Mapping[str, Mapping[str, float]]) -> SourcePair:
    """P(a is of one event with b) is at most 1 - |P(a with c) - P(b with c)| for every c.

    That is Fréchet's bound, used where both sides are sure of c and not of each other:
    the probabilities are estimates, and many of them would part any two sources.
    """
    if not pair.one_event or pair.probability >= _SURE:
        return pair
    a, b = pair.sources
    gaps = ((like[a][c] - like[b][c], c) for c in like[a] if c in like[b])
    gap, third = max(gaps, key=lambda g: abs(g[0]), default=(0.0, ""))
    if abs(gap) <= _SURE:
        return pair
    near, far = (a, b) if gap > 0 else (b, a)
    why = f"{third} reports the event of {near}, not that of {far}"
    return SourcePair(pair.sources, round(1 - abs(gap), 4), False, why)


def _judge_two(left: Profile, right: Profile, pairs: Sequence[Weighed]) -> SourcePair:
    left, right = without_plain_words(left, right)
    probability = same_event(event_features(left, right, pairs))
    one_event = probability >= THRESHOLD
    reasons = _together(left, right, pairs) if one_event else _apart(left, right, pairs)
    return SourcePair((left.source, right.source), round(probability, 4), one_event, "; ".join(reasons))


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
