"""Sections of README.md inside a page: what stands there is written once.

A page names a section as ``<!-- readme: HEADING -->``; its text, without the heading, takes
the place of the mark. ``<!-- readme: HEADING / HEADER -->`` is only the table of the section
whose first column has that header.
"""

from __future__ import annotations

import re
from pathlib import Path

README = Path(__file__).parents[3] / "README.md"
_MARK = re.compile(r"<!-- readme: (?P<heading>.*?)(?: / (?P<header>.*?))? -->")


def section(heading: str) -> str:
    """The text below a heading, up to the next one. KeyError if there is no such heading."""
    text = README.read_text(encoding="utf-8")
    found = re.search(rf"^##+ {re.escape(heading)}\n(.*?)(?=^##+ |\Z)", text, re.DOTALL | re.MULTILINE)
    if found is None:
        raise KeyError(f"README.md has no section {heading!r}")
    return found[1].strip() + "\n"


def table_of(heading: str, header: str) -> str:
    """The table of a section whose first column has the header; KeyError if there is none."""
    found = re.search(rf"^\| {re.escape(header)} \|.*\n(?:\|.*\n)+", section(heading), re.MULTILINE)
    if found is None:
        raise KeyError(f"README.md has no table {header!r} in {heading!r}")
    return found[0]


def with_sections(markdown: str) -> str:
    """The page with what its marks name; KeyError as above."""
    return _MARK.sub(_named, markdown)


def _named(mark: re.Match[str]) -> str:
    return table_of(mark["heading"], mark["header"]) if mark["header"] else section(mark["heading"])
