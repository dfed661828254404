"""The outputs of a configuration: which format goes where."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path, PurePath
from typing import Any

from factcheck.config.file import NAME, PYPROJECT, ConfigFile
from factcheck.config.model import STORY, Config, Output, Story
from factcheck.config.values import Check, Wrong, extras, flag, pattern, read_table, shown, unknown, verdicts
from factcheck.ingest import READERS
from factcheck.model import FactcheckError
from factcheck.report import COMBINED, FORMATS
from factcheck.review.store import REVIEWS

_OUTPUT: dict[str, Check[Any]] = {"path": pattern, "only": verdicts, "include": extras, "explain": flag}


def read_outputs(file: ConfigFile, table: Any, stories: Sequence[Story], reviews: str) -> tuple[Output, ...]:
    """FactcheckError with the line for an unknown format, a bad path, or two reports in one file."""
    taken = _kept(file, reviews)
    found = []
    for format, value in table.items():
        if format not in FORMATS:
            raise file.error(("outputs", format), _unknown(format))
        output = _output(file, format, value)
        try:
            _check(output, file.folder, stories, taken)
        except Wrong as wrong:
            raise file.error(("outputs", format), str(wrong)) from None
        found.append(output)
    return tuple(found)


def with_outputs(config: Config, given: Sequence[str]) -> Config:
    """The configuration with outputs "FORMAT=FILE" of the command line, relative to where one stands.

    FactcheckError as for those of the file.
    """
    folder = config.file.folder
    taken = _kept(config.file, str(config.reviews or REVIEWS))
    taken |= {_real(path, folder): o.format for o in config.outputs for path in planned(o, config.names)}
    found = []
    for one in given:
        format, equals, path = one.partition("=")
        if not equals or not path:
            raise FactcheckError(f"--output needs FORMAT=FILE, not {one!r}")
        if format not in FORMATS:
            raise FactcheckError(f"--output: {_unknown(format)}")
        try:
            output = Output(format, pattern(_from_folder(path, folder)))
            _check(output, folder, config.stories, taken)
        except Wrong as wrong:
            raise FactcheckError(f"--output {one}: {wrong}") from None
        found.append(output)
    return replace(config, outputs=(*config.outputs, *found))


def _kept(file: ConfigFile, reviews: str) -> dict[str, str]:
    """What no output may replace, by its real path."""
    names = (NAME, PYPROJECT, file.path.name)
    kept = dict.fromkeys((_real(name, file.folder) for name in names), "the configuration")
    return kept | {_real(reviews, file.folder): "the reviews"}


def _real(path: str, folder: Path) -> str:
    """Where a path of the configuration leads, whatever links and ".." it takes."""
    return os.path.realpath(folder / path)


def _from_folder(path: str, folder: Path) -> str:
    """A path of the working directory as one of the configuration's folder."""
    if path == "-":
        return path
    try:
        return Path(os.path.relpath(path, folder)).as_posix()
    except ValueError:  # another drive
        return os.path.abspath(path)


def _unknown(format: str) -> str:
    return unknown(f"format {format!r}", format, tuple(FORMATS))


def _check(output: Output, folder: Path, stories: Sequence[Story], taken: dict[str, str]) -> None:
    """Wrong, with the reason, if the output cannot be; else its files are noted in ``taken``."""
    if not output.each and len(stories) > 1 and output.format not in COMBINED:
        raise Wrong(f"{output.format} holds one story: put {STORY} into its path")
    for path in planned(output, [story.name for story in stories]):
        where = _real(path, folder) if path != "-" else path
        if path != "-" and where in taken:
            raise Wrong(f"{taken[where]} and {output.format} both go to {path}")
        if _would_be_read(where, folder, stories):
            raise Wrong(f"{path} is an article, or would be read as one")
        taken[where] = output.format


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


def _would_be_read(path: str, folder: Path, stories: Sequence[Story]) -> bool:
    """Whether a report there replaces an article, or is taken for one by the next run."""
    sources = {_real(source, folder) for story in stories for source in story.sources}
    inside = not sources.isdisjoint(map(str, PurePath(path).parents))
    return path in sources or (inside and Path(path).suffix.lower() in READERS)
