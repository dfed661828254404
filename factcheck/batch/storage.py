"""Where a batch reads and writes: paths of this machine, or addresses such as ``s3://bucket/folder``.

Addresses go through fsspec, which comes with the extra ``cluster``; the protocol's own package
(s3fs, gcsfs, adlfs) is the user's to install.
"""

from __future__ import annotations

import contextlib
import os
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import IO, Any

from factcheck.model import FactcheckError
from factcheck.output import make_readable

_HERE = "file://"
#: what a file is called while it is written
PARTIAL = ".partial"


def is_remote(path: str) -> bool:
    return "://" in path and not path.startswith(_HERE)


def here(path: str) -> str:
    """``file:///folder/file`` as a path; anything else as it is."""
    return path.removeprefix(_HERE)


def locate(path: str) -> str:
    """The path as every process on every machine that shares the storage can use it."""
    return path if is_remote(path) else os.path.abspath(here(path))


def join(folder: str, *names: str) -> str:
    return "/".join([folder.rstrip("/"), *names]) if is_remote(folder) else os.path.join(folder, *names)


def _filesystem(path: str) -> tuple[Any, str]:
    try:
        from fsspec.core import url_to_fs
    except ImportError:
        raise FactcheckError(f"{path} needs fsspec: pip install 'factcheck-compare[cluster]'") from None
    try:
        found: tuple[Any, str] = url_to_fs(path)
    except (ImportError, ValueError) as error:
        raise FactcheckError(f"{path}: {error}") from None
    return found


def open_read(path: str) -> IO[bytes]:
    """The bytes of a file; FactcheckError if it cannot be read."""
    with _told("cannot read", path):
        if not is_remote(path):
            return open(path, "rb")
        filesystem, name = _filesystem(path)
        file: IO[bytes] = filesystem.open(name, "rb")
        return file


@contextlib.contextmanager
def open_write(path: str, beside: str | None = None) -> Iterator[IO[bytes]]:
    """A file that is there whole or not at all: after an error, or a kill, the old one stands.

    What is not whole yet lies in ``beside``, a folder of the same file system, or next to it.
    """
    remote = is_remote(path)
    with _told("cannot write", path):
        folder = tempfile.gettempdir() if remote else beside or os.path.dirname(path)
        os.makedirs(folder, exist_ok=True)
        # Two processes may write one partition at once: a worker that was given up for dead may live.
        handle, partial = tempfile.mkstemp(dir=folder, prefix=f".{os.path.basename(path)}.", suffix=PARTIAL)
        try:
            with os.fdopen(handle, "wb") as file:
                yield file
            if remote:  # what stores of objects take, they show only when it is whole
                filesystem, name = _filesystem(path)
                filesystem.makedirs(name.rpartition("/")[0], exist_ok=True)
                filesystem.put_file(partial, name)
            else:
                make_readable(partial)
                os.replace(partial, path)
        finally:
            with contextlib.suppress(OSError):
                os.unlink(partial)


@contextlib.contextmanager
def _told(what: str, path: str) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise FactcheckError(f"{what} {path}: {error.strerror or error}") from None


def read_text(path: str) -> str | None:
    """A small file; None if there is none."""
    if not exists(path):
        return None
    with open_read(path) as file:
        return file.read().decode("utf-8")


def exists(path: str) -> bool:
    if not is_remote(path):
        return os.path.exists(path)
    filesystem, name = _filesystem(path)
    return bool(filesystem.exists(name))


def size(path: str) -> int | None:
    """Bytes of a file; None where the storage does not say."""
    with _told("cannot read", path):
        if not is_remote(path):
            return os.path.getsize(path) if os.path.isfile(path) else None
        filesystem, name = _filesystem(path)
        told: int | None = filesystem.size(name)
        return told


def names(folder: str) -> list[str]:
    """What a folder holds, sorted; nothing if there is no such folder."""
    if not is_remote(folder):
        return sorted(os.listdir(folder)) if os.path.isdir(folder) else []
    filesystem, name = _filesystem(folder)
    if not filesystem.exists(name):
        return []
    filesystem.invalidate_cache(name)
    return sorted(entry.rstrip("/").rpartition("/")[2] for entry in filesystem.ls(name, detail=False))


def remove(path: str) -> None:
    """A file or a folder with all in it; nothing if it is not there."""
    import shutil

    with _told("cannot remove", path):
        if is_remote(path):
            filesystem, name = _filesystem(path)
            if filesystem.exists(name):
                filesystem.rm(name, recursive=True)
        elif os.path.isdir(path):
            shutil.rmtree(path)
        else:
            Path(path).unlink(missing_ok=True)


def renew(folder: str) -> None:
    """An empty folder of this machine, whatever was there."""
    remove(folder)
    with _told("cannot write", folder):
        os.makedirs(folder)
