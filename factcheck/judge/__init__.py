"""From candidate pairs to links, verdicts and reasons."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from factcheck.align import Pair
from factcheck.judge.apart import FIGURES
from factcheck.judge.features import Context, Weighed, weigh_pair
from factcheck.judge.pairing import NOUN, ROLE, Compared, supports
from factcheck.judge.reading import Reading
from factcheck.judge.relations import settle
from factcheck.judge.sources import Key, judge_sources
from factcheck.judge.verdicts import with_verdicts
from factcheck.judge.words import link_reason, no_link_reason
from factcheck.model import Article, Candidate, Claim, Link, SourcePair

#: candidates kept for the report: below this nobody would call the pair a near miss
_NEAR_MISS = 0.02


@dataclass(frozen=True, slots=True)
class Judged:
    claims: tuple[Claim, ...]
    links: tuple[Link, ...]
    compared: tuple[Candidate, ...]
    events: tuple[SourcePair, ...]


def judge(
    articles: Sequence[Article],
    pairs: Sequence[Pair],
    context: Context,
    min_confidence: float,
    near_misses: bool = True,
) -> Judged:
    """Links between claims that are about one fact, and the verdicts that follow from them.

    Without ``near_misses`` no pair is kept in ``compared``, events are decided without telling why,
    and far fewer pairs need be weighed in full.
    """
    origin = {a.document.id: a.document.origin or a.document.id for a in articles}
    weighed = [weigh_pair(pair, context) for pair in pairs]
    events = judge_sources(articles, weighed, context, near_misses)
    # no difference needs less
    floor = ROLE + min_confidence - NOUN
    links: list[Link] = []
    candidates: list[Candidate] = []
    for settled in settle(weighed, context, floor):
        if not settled.confidence.reaches(min(floor, _NEAR_MISS) if near_misses else floor):
            continue
        item = _of_events(settled, events)
        link = _link(item, context.readings(item.pair), origin, min_confidence)
        if link is not None:
            links.append(link)
        elif near_misses and item.confidence.reaches(_NEAR_MISS):
            candidates.append(_candidate(item, min_confidence))
    claims = with_verdicts([c for a in articles for c in a.claims], links)
    return Judged(tuple(claims), tuple(links), tuple(candidates), tuple(events.values()))


def _of_events(item: Weighed, events: Mapping[Key, SourcePair]) -> Weighed:
    """Figures of two events are not set against each other, and like words are no same fact."""
    sources = events.get((item.pair.a.source, item.pair.b.source))
    if sources is None or sources.one_event:
        return item
    kept = tuple(c for c in item.facts if c.pair.relation not in ("conflict", "update"))
    return replace(item, facts=kept, apart="the sources seem to report different events")


def _deciding(item: Weighed, min_confidence: float) -> list[Compared]:
    """The differences that make the pair a conflict."""
    differences = [c for c in item.facts if c.pair.relation in ("conflict", "update")]
    # A user's --min-confidence moves the whole scale.
    shift = min_confidence - NOUN
    return [c for c in differences if item.confidence.reaches(min(c.needs + shift, 1.0))]


def _link(
    item: Weighed, claims: tuple[Reading, Reading], origin: dict[str, str], min_confidence: float
) -> Link | None:
    deciding = _deciding(item, min_confidence)
    # That both speak of Monday makes two towns no one event.
    agreed = any(supports(c) and c.pair.kind in FIGURES for c in item.facts)
    told_twice = any(c.pair.relation == "attributed" for c in item.facts)
    set_aside = told_twice or item.apart is not None
    if not deciding and (not item.confidence.reaches(min_confidence) or (set_aside and not agreed)):
        return None
    independent = origin[item.pair.a.source] != origin[item.pair.b.source]
    a, b = item.pair.a, item.pair.b
    ids = (a.id, b.id)
    facts = tuple(
        c.pair for c in item.facts if c in deciding or c.pair.relation not in ("conflict", "update")
    )
    return Link(
        id=link_id(ids),
        claims=ids,
        similarity=round(item.pair.word, 4),
        relation="conflicts" if deciding else "corroborates",
        confidence=round(item.confidence.value, 4),
        facts=facts,
        why=link_reason(claims, [c.pair for c in deciding], facts, independent),
        update=bool(deciding) and all(c.pair.relation == "update" for c in deciding),
        independent=independent,
        weights=item.confidence.weights,
    )


def _candidate(item: Weighed, min_confidence: float) -> Candidate:
    facts = tuple(c.pair for c in item.facts)
    return Candidate(
        claims=(item.pair.a.id, item.pair.b.id),
        similarity=round(item.pair.word, 4),
        confidence=round(item.confidence.value, 4),
        facts=facts,
        why=no_link_reason(item.confidence.value, min_confidence, item.confidence.weights, facts, item.apart),
        weights=item.confidence.weights,
    )


def link_id(ids: tuple[str, str]) -> str:
    """The same for both orders of the two claims."""
    return hashlib.sha256("\n".join(sorted(ids)).encode()).hexdigest()[:10]
