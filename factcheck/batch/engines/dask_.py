"""A Dask cluster: the partition function runs where its workers are, on storage that all share.

A worker that dies loses nothing: the scheduler gives its partitions to others.
"""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Iterator
from typing import Any, TypeVar

from factcheck import __version__
from factcheck.model import FactcheckError

T = TypeVar("T")
D = TypeVar("D")

#: tasks under way or waiting for each thread of the cluster
_AHEAD = 2
#: seconds to wait for a scheduler
_TIMEOUT = 15
#: Workers may have several threads, but stemmer and caches are for one.
_ONE = threading.Lock()


def run(work: Callable[[T], D], tasks: Iterator[T], where: str) -> Iterator[D]:
    """``where`` is the address of a scheduler (tcp://host:8786)."""
    try:
        import distributed as dask
    except ImportError:
        raise FactcheckError("--engine dask needs dask: pip install 'factcheck-compare[cluster]'") from None
    for name in ("distributed", "distributed.client"):  # each has a level of its own
        logging.getLogger(name).setLevel(logging.CRITICAL)
    try:
        distributed: Any = dask
        client = distributed.Client(where, timeout=_TIMEOUT, set_as_default=False)
    except (OSError, TimeoutError, ValueError) as error:
        raise FactcheckError(f"no Dask scheduler at {where}: {error}") from None
    with client:
        _check_versions(client)
        try:
            yield from _drain(distributed, client, work, tasks)
        except distributed.KilledWorker as error:
            raise FactcheckError(f"a partition ended several workers: {error}") from None
        except (distributed.CancelledError, distributed.comm.CommClosedError, TimeoutError):
            raise FactcheckError(f"the scheduler at {where} is gone: run again to go on") from None


def _drain(distributed: Any, client: Any, work: Callable[[T], D], tasks: Iterator[T]) -> Iterator[D]:
    running = distributed.as_completed(loop=client.loop)
    for task in tasks:
        while running.count() >= max(1, sum(client.nthreads().values())) * _AHEAD:
            yield next(running).result()
        running.add(client.submit(_alone, work, task, __version__, pure=False))
    for future in running:
        yield future.result()


def _alone(work: Callable[[T], D], task: T, version: str) -> D:
    """On a worker, which may have come after the job began."""
    if version != __version__:
        raise FactcheckError(f"a worker of the Dask cluster has factcheck {__version__}, this is {version}")
    with _ONE:
        return work(task)


def _check_versions(client: Any) -> None:
    """The same bytes from every worker need the same factcheck on each."""

    def version() -> str | None:  # within: sent as it is, since a worker may not have this module
        try:
            import factcheck
        except ImportError:
            return None
        return factcheck.__version__

    try:
        client.wait_for_workers(1, timeout=_TIMEOUT)
        found = set(client.run(version).values())
    except TimeoutError:
        raise FactcheckError("the Dask cluster has no workers") from None
    if None in found:
        raise FactcheckError("a worker of the Dask cluster cannot import factcheck: install it there")
    if found != {__version__}:
        raise FactcheckError(f"the workers have factcheck {', '.join(sorted(found))}, this is {__version__}")
