"""``factcheck report``."""

from __future__ import annotations

import os
import sys
from typing import Annotated

import typer

from factcheck.cli.options import Quiet
from factcheck.cli.shared import warn


def report_command(
    config: Annotated[
        str | None,
        typer.Option(
            "--config",
            "-c",
            metavar="FILE",
            help="The settings; default: factcheck.toml, or [tool.factcheck] in pyproject.toml, "
            "nearest to the working directory.",
        ),
    ] = None,
    story: Annotated[
        list[str] | None,
        typer.Option("--story", metavar="NAME", help="Run this story only; repeatable."),
    ] = None,
    output: Annotated[
        list[str] | None,
        typer.Option(
            "--output",
            "-o",
            metavar="FORMAT=FILE",
            help="One more output, as in the settings but relative to the working directory; repeatable.",
        ),
    ] = None,
    init: Annotated[
        bool, typer.Option("--init", help="Write a commented factcheck.toml here, and run nothing.")
    ] = False,
    step_summary: Annotated[
        bool,
        typer.Option("--step-summary", help="Add a summary to the file that $GITHUB_STEP_SUMMARY names."),
    ] = False,
    quiet: Quiet = False,
) -> None:
    """Compare all stories of factcheck.toml and write all outputs it names.

    Paths in it are relative to its folder. stdout gets a table, a row a story; stderr does
    where an output goes to stdout ("-"). All outputs are written at the end, or none.

    Exit code 0: done. 1: the gate (fail-on) of a story failed. 2: could not run.

    Example: factcheck report --init; factcheck report --story dam-breach
    """
    import contextlib
    from pathlib import Path

    if init:
        _write_example(config)
        return
    from factcheck.cli.progress import progress
    from factcheck.config import find_config, load, read_config, with_outputs
    from factcheck.output import append, write_all
    from factcheck.report.overview import overview
    from factcheck.report.overview import step_summary as summarise
    from factcheck.runner import outputs, run

    loaded = load(read_config(Path(config).absolute()) if config else find_config(Path.cwd()))
    loaded = with_outputs(loaded, output or ())
    with contextlib.chdir(loaded.file.folder):
        names = story or ()
        with progress(len(set(names)) or len(loaded.stories), quiet) as started:
            reports = run(loaded, names, started)
        for one in reports:
            warn([f"{one.name}: {warning}" for warning in one.comparison.warnings], quiet)
        files = outputs(loaded, reports)
        printed = files.pop("-", "")
        write_all({Path(path): text for path, text in files.items()})
    if step_summary:
        file = os.environ.get("GITHUB_STEP_SUMMARY")
        if file:
            append(Path(file), summarise(reports))
        else:
            warn(["GITHUB_STEP_SUMMARY is not set: no summary written"], quiet)
    sys.stdout.write(printed or overview(reports))
    if printed and not quiet:
        typer.echo(overview(reports), err=True, nl=False)
    if any(one.failed for one in reports):
        raise typer.Exit(1)


def _write_example(config: str | None) -> None:
    from pathlib import Path

    from factcheck.config import NAME
    from factcheck.config.example import EXAMPLE
    from factcheck.output import write_new

    path = Path(config or NAME)
    write_new(path, EXAMPLE)
    typer.echo(f"{path.as_posix()} written: name your stories in it, then run factcheck report")
