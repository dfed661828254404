"""CSV (RFC 4180): a row for each claim and each of its links, a claim without links has one.

A cell that a spreadsheet would run as a formula has an apostrophe in front (OWASP, "CSV
Injection"); control characters are shown and white space is folded. The exact text of a claim
is that of the source from ``start`` to ``end``.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping, Sequence

from factcheck.model import Claim, Comparison, Link
from factcheck.report.json_ import shown_links
from factcheck.report.view import View, other, visible

HEADER = (
    "claim", "source", "start", "end", "verdict", "text", "speaker",
    "link", "relation", "update", "independent", "confidence", "similarity", "why",
    "suppressed", "decision", "note", "by", "known", "judge",
    "partner", "partner_source", "partner_start", "partner_end", "partner_text",
)  # fmt: skip
#: what makes a cell a formula in Excel, LibreOffice or Google Sheets, full-width forms included
_FORMULA = ("=", "+", "-", "@", "＝", "＋", "－", "＠")
_Cell = str | int | float | bool | None


def render(comparison: Comparison, view: View) -> str:
    return _text([HEADER, *_rows(comparison, view)])


def render_stories(stories: Mapping[str, Comparison], view: View) -> str:
    """One table; its first column is the story."""
    rows = ((name, *row) for name, comparison in stories.items() for row in _rows(comparison, view))
    return _text([("story", *HEADER), *rows])


def _rows(comparison: Comparison, view: View) -> list[list[_Cell]]:
    links: dict[str, list[Link]] = {}
    for link in shown_links(comparison, view):
        for claim_id in link.claims:
            links.setdefault(claim_id, []).append(link)
    return [
        _row(comparison, claim, link)
        for claim in comparison.claims
        if view.shows(claim)
        for link in links.get(claim.id, [None])
    ]


def _text(rows: Sequence[Sequence[_Cell]]) -> str:
    out = io.StringIO()
    # All quoted: elsewhere in the world a spreadsheet splits lines at semicolons.
    csv.writer(out, quoting=csv.QUOTE_ALL).writerows([[_cell(cell) for cell in row] for row in rows])
    return out.getvalue()


def _row(comparison: Comparison, claim: Claim, link: Link | None) -> list[_Cell]:
    cells: list[_Cell] = [
        claim.id, claim.source, claim.start, claim.end, claim.verdict, claim.text, claim.speaker,
    ]  # fmt: skip
    if link is None:
        return cells + [None] * (len(HEADER) - len(cells))
    review = link.review
    decided = (review.decision, review.note, review.by) if review else (None, None, None)
    partner = comparison.claim(other(link, claim.id))
    return [
        *cells,
        link.id, link.relation, link.update, link.independent, link.confidence, link.similarity, link.why,
        link.suppressed, *decided, link.known, link.judge,
        partner.id, partner.source, partner.start, partner.end, partner.text,
    ]  # fmt: skip


def _cell(value: _Cell) -> str:
    if value is None:
        return ""
    if not isinstance(value, str):
        return str(value).lower()
    shown = visible(" ".join(value.split()))
    return f"'{shown}" if shown.startswith(_FORMULA) else shown
