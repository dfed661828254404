"""GitHub workflow commands: a line a finding, which the log of an action turns into an annotation.

docs.github.com, "Workflow commands for GitHub Actions". GitHub shows ten errors, ten warnings
and ten notices of a step: the worst come first.
"""

from __future__ import annotations

from collections.abc import Mapping

from factcheck.model import Comparison
from factcheck.report.findings import Finding, all_findings, summary_lines
from factcheck.report.places import Place
from factcheck.report.view import View, different_events, visible

_COMMAND = {"error": "error", "warning": "warning", "note": "notice"}
_TITLES = {
    "conflicting": "Conflicting claims",
    "update": "Updated figure",
    "single-source": "Single-source claim",
}


def render(comparison: Comparison, view: View) -> str:
    return render_stories({"": comparison}, view)


def render_stories(stories: Mapping[str, Comparison], view: View) -> str:
    """Annotations of several comparisons, and what each found as a notice."""
    lines = [_annotation(finding) for finding in all_findings(stories, view)]
    for comparison in stories.values():
        lines += [_command("warning", {"title": "Different events"}, x) for x in different_events(comparison)]
    lines += [_command("notice", {"title": "factcheck"}, line) for line in summary_lines(stories)]
    return "".join(line + "\n" for line in lines)


def _annotation(finding: Finding) -> str:
    partner = finding.partner
    there = f"\nagainst {partner}" if partner is not None and partner.file is not None else ""
    title = {"title": f"{_TITLES[finding.rule]} [{finding.id}]"}
    message = "\n".join([finding.why, *finding.passages]) + there
    return _command(_COMMAND[finding.level], _where(finding.place) | title, message)


def _where(place: Place) -> dict[str, str]:
    if place.file is None:
        return {}
    if place.region is None:
        return {"file": place.file}
    region = place.region
    where = {"file": place.file, "line": str(region.line), "endLine": str(region.end_line)}
    if region.line == region.end_line:  # columns are read on one line only
        where |= {"col": str(region.column), "endColumn": str(region.end_column)}
    return where


def _command(name: str, properties: dict[str, str], message: str) -> str:
    fields = ",".join(f"{key}={_property(value)}" for key, value in properties.items())
    return f"::{name} {fields}::{_data(message)}"


def _data(text: str) -> str:
    lines = (" ".join(line.split()) for line in text.split("\n"))
    return visible("\n".join(lines)).replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
