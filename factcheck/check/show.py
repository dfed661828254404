"""Checked statements as text."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from factcheck.check.run import VERDICTS, Checked, Found
from factcheck.report.json_ import fact_object, link_object
from factcheck.report.table import tabulated
from factcheck.report.view import View, clip, visible

#: columns of the verdict, and of the gaps between four columns
_VERDICT, _GAPS = 12, 3 * 2
_MIN_TEXT = 9


def table(checked: Sequence[Checked], view: View) -> str:
    """A row for each statement and passage, and a line of counts."""
    width = max(_MIN_TEXT, (view.width - _VERDICT - _GAPS) // 3)
    cells = [row for item in checked for row in _rows(item, width * 5)]
    body = tabulated(cells, ("Verdict", "Statement", "Passage", "Reason"), (None, width, width, width))
    counts = (f"{sum(c.verdict == verdict for c in checked)} {verdict}" for verdict in VERDICTS)
    return f"{body}\n\n{', '.join(counts)}\n"


def _rows(item: Checked, limit: int) -> list[tuple[str, ...]]:
    """The statement with its best passage, then the other passages below it."""
    first, *rest = item.links or (None,)
    head = (item.verdict, clip(item.statement.text, limit), _passage(first, limit), item.why)
    rows: list[tuple[str, ...]] = [head]
    rows += [(f.link.relation, "", _passage(f, limit), f.link.why) for f in rest if f is not None]
    return [tuple(visible(cell) for cell in row) for row in rows]


def _passage(found: Found | None, limit: int) -> str:
    return "" if found is None else f"{found.document.id}: {clip(found.passage.text, limit)}"


def json_report(checked: Sequence[Checked], single: bool) -> str:
    """One object for a ``single`` statement, else a list of them."""
    objects = [checked_object(item) for item in checked]
    value = objects[0] if single else objects
    return json.dumps(value, ensure_ascii=False, indent=2, allow_nan=False) + "\n"


def json_lines(checked: Sequence[Checked]) -> str:
    rows = (checked_object(item) for item in checked)
    return "".join(json.dumps(row, ensure_ascii=False, allow_nan=False) + "\n" for row in rows)


def checked_object(item: Checked) -> dict[str, Any]:
    """{"id" if given, "statement", "verdict", "why", "missing", "links"}.

    Fact offsets of the statement's side count from its start, those of a passage in the
    text of its source.
    """
    return ({} if item.statement.id is None else {"id": item.statement.id}) | {
        "statement": item.statement.text,
        "verdict": item.verdict,
        "why": item.why,
        "missing": [fact_object(fact, verdict=False) for fact in item.missing],
        "links": [_link(found) for found in item.links],
    }


def _link(found: Found) -> dict[str, Any]:
    link = link_object(found.link)
    # ids and reviews are of comparisons of sources
    told = {name: link[name] for name in ("relation", "update", "similarity", "confidence", "facts", "why")}
    passage = found.passage
    return told | {
        "passage": {
            "source": found.document.id,
            "path": found.document.path,
            "start": passage.start,
            "end": passage.end,
            "text": passage.text,
        }
    }
