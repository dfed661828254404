"""Many comparisons in one run: JSON lines in, JSON lines out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from factcheck.batch.records import Broken, PairRecord, StoryRow, read_records
from factcheck.batch.work import broken_line, pair_line, story_line


def run(path: str) -> Iterator[str]:
    """The result lines of a file of pairs or stories (- for standard input), in input order.

    A pair gives one line where it stands; the rows of a story are gathered, and stories
    follow after the last row, in the order of their first rows. FactcheckError if the file cannot be read.
    """
    return _lines(read_records(path))


def _lines(records: Iterable[PairRecord | StoryRow | Broken]) -> Iterator[str]:
    stories: dict[str, list[StoryRow]] = {}
    for record in records:
        if isinstance(record, Broken):
            yield broken_line(record)
        elif isinstance(record, PairRecord):
            yield pair_line(record)
        else:
            stories.setdefault(record.story, []).append(record)
    for rows in stories.values():
        yield story_line(rows)
