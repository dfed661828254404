"""Processes of this machine."""

from __future__ import annotations

import contextlib
import gc
import itertools
import os
import signal
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from typing import TypeVar

from factcheck.model import FactcheckError

T = TypeVar("T")
D = TypeVar("D")

#: tasks under way or waiting for each process, so that none is ever idle
_AHEAD = 2


def run(work: Callable[[T], D], tasks: Iterator[T], where: str) -> Iterator[D]:
    """``where`` is the number of processes. A single task, or one process, is done in this one."""
    workers = int(where)
    first = list(itertools.islice(tasks, 2))
    tasks = itertools.chain(first, tasks)
    if workers == 1 or len(first) < 2:
        yield from map(work, tasks)
        return
    # spawn: a fork of a process that has threads (numpy's) may hang
    import multiprocessing

    _one_thread_each()
    others = {*multiprocessing.active_children()}
    pool = ProcessPoolExecutor(workers, multiprocessing.get_context("spawn"), initializer=_begin)
    try:
        yield from _drain(pool, work, tasks, workers * _AHEAD)
    except BrokenProcessPool:
        raise FactcheckError(
            "a worker was killed, perhaps for want of memory: run again to go on, with fewer --workers"
        ) from None
    except KeyboardInterrupt:
        # Who says so does not want to wait for a large story; a restart knows what is done.
        for worker in {*multiprocessing.active_children()} - others:
            worker.terminate()
        raise
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


def _drain(pool: ProcessPoolExecutor, work: Callable[[T], D], tasks: Iterator[T], ahead: int) -> Iterator[D]:
    running: set[Future[D]] = set()
    for task in tasks:
        with _no_interrupt():
            running.add(pool.submit(work, task))
        while len(running) >= ahead:
            done, running = wait(running, return_when=FIRST_COMPLETED)
            yield from (future.result() for future in done)
    while running:
        done, running = wait(running, return_when=FIRST_COMPLETED)
        yield from (future.result() for future in done)


@contextlib.contextmanager
def _no_interrupt() -> Iterator[None]:
    """Ctrl-C is for the parent: a process that is started here never hears it, nor while it begins."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _one_thread_each() -> None:
    """As many processes as cores leave none for more threads of linear algebra."""
    for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "NUMBA_NUM_THREADS"):
        os.environ.setdefault(name, "1")


def _begin() -> None:
    """In a new worker: leave Ctrl-C to the parent, end with it, and collect garbage seldom."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()
    gc.set_threshold(100_000)


def _end_with_parent() -> None:
    """A parent that was killed cannot say so: without this its workers wait for ever."""
    import multiprocessing

    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)
