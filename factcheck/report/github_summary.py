"""The step summary of a GitHub action: Markdown to append to ``$GITHUB_STEP_SUMMARY``."""

from __future__ import annotations

from collections.abc import Mapping

from factcheck.model import Comparison
from factcheck.report.findings import Finding, all_findings, left_out
from factcheck.report.markdown import escape
from factcheck.report.view import View, clip, different_events, summary_line

#: GitHub drops the summary of a step above 1 MiB; other steps of the job have their own.
MAX_BYTES = 1_000_000
_HEADERS = ("Finding", "Claim", "Against", "Reason")


def render(comparison: Comparison, view: View) -> str:
    return render_stories({"": comparison}, view)


def render_stories(stories: Mapping[str, Comparison], view: View) -> str:
    """Counts of each comparison, then the findings of all, worst first."""
    head = ["## factcheck", ""]
    for story, comparison in stories.items():
        name = f"**{escape(story)}**: " if story else ""
        head.append(f"- {name}{escape(summary_line(comparison))}")
        head += [f"  - {escape(line)}" for line in different_events(comparison)]
    found = all_findings(stories, view)
    if not found:
        return "\n".join(head) + "\n\nNothing conflicts.\n"
    head += ["", f"| {' | '.join(_HEADERS)} |", f"|{' --- |' * len(_HEADERS)}"]
    rows = _within_limit([_row(finding) for finding in found], MAX_BYTES - len("\n".join(head).encode()))
    missing = left_out(found[: len(rows)], found)
    return "\n".join([*head, *rows, *(["", f"{missing}."] if missing else [])]) + "\n"


def _within_limit(rows: list[str], room: int) -> list[str]:
    for number, row in enumerate(rows):
        room -= len(row.encode()) + 1
        if room < 100:  # the line that says what is missing
            return rows[:number]
    return rows


def _row(finding: Finding) -> str:
    state = " (dismissed or known)" if finding.muted else ""
    sides = [finding.place, finding.partner] if finding.partner else [finding.place]
    passages = [f"{clip(s.text, 300)} ({s.document.id}, {s})" for s in sides]
    cells = (f"{finding.rule}{state}", passages[0], "".join(passages[1:]), finding.why)
    return f"| {' | '.join(escape(cell) for cell in cells)} |"
