"""What the page shows, ready for the template: it loops and prints, and decides nothing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from factcheck.model import Claim, Comparison, Document, FactKind, Link, Skipped, Summary, Verdict
from factcheck.report.html.findings import Finding, finding
from factcheck.report.html.matrix import MatrixRow, fact_matrix
from factcheck.report.html.pieces import Piece, pieces
from factcheck.report.json_ import shown_links
from factcheck.report.view import VERDICTS, View, different_events, grouped, strength, summary_line

#: sources named one by one in the heading
_NAMED = 4
#: in the order of the groups of findings
GROUPS = (
    ("conflict", "Conflicts"),
    ("update", "Updates"),
    ("dismissed", "Dismissed as false alarms"),
    ("agreement", "Agreements"),
    ("reprint", "Between reprints of one text"),
)


@dataclass(frozen=True, slots=True)
class Item:
    """One passage of a source: a claim, or what was skipped and why."""

    pieces: tuple[Piece, ...]
    opens: bool  # a new paragraph starts here
    claim: Claim | None = None
    links: tuple[str, ...] = ()
    kinds: tuple[FactKind, ...] = ()
    marks: tuple[str, ...] = ()
    speaker: str | None = None  # where the passage itself does not name who says it
    reason: str = ""  # of a skipped passage; of a claim, in print and without scripts


@dataclass(frozen=True, slots=True)
class Bar:
    """A part of a chart, in percent of its width."""

    verdict: Verdict
    count: int
    x: float
    width: float


@dataclass(frozen=True, slots=True)
class Column:
    """One source: its passages in reading order, and how many claims have which verdict."""

    document: Document
    items: tuple[Item, ...]
    claims: int
    bars: tuple[Bar, ...]
    reprint_of: str | None


@dataclass(frozen=True, slots=True)
class Group:
    """The findings of one sort."""

    key: str
    title: str
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class Page:
    """The whole report. ``agreed`` are the rows of the matrix in which no source differs."""

    title: str
    summary: Summary
    summary_line: str
    notices: tuple[str, ...]
    columns: tuple[Column, ...]
    differing: tuple[MatrixRow, ...]
    agreed: tuple[MatrixRow, ...]
    kinds: tuple[tuple[FactKind, int], ...]
    verdicts: tuple[tuple[Verdict, int], ...]
    groups: tuple[Group, ...]
    compared: tuple[Finding, ...]
    partial: bool  # the view shows only some verdicts


def build_page(comparison: Comparison, view: View) -> Page:
    """Counts are those of the whole comparison, whatever the view shows."""
    links = sorted(shown_links(comparison, view), key=strength)
    touching: dict[str, list[Link]] = {}
    for link in links:
        for claim_id in link.claims:
            touching.setdefault(claim_id, []).append(link)
    matrix = fact_matrix(comparison, links)
    findings = [finding(comparison, link, view.explain) for link in links]
    kinds = Counter(kind for claim in comparison.claims for kind in _kinds(claim))
    return Page(
        title=_title([d.id for d in comparison.sources]),
        summary=comparison.summary,
        summary_line=summary_line(comparison),
        notices=(*grouped(comparison), *different_events(comparison), *comparison.warnings),
        columns=tuple(_column(comparison, d, touching, view) for d in comparison.sources),
        differing=tuple(row for row in matrix if row.differs),
        agreed=tuple(row for row in matrix if not row.differs),
        kinds=tuple(sorted(kinds.items())),
        verdicts=tuple((v, sum(c.verdict == v for c in comparison.claims)) for v in VERDICTS),
        groups=tuple(
            Group(key, title, tuple(f for f in findings if f.sort == key))
            for key, title in GROUPS
            if any(f.sort == key for f in findings)
        ),
        compared=tuple(finding(comparison, c, True) for c in comparison.compared) if view.explain else (),
        partial=bool(view.only),
    )


def _title(names: Sequence[str]) -> str:
    """ "A, B and C", "A, B, C and 3 more"."""
    more = len(names) - _NAMED
    told = [*names[: _NAMED - 1], f"{more + 1} more"] if more > 0 else list(names)
    return f"{', '.join(told[:-1])} and {told[-1]}"


def _bars(claims: Iterable[Claim]) -> tuple[Bar, ...]:
    counts = Counter(claim.verdict for claim in claims)
    total = max(1, counts.total())
    bars, x = [], 0.0
    for verdict in VERDICTS:
        width = round(100 * counts[verdict] / total, 2)
        bars.append(Bar(verdict, counts[verdict], round(x, 2), width))
        x += width
    return tuple(bars)


def _column(
    comparison: Comparison, document: Document, touching: dict[str, list[Link]], view: View
) -> Column:
    claims = [c for c in comparison.claims if c.source == document.id]
    shown: list[Claim | Skipped] = [c for c in claims if view.shows(c)]
    if not view.only:
        shown += [s for s in comparison.skipped if s.source == document.id]
    items: list[Item] = []
    before = document.body
    for passage in sorted(shown, key=lambda p: (p.start, p.end)):
        opens = not items or "\n" in document.text[before : passage.start]
        items.append(
            _claim_item(passage, touching.get(passage.id, []), opens)
            if isinstance(passage, Claim)
            else _skipped_item(document, passage, opens)
        )
        before = passage.end
    reprint_of = document.origin if document.origin not in (None, document.id) else None
    return Column(document, tuple(items), len(claims), _bars(claims), reprint_of)


def _kinds(claim: Claim) -> tuple[FactKind, ...]:
    return tuple(sorted({fact.kind for fact in claim.facts}))


def _claim_item(claim: Claim, links: Sequence[Link], opens: bool) -> Item:
    standing = [link for link in links if not link.suppressed]
    marks = {
        "update": any(link.update for link in standing),
        "confirmed": any(link.review is not None for link in standing),
        "judge": any(link.judge is not None for link in standing),
        "dismissed": len(standing) < len(links),
        f"printed {len(claim.spans)} times": len(claim.spans) > 1,
    }
    return Item(
        pieces(claim.text, claim.start, claim.facts),
        opens,
        claim,
        tuple(link.id for link in links),
        _kinds(claim),
        tuple(mark for mark, holds in marks.items() if holds),
        None if claim.speaker is None or claim.speaker in claim.text else claim.speaker,
        standing[0].why if standing else "found in no other source",
    )


def _skipped_item(document: Document, passage: Skipped, opens: bool) -> Item:
    text = document.text[passage.start : passage.end]
    return Item((Piece(text),), opens, reason=passage.reason)
