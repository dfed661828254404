"""The reasons behind a comparison, finding by finding: what ``--explain`` prints."""

from __future__ import annotations

from factcheck.model import Candidate, Claim, Comparison, Fact, FactPair, Link
from factcheck.report.view import View, clip, other, rows, visible


def normalised(fact: Fact) -> str:
    """A fact's value as it was understood: "2000 < peacekeepers < 3000", "P10D"."""
    if isinstance(fact.value, str) and fact.kind != "duration":
        return fact.value if fact.unit is None else f"{fact.value} [{fact.unit}]"
    unit = f" {fact.unit}" if fact.unit else ""
    if fact.low == fact.high:
        return f"{fact.low if fact.low is not None else fact.value}{unit}"
    left, right = "(" if fact.low_open else "[", ")" if fact.high_open else "]"
    low = "…" if fact.low is None else fact.low
    high = "…" if fact.high is None else fact.high
    return f"{left}{low}, {high}{right}{unit}"


def _fact_line(fact: Fact) -> str:
    of = f" of {fact.of}" if fact.of else ""
    role = f", {fact.role}" if fact.role else ""
    verdict = f": {fact.verdict}" if fact.verdict else ""
    return f"      {fact.kind} “{clip(fact.text, 60)}”{of}{role} = {normalised(fact)}{verdict}"


def _pair_line(pair: FactPair) -> str:
    return (
        f"      {pair.kind} {pair.relation}: “{clip(pair.a.text, 50)}” = {normalised(pair.a)} / "
        f"“{clip(pair.b.text, 50)}” = {normalised(pair.b)}: {pair.why}"
    )


def _runner_up(comparison: Comparison, claim: Claim, best: Link | None) -> Link | Candidate | None:
    """The closest pair of the claim beside its best link."""
    pairs: list[Link | Candidate] = [*comparison.links, *comparison.compared]
    near = [pair for pair in pairs if claim.id in pair.claims and pair is not best]
    return max(near, key=lambda pair: (pair.confidence, pair.similarity, pair.claims), default=None)


def _about(comparison: Comparison, claim: Claim, link: Link | None) -> list[str]:
    lines: list[str] = []
    if link is not None:
        partner = comparison.claim(other(link, claim.id))
        lines.append(f"   {partner.source} [{partner.start}:{partner.end}] {clip(partner.text, 300)}")
        measured = f"similarity {link.similarity:.2f}, confidence {link.confidence:.2f}"
        lines.append(f"   {link.relation}, {measured}: {link.why}")
        if link.facts:
            lines.append("   facts compared:")
            lines += [_pair_line(pair) for pair in link.facts]
        if partner.facts:
            lines.append("   facts of the partner:")
            lines += [_fact_line(fact) for fact in partner.facts]
    second = _runner_up(comparison, claim, link)
    if second is not None:
        far = comparison.claim(second.claims[0] if second.claims[1] == claim.id else second.claims[1])
        state = "also linked" if isinstance(second, Link) else "no link"
        lines.append(
            f"   runner-up: {far.source} “{clip(far.text, 90)}”, similarity {second.similarity:.2f}, "
            f"confidence {second.confidence:.2f}, {state}: {second.why}"
        )
    return lines


def explain(comparison: Comparison, view: View) -> str:
    """One block a finding: claim, facts with values, partner, pairs of facts, runner-up."""
    lines: list[str] = []
    for row in rows(comparison, view):
        claim = row.claim
        lines += ["", f"{row.verdict}: {claim.source} [{claim.start}:{claim.end}] {clip(claim.text, 300)}"]
        if claim.facts:
            lines.append("   facts:")
            lines += [_fact_line(fact) for fact in claim.facts]
        lines += _about(comparison, claim, row.link)
    if comparison.skipped:
        lines += ["", "skipped:"]
        texts = {d.id: d.text for d in comparison.sources}
        lines += [
            f"   {s.source} [{s.start}:{s.end}] {s.reason}: {clip(texts[s.source][s.start : s.end], 70)}"
            for s in comparison.skipped
        ]
    return "".join(visible(line) + "\n" for line in lines)
