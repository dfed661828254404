"""Several stories at a glance: the closing table of a run, and the summary of a CI job."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from factcheck.report.markdown import escape
from factcheck.report.markdown import render as markdown
from factcheck.report.view import View, visible

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

    rows = [[visible(str(cell)) for cell in row] for row in (HEADERS, *_rows(reports))]
    # As its own row the header takes no padding, which would make the table too wide.
    rule = ["-" * max(map(len, column)) for column in zip(*rows, strict=True)]
    sides = ("left", *["right"] * (len(HEADERS) - 2), "left")
    table = tabulate([rows[0], rule, *rows[1:]], tablefmt="plain", disable_numparse=True, colalign=sides)
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
    if left_out:
        text += f"\nNo room for the conflicts of {', '.join(map(escape, left_out[:3]))}"
        text += f" and {_stories(len(left_out) - 3)} more.\n" if left_out[3:] else ".\n"
    return text


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
    if not failed:
        return f"{_stories(len(reports))}: no gate failed"
    return f"{_stories(len(reports))}: the gate failed for {failed}"


def _stories(number: int) -> str:
    return "1 story" if number == 1 else f"{number} stories"
