"""A batch from input to output: split, compute what is not done yet, put together."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable, Iterable, Iterator
from dataclasses import asdict, dataclass, field, replace

from factcheck.batch.engines import ENGINES
from factcheck.batch.outputs import OUTPUTS
from factcheck.batch.outputs.parquet import check_installed
from factcheck.batch.partition import Done, Partition, Task, compute
from factcheck.batch.rows import Raw, read_rows
from factcheck.batch.split import split
from factcheck.batch.storage import (
    PARTIAL,
    exists,
    is_remote,
    join,
    locate,
    names,
    open_read,
    open_write,
    remove,
    size,
)  # fmt: skip
from factcheck.batch.tally import Progress, Tally, Told
from factcheck.batch.work import Options
from factcheck.batch.workfolder import WorkFolder, input_key
from factcheck.model import FactcheckError
from factcheck.stories.grouping import Grouping

#: bytes copied at a time
_BLOCK = 1 << 20
#: Bytes of a partition: a hundred articles or so, a second or two of work, so that a kill loses
#: little, the bar moves and workers end together; smaller ones make many files for little.
PARTITION = 512 << 10
#: rows after which it is told how much has been read
_EVERY = 1000
#: where a folder of results keeps what is done
_WORK = "_work"


@dataclass(frozen=True, slots=True)
class Job:
    """What to do. ``partition`` is in bytes; ``where`` is for the engine: the number of processes,
    or the address of a scheduler."""

    input: str
    format: str = "jsonl"
    options: Options = field(default_factory=Options)
    grouping: Grouping = field(default_factory=Grouping)
    partition: int = PARTITION
    stop: bool = False
    engine: str = "local"
    where: str = "1"


def write(job: Job, output: str, told: Told) -> Tally:
    """Results in a file (jsonl) or a folder of tables (parquet).

    A run that was killed is taken up by the next with the same input, options and output.
    FactcheckError if the input cannot be read or the output not be written; what is done stays.
    """
    output = locate(output)
    if job.format != "parquet" and os.path.islink(output):
        output = os.path.realpath(output)  # the link stays one
    _check_output(job, output)
    work = join(output, _WORK) if job.format == "parquet" else f"{output}{PARTIAL}"
    folder = WorkFolder(work, output if job.format == "parquet" else join(work, "results"), job.format)
    with folder.locked():
        folder.begin(asdict(job.options) | _told_of(job))
        run = _Run(job, folder, told, _key(job))
        for _ in run.done():
            pass
        folder.tidy(run.partitions)
        if job.format != "parquet":
            with open_write(output, beside=work) as whole:
                for partition in run.partitions:
                    _copy(_result(folder, partition), whole.write)
            remove(work)
    return run.tally


def lines(job: Job, told: Told) -> Iterator[bytes]:
    """The results as JSON lines, in the order of the partitions, each as soon as it is there."""
    with tempfile.TemporaryDirectory(prefix="factcheck-") as scratch:
        folder = WorkFolder(scratch, join(scratch, "results"), "jsonl")
        run = _Run(job, folder, told, None)
        waiting: set[str] = set()
        given = 0
        for done in run.done():
            waiting.add(done.name)
            while given < len(run.partitions) and run.partitions[given].name in waiting:
                path = _result(folder, run.partitions[given])
                with open_read(path) as file:
                    yield from file
                remove(path)
                waiting.remove(run.partitions[given].name)
                given += 1


def _told_of(job: Job) -> dict[str, object]:
    """What decides the partitions, to tell one job from another."""
    return {
        "partition": job.partition,
        "window in days": job.grouping.window.days,
        "story similarity": job.grouping.similarity,
    }


def _key(job: Job) -> str | None:
    """What the input is known by to the next run; None for a pipe, which cannot be read twice."""
    return None if job.input == "-" or size(job.input) is None else input_key(job.input, _told_of(job))


class _Run:
    """The partitions of a job, in order, and what became of them.

    ``key`` is of the input before it is read: what is added meanwhile is new to the next run.
    """

    def __init__(self, job: Job, folder: WorkFolder, told: Told, key: str | None) -> None:
        self.partitions: list[Partition] = []
        self.tally = Tally()
        self._job = job
        self._folder = folder
        self._told = told
        self._key = key
        self._before: list[Done] = []  # of an earlier run, not given out yet
        self._size = None if job.input == "-" else size(job.input)
        self._read = 0  # of the input; all of these are bytes
        self._split = 0  # of the partitions so far
        self._total: int | None = None  # of all partitions, once they are known
        self._computed = 0

    def done(self) -> Iterator[Done]:
        """Every partition once, when its results are there."""
        for done in ENGINES[self._job.engine](compute, self._tasks(), self._job.where):
            yield from self._earlier()
            yield self._counted(done)
        yield from self._earlier()

    def _counted(self, done: Done) -> Done:
        self.tally = self.tally.plus(done)
        self._computed += done.size
        remove(join(self._folder.rows, f"{done.name}.rows"))
        self._tell()
        return done

    def _earlier(self) -> Iterator[Done]:
        while self._before:
            done = self._before.pop(0)
            self.tally = replace(
                self.tally,
                resumed=self.tally.resumed + 1,
                resumed_articles=self.tally.resumed_articles + done.articles,
            )
            yield self._counted(done)

    def _tasks(self) -> Iterator[Task]:
        for partition in self._found() or self._new():
            self.partitions.append(partition)
            self._split += partition.size
            before = self._folder.done(partition)
            if before is not None and before.failed and self._job.stop:
                raise FactcheckError(before.errors[0])
            if before is not None:
                self._before.append(before)
                continue
            yield Task(
                partition,
                self._job.format,
                self._folder.results,
                self._folder.marker(partition.name),
                self._job.options,
                self._job.stop,
            )

    def _found(self) -> list[Partition]:
        """The partitions that an earlier run has split this input into, if it came to the end."""
        found = self._folder.read_split(self._key) if self._key is not None else []
        self._total = sum(partition.size for partition in found) if found else None
        return found

    def _new(self) -> Iterator[Partition]:
        job = self._job
        self._folder.forget_split()
        with self._folder.scratch() as scratch:
            rows = self._counting(read_rows(job.input))
            yield from split(rows, self._folder.rows, scratch, job.grouping, job.partition, job.stop)
        self._total = self._split
        if self._key is not None:
            self._folder.write_split(self._key, self.partitions)

    def _counting(self, rows: Iterable[Raw]) -> Iterator[Raw]:
        for count, (where, row) in enumerate(rows):
            self._read += len(row) if isinstance(row, str) else 0
            if count % _EVERY == 0 and not self._split:
                self._tell()
            yield where, row

    def _tell(self) -> None:
        read = min(self._read / self._size, 1.0) if self._size else None
        if self._total is not None:
            self._told(Progress("comparing", self._computed / max(self._total, 1), self.tally))
        elif self._split:
            share = None if read is None else read * self._computed / self._split
            self._told(Progress("comparing", share, self.tally))
        else:
            self._told(Progress("reading", read, self.tally))


def _result(folder: WorkFolder, partition: Partition) -> str:
    [file] = OUTPUTS[folder.format].files(partition.name)
    return join(folder.results, file)


def _copy(path: str, write: Callable[[bytes], object]) -> None:
    with open_read(path) as file:
        while block := file.read(_BLOCK):
            write(block)


def _check_output(job: Job, output: str) -> None:
    """FactcheckError for an output that would destroy something or can never be written."""
    if job.format == "parquet":
        check_installed()
        held = [name for name in names(output) if name != _WORK]
        if held and not exists(join(output, _WORK)):
            raise FactcheckError(f"{output} holds other files: name a new folder for the tables")
        if not is_remote(output) and os.path.isfile(output):
            raise FactcheckError(f"{output} is a file: parquet needs a folder")
        return
    if is_remote(output):
        return
    if os.path.exists(output) and not os.path.isfile(output):
        raise FactcheckError(f"cannot write {output}: not a file")
    if (
        job.input != "-"
        and os.path.exists(output)
        and os.path.realpath(job.input) == os.path.realpath(output)
    ):
        raise FactcheckError(f"{output} is the input: not overwritten")
