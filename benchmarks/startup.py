"""CPU time of the commands as ratios to what they cannot avoid, measured side by side.

    python benchmarks/startup.py A B [--runs N]

A and B are the two articles of the comparison. Every round runs each command once, in
turn, so that a change of the machine's speed meets all of them; the median of the
rounds' ratios is printed with its spread.
"""

from __future__ import annotations

import resource
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

IMPORTS = "import typer; from sklearn.feature_extraction.text import TfidfVectorizer"
MINIMAL = """
import typer
app = typer.Typer(rich_markup_mode=None, pretty_exceptions_enable=False)
@app.command()
def one(name: str) -> None: ...
@app.command()
def two(name: str) -> None: ...
app()
"""


def cpu_seconds(command: list[str]) -> float:
    """User and system time of one run, its children included."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return (after.ru_utime - before.ru_utime) + (after.ru_stime - before.ru_stime)


def ratio(name: str, command: list[str], against: list[str], runs: int, bar: float) -> None:
    pairs = []
    for command_ in (command, against):  # warm the file cache and the byte code
        cpu_seconds(command_)
    for _ in range(runs):
        pairs.append((cpu_seconds(command), cpu_seconds(against)))
    ratios = sorted(ours / theirs for ours, theirs in pairs)
    ours, theirs = (statistics.median(x) for x in zip(*pairs, strict=True))
    print(
        f"{name}: median ratio {statistics.median(ratios):.2f} (from {ratios[0]:.2f} to {ratios[-1]:.2f}), "
        f"bar {bar}; {ours:.3f} s against {theirs:.3f} s of CPU"
    )


def main(arguments: list[str]) -> None:
    runs = int(arguments[arguments.index("--runs") + 1]) if "--runs" in arguments else 9
    a, b = arguments[:2]
    python = [sys.executable]
    ratio(
        "compare / import of typer and TfidfVectorizer",
        [*python, "-m", "factcheck", "compare", a, b],
        [*python, "-c", IMPORTS],
        runs,
        1.4,
    )
    with tempfile.TemporaryDirectory() as folder:
        minimal = Path(folder, "minimal.py")
        minimal.write_text(MINIMAL, encoding="utf-8")
        ratio(
            "--help / minimal typer --help",
            [*python, "-m", "factcheck", "--help"],
            [*python, str(minimal), "--help"],
            runs,
            1.3,
        )


if __name__ == "__main__":
    main(sys.argv[1:])
