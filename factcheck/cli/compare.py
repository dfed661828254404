"""``factcheck compare``."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from factcheck.cli.options import (
    Encoding,
    Gate,
    IncludeOption,
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
    Reviews,
    StorySimilarity,
    Window,
)
from factcheck.cli.shared import emit, given, make_view, open_grouping, open_judge_option, warn
from factcheck.errors import FactcheckError


class Format(StrEnum):
    table = "table"
    json = "json"
    jsonl = "jsonl"
    markdown = "markdown"
    csv = "csv"
    sarif = "sarif"
    junit = "junit"
    github = "github"
    github_summary = "github-summary"
    gitlab = "gitlab"
    claimreview = "claimreview"
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
    include: IncludeOption = None,
    explain: Annotated[
        bool,
        typer.Option("--explain", help="Mark the facts; show values, weights and why the runner-up lost."),
    ] = False,
    min_similarity: MinSimilarity = None,
    min_confidence: MinConfidence = None,
    by_story: Annotated[
        bool, typer.Option("--by-story", help="Group the sources into stories, and compare each by itself.")
    ] = False,
    window: Window = None,
    story_similarity: StorySimilarity = None,
    fail_on: Annotated[
        list[Gate] | None,
        typer.Option("--fail-on", help="Exit with 1 when there is such a finding; repeatable."),
    ] = None,
    baseline: Annotated[
        str | None,
        typer.Option(
            "--baseline",
            metavar="FILE",
            help="A JSON report of an earlier run: what it has already is marked known and not gated.",
        ),
    ] = None,
    accept_known: Annotated[
        bool, typer.Option("--accept-known", help="Confirmed conflicts do not fail the gate either.")
    ] = False,
    reviews: Reviews = None,
    no_reviews: Annotated[
        bool, typer.Option("--no-reviews", help="Read no reviews; every conflict is open.")
    ] = False,
    judge: JudgeOption = None,
    judge_model: JudgeModel = None,
    judge_cache: JudgeCache = None,
    published: Published = None,
    outlet: Outlet = None,
    encoding: Encoding = None,
    quiet: Quiet = False,
) -> None:
    """Compare two or more articles: verdict, partner and reason for every claim.

    Exit code 0: done. 1: a --fail-on finding. 2: could not run. Conflicts that were
    dismissed with factcheck review are shown as such and fail no gate.

    Example: factcheck compare courier.md herald.md --only conflicting --explain
    """
    from factcheck.ingest.sources import read_all
    from factcheck.pipeline import compare
    from factcheck.report import render
    from factcheck.review import REVIEWS, read_decisions, read_report, with_baseline, with_reviews

    if reviews is not None and no_reviews:
        raise FactcheckError("--reviews and --no-reviews exclude each other")
    if not by_story and (window is not None or story_similarity is not None):
        raise FactcheckError("--window and --story-similarity need --by-story")
    grouping = open_grouping(window, story_similarity) if by_story else None
    opened = open_judge_option(judge, judge_model, judge_cache)
    # What is broken is told before the work, not after it.
    before = read_report(baseline) if baseline is not None else None
    decisions = {} if no_reviews else read_decisions(REVIEWS if reviews is None else reviews)
    documents = read_all(sources, encoding=encoding, published=published or (), outlets=outlet or ())
    limits = given(min_similarity=min_similarity, min_confidence=min_confidence)
    comparison = with_reviews(compare(*documents, **limits, judge=opened, by_story=grouping), decisions)
    if before is not None:
        comparison = with_baseline(comparison, before)
    warn(comparison.warnings, quiet)
    if not by_story and len(documents) >= 4:  # fewer are no two stories: they load nothing for it
        from factcheck.stories.mixed import mixed

        warn(mixed(documents), quiet)
    view = make_view(
        output, tuple(o.value for o in only or ()), explain, tuple(o.value for o in include or ())
    )
    emit(render(comparison, format.value, view), output, sources)
    if comparison.fails([gate.value for gate in fail_on or ()], accept_known):
        raise typer.Exit(1)
