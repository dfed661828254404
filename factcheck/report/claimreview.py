"""ClaimReview (schema.org) as JSON-LD: drafts for a desk to finish, one a claim.

A comparison is no truth rating. So a draft has neither ``ratingValue`` nor ``author``, ``url``
and ``datePublished`` of a review: whoever publishes one gives them. What it carries is the claim
(``claimReviewed``), who printed it (``itemReviewed``), the verdict of the comparison in words
(``reviewRating``) and the passages of the other sources (``isBasedOn``).
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from factcheck.model import Claim, Comparison, Document, Link
from factcheck.report.findings import ALONE
from factcheck.report.json_ import shown_links
from factcheck.report.json_text import dumps
from factcheck.report.view import View, other, standing, strength

_RATINGS = {
    "conflicting": "Draft, not a truth rating: sources conflict",
    "corroborated": "Draft, not a truth rating: another source says the same",
    "single-source": f"Draft, not a truth rating: {ALONE}",
}


def render(comparison: Comparison, view: View) -> str:
    return render_stories({"": comparison}, view)


def render_stories(stories: Mapping[str, Comparison], view: View) -> str:
    """The drafts of several comparisons; a draft bears no story, and one of two stories stands once."""
    drafts = {d["@id"]: d for comparison in stories.values() for d in _reviews(comparison, view)}
    return dumps({"@context": "https://schema.org", "@graph": list(drafts.values())}, indent=2) + "\n"


def _reviews(comparison: Comparison, view: View) -> list[dict[str, Any]]:
    links: dict[str, list[Link]] = {}
    for link in shown_links(comparison, view):
        for claim_id in link.claims:
            links.setdefault(claim_id, []).append(link)
    sources = {d.id: d for d in comparison.sources}
    return [
        _review(comparison, sources, claim, sorted(links.get(claim.id, []), key=strength))
        for claim in comparison.claims
        if view.shows(claim)
    ]


def _review(
    comparison: Comparison, sources: dict[str, Document], claim: Claim, links: list[Link]
) -> dict[str, Any]:
    source = sources[claim.source]
    item: dict[str, Any] = {"@type": "Claim", "identifier": claim.id, "text": claim.text}
    if claim.speaker:
        item["author"] = {"@type": "Person", "name": claim.speaker}
    item["appearance"] = _article(source)
    partners = [comparison.claim(other(link, claim.id)) for link in links]
    return {
        "@type": "ClaimReview",
        "@id": f"urn:factcheck:claim:{claim.id}",
        "creativeWorkStatus": "Draft",
        "claimReviewed": claim.text,
        "itemReviewed": item,
        "reviewRating": {
            "@type": "Rating",
            "alternateName": _RATINGS[claim.verdict or "single-source"],
            "ratingExplanation": _explanation(links),
        },
        "isBasedOn": [
            {"@type": "Quotation", "text": p.text, "isPartOf": _article(sources[p.source])} for p in partners
        ],
    }


def _explanation(links: list[Link]) -> str:
    """Every reason, with what people decided about it in front."""
    reasons = [": ".join(part for part in (standing(x), x.relation, x.why) if part) for x in links]
    return "; ".join(reasons) or ALONE


def _article(document: Document) -> dict[str, Any]:
    """The article as far as it is known; ``url`` only where the source has one."""
    found: dict[str, Any] = {"@type": "NewsArticle", "identifier": document.id}
    known = {"headline": document.title, "url": document.url, "datePublished": document.published}
    found |= {name: value for name, value in known.items() if value}
    if document.outlet:
        found["publisher"] = {"@type": "Organization", "name": document.outlet}
    return found
