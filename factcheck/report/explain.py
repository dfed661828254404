"""The reasons behind a comparison, finding by finding: what ``--explain`` prints."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.model import Candidate, Claim, Comparison, Fact, FactPair, Link, Weight
from factcheck.report.json_ import shown_links
from factcheck.report.marks import marked
from factcheck.report.view import View, clip, other, rows, standing, strength, visible

#: contributions to the log-odds smaller than this print as 0.00
_NOTHING = 0.005


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


def _place(claim: Claim) -> str:
    return visible(f"{claim.source} [{claim.start}:{claim.end}]")


def _passage(claim: Claim, view: View) -> str:
    """The whole claim, its facts marked."""
    spans = [(fact.start - claim.start, fact.end - claim.start) for fact in claim.facts]
    return f"   {marked(claim.text, spans, view.color)}"


def _fact_line(fact: Fact) -> str:
    of = f" of {fact.of}" if fact.of else ""
    role = f", {fact.role}" if fact.role else ""
    verdict = f": {fact.verdict}" if fact.verdict else ""
    return visible(f"      {fact.kind} “{clip(fact.text, 60)}”{of}{role} = {normalised(fact)}{verdict}")


def _fact_lines(claim: Claim) -> list[str]:
    return ["   facts:", *map(_fact_line, claim.facts)] if claim.facts else []


def _pair_line(pair: FactPair) -> str:
    return visible(
        f"      {pair.kind} {pair.relation}: “{clip(pair.a.text, 50)}” = {normalised(pair.a)} / "
        f"“{clip(pair.b.text, 50)}” = {normalised(pair.b)}: {pair.why}"
    )


def _adds(weight: Weight) -> float:
    return weight.value * weight.weight


def _weight_lines(weights: Sequence[Weight]) -> list[str]:
    """Value × weight of every feature; what they add up to is the log-odds of the confidence."""
    wide = max((len(w.feature) for w in weights), default=0)
    lines = [
        f"      {w.feature:{wide}}  {w.value:.2f} × {w.weight:6.2f} = {_adds(w) + 0.0:+6.2f}" for w in weights
    ]
    return [*lines, f"      {'log-odds':{wide}} {sum(map(_adds, weights)):+23.2f}"] if lines else []


def _link_lines(link: Link) -> list[str]:
    told = standing(link)
    lines = [visible(f"   {link.relation}{f' [{told}]' if told else ''}: {link.why}")]
    if link.facts:
        lines += ["   facts compared:", *map(_pair_line, link.facts)]
    lines.append(f"   similarity {link.similarity:.2f}, confidence {link.confidence:.2f}:")
    return lines + _weight_lines(link.weights)


def _runner_up(comparison: Comparison, claim: Claim, best: Link | None) -> Link | Candidate | None:
    """The closest pair of the claim beside its best link."""
    pairs: list[Link | Candidate] = [*comparison.links, *comparison.compared]
    near = [pair for pair in pairs if claim.id in pair.claims and pair is not best]
    return max(near, key=lambda pair: (pair.confidence, pair.similarity, pair.claims), default=None)


def _behind(best: Link, second: Link | Candidate) -> str:
    """The features that cost the second most against the best: "deed -2.10, agree -1.40"."""
    ours = {w.feature: _adds(w) for w in second.weights}
    gaps = [(ours.get(w.feature, 0.0) - _adds(w), w.feature) for w in best.weights]
    told = [f"{feature} {gap:.2f}" for gap, feature in sorted(gaps)[:3] if gap < -_NOTHING]
    return f"behind in {', '.join(told)}" if told else ""


def _lost(best: Link | None, second: Link | Candidate) -> str:
    """Why the second is not the pair that is shown."""
    if isinstance(second, Link) and second.suppressed:
        return "dismissed by a reader"
    if best is None:
        return second.why
    behind = _behind(best, second)
    if isinstance(second, Candidate):
        return f"{second.why}; {behind}" if behind else second.why
    if best.relation != second.relation:
        return "an agreement, and a conflict comes first"
    if best.independent and not second.independent:
        return "from a reprint, which comes second"
    return behind or "as good as the first"


def _runner_up_lines(comparison: Comparison, claim: Claim, best: Link | None) -> list[str]:
    second = _runner_up(comparison, claim, best)
    if second is None:
        return []
    far = comparison.claim(second.claims[0] if second.claims[1] == claim.id else second.claims[1])
    measured = f"similarity {second.similarity:.2f}, confidence {second.confidence:.2f}"
    state = "also linked" if isinstance(second, Link) else "no link"
    place, told = "runner-up", _lost(best, second)
    if best is not None and isinstance(second, Link) and strength(second) < strength(best):
        place, told = "stronger link", f"the one above is {_lost(second, best)}"
    return [visible(f"   {place}: {far.source} “{clip(far.text, 90)}”, {measured}, {state}: {told}")]


def _finding(comparison: Comparison, verdict: str, claim: Claim, link: Link | None, view: View) -> list[str]:
    """A claim with its best link and the closest alternative."""
    lines = ["", f"{verdict}: {_place(claim)}", _passage(claim, view), *_fact_lines(claim)]
    if link is not None:
        partner = comparison.claim(other(link, claim.id))
        lines += [f"   with {_place(partner)}", _passage(partner, view), *_fact_lines(partner)]
        lines += _link_lines(link)
    return lines + _runner_up_lines(comparison, claim, link)


def _further(comparison: Comparison, links: Sequence[Link], view: View) -> list[str]:
    """Links that stand at no finding, because each claim there has a stronger one."""
    lines: list[str] = []
    for link in links:
        a, b = (comparison.claim(claim_id) for claim_id in link.claims)
        lines += ["", f"further link: {_place(a)}", _passage(a, view)]
        lines += [f"   with {_place(b)}", _passage(b, view), *_link_lines(link)]
        lines += _runner_up_lines(comparison, a, link)
    return lines


def explain(comparison: Comparison, view: View) -> str:
    """One block a finding: the passages with facts marked, values, weights, runner-up.

    Every link in view has a block: those of no finding follow as "further link".
    """
    lines: list[str] = []
    told: set[str] = set()
    for row in rows(comparison, view):
        lines += _finding(comparison, row.verdict, row.claim, row.link, view)
        if row.link is not None:
            told.add(row.link.id)
    lines += _further(comparison, [x for x in shown_links(comparison, view) if x.id not in told], view)
    if comparison.skipped:
        lines += ["", "skipped:"]
        texts = {d.id: d.text for d in comparison.sources}
        lines += [
            visible(
                f"   {s.source} [{s.start}:{s.end}] {s.reason}: {clip(texts[s.source][s.start : s.end], 70)}"
            )
            for s in comparison.skipped
        ]
    return "".join(line + "\n" for line in lines)
