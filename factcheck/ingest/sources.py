"""What the user names on the command line, as documents."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace

from factcheck.ingest import assign_ids, expand, read
from factcheck.model import Document, FactcheckError


def read_all(
    sources: Sequence[str],
    *,
    encoding: str | None = None,
    published: Sequence[str] = (),
    outlets: Sequence[str] = (),
) -> list[Document]:
    """Read files and folders in the order given; ids are unique.

    ``published`` and ``outlets`` are "N=VALUE" with N a position (from 1) or an id.
    FactcheckError for what cannot be read, an unknown N or a bad date.
    """
    if list(sources).count("-") > 1:
        raise FactcheckError("standard input (-) can be given only once")
    paths = [path for source in sources for path in expand(source)]
    documents = assign_ids([read(path, encoding=encoding) for path in paths])
    for setting in outlets:
        place, name = _locate(setting, documents, "--outlet")
        documents[place] = replace(documents[place], outlet=name, id=name)
    for setting in published:
        place, day = _locate(setting, documents, "--published")
        documents[place] = replace(documents[place], published=_iso_day(day))
    return assign_ids(documents) if outlets else documents


def _locate(setting: str, documents: Sequence[Document], option: str) -> tuple[int, str]:
    key, equals, value = setting.partition("=")
    if not equals or not value.strip():
        raise FactcheckError(f"{option} needs N=VALUE, not {setting!r}")
    ids = [d.id for d in documents]
    if key in ids:
        return ids.index(key), value.strip()
    if key.isdecimal() and 1 <= int(key) <= len(ids):
        return int(key) - 1, value.strip()
    raise FactcheckError(
        f"{option} {setting}: no source {key!r} (there are 1 to {len(ids)}: {', '.join(ids)})"
    )


def _iso_day(text: str) -> str:
    try:
        return dt.date.fromisoformat(text).isoformat()
    except ValueError:
        raise FactcheckError(f"--published: {text!r} is not a date like 2022-01-15") from None
