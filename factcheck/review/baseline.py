"""What an earlier report has already: a gate looks at what is new."""

from __future__ import annotations

from dataclasses import replace

from factcheck.model import Comparison
from factcheck.review.keys import claim_keys, link_keys


def with_baseline(comparison: Comparison, baseline: Comparison) -> Comparison:
    """Links and claims with ``known`` set.

    A link is known if the baseline links the same two claims with the same relation, a
    claim if it has the same verdict there. A conflict that was dismissed then and is open
    now is new.
    """
    keys_before, claims_before = link_keys(baseline), claim_keys(baseline)
    told = {(keys_before[x.id], x.relation) for x in baseline.links}
    told_openly = {(keys_before[x.id], x.relation) for x in baseline.links if not x.suppressed}
    verdicts = {(claims_before[c.id], c.verdict) for c in baseline.claims}
    keys, claims = link_keys(comparison), claim_keys(comparison)
    links = (
        replace(x, known=(keys[x.id], x.relation) in (told if x.suppressed else told_openly))
        for x in comparison.links
    )
    known = (replace(c, known=(claims[c.id], c.verdict) in verdicts) for c in comparison.claims)
    return replace(comparison, links=tuple(links), claims=tuple(known))
