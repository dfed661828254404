"""``factcheck batch``."""

from __future__ import annotations

import sys
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from factcheck.cli.options import MinConfidence, MinSimilarity, Quiet, StorySimilarity, Window

if TYPE_CHECKING:
    from factcheck.batch import Tally


class BatchFormat(StrEnum):
    jsonl = "jsonl"
    parquet = "parquet"


class OnError(StrEnum):
    skip = "skip"
    stop = "stop"


class EngineName(StrEnum):
    local = "local"
    dask = "dask"


def batch_command(
    input: Annotated[
        str,
        typer.Argument(
            metavar="INPUT", help="JSON lines (.jsonl, .jsonl.gz, - for stdin) or Parquet (.parquet)."
        ),
    ],
    format: Annotated[
        BatchFormat, typer.Option("--format", "-f", help="How results are written.")
    ] = BatchFormat.jsonl,
    output: Annotated[
        str | None,
        typer.Option(
            "--output",
            "-o",
            metavar="PATH",
            help="A file (jsonl) or a folder of tables (parquet); default: stdout. A run that was "
            "killed is taken up by the same command.",
        ),
    ] = None,
    workers: Annotated[
        int | None, typer.Option("--workers", "-w", min=1, help="Processes; default: one a core.")
    ] = None,
    on_error: Annotated[
        OnError, typer.Option("--on-error", help="What a broken row does: stand as an error, or end the job.")
    ] = OnError.skip,
    engine: Annotated[
        EngineName, typer.Option("--engine", help="Where the work is done: here, or on a Dask cluster.")
    ] = EngineName.local,
    scheduler: Annotated[
        str | None,
        typer.Option("--scheduler", metavar="ADDRESS", help="Of the Dask cluster: tcp://HOST:8786."),
    ] = None,
    partition_size: Annotated[
        int, typer.Option(metavar="KIB", min=1, help="Text of a unit of work; larger ones suit a cluster.")
    ] = 512,
    min_similarity: MinSimilarity = None,
    min_confidence: MinConfidence = None,
    window: Window = None,
    story_similarity: StorySimilarity = None,
    quiet: Quiet = False,
) -> None:
    """Compare many pairs, stories, or a feed of articles.

    A pair is {"id", "a", "b"}, with "published_a" and "published_b" if known. Rows of a story are
    {"story", "id", "text"}, with "published", "outlet" and "title" if known; rows without a story
    are a feed and are grouped into stories. A broken row gives {"id", "error"} and the rest goes on.

    Exit code 0: done. 2: could not run.

    Example: factcheck batch feed.jsonl --format parquet --output tables/
    """
    from factcheck.batch import Job, Options, lines, write
    from factcheck.batch.storage import here
    from factcheck.cli.progress import batch_progress
    from factcheck.cli.shared import given, open_grouping
    from factcheck.errors import FactcheckError

    if (scheduler is None) != (engine is EngineName.local):
        raise FactcheckError("--engine dask and --scheduler ADDRESS go together")
    if workers is not None and engine is not EngineName.local:
        raise FactcheckError("--workers is for this machine; a Dask cluster has its own")
    if output in (None, "-") and format is BatchFormat.parquet:
        raise FactcheckError("--format parquet needs --output FOLDER")
    if output in (None, "-") and engine is EngineName.dask:
        raise FactcheckError("--engine dask needs --output, on storage that all its machines share")
    job = Job(
        here(input),
        format=format.value,
        options=Options(**given(min_similarity=min_similarity, min_confidence=min_confidence)),
        grouping=open_grouping(window, story_similarity),
        partition=partition_size << 10,
        stop=on_error is OnError.stop,
        engine=engine.value,
        where=scheduler or str(workers or _cores()),
    )
    try:
        with batch_progress(quiet) as told:
            if output is None or output == "-":
                for line in lines(job, told):
                    sys.stdout.write(line.decode("utf-8"))
                return
            tally = write(job, output, told)
    except KeyboardInterrupt:
        again = "" if output in (None, "-") else ": the same command goes on from here"
        typer.echo(f"factcheck: interrupted{again}", err=True)
        raise
    if not quiet:
        typer.echo(_summary(tally, output), err=True)


def _cores() -> int:
    import os

    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _summary(tally: Tally, output: str) -> str:
    """ "out.jsonl: 601 records (1,200 articles, 12,051 claims), 43 links, 2 of them conflicts" """
    told = (
        f"{output}: {tally.records:,} records ({tally.articles:,} articles, {tally.claims:,} claims), "
        f"{tally.links:,} links, {tally.conflicts:,} of them conflicts"
    )
    if tally.resumed:
        told += f"; {tally.resumed:,} of {tally.partitions:,} partitions were done already"
    for _, error in tally.errors:
        told += f"\nwarning: {error}"
    if tally.failed > len(tally.errors):
        told += f"\nwarning: and {tally.failed - len(tally.errors):,} more; the results hold them all"
    return told
