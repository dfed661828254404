"""JSON lines: one object a line with ``type`` source, claim, link, event, story, skipped or summary."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from typing import Any

from factcheck.model import Claim, Comparison, Document, Skipped
from factcheck.report.json_ import (
    candidate_object,
    claim_object,
    event_object,
    link_object,
    shown_links,
    skipped_object,
    source_object,
    story_object,
)  # fmt: skip
from factcheck.report.json_text import dumps
from factcheck.report.view import View


def line(type: str, fields: dict[str, Any], **story: str) -> str:
    return dumps(story | {"type": type} | fields) + "\n"


def render(comparison: Comparison, view: View) -> str:
    return _lines(comparison, view)


def render_stories(stories: Mapping[str, Comparison], view: View) -> str:
    """The lines of several comparisons; ``story`` says whose each is."""
    return "".join(_lines(comparison, view, story=name) for name, comparison in stories.items())


def _lines(comparison: Comparison, view: View, **story: str) -> str:
    lines = [line("source", source_object(d), **story) for d in comparison.sources]
    lines += [line("claim", claim_object(c), **story) for c in comparison.claims if view.shows(c)]
    lines += [line("link", link_object(x, view.explain), **story) for x in shown_links(comparison, view)]
    if view.explain:
        lines += [line("compared", candidate_object(c), **story) for c in comparison.compared]
    lines += [line("event", event_object(p), **story) for p in comparison.events]
    lines += [line("story", story_object(s), **story) for s in comparison.stories]
    lines += [line("skipped", skipped_object(s), **story) for s in comparison.skipped]
    return "".join([*lines, line("summary", asdict(comparison.summary), **story)])


def render_claims(
    sources: Sequence[Document], claims: Sequence[Claim], skipped: Sequence[Skipped], view: View
) -> str:
    lines = [line("source", source_object(d)) for d in sources]
    lines += [line("claim", claim_object(c, verdict=False)) for c in claims]
    return "".join([*lines, *(line("skipped", skipped_object(s)) for s in skipped)])
