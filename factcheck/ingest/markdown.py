"""Markdown with front matter (title, outlet, published, url, language)."""

from __future__ import annotations

import datetime as dt
import re

from factcheck.ingest.dates import find_date
from factcheck.ingest.metadata import read_metadata
from factcheck.ingest.text import size_warnings
from factcheck.model import Document, FactcheckError

_FRONT_MATTER = re.compile(r"---[ \t]*\r?\n(?:.*?\r?\n)??---[ \t]*(?:\r?\n|\Z)", re.DOTALL)


def read_markdown(text: str, path: str, stem: str) -> Document:
    """The document of a decoded Markdown text; ``body`` is where the front matter ends.

    What the front matter leaves out is read from the article. FactcheckError for
    broken YAML, with its line; a date that is none is a warning.
    """
    match = _FRONT_MATTER.match(text)
    body = match.end() if match is not None else 0
    entries = _entries(text[:body], path) if match is not None else {}
    found = read_metadata(text, body)
    published, warnings = _published(entries)
    outlet = _string(entries, "outlet")
    return Document(
        id=outlet or stem,
        text=text,
        path=path,
        title=_string(entries, "title") or found.title,
        outlet=outlet or found.outlet,
        published=published or found.published,
        url=_string(entries, "url"),
        language=_string(entries, "language"),
        body=body,
        warnings=(*size_warnings(text[body:]), *warnings),
    )


def _entries(front: str, path: str) -> dict[str, object]:
    import frontmatter
    import yaml

    try:
        metadata, _ = frontmatter.parse(front)
    except (yaml.YAMLError, ValueError) as error:
        mark = getattr(error, "problem_mark", None)
        # python-frontmatter hands over what follows the opening line.
        where = f", line {mark.line + 2}" if mark is not None else ""
        problem = getattr(error, "problem", None) or str(error).splitlines()[0]
        raise FactcheckError(f"{path}: broken front matter{where}: {problem}") from None
    return {str(key).lower(): value for key, value in metadata.items()}


def _string(entries: dict[str, object], key: str) -> str | None:
    value = entries.get(key)
    if value is None or isinstance(value, dict | list):
        return None
    return " ".join(str(value).split()) or None


def _published(entries: dict[str, object]) -> tuple[str | None, tuple[str, ...]]:
    value = entries.get("published", entries.get("date"))
    if value is None or value == "":
        return None, ()
    if isinstance(value, dt.datetime):
        return value.date().isoformat(), ()
    if isinstance(value, dt.date):
        return value.isoformat(), ()
    found = find_date(str(value))
    return found, () if found is not None else (f"published: {value!r} is not a date",)
