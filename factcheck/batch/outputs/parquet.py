"""Columns that duckdb, pandas or Spark read: a folder a table, a file a partition."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator
from typing import IO, Any

from factcheck.batch.storage import join, open_write
from factcheck.batch.table_rows import Row
from factcheck.batch.tables import STORE_VERSION, TABLES, Table
from factcheck.batch.work import Result
from factcheck.model import FactcheckError

#: rows of a table that are held before they are written
_ROWS = 5_000


def files(name: str) -> list[str]:
    return [f"{table.name}/{name}.parquet" for table in TABLES]


@contextlib.contextmanager
def open_partition(folder: str, name: str) -> Iterator[Callable[[Result], None]]:
    with contextlib.ExitStack() as stack:
        tables = [
            stack.enter_context(_open_table(table, join(folder, table.name, f"{name}.parquet")))
            for table in TABLES
        ]

        def add(result: Result) -> None:
            for table in tables:
                table.add(result)

        yield add


class _Rows:
    """Rows of a table on their way to a file."""

    def __init__(self, table: Table, file: IO[bytes]) -> None:
        import pyarrow as pa
        import pyarrow.parquet as pq

        self._table = table
        self._schema = arrow_schema(table)
        self._batch: list[Row] = []
        self._make = pa.Table.from_pylist
        self._writer: Any = pq.ParquetWriter(file, self._schema, compression="zstd")

    def add(self, result: Result) -> None:
        self._batch.extend(self._table.rows(result))
        if len(self._batch) >= _ROWS:
            self._flush()

    def close(self) -> None:
        self._flush()
        self._writer.close()

    def drop(self) -> None:
        """Write no more; otherwise the end of the writer complains of a file that is closed."""
        self._writer.is_open = False

    def _flush(self) -> None:
        try:
            table = self._make(self._batch, schema=self._schema)
        except UnicodeEncodeError:
            table = self._make([_whole_characters(row) for row in self._batch], schema=self._schema)
        self._writer.write_table(table)
        self._batch = []


def _whole_characters(row: Row) -> Row:
    """Half of a surrogate pair, which JSON can carry and UTF-8 cannot, becomes U+FFFD."""
    return {
        name: value.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
        if isinstance(value, str)
        else value
        for name, value in row.items()
    }


@contextlib.contextmanager
def _open_table(table: Table, path: str) -> Iterator[_Rows]:
    with open_write(path) as file:
        rows = _Rows(table, file)
        try:
            yield rows
            rows.close()
        except BaseException:
            rows.drop()
            raise


def arrow_schema(table: Table) -> Any:
    """The columns as Arrow types, their meaning as metadata of the fields."""
    import pyarrow as pa

    fields = [
        pa.field(
            column.name,
            getattr(pa, _ARROW.get(column.type, column.type))(),
            metadata={"meaning": column.meaning},
        )
        for column in table.columns
    ]
    return pa.schema(fields, metadata={"factcheck.store": str(STORE_VERSION), "meaning": table.meaning})


#: names that Arrow's constructors of types have otherwise
_ARROW = {"bool": "bool_"}


def check_installed() -> None:
    """FactcheckError unless Parquet can be written."""
    try:
        import pyarrow.parquet  # noqa: F401
    except ImportError:
        raise FactcheckError(
            "--format parquet needs pyarrow: pip install 'factcheck-compare[corpus]'"
        ) from None
