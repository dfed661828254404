"""The raw rows of an input: JSON lines (plain, .gz, standard input) or Parquet, one at a time."""

from __future__ import annotations

import gzip
import json
import sys
from collections.abc import Iterator
from typing import IO, Any

from factcheck.batch.records import Broken
from factcheck.batch.storage import open_read
from factcheck.model import FactcheckError

#: a longer line is no article: without a limit one file without line ends fills the memory
MAX_LINE = 64 * 1024 * 1024
#: rows of Parquet that are held at a time
_ROWS = 256

#: where a row stands ("line 7"), and its JSON text
Raw = tuple[str, str | Broken]


def read_rows(path: str) -> Iterator[Raw]:
    """Rows that are not blank; FactcheckError if the input cannot be read or is no text at all."""
    if path == "-":
        yield from _lines(getattr(sys.stdin, "buffer", sys.stdin), path)
        return
    with open_read(path) as file:
        if path.endswith((".parquet", ".pq")):
            yield from _parquet(file, path)
        else:
            with gzip.open(file) if path.endswith(".gz") else file as lines:
                yield from _lines(lines, path)


def _lines(lines: Any, path: str) -> Iterator[Raw]:
    number = 0
    readline = getattr(lines, "readline", None)
    pieces = iter(lambda: readline(MAX_LINE + 1), b"") if readline else iter(lines)
    too_long = False
    try:
        for piece in pieces:
            carried_on, too_long = too_long, len(piece) > MAX_LINE and not piece.endswith(b"\n")
            if carried_on:
                continue
            number += 1
            where = f"line {number}"
            row = _decoded(piece, where, number == 1, too_long)
            if number == 1 and isinstance(row, Broken) and not too_long:
                raise FactcheckError(f"cannot read {path}: not UTF-8 text")
            if isinstance(row, Broken) or not row.isspace():
                yield where, row
    except (OSError, EOFError) as error:  # a damaged .gz, a disk that fails
        raise FactcheckError(f"cannot read {path} after line {number}: {error}") from None


def _decoded(piece: bytes | str, where: str, first: bool, too_long: bool) -> str | Broken:
    if too_long:
        return Broken(where, f"{where}: longer than {MAX_LINE >> 20} MiB")
    if isinstance(piece, str):
        return piece
    try:
        return piece.decode("utf-8-sig" if first else "utf-8")
    except UnicodeDecodeError:
        return Broken(where, f"{where}: not UTF-8 text")


def _parquet(file: IO[bytes], path: str) -> Iterator[Raw]:
    try:
        import pyarrow as pa
        import pyarrow.parquet as pq
    except ImportError:
        raise FactcheckError(f"{path} needs pyarrow: pip install 'factcheck-compare[corpus]'") from None
    try:
        table = pq.ParquetFile(file, pre_buffer=False)
        number = 0
        for batch in table.iter_batches(batch_size=_ROWS):
            for row in batch.to_pylist():
                number += 1
                yield f"row {number}", json.dumps(row, ensure_ascii=False, default=str)
    except (pa.ArrowException, OSError) as error:
        raise FactcheckError(f"cannot read {path}: {str(error).splitlines()[0]}") from None
