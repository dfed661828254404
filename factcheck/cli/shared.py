"""What every command does with its options: open the judge, choose the view, write the output."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

import typer

from factcheck.errors import FactcheckError

if TYPE_CHECKING:
    from pathlib import Path

    from factcheck.judges.opinion import Judge
    from factcheck.report.view import View
    from factcheck.stories import Grouping


def open_judge_option(place: str | None, model: str | None, cache: str | None) -> Judge | None:
    if place is None:
        if model is not None or cache is not None:
            raise FactcheckError("--judge-model and --judge-cache need --judge")
        return None
    from factcheck.judges import CACHE, open_judge

    return open_judge(place, model, cache if cache is not None else CACHE)


def open_grouping(window: str | None, similarity: float | None) -> Grouping:
    """What the options say of stories; the rest keeps the defaults of the library."""
    from factcheck.stories import Grouping, parse_window

    chosen = Grouping()
    return Grouping(
        chosen.window if window is None else parse_window(window),
        chosen.similarity if similarity is None else similarity,
    )


def given(**limits: float | None) -> dict[str, float]:
    """The thresholds that were set; the others keep the defaults of the library."""
    return {name: value for name, value in limits.items() if value is not None}


def make_view(
    output: str | None, only: tuple[str, ...] = (), explain: bool = False, include: tuple[str, ...] = ()
) -> View:
    from factcheck.report.view import View, terminal_width

    on_terminal = output is None and sys.stdout.isatty()
    color = on_terminal and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
    return View(
        only=only,  # type: ignore[arg-type]
        include=include,  # type: ignore[arg-type]
        explain=explain,
        width=terminal_width() if on_terminal else 100,
        color=color,
    )


def warn(warnings: Sequence[str], quiet: bool) -> None:
    from factcheck.report.view import visible

    for warning in () if quiet else warnings:
        typer.echo(f"warning: {visible(warning)}", err=True)


def emit(text: str, output: str | None, inputs: Sequence[str] = ()) -> None:
    """Write to stdout or a file, never over what was read."""
    if output is None or output == "-":
        sys.stdout.write(text)
        return
    from pathlib import Path

    from factcheck.output import write_atomically

    path = Path(output)
    for name in inputs:
        if path.is_file() and Path(name).exists() and _holds(Path(name), path):
            raise FactcheckError(f"{output} is one of the sources: not overwritten")
    write_atomically(path, text)


def _holds(source: Path, file: Path) -> bool:
    """Whether reading the source, a file or a folder, reads the file."""
    from factcheck.ingest import READERS

    if source.is_dir():
        return file.suffix.lower() in READERS and file.resolve().parent == source.resolve()
    return source.samefile(file)


def emit_lines(lines: Iterable[str], output: str | None) -> None:
    """Lines as they come to stdout; a file is written whole at the end."""
    if output is not None and output != "-":
        emit("".join(lines), output)
        return
    for line in lines:
        sys.stdout.write(line)
