"""Decisions set on the conflicts they are about."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from factcheck.judge.verdicts import verdicts_again
from factcheck.model import Comparison
from factcheck.report.view import clip
from factcheck.review.keys import claim_keys, conflicts, link_keys, outlet_of
from factcheck.review.store import Decision


def with_reviews(comparison: Comparison, decisions: Mapping[str, Decision]) -> Comparison:
    """The comparison with what people decided about its conflicts; verdicts follow.

    A decision on claims of these sources that conflict no more is named as a warning.
    """
    keys = link_keys(comparison)
    reviews = {x.id: decisions[keys[x.id]].review for x in conflicts(comparison) if keys[x.id] in decisions}
    warnings = (*comparison.warnings, *stale_warnings([comparison], decisions))
    links = tuple(replace(link, review=reviews.get(link.id)) for link in comparison.links)
    if links == comparison.links:
        return replace(comparison, warnings=warnings)
    claims = verdicts_again(comparison.claims, links)
    return replace(comparison, claims=claims, links=links, warnings=warnings)


def stale_warnings(stories: Sequence[Comparison], decisions: Mapping[str, Decision]) -> list[str]:
    """A line for every stale decision, with its key, by which it can be withdrawn."""
    return [
        f"review {decision.key} ({decision.review.decision}): no such conflict any more: "
        + " / ".join(f"{side.outlet} “{clip(side.text, 60)}”" for side in decision.sides)
        for decision in stale(stories, decisions)
    ]


def stale(stories: Sequence[Comparison], decisions: Mapping[str, Decision]) -> list[Decision]:
    """Decisions on claims of two sources of one of these stories that conflict in none of them.

    A source is recognised by its outlet and either its path or the text of the claim, so
    that decisions on other stories of the same outlets are left alone.
    """
    if not decisions:
        return []
    keys = [link_keys(story) for story in stories]
    now = {key[x.id] for story, key in zip(stories, keys, strict=True) for x in conflicts(story)}
    found = [(_places(story), set(claim_keys(story).values())) for story in stories]

    def told_by(decision: Decision) -> bool:
        return any(
            all((s.outlet, s.path) in places or (s.outlet, s.text) in texts for s in decision.sides)
            for places, texts in found
        )

    return [d for key, d in sorted(decisions.items()) if key not in now and told_by(d)]


def _places(story: Comparison) -> set[tuple[str, str]]:
    return {(outlet_of(d), d.path) for d in story.sources}
