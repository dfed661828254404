"""The difference of two reports as text."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

from factcheck.diff.changes import KINDS, Change, StoryDiff
from factcheck.model import Claim, FactcheckError
from factcheck.report.markdown import escape
from factcheck.report.table import tabulated
from factcheck.report.view import View, clip, visible

_HEADERS = ("Change", "Source", "Before", "After", "Reason")
#: columns of the change and the source, and of the gaps between five columns
_CHANGE, _SOURCE, _GAPS = 18, 14, 4 * 2
_MIN_TEXT = 9


def render(found: StoryDiff, format: str = "table", view: View | None = None) -> str:
    """The changes as text, ending in a newline. FactcheckError for an unknown format."""
    if format not in FORMATS:
        raise FactcheckError(f"unknown format {format!r}: choose from {', '.join(FORMATS)}")
    return FORMATS[format](found, view or View())


def _cells(change: Change, limit: int) -> tuple[str, ...]:
    here = change.after or change.before
    partner = change.partner
    against = f"; against {partner.source}: {clip(partner.text, limit)}" if partner else ""
    texts = ("" if claim is None else clip(claim.text, limit) for claim in (change.before, change.after))
    return (change.kind, here.source if here else "", *texts, change.why + against)


def _table(found: StoryDiff, view: View) -> str:
    if not found.changes:
        return f"No claim changed.\n\n{_counts(found)}\n"
    width = max(_MIN_TEXT, (view.width - _CHANGE - _SOURCE - _GAPS) // 3)
    cells = [tuple(map(visible, _cells(change, width * 5))) for change in found.changes]
    body = tabulated(cells, _HEADERS, (None, _SOURCE, width, width, width))
    return f"{body}\n\n{visible(_counts(found))}\n"


def _counts(found: StoryDiff) -> str:
    """ "1 newly conflicting, 2 new; source new: Osk Mail"."""
    told = ", ".join(f"{len(found.of(kind))} {kind}" for kind in KINDS)
    for word, outlets in (("new", found.sources_new), ("gone", found.sources_gone)):
        told += f"; sources {word}: {', '.join(outlets)}" if outlets else ""
    return told


def _markdown(found: StoryDiff, view: View) -> str:
    lines = ["# How the story moved", "", escape(_counts(found))]
    if found.changes:
        lines += ["", f"| {' | '.join(_HEADERS)} |", f"|{' --- |' * len(_HEADERS)}"]
    for change in found.changes:
        lines.append(f"| {' | '.join(escape(cell) for cell in _cells(change, 300))} |")
    return "\n".join(lines) + "\n"


def _json(found: StoryDiff, view: View) -> str:
    out = {
        "summary": {kind: len(found.of(kind)) for kind in KINDS},
        "sources_new": list(found.sources_new),
        "sources_gone": list(found.sources_gone),
        "changes": [
            {
                "kind": change.kind,
                "before": _claim(change.before),
                "after": _claim(change.after),
                "partner": _claim(change.partner),
                "why": change.why,
            }
            for change in found.changes
        ],
    }
    return json.dumps(out, ensure_ascii=False, indent=2) + "\n"


def _claim(claim: Claim | None) -> dict[str, Any] | None:
    if claim is None:
        return None
    return {"id": claim.id, "source": claim.source, "text": claim.text, "verdict": claim.verdict}


FORMATS: dict[str, Callable[[StoryDiff, View], str]] = {
    "table": _table,
    "json": _json,
    "markdown": _markdown,
}
