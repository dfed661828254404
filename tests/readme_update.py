"""Rewrite the printed blocks of README.md with what the program prints today.

    python tests/readme_update.py

A printed block is the fenced block after a mark ``<!-- output: ARGUMENTS -->``; it holds
what ``factcheck ARGUMENTS`` writes to stdout from the project's root. tests/test_readme.py
compares the blocks with the program.
"""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]
README = ROOT / "README.md"
_BLOCK = re.compile(
    r"(<!-- output: (?P<arguments>.*?) -->\n```text\n)(?P<text>.*?)(?=^```$)", re.DOTALL | re.M
)


def printed_blocks(readme: str) -> dict[str, str]:
    """Arguments to the text that stands in README.md for them."""
    return {match["arguments"]: match["text"] for match in _BLOCK.finditer(readme)}


def plain_environment() -> dict[str, str]:
    """Ours, but a terminal's width and its wish for colours must not change what is shown."""
    plain = {k: v for k, v in os.environ.items() if k not in ("FORCE_COLOR", "TERMINAL_WIDTH")}
    return plain | {"COLUMNS": "80", "NO_COLOR": "1"}


def run(arguments: str) -> str:
    """What ``factcheck ARGUMENTS`` prints, 80 columns wide; CalledProcessError if it fails."""
    done = subprocess.run(
        [sys.executable, "-m", "factcheck", *shlex.split(arguments)],
        cwd=ROOT,
        env=plain_environment(),
        check=True,
        capture_output=True,
        encoding="utf-8",
        timeout=120,
    )
    return done.stdout


def updated(readme: str) -> str:
    """The README with every printed block as the program prints it now."""
    return _BLOCK.sub(lambda match: match[1] + run(match["arguments"]), readme)


if __name__ == "__main__":
    before = README.read_text(encoding="utf-8")
    after = updated(before)
    README.write_text(after, encoding="utf-8")
    print("README.md rewritten" if after != before else "README.md was up to date")
