"""A table for the terminal: what a person reads first."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from factcheck.model import Claim, Comparison, Document, Fact, Link, Skipped
from factcheck.report.explain import explain
from factcheck.report.view import (
    Row,
    View,
    clip,
    counted,
    different_events,
    grouped,
    inert,
    rows,
    standing,
    summary_line,
    visible,
)

#: ANSI colours by verdict; red is kept for what needs a look
_COLORS = {"conflicting": "31;1", "corroborated": "32", "single-source": "33", "dismissed": "2"}
_HEADERS = ("Verdict", "Claim", "Source", "Partner", "Reason")
#: columns that borders and padding of tabulate's "simple" layout take: two between columns
_GAP = 2
_VERDICT_WIDTH = max(map(len, _COLORS))
#: tabulate never makes a column narrower than its header and two more: "Partner"
_MIN_TEXT = 9
_MIN_SOURCE = len("Source") + 2


def _paint(text: str, verdict: str, view: View) -> str:
    return f"\x1b[{_COLORS[verdict]}m{text}\x1b[0m" if view.color else text


def _widths(view: View, source_width: int) -> tuple[int, int, int]:
    """Widths of claim, partner and detail so that the whole table fits ``view.width``."""
    room = view.width - _VERDICT_WIDTH - source_width - 4 * _GAP
    claim = max(_MIN_TEXT, room * 32 // 100)
    return claim, claim, max(_MIN_TEXT, room - 2 * claim)


def tabulated(cells: Sequence[tuple[str, ...]], headers: Sequence[str], widths: Sequence[int | None]) -> str:
    """The cells as a table without frames; a width of None is as wide as its longest cell."""
    from tabulate import tabulate

    return tabulate(
        cells, headers=headers, tablefmt="simple", maxcolwidths=list(widths), disable_numparse=True
    )


def detail(link: Link | None) -> str:
    """What a row says about its link: the reason in words, after what is known about it."""
    if link is None:
        return "found in no other source"
    told = standing(link)
    return f"[{told}] {link.why}" if told else link.why


def _cells(row: Row, comparison: Comparison, limit: int) -> tuple[str, ...]:
    partner = ""
    if row.partner is not None:
        partner = f"{row.partner.source}: {clip(row.partner.text, limit)}"
    return tuple(
        visible(text)
        for text in (row.verdict, clip(row.claim.text, limit), row.claim.source, partner, detail(row.link))
    )


def _body(comparison: Comparison, view: View) -> str:
    found = rows(comparison, view)
    if not found:
        return "No claims to show.\n"
    longest = max(len(d.id) for d in comparison.sources)
    source_width = max(_MIN_SOURCE, min(20, view.width // 6, longest))
    claim, partner, what = _widths(view, source_width)
    cells = [_cells(row, comparison, limit=claim * 5) for row in found]
    lines = tabulated(cells, _HEADERS, (None, claim, source_width, partner, what)).splitlines()
    painted = []
    for line in lines:
        verdict = line.split(" ", 1)[0]
        known = verdict in _COLORS
        painted.append(_paint(verdict, verdict, view) + line[len(verdict) :] if known else line)
    return "\n".join(painted) + "\n"


def render(comparison: Comparison, view: View) -> str:
    parts = [_body(comparison, view)]
    if view.explain:
        parts.append(explain(comparison, view))
    parts.append(f"\n{summary_line(comparison)}\n")
    parts += [f"{visible(line)}\n" for line in (*grouped(comparison), *different_events(comparison))]
    return inert("".join(parts))


def render_stories(stories: Mapping[str, Comparison], view: View) -> str:
    """The tables of several comparisons, each below its name."""
    named = ((inert(visible(name)), comparison) for name, comparison in stories.items())
    return "\n".join(f"{name}\n{'=' * len(name)}\n\n{render(x, view)}" for name, x in named)


def fact_label(fact: Fact) -> str:
    """ "duration 10 days (withdrawal)"."""
    of = f" ({fact.of})" if fact.of else ""
    return f"{fact.kind} {clip(fact.text, 60)}{of}"


def render_claims(
    sources: Sequence[Document], claims: Sequence[Claim], skipped: Sequence[Skipped], view: View
) -> str:
    width = max(_MIN_TEXT, (view.width - 16 - 3 * _GAP) // 2)
    cells = [
        (
            str(number),
            visible(clip(claim.text, width * 6)),
            visible(claim.source),
            visible("\n".join(fact_label(f) for f in claim.facts)),
        )
        for number, claim in enumerate(claims, 1)
    ]
    table = (
        tabulated(cells, ("#", "Claim", "Source", "Facts"), (None, width, 12, width))
        if cells
        else "No claims."
    )
    counts = f"{counted(len(sources), 'source')}, {counted(len(claims), 'claim')}"
    return inert(f"{table}\n\n{counts}, {len(skipped)} skipped\n")
