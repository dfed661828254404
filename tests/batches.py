"""Inputs of batches, and running the command as a process of its own."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from factcheck.batch import Job, Progress

#: what happened, where and how it is told by two outlets that differ in a figure
PLACES = ("Halmar", "Osk", "Velmara", "Lorimont", "Denby", "Sarvan", "Kestrel", "Brightwater")
EVENTS = (
    "The {} bridge collapsed on Monday and killed {} people.",
    "A fire at the {} mill injured {} workers on Monday.",
    "Police in {} arrested {} protesters on Monday.",
    "The flood near {} left {} families without a home.",
)


def stories(count: int) -> Iterator[dict[str, Any]]:
    """Rows of stories of two articles, those of one story far apart."""
    for outlet, extra in (("Mail", 0), ("Post", 3)):
        for n in range(count):
            place, event = PLACES[n % len(PLACES)], EVENTS[n // len(PLACES) % len(EVENTS)]
            text = f"{event.format(place, 10 + n + extra)} The mayor of {place} spoke of a dark day."
            yield {
                "story": f"story {n}",
                "id": f"{outlet.lower()}-{n}",
                "outlet": outlet,
                "published": f"2024-05-{1 + n % 28:02}",
                "text": f"{text} The council of {place} meets again in {2 + n % 5} weeks.",
            }


def pairs(count: int) -> Iterator[dict[str, Any]]:
    rows = list(stories(count))
    for n in range(count):
        yield {"id": n, "a": rows[n]["text"], "b": rows[count + n]["text"]}


def write_rows(path: Path, rows: Sequence[dict[str, Any] | str] | Iterator[dict[str, Any]]) -> Path:
    lines = (row if isinstance(row, str) else json.dumps(row) for row in rows)
    path.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
    return path


def start(*arguments: object) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-m", "factcheck", "batch", *map(str, arguments)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )


def finish(process: subprocess.Popen[str]) -> tuple[int, str, str]:
    out, err = process.communicate(timeout=120)
    return process.returncode, out, err


def tables(folder: Path) -> dict[str, bytes]:
    """The files of a store, by their paths in it."""
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in sorted(folder.rglob("*.parquet"))
        if "_work" not in path.parts
    }


#: partitions of a few records
SMALL = ("--partition-size", 4)


def quietly(progress: Progress) -> None:
    pass


def job(path: Path, **settings: Any) -> Job:
    """A job of small partitions."""
    return Job(str(path), **{"partition": 4096} | settings)


def read_lines(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
