"""From candidate pairs to links, verdicts and reasons."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from factcheck.align import Pair
from factcheck.judge.confidence import Weight, probability, weigh
from factcheck.judge.negation import opposed
from factcheck.judge.pairing import NAMES, NOUN, Compared, pair_facts, supports
from factcheck.judge.relations import settle
from factcheck.judge.things import Sameness
from factcheck.judge.verdicts import with_verdicts
from factcheck.judge.words import link_reason, no_link_reason
from factcheck.model import Candidate, Claim, Link

if TYPE_CHECKING:
    from factcheck.pipeline import Article

#: candidates kept for the report: below this nobody would call the pair a near miss
_NEAR_MISS = 0.02


@dataclass(frozen=True, slots=True)
class Judged:
    claims: tuple[Claim, ...]
    links: tuple[Link, ...]
    compared: tuple[Candidate, ...]
    different_events: bool


@dataclass(frozen=True, slots=True)
class Weighed:
    """A candidate pair with its facts set against each other."""

    pair: Pair
    facts: tuple[Compared, ...]
    weights: tuple[Weight, ...]
    confidence: float


def features(pair: Pair, facts: Sequence[Compared]) -> dict[str, float]:
    """What the confidence rests on, by name; every value is in [0, 1]."""
    numeric = [c for c in facts if c.pair.kind not in NAMES and c.pair.kind != "polarity"]
    names = [c for c in facts if c.pair.kind in NAMES and supports(c)]
    return {
        "char": pair.char,
        "deed": pair.deed,
        "cover": pair.cover,
        "best": pair.best,
        "near": pair.near,
        "agree": min(2, sum(supports(c) and not _same_day_only(c) for c in numeric)) / 2,
        "names": min(3, len(names)) / 3,
    }


def _same_day_only(compared: Compared) -> bool:
    """Everything in a story may happen on Thursday: a day without its event tells little."""
    return compared.pair.kind in ("date", "time") and compared.same is Sameness.MAYBE


def weigh_pair(pair: Pair) -> Weighed:
    facts = (*pair_facts(pair.a, pair.b), *opposed(pair.a, pair.b))
    weights = tuple(weigh(features(pair, facts)))
    return Weighed(pair, facts, weights, probability(list(weights)))


def judge(articles: Sequence[Article], pairs: Sequence[Pair], min_confidence: float) -> Judged:
    """Links between claims that are about one fact, and the verdicts that follow from them."""
    origin = {a.document.id: a.document.origin or a.document.id for a in articles}
    published = {a.document.id: a.document.published for a in articles}
    weighed = settle([weigh_pair(pair) for pair in pairs], published)
    links: list[Link] = []
    candidates: list[Candidate] = []
    for item in weighed:
        link = _link(item, origin, min_confidence)
        if link is not None:
            links.append(link)
        elif item.confidence >= _NEAR_MISS:
            candidates.append(_candidate(item, min_confidence))
    claims = with_verdicts([c for a in articles for c in a.claims], links)
    return Judged(tuple(claims), tuple(links), tuple(candidates), different_events=False)


def _deciding(item: Weighed, min_confidence: float) -> list[Compared]:
    """The differences that make the pair a conflict."""
    differences = [c for c in item.facts if c.pair.relation in ("conflict", "update")]
    # A user's --min-confidence moves the whole scale.
    shift = min_confidence - NOUN
    return [c for c in differences if item.confidence >= min(c.needs + shift, 1.0)]


def _link(item: Weighed, origin: dict[str, str], min_confidence: float) -> Link | None:
    deciding = _deciding(item, min_confidence)
    agreed = any(supports(c) and c.pair.kind not in NAMES for c in item.facts)
    told_twice = any(c.pair.relation == "attributed" for c in item.facts)
    if not deciding and (item.confidence < min_confidence or (told_twice and not agreed)):
        return None
    independent = origin[item.pair.a.source] != origin[item.pair.b.source]
    a, b = item.pair.a, item.pair.b
    ids = (a.id, b.id)
    facts = tuple(
        c.pair for c in item.facts if c in deciding or c.pair.relation not in ("conflict", "update")
    )
    return Link(
        id=_link_id(ids),
        claims=ids,
        similarity=round(item.pair.word, 4),
        relation="conflicts" if deciding else "corroborates",
        confidence=round(item.confidence, 4),
        facts=facts,
        why=link_reason(item.pair, [c.pair for c in deciding], facts, independent),
        update=bool(deciding) and all(c.pair.relation == "update" for c in deciding),
        independent=independent,
    )


def _candidate(item: Weighed, min_confidence: float) -> Candidate:
    facts = tuple(c.pair for c in item.facts)
    return Candidate(
        claims=(item.pair.a.id, item.pair.b.id),
        similarity=round(item.pair.word, 4),
        confidence=round(item.confidence, 4),
        facts=facts,
        why=no_link_reason(item.confidence, min_confidence, item.weights, facts),
    )


def _link_id(ids: tuple[str, str]) -> str:
    return hashlib.sha256("\n".join(sorted(ids)).encode()).hexdigest()[:10]
