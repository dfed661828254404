"""``factcheck review``."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from factcheck.cli.options import Encoding, MinConfidence, MinSimilarity, Output, Quiet, Reviews
from factcheck.cli.shared import emit, given, make_view, warn
from factcheck.errors import FactcheckError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.review.decide import Finding
    from factcheck.review.store import Decision


class ReviewFormat(StrEnum):
    table = "table"
    json = "json"


def review_command(
    sources: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="SOURCE",
            help="Story folders, a folder of them, saved JSON reports, or the articles of one story.",
        ),
    ] = None,
    confirm: Annotated[
        list[str] | None,
        typer.Option("--confirm", metavar="ID", help="This conflict is real; repeatable."),
    ] = None,
    dismiss: Annotated[
        list[str] | None,
        typer.Option("--dismiss", metavar="ID", help="This conflict is a false alarm; repeatable."),
    ] = None,
    reopen: Annotated[
        list[str] | None,
        typer.Option("--reopen", metavar="ID", help="Withdraw the decision on this conflict; repeatable."),
    ] = None,
    note: Annotated[
        str | None, typer.Option("--note", metavar="TEXT", help="Why, for all ids given.")
    ] = None,
    by: Annotated[str | None, typer.Option("--by", metavar="NAME", help="Who decides.")] = None,
    prompt: Annotated[bool, typer.Option("--prompt", help="Ask about each open conflict in turn.")] = False,
    stats: Annotated[
        bool,
        typer.Option(
            "--stats",
            help="Precision by kind of fact: confirmed / (confirmed + dismissed). SOURCE may be left out.",
        ),
    ] = False,
    everything: Annotated[bool, typer.Option("--all", help="List decided conflicts too.")] = False,
    reviews: Reviews = None,
    format: Annotated[
        ReviewFormat, typer.Option("--format", "-f", help="How the list is written.")
    ] = ReviewFormat.table,
    output: Output = None,
    min_similarity: MinSimilarity = None,
    min_confidence: MinConfidence = None,
    encoding: Encoding = None,
    quiet: Quiet = False,
) -> None:
    """List open conflicts, and keep what people decide about them.

    ID is the start of the id that the list and the reports show. Decisions are kept in
    claims/reviews.jsonl, one a line, to be committed: a dismissed conflict counts for no
    verdict and fails no gate, a confirmed one stays. Exit code 0: done. 2: could not run.

    Example: factcheck review articles/csto-withdrawal --dismiss 3f0c2a --note "another convoy" --by Ann
    """
    from factcheck.review import REVIEWS, read_decisions, show, write_decisions
    from factcheck.review.apply import stale_warnings
    from factcheck.review.decide import Orders, carry_out, findings
    from factcheck.review.stats import precision
    from factcheck.review.stories import read_stories

    orders = Orders(confirm or (), dismiss or (), reopen or (), note, by)
    deciding = bool(confirm or dismiss or reopen or prompt)
    if not sources and (deciding or not stats):
        raise FactcheckError("review needs at least one SOURCE")
    if (note or by) and not deciding:
        raise FactcheckError("--note and --by need --confirm, --dismiss or --prompt")
    file = reviews if reviews is not None else REVIEWS
    before = read_decisions(file)
    limits = given(min_similarity=min_similarity, min_confidence=min_confidence)
    stories = read_stories(sources or (), encoding=encoding, limits=limits)
    found = findings(stories)
    after = carry_out(before, found, orders)
    if after != before:
        write_decisions(file, after)
    warn([*(w for s in stories for w in s.warnings), *stale_warnings(stories, after)], quiet)
    if prompt:
        after = _ask(file, found, after, note, by)
    if stats:
        keys = {f.key for f in found}
        rows = precision(d for key, d in sorted(after.items()) if not sources or key in keys)
        emit(show.stats_table(rows) if format is ReviewFormat.table else show.stats_json(rows), output)
    elif format is ReviewFormat.json:
        emit(show.json_list(found, after, everything), output)
    else:
        emit(show.table(found, after, make_view(output), everything), output)


def _ask(
    file: str, found: Sequence[Finding], decisions: dict[str, Decision], note: str | None, by: str | None
) -> dict[str, Decision]:
    """Every open conflict in turn; each answer is kept at once, so that one may stop at any time."""
    from factcheck.review import show, write_decisions
    from factcheck.review.decide import Orders, carry_out

    for finding in show.undecided(found, decisions):
        typer.echo(f"\n{show.passage(finding)}", err=True, nl=False)
        answer = ""
        while answer not in ("c", "d", "s", "q"):
            answer = typer.prompt("[c]onfirm, [d]ismiss, [s]kip, [q]uit", err=True).strip().lower()[:1]
        if answer == "q":
            break
        if answer == "s":
            continue
        why = note or typer.prompt("note", default="", show_default=False, err=True).strip()
        ids = [finding.key]
        orders = (
            Orders(confirm=ids, note=why, by=by) if answer == "c" else Orders(dismiss=ids, note=why, by=by)
        )
        decisions = carry_out(decisions, found, orders)
        write_decisions(file, decisions)
    return decisions
