"""The published JSON Schema (draft 2020-12) of the formats json and jsonl."""

from __future__ import annotations

from importlib.resources import files


def schema_text() -> str:
    """The schema as it is printed by ``factcheck schema``."""
    return (files(__package__) / "comparison.schema.json").read_text(encoding="utf-8")
