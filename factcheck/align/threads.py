"""One thread for the products of small matrices."""

from __future__ import annotations

from contextlib import AbstractContextManager
from functools import cache
from typing import Any


@cache
def _blas() -> Any:
    from threadpoolctl import ThreadpoolController

    return ThreadpoolController().select(user_api="blas")


def one_thread() -> AbstractContextManager[Any]:
    """While it is open, numpy's linear algebra does not share its work among threads: with
    matrices of a story they wait for each other for twice as long as they work, and sums
    made by several threads are rounded differently."""
    limit: AbstractContextManager[Any] = _blas().limit(limits=1)
    return limit
