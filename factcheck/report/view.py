"""What part of a comparison a report shows."""

from __future__ import annotations

import re
from dataclasses import dataclass

from factcheck.model import Claim, Comparison, Link, Verdict

VERDICTS: tuple[Verdict, ...] = ("conflicting", "corroborated", "single-source")


@dataclass(frozen=True, slots=True)
class View:
    """``only`` keeps claims of these verdicts (all when empty); ``include`` adds claims to formats
    that list conflicts alone; ``width`` is in columns."""

    only: tuple[Verdict, ...] = ()
    include: tuple[Verdict, ...] = ()
    explain: bool = False
    width: int = 100
    color: bool = False

    def shows(self, claim: Claim) -> bool:
        return not self.only or claim.verdict in self.only


@dataclass(frozen=True, slots=True)
class Row:
    """One finding as a person reads it: a claim and, where there is one, its best link."""

    verdict: Verdict
    claim: Claim
    link: Link | None
    partner: Claim | None


def strength(link: Link) -> tuple[bool, bool, float, str]:
    """A key: the link that a claim is shown with comes first."""
    return (link.relation != "conflicts", not link.independent, -link.confidence, link.id)


def rows(comparison: Comparison, view: View) -> list[Row]:
    """Findings, worst verdict first, each link once.

    A claim that already stands as the partner in an earlier row of the same verdict is
    not repeated; a claim with several links shows the strongest, conflicts before others.
    """
    links: dict[str, list[Link]] = {}
    for link in comparison.links:
        for claim_id in link.claims:
            links.setdefault(claim_id, []).append(link)
    found: list[Row] = []
    for verdict in VERDICTS:
        told: set[str] = set()
        for claim in comparison.claims:
            if claim.verdict != verdict or claim.id in told or not view.shows(claim):
                continue
            best = min(links.get(claim.id, ()), key=strength, default=None)
            partner = comparison.claim(other(best, claim.id)) if best else None
            told.add(claim.id)
            if partner is not None and partner.verdict == verdict:
                told.add(partner.id)
            found.append(Row(verdict, claim, best, partner))
    return found


def other(link: Link, claim_id: str) -> str:
    """The claim at the far end of a link."""
    first, second = link.claims
    return second if claim_id == first else first


def counted(number: int, noun: str) -> str:
    """ "1 claim", "2 claims"."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def summary_line(comparison: Comparison) -> str:
    """The whole comparison in one line, whatever the view shows."""
    s = comparison.summary
    updates = f" ({counted(s.updates, 'update')})" if s.updates else ""
    origins = "" if s.origins == s.sources else f" ({counted(s.origins, 'origin')})"
    return (
        f"{counted(s.sources, 'source')}{origins}, {counted(s.claims, 'claim')}: "
        f"{s.conflicting} conflicting{updates}, {s.corroborated} corroborated, "
        f"{s.single_source} single-source; {s.skipped} skipped"
    )


#: pairs of sources of different events told one by one: of many sources the first will do
_TOLD = 3


def different_events(comparison: Comparison) -> list[str]:
    """A line for each pair of sources that seem to report two events, with the reason."""
    pairs = comparison.different_events
    lines = [
        f"{first} and {second} seem to report different events, so their figures were not set "
        f"against each other: {pair.why}."
        for pair in pairs[:_TOLD]
        for first, second in (pair.sources,)
    ]
    more = len(pairs) - _TOLD
    return [*lines, f"So do {counted(more, 'more pair')} of sources."] if more > 0 else lines


def clip(text: str, limit: int) -> str:
    """White space folded, cut at a word within ``limit`` characters, with an ellipsis."""
    flat = " ".join(text.split())
    if len(flat) <= limit:
        return flat
    return flat[: limit - 1].rsplit(" ", 1)[0].rstrip(",;:–—- ") + "…"


#: "##[error]", "##vso[...]": build logs run these wherever in a line they stand
_LOG_COMMAND = re.compile(r"##(\w*)\[")
#: "::error::" at the start of a line, white space aside: GitHub's log runs it
_LINE_COMMAND = re.compile(r"^([^\S\n]*?)[^\S\n]?(?=::.*::)", re.MULTILINE)


def visible(text: str) -> str:
    """Control and bidirectional marks made harmless: a report never runs what an article says."""
    shown = "".join(c if c.isprintable() or c == "\n" else f"\\x{ord(c):02x}" for c in text)
    return _LOG_COMMAND.sub(r"##\1\\[", shown)


def inert(report: str) -> str:
    """A whole report for a log: no line starts with what would run there. Columns stay in place.

    >>> inert("Claim\\n  ::error::no\\n")
    'Claim\\n \\\\::error::no\\n'
    """
    return _LINE_COMMAND.sub(r"\1\\", report)


def terminal_width() -> int:
    """Columns of the terminal, within what a table can use."""
    import shutil

    return max(60, min(200, shutil.get_terminal_size((100, 24)).columns))
