"""The raw rows of an input: JSON lines (plain, .gz, standard input) or Parquet, one at a time."""

from __future__ import annotations

import gzip
import json
import sys
import zlib
from collections.abc import Iterator
from typing import IO, Any

from factcheck.batch.records import FIELDS, Broken
from factcheck.batch.storage import open_read
from factcheck.model import FactcheckError

#: a longer line is no article: without a limit one file without line ends fills the memory
MAX_LINE = 64 * 1024 * 1024
#: rows of Parquet that are held at a time
_ROWS = 256
#: bytes of a column read at a time: a file may be one group of rows, larger than the memory
_BUFFER = 1 << 20

#: where a row stands ("line 7"), and its JSON text
Raw = tuple[str, str | Broken]


def read_rows(path: str) -> Iterator[Raw]:
    """Rows that are not blank; FactcheckError if the input cannot be read or is no text at all."""
    if path == "-":
        if sys.stdin is None:
            raise FactcheckError("standard input is closed: name a file, or give rows to it")
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
            if isinstance(row, Broken) or row.strip():
                yield where, row
    except (OSError, EOFError, zlib.error) as error:  # a damaged .gz, a disk that fails
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
        table = pq.ParquetFile(file, pre_buffer=False, buffer_size=_BUFFER)
        columns = [field for field in table.schema_arrow if field.name in FIELDS]
        # Python has no nanoseconds, and days are all that is asked for.
        types = pa.schema(
            field.with_type(pa.timestamp("us", field.type.tz))
            if str(field.type).startswith("timestamp[ns")
            else field
            for field in columns
        )
        number = 0
        for batch in table.iter_batches(batch_size=_ROWS, columns=types.names):
            for row in _rows(batch.cast(types, safe=False)):
                number += 1
                where = f"row {number}"
                yield where, _text(row, where) if isinstance(row, dict) else Broken(where, f"{where}: {row}")
    except (pa.ArrowException, OSError) as error:
        raise FactcheckError(f"cannot read {path}: {str(error).splitlines()[0]}") from None


def _rows(batch: Any) -> Iterator[dict[str, Any] | str]:
    """The rows of a batch; in place of one with a value that Python has not, why."""
    try:
        yield from batch.to_pylist()
    except (ValueError, OverflowError) as error:
        if batch.num_rows == 1:
            yield "not UTF-8 text" if isinstance(error, UnicodeError) else str(error).partition(".")[0]
            return
        for at in range(batch.num_rows):
            yield from _rows(batch.slice(at, 1))


def _text(row: dict[str, Any], where: str) -> str | Broken:
    try:
        return json.dumps(row, ensure_ascii=False, default=_plain)
    except UnicodeDecodeError:
        return Broken(where, f"{where}: not UTF-8 text")


def _plain(value: object) -> str:
    """Text that the writer of a file left without a type, and days as ISO has them."""
    return value.decode("utf-8") if isinstance(value, bytes) else str(value)
