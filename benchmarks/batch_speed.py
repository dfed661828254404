"""Throughput of two workers against one, and memory of many stories against few.

    python benchmarks/batch_speed.py DOCS [--stories N] [--many N]

DOCS is JSONL, gzipped or not, with a "text" a line. A story is two articles; each takes the
first sentences of one text and one sentence of the other's text, so that there is something to
align. Texts are used again in other mixtures once they run out. Every run is the command as a
user runs it: wall time, and the peak of memory summed over its processes (proportional set
size, which counts shared pages once; sampled ten times a second).
"""

from __future__ import annotations

import argparse
import gzip
import itertools
import json
import os
import random
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from factcheck.segment import split_sentences

_THROUGHPUT, _MEMORY = 1.8, 1.2
#: sentences of an article
_SENTENCES = 4


@dataclass(frozen=True)
class Measured:
    wall: float  # seconds
    peak: float  # MiB of all processes together


def leads(path: Path, count: int) -> list[list[str]]:
    """The first sentences of the first ``count`` texts that have enough."""
    with gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open() as lines:
        texts = (json.loads(line)["text"][:3000] for line in lines)
        split = ([t[a:b] for a, b in split_sentences(t)[:_SENTENCES]] for t in texts)
        return list(itertools.islice((s for s in split if len(s) == _SENTENCES), count))


def rows(texts: list[list[str]], count: int) -> Iterator[str]:
    """The rows of ``count`` stories, those of one story beside each other."""
    mixed = random.Random(5)
    for n in range(count):
        a, b = mixed.sample(texts, 2)
        for name, own, other in (("a", a, b), ("b", b, a)):
            text = " ".join([*own[:-1], other[0]])
            yield json.dumps({"story": f"story {n}", "id": name, "text": text}) + "\n"


def measure(command: list[str]) -> Measured:
    begun = time.perf_counter()
    process = subprocess.Popen(command, stderr=subprocess.DEVNULL, start_new_session=True)
    peak = 0.0
    while process.poll() is None:
        peak = max(peak, _memory(process.pid))
        time.sleep(0.1)
    if process.returncode:
        sys.exit(f"{command}: exit code {process.returncode}")
    return Measured(time.perf_counter() - begun, peak)


def _memory(group: int) -> float:
    """MiB of the processes of a group."""
    total = 0
    for entry in Path("/proc").iterdir():
        try:
            if entry.name.isdigit() and os.getpgid(int(entry.name)) == group:
                line = next(
                    x for x in (entry / "smaps_rollup").read_text().splitlines() if x.startswith("Pss:")
                )
                total += int(line.split()[1])
        except (OSError, StopIteration):
            continue  # it has ended
    return total / 1024


def batch(source: Path, workers: int) -> Measured:
    with tempfile.TemporaryDirectory(dir=source.parent) as folder:
        command = [sys.executable, "-m", "factcheck", "batch", str(source), "--workers", str(workers)]
        return measure([*command, "--output", f"{folder}/out.jsonl"])


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("docs", type=Path)
    parser.add_argument("--stories", type=int, default=10_000)
    parser.add_argument("--many", type=int, default=100_000)
    parser.add_argument("--rounds", type=int, default=3, help="of one worker and two, in turn")
    arguments = parser.parse_args()
    texts = leads(arguments.docs, 20_000)
    with tempfile.TemporaryDirectory() as folder:
        few, many = Path(folder, "few.jsonl"), Path(folder, "many.jsonl")
        for path, count in ((few, arguments.stories), (many, arguments.many)):
            with path.open("w", encoding="utf-8") as file:
                file.writelines(rows(texts, count))
        runs = [(batch(few, 1), batch(few, 2)) for _ in range(arguments.rounds)]
        ratios = sorted(one.wall / two.wall for one, two in runs)
        rate = arguments.stories / statistics.median(two.wall for _, two in runs)
        print(
            f"{arguments.stories:,} stories of two articles of {_SENTENCES} sentences: {rate:,.0f} a second"
        )
        print(
            f"throughput of 2 workers / 1: {statistics.median(ratios):.2f} "
            f"(from {ratios[0]:.2f} to {ratios[-1]:.2f}), bar {_THROUGHPUT}"
        )
        if arguments.many:
            small, large = runs[0][1], batch(many, 2)
            print(f"{arguments.many:,} stories: {arguments.many / large.wall:,.0f} a second")
            print(
                f"memory of {arguments.many:,} / {arguments.stories:,}: {large.peak / small.peak:.2f} "
                f"({large.peak:,.0f} MiB / {small.peak:,.0f} MiB), bar {_MEMORY}"
            )


if __name__ == "__main__":
    main()
