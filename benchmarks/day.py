"""What a day of the world's news costs: measured on a part of it, and computed for the whole.

    python benchmarks/day.py DOCS [--articles N]

DOCS is JSONL, gzipped or not, with a "text" a line. The feed is simulated: the sizes of stories
follow a power law (most are one article, some a hundred), an article has twenty sentences, of
which twelve come from the thirty of its story and the rest from elsewhere, all of them of DOCS,
used again in other mixtures. Each stage is timed by itself in one process, the bytes it leaves
are counted; what follows from them for more articles and cores is then checked by running the
command with two workers.
"""

from __future__ import annotations

import argparse
import itertools
import json
import random
import resource
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from batch_speed import measure

from factcheck.batch.partition import Partition, Task, compute
from factcheck.batch.rows import read_rows
from factcheck.batch.split import split
from factcheck.segment import split_sentences
from factcheck.stories import Grouping

_STORY, _OWN, _ARTICLE = 30, 12, 20
#: exponent and cut of the power law of sizes
_EXPONENT, _LARGEST = 2.2, 100
_DAYS = (300_000, 1_000_000)
_CORES = (1, 8, 64)


def sentences(path: Path) -> list[str]:
    found: list[str] = []
    for _, row in itertools.islice(read_rows(str(path)), 20_000):
        text = json.loads(str(row))["text"]
        found += [text[a:b] for a, b in split_sentences(text) if 40 < b - a < 400]
    return found


def feed(pool: list[str], count: int) -> Iterator[dict[str, str]]:
    """Articles of one day in no order of their stories."""
    chance = random.Random(5)
    sizes = range(1, _LARGEST + 1)
    weights = [size**-_EXPONENT for size in sizes]
    articles: list[dict[str, str]] = []
    while len(articles) < count:
        at = chance.randrange(len(pool) - _STORY)
        story = pool[at : at + _STORY]  # neighbours: of one or a few articles
        for _ in range(chance.choices(sizes, weights)[0]):
            own = [story[n] for n in sorted(chance.sample(range(_STORY), _OWN))]
            text = " ".join([*own, *chance.sample(pool, _ARTICLE - _OWN)])
            outlet = f"outlet {chance.randrange(500)}"
            articles.append({"text": text, "outlet": outlet, "published": "2024-05-01"})
    chance.shuffle(articles)
    for n, article in enumerate(articles[:count]):
        yield {"id": f"a{n}"} | article


def computed(partitions: list[Partition], format: str, folder: Path) -> tuple[float, int]:
    """CPU seconds and bytes of the results."""
    begun = time.process_time()
    for partition in partitions:
        compute(Task(partition, format, f"{folder}/{format}", f"{folder}/done/{partition.name}"))
    files = [path for path in Path(folder, format).rglob("*") if path.is_file()]
    return time.process_time() - begun, sum(path.stat().st_size for path in files)


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("docs", type=Path)
    parser.add_argument("--articles", type=int, default=4_000)
    arguments = parser.parse_args()
    count = arguments.articles
    with tempfile.TemporaryDirectory() as name:
        folder, source = Path(name), Path(name, "feed.jsonl")
        with source.open("w", encoding="utf-8") as file:
            file.writelines(json.dumps(row) + "\n" for row in feed(sentences(arguments.docs), count))
        begun = time.process_time()
        with tempfile.TemporaryDirectory() as scratch:
            rows = read_rows(str(source))
            partitions = list(split(rows, f"{folder}/rows", Path(scratch), Grouping(), 512 << 10))
        serial = time.process_time() - begun
        grouped = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        compute(Task(partitions[0], "jsonl", f"{folder}/warm", f"{folder}/warm.json"))
        lines, line_bytes = computed(partitions, "jsonl", folder)
        tables, table_bytes = computed(partitions, "parquet", folder)
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        told = source.stat().st_size
        command = [sys.executable, "-m", "factcheck", "batch", str(source), "--workers", "2"]
        run = measure([*command, "--format", "parquet", "--output", f"{folder}/store"])
    print(f"{count:,} articles of {_ARTICLE} sentences, {told / count / 1024:.1f} KiB each\n")
    print("| stage | CPU ms an article | bytes an article |")
    print("|---|---|---|")
    print(
        f"| reading, grouping, dealing out (one process) | {serial / count * 1e3:.2f} | {told / count:,.0f} |"
    )
    print(f"| comparing, JSON lines | {lines / count * 1e3:.2f} | {line_bytes / count:,.0f} |")
    print(f"| comparing, tables | {tables / count * 1e3:.2f} | {table_bytes / count:,.0f} |")
    print(f"\nmemory: {grouped:,.0f} MiB after grouping, {peak:,.0f} MiB at most in one process")
    expected = serial + tables / 2
    print(f"2 workers: {run.wall:,.0f} s, computed {expected:,.0f} s; {run.peak:,.0f} MiB in all\n")
    print("| articles a day | " + " | ".join(f"{n} core{'s' * (n > 1)}" for n in _CORES) + " | tables |")
    print("|---|" + "---|" * (len(_CORES) + 1))
    for articles in _DAYS:
        hours = [(serial + tables / cores) / count * articles / 3600 for cores in _CORES]
        size = table_bytes / count * articles / 1e9
        print(f"| {articles:,} | " + " | ".join(f"{h:.1f} h" for h in hours) + f" | {size:.1f} GB |")


if __name__ == "__main__":
    main()
