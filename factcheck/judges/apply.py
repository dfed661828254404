"""What a judge sees, and what its opinion changes.

It sees the closest pairs of every claim, links and near misses, each with its facts. Its
opinion may make a link of a near miss, a near miss of a link, or turn the relation of a
link; where it agrees with the rules nothing changes. Everything it says must rest on
quotes that the passages hold: it adds no text, no fact and no value, and the verdicts
follow from the links as ever. An answer that cannot be used leaves the pair as the rules
left it, and all of these together cost one warning.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from factcheck.judge import link_id
from factcheck.judge.verdicts import verdicts_again
from factcheck.judges.opinion import Judge, Opinion, Question, Unanswered, folded
from factcheck.model import Candidate, Claim, Comparison, FactPair, Link
from factcheck.report.view import clip

#: Pairs of a claim that are asked about, the most confident first. Of the links that two
#: readers drew in 14 article pairs, 90 % are among the closest four of one of their claims
#: (three: 85 %, all near misses: 93 %); that makes 74 questions for two articles of 33 claims.
PER_CLAIM = 4
_DIFFERS = ("conflict", "update")
_SUPPORTS = ("equal", "compatible")
#: characters of a quote in a reason
_QUOTED = 100


def with_opinions(comparison: Comparison, judge: Judge) -> Comparison:
    """The comparison as the judge leaves it, whatever it answers; FactcheckError as ``Judge.ask``."""
    outcomes: dict[tuple[str, str], Link | Candidate] = {p.claims: p for p in _all_pairs(comparison)}
    unused: Counter[str] = Counter()
    seen = seen_pairs(comparison)
    for pair in seen:
        try:
            outcomes[pair.claims] = _outcome(comparison, pair, judge)
        except Unanswered as reason:
            unused[str(reason)] += 1
    place = {claim.id: n for n, claim in enumerate(comparison.claims)}
    ordered = sorted(outcomes.values(), key=lambda p: [place[c] for c in p.claims])
    links = tuple(p for p in ordered if isinstance(p, Link))
    return replace(
        comparison,
        claims=verdicts_again(comparison.claims, links),
        links=links,
        compared=tuple(p for p in ordered if isinstance(p, Candidate)),
        warnings=(*comparison.warnings, *_warning(judge.name, unused, len(seen))),
    )


def _warning(name: str, unused: Counter[str], seen: int) -> list[str]:
    if not unused:
        return []
    reasons = ", ".join(f"{reason} ({number})" for reason, number in unused.items())
    return [f"judge {name}: {unused.total()} of {seen} pairs stand as the rules left them: {reasons}"]


def _all_pairs(comparison: Comparison) -> list[Link | Candidate]:
    return [*comparison.links, *comparison.compared]


def seen_pairs(comparison: Comparison) -> list[Link | Candidate]:
    """The pairs to ask about: each claim's closest first, so that a limit cuts the least likely."""
    ranked = sorted(_all_pairs(comparison), key=lambda p: (-p.confidence, -p.similarity, sorted(p.claims)))
    pairs_of: Counter[str] = Counter()
    rank: dict[tuple[str, str], int] = {}
    for pair in ranked:
        rank[pair.claims] = min(pairs_of[c] for c in pair.claims)
        pairs_of.update(pair.claims)
    near = [p for p in ranked if rank[p.claims] < PER_CLAIM and not _word_for_word(comparison, p)]
    return sorted(near, key=lambda p: rank[p.claims])


def _word_for_word(comparison: Comparison, pair: Link | Candidate) -> bool:
    a, b = (folded(comparison.claim(c).text) for c in pair.claims)
    return a == b


