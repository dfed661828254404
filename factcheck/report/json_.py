"""JSON, format_version 1: the whole comparison as one object."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from typing import Any

from factcheck.model import (
    Candidate,
    Claim,
    Comparison,
    Document,
    Fact,
    FactPair,
    Link,
    Skipped,
    SourcePair,
    Story,
)  # fmt: skip
from factcheck.report.json_text import dumps
from factcheck.report.view import View

FORMAT_VERSION = 1


def fact_object(fact: Fact, verdict: bool = True) -> dict[str, Any]:
    """A fact; ``verdict`` is left out where a fact stands outside a comparison."""
    out: dict[str, Any] = {
        "kind": fact.kind,
        "start": fact.start,
        "end": fact.end,
        "text": fact.text,
        "value": fact.value,
        "unit": fact.unit,
        "of": fact.of,
        "role": fact.role,
        "low": fact.low,
        "high": fact.high,
        "low_open": fact.low_open,
        "high_open": fact.high_open,
    }
    return out | {"verdict": fact.verdict} if verdict else out


def source_object(document: Document) -> dict[str, Any]:
    return {
        "id": document.id,
        "path": document.path,
        "title": document.title,
        "outlet": document.outlet,
        "published": document.published,
        "origin": document.origin or document.id,
    }


def claim_object(claim: Claim, verdict: bool = True) -> dict[str, Any]:
    out: dict[str, Any] = {
        "id": claim.id,
        "source": claim.source,
        "start": claim.start,
        "end": claim.end,
        "spans": [list(span) for span in claim.spans],
        "text": claim.text,
        "speaker": claim.speaker,
    }
    if verdict:
        out["verdict"] = claim.verdict
    out["facts"] = [fact_object(f, verdict) for f in claim.facts]
    return out


def _pair_object(pair: FactPair) -> dict[str, Any]:
    return {
        "kind": pair.kind,
        "a": fact_object(pair.a, verdict=False),
        "b": fact_object(pair.b, verdict=False),
        "relation": pair.relation,
        "why": pair.why,
    }


def _with_weights(out: dict[str, Any], pair: Link | Candidate, weights: bool) -> dict[str, Any]:
    if not weights:
        return out
    return out | {"weights": [asdict(w) | {"value": round(w.value, 4)} for w in pair.weights]}


def link_object(link: Link, weights: bool = False) -> dict[str, Any]:
    """A link; ``weights`` adds the features of its confidence."""
    out = {
        "id": link.id,
        "claims": list(link.claims),
        "similarity": link.similarity,
        "relation": link.relation,
        "update": link.update,
        "independent": link.independent,
        "confidence": link.confidence,
        "facts": [_pair_object(p) for p in link.facts],
        "why": link.why,
        "judge": link.judge,
        "suppressed": link.suppressed,
        "review": asdict(link.review) if link.review else None,
        "known": link.known,
    }
    return _with_weights(out, link, weights)


def candidate_object(candidate: Candidate) -> dict[str, Any]:
    out = {
        "claims": list(candidate.claims),
        "similarity": candidate.similarity,
        "confidence": candidate.confidence,
        "facts": [_pair_object(p) for p in candidate.facts],
        "why": candidate.why,
        "judge": candidate.judge,
    }
    return _with_weights(out, candidate, weights=True)


def event_object(pair: SourcePair) -> dict[str, Any]:
    return asdict(pair)


def story_object(story: Story) -> dict[str, Any]:
    return asdict(story)


def skipped_object(skipped: Skipped) -> dict[str, Any]:
    return asdict(skipped)


def shown_links(comparison: Comparison, view: View) -> list[Link]:
    """Links with both ends in view, so that every id in the output can be looked up."""
    return [x for x in comparison.links if all(view.shows(comparison.claim(c)) for c in x.claims)]


def _dump(value: object) -> str:
    return dumps(value, indent=2) + "\n"


def render(comparison: Comparison, view: View) -> str:
    return _dump({"format_version": FORMAT_VERSION} | _comparison_object(comparison, view))


def render_stories(stories: Mapping[str, Comparison], view: View) -> str:
    """``{"format_version", "stories": [{"story", ...what a comparison has}]}``"""
    objects = [{"story": name} | _comparison_object(x, view) for name, x in stories.items()]
    return _dump({"format_version": FORMAT_VERSION, "stories": objects})


def _comparison_object(comparison: Comparison, view: View) -> dict[str, Any]:
    out: dict[str, Any] = {
        "sources": [source_object(d) for d in comparison.sources],
        "claims": [claim_object(c) for c in comparison.claims if view.shows(c)],
        "links": [link_object(x, view.explain) for x in shown_links(comparison, view)],
    }
    if view.explain:
        out["compared"] = [candidate_object(c) for c in comparison.compared]
    out["events"] = [event_object(p) for p in comparison.events]
    if comparison.stories:
        out["by_story"] = [story_object(s) for s in comparison.stories]
    out["skipped"] = [skipped_object(s) for s in comparison.skipped]
    out["summary"] = asdict(comparison.summary)
    return out


def render_claims(
    sources: Sequence[Document], claims: Sequence[Claim], skipped: Sequence[Skipped], view: View
) -> str:
    return _dump(
        {
            "format_version": FORMAT_VERSION,
            "sources": [source_object(d) for d in sources],
            "claims": [claim_object(c, verdict=False) for c in claims],
            "skipped": [skipped_object(s) for s in skipped],
        }
    )
