"""One partition of records in, its results out: what every engine runs, on any machine.

It reads one file and writes one file (or one a table), knows no engine and keeps no state
between partitions, so that running it twice, here or elsewhere, leaves the same bytes.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator
from dataclasses import asdict, dataclass, field
from typing import IO

from factcheck.batch.outputs import OUTPUTS
from factcheck.batch.records import ArticleRow, Broken, PairRecord, load
from factcheck.batch.storage import open_read, open_write, read_text
from factcheck.batch.work import Options, Result, compare_pair, compare_story
from factcheck.model import FactcheckError


@dataclass(frozen=True, slots=True)
class Partition:
    """A file of records, all of pairs (and broken rows) or all of articles with their stories.

    ``digest`` is of its bytes: results belong to these records and no others.
    """

    name: str
    path: str
    size: int
    digest: str


@dataclass(frozen=True, slots=True)
class Task:
    """All that a worker needs. ``results`` is the folder and ``marker`` the file that it writes."""

    partition: Partition
    format: str
    results: str
    marker: str
    options: Options = field(default_factory=Options)
    stop: bool = False  # at the first record that cannot be compared


@dataclass(frozen=True, slots=True)
class Done:
    """What a finished partition held; this is the text of its marker, which is written last."""

    name: str
    digest: str
    size: int
    records: int
    articles: int
    claims: int
    links: int
    conflicts: int
    errors: tuple[str, ...]  # the first few
    failed: int


#: errors that are told on stderr; all of them stand in the results
TOLD = 5


def compute(task: Task) -> Done:
    """Judge the records of a partition and write the results, then the marker that says so.

    FactcheckError if the partition cannot be read or the results not be written.
    """
    partition = task.partition
    counts = dict.fromkeys(("records", "articles", "claims", "links", "conflicts", "failed"), 0)
    errors: list[str] = []
    with OUTPUTS[task.format].open(task.results, partition.name) as add:
        for result in results(partition.path, task.options):
            add(result)
            counts["records"] += 1
            comparison = result.comparison
            if comparison is None:
                if task.stop:
                    raise FactcheckError(str(result.error))
                counts["failed"] += 1
                errors += [str(result.error)][: TOLD - len(errors)]
                continue
            counts["articles"] += len(comparison.sources)
            counts["claims"] += len(comparison.claims)
            counts["links"] += len(comparison.links)
            counts["conflicts"] += sum(x.relation == "conflicts" for x in comparison.links)
    done = Done(
        name=partition.name,
        digest=partition.digest,
        size=partition.size,
        errors=tuple(errors),
        **counts,
    )
    with open_write(task.marker) as file:
        file.write(json.dumps(asdict(done)).encode())
    return done


def read_marker(path: str) -> Done | None:
    """What an earlier run finished; None if it did not."""
    text = read_text(path)
    if text is None:
        return None
    try:
        fields = json.loads(text)
        return Done(**fields | {"errors": tuple(fields["errors"])})
    except (ValueError, TypeError, KeyError):
        return None  # of another version: the partition is done again


def results(path: str, options: Options) -> Iterator[Result]:
    """The results of a file of records: pairs in its order, stories in that of their first rows.

    Texts are read when their turn comes: of stories only the places of their rows are kept.
    """
    stories: dict[tuple[str, str | None], list[int]] = {}
    with open_read(path) as rows:
        at = 0
        for row in rows:
            record = load(row)
            if isinstance(record, PairRecord):
                yield compare_pair(record, options)
            elif isinstance(record, Broken):
                yield Result("pair", record.id, error=record.error)
            else:
                stories.setdefault((str(record.story), record.begun), []).append(at)
            at += len(row)
        for name, places in zip(_names(stories), stories.values(), strict=True):
            yield compare_story(name, [_article(rows, place) for place in places], options)


def _names(stories: Collection[tuple[str, str | None]]) -> Iterator[str]:
    """What stories are called, each differently: one that was found under a name that another has
    (all of a name are in one partition) gets the line it begins at."""
    taken = {name for name, begun in stories if begun is None}
    for name, begun in stories:
        yield f"{name} ({begun})" if begun is not None and name in taken else name
        taken.add(name)


def _article(rows: IO[bytes], place: int) -> ArticleRow:
    rows.seek(place)
    record = load(rows.readline())
    assert isinstance(record, ArticleRow)
    return record
