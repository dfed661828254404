"""A batch as a job: workers, partitions, restart after a kill, broken rows, inputs and outputs."""

from __future__ import annotations

import datetime as dt
import functools
import gzip
import itertools
import json
import os
import signal
import subprocess
import sys
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from batches import finish, pairs, start, stories, tables, write_rows
from commands import Shell

from factcheck import FactcheckError
from factcheck.batch import Job, Progress, Tally, run, write
from factcheck.batch.partition import Done
from factcheck.batch.split import split


@pytest.fixture
def factcheck_(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Shell:
    monkeypatch.chdir(tmp_path)
    return Shell(capsys, monkeypatch)


#: partitions of a few records
SMALL = ("--partition-size", 4)


def quietly(progress: Progress) -> None:
    pass


def job(path: Path, **settings: Any) -> Job:
    """A job of small partitions."""
    return Job(str(path), **{"partition": 4096} | settings)


def read_lines(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


# The same bytes ---------------------------------------------------------------------------------


@pytest.mark.parametrize("rows", [pairs, stories])
def test_a_file_holds_the_lines_of_standard_output(tmp_path: Path, rows: Callable[[int], Any]) -> None:
    path = write_rows(tmp_path / "rows.jsonl", rows(30))
    tally = write(job(path), str(tmp_path / "out.jsonl"), quietly)
    assert tally.partitions > 2
    assert (tmp_path / "out.jsonl").read_text(encoding="utf-8") == "".join(run(str(path), partition=4096))
    assert sorted(p.name for p in tmp_path.iterdir()) == ["out.jsonl", "rows.jsonl"]


def test_every_story_comes_once_with_all_its_articles(tmp_path: Path) -> None:
    path = write_rows(tmp_path / "rows.jsonl", stories(40))
    found = [json.loads(line) for line in run(str(path), partition=4096)]
    assert Counter(line["story"] for line in found) == Counter(f"story {n}" for n in range(40))
    assert all(len(line["sources"]) == 2 for line in found)
    assert sum(line["summary"]["conflicting"] > 0 for line in found) == 40


@pytest.mark.parametrize("format", ["jsonl", "parquet"])
def test_any_number_of_workers_writes_the_same_bytes(tmp_path: Path, format: str) -> None:
    path = write_rows(tmp_path / "rows.jsonl", [*stories(30), *pairs(20)])
    one, three = tmp_path / "one", tmp_path / "three"
    write(job(path, format=format), str(one), quietly)
    code, out, err = finish(start(path, *SMALL, "--format", format, "--output", three, "--workers", 3))
    assert (code, out) == (0, ""), err
    found = [tables(o) if format == "parquet" else o.read_bytes() for o in (one, three)]
    assert found[0]
    assert found[0] == found[1]


# Restart -----------------------------------------------------------------------------------------


def done_partitions(work: Path) -> int:
    return len(list((work / "done").glob("*.json"))) if (work / "done").is_dir() else 0


def until(process: Any, seen: Callable[[], bool]) -> None:
    """Wait, while a process goes on."""
    deadline = time.monotonic() + 60
    while not seen():
        assert time.monotonic() < deadline
        assert process is None or process.poll() is None, finish(process)
        time.sleep(0.01)


def alive(group: int) -> bool:
    """Whether a process of the group is left."""
    try:
        os.killpg(group, 0)
    except ProcessLookupError:
        return False
    return True


def kill_when_begun(process: Any, work: Path) -> None:
    """kill -9 the command and all its workers once some partitions are done."""
    until(process, lambda: done_partitions(work) > 0)
    os.killpg(process.pid, signal.SIGKILL)
    process.wait()
    process.stdout.close()
    process.stderr.close()


@pytest.mark.parametrize("format", ["jsonl", "parquet"])
@pytest.mark.parametrize("rows", [pairs, stories])
def test_a_killed_job_goes_on_and_nothing_is_lost_or_doubled(
    tmp_path: Path, format: str, rows: Callable[[int], Any]
) -> None:
    path = write_rows(tmp_path / "rows.jsonl", rows(80))
    whole, output = tmp_path / "whole", tmp_path / "killed"
    work = output / "_work" if format == "parquet" else tmp_path / "killed.partial"
    kill_when_begun(start(path, *SMALL, "--format", format, "--workers", 2, "--output", output), work)
    assert not (format == "jsonl" and output.exists())
    before = done_partitions(work)
    again = write(job(path, format=format), str(output), quietly)
    assert 1 <= before == again.resumed < again.partitions
    write(job(path, format=format), str(whole), quietly)
    if format == "parquet":
        assert tables(output) == tables(whole)
    else:
        assert output.read_bytes() == whole.read_bytes()
        assert not work.exists()


def test_ctrl_c_is_one_line_and_leaves_no_process(tmp_path: Path) -> None:
    path = write_rows(tmp_path / "rows.jsonl", pairs(400))
    process = start(path, *SMALL, "--workers", 2, "--output", tmp_path / "out")
    until(process, (tmp_path / "out.partial" / "rows").exists)  # the first worker is about to begin
    os.killpg(process.pid, signal.SIGINT)
    told = "factcheck: interrupted: the same command goes on from here\n"
    assert finish(process) == (130, "", told)
    until(None, lambda: not alive(process.pid))


def test_a_store_that_is_done_is_not_done_again(tmp_path: Path) -> None:
    path = write_rows(tmp_path / "rows.jsonl", stories(30))
    first = write(job(path, format="parquet"), str(tmp_path / "out"), quietly)
    again = write(job(path, format="parquet"), str(tmp_path / "out"), quietly)
    assert (first.resumed, again.resumed) == (0, first.partitions)
    assert first.records == again.records == 30
    lost = sorted(tables(tmp_path / "out"))[0]
    kept = tables(tmp_path / "out")
    (tmp_path / "out" / lost).unlink()
    assert write(job(path, format="parquet"), str(tmp_path / "out"), quietly).resumed == first.partitions - 1
    assert tables(tmp_path / "out") == kept


def test_of_an_input_that_grew_only_what_is_new_is_done(tmp_path: Path) -> None:
    rows = [*pairs(40)]
    path = write_rows(tmp_path / "rows.jsonl", rows[:20])
    first = write(job(path, format="parquet"), str(tmp_path / "out"), quietly)
    write_rows(path, rows)
    grown = write(job(path, format="parquet"), str(tmp_path / "out"), quietly)
    assert first.partitions - 1 <= grown.resumed < grown.partitions
    write(job(path, format="parquet"), str(tmp_path / "fresh"), quietly)
    assert tables(tmp_path / "out") == tables(tmp_path / "fresh")


def after_reading(patch: pytest.MonkeyPatch, then: Callable[[], object]) -> None:
    """Do something at the moment when all rows are read and none is compared."""

    def read(*arguments: Any) -> Iterator[Any]:
        yield from [*split(*arguments)]
        then()

    patch.setattr("factcheck.batch.job.split", read)


def test_rows_that_come_while_the_job_runs_are_new_to_the_next(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, second = pairs(2)
    path = write_rows(tmp_path / "rows.jsonl", [first])
    after_reading(monkeypatch, lambda: write_rows(path, [first, second]))
    assert write(job(path, format="parquet"), str(tmp_path / "out"), quietly).records == 1
    assert write(job(path, format="parquet"), str(tmp_path / "out"), quietly).records == 2


def test_rows_of_another_input_are_not_taken_for_those_of_this(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    one, other = (write_rows(tmp_path / f"{n}.jsonl", [row]) for n, row in enumerate(pairs(2)))
    output = tmp_path / "out"
    write(job(one, format="parquet"), str(output), quietly)
    kept = tables(output)
    with monkeypatch.context() as patch:
        after_reading(patch, lambda: 1 // 0)
        with pytest.raises(ZeroDivisionError):  # the job dies
            write(job(other, format="parquet"), str(output), quietly)
    (output / "_work" / "done" / "pairs-000000.json").unlink()
    write(job(one, format="parquet"), str(output), quietly)
    assert tables(output) == kept


def test_a_link_stays_a_link_and_nothing_is_left_beside_it(tmp_path: Path, factcheck_: Shell) -> None:
    rows = write_rows(tmp_path / "rows.jsonl", stories(2))
    (tmp_path / "archive").mkdir()
    (tmp_path / "latest.jsonl").symlink_to("archive/today.jsonl")
    assert factcheck_("batch", f"file://{rows}", "--output", "latest.jsonl").code == 0
    assert (tmp_path / "latest.jsonl").is_symlink()
    assert len(read_lines(tmp_path / "archive" / "today.jsonl")) == 2
    assert {p.name for p in tmp_path.rglob("*")} == {"archive", "today.jsonl", "latest.jsonl", "rows.jsonl"}


@pytest.mark.parametrize("dies", ["while stories are dealt out", "while results are put together"])
def test_what_a_killed_run_leaves_goes_with_the_next(tmp_path: Path, dies: str) -> None:
    path = write_rows(tmp_path / "rows.jsonl", stories(2))
    module, function = ("split", "_shards") if "dealt" in dies else ("job", "_copy")
    program = f"""
import os, signal, factcheck.batch.{module} as module
from factcheck.batch import Job, write
module.{function} = lambda *rest: os.kill(os.getpid(), signal.SIGKILL)
write(Job("rows.jsonl", partition=4096), "out.jsonl", print)
"""
    assert subprocess.run([sys.executable, "-c", program], cwd=tmp_path).returncode == -signal.SIGKILL
    assert {p.name for p in tmp_path.iterdir()} == {"rows.jsonl", "out.jsonl.partial"}
    assert write(job(path), str(tmp_path / "out.jsonl"), quietly).records == 2
    assert {p.name for p in tmp_path.iterdir()} == {"rows.jsonl", "out.jsonl"}


@pytest.mark.skipif(os.name != "posix", reason="named pipes")
def test_a_pipe_is_read_once(tmp_path: Path) -> None:
    content = write_rows(tmp_path / "rows.jsonl", pairs(3)).read_bytes()
    pipe = tmp_path / "pipe.jsonl"
    os.mkfifo(pipe)
    for _ in range(2):
        feeder = threading.Thread(target=pipe.write_bytes, args=(content,), daemon=True)
        feeder.start()
        assert write(job(pipe, format="parquet"), str(tmp_path / "out"), quietly).records == 3


def test_tables_of_an_input_that_shrank_go(tmp_path: Path) -> None:
    rows = [*stories(40)]
    path = write_rows(tmp_path / "rows.jsonl", rows)
    write(job(path, format="parquet"), str(tmp_path / "out"), quietly)
    write_rows(path, [r for r in rows if int(r["story"].split()[1]) < 5])
    write(job(path, format="parquet"), str(tmp_path / "out"), quietly)
    write(job(path, format="parquet"), str(tmp_path / "fresh"), quietly)
    assert tables(tmp_path / "out") == tables(tmp_path / "fresh")


def test_results_of_other_options_are_not_mixed(tmp_path: Path) -> None:
    path = write_rows(tmp_path / "rows.jsonl", stories(2))
    write(job(path, format="parquet"), str(tmp_path / "out"), quietly)
    from factcheck.batch import Options

    other = job(path, format="parquet", options=Options(min_confidence=0.9))
    with pytest.raises(FactcheckError, match=r"min_confidence 0\.25, not 0\.9"):
        write(other, str(tmp_path / "out"), quietly)


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


def feed(count: int) -> list[dict[str, Any]]:
    """Articles without a story, each event in a place of its own."""
    numbers = {f"story {n}" for n in range(0, 32, 9)}
    rows = [row for row in stories(32) if row["story"] in numbers]
    return [{key: value for key, value in row.items() if key != "story"} for row in rows][:count]


def test_a_feed_is_grouped_into_stories(tmp_path: Path) -> None:
    alone = {"id": "recipe", "text": "Whisk three eggs with a spoon of sugar.", "published": "2024-05-03"}
    path = write_rows(tmp_path / "rows.jsonl", [*feed(8), alone])
    found = {x["story"]: x for x in map(json.loads, run(str(path)))}
    assert {frozenset(s["id"] for s in x["sources"]) for x in found.values()} == {
        frozenset(("recipe",)),
        *(frozenset((f"mail-{n}", f"post-{n}")) for n in (0, 9, 18, 27)),
    }
    assert found["recipe"]["links"] == []
    assert {c["verdict"] for c in found["recipe"]["claims"]} == {"single-source"}
    assert all(x["summary"]["conflicting"] for name, x in found.items() if name != "recipe")


def test_stories_that_share_a_name_stay_apart(tmp_path: Path) -> None:
    """Ids of a feed may be those of outlets, or names of stories that are given."""
    one, other, third, *_ = (row["text"] for row in feed(4))
    path = write_rows(
        tmp_path / "rows.jsonl",
        [
            {"id": "wire", "text": one, "published": "2024-05-01"},
            {"id": "wire", "text": other, "published": "2024-06-01"},
            {"id": "dam", "text": third, "published": "2024-07-01"},
            {"story": "dam", "id": "mail", "text": other},
            {"story": "dam", "id": "post", "text": other},
        ],
    )
    found = {x["story"]: [s["path"] for s in x["sources"]] for x in map(json.loads, run(str(path)))}
    assert found == {
        "wire": ["wire"], "wire (line 2)": ["wire"], "dam": ["mail", "post"], "dam (line 3)": ["dam"],
    }  # fmt: skip


def test_a_window_parts_what_is_alike(factcheck_: Shell, tmp_path: Path) -> None:
    text = next(iter(stories(1)))["text"]
    rows = [{"id": day, "text": text, "published": f"2024-05-{day}"} for day in ("01", "06")]
    write_rows(tmp_path / "rows.jsonl", rows)
    assert factcheck_("batch", "rows.jsonl").out.count("\n") == 2
    assert factcheck_("batch", "rows.jsonl", "--window", "1w").out.count("\n") == 1


def test_the_order_of_a_feed_changes_no_story(tmp_path: Path) -> None:
    rows = feed(8)
    found = []
    for name, order in (("one", rows), ("other", rows[::-1])):
        path = write_rows(tmp_path / f"{name}.jsonl", order)
        lines = map(json.loads, run(str(path)))
        found.append({frozenset(s["id"] for s in line["sources"]) for line in lines})
    assert found[0] == found[1]


# Bad use -----------------------------------------------------------------------------------------

BAD = [
    ("parquet without a folder", "rows.jsonl --format parquet", "--format parquet needs --output FOLDER"),
    ("dask without a scheduler", "rows.jsonl --engine dask", "go together"),
    ("a scheduler without dask", "rows.jsonl --scheduler tcp://x:1", "go together"),
    ("workers of a cluster", "rows.jsonl --engine dask --scheduler tcp://x:1 -w 2", "has its own"),
    ("a cluster without storage", "rows.jsonl --engine dask --scheduler tcp://x:1", "needs --output"),
    ("no workers", "rows.jsonl --workers 0", "--workers"),
    ("a window in words", "rows.jsonl --window soon", "a window of 'soon'"),
    ("over the input", "rows.jsonl --output rows.jsonl", "is the input: not overwritten"),
    ("a file in place of a folder", "rows.jsonl -f parquet -o notes.txt", "is a file"),
    ("a folder in place of a file", "rows.jsonl -o other", "not a file"),
    ("tables among other files", "rows.jsonl -f parquet -o other", "holds other files"),
    ("below a file", "rows.jsonl -o notes.txt/out.jsonl", "cannot write"),
]


@pytest.mark.parametrize(("reason", "command", "message"), BAD, ids=[b[0] for b in BAD])
def test_what_cannot_run_is_one_line(
    factcheck_: Shell, tmp_path: Path, reason: str, command: str, message: str
) -> None:
    rows = write_rows(tmp_path / "rows.jsonl", pairs(1)).read_bytes()
    (tmp_path / "notes.txt").write_text("mine")
    (tmp_path / "other").mkdir()
    (tmp_path / "other" / "letter.txt").write_text("mine")
    told = factcheck_("batch", *command.split())
    assert (told.code, told.out) == (2, "")
    assert told.err.startswith("factcheck: ")
    assert told.err.count("\n") == 1
    assert message in told.err
    assert (tmp_path / "rows.jsonl").read_bytes() == rows
    assert (tmp_path / "notes.txt").read_text() == (tmp_path / "other" / "letter.txt").read_text() == "mine"


def test_two_runs_do_not_write_one_output(factcheck_: Shell, tmp_path: Path) -> None:
    import fcntl

    write_rows(tmp_path / "rows.jsonl", pairs(1))
    (tmp_path / "out.jsonl.partial").mkdir()
    with (tmp_path / "out.jsonl.partial" / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        told = factcheck_("batch", "rows.jsonl", "--output", "out.jsonl")
    assert told.code == 2
    assert "another run is at work" in told.err


# Progress ----------------------------------------------------------------------------------------


@pytest.mark.parametrize("rows", [pairs, stories])
def test_progress_only_grows_and_ends_at_one(tmp_path: Path, rows: Callable[[int], Any]) -> None:
    seen: list[Progress] = []
    path = write_rows(tmp_path / "rows.jsonl", rows(40))
    tally: Tally = write(job(path), str(tmp_path / "out.jsonl"), seen.append)
    comparing = [p for p in seen if p.doing == "comparing"]
    shares = [p.share for p in comparing if p.share is not None]
    assert len(shares) == tally.partitions > 2
    assert shares == sorted(shares)
    assert shares[-1] == pytest.approx(1.0)
    assert [p.tally.records for p in comparing] == sorted(p.tally.records for p in comparing)
    assert tally.records == 40
