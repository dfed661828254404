"""From the rows of an input to partitions, the units of work.

Pairs are cut into blocks in their order, ready while the input is still being read. The rows of
a story may lie anywhere in it: they are spooled, and then dealt out to files by a hash of the
story's name. How rows are dealt out depends on the input alone, never on workers; of their
texts only some megabytes are in memory at a time.
"""

from __future__ import annotations

import hashlib
import itertools
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from factcheck.batch.partition import Partition
from factcheck.batch.records import ArticleRow, Broken, Record, dump, parse
from factcheck.batch.rows import Raw
from factcheck.batch.spool import Spool, deal
from factcheck.batch.storage import join, open_write
from factcheck.batch.work import document
from factcheck.model import FactcheckError
from factcheck.stories.grouping import Grouping

#: pairs of a partition at most: short texts take longer by the byte
_ROWS = 256
#: files that stories are dealt out to; more input makes larger partitions
_SHARDS = 1024
#: names of spooled rows; days are names too
_STORIES, _UNDATED = "stories", "undated"


def split(
    rows: Iterable[Raw], folder: str, scratch: Path, grouping: Grouping, partition: int, stop: bool = False
) -> Iterator[Partition]:
    """The partitions of an input, written to ``folder``, each when its file is there.

    Pairs come first, then stories; ``partition`` is about how many bytes each has. ``scratch`` is
    an empty folder of this machine.
    With ``stop`` the first broken row ends it (FactcheckError); otherwise it is a record too.
    """
    spool = Spool(scratch)
    yield from _blocks(_apart(rows, spool, stop), folder, partition)
    # Those without a date first: no day is known yet that could be taken for theirs.
    days = sorted({*spool.bytes} - {_STORIES}, key=lambda day: (day != _UNDATED, day))
    for article in _grouped((article for day in days for article in spool.take(day)), grouping):
        spool.add(_STORIES, article)
    yield from _shards(spool, folder, partition)


def _apart(rows: Iterable[Raw], spool: Spool, stop: bool) -> Iterator[Record]:
    """Pairs and broken rows as they come; articles go to the spool, those of a feed by day."""
    for where, line in rows:
        record = line if isinstance(line, Broken) else parse(line, where)
        if isinstance(record, ArticleRow):
            spool.add(_STORIES if record.story is not None else record.published or _UNDATED, record)
        elif isinstance(record, Broken) and stop:
            raise FactcheckError(record.error)
        else:
            yield record


def _grouped(articles: Iterator[ArticleRow], grouping: Grouping) -> Iterator[ArticleRow]:
    """The articles of a feed, in the order of their days, each with the story it belongs to."""
    from factcheck.stories import BLOCK, Feed

    feed = Feed(grouping)
    while block := list(itertools.islice(articles, BLOCK)):
        # Ids are as the input has them, an outlet for each of its articles: lines are unique.
        documents = [replace(document(a), id=f"{a.where}: {a.id}") for a in block]
        for article, story in zip(block, feed.add(documents), strict=True):
            begun, _, name = story.partition(": ")
            yield replace(article, story=name, begun=begun)


def _blocks(records: Iterable[Record], folder: str, partition: int) -> Iterator[Partition]:
    held: list[bytes] = []
    size = count = 0
    for record in records:
        held.append(dump(record))
        size += len(held[-1])
        if size >= partition or len(held) == _ROWS:
            yield _written(held, folder, f"pairs-{count:06}")
            held, size, count = [], 0, count + 1
    if held:
        yield _written(held, folder, f"pairs-{count:06}")


def _shards(spool: Spool, folder: str, partition: int) -> Iterator[Partition]:
    total = spool.bytes.get(_STORIES, 0)
    count = min(-(-total // partition), _SHARDS)
    for article in spool.take(_STORIES) if total else ():
        spool.add(f"{deal(str(article.story), count):06}", article)
    for at, name in enumerate(sorted(spool.bytes)):
        yield _written(spool.take_lines(name), folder, f"stories-{at:06}")


def _written(lines: Iterable[bytes], folder: str, name: str) -> Partition:
    path = join(folder, f"{name}.rows")
    digest = hashlib.sha256()
    size = 0
    with open_write(path) as file:
        for line in lines:
            digest.update(line)
            size += len(line)
            file.write(line)
    return Partition(name, path, size, digest.hexdigest())
