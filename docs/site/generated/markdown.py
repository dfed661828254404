"""Markdown from text that was written for a terminal or a docstring."""

from __future__ import annotations

import inspect
import re
from collections.abc import Iterable, Sequence

_ROLE = re.compile(r":\w+:`([^`]+)`")


def table(headers: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    lines = [headers, ["---"] * len(headers), *([_cell(cell) for cell in row] for row in rows)]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines) + "\n"


def _cell(text: str) -> str:
    return " ".join(text.split()).replace("|", "\\|")


def code(text: str) -> str:
    return f"`{text}`" if text else ""


def literal(text: str) -> str:
    """Prose in which nothing is markup; options ("--only") are set as code."""
    escaped = re.sub(r"([\\`*_{}\[\]])", r"\\\1", text.replace("<", "&lt;").replace(">", "&gt;"))
    return re.sub(r"(?<![\w-])--[a-z][a-z-]*", lambda option: code(option[0]), escaped)


def docstring(module: object) -> str:
    """A module's docstring as Markdown: examples as fenced sessions, roles as code."""
    text = _ROLE.sub(r"``\1``", inspect.getdoc(module) or "")
    parts = []
    for paragraph in re.split(r"\n\s*\n", text):
        fenced = paragraph.lstrip().startswith(">>>")
        parts.append(f"```pycon\n{paragraph}\n```" if fenced else paragraph)
    return "\n\n".join(parts) + "\n"
