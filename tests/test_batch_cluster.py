"""A batch on a Dask cluster of several processes, on storage that all share."""

from __future__ import annotations

import contextlib
import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest
from batches import finish, pairs, quietly, start, stories, tables, write_rows
from commands import Shell

from factcheck import FactcheckError, __version__
from factcheck.batch import Job, write
from factcheck.batch.engines.dask_ import _alone

distributed = pytest.importorskip("distributed")

#: what a test cluster says while one of its workers is killed on purpose is no failure of ours
pytestmark = pytest.mark.filterwarnings("default")


@pytest.fixture(scope="module")
def cluster() -> Iterator[object]:
    with distributed.LocalCluster(
        n_workers=3, threads_per_worker=1, processes=True, dashboard_address=None, silence_logs="CRITICAL"
    ) as running:
        yield running


@pytest.fixture(scope="module")
def rows(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_rows(tmp_path_factory.mktemp("input") / "rows.jsonl", [*stories(60), *pairs(40)])


@pytest.fixture(scope="module")
def expected(rows: Path) -> dict[str, bytes]:
    """What one process of this machine writes."""
    output = rows.parent / "expected"
    code, _, err = finish(start(rows, *SMALL, "-f", "parquet", "-o", output, "--workers", 1))
    assert code == 0, err
    return tables(output)


SMALL = ("--partition-size", 4)


def wait_until_begun(job: subprocess.Popen[str], output: Path) -> None:
    done = output / "_work" / "done"
    deadline = time.monotonic() + 60
    while not (done.is_dir() and any(done.iterdir())) and time.monotonic() < deadline:
        assert job.poll() is None, finish(job)
        time.sleep(0.01)


def test_a_worker_is_killed_and_the_tables_are_the_same(
    cluster: object, rows: Path, expected: dict[str, bytes], tmp_path: Path
) -> None:
    output = tmp_path / "out"
    address = cluster.scheduler_address  # type: ignore[attr-defined]
    process = start(rows, *SMALL, "-f", "parquet", "-o", output, "--engine", "dask", "--scheduler", address)
    wait_until_begun(process, output)
    victim = next(iter(cluster.workers.values())).pid  # type: ignore[attr-defined]
    assert process.poll() is None, "the job ended before a worker could be killed"
    os.kill(victim, signal.SIGKILL)
    code, _, err = finish(process)
    assert code == 0, err
    assert "100 records" in err
    assert tables(output) == expected


def test_shared_storage_by_address(
    cluster: object, rows: Path, expected: dict[str, bytes], tmp_path: Path
) -> None:
    """``local://`` is a file system of fsspec, reached as s3:// or gcs:// is."""
    output = f"local://{tmp_path}/out"
    address = cluster.scheduler_address  # type: ignore[attr-defined]
    command = (f"local://{rows}", *SMALL, "-f", "parquet", "-o", output)
    code, _, err = finish(start(*command, "--engine", "dask", "--scheduler", address))
    assert code == 0, err
    assert tables(tmp_path / "out") == expected
    code, _, err = finish(start(*command, "--workers", 2))
    assert code == 0, err
    assert "were done already" in err


def test_a_worker_of_another_version_is_one_line() -> None:
    with pytest.raises(FactcheckError, match=r"has factcheck .*, this is 0\.0\.0"):
        _alone(str, 1, "0.0.0")


@pytest.mark.parametrize(
    ("versions", "message"),
    [
        ((__version__, None), "a worker of the Dask cluster cannot import factcheck: install it there"),
        ((__version__, "0.0.0"), "the workers have factcheck 0.0.0, "),
    ],
)
def test_workers_with_another_factcheck_or_none_are_one_line(
    versions: Sequence[str | None], message: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(distributed, "Client", lambda *where, **settings: Asked(versions))
    path = write_rows(tmp_path / "rows.jsonl", pairs(1))
    with pytest.raises(FactcheckError, match=message):
        write(Job(str(path), "parquet", engine="dask", where="tcp://x:1"), str(tmp_path / "out"), quietly)


class Asked(contextlib.nullcontext[None]):
    """In place of the client of a cluster whose workers have these versions."""

    def __init__(self, versions: Sequence[str | None]) -> None:
        self.versions = versions

    def __enter__(self) -> None:
        return None

    def wait_for_workers(self, count: int, timeout: float) -> None:
        pass

    def run(self, asked: Callable[[], str]) -> dict[int, str | None]:
        assert asked() == __version__
        return dict(enumerate(self.versions))


def test_a_scheduler_that_is_killed_is_one_line(rows: Path, tmp_path: Path) -> None:
    told = tmp_path / "scheduler.json"
    common = ("--scheduler-file", told, "--no-dashboard")
    scheduler = dask("scheduler", "--port", 0, *common)
    worker = dask("worker", "--nthreads", 1, "--no-nanny", *common)
    try:
        deadline = time.monotonic() + 60
        while not told.exists() and time.monotonic() < deadline:
            time.sleep(0.01)
        address = json.loads(told.read_text())["address"]
        output = tmp_path / "out"
        job = start(rows, *SMALL, "-f", "parquet", "-o", output, "--engine", "dask", "--scheduler", address)
        wait_until_begun(job, output)
        scheduler.kill()
        line = f"factcheck: the scheduler at {address} is gone: run again to go on\n"
        assert finish(job) == (2, "", line)
    finally:
        for process in (worker, scheduler):
            process.kill()
            process.wait()


def dask(role: str, *arguments: object) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", f"distributed.cli.dask_{role}", *map(str, arguments)]
    return subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def test_no_scheduler_there_is_one_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("factcheck.batch.engines.dask_._TIMEOUT", 0.5)
    monkeypatch.chdir(tmp_path)
    path = write_rows(tmp_path / "rows.jsonl", pairs(1))
    told = Shell(capsys, monkeypatch)(
        "batch", str(path), "-o", "out", "--engine", "dask", "--scheduler", "tcp://127.0.0.1:9"
    )
    assert (told.code, told.err.count("\n")) == (2, 1)
    assert "no Dask scheduler at tcp://127.0.0.1:9" in told.err
