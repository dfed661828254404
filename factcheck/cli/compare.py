"""``factcheck compare``."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from factcheck.cli.options import (
    Encoding,
    Gate,
    JudgeCache,
    JudgeModel,
    JudgeOption,
    MinConfidence,
    MinSimilarity,
    Only,
    Outlet,
    Output,
    Published,
    Quiet,
)
from factcheck.cli.shared import emit, make_view, open_judge_option, warn


class Format(StrEnum):
    table = "table"
    json = "json"
    jsonl = "jsonl"
    markdown = "markdown"
    html = "html"


def compare_command(
    sources: Annotated[
        list[str],
        typer.Argument(metavar="SOURCE", help="Two or more articles: .txt, .md, a folder, or - for stdin."),
    ],
    format: Annotated[
        Format, typer.Option("--format", "-f", help="How the report is written.")
    ] = Format.table,
    output: Output = None,
    only: Annotated[
        list[Only] | None, typer.Option("--only", help="Show claims of this verdict only; repeatable.")
    ] = None,
    explain: Annotated[
        bool,
        typer.Option("--explain", help="Mark the facts; show values, weights and why the runner-up lost."),
    ] = False,
    min_similarity: MinSimilarity = None,
    min_confidence: MinConfidence = None,
    fail_on: Annotated[
        list[Gate] | None,
        typer.Option("--fail-on", help="Exit with 1 when there is such a finding; repeatable."),
    ] = None,
    judge: JudgeOption = None,
    judge_model: JudgeModel = None,
    judge_cache: JudgeCache = None,
    published: Published = None,
    outlet: Outlet = None,
    encoding: Encoding = None,
    quiet: Quiet = False,
) -> None:
    """Compare two or more articles: verdict, partner and reason for every claim.

    Exit code 0: done. 1: a --fail-on finding. 2: could not run.

    Example: factcheck compare courier.md herald.md --only conflicting --explain
    """
    from factcheck.ingest.sources import read_all
    from factcheck.pipeline import compare
    from factcheck.report import render

    opened = open_judge_option(judge, judge_model, judge_cache)
    documents = read_all(sources, encoding=encoding, published=published or (), outlets=outlet or ())
    limits = {"min_similarity": min_similarity, "min_confidence": min_confidence}
    comparison = compare(*documents, **{k: v for k, v in limits.items() if v is not None}, judge=opened)
    warn(comparison.warnings, quiet)
    view = make_view(output, tuple(o.value for o in only or ()), explain)
    emit(render(comparison, format.value, view), output)
    if comparison.fails([gate.value for gate in fail_on or ()]):
        raise typer.Exit(1)
