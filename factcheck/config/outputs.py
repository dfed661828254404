"""The outputs of a configuration: which format goes where."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path, PurePath
from typing import Any

from factcheck.config.file import ConfigFile
from factcheck.config.model import STORY, Output, Story
from factcheck.config.values import Check, Wrong, extras, flag, pattern, read_table, shown, unknown, verdicts
from factcheck.ingest import READERS
from factcheck.report import COMBINED, FORMATS

_OUTPUT: dict[str, Check[Any]] = {"path": pattern, "only": verdicts, "include": extras, "explain": flag}


def read_outputs(file: ConfigFile, table: Any, stories: Sequence[Story]) -> tuple[Output, ...]:
    """FactcheckError with the line for an unknown format, a bad path, or two reports in one file."""
    if not isinstance(table, dict):
        raise file.error(("outputs",), f"outputs is a table from formats to paths, not {shown(table)}")
    taken: dict[str, str] = {}
    found = []
    for format, value in table.items():
        if format not in FORMATS:
            raise file.error(("outputs", format), unknown(f"format {format!r}", format, tuple(FORMATS)))
        output = _output(file, format, value)
        if not output.each and len(stories) > 1 and format not in COMBINED:
            raise file.error(("outputs", format), f"{format} holds one story: put {STORY} into its path")
        for path in planned(output, [story.name for story in stories]):
            where = os.path.normpath(path)
            if path != "-" and taken.setdefault(where, format) != format:
                raise file.error(("outputs", format), f"{taken[where]} and {format} both go to {path}")
            if _would_be_read(where, stories):
                raise file.error(("outputs", format), f"{path} is an article, or would be read as one")
        found.append(output)
    return tuple(found)


def planned(output: Output, names: Sequence[str]) -> list[str]:
    """The files that an output writes for stories of these names."""
    if not output.each:
        return [output.path]
    return [output.path.replace(STORY, name) for name in names]


def _output(file: ConfigFile, format: str, value: Any) -> Output:
    path = ("outputs", format)
    if isinstance(value, dict):
        if "path" not in value:
            raise file.error(path, f"{format} needs a path")
        return Output(format, **read_table(file, path, value, _OUTPUT))
    try:
        return Output(format, pattern(value))
    except Wrong as wrong:
        raise file.error(path, f"{format}: {wrong}, not {shown(value)}") from None


def _would_be_read(path: str, stories: Sequence[Story]) -> bool:
    """Whether a report there replaces an article, or is taken for one by the next run."""
    sources = {os.path.normpath(source) for story in stories for source in story.sources}
    inside = not sources.isdisjoint(map(str, PurePath(path).parents))
    return path in sources or (inside and Path(path).suffix.lower() in READERS)
