"""The rows of a batch: broken ones, JSON lines and Parquet of all writers."""

from __future__ import annotations

import datetime as dt
import functools
import gzip
import itertools
import json
from pathlib import Path
from typing import Any

import pytest
from batches import finish, job, pairs, quietly, read_lines, start, stories, write_rows
from commands import Shell

from factcheck import FactcheckError
from factcheck.batch import Tally, run, write
from factcheck.batch.partition import Done


@pytest.fixture
def factcheck_(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Shell:
    monkeypatch.chdir(tmp_path)
    return Shell(capsys, monkeypatch)


# Broken rows -------------------------------------------------------------------------------------


def test_a_broken_row_is_told_with_its_line(factcheck_: Shell, tmp_path: Path) -> None:
    write_rows(tmp_path / "rows.jsonl", [*pairs(2), "{nope", {"id": 9, "a": "x"}, *pairs(1)])
    told = factcheck_("batch", "rows.jsonl", "--output", "out.jsonl")
    assert told.code == 0
    assert told.err.splitlines()[1:] == ["warning: line 3: not JSON", "warning: line 4: 'b' is missing"]
    assert [line.get("error") for line in read_lines(tmp_path / "out.jsonl")] == [
        None, None, "line 3: not JSON", "line 4: 'b' is missing", None,
    ]  # fmt: skip


def test_many_broken_rows_are_counted(factcheck_: Shell, tmp_path: Path) -> None:
    write_rows(tmp_path / "rows.jsonl", ["{nope"] * 9)
    told = factcheck_("batch", "rows.jsonl", "--output", "out.jsonl")
    assert told.err.splitlines()[-1] == "warning: and 4 more; the results hold them all"


@pytest.mark.parametrize(
    ("rows", "message"),
    [
        ([*pairs(1), "{nope"], "line 2: not JSON"),
        (
            [{"story": "s", "id": "a", "text": "The dam broke."}],
            "line 1: a story needs at least two articles",
        ),
    ],
)
def test_stop_ends_the_job_at_the_first(
    factcheck_: Shell, tmp_path: Path, rows: list[Any], message: str
) -> None:
    write_rows(tmp_path / "rows.jsonl", rows)
    told = factcheck_("batch", "rows.jsonl", "--output", "out.jsonl", "--on-error", "stop")
    assert told.code == 2
    assert told.err.startswith(f"factcheck: {message}")
    assert told.err.count("\n") == 1
    assert not (tmp_path / "out.jsonl").exists()
    assert factcheck_("batch", "rows.jsonl", "--output", "out.jsonl").code == 0


def test_stop_also_ends_at_what_an_earlier_run_has_skipped(tmp_path: Path) -> None:
    path = write_rows(tmp_path / "rows.jsonl", [*pairs(1), "{nope"])
    assert write(job(path, format="parquet"), str(tmp_path / "out"), quietly).failed == 1
    with pytest.raises(FactcheckError, match="line 2: not JSON"):
        write(job(path, format="parquet", stop=True), str(tmp_path / "out"), quietly)


def test_tables_that_are_given_up_leave_no_noise(tmp_path: Path) -> None:
    row = next(iter(stories(1)))
    path = write_rows(tmp_path / "rows.jsonl", [row])
    command = (path, "--format", "parquet", "--output", tmp_path / "out", "--on-error", "stop")
    code, _, err = finish(start(*command))
    assert (code, err) == (2, "factcheck: line 1: a story needs at least two articles\n")


def test_the_first_errors_of_the_input_are_told_whichever_partition_is_done_first() -> None:
    def done(name: str, *errors: str) -> Done:
        return Done(name, "", 1, 9, 0, 0, 0, 0, errors, len(errors))

    first, second, third = done("pairs-0", "line 1", "line 2"), done("pairs-1", "line 7"), done("stories-0")
    for order in itertools.permutations((first, second, third)):
        tally = functools.reduce(Tally.plus, order, Tally())
        assert [error for _, error in tally.errors] == ["line 1", "line 2", "line 7"]
        assert (tally.failed, tally.records) == (3, 27)


def test_a_line_that_is_no_text_is_broken_and_the_rest_goes_on(tmp_path: Path) -> None:
    path = tmp_path / "rows.jsonl"
    [good] = pairs(1)
    path.write_bytes(json.dumps(good).encode() + b'\n{"id": "\xff"}\n' + json.dumps(good).encode())
    assert [json.loads(x).get("error") for x in run(str(path))] == [None, "line 2: not UTF-8 text", None]


def test_a_line_without_end_is_broken_and_the_rest_goes_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("factcheck.batch.rows.MAX_LINE", 1 << 20)
    [good] = pairs(1)
    path = write_rows(tmp_path / "rows.jsonl", [good, "x" * (5 << 20), good])
    errors = [json.loads(x).get("error") for x in run(str(path))]
    assert errors == [None, "line 2: longer than 1 MiB", None]


def test_a_defect_in_one_record_does_not_end_the_job(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("factcheck.batch.work.decide", lambda *found, **settings: 1 // 0)
    [found] = run(str(write_rows(tmp_path / "rows.jsonl", pairs(1))))
    assert json.loads(found)["error"].startswith("line 1: internal error: ZeroDivisionError")


# Inputs ------------------------------------------------------------------------------------------


def test_compressed_lines(tmp_path: Path) -> None:
    plain = write_rows(tmp_path / "rows.jsonl", stories(3))
    packed = tmp_path / "rows.jsonl.gz"
    packed.write_bytes(gzip.compress(plain.read_bytes()))
    assert list(run(str(packed))) == list(run(str(plain)))


def test_a_damaged_archive_is_one_line(factcheck_: Shell, tmp_path: Path) -> None:
    text = "".join(f"{json.dumps(row)}\n" for row in stories(50)).encode()
    (tmp_path / "rows.jsonl.gz").write_bytes(gzip.compress(text)[:-40])
    told = factcheck_("batch", "rows.jsonl.gz")
    assert told.code == 2
    assert told.err.startswith("factcheck: cannot read rows.jsonl.gz after line ")
    assert told.err.count("\n") == 1


def test_an_archive_with_a_flipped_bit_is_one_line(factcheck_: Shell, tmp_path: Path) -> None:
    packed = bytearray(gzip.compress("".join(map(json.dumps, stories(50))).encode()))
    packed[200:210] = bytes(10)
    (tmp_path / "rows.jsonl.gz").write_bytes(packed)
    told = factcheck_("batch", "rows.jsonl.gz")
    assert (told.code, told.err.count("\n")) == (2, 1)
    assert told.err.startswith("factcheck: cannot read rows.jsonl.gz after line 0: ")


def test_standard_input_that_is_closed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", None)
    with pytest.raises(FactcheckError, match="standard input is closed"):
        next(run("-"))


def test_lines_of_nothing(tmp_path: Path) -> None:
    path = tmp_path / "rows.jsonl"
    path.write_bytes(b"\xef\xbb\xbf\r\n\r\n \n")
    assert list(run(str(path))) == []


def test_parquet_in(tmp_path: Path) -> None:
    import pyarrow as pa
    import pyarrow.parquet as pq

    rows = list(stories(3))
    plain = write_rows(tmp_path / "rows.jsonl", rows)
    table = pa.Table.from_pylist(rows)
    day = table.schema.get_field_index("published")
    dates = table.column("published").cast(pa.date32())
    pq.write_table(table.set_column(day, "published", dates), tmp_path / "rows.parquet")
    assert list(run(str(tmp_path / "rows.parquet"))) == list(run(str(plain)))


def test_parquet_of_other_writers(tmp_path: Path) -> None:
    """Text without its type, nanoseconds, dictionaries, nulls, and columns of other things."""
    import pyarrow as pa
    import pyarrow.compute as pc
    import pyarrow.parquet as pq

    rows = list(stories(3))
    plain = write_rows(tmp_path / "rows.jsonl", [*pairs(1), *rows])
    table = pa.concat_tables(
        [pa.Table.from_pylist([row | {"id": str(row["id"])}]) for row in [*pairs(1), *rows]],
        promote_options="default",
    )
    days = [None, *(dt.datetime.fromisoformat(row["published"]) for row in rows)]
    columns = {
        "text": table["text"].cast(pa.binary()),
        "outlet": table["outlet"].dictionary_encode(),
        "a": table["a"].cast(pa.large_string()),
        "published": pc.add(pa.array(days, pa.timestamp("ns")).cast(pa.int64()), 1).cast(pa.timestamp("ns")),
        "crawled": pa.array([10**18 + 1] * len(table), pa.timestamp("ns")),
        "vector": pa.array([[0.5]] * len(table)),
    }
    for name, values in columns.items():
        table = table.drop_columns([name]) if name in table.column_names else table
        table = table.append_column(name, values)
    pq.write_table(table, tmp_path / "rows.parquet", row_group_size=1)
    found = [json.loads(line) for line in run(str(tmp_path / "rows.parquet"))]
    assert [x | {"id": 0} if "id" in x else x for x in found] == [json.loads(x) for x in run(str(plain))]


def test_values_of_parquet_that_are_none_stand_as_errors(tmp_path: Path) -> None:
    import pyarrow as pa
    import pyarrow.parquet as pq

    texts = pa.array([b"x \xff", b"x", b"x"], pa.binary())
    unchecked = pa.Array.from_buffers(pa.string(), 3, texts.buffers())
    days = pa.array([0, 0, 10**18], pa.timestamp("us"))
    for column in (texts, unchecked):
        pq.write_table(pa.table({"text": column, "published": days}), tmp_path / "rows.parquet")
        found = [json.loads(line) for line in run(str(tmp_path / "rows.parquet"))]
        assert [x.get("error") for x in found] == [
            "row 1: not UTF-8 text", "row 3: date value out of range", None,
        ]  # fmt: skip


def test_parquet_that_is_none(factcheck_: Shell, tmp_path: Path) -> None:
    (tmp_path / "rows.parquet").write_bytes(b"PAR1 no")
    told = factcheck_("batch", "rows.parquet")
    assert (told.code, told.err.count("\n")) == (2, 1)
    assert "cannot read rows.parquet" in told.err
