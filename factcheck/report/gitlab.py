"""GitLab Code Quality: a JSON list that a merge request shows beside the changed lines.

docs.gitlab.com, "Code Quality", Code Quality report format. There is no field for a dismissed
finding: it is told with severity "info" and what was decided in front.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from factcheck.model import Comparison
from factcheck.report.findings import Finding, all_findings
from factcheck.report.json_text import dumps
from factcheck.report.view import View, visible

_SEVERITY = {"error": "major", "warning": "minor", "note": "info"}


def render(comparison: Comparison, view: View) -> str:
    return render_stories({"": comparison}, view)


def render_stories(stories: Mapping[str, Comparison], view: View) -> str:
    """One list for several comparisons."""
    return dumps([_issue(finding) for finding in all_findings(stories, view)], indent=2) + "\n"


def _issue(finding: Finding) -> dict[str, Any]:
    region = finding.place.region
    return {
        "type": "issue",
        "check_name": finding.rule,
        "description": visible(" ".join(finding.message.split())),
        "fingerprint": finding.id,
        "severity": _SEVERITY[finding.level],
        "location": {
            "path": visible(finding.place.document.path),
            # A line is required, also of a text that was taken out of its file.
            "lines": {"begin": region.line if region else 1, "end": region.end_line if region else 1},
        },
    }
