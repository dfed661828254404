"""A batch as a job: workers, partitions, outputs, bad use, progress."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from batches import SMALL, finish, job, pairs, quietly, start, stories, tables, write_rows
from commands import Shell

from factcheck.batch import Progress, Tally, run, write


@pytest.fixture
def factcheck_(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Shell:
    monkeypatch.chdir(tmp_path)
    return Shell(capsys, monkeypatch)


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
