"""The keys of factcheck.toml, each with what its check allows, and the commented example."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from factcheck.config.example import EXAMPLE
from factcheck.config.load import _JUDGE, _TOP
from factcheck.config.outputs import _OUTPUT
from factcheck.config.stories import _STORY
from factcheck.config.values import Check, Wrong
from factcheck.report import COMBINED, FORMATS
from generated.markdown import code, literal, table

_INTRO = """\
# Configuration

`factcheck report` reads `factcheck.toml`, or `[tool.factcheck]` in `pyproject.toml`, nearest to
the working directory. Paths are relative to the file. An unknown key or a bad value is named
with its line and what is allowed, and then nothing is written.

## Example

`factcheck report --init` writes this:

"""


def page() -> str:
    return (
        f"{_INTRO}```toml\n{EXAMPLE}```\n\n"
        + "".join(f"## {heading}\n\n{text}\n\n{_keys(checks)}\n" for heading, text, checks in _TABLES)
        + f"The formats are {', '.join(map(code, FORMATS))}. Without `{{story}}` in its path, one file "
        + f"holds all stories; {', '.join(map(code, COMBINED))} can.\n"
    )


def allowed(check: Check[Any]) -> str:
    """What a check says of a value that nothing allows."""
    try:
        check(object())
    except Wrong as wrong:
        return str(wrong)
    raise AssertionError("a check that allows everything")


def _keys(checks: Mapping[str, Check[Any]]) -> str:
    return table(("key", "value"), [(code(key), literal(allowed(check))) for key, check in checks.items()])


_TABLES: list[tuple[str, str, Mapping[str, Check[Any]]]] = [
    ("Top level", "What holds for every story.", _TOP),
    ("[story.NAME]", "What one story needs beyond its folder, or a story of its own.", _STORY),
    ("[judge]", "A model of your own, as `--judge`.", _JUDGE),
    ("[outputs]", "Format to path, or to a table with these keys.", _OUTPUT),
]
