"""``factcheck claims``."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from factcheck.cli.options import (
    Encoding,
    Outlet,
    Output,
    Published,
    Quiet,
)
from factcheck.cli.shared import emit, make_view, warn
from factcheck.errors import FactcheckError


class ClaimFormat(StrEnum):
    table = "table"
    json = "json"
    jsonl = "jsonl"


def claims_command(
    source: Annotated[
        list[str],
        typer.Option("--source", "-s", metavar="SOURCE", help="An article, a folder, or -; repeatable."),
    ],
    format: Annotated[
        ClaimFormat, typer.Option("--format", "-f", help="How the claims are written.")
    ] = ClaimFormat.table,
    output: Output = None,
    save: Annotated[
        bool,
        typer.Option(
            "--save", help="Save the claims under claims/<folder>/<stem>.jsonl instead of printing."
        ),
    ] = False,
    save_to: Annotated[
        str, typer.Option("--save-to", metavar="DIR", help="The folder that --save and --check use.")
    ] = "claims",
    check: Annotated[
        bool,
        typer.Option("--check", help="Compare with the saved claims: exit 0 same, 1 changed, 2 unreadable."),
    ] = False,
    published: Published = None,
    outlet: Outlet = None,
    encoding: Encoding = None,
    quiet: Quiet = False,
) -> None:
    """List the claims of a source with their facts.

    Exit code 0: done. 1: --check found a difference. 2: could not run.

    Example: factcheck claims --source articles/csto-withdrawal
    """
    from factcheck.ingest.sources import read_all
    from factcheck.pipeline import source_warnings, understand_all

    if save and check:
        raise FactcheckError("--save and --check exclude each other")
    documents = read_all(source, encoding=encoding, published=published or (), outlets=outlet or ())
    articles = understand_all(documents)
    warn(source_warnings(articles), quiet)
    if save or check:
        from factcheck.store import check_claims, save_claims

        report = save_claims(articles, save_to) if save else check_claims(articles, save_to)
        emit(report.text, output)
        if report.changed and check:
            raise typer.Exit(1)
        return
    from factcheck.report import render_claims

    claims = [c for a in articles for c in a.claims]
    skipped = [s for a in articles for s in a.skipped]
    text = render_claims([a.document for a in articles], claims, skipped, format.value, make_view(output))
    emit(text, output, source)
