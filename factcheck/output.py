"""The one place that writes files: whole or not at all."""

from __future__ import annotations

import contextlib
import errno
import os
import tempfile
from collections.abc import Mapping
from pathlib import Path

from factcheck.model import FactcheckError


def write_atomically(path: Path, text: str) -> None:
    """Write UTF-8 ``text`` to ``path``, replacing it only once everything is on disk.

    FactcheckError, with the old file untouched, if that cannot be done.
    """
    write_all({path: text})


def write_all(files: Mapping[Path, str]) -> None:
    """Write every file of a run, each whole, and none before all of them are on disk.

    FactcheckError, with the old files untouched, if one cannot be written.
    """
    staged: dict[Path, tuple[str, Path]] = {}
    path = Path()
    try:
        for path, text in files.items():
            target = Path(os.path.realpath(path))  # a link stays a link
            if target.is_dir():  # found only on replacing, when others are replaced already
                raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
            if target.exists() and not target.is_file():  # a device or a pipe is never replaced
                target.write_text(text, encoding="utf-8", newline="")
                continue
            target.parent.mkdir(parents=True, exist_ok=True)
            handle, temporary = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.")
            staged[path] = temporary, target
            with os.fdopen(handle, "w", encoding="utf-8", newline="") as file:
                file.write(text)
            make_readable(temporary)
        for path in list(staged):
            temporary, target = staged[path]
            os.replace(temporary, target)
            del staged[path]
    except OSError as error:
        raise FactcheckError(f"cannot write {path}: {error.strerror or error}") from None
    finally:
        for temporary, _ in staged.values():
            with contextlib.suppress(OSError):
                os.unlink(temporary)


def make_readable(path: str) -> None:
    """mkstemp makes files private; a report is to be read like any other file."""
    umask = os.umask(0)
    os.umask(umask)
    os.chmod(path, 0o666 & ~umask)


def write_new(path: Path, text: str) -> None:
    """Write a file that is not there yet; FactcheckError if it is, or cannot be written."""
    try:
        with path.open("x", encoding="utf-8", newline="") as file:
            file.write(text)
    except FileExistsError:
        raise FactcheckError(f"{path} is there already: not overwritten") from None
    except OSError as error:
        raise FactcheckError(f"cannot write {path}: {error.strerror or error}") from None


def append(path: Path, text: str) -> None:
    """Add to the end of a file that other programs write too."""
    try:
        with path.open("a", encoding="utf-8", newline="") as file:
            file.write(text)
    except OSError as error:
        raise FactcheckError(f"cannot write {path}: {error.strerror or error}") from None
