"""``factcheck diff``."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from factcheck.cli.options import Output
from factcheck.cli.shared import emit, make_view


class DiffFormat(StrEnum):
    table = "table"
    json = "json"
    markdown = "markdown"


class DiffGate(StrEnum):
    never = "never"
    new_conflicting = "new-conflicting"


def diff_command(
    old: Annotated[str, typer.Argument(metavar="OLD", help="A JSON report of compare.")],
    new: Annotated[str, typer.Argument(metavar="NEW", help="A later JSON report of the same story.")],
    format: Annotated[
        DiffFormat, typer.Option("--format", "-f", help="How the difference is written.")
    ] = DiffFormat.table,
    output: Output = None,
    fail_on: Annotated[
        DiffGate, typer.Option("--fail-on", help="Exit with 1 when there is such a change.")
    ] = DiffGate.never,
) -> None:
    """Say how a story moved between two reports: claims new, gone, changed, and their verdicts.

    Exit code 0: done. 1: a --fail-on change. 2: could not run.

    Example: factcheck diff monday.json tuesday.json --fail-on new-conflicting
    """
    from factcheck.diff import diff, render
    from factcheck.review import read_report

    found = diff(read_report(old), read_report(new))
    emit(render(found, format.value, make_view(output)), output, (old, new))
    if fail_on is DiffGate.new_conflicting and found.of("newly conflicting"):
        raise typer.Exit(1)
