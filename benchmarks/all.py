"""Every measured figure with its bar, one after the other.

    python benchmarks/all.py FOLDER [--docs DOCS]

FOLDER holds the sets: scale/sentences.txt.gz, scale/docs.jsonl.gz, align/events_dev.jsonl,
articles/. With --docs the table and the chart of the documentation are written (scale.py). A
benchmark that fails is named at the end, and the exit code is 1.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).parent
ARTICLES = HERE.parent / "articles/csto-withdrawal"


def commands(folder: Path, scale: list[str]) -> dict[str, list[str]]:
    """What is measured, and by which file with which arguments."""
    docs = str(folder / "scale/docs.jsonl.gz")
    events = str(folder / "align/events_dev.jsonl")
    example = [str(path) for path in sorted(ARTICLES.glob("*.md"))]
    return {
        "start-up": ["startup.py", *example],
        "aligning sentences": ["scale.py", str(folder / "scale/sentences.txt.gz"), *scale],
        "pairs of articles": ["pair_speed.py", docs],
        "the bulk job": ["batch_speed.py", docs],
        "a day of news": ["day.py", docs],
        "grouping a feed": ["stories.py", events, docs],
        "large stories": ["align_speed.py", docs],
        "links found": ["link_quality.py", events, str(folder / "articles")],
        "finding facts": ["facts_speed.py", docs],
        "report in a browser": ["html_speed.py"],
    }


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("folder", type=Path)
    parser.add_argument("--docs")
    arguments = parser.parse_args()
    scale = ["--docs", arguments.docs] if arguments.docs else []
    failed = []
    for name, (script, *rest) in commands(arguments.folder, scale).items():
        print(f"\n## {name}", flush=True)
        if subprocess.run([sys.executable, str(HERE / script), *rest], check=False).returncode:
            failed.append(name)
    if failed:
        sys.exit(f"failed: {', '.join(failed)}")


if __name__ == "__main__":
    main()
