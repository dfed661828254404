"""Several stories at a glance: the closing table of a run, and the summary of a CI job."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from factcheck.report.markdown import escape
from factcheck.report.markdown import render as markdown
from factcheck.report.view import View, counted, visible

if TYPE_CHECKING:
    from factcheck.runner import StoryReport

HEADERS = (
    "Story", "Claims", "Conflicting", "Corroborated", "Single-source", "Updates", "Suppressed", "Gate",
)  # fmt: skip
#: GitHub refuses the summary of a step beyond 1 MiB; the lines that say what is left out fit too.
SUMMARY_BYTES = 1_000_000


def overview(reports: Sequence[StoryReport]) -> str:
    """A row a story, as a table for the terminal or a log, and the outcome."""
    from tabulate import tabulate

    rows = [[visible(str(cell)) for cell in row] for row in _rows(reports)]
    sides = ("left", *["right"] * (len(HEADERS) - 2), "left")
    table = tabulate(rows, HEADERS, disable_numparse=True, colalign=sides)
    return f"{table}\n\n{_outcome(reports)}\n"


def step_summary(reports: Sequence[StoryReport]) -> str:
    """Markdown: the same table, and the conflicts of each story as long as there is room."""
    lines = [f"| {' | '.join(HEADERS)} |", f"|{' --- |' * len(HEADERS)}"]
    lines += [f"| {' | '.join(escape(str(cell)) for cell in row)} |" for row in _rows(reports)]
    text = "\n".join(["# Factcheck report", "", *lines, "", _outcome(reports), ""])
    left_out = []
    for report in reports:
        if not report.comparison.summary.conflicting:
            continue
        body = markdown(report.comparison, View(only=("conflicting",)))
        body = body.replace("# Factcheck comparison", f"\n## {escape(report.name)}", 1)
        if len((text + body).encode()) > SUMMARY_BYTES:
            left_out.append(report.name)
        else:
            text += body
    return (
        text
        + "".join(f"\nNo room for the conflicts of {escape(name)}.\n" for name in left_out[:1])
        + (f"\nNor for those of {counted(len(left_out) - 1, 'more story')}.\n" if left_out[1:] else "")
    )


def _rows(reports: Sequence[StoryReport]) -> list[list[str | int]]:
    rows: list[list[str | int]] = []
    for report in reports:
        s = report.comparison.summary
        counts = (s.claims, s.conflicting, s.corroborated, s.single_source, s.updates, s.suppressed)
        rows.append([report.name, *counts, _gate(report)])
    return rows


def _gate(report: StoryReport) -> str:
    if report.failed:
        return f"failed: {', '.join(report.failed)}"
    return "passed" if set(report.gates) - {"never"} else "none"


def _outcome(reports: Sequence[StoryReport]) -> str:
    failed = sum(bool(report.failed) for report in reports)
    total = counted(len(reports), "story").replace("storys", "stories")
    if not failed:
        return f"{total}: no gate failed"
    return f"{total}: the gate failed for {failed}"
