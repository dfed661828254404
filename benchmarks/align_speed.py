"""CPU time and memory of aligning more and more articles.

    python benchmarks/align_speed.py TEXTS [SIZE...]

TEXTS is JSONL with a ``text`` each (.gz or not). Every size is a number of claims, aligned
in a process of its own as if they were one story; time and peak memory are those of
``align`` on articles that are understood already. The exponent is fitted through all sizes:
1 is linear growth.
"""

from __future__ import annotations

import gzip
import json
import math
import resource
import subprocess
import sys
import time
from collections.abc import Iterator

SIZES = (1_000, 5_000, 20_000, 40_000)


def texts(path: str) -> Iterator[str]:
    with (
        gzip.open(path, "rt", encoding="utf-8")
        if path.endswith(".gz")
        else open(path, encoding="utf-8") as lines
    ):
        for line in lines:
            yield json.loads(line)["text"]


def align_once(path: str, size: int) -> None:
    """Prints claims, pairs, seconds and MB before and after."""
    from factcheck.align import align
    from factcheck.model import Document
    from factcheck.pipeline import MIN_SIMILARITY, understand

    articles, claims = [], 0
    for number, text in enumerate(texts(path)):
        article = understand(Document(str(number), text, str(number)))
        articles.append(article)
        claims += len(article.claims)
        if claims >= size:
            break
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    start = time.process_time()
    pairs = align(articles, MIN_SIMILARITY)
    seconds = time.process_time() - start
    after = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(claims, len(pairs), seconds, before, after)


def exponent(sizes: list[float], seconds: list[float]) -> float:
    """The slope of the least squares line through the logarithms."""
    xs, ys = [math.log(x) for x in sizes], [math.log(y) for y in seconds]
    x, y = sum(xs) / len(xs), sum(ys) / len(ys)
    return sum((a - x) * (b - y) for a, b in zip(xs, ys, strict=True)) / sum((a - x) ** 2 for a in xs)


def main(arguments: list[str]) -> None:
    if arguments[0] == "--once":
        align_once(arguments[1], int(arguments[2]))
        return
    path, *sizes = arguments
    measured = []
    for size in [*map(int, sizes)] or SIZES:
        command = [sys.executable, __file__, "--once", path, str(size)]
        told = subprocess.run(command, check=True, capture_output=True, text=True).stdout.split()
        claims, pairs, before, after = int(told[0]), int(told[1]), int(told[3]), int(told[4])
        seconds = float(told[2])
        measured.append((float(claims), seconds))
        print(
            f"{claims} claims: {pairs} pairs, {seconds:.1f} s of CPU, {before} MB before, {after} MB at most"
        )
    if len(measured) > 1:
        power = exponent(*map(list, zip(*measured, strict=True)))
        print(f"time grows with the claims to the power of {power:.2f}")


if __name__ == "__main__":
    main(sys.argv[1:])
