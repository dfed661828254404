"""The stories of a configuration, compared, and their outputs."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from factcheck.config import Config, Output, Story
from factcheck.config.outputs import planned
from factcheck.model import Comparison, FactcheckError
from factcheck.report import render
from factcheck.report.combine import COMBINED
from factcheck.report.view import View

if TYPE_CHECKING:
    from factcheck.judges.opinion import Judge


@dataclass(frozen=True, slots=True)
class StoryReport:
    """One story compared; ``failed`` are its gates that hold."""

    name: str
    comparison: Comparison
    gates: tuple[str, ...]

    @property
    def failed(self) -> tuple[str, ...]:
        return tuple(gate for gate in self.gates if self.comparison.fails([gate]))


def run(
    config: Config, names: Sequence[str] = (), started: Callable[[str], None] = lambda name: None
) -> list[StoryReport]:
    """Compare the stories of these names, or all, in the order of the configuration.

    ``started`` is told each name. Paths are read from the working directory, so stand in the
    configuration's folder. FactcheckError for an unknown name or what cannot be compared.
    """
    from factcheck.config.values import unknown

    known = [story.name for story in config.stories]
    for name in names:
        if name not in known:
            raise FactcheckError(unknown(f"story {name!r}", name, known))
    judge = _judge(config)
    found = []
    for story in config.stories:
        if not names or story.name in names:
            started(story.name)
            found.append(StoryReport(story.name, _compare(config, story, judge), story.settings.fail_on))
    return found


def outputs(config: Config, reports: Sequence[StoryReport]) -> dict[str, str]:
    """Path ("-" is stdout) to text of every output, nothing written yet."""
    files: dict[str, str] = {}
    for output in config.outputs:
        texts = {report.name: _render(output, report.comparison) for report in reports}
        paths = planned(output, list(texts))
        if output.each:
            files |= dict(zip(paths, texts.values(), strict=True))
            continue
        combine = COMBINED.get(output.format)
        text = combine(texts) if combine else "".join(texts.values())
        files[output.path] = files.get(output.path, "") + text
    return files


def _render(output: Output, comparison: Comparison) -> str:
    return render(comparison, output.format, View(only=output.only, explain=output.explain))


def _compare(config: Config, story: Story, judge: Judge | None) -> Comparison:
    from factcheck.ingest.sources import read_all
    from factcheck.pipeline import compare

    settings = story.settings
    try:
        documents = read_all(
            story.sources, encoding=settings.encoding, published=story.published, outlets=story.outlets
        )
        return compare(
            *documents,
            min_similarity=settings.min_similarity,
            min_confidence=settings.min_confidence,
            judge=judge,
        )
    except FactcheckError as error:
        message = str(error)
        key = next((key for option, key in _OF_A_SOURCE.items() if message.startswith(option)), None)
        place = (*story.place, key) if key else story.place
        raise config.file.error(place, f"story {story.name!r}: {message.removeprefix('--')}") from None


#: what a complaint about a source starts with -> the key it comes from
_OF_A_SOURCE = {"--outlet": "outlets", "--published": "published"}


def _judge(config: Config) -> Judge | None:
    if config.judge is None:
        return None
    from factcheck.judges import CACHE, open_judge

    return open_judge(config.judge.use, config.judge.model, config.judge.cache or CACHE)
