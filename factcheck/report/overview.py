"""Several stories at a glance: the closing table of a run, and the summary of a CI job."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from factcheck.report import render_stories
from factcheck.report.view import inert, visible

if TYPE_CHECKING:
    from factcheck.runner import StoryReport

HEADERS = (
    "Story", "Claims", "Conflicting", "Corroborated", "Single-source", "Updates", "Suppressed", "Gate",
)  # fmt: skip


def overview(reports: Sequence[StoryReport]) -> str:
    """A row a story, as a table for the terminal or a log, and the outcome."""
    from tabulate import tabulate

    rows = [[visible(str(cell)) for cell in row] for row in (HEADERS, *_rows(reports))]
    # As its own row the header takes no padding, which would make the table too wide.
    rule = ["-" * max(map(len, column)) for column in zip(*rows, strict=True)]
    sides = ("left", *["right"] * (len(HEADERS) - 2), "left")
    table = tabulate([rows[0], rule, *rows[1:]], tablefmt="plain", disable_numparse=True, colalign=sides)
    return inert(f"{table}\n\n{_outcome(reports)}\n")


def step_summary(reports: Sequence[StoryReport]) -> str:
    """Markdown: what was found, worst first, and the outcome."""
    found = render_stories({report.name: report.comparison for report in reports}, "github-summary")
    return f"{found}\n{_outcome(reports)}\n"


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
