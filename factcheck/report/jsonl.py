"""JSON lines: one object a line with ``type`` source, claim, link, event, skipped or summary."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
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
)  # fmt: skip
from factcheck.report.json_text import dumps
from factcheck.report.view import View


def line(type: str, fields: dict[str, Any]) -> str:
    return dumps({"type": type} | fields) + "\n"


def _join(lines: Iterable[str]) -> str:
    return "".join(lines)


def render(comparison: Comparison, view: View) -> str:
    lines = [line("source", source_object(d)) for d in comparison.sources]
    lines += [line("claim", claim_object(c)) for c in comparison.claims if view.shows(c)]
    lines += [line("link", link_object(x, view.explain)) for x in shown_links(comparison, view)]
    if view.explain:
        lines += [line("compared", candidate_object(c)) for c in comparison.compared]
    lines += [line("event", event_object(p)) for p in comparison.events]
    lines += [line("skipped", skipped_object(s)) for s in comparison.skipped]
    return _join([*lines, line("summary", asdict(comparison.summary))])


def render_claims(
    sources: Sequence[Document], claims: Sequence[Claim], skipped: Sequence[Skipped], view: View
) -> str:
    lines = [line("source", source_object(d)) for d in sources]
    lines += [line("claim", claim_object(c, verdict=False)) for c in claims]
    return _join([*lines, *(line("skipped", skipped_object(s)) for s in skipped)])
