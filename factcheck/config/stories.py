"""The stories of a configuration: folders that globs find, and tables of their own."""

from __future__ import annotations

import glob
import re
from collections.abc import Mapping
from pathlib import Path, PurePath
from typing import Any

from factcheck.config.file import ConfigFile
from factcheck.config.lines import Path as KeyPath
from factcheck.config.model import Settings, Story
from factcheck.config.values import Check, by_source, day, gates, read_table, share, text, texts
from factcheck.ingest import READERS

#: what holds for all stories unless the story says otherwise
SETTINGS: dict[str, Check[Any]] = {
    "min-similarity": share,
    "min-confidence": share,
    "fail-on": gates,
    "encoding": text,
}
_STORY: dict[str, Check[Any]] = {
    "sources": texts,
    "outlets": by_source(text),
    "published": by_source(day),
    **SETTINGS,
}


def settings_of(table: Mapping[str, Any]) -> dict[str, Any]:
    return {key.replace("-", "_"): table[key] for key in SETTINGS if key in table}


def find_stories(file: ConfigFile, table: Mapping[str, Any]) -> tuple[Story, ...]:
    """All stories: those of ``stories`` in the order of their paths, then the other tables.

    FactcheckError with the line for a pattern that finds nothing, or a name used twice.
    """
    tables: Mapping[str, Any] = table.get("story", {})
    own = {name: _table(file, name, value) for name, value in tables.items()}
    folders = _folders(file, table.get("stories", ()))
    found = []
    for name in [*folders, *(name for name in own if name not in folders)]:
        place = ("story", name) if name in own else ("stories",)
        given = own.get(name, {})
        if "sources" in given:
            sources = _sources(file, name, given["sources"])
        elif name in folders:
            sources = (folders[name],)
        else:
            raise file.error(place, f"story {name!r} has no sources, and no pattern of stories finds it")
        found.append(
            Story(
                name,
                sources,
                Settings(**settings_of(table) | settings_of(given)),
                given.get("outlets", ()),
                given.get("published", ()),
                place,
            )
        )
    if not found:
        raise file.error((), 'no stories: give stories = ["FOLDERS/*"] or tables [story.NAME] with sources')
    return tuple(found)


def _table(file: ConfigFile, name: str, value: Any) -> dict[str, Any]:
    _check_name(file, ("story", name), name)
    return read_table(file, ("story", name), value, _STORY)


def _check_name(file: ConfigFile, place: KeyPath, name: str) -> None:
    """The name becomes a part of file names."""
    if not re.fullmatch(r"[\w .,+-]+", name) or name != name.strip(" ."):
        raise file.error(place, f"{name!r} cannot be a story's name: letters, digits, spaces and .,+-_ only")


def _folders(file: ConfigFile, patterns: tuple[str, ...]) -> dict[str, str]:
    """Name to folder of the stories that patterns find."""
    found: dict[str, str] = {}
    for number, pattern in enumerate(patterns):
        folders = [p for p in _matches(file, pattern) if (file.folder / p).is_dir()]
        if not folders:
            raise file.error(("stories", number), f"stories: {pattern!r} finds no folder")
        for folder in folders:
            name = PurePath(folder).name
            _check_name(file, ("stories", number), name)
            if found.setdefault(name, folder) != folder:
                raise file.error(
                    ("stories", number),
                    f"two stories are named {name!r}: {found[name]} and {folder}",
                )
    return found


def _sources(file: ConfigFile, name: str, patterns: tuple[str, ...]) -> tuple[str, ...]:
    """Files and folders in the order given, each once."""
    found: dict[str, None] = {}
    for number, pattern in enumerate(patterns):
        if (file.folder / pattern).exists() or "://" in pattern:
            matches = [pattern]
        else:
            matches = [p for p in _matches(file, pattern) if Path(p).suffix.lower() in READERS]
        if not matches:
            raise file.error(("story", name, "sources", number), f"sources: {pattern!r} finds no article")
        found |= dict.fromkeys(matches)
    return tuple(found)


def _matches(file: ConfigFile, pattern: str) -> list[str]:
    found = glob.glob(pattern, root_dir=file.folder, recursive=True)
    return sorted((Path(p).as_posix() for p in found), key=lambda p: PurePath(p).parts)
