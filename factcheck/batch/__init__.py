"""Many comparisons in one job: pairs, stories or a feed of articles in, results or tables out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from factcheck.batch.job import Job, Progress, Tally, lines, write
from factcheck.batch.records import ArticleRow
from factcheck.batch.work import Options

__all__ = ["Job", "Options", "Progress", "Tally", "lines", "run", "write"]


def run(path: str) -> Iterator[str]:
    """The result lines of a file of pairs or stories (- for standard input), computed in this process.

    Pairs come in input order, stories after them. FactcheckError if the input cannot be read.
    """
    for line in lines(Job(path, _alone, {}), lambda progress: None):
        yield line.decode("utf-8")


def _alone(articles: Iterable[ArticleRow]) -> Iterator[ArticleRow]:
    from dataclasses import replace

    for article in articles:
        yield replace(article, story=article.id, grouped=True)
