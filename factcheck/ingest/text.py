"""Plain text."""

from __future__ import annotations

from factcheck.ingest.metadata import read_metadata
from factcheck.model import Document


def read_text(text: str, path: str, stem: str) -> Document:
    """The document of a decoded text, with the id ``stem``.

    An agency named in the text is no name for the source: many outlets print it.
    """
    found = read_metadata(text)
    return Document(
        id=stem,
        text=text,
        path=path,
        title=found.title,
        outlet=found.outlet,
        published=found.published,
        warnings=size_warnings(text),
    )


def size_warnings(body: str) -> tuple[str, ...]:
    """A warning for a text too short to hold a claim."""
    words = len(body.split())
    if words == 0:
        return ("is empty",)
    return ("holds a single word",) if words == 1 else ()
