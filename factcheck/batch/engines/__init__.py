"""Where partitions are computed. An engine is a module and a line in the table.

``run(work, tasks, where)`` yields what ``work`` returns for each task, in any order. It draws tasks
only as it gets to them (an input may be without end), and lets FactcheckError out as it is.
``where`` is the number of processes, or the address of a scheduler.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Protocol

from factcheck.batch.engines import dask_, local
from factcheck.batch.partition import Done, Task

Work = Callable[[Task], Done]


class Engine(Protocol):
    def __call__(self, work: Work, tasks: Iterator[Task], where: str) -> Iterator[Done]: ...


ENGINES: dict[str, Engine] = {"local": local.run, "dask": dask_.run}
