"""The article files of a folder."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

from factcheck.model import FactcheckError


def article_files(folder: Path, suffixes: Collection[str]) -> list[Path]:
    """Files below ``folder`` with one of the suffixes, sorted by path; hidden ones are left out.

    FactcheckError if there is none.
    """
    try:
        found = [p for p in folder.rglob("*") if p.suffix.lower() in suffixes and p.is_file()]
    except OSError as error:
        raise FactcheckError(f"{folder}: cannot be read ({error.strerror})") from None
    visible = [p for p in found if not any(part.startswith(".") for part in p.relative_to(folder).parts)]
    if not visible:
        raise FactcheckError(f"{folder}: holds no articles ({', '.join(sorted(suffixes))})")
    return sorted(visible, key=lambda p: p.relative_to(folder).parts)
