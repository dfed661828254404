"""Verdicts follow from links, and from nothing else."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
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
    return [
        replace(
            claim,
            verdict=claim_verdict(touching[claim.id]),
            facts=tuple(replace(f, verdict=_fact_verdict(f, claim, touching[claim.id])) for f in claim.facts),
        )
        for claim in claims
    ]


def verdicts_again(claims: Sequence[Claim], links: Sequence[Link]) -> tuple[Claim, ...]:
    """The claims of a comparison whose links have changed, with the verdicts that follow now."""
    bare = [
        # the facts of a link carry no verdict, and are looked up by equality
        replace(c, facts=tuple(replace(f, verdict=None) for f in c.facts), verdict=None)
        for c in claims
    ]
    return tuple(with_verdicts(bare, links))


def _fact_verdict(fact: Fact, claim: Claim, links: Sequence[Link]) -> Verdict:
    relations = set()
    for link in (link for link in links if not link.suppressed):
        first = link.claims[0] == claim.id
        for pair in link.facts:
            if (pair.a if first else pair.b) == fact:
                relations.add((pair.relation, link.independent))
    if any(relation in _AGAINST for relation, _ in relations):
        return "conflicting"
    if any(relation in _SUPPORT and independent for relation, independent in relations):
        return "corroborated"
    return "single-source"
