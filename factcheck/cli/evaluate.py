"""``factcheck evaluate``."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from factcheck.cli.options import (
    MinConfidence,
    MinSimilarity,
    Output,
    Quiet,
)
from factcheck.cli.shared import emit, warn
from factcheck.errors import FactcheckError


class EvaluateFormat(StrEnum):
    table = "table"
    json = "json"


def evaluate_command(
    gold: Annotated[
        list[str],
        typer.Argument(metavar="GOLD", help="Labelled pairs (JSONL), gold.json, or folders of either."),
    ],
    format: Annotated[
        EvaluateFormat, typer.Option("--format", "-f", help="How the figures are written.")
    ] = EvaluateFormat.table,
    output: Output = None,
    curve: Annotated[
        str | None,
        typer.Option(metavar="FILE", help="Draw the figures over --min-confidence as SVG to FILE."),
    ] = None,
    errors: Annotated[
        str | None,
        typer.Option(metavar="FILE", help="List what is wrong as Markdown in FILE; - for stdout."),
    ] = None,
    min_similarity: MinSimilarity = None,
    min_confidence: MinConfidence = None,
    resamples: Annotated[
        int | None,
        typer.Option(min=0, max=100_000, help="Bootstrap resamples for the intervals; default 1000."),
    ] = None,
    quiet: Quiet = False,
) -> None:
    """Measure precision and recall on texts that readers have labelled.

    A pair is {"id", "a", "b", "label"}, with "kind", "published_a" and "published_b" if known.

    Exit code 0: done. 2: could not run.

    Example: factcheck evaluate pairs.jsonl --curve curve.svg --errors errors.md
    """
    from factcheck.evaluate import evaluate
    from factcheck.evaluate.curve import svg
    from factcheck.evaluate.errors import errors_markdown
    from factcheck.evaluate.show import render

    if errors == "-" and format is not EvaluateFormat.table:
        raise FactcheckError("--errors - needs --format table; JSON holds the errors already")
    limits = {"min_similarity": min_similarity, "min_confidence": min_confidence, "resamples": resamples}
    given = {name: value for name, value in limits.items() if value is not None}
    found = evaluate(gold, with_curve=curve is not None, **given)  # type: ignore[arg-type]
    warn(found.warnings, quiet)
    emit(render(found, format.value), output)
    if curve is not None:
        emit(svg([s.curve for s in found.sets if s.curve]), curve)
    if errors is not None:
        emit("\n" * (errors == "-") + errors_markdown(found), errors)
