"""The stories of a configuration, compared, and their outputs."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from factcheck.config import Config, Story
from factcheck.config.model import STORY
from factcheck.config.outputs import planned
from factcheck.model import Comparison, FactcheckError
from factcheck.report import COMBINED, render, render_stories
from factcheck.report.view import View

if TYPE_CHECKING:
    from factcheck.judges.opinion import Judge


@dataclass(frozen=True, slots=True)
class StoryReport:
    """One story compared; ``failed`` are its gates that hold."""

    name: str
    comparison: Comparison
    gates: tuple[str, ...] = ()
    accept_known: bool = False

    @property
    def failed(self) -> tuple[str, ...]:
        return tuple(gate for gate in self.gates if self.comparison.fails([gate], self.accept_known))


def run(
    config: Config, names: Sequence[str] = (), started: Callable[[str], None] = lambda name: None
) -> list[StoryReport]:
    """Compare the stories of these names, or all, in the order of the configuration.

    ``started`` is told each name. Paths are read from the working directory, so stand in the
    configuration's folder. FactcheckError for an unknown name or what cannot be compared.
    """
    from factcheck.config.values import unknown

    for name in names:
        if name not in config.names:
            raise FactcheckError(unknown(f"story {name!r}", name, config.names))
    from factcheck.review import REVIEWS, read_decisions, with_baseline, with_reviews

    judge = _judge(config)
    decisions = read_decisions(config.reviews or REVIEWS)
    stories = [story for story in config.stories if not names or story.name in names]
    # What is broken is told before the work, not after it.
    baselines = {story.name: _baseline(config, story) for story in stories}
    found = []
    for story in stories:
        started(story.name)
        comparison = with_reviews(_compare(config, story, judge), decisions)
        before = baselines[story.name]
        if before is not None:
            comparison = with_baseline(comparison, before)
        found.append(StoryReport(story.name, comparison, story.settings.fail_on, config.accept_known))
    return found


def _baseline(config: Config, story: Story) -> Comparison | None:
    """What an earlier report has of a story: of a new one nothing, so all of it is new."""
    from factcheck.review import read_report

    if config.baseline is None:
        return None
    path = Path(config.baseline.replace(STORY, story.name))
    if STORY in config.baseline and not path.exists():
        return Comparison(sources=(), claims=(), links=(), compared=(), skipped=())
    return read_report(path)


def outputs(config: Config, reports: Sequence[StoryReport]) -> dict[str, str]:
    """Path ("-" is stdout) to text of every output, nothing written yet."""
    files: dict[str, str] = {}
    stories = {report.name: report.comparison for report in reports}
    for output in config.outputs:
        view = View(only=output.only, include=output.include, explain=output.explain)
        if output.each:
            paths = planned(output, list(stories))
            texts = [render(comparison, output.format, view) for comparison in stories.values()]
            files |= dict(zip(paths, texts, strict=True))
        elif output.format in COMBINED:
            text = render_stories(stories, output.format, view)
            files[output.path] = files.get(output.path, "") + text
        else:  # a configuration with one story
            files[output.path] = "".join(render(x, output.format, view) for x in stories.values())
    return files


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
