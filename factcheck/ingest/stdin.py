"""The text on standard input, given as "-"."""

from __future__ import annotations

import sys
from dataclasses import replace

from factcheck.ingest.decode import decode
from factcheck.ingest.markdown import read_markdown
from factcheck.ingest.text import read_text
from factcheck.model import Document


def read_stdin(encoding: str | None = None) -> Document:
    """Standard input to its end; front matter is read if it opens with any."""
    text = decode(sys.stdin.buffer.read(), "standard input", encoding)
    reader = read_markdown if text.startswith("---") else read_text
    return replace(reader(text, "-", "stdin"), path="-")
