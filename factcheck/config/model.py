"""What a configuration says, checked."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from factcheck.config.file import ConfigFile
from factcheck.model import Verdict
from factcheck.pipeline import MIN_CONFIDENCE, MIN_SIMILARITY

Gate = Literal["never", "conflicting", "single-source", "update"]


#: what stands for the name of a story in a path
STORY = "{story}"


@dataclass(frozen=True, slots=True)
class Settings:
    """What can be set for all stories and for one: thresholds in [0, 1], gates, encoding."""

    min_similarity: float = MIN_SIMILARITY
    min_confidence: float = MIN_CONFIDENCE
    fail_on: tuple[Gate, ...] = ()
    encoding: str | None = None


@dataclass(frozen=True, slots=True)
class Story:
    """Articles that are compared with one another.

    ``outlets`` and ``published`` are "N=VALUE" as on the command line, N a position or an id.
    ``place`` is the key it comes from.
    """

    name: str
    sources: tuple[str, ...]
    settings: Settings
    outlets: tuple[str, ...] = ()
    published: tuple[str, ...] = ()
    place: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Output:
    """A report to write: ``path`` holds {story}, or one file holds all stories; - is stdout."""

    format: str
    path: str
    only: tuple[Verdict, ...] = ()
    include: tuple[Verdict, ...] = ()
    explain: bool = False

    @property
    def each(self) -> bool:
        """Whether every story has a file of its own."""
        return STORY in self.path


@dataclass(frozen=True, slots=True)
class JudgeChoice:
    """A model of the user's own for the close pairs, as --judge, --judge-model, --judge-cache."""

    use: str
    model: str | None = None
    cache: str | None = None


@dataclass(frozen=True, slots=True)
class Config:
    """A whole configuration; paths are relative to ``file.folder``."""

    file: ConfigFile
    stories: tuple[Story, ...]
    outputs: tuple[Output, ...] = ()
    reviews: Path | None = None  # None: where factcheck review keeps them
    baseline: str | None = None  # may hold {story}
    accept_known: bool = False
    judge: JudgeChoice | None = None

    @property
    def names(self) -> list[str]:
        return [story.name for story in self.stories]
