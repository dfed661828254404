"""What part of a comparison a report shows."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

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

    verdict: Verdict | Literal["dismissed"]
    claim: Claim
    link: Link | None
    partner: Claim | None


def strength(link: Link) -> tuple[bool, bool, bool, float, str]:
    """A key: the link that a claim is shown with comes first."""
    return (link.suppressed, link.relation != "conflicts", not link.independent, -link.confidence, link.id)


def rows(comparison: Comparison, view: View) -> list[Row]:
    """Findings, worst verdict first, each link once.

    A claim that already stands as the partner in an earlier row of the same verdict is
    not repeated; a claim with several links shows the strongest, conflicts before others.
    Conflicts that a reader dismissed count for none of this: they follow as rows of their own.
    """
    links: dict[str, list[Link]] = {}
    for link in (link for link in comparison.links if not link.suppressed):
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
    return found + _dismissed(comparison, view)


def _dismissed(comparison: Comparison, view: View) -> list[Row]:
    found = []
    for link in comparison.links:
        a, b = (comparison.claim(claim_id) for claim_id in link.claims)
        if link.suppressed and view.shows(a) and view.shows(b):
            found.append(Row("dismissed", a, link, b))
    return found


def standing(link: Link) -> str:
    """What people and the baseline say of a conflict: "known, dismissed by Ann: other bridge"."""
    told = []
    if link.known is not None and link.relation == "conflicts":
        told.append("known" if link.known else "new")
    if link.review is not None:
        by = f" by {link.review.by}" if link.review.by else ""
        note = f": {link.review.note}" if link.review.note else ""
        told.append(f"{link.review.decision}{by}{note}")
    return " ".join(", ".join(told).split())


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
    dismissed = f"; {counted(s.suppressed, 'conflict')} dismissed" if s.suppressed else ""
    return (
        f"{counted(s.sources, 'source')}{origins}, {counted(s.claims, 'claim')}: "
        f"{s.conflicting} conflicting{updates}, {s.corroborated} corroborated, "
        f"{s.single_source} single-source; {s.skipped} skipped{dismissed}{_news(comparison)}"
    )


def _news(comparison: Comparison) -> str:
    """How many of the open conflicts, counted as links, the baseline does not have."""
    open_conflicts = [x for x in comparison.links if x.relation == "conflicts" and not x.suppressed]
    if all(x.known is None for x in comparison.links):
        return ""
    new = sum(not x.known for x in open_conflicts)
    return f"; {new} of {counted(len(open_conflicts), 'conflict')} new"


def grouped(comparison: Comparison) -> list[str]:
    """With ``by_story``, a line for each story of several sources, one for the other sources, and
    one that says what was not done."""
    several = [", ".join(story.sources) for story in comparison.stories if len(story.sources) > 1]
    alone = [source for story in comparison.stories if len(story.sources) == 1 for source in story.sources]
    lines = [f"Story {n} of {len(several)}: {sources}." for n, sources in enumerate(several, 1)]
    if alone:
        lines.append(f"In no story with another source: {', '.join(alone)}.")
    if len(comparison.stories) > 1:
        lines.append("Sources of different stories were not compared.")
    return lines


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
