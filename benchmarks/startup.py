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


#: what no command may take longer than, against what it cannot avoid
BAR = 1.15


def cpu_seconds(command: list[str], code: int = 0) -> float:
    """User and system time of one run, its children included; it ends with this exit code."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    done = subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    if done.returncode != code:
        raise SystemExit(f"{' '.join(command)}: exit code {done.returncode}, not {code}")
    return (after.ru_utime - before.ru_utime) + (after.ru_stime - before.ru_stime)


def ratio(name: str, command: list[str], against: list[str], runs: int, code: int = 0) -> None:
    pairs = []
    for command_ in (command, against):  # warm the file cache and the byte code
        cpu_seconds(command_, code)
    for _ in range(runs):
        pairs.append((cpu_seconds(command, code), cpu_seconds(against, code)))
    ratios = sorted(ours / theirs for ours, theirs in pairs)
    ours, theirs = (statistics.median(x) for x in zip(*pairs, strict=True))
    print(
        f"{name}: median ratio {statistics.median(ratios):.2f} (from {ratios[0]:.2f} to {ratios[-1]:.2f}), "
        f"bar {BAR}; {ours:.3f} s against {theirs:.3f} s of CPU"
    )


def main(arguments: list[str]) -> None:
    runs = int(arguments[arguments.index("--runs") + 1]) if "--runs" in arguments else 9
    a, b = arguments[:2]
    ours, python = [sys.executable, "-m", "factcheck"], [sys.executable]
    ratio(
        "compare / import of typer and TfidfVectorizer",
        [*ours, "compare", a, b],
        [*python, "-c", IMPORTS],
        runs,
    )
    with tempfile.TemporaryDirectory() as folder:
        minimal = Path(folder, "minimal.py")
        minimal.write_text(MINIMAL, encoding="utf-8")
        theirs = [*python, str(minimal)]
        for name, mine, other, code in (
            ("--help / minimal typer --help", ["--help"], ["--help"], 0),
            ("--version / minimal typer --help", ["--version"], ["--help"], 0),
            ("compare --help / the same of minimal typer", ["compare", "--help"], ["one", "--help"], 0),
            ("unknown command / the same of minimal typer", ["nothing"], ["nothing"], 2),
            ("unknown option / the same of minimal typer", ["compare", "--nothing"], ["one", "--nothing"], 2),
            ("no source / the same of minimal typer", ["compare"], ["one"], 2),
        ):
            ratio(name, [*ours, *mine], [*theirs, *other], runs, code)


if __name__ == "__main__":
    main(sys.argv[1:])
