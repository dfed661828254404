"""The kinds of values that settings take: each a check that gives the value or says what is allowed."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Mapping, Sequence
from difflib import get_close_matches
from typing import Any, TypeVar, get_args

from factcheck.config.file import ConfigFile
from factcheck.config.lines import Path
from factcheck.config.model import STORY, Gate
from factcheck.model import Verdict

T = TypeVar("T")


class Wrong(Exception):
    """What is allowed where something else stands."""


Check = Callable[[Any], T]


def text(value: Any) -> str:
    if not isinstance(value, str) or not value.strip() or not value.isprintable():
        raise Wrong("a text in quotes")
    return value


def texts(value: Any) -> tuple[str, ...]:
    if not isinstance(value, list) or not value:
        raise Wrong("a list of texts in quotes")
    return tuple(text(one) for one in value)


def pattern(value: Any) -> str:
    """A path, in which {story} stands for the name of a story."""
    if set(re.findall(r"\{[^}]*\}?|\}", text(value))) - {STORY}:
        raise Wrong(f"a path in which only {STORY} stands in braces")
    return str(value)


def flag(value: Any) -> bool:
    if not isinstance(value, bool):
        raise Wrong("true or false")
    return value


def share(value: Any) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value <= 1:
        raise Wrong("a number from 0 to 1")
    return float(value)


def day(value: Any) -> str:
    """An ISO date; TOML has dates of its own, so quotes are optional."""
    if isinstance(value, dt.date) and not isinstance(value, dt.datetime):
        return value.isoformat()
    try:
        return dt.date.fromisoformat(value).isoformat()
    except (TypeError, ValueError):
        raise Wrong("a date like 2022-01-15") from None


def _some_of(names: Sequence[str]) -> Check[tuple[Any, ...]]:
    def check(value: Any) -> tuple[str, ...]:
        given = value if isinstance(value, list) else [value]
        if any(one not in names for one in given):
            raise Wrong(f"one of {', '.join(names)}, or a list of them" if names[1:] else f"{names[0]!r}")
        return tuple(given)

    return check


gates: Check[tuple[Gate, ...]] = _some_of(get_args(Gate))
verdicts: Check[tuple[Verdict, ...]] = _some_of(get_args(Verdict))
#: what formats for pipelines list on request
extras: Check[tuple[Verdict, ...]] = _some_of(("single-source",))


def by_source(check: Check[str]) -> Check[tuple[str, ...]]:
    """A table from sources (position or id) to values, as the command line writes it: N=VALUE."""

    def checked(value: Any) -> tuple[str, ...]:
        if not isinstance(value, dict):
            raise Wrong('a table like { 1 = "..." }, by position or id of the source')
        return tuple(f"{text(source)}={check(one)}" for source, one in value.items())

    return checked


def read_table(file: ConfigFile, path: Path, table: Any, checks: Mapping[str, Check[Any]]) -> dict[str, Any]:
    """The settings of one table, checked in the order of the file.

    FactcheckError with the line for a key that ``checks`` does not hold, or a bad value.
    """
    where = f" in [{'.'.join(map(str, file.base + path))}]" if file.base + path else ""
    if not isinstance(table, dict):
        raise file.error(path, f"{path[-1]} is a table, not {shown(table)}")
    found: dict[str, Any] = {}
    for key, value in table.items():
        if key not in checks:
            raise file.error((*path, key), unknown(f"key {key!r}{where}", key, tuple(checks)))
        try:
            found[key] = checks[key](value)
        except Wrong as wrong:
            raise file.error((*path, key), f"{key}: {wrong}, not {shown(value)}") from None
    return found


def unknown(what: str, name: str, allowed: Sequence[str]) -> str:
    near = get_close_matches(name, allowed, 1)
    meant = f" (did you mean {near[0]!r}?)" if near else ""
    return f"unknown {what}{meant}: choose from {', '.join(allowed)}"


def shown(value: Any) -> str:
    """A value as a short text for a message."""
    told = str(value) if isinstance(value, dt.date | dt.time) else repr(value)
    return told if len(told) <= 60 else f"{told[:59]}…"
