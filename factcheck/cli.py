"""The command line: translates flags, no logic."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Iterable, Sequence
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer
from typer.exceptions import TyperException

from factcheck.errors import FactcheckError

if TYPE_CHECKING:
    from factcheck.judges.opinion import Judge
    from factcheck.report.view import View

app = typer.Typer(
    name="factcheck",
    help="Compare what news articles claim: corroborated, single-source or conflicting, with the reason.",
    epilog="It never says what is true: it shows where sources agree, differ, or stand alone.",
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    no_args_is_help=True,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)


class Format(StrEnum):
    table = "table"
    json = "json"
    jsonl = "jsonl"
    markdown = "markdown"


class ClaimFormat(StrEnum):
    table = "table"
    json = "json"
    jsonl = "jsonl"


class BatchFormat(StrEnum):
    jsonl = "jsonl"


class EvaluateFormat(StrEnum):
    table = "table"
    json = "json"


class Only(StrEnum):
    conflicting = "conflicting"
    corroborated = "corroborated"
    single_source = "single-source"


class Gate(StrEnum):
    never = "never"
    conflicting = "conflicting"
    single_source = "single-source"
    update = "update"


Published = Annotated[
    list[str] | None,
    typer.Option(
        "--published", metavar="N=DATE", help="Publication date of source N (position or id), YYYY-MM-DD."
    ),
]
Outlet = Annotated[
    list[str] | None,
    typer.Option("--outlet", metavar="N=NAME", help="Outlet of source N (position or id)."),
]
Encoding = Annotated[
    str | None,
    typer.Option(
        "--encoding", metavar="NAME", help="Encoding of the files; default: BOM, UTF-8, then cp1252."
    ),
]
Output = Annotated[
    str | None,
    typer.Option("--output", "-o", metavar="FILE", help="Write the report to FILE, not to stdout."),
]
JudgeOption = Annotated[
    str | None,
    typer.Option(
        "--judge",
        metavar="MODEL",
        help="Ask a model of yours about close pairs: onnx:PATH, or the URL of an OpenAI-compatible server.",
    ),
]
JudgeModel = Annotated[
    str | None, typer.Option("--judge-model", metavar="NAME", help="The model that --judge URL asks for.")
]
JudgeCache = Annotated[
    str | None,
    typer.Option(
        "--judge-cache",
        metavar="FILE",
        help="Where the answers of --judge are kept; default: .factcheck-judge.jsonl.",
    ),
]
MinSimilarity = Annotated[
    float | None,
    typer.Option(min=0.0, max=1.0, help="TF-IDF similarity below which a pair is not looked at."),
]
MinConfidence = Annotated[
    float | None, typer.Option(min=0.0, max=1.0, help="Confidence from which a pair becomes a link.")
]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="No warnings on stderr.")]


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


@app.command("compare")
def compare_command(
    sources: Annotated[
        list[str],
        typer.Argument(metavar="SOURCE", help="Two or more articles: .txt, .md, a folder, or - for stdin."),
    ],
    format: Annotated[
        Format, typer.Option("--format", "-f", help="How the report is written.")
    ] = Format.table,
    output: Output = None,
    only: Annotated[
        list[Only] | None, typer.Option("--only", help="Show claims of this verdict only; repeatable.")
    ] = None,
    explain: Annotated[
        bool,
        typer.Option("--explain", help="Mark the facts; show values, weights and why the runner-up lost."),
    ] = False,
    min_similarity: MinSimilarity = None,
    min_confidence: MinConfidence = None,
    fail_on: Annotated[
        list[Gate] | None,
        typer.Option("--fail-on", help="Exit with 1 when there is such a finding; repeatable."),
    ] = None,
    judge: JudgeOption = None,
    judge_model: JudgeModel = None,
    judge_cache: JudgeCache = None,
    published: Published = None,
    outlet: Outlet = None,
    encoding: Encoding = None,
    quiet: Quiet = False,
) -> None:
    """Compare two or more articles: verdict, partner and reason for every claim.

    Exit code 0: done. 1: a --fail-on finding. 2: could not run.

    Example: factcheck compare courier.md herald.md --only conflicting --explain
    """
    from factcheck.ingest.sources import read_all
    from factcheck.pipeline import compare
    from factcheck.report import render

    opened = _judge(judge, judge_model, judge_cache)
    documents = read_all(sources, encoding=encoding, published=published or (), outlets=outlet or ())
    limits = {"min_similarity": min_similarity, "min_confidence": min_confidence}
    comparison = compare(*documents, **{k: v for k, v in limits.items() if v is not None}, judge=opened)
    _warn(comparison.warnings, quiet)
    view = _view(output, tuple(o.value for o in only or ()), explain)
    _emit(render(comparison, format.value, view), output)
    if comparison.fails([gate.value for gate in fail_on or ()]):
        raise typer.Exit(1)


@app.command("claims")
def claims_command(
    source: Annotated[
        list[str],
        typer.Option("--source", "-s", metavar="SOURCE", help="An article, a folder, or -; repeatable."),
    ],
    format: Annotated[
        ClaimFormat, typer.Option("--format", "-f", help="How the claims are written.")
    ] = ClaimFormat.table,
    output: Output = None,
    save: Annotated[
        bool,
        typer.Option(
            "--save", help="Save the claims under claims/<folder>/<stem>.jsonl instead of printing."
        ),
    ] = False,
    save_to: Annotated[
        str, typer.Option("--save-to", metavar="DIR", help="The folder that --save and --check use.")
    ] = "claims",
    check: Annotated[
        bool,
        typer.Option("--check", help="Compare with the saved claims: exit 0 same, 1 changed, 2 unreadable."),
    ] = False,
    published: Published = None,
    outlet: Outlet = None,
    encoding: Encoding = None,
    quiet: Quiet = False,
) -> None:
    """List the claims of a source with their facts.

    Example: factcheck claims --source articles/csto-withdrawal
    """
    from factcheck.ingest.sources import read_all
    from factcheck.pipeline import source_warnings, understand_all

    if save and check:
        raise FactcheckError("--save and --check exclude each other")
    documents = read_all(source, encoding=encoding, published=published or (), outlets=outlet or ())
    articles = understand_all(documents)
    _warn(source_warnings(articles), quiet)
    if save or check:
        from factcheck.store import check_claims, save_claims

        report = save_claims(articles, save_to) if save else check_claims(articles, save_to)
        _emit(report.text, output)
        if report.changed and check:
            raise typer.Exit(1)
        return
    from factcheck.report import render_claims

    claims = [c for a in articles for c in a.claims]
    skipped = [s for a in articles for s in a.skipped]
    text = render_claims([a.document for a in articles], claims, skipped, format.value, _view(output))
    _emit(text, output)


@app.command("batch")
def batch_command(
    input: Annotated[
        str, typer.Argument(metavar="INPUT", help="Pairs or stories, one JSON object a line; - for stdin.")
    ],
    format: Annotated[
        BatchFormat, typer.Option("--format", "-f", help="How results are written.")
    ] = BatchFormat.jsonl,
    output: Output = None,
) -> None:
    """Compare many pairs of texts or stories.

    A pair is {"id", "a", "b"}, with "published_a" and "published_b" if known; rows of a
    story are {"story", "id", "text"}. A broken line gives {"id", "error"} and the rest goes on.

    Example: factcheck batch pairs.jsonl --format jsonl > verdicts.jsonl
    """
    from factcheck.batch import run

    _emit_lines(run(input), output)


@app.command("evaluate")
def evaluate_command(
    gold: Annotated[
        list[str],
        typer.Argument(metavar="GOLD", help="Labelled pairs (JSONL), gold.json, or folders of either."),
    ],
    format: Annotated[
        EvaluateFormat, typer.Option("--format", "-f", help="How the figures are written.")
    ] = EvaluateFormat.table,
    output: Output = None,
    curve: Annotated[
        str | None,
        typer.Option(metavar="FILE", help="Draw the figures over --min-confidence as SVG to FILE."),
    ] = None,
    errors: Annotated[
        str | None,
        typer.Option(metavar="FILE", help="List what is wrong as Markdown in FILE; - for stdout."),
    ] = None,
    min_similarity: MinSimilarity = None,
    min_confidence: MinConfidence = None,
    resamples: Annotated[
        int | None,
        typer.Option(min=0, max=100_000, help="Bootstrap resamples for the intervals; default 1000."),
    ] = None,
    quiet: Quiet = False,
) -> None:
    """Measure precision and recall on texts that readers have labelled.

    A pair is {"id", "a", "b", "label"}, with "kind", "published_a" and "published_b" if known.

    Example: factcheck evaluate pairs.jsonl --curve curve.svg --errors errors.md
    """
    from factcheck.evaluate import evaluate
    from factcheck.evaluate.curve import svg
    from factcheck.evaluate.errors import errors_markdown
    from factcheck.evaluate.show import render

    if errors == "-" and format is not EvaluateFormat.table:
        raise FactcheckError("--errors - needs --format table; JSON holds the errors already")
    limits = {"min_similarity": min_similarity, "min_confidence": min_confidence, "resamples": resamples}
    given = {name: value for name, value in limits.items() if value is not None}
    found = evaluate(gold, with_curve=curve is not None, **given)  # type: ignore[arg-type]
    _warn(found.warnings, quiet)
    _emit(render(found, format.value), output)
    if curve is not None:
        _emit(svg([s.curve for s in found.sets if s.curve]), curve)
    if errors is not None:
        _emit("\n" * (errors == "-") + errors_markdown(found), errors)


def _judge(place: str | None, model: str | None, cache: str | None) -> Judge | None:
    if place is None:
        if model is not None or cache is not None:
            raise FactcheckError("--judge-model and --judge-cache need --judge")
        return None
    from factcheck.judges import CACHE, open_judge

    return open_judge(place, model, cache if cache is not None else CACHE)


def _view(output: str | None, only: tuple[str, ...] = (), explain: bool = False) -> View:
    from factcheck.report.view import View, terminal_width

    on_terminal = output is None and sys.stdout.isatty()
    color = on_terminal and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
    return View(
        only=only,  # type: ignore[arg-type]
        explain=explain,
        width=terminal_width() if on_terminal else 100,
        color=color,
    )


def _warn(warnings: Sequence[str], quiet: bool) -> None:
    from factcheck.report.view import visible

    for warning in () if quiet else warnings:
        typer.echo(f"warning: {visible(warning)}", err=True)


def _emit(text: str, output: str | None) -> None:
    if output is None or output == "-":
        sys.stdout.write(text)
        return
    from pathlib import Path

    from factcheck.output import write_atomically

    write_atomically(Path(output), text)


def _emit_lines(lines: Iterable[str], output: str | None) -> None:
    """Lines as they come to stdout; a file is written whole at the end."""
    if output is not None and output != "-":
        _emit("".join(lines), output)
        return
    for line in lines:
        sys.stdout.write(line)


def main() -> None:
    """The entry point: every expected failure is one line on stderr and exit code 2."""
    # Importing scikit-learn makes a million objects that all stay: collecting garbage among
    # them every 700 costs a fifth of the whole comparison of two articles.
    gc.set_threshold(100_000)
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
