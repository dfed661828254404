"""The command line: translates flags, no logic. A command is a module and a line in the table."""

from __future__ import annotations

import gc
import os
import sys
from typing import Annotated, ClassVar

import typer
from typer.exceptions import TyperException

from factcheck.cli.batch import batch_command
from factcheck.cli.check import check_command
from factcheck.cli.claims import claims_command
from factcheck.cli.compare import compare_command
from factcheck.cli.diff import diff_command
from factcheck.cli.evaluate import evaluate_command
from factcheck.cli.group import PLAIN, LazyGroup
from factcheck.cli.report import report_command
from factcheck.cli.review import review_command
from factcheck.cli.schema import schema_command
from factcheck.errors import FactcheckError


class Commands(LazyGroup):
    """In the order of the help text."""

    functions: ClassVar = {
        "compare": compare_command,
        "claims": claims_command,
        "check": check_command,
        "review": review_command,
        "diff": diff_command,
        "batch": batch_command,
        "report": report_command,
        "evaluate": evaluate_command,
        "schema": schema_command,
    }


app = typer.Typer(
    name="factcheck",
    help="Compare what news articles claim: corroborated, single-source or conflicting, with the reason.",
    epilog="It never says what is true: it shows where sources agree, differ, or stand alone.",
    cls=Commands,
    no_args_is_help=True,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    **PLAIN,
)


def _show_version(wanted: bool) -> None:
    if wanted:
        from factcheck import __version__

        typer.echo(f"factcheck {__version__}")
        raise typer.Exit


@app.callback()
def _common(
    version: Annotated[
        bool,
        typer.Option("--version", callback=_show_version, is_eager=True, help="Show the version and exit."),
    ] = False,
) -> None:
    pass


def main() -> None:
    """The entry point: every expected failure is one line on stderr and exit code 2."""
    # What is imported makes hundreds of thousands of objects that all stay: collecting
    # garbage among them every 700 takes a tenth of the whole comparison of two articles.
    gc.set_threshold(100_000)
    # Threads for the products of matrices would not be used (factcheck.align.threads).
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    # Article text is UTF-8 whatever the locale says; a pipe must get the same bytes as a file.
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        code = app(prog_name="factcheck", standalone_mode=False)
        sys.stdout.flush()
    except FactcheckError as error:
        code = _fail(str(error))
    except TyperException as error:
        code = _usage(error)
    except BrokenPipeError:
        # The reader has gone (| head): nothing more to say, and no traceback at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        code = 0
    except (KeyboardInterrupt, typer.Abort):
        code = 130
    except Exception as error:
        # A defect of ours: still one line and "could not run", never "the gate failed".
        if os.environ.get("FACTCHECK_DEBUG"):
            raise
        code = _fail(f"internal error: {error!r} (FACTCHECK_DEBUG=1 shows where)")
    sys.exit(code if isinstance(code, int) else 0)


def _fail(message: str) -> int:
    from factcheck.report.view import visible

    typer.echo(f"factcheck: {visible(' '.join(message.split()))}", err=True)
    return 2


def _usage(error: TyperException) -> int:
    message = error.format_message()
    if message.startswith("Usage:"):  # no command given: the help text itself
        typer.echo(message, err=True)
        return 2
    return _fail(f"{message} (see factcheck --help)")
