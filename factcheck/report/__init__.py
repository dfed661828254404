"""Renderers: a comparison (or a list of claims) in, text out.

A renderer is a pure function; it sees no configuration but ``View``, which says what
to show. The counts and the exit code come from the comparison and never from the view.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from importlib import import_module

from factcheck.model import Claim, Comparison, Document, FactcheckError, Skipped
from factcheck.report.view import View

#: format -> module in this room with ``render(comparison, view)``; loaded when asked for
FORMATS = {
    "table": "table",
    "json": "json_",
    "jsonl": "jsonl",
    "markdown": "markdown",
    "csv": "csv_",
    "sarif": "sarif",
    "junit": "junit",
    "github": "github",
    "github-summary": "github_summary",
    "gitlab": "gitlab",
    "claimreview": "claimreview",
    "html": "html",
}
#: of these one file can hold several comparisons: ``render_stories(stories, view)`` in the module
COMBINED = tuple(name for name in FORMATS if name != "html")
CLAIM_FORMATS = ("table", "json", "jsonl")


def _module(name: str, known: Sequence[str]) -> object:
    if name not in known:
        raise FactcheckError(f"unknown format {name!r}: choose from {', '.join(known)}")
    return import_module(f"factcheck.report.{FORMATS[name]}")


def render(comparison: Comparison, format: str = "table", view: View | None = None) -> str:
    """The report as text, ending in a newline. FactcheckError for an unknown format."""
    renderer: Callable[[Comparison, View], str] = _module(format, tuple(FORMATS)).render  # type: ignore[attr-defined]
    return renderer(comparison, view or View())


def render_stories(stories: Mapping[str, Comparison], format: str, view: View | None = None) -> str:
    """Several comparisons by name as one report, in a format of ``COMBINED``."""
    renderer: Callable[..., str] = _module(format, COMBINED).render_stories  # type: ignore[attr-defined]
    return renderer(stories, view or View())


def render_claims(
    sources: Sequence[Document],
    claims: Sequence[Claim],
    skipped: Sequence[Skipped],
    format: str = "table",
    view: View | None = None,
) -> str:
    """The claims of sources, without verdicts."""
    renderer: Callable[..., str] = _module(format, CLAIM_FORMATS).render_claims  # type: ignore[attr-defined]
    return renderer(sources, claims, skipped, view or View())
