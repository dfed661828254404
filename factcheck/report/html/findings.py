"""A link as a reader needs it: both passages, the facts compared, the reason, who decided."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from factcheck.model import Candidate, Claim, Comparison, Fact, FactPair, Link, Weight
from factcheck.report.html.pieces import Piece, pieces

_LABELS = {
    "conflict": "Conflict",
    "update": "Update",
    "dismissed": "Dismissed",
    "agreement": "Agreement",
    "reprint": "Reprint",
    "compared": "No link",
}


@dataclass(frozen=True, slots=True)
class Side:
    """One passage of a link, the facts that were compared marked."""

    claim: Claim
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class ComparedFact:
    """Two values in the articles' words and as they were understood."""

    pair: FactPair
    a: str
    b: str


@dataclass(frozen=True, slots=True)
class Finding:
    """A link, or a pair that gave none. ``notes`` tell who decided what about it."""

    id: str
    sort: str
    label: str
    sides: tuple[Side, Side]
    facts: tuple[ComparedFact, ...]
    why: str
    similarity: float
    confidence: float
    notes: tuple[str, ...]
    weights: tuple[Weight, ...]


def finding(comparison: Comparison, pair: Link | Candidate, weights: bool) -> Finding:
    """``weights`` adds the features of the confidence."""
    a, b = (comparison.claim(claim_id) for claim_id in pair.claims)
    sort = _sort(pair)
    return Finding(
        pair.id if isinstance(pair, Link) else "",
        sort,
        _LABELS[sort],
        (_side(a, (p.a for p in pair.facts)), _side(b, (p.b for p in pair.facts))),
        tuple(ComparedFact(p, read_as(p.a), read_as(p.b)) for p in pair.facts),
        pair.why,
        pair.similarity,
        pair.confidence,
        tuple(_notes(pair)),
        pair.weights if weights else (),
    )


def _side(claim: Claim, compared: Iterable[Fact]) -> Side:
    """A fact of a pair has no verdict; the claim's own has, and is the same slice."""
    spans = {(fact.kind, fact.start, fact.end) for fact in compared}
    facts = [f for f in claim.facts if (f.kind, f.start, f.end) in spans]
    return Side(claim, pieces(claim.text, claim.start, facts))


def _sort(pair: Link | Candidate) -> str:
    if isinstance(pair, Candidate):
        return "compared"
    if pair.suppressed:
        return "dismissed"
    if pair.relation == "conflicts":
        return "update" if pair.update else "conflict"
    return "agreement" if pair.independent else "reprint"


def _notes(pair: Link | Candidate) -> Iterable[str]:
    if pair.judge is not None:
        yield f"decided by the judge {pair.judge}, not by the rules"
    if isinstance(pair, Candidate):
        return
    if pair.review is not None:
        by = f" by {pair.review.by}" if pair.review.by else ""
        note = f": {pair.review.note}" if pair.review.note else ""
        yield f"{pair.review.decision}{by}{note}"
    if pair.known is not None:
        yield "in the baseline already" if pair.known else "new: not in the baseline"
    if not pair.independent:
        yield "two printings of one text, which corroborate nothing"


def read_as(fact: Fact) -> str:
    """A value as it was understood, empty where that only repeats the words.

    >>> read_as(Fact("count", 0, 22, "more than two thousand", 2000, low=2000, high=3000, low_open=True))
    'over 2,000 to 3,000'
    >>> read_as(Fact("count", 0, 2, "17", 17, low=17, high=17))
    ''
    """
    unit = f" {fact.unit}" if fact.unit else ""
    low = f"{'over ' if fact.low_open else ''}{_number(fact.low)}"
    high = f"{'under ' if fact.high_open else ''}{_number(fact.high)}"
    if isinstance(fact.value, str) and fact.kind != "duration":
        read = fact.value
    elif fact.low == fact.high:
        read = f"{_number(fact.low if fact.low is not None else fact.value)}{unit}"
    elif fact.low is None:
        read = f"up to {high}{unit}"
    elif fact.high is None:
        read = f"from {low}{unit}"
    else:
        read = f"{low} to {high}{unit}"
    return "" if " ".join(fact.text.split()).casefold().startswith(read.casefold()) else read


def _number(value: float | int | str | None) -> str:
    return f"{value:,}" if isinstance(value, int | float) else str(value)
