"""A configuration file as a checked ``Config``."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from factcheck.config.file import ConfigFile
from factcheck.config.model import STORY, Config, JudgeChoice
from factcheck.config.outputs import read_outputs
from factcheck.config.stories import SETTINGS, find_stories
from factcheck.config.values import Check, Wrong, flag, pattern, read_table, text, texts
from factcheck.review.store import REVIEWS


def _table(value: Any) -> Any:
    """A table whose keys another place checks."""
    if not isinstance(value, dict):
        raise Wrong("a table")
    return value


_TOP: dict[str, Check[Any]] = {
    "stories": texts,
    **SETTINGS,
    "reviews": text,
    "baseline": pattern,
    "accept-known": flag,
    "outputs": _table,
    "story": _table,
    "judge": _table,
}
_JUDGE: dict[str, Check[Any]] = {"use": text, "model": text, "cache": text}


def load(file: ConfigFile) -> Config:
    """The settings of a file. FactcheckError with file, line and what is allowed instead."""
    table = read_table(file, (), file.table, _TOP)
    stories = find_stories(file, table)
    return Config(
        file,
        stories,
        read_outputs(file, table.get("outputs", {}), stories, table.get("reviews", REVIEWS)),
        Path(table["reviews"]) if "reviews" in table else None,
        _baseline(file, table.get("baseline"), len(stories)),
        table.get("accept-known", False),
        _judge(file, table["judge"]) if "judge" in table else None,
    )


def _baseline(file: ConfigFile, given: str | None, stories: int) -> str | None:
    if given is not None and STORY not in given and stories > 1:
        raise file.error(("baseline",), f"baseline: a report holds one story: put {STORY} into its path")
    return given


def _judge(file: ConfigFile, table: Any) -> JudgeChoice:
    found = read_table(file, ("judge",), table, _JUDGE)
    if "use" not in found:
        raise file.error(("judge",), 'judge needs use = "onnx:PATH" or the URL of a server')
    return JudgeChoice(**found)
