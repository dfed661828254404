"""How far long work has come: a bar on stderr, gone when done, and nothing off a terminal."""

from __future__ import annotations

import contextlib
import sys
import time
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from factcheck.batch import Progress as JobProgress


@contextlib.contextmanager
def progress(total: int, quiet: bool) -> Iterator[Callable[[str], None]]:
    """Call what it gives with the name of each of ``total`` pieces of work as that starts."""
    if quiet or not sys.stderr.isatty():
        yield lambda name: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

    from factcheck.report.view import visible

    columns = (
        BarColumn(20),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
        TextColumn("{task.description}", markup=False),
    )
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("", total=total)
        begun = 0

        def started(name: str) -> None:
            nonlocal begun
            bar.update(task, completed=begun, description=visible(name))
            begun += 1

        yield started


@contextlib.contextmanager
def batch_progress(quiet: bool) -> Iterator[Callable[[JobProgress], None]]:
    """The same for a long job, with its rate and the time left: call what it gives with its state."""
    if quiet or not sys.stderr.isatty():
        yield lambda progress: None
        return
    from rich.console import Console
    from rich.progress import (
        BarColumn,
        TaskProgressColumn,
        TextColumn,
        TimeElapsedColumn,
        TimeRemainingColumn,
    )
    from rich.progress import Progress as Bar

    columns = (
        TextColumn("{task.description}", markup=False),
        BarColumn(20),
        TaskProgressColumn(),
        TextColumn("{task.fields[told]}", markup=False),
        TimeElapsedColumn(),
        TextColumn("left"),
        TimeRemainingColumn(),
    )
    begun = time.monotonic()
    with Bar(*columns, console=Console(stderr=True), transient=True, speed_estimate_period=120) as bar:
        task = bar.add_task("reading", total=None, told="")

        def told(progress: JobProgress) -> None:
            tally = progress.tally
            rate = (tally.articles - tally.resumed_articles) / max(time.monotonic() - begun, 1e-9)
            bar.update(
                task,
                description=progress.doing,
                total=None if progress.share is None else 1.0,
                completed=progress.share or 0.0,
                told=f"{tally.records:,} records, {tally.articles:,} articles, {rate:,.1f}/s",
            )

        yield told
