"""Verdicts follow from links, and from nothing else."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace

from factcheck.model import Claim, Fact, FactRelation, Link, Verdict

_SUPPORT: frozenset[FactRelation] = frozenset(("equal", "compatible"))
_AGAINST: frozenset[FactRelation] = frozenset(("conflict", "update"))


def claim_verdict(links: Iterable[Link]) -> Verdict:
    """The verdict of a claim with these links.

    A link that a reader dismissed counts for nothing. Reprints of one story neither
    corroborate each other nor, word for word the same, conflict; where two printings do
    differ, the difference stands.
    """
    touching = [link for link in links if not link.suppressed]
    if any(link.relation == "conflicts" for link in touching):
        return "conflicting"
    if any(link.independent for link in touching):
        return "corroborated"
    return "single-source"


def with_verdicts(claims: Sequence[Claim], links: Sequence[Link]) -> list[Claim]:
    """The claims and their facts with verdicts."""
    touching: dict[str, list[Link]] = {claim.id: [] for claim in claims}
    for link in links:
        for claim_id in link.claims:
            touching[claim_id].append(link)
    return [_judged(claim, touching[claim.id]) for claim in claims]


def _judged(claim: Claim, links: Sequence[Link]) -> Claim:
    relations = _relations(claim, links)
    facts = [
        _with_verdict(f, _fact_verdict(relations.get(f, ())) if relations else "single-source")
        for f in claim.facts
    ]
    # dataclasses.replace takes three times as long, and every claim and fact comes here
    return Claim(
        claim.id, claim.source, claim.start, claim.end, claim.text, claim.spans, tuple(facts), claim.speaker,
        claim_verdict(links) if links else "single-source", claim.known,
    )  # fmt: skip


def _with_verdict(f: Fact, verdict: Verdict | None) -> Fact:
    return Fact(
        f.kind, f.start, f.end, f.text, f.value, f.unit, f.of, f.low, f.high, f.low_open, f.high_open, f.role,
        f.approx, verdict,
    )  # fmt: skip


def verdicts_again(claims: Sequence[Claim], links: Sequence[Link]) -> tuple[Claim, ...]:
    """The claims of a comparison whose links have changed, with the verdicts that follow now."""
    bare = [
        # the facts of a link carry no verdict, and are looked up by equality
        replace(c, facts=tuple(_with_verdict(f, None) for f in c.facts), verdict=None)
        for c in claims
    ]
    return tuple(with_verdicts(bare, links))


def _relations(claim: Claim, links: Sequence[Link]) -> dict[Fact, set[tuple[FactRelation, bool]]]:
    """Fact -> how it relates to those of other claims, and whether their sources are independent."""
    relations: dict[Fact, set[tuple[FactRelation, bool]]] = {}
    for link in links:
        if not link.suppressed:
            first = link.claims[0] == claim.id
            for pair in link.facts:
                told = relations.setdefault(pair.a if first else pair.b, set())
                told.add((pair.relation, link.independent))
    return relations


def _fact_verdict(relations: Collection[tuple[FactRelation, bool]]) -> Verdict:
    if any(relation in _AGAINST for relation, _ in relations):
        return "conflicting"
    if any(relation in _SUPPORT and independent for relation, independent in relations):
        return "corroborated"
    return "single-source"
