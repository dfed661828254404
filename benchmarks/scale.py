"""Aligning N × N sentences, top 5 of a cosine of 0.2 or more: ours beside other ways.

    python benchmarks/scale.py SENTENCES [--sizes N...] [--words N] [--docs DOCS]

SENTENCES is gzipped text, one sentence a line. Each search runs alone, on one thread, in a
process of its own (scale_methods.py says what is counted); those of one size run one after
the other. --words 2 adds pairs of words to the terms. With --docs the table goes between the
markers of DOCS/scale.md, and the chart to DOCS/assets/growth.svg.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from growth_chart import growth_chart
from tabulate import tabulate

SIZES = (1_000, 3_000, 10_000, 30_000, 100_000, 500_000)
#: the largest size at which a method ends within minutes
BEARS = {"naive": 10_000, "NearestNeighbors": 10_000, "sparse_dot_topn": 100_000, "factcheck, scipy": 100_000}
BEGIN, END = "<!-- scale: begin -->", "<!-- scale: end -->"
_ONE_THREAD = {f"{name}_NUM_THREADS": "1" for name in ("OMP", "OPENBLAS", "MKL", "NUMBA")}


@dataclass(frozen=True, slots=True)
class Run:
    """One search: CPU seconds, peak memory of its process in MiB, links found."""

    method: str
    size: int
    seconds: float
    mib: float
    found: int


def run(*arguments: object) -> dict[str, float]:
    script = Path(__file__).with_name("scale_methods.py")
    done = subprocess.run(
        [sys.executable, str(script), *map(str, arguments)],
        check=True,
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, **_ONE_THREAD},
    )
    result: dict[str, float] = json.loads(done.stdout)
    return result


def measure(sentences: Path, sizes: list[int], words: int) -> list[Run]:
    runs = []
    methods = [*BEARS, "factcheck, numba"]
    for size in sizes:
        with tempfile.TemporaryDirectory() as folder:
            vectors = run("vectors", sentences, size, folder, words)
            print(f"{size:,} sentences: {size / vectors['seconds']:,.0f}/s vectorised", file=sys.stderr)
            for method in (m for m in methods if size <= BEARS.get(m, size)):
                result = run(method, folder)
                runs.append(Run(method, size, result["seconds"], result["mib"], int(result["found"])))
                print(f"  {method}: {result['seconds']:.2f} s, {result['mib']:.0f} MiB", file=sys.stderr)
    return runs


def table(runs: list[Run]) -> str:
    """Rows of CPU seconds, links, memory, and how much longer than ours with numba."""
    ours = {r.size: r.seconds for r in runs if r.method == "factcheck, numba"}
    rows = [
        (
            f"{r.size:,}",
            r.method,
            f"{r.seconds:.3g}",
            f"{r.seconds / ours[r.size]:.1f}",
            f"{r.mib:.0f}",
            r.found,
        )
        for r in runs
    ]
    headers = ("sentences", "method", "CPU s", "times ours", "peak MiB", "links")
    return tabulate(
        rows, headers, tablefmt="github", disable_numparse=True, colalign=("right", "left", *["right"] * 4)
    )


def exponents(runs: list[Run]) -> list[str]:
    """The exponents of N, by least squares on the logarithms of all sizes of a method."""
    lines = []
    for method in dict.fromkeys(r.method for r in runs):
        own = [r for r in runs if r.method == method]
        if len(own) > 2:
            sizes = np.log([r.size for r in own])
            time, memory = (
                np.polyfit(sizes, np.log(y), 1)[0] for y in ([r.seconds for r in own], [r.mib for r in own])
            )
            last = own[-1]
            lines.append(
                f"- {method}: time grows as N^{time:.2f}, peak memory as N^{memory:.2f}"
                f" ({own[0].size:,} to {last.size:,})"
            )
    return lines


def bars(runs: list[Run]) -> list[str]:
    """The figures that must hold, each with its bar."""
    by = {(r.method, r.size): r for r in runs}
    lines = []
    theirs = by.get(("sparse_dot_topn", 100_000))
    for method, bar in (("factcheck, numba", 20), ("factcheck, scipy", 2)):
        ours = by.get((method, 100_000))
        if theirs and ours:
            ratio = theirs.seconds / ours.seconds
            lines.append(f"100,000 × 100,000: sparse_dot_topn / {method}: {ratio:.1f}, bar {bar}")
    if largest := by.get(("factcheck, numba", 500_000)):
        lines.append(f"500,000 × 500,000: peak memory {largest.mib:.0f} MiB, bar 1024")
    return lines


def write(docs: Path, runs: list[Run]) -> None:
    page = docs / "scale.md"
    before, rest = page.read_text(encoding="utf-8").split(BEGIN)
    after = rest.split(END)[1]
    measured = "\n".join([table(runs), "", *exponents(runs)])
    page.write_text(f"{before}{BEGIN}\n{measured}\n{END}{after}", encoding="utf-8")
    lines = {
        m: [(r.size, r.seconds) for r in runs if r.method == m] for m in dict.fromkeys(r.method for r in runs)
    }
    (docs / "assets/growth.svg").write_text(growth_chart(lines), encoding="utf-8")


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("sentences", type=Path)
    parser.add_argument("--sizes", type=int, nargs="+", default=SIZES)
    parser.add_argument("--words", type=int, default=1)
    parser.add_argument("--docs", type=Path)
    arguments = parser.parse_args()
    runs = measure(arguments.sentences, arguments.sizes, arguments.words)
    if arguments.docs:
        write(arguments.docs, runs)
    print("\n".join([table(runs), "", *exponents(runs), "", *bars(runs)]))


if __name__ == "__main__":
    main()
