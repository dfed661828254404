"""What results are written as. A format is a module and a line in the table."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass

from factcheck.batch.outputs import jsonl, parquet
from factcheck.batch.work import Result


@dataclass(frozen=True, slots=True)
class OutputFormat:
    """``open(folder, name)`` takes the results of the partition of that name one by one, and
    leaves its files in the folder once all are there; ``files(name)`` are their paths below it."""

    open: Callable[[str, str], AbstractContextManager[Callable[[Result], None]]]
    files: Callable[[str], list[str]]


OUTPUTS: dict[str, OutputFormat] = {
    "jsonl": OutputFormat(jsonl.open_partition, jsonl.files),
    "parquet": OutputFormat(parquet.open_partition, parquet.files),
}
