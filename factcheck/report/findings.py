"""What a pipeline is told: one finding a conflict and, on request, one a single-source claim."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from factcheck.model import Claim, Comparison, Document, Link
from factcheck.report.json_ import shown_links
from factcheck.report.places import Lines, Place
from factcheck.report.view import View, clip, counted, standing, summary_line

Rule = Literal["conflicting", "update", "single-source"]
Level = Literal["error", "warning", "note"]
LEVELS: dict[Rule, Level] = {"conflicting": "error", "update": "warning", "single-source": "note"}
#: characters of a passage within a message; a claim is rarely longer
_PASSAGE = 400
#: of a claim that stands alone, or only in a reprint of its own text
ALONE = "found in no other independent source"


@dataclass(frozen=True, slots=True)
class Finding:
    """A conflict between two claims, or a claim (``link`` and ``partner`` None) that stands alone."""

    rule: Rule
    place: Place
    claim: Claim
    link: Link | None = None
    partner: Place | None = None

    @property
    def id(self) -> str:
        """A hash of the texts: the same as long as what was found is the same."""
        return self.link.id if self.link else self.claim.id

    @property
    def muted(self) -> bool:
        """Dismissed, or known from the baseline: told, but no news."""
        return self.link is not None and (self.link.suppressed or self.link.known is True)

    @property
    def level(self) -> Level:
        return "note" if self.muted else LEVELS[self.rule]

    @property
    def why(self) -> str:
        """The reason, with what people decided in front."""
        if self.link is None:
            return ALONE
        return ": ".join(part for part in (standing(self.link), self.link.why) if part)

    @property
    def passages(self) -> list[str]:
        """ "Steppe Courier: “…”" for each side."""
        sides = [self.place, *([self.partner] if self.partner else [])]
        return [f"{side.document.id}: “{clip(side.text, _PASSAGE)}”" for side in sides]

    @property
    def message(self) -> str:
        """The reason, then the passages, on one line."""
        return " ".join([f"{self.why}.", *self.passages])


def findings(comparison: Comparison, view: View) -> list[Finding]:
    """Conflicts in view; single-source claims if asked for by ``include`` or ``only``. Worst first."""
    lines = {d.id: Lines(d) for d in comparison.sources}

    def place(claim: Claim) -> Place:
        return lines[claim.source].place(claim.start, claim.end)

    found = []
    for link in shown_links(comparison, view):
        if link.relation == "conflicts":
            a, b = (comparison.claim(claim_id) for claim_id in link.claims)
            found.append(Finding("update" if link.update else "conflicting", place(a), a, link, place(b)))
    if "single-source" in (*view.include, *view.only):
        alone = [c for c in comparison.claims if c.verdict == "single-source" and view.shows(c)]
        found += [Finding("single-source", place(claim), claim) for claim in alone]
    return sorted(found, key=_rank)


def _rank(finding: Finding) -> tuple[bool, bool, int, float]:
    """Open before known before dismissed, conflicts before updates; sorting keeps the reading order."""
    link = finding.link
    suppressed = link is not None and link.suppressed
    return suppressed, finding.muted, list(LEVELS).index(finding.rule), -link.confidence if link else 0.0


def all_findings(stories: Mapping[str, Comparison], view: View) -> list[Finding]:
    """Those of several comparisons, worst first; what two stories share is told once."""
    found: dict[tuple[str, str], Finding] = {}
    for comparison in stories.values():
        for finding in findings(comparison, view):
            found.setdefault((str(finding.place.document.path), finding.id), finding)
    return sorted(found.values(), key=_rank)


def documents(stories: Mapping[str, Comparison]) -> list[Document]:
    """The sources of all, each path once, in the order given."""
    found = {d.path or d.id: d for comparison in stories.values() for d in comparison.sources}
    return list(found.values())


def summary_lines(stories: Mapping[str, Comparison]) -> list[str]:
    """What each comparison found as a whole, whatever the view shows."""
    return [
        ": ".join(part for part in (story, summary_line(comparison)) if part)
        for story, comparison in stories.items()
    ]


def left_out(kept: Iterable[Finding], found: Iterable[Finding]) -> str:
    """ "12 findings of lesser weight are left out", or nothing."""
    more = len(list(found)) - len(list(kept))
    return f"{counted(more, 'finding')} of lesser weight left out to keep within the limits" if more else ""
