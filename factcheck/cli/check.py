"""``factcheck check``."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from factcheck.cli.options import Encoding, MinConfidence, MinSimilarity, Outlet, Output, Published, Quiet
from factcheck.cli.shared import emit, given, make_view, warn
from factcheck.errors import FactcheckError

if TYPE_CHECKING:
    from factcheck.check import Statement


class CheckFormat(StrEnum):
    table = "table"
    json = "json"
    jsonl = "jsonl"


class CheckGate(StrEnum):
    never = "never"
    conflicting = "conflicting"
    not_found = "not-found"


def check_command(
    words: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="CLAIM", help="The statement; further arguments are sources, as all are with --file."
        ),
    ] = None,
    against: Annotated[
        list[str] | None,
        typer.Option("--against", "-a", metavar="SOURCE", help="An article, a folder, or -; repeatable."),
    ] = None,
    file: Annotated[
        str | None,
        typer.Option(
            "--file",
            metavar="FILE",
            help='Many statements: one a line, or .jsonl of {"statement", "id", "published"}.',
        ),
    ] = None,
    stated: Annotated[
        str | None,
        typer.Option(metavar="DATE", help="The day of the statement, which its weekdays are counted from."),
    ] = None,
    format: Annotated[
        CheckFormat, typer.Option("--format", "-f", help="How the result is written.")
    ] = CheckFormat.table,
    output: Output = None,
    fail_on: Annotated[
        list[CheckGate] | None,
        typer.Option("--fail-on", help="Exit with 1 when there is such a statement; repeatable."),
    ] = None,
    min_similarity: MinSimilarity = None,
    min_confidence: MinConfidence = None,
    published: Published = None,
    outlet: Outlet = None,
    encoding: Encoding = None,
    quiet: Quiet = False,
) -> None:
    """Check one statement against sources: corroborated, conflicting or not found.

    Exit code 0: done. 1: a --fail-on verdict. 2: could not run.

    Example: factcheck check "The withdrawal will take 10 days." --against articles/csto-withdrawal
    """
    from factcheck.check import check, show
    from factcheck.ingest.sources import read_all

    words = list(words or ())
    statements = _statements(words, file, stated, encoding)
    sources = [*(against or ()), *(words if file is not None else words[1:])]
    if not sources:
        raise FactcheckError("check needs at least one source: --against SOURCE")
    documents = read_all(sources, encoding=encoding, published=published or (), outlets=outlet or ())
    warn([f"{d.id}: {warning}" for d in documents for warning in d.warnings], quiet)
    limits = given(min_similarity=min_similarity, min_confidence=min_confidence)
    checked = check(statements, documents, **limits)
    read = [*sources, *([file] if file is not None else [])]
    if format is CheckFormat.table:
        emit(show.table(checked, make_view(output)), output, read)
    elif format is CheckFormat.json:
        emit(show.json_report(checked, single=file is None), output, read)
    else:
        emit(show.json_lines(checked), output, read)
    if {c.verdict for c in checked} & {gate.value for gate in fail_on or ()}:
        raise typer.Exit(1)


def _statements(
    words: list[str], file: str | None, stated: str | None, encoding: str | None
) -> list[Statement]:
    import os

    from factcheck.check import Statement, read_statements
    from factcheck.check.statements import iso_day

    if file is not None:
        if stated is not None:
            raise FactcheckError("--stated is for one statement; in a .jsonl file each has its own")
        return read_statements(file, encoding=encoding)
    if not words:
        raise FactcheckError("check needs a statement, or --file")
    if os.path.exists(words[0]):
        raise FactcheckError(f"{words[0]!r} is a file, not a statement: write the statement first")
    return [Statement(words[0], published=iso_day(stated, "--stated"))]
