"""The one place that writes files: whole or not at all."""

from __future__ import annotations

import contextlib
import os
import tempfile
from pathlib import Path

from factcheck.model import FactcheckError


def write_atomically(path: Path, text: str) -> None:
    """Write UTF-8 ``text`` to ``path``, replacing it only once everything is on disk.

    FactcheckError, with the old file untouched, if that cannot be done.
    """
    temporary: str | None = None
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
        with os.fdopen(handle, "w", encoding="utf-8", newline="") as file:
            file.write(text)
        # mkstemp makes files private; a report is to be read like any other file.
        umask = os.umask(0)
        os.umask(umask)
        Path(temporary).chmod(0o666 & ~umask)
        os.replace(temporary, path)
    except OSError as error:
        if temporary is not None:
            with contextlib.suppress(OSError):
                os.unlink(temporary)
        raise FactcheckError(f"cannot write {path}: {error.strerror or error}") from None
