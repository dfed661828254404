"""A bar for a long job: share, records, rate and time left."""

from __future__ import annotations

import contextlib
import sys
import time
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from factcheck.batch import Progress


@contextlib.contextmanager
def batch_progress(quiet: bool) -> Iterator[Callable[[Progress], None]]:
    """Call what it gives with the state of the job; off a terminal it shows nothing."""
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

        def told(progress: Progress) -> None:
            tally = progress.tally
            rate = tally.articles / max(time.monotonic() - begun, 1e-9)
            bar.update(
                task,
                description=progress.doing,
                total=None if progress.share is None else 1.0,
                completed=progress.share or 0.0,
                told=f"{tally.records:,} records, {tally.articles:,} articles, {rate:,.1f}/s",
            )

        yield told
