"""A batch that was killed, stopped or is run again: nothing lost, nothing doubled, nothing left over."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from batches import SMALL, finish, job, pairs, quietly, read_lines, start, stories, tables, write_rows
from commands import Shell

from factcheck import FactcheckError
from factcheck.batch import write
from factcheck.batch.split import split


@pytest.fixture
def factcheck_(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Shell:
    monkeypatch.chdir(tmp_path)
    return Shell(capsys, monkeypatch)


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


def test_files_that_a_loss_of_power_emptied_are_written_again(tmp_path: Path) -> None:
    path = write_rows(tmp_path / "rows.jsonl", stories(2))
    write(job(path, format="parquet"), str(tmp_path / "out"), quietly)
    for file in (tmp_path / "out" / "_work").rglob("*.json"):
        file.write_bytes(b"")
    assert write(job(path, format="parquet"), str(tmp_path / "out"), quietly).records == 2


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
