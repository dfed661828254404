"""Markdown: a table a colleague reads in a pull request or a note."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from factcheck.model import Comparison
from factcheck.report.explain import explain
from factcheck.report.table import detail
from factcheck.report.view import View, clip, different_events, grouped, inert, rows, summary_line, visible

_HEADERS = ("Verdict", "Claim", "Source", "Partner", "Reason")
_SPECIAL = re.compile(r"([\\`*_{}\[\]<>|#~!&@])")


def escape(text: str) -> str:
    """Article text as literal Markdown: no markup, no HTML, no mention, no table break."""
    return _SPECIAL.sub(r"\\\1", " ".join(visible(text).split()))


def render(comparison: Comparison, view: View) -> str:
    return _section("Factcheck comparison", comparison, view)


def render_stories(stories: Mapping[str, Comparison], view: View) -> str:
    """A section for each comparison."""
    return "\n".join(_section(escape(name), comparison, view) for name, comparison in stories.items())


def _section(heading: str, comparison: Comparison, view: View) -> str:
    lines = [f"# {heading}", "", summary_line(comparison), ""]
    lines += [f"- **{escape(d.id)}**{_about(d.title, d.published)}" for d in comparison.sources]
    for line in (*grouped(comparison), *different_events(comparison)):
        lines += ["", escape(line)]
    lines += ["", f"| {' | '.join(_HEADERS)} |", f"|{' --- |' * len(_HEADERS)}"]
    for row in rows(comparison, view):
        partner = f"{row.partner.source}: {clip(row.partner.text, 300)}" if row.partner else ""
        cells = (row.verdict, clip(row.claim.text, 300), row.claim.source, partner, detail(row.link))
        lines.append(f"| {' | '.join(escape(cell) for cell in cells)} |")
    if view.explain:
        # A fence longer than any run of backticks inside cannot be closed by article text.
        body = explain(comparison, replace(view, color=False)).strip("\n")
        fence = "`" * max(3, 1 + max((len(m) for m in re.findall(r"`+", body)), default=0))
        lines += ["", "## Why", "", f"{fence}text", body, fence]
    return inert("\n".join(lines) + "\n")


def _about(title: str | None, published: str | None) -> str:
    known = [escape(x) for x in (title, published) if x]
    return f": {', '.join(known)}" if known else ""
