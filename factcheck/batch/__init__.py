"""Many comparisons in one job: pairs, stories or a feed of articles in, results or tables out."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.batch.job import PARTITION, Job, lines, write
from factcheck.batch.tally import Progress, Tally
from factcheck.batch.work import Options

__all__ = ["Job", "Options", "Progress", "Tally", "lines", "run", "write"]


def run(path: str, partition: int = PARTITION) -> Iterator[str]:
    """The result lines of a file of pairs or stories (- for standard input), computed in this process.

    Pairs come in input order, stories after them. FactcheckError if the input cannot be read.
    """
    for line in lines(Job(path, partition=partition), lambda progress: None):
        yield line.decode("utf-8")
