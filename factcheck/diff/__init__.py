"""How a story moved between two reports."""

from __future__ import annotations

from factcheck.diff.changes import Change, StoryDiff, diff
from factcheck.diff.show import FORMATS, render

__all__ = ["FORMATS", "Change", "StoryDiff", "diff", "render"]
