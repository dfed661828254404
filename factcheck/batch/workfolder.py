"""The folder a job works in: what it was asked, which partitions there are, which are done.

It is what a job that was killed goes on from; every file in it is written whole or not at all.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from factcheck import __version__
from factcheck.batch.outputs import OUTPUTS
from factcheck.batch.partition import Done, Partition, read_marker
from factcheck.batch.storage import (
    PARTIAL,
    exists,
    is_remote,
    join,
    names,
    open_read,
    open_write,
    read_text,
    remove,
    renew,
)  # fmt: skip
from factcheck.model import FactcheckError


@dataclass(frozen=True, slots=True)
class WorkFolder:
    """``path`` is the folder, ``results`` that of the results, which may be the same for good."""

    path: str
    results: str
    format: str

    @property
    def rows(self) -> str:
        return join(self.path, "rows")

    def marker(self, name: str) -> str:
        return join(self.path, "done", f"{name}.json")

    def done(self, partition: Partition) -> Done | None:
        """What an earlier run made of the same partition, if all of it is still there."""
        found = read_marker(self.marker(partition.name))
        whole = found is not None and all(
            exists(join(self.results, file)) for file in OUTPUTS[self.format].files(partition.name)
        )
        return found if found is not None and whole and found.digest == partition.digest else None

    def begin(self, asked: dict[str, object]) -> None:
        """Note what is asked; FactcheckError if an earlier run here was asked something else."""
        told = json.dumps({"factcheck": __version__, "format": self.format, **asked}, sort_keys=True)
        path = join(self.path, "job.json")
        before = read_text(path)
        if not before:  # none, or emptied when the machine lost power
            with open_write(path) as file:
                file.write(told.encode())
        elif before != told:
            raise FactcheckError(
                f"{self.path} was begun with {_difference(json.loads(before), json.loads(told))}: "
                "go on with the same, or remove it"
            )

    @property
    def split(self) -> str:
        return join(self.path, "split.json")

    def read_split(self, key: str) -> list[Partition]:
        """The partitions of the input with that key, each with its rows or its results; else none."""
        text = read_text(self.split)
        found = json.loads(text) if text else {}
        if found.get("key") != key:
            return []
        partitions = [Partition(**fields) for fields in found["partitions"]]
        usable = all(exists(p.path) or self.done(p) is not None for p in partitions)
        return partitions if usable else []

    @contextlib.contextmanager
    def scratch(self) -> Iterator[Path]:
        """An empty folder of this machine: here, where there is room for the results too and a
        killed run leaves nothing for good; of storage elsewhere nothing is near."""
        if is_remote(self.path):
            with tempfile.TemporaryDirectory(prefix="factcheck-") as folder:
                yield Path(folder)
            return
        folder = join(self.path, "scratch")
        renew(folder)
        try:
            yield Path(folder)
        finally:
            remove(folder)

    def forget_split(self) -> None:
        """Before other rows are written: those of an earlier input go by the same names."""
        remove(self.split)

    def write_split(self, key: str, partitions: Sequence[Partition]) -> None:
        with open_write(self.split) as file:
            file.write(json.dumps({"key": key, "partitions": [asdict(p) for p in partitions]}).encode())

    @contextlib.contextmanager
    def locked(self) -> Iterator[None]:
        """One run at a time, where the system can tell."""
        if is_remote(self.path) or os.name != "posix":
            yield
            return
        import fcntl

        try:
            os.makedirs(self.path, exist_ok=True)
            lock = open(join(self.path, "lock"), "w")  # noqa: SIM115
        except OSError as error:
            raise FactcheckError(f"cannot write {self.path}: {error.strerror}") from None
        with lock:
            try:
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except OSError:
                raise FactcheckError(f"{self.path}: another run is at work in it") from None
            yield

    def tidy(self, keep: Sequence[Partition]) -> None:
        """Take away what belongs to no partition: of an input that has changed, of a killed run."""
        kept = {file for partition in keep for file in OUTPUTS[self.format].files(partition.name)}
        folders = {file.rpartition("/")[0] for file in OUTPUTS[self.format].files("")}
        for folder in folders:
            place = join(self.results, folder) if folder else self.results
            for name in names(place):
                path = f"{folder}/{name}" if folder else name
                if path not in kept and name.endswith((".parquet", ".jsonl", PARTIAL)):
                    remove(join(place, name))
        marked = {f"{partition.name}.json" for partition in keep}
        for name in names(join(self.path, "done")):
            if name not in marked:
                remove(join(self.path, "done", name))
        remove(self.rows)


def _difference(before: dict[str, object], now: dict[str, object]) -> str:
    other = [f"{key} {before.get(key)}, not {now.get(key)}" for key in now if before.get(key) != now.get(key)]
    return "; ".join(other) or "other settings"


def input_key(path: str, grouped: object) -> str:
    """What tells one input, and how it is grouped, from another."""
    found = hashlib.sha256(json.dumps(grouped, sort_keys=True).encode())
    with open_read(path) as file:
        while block := file.read(1 << 20):
            found.update(block)
    return found.hexdigest()
