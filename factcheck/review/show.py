"""Conflicts to review, and what was decided so far, as text."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, replace
from typing import Any

from factcheck.report.table import detail, tabulated
from factcheck.report.view import View, clip, counted, visible
from factcheck.review.decide import Finding
from factcheck.review.stats import Precision
from factcheck.review.store import Decision

_ID_WIDTH = 10
_GAPS = 3 * 2


def undecided(found: Sequence[Finding], decisions: Mapping[str, Decision]) -> list[Finding]:
    return [f for f in found if f.key not in decisions]


def _told(finding: Finding, decision: Decision | None) -> str:
    return detail(replace(finding.link, review=decision.review if decision else None, known=None))


def _counts(found: Sequence[Finding], decisions: Mapping[str, Decision]) -> str:
    verdicts = [decisions[f.key].review.decision for f in found if f.key in decisions]
    return (
        f"{counted(len(found), 'conflict')}: {len(found) - len(verdicts)} open, "
        f"{verdicts.count('confirmed')} confirmed, {verdicts.count('dismissed')} dismissed\n"
    )


def table(
    found: Sequence[Finding], decisions: Mapping[str, Decision], view: View, everything: bool = False
) -> str:
    """Open conflicts, or all with ``everything``, and a line of counts over all."""
    shown = found if everything else undecided(found, decisions)
    if not shown:
        return _counts(found, decisions)
    width = (view.width - _ID_WIDTH - _GAPS) // 3
    cells = [
        tuple(
            visible(text)
            for text in (
                finding.short,
                *(f"{c.source}: {clip(c.text, width * 5)}" for c in finding.claims),
                _told(finding, decisions.get(finding.key)),
            )
        )
        for finding in shown
    ]
    body = tabulated(cells, ("Id", "Claim", "Against", "Reason"), (None, width, width, width))
    return f"{body}\n\n{_counts(found, decisions)}"


def passage(finding: Finding) -> str:
    """One conflict in full, to decide about."""
    a, b = finding.claims
    told = [f"{finding.short}: {finding.link.why}", *(f"  {c.source}: {clip(c.text, 2000)}" for c in (a, b))]
    return "".join(visible(line) + "\n" for line in told)


def json_list(found: Sequence[Finding], decisions: Mapping[str, Decision], everything: bool = False) -> str:
    """The same as a JSON list of {"id", "key", "update", "kinds", "claims", "why", "review"}."""
    shown = found if everything else undecided(found, decisions)
    return _dump([_object(finding, decisions.get(finding.key)) for finding in shown])


def _object(finding: Finding, decision: Decision | None) -> dict[str, Any]:
    return {
        "id": finding.link.id,
        "key": finding.key,
        "update": finding.link.update,
        "kinds": list(finding.kinds),
        "claims": [
            {"source": c.source, "start": c.start, "end": c.end, "text": c.text} for c in finding.claims
        ],
        "why": finding.link.why,
        "review": asdict(decision.review) if decision else None,
    }


def stats_table(rows: Sequence[Precision]) -> str:
    if not rows:
        return "No decisions yet.\n"
    cells = [(r.kind, str(r.confirmed), str(r.dismissed), f"{r.value:.2f}") for r in rows]
    return tabulated(cells, ("Kind", "Confirmed", "Dismissed", "Precision"), (None,) * 4) + "\n"


def stats_json(rows: Sequence[Precision]) -> str:
    return _dump(
        [
            {
                "kind": r.kind,
                "confirmed": r.confirmed,
                "dismissed": r.dismissed,
                "precision": round(r.value, 4),
            }
            for r in rows
        ]
    )


def _dump(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"
