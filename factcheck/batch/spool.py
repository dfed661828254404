"""Records on disk, in several files at once, with little held in memory and no file kept open."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path

from factcheck.batch.records import ArticleRow, dump, load
from factcheck.model import FactcheckError

#: bytes held before they are written
_HELD = 8 << 20


class Spool:
    """Appends articles to the files of a folder of this machine, by name."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._held: dict[str, list[bytes]] = {}
        self._size = 0
        self.bytes: dict[str, int] = {}  # name -> bytes so far

    def add(self, name: str, article: ArticleRow) -> None:
        line = dump(article)
        self._held.setdefault(name, []).append(line)
        self._size += len(line)
        self.bytes[name] = self.bytes.get(name, 0) + len(line)
        if self._size > _HELD:
            self._flush()

    def _flush(self) -> None:
        try:
            for name, lines in self._held.items():
                with self._path(name).open("ab") as file:
                    file.writelines(lines)
        except OSError as error:
            raise FactcheckError(f"cannot write {self._folder}: {error.strerror}") from None
        self._held, self._size = {}, 0

    def _path(self, name: str) -> Path:
        return self._folder / name

    def take_lines(self, name: str) -> Iterator[bytes]:
        """The lines of a file in the order they came; the file is gone after the last."""
        self._flush()
        del self.bytes[name]
        with self._path(name).open("rb") as lines:
            yield from lines
        self._path(name).unlink()

    def take(self, name: str) -> Iterator[ArticleRow]:
        """The articles of a file, as ``take_lines``."""
        for line in self.take_lines(name):
            record = load(line)
            assert isinstance(record, ArticleRow)
            yield record


def deal(name: str, count: int) -> int:
    """A number from 0 to below ``count`` that a name always gets, in every process."""
    return int.from_bytes(hashlib.sha256(name.encode("utf-8", "surrogatepass")).digest()[:8], "big") % count