def _outcome(comparison: Comparison, pair: Link | Candidate, judge: Judge) -> Link | Candidate:
    a, b = (comparison.claim(c) for c in pair.claims)
    opinion = _ask(judge, a, b, pair.facts)
    _check(opinion, a, b, pair.facts)
    if opinion.relation == (pair.relation if isinstance(pair, Link) else "none"):
        return pair
    apart = {frozenset(pair.sources) for pair in comparison.different_events}
    if opinion.relation == "conflicts" and frozenset((a.source, b.source)) in apart:
        # The report says that figures were not set against each other.
        raise Unanswered("a conflict between sources that report different events")
    why = f"judged by {judge.name}: {_reason(opinion, a, b)}"
    if opinion.relation == "none":
        return Candidate(
            claims=pair.claims,
            similarity=pair.similarity,
            confidence=pair.confidence,
            facts=pair.facts,
            why=why,
            weights=pair.weights,
            judge=judge.name,
        )
    origin = {d.id: d.origin or d.id for d in comparison.sources}
    independent = origin[a.source] != origin[b.source]
    deciding = [p for p in pair.facts if opinion.relation == "conflicts" and _is_quoted(p, opinion)]
    return Link(
        id=link_id(pair.claims),
        claims=pair.claims,
        similarity=pair.similarity,
        relation=opinion.relation,
        confidence=pair.confidence,
        facts=tuple(p for p in pair.facts if p in deciding or p.relation not in _DIFFERS),
        why=why if independent else f"{why}; both print one story, which counts once",
        update=bool(deciding) and all(p.relation == "update" for p in deciding),
        independent=independent,
        weights=pair.weights,
        judge=judge.name,
    )


def _ask(judge: Judge, a: Claim, b: Claim, facts: Sequence[FactPair]) -> Opinion:
    """The order of the sources must change no answer: the passages are put in an order of their own."""
    first, second = folded(a.text), folded(b.text)
    if first <= second:
        return judge.ask(Question(first, second, tuple(facts)))
    turned = tuple(replace(p, a=p.b, b=p.a) for p in facts)
    opinion = judge.ask(Question(second, first, turned))
    return replace(opinion, quote_a=opinion.quote_b, quote_b=opinion.quote_a)


def _check(opinion: Opinion, a: Claim, b: Claim, facts: Sequence[FactPair]) -> None:
    """Unanswered if the opinion rests on words that its passage does not hold."""
    if opinion.relation == "none":
        return
    quotes = ((opinion.quote_a, a), (opinion.quote_b, b))
    if opinion.relation == "conflicts" and not all(any(map(str.isalnum, quote)) for quote, _ in quotes):
        raise Unanswered("a conflict without a quote from each passage")
    if any(quote and not _holds(folded(claim.text), quote) for quote, claim in quotes):
        raise Unanswered("a quote that is not in its passage")
    if opinion.relation == "conflicts" and (
        opinion.quote_a.casefold() == opinion.quote_b.casefold()
        or any(p.relation in _SUPPORTS and _quotes_of(p) == (opinion.quote_a, opinion.quote_b) for p in facts)
    ):
        raise Unanswered("a conflict between details that agree")


def _holds(passage: str, quote: str) -> bool:
    """Whether the quote stands there as whole words and figures: "1" is no detail of "15" or "1.5"."""
    before = r"(?<!\w)(?<!\d[.,])" if quote[:1].isalnum() else ""
    after = r"(?!\w|[.,]\d)" if quote[-1:].isalnum() else ""
    return re.search(before + re.escape(quote) + after, passage) is not None


def _quotes_of(pair: FactPair) -> tuple[str, str]:
    return folded(pair.a.text), folded(pair.b.text)


def _is_quoted(pair: FactPair, opinion: Opinion) -> bool:
    """Whether the quotes name these two facts, which the rules found to differ."""
    a, b = _quotes_of(pair)
    return (
        pair.relation in _DIFFERS
        and (a in opinion.quote_a or opinion.quote_a in a)
        and (b in opinion.quote_b or opinion.quote_b in b)
    )


def _reason(opinion: Opinion, a: Claim, b: Claim) -> str:
    """The opinion in factcheck's words, around quotes that have been checked."""
    quotes = (opinion.quote_a, opinion.quote_b)
    both = "the passages"
    if all(quotes) and quotes != (folded(a.text), folded(b.text)):
        both = " and ".join(f"“{clip(quote, _QUOTED)}”" for quote in quotes)
    words = {
        "corroborates": f"{both} say the same",
        "conflicts": f"{both} cannot both hold",
        "none": "the passages are not about one fact",
    }[opinion.relation]
    return f"{words} ({opinion.why})" if opinion.why else words
