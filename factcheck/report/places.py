"""Where a passage stands in its file: line, column and offset."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass

from factcheck.model import Document

#: Files whose decoded text is ``Document.text``. Of all others (a page, a PDF, standard input)
#: the text was taken out: its offsets are no places in a file.
PLAIN = (".txt", ".text", ".md", ".markdown")


@dataclass(frozen=True, slots=True)
class Region:
    """Lines and columns from 1, columns in code points; ``end_column`` is the one after the last."""

    line: int
    column: int
    end_line: int
    end_column: int


@dataclass(frozen=True, slots=True)
class Place:
    """A slice of a document; ``region`` is None where the text was taken out of its file."""

    document: Document
    start: int
    end: int
    region: Region | None

    @property
    def text(self) -> str:
        return self.document.text[self.start : self.end]

    @property
    def file(self) -> str | None:
        """The path as given, where there is a file."""
        path = self.document.path
        return None if path in ("", "-") or "://" in path else path

    def __str__(self) -> str:
        """ "articles/a.md:12", or the path alone."""
        return f"{self.document.path}:{self.region.line}" if self.region else self.document.path


class Lines:
    """The lines of one document, as SARIF, GitHub and GitLab count them: they end in a line feed."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self._starts = [0, *(at + 1 for at, c in enumerate(document.text) if c == "\n")]

    def place(self, start: int, end: int) -> Place:
        region = None
        if self.document.path.lower().endswith(PLAIN) and "://" not in self.document.path:
            line, column = self._position(start)
            region = Region(line, column, *self._position(end))
        return Place(self.document, start, end, region)

    def _position(self, offset: int) -> tuple[int, int]:
        line = bisect_right(self._starts, offset)
        return line, offset - self._starts[line - 1] + 1
