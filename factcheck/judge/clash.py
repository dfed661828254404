"""Propositions that exclude each other, as pairs of facts: "A beat B" / "B beat A", passed / rejected.

Only sentences that share most of what they say are set against each other; what two speakers
say is theirs, and some of a group may do what the others do not.
"""

from __future__ import annotations

import re
from dataclasses import replace

from factcheck.align.background import rarity
from factcheck.judge.pairing import NOUN, ROLE, SURE, Compared
from factcheck.judge.reading import Reading
from factcheck.judge.things import Sameness
from factcheck.model import NAMES, Claim, Fact, FactPair
from factcheck.propositions.clashes import Clash, clashes

#: share of the weight of the claim with less to say that the other must have too, beside
#: what differs
_SHARED, _MOST, _ALL = 0.7, 0.8, 0.95
#: "R-Ala.", "D-N.Y.": a party and a state, no name
_SEAT = re.compile(r"[A-Z]-[A-Z]")
_ARTICLES = frozenset(("a", "an", "the", "of"))
#: commoner words tell nothing, and an unknown name must not outweigh the rest
_FILLER, _HEAVIEST = 3.5, 6.0


def clashing(left: Reading, right: Reading) -> list[Compared]:
    """The first way in which the propositions of two claims exclude each other."""
    a, b = left.claim, right.claim
    if _two_speakers(a, b):
        return []
    for clash in clashes(left.said.propositions, right.said.propositions):
        shared = _shared(left, right, clash.ignored)
        if clash.kind == "negated" and _denies(a) and _denies(b):
            continue  # of two denials, which words each covers is too fine a question
        misread = any(_misread(c, *span) for c, span in ((a, clash.a), (b, clash.b)))
        if shared >= _SHARED and not misread:
            return [_compared(clash, a, b, _needs(shared))]
    return []


def _denies(claim: Claim) -> bool:
    return any(f.kind == "polarity" or (f.kind == "count" and f.value == 0) for f in claim.facts)


def _misread(claim: Claim, start: int, end: int) -> bool:
    """Words that are neither name nor verb: "R-Ala.", "left-leaning"."""
    return _SEAT.match(claim.text[start:end]) is not None or claim.text[end : end + 1] == "-"


def _two_speakers(a: Claim, b: Claim) -> bool:
    """What two say is theirs; one may be named in full by one source only."""
    left, right = ({w.lower() for w in (c.speaker or "").split()} - _ARTICLES for c in (a, b))
    return bool(left and right) and not left & right


def _needs(shared: float) -> float:
    """The more of the shorter claim the other has, the less the confidence must add to it."""
    return ROLE if shared >= _ALL else NOUN if shared >= _MOST else SURE


def _shared(a: Reading, b: Reading, ignored: frozenset[str]) -> float:
    """The share of the weight of the claim with less to say that the other has too."""
    left, right = _weights(a, ignored), _weights(b, ignored)
    if not left or not right:  # only common words beside the predicate: "the bank was hacked"
        left, right = (dict.fromkeys([k for k in c.keys if k not in ignored], 1.0) for c in (a, b))
    both = sum(weight for key, weight in left.items() if key in right)
    return both / max(min(sum(left.values()), sum(right.values())), 1e-9)


def _weights(claim: Reading, ignored: frozenset[str]) -> dict[str, float]:
    return {k: min(rarity(k), _HEAVIEST) for k in claim.keys if _tells(k) and k not in ignored}


def _tells(key: str) -> bool:
    return not key.startswith("<") and rarity(key) >= _FILLER


def _compared(clash: Clash, a: Claim, b: Claim, needs: float) -> Compared:
    left, right = _fact(a, clash.a, clash.name), _fact(b, clash.b, clash.name)
    if clash.denied is not None:
        left, right = (
            _denial(c, f) if side == clash.denied else f for side, c, f in (("a", a, left), ("b", b, right))
        )
        stating, denying = (right, left) if clash.denied == "a" else (left, right)
        why = f"one states “{stating.text}”, the other denies it (“{denying.text}”)"
        return Compared(FactPair("polarity", left, right, "conflict", why), Sameness.YES, needs)
    # Only one may be known as a name: what stands in its place is one too.
    named = sorted({left.kind, right.kind} - {"polarity"})
    kind = named[0] if named else "polarity"
    why = _REASONS[clash.kind].format(a=left.text, b=right.text)
    return Compared(FactPair(kind, left, right, "conflict", why), Sameness.YES, needs)


def _fact(claim: Claim, span: tuple[int, int], name: str | None) -> Fact:
    """The words of the claim at ``span`` (in its text) as a fact: its own, if they are a name."""
    start, end = (claim.start + x for x in span)
    for fact in claim.facts:
        inside = start <= fact.start and fact.end <= end
        if name is not None and fact.kind in NAMES and inside and fact.unit is None:
            return fact
    text = claim.text[slice(*span)]
    return Fact("polarity", start, end, text, "stated")


def _denial(claim: Claim, fact: Fact) -> Fact:
    """The word that denies the predicate, else the predicate as what is denied."""
    cues = [f for f in claim.facts if f.kind == "polarity" or (f.kind == "count" and f.value == 0)]
    near = min(cues, key=lambda f: (abs(f.start - fact.start), f.start), default=None)
    if near is None:
        return replace(fact, value="negated")
    start, end = min(near.start, fact.start), max(near.end, fact.end)
    text = claim.text[start - claim.start : end - claim.start]
    return Fact("polarity", start, end, text, "negated", role=near.role)


_REASONS = {
    "swapped": "who does it and to whom is exchanged: “{a}” does here what “{b}” does there",
    "other": "“{a}” stands where the other has “{b}”",
    "opposite": "“{a}” and “{b}” exclude each other",
}
