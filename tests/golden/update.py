"""Write the golden reports and the saved claims of the example articles again, and say what changed.

The golden reports are those of single stories, and what ``factcheck report`` makes of all.

    python tests/golden/update.py            write
    python tests/golden/update.py --check    only say; exit code 1 if anything differs

Read the difference before you commit it: these files are what the tests compare with.
"""

from __future__ import annotations

import contextlib
import sys
from pathlib import Path

from factcheck import compare, render
from factcheck.config import load, read_config
from factcheck.ingest.sources import read_all
from factcheck.model import Comparison
from factcheck.pipeline import understand_all
from factcheck.report.overview import overview, step_summary
from factcheck.report.view import View
from factcheck.runner import outputs, run
from factcheck.store import saved_claims

ROOT = Path(__file__).parents[2]
GOLDEN = Path("tests/golden")
REPORT = GOLDEN / "report"
ARTICLES = Path("articles")
CLAIMS = Path("claims")
#: three outlets with figures that differ; updates; a reprint; two speakers; two events
STORIES = {
    story: ARTICLES / story
    for story in ("csto-withdrawal", "sarvan-earthquake", "sund-ferry", "market-blast")
} | {"two-storms": Path("tests/siblings")}
#: format -> what is shown; explanations would make the other two unreadable as differences
VIEWS = {
    "table": View(),
    "json": View(),
    "jsonl": View(explain=True),
    "markdown": View(explain=True),
    "csv": View(),
    "sarif": View(),
    "junit": View(),
    "github": View(include=("single-source",)),
    "github-summary": View(),
    "gitlab": View(include=("single-source",)),
    "claimreview": View(only=("conflicting",)),
    "html": View(),
}


def comparison_of(story: str) -> Comparison:
    return compare(*read_all([str(STORIES[story])]))


def golden_reports(story: str, comparison: Comparison) -> dict[Path, str]:
    """File -> what it must hold."""
    return {GOLDEN / f"{story}.{format}": render(comparison, format, view) for format, view in VIEWS.items()}


def report_files() -> dict[Path, str]:
    """File -> what ``factcheck report --step-summary`` writes with [tool.factcheck] of this project."""
    config = load(read_config(Path("pyproject.toml")))
    reports = run(config)
    files = {Path(path): text for path, text in outputs(config, reports).items()}
    return files | {
        REPORT / "stdout.txt": overview(reports),
        REPORT / "step-summary.md": step_summary(reports),
    }


def claims_of(story: str) -> dict[Path, str]:
    """File -> the claims of one article of the story."""
    return saved_claims(understand_all(read_all([str(ARTICLES / story)])), str(CLAIMS))


def expected() -> dict[Path, str]:
    """All files this script keeps, relative to the project."""
    files: dict[Path, str] = {}
    for story in STORIES:
        files |= golden_reports(story, comparison_of(story))
    files |= report_files()
    for folder in sorted(ARTICLES.iterdir()):
        files |= claims_of(folder.name)
    return files


def _kept() -> set[Path]:
    """Files of these kinds that are there now; reviews are written by people."""
    reports = {p for format in VIEWS for p in GOLDEN.glob(f"*.{format}")}
    return reports | set(REPORT.iterdir()) | set(CLAIMS.glob("*/*.jsonl"))


def main(arguments: list[str]) -> int:
    with contextlib.chdir(ROOT):
        files = expected()
        changed = 0
        for path, text in files.items():
            before = path.read_bytes().decode("utf-8") if path.exists() else None
            if before == text:
                continue
            changed += 1
            print(f"{'new' if before is None else 'changed'}: {path.as_posix()}")
            if "--check" not in arguments:
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_text(text, encoding="utf-8", newline="")
        for path in sorted(_kept() - set(files)):
            changed += 1
            print(f"gone: {path.as_posix()}")
            if "--check" not in arguments:
                path.unlink()
    print(f"{changed} of {len(files)} files differ" if changed else "nothing changed")
    return 1 if changed and "--check" in arguments else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
