"""``factcheck batch``."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from factcheck.cli.options import (
    Output,
)
from factcheck.cli.shared import emit_lines


class BatchFormat(StrEnum):
    jsonl = "jsonl"


def batch_command(
    input: Annotated[
        str, typer.Argument(metavar="INPUT", help="Pairs or stories, one JSON object a line; - for stdin.")
    ],
    format: Annotated[
        BatchFormat, typer.Option("--format", "-f", help="How results are written.")
    ] = BatchFormat.jsonl,
    output: Output = None,
) -> None:
    """Compare many pairs of texts or stories.

    A pair is {"id", "a", "b"}, with "published_a" and "published_b" if known; rows of a
    story are {"story", "id", "text"}. A broken line gives {"id", "error"} and the rest goes on.

    Exit code 0: done. 2: could not run.

    Example: factcheck batch pairs.jsonl --format jsonl > verdicts.jsonl
    """
    from factcheck.batch import run

    emit_lines(run(input), output)
