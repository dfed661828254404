"""Reasons in words a reader can check against the two passages."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.align.terms import shared_words
from factcheck.judge.confidence import Weight
from factcheck.judge.reading import Reading
from factcheck.lexicon import term
from factcheck.model import NAMES, FactPair
from factcheck.segment.claims import same_print

#: kinds whose role tells what the figure is of
_NUMERIC = frozenset(("count", "money", "percent", "measure", "duration", "age"))


def about(pair: FactPair) -> str:
    """What the two facts are about, for the start of a reason: "count (people killed)"."""
    words = (pair.a.of or pair.b.of or "").split()
    role = pair.a.role or pair.b.role
    if pair.kind in _NUMERIC and role not in (None, "said") and term(str(role)) not in map(term, words):
        words.append(str(role))
    return f"{pair.kind} ({' '.join(words)})" if words else pair.kind


def fact_reason(pair: FactPair) -> str:
    return f"{about(pair)}: {pair.why}"


def link_reason(
    claims: tuple[Reading, Reading],
    deciding: Sequence[FactPair],
    facts: Sequence[FactPair],
    independent: bool,
) -> str:
    """Why the two claims are linked: the differences first, then what agrees."""
    figures = [p for p in facts if p.kind not in NAMES and p.relation in ("equal", "compatible")]
    parts = [p for p in facts if p.relation == "part"]
    reasons = [fact_reason(p) for p in deciding]
    if deciding and figures:
        reasons.append(f"agreed: {', '.join(_both(p) for p in figures[:2])}")
    elif not deciding:
        reasons = [fact_reason(p) for p in (*figures[:3], *parts[:2])] or [_wording(*claims)]
    if not independent:
        reasons.append("both print one story, which counts once")
    return "; ".join(reasons)


def _both(pair: FactPair) -> str:
    same = pair.a.text.lower() == pair.b.text.lower()
    return f"“{pair.a.text}”" if same else f"“{pair.a.text}” / “{pair.b.text}”"


def _wording(a: Reading, b: Reading) -> str:
    """For pairs without a figure to compare: the words that made the link."""
    if same_print(a.claim.text) == same_print(b.claim.text):
        return "word for word the same"
    words = shared_words(a.terms, b.known, most=5)
    shared = f"both speak of {', '.join(words)}" if words else "similar words"
    figures = all(any(f.kind in _NUMERIC for f in reading.claim.facts) for reading in (a, b))
    return f"{shared}; {'figures of other things' if figures else 'no figure differs'}"


def no_link_reason(
    confidence: float, needed: float, weights: Sequence[Weight], facts: Sequence[FactPair], apart: str | None
) -> str:
    """Why a candidate lost: both articles tell both sides, or what pulled its confidence down."""
    attributed = [p for p in facts if p.relation == "attributed"]
    if attributed and confidence >= needed:
        return "; ".join(p.why for p in attributed)
    if apart is not None and confidence >= needed:
        return f"{apart}, and no figure agrees"
    against = sorted(
        (w for w in weights if w.feature != "intercept" and _loss(w) < -abs(w.weight) / 2), key=_loss
    )
    lacks = ", ".join(_LACKS.get(w.feature, w.feature) for w in against[:2])
    return f"confidence {confidence:.2f} is below {needed:.2f}" + (f": {lacks}" if lacks else "")


def _loss(weight: Weight) -> float:
    """How far a feature is from the best it could say for a link, in log-odds; never above 0."""
    return weight.weight * (weight.value - 1) if weight.weight > 0 else weight.weight * weight.value


_LACKS = {
    "spelling": "few words in common",
    "deeds": "different things said",
    "coverage": "neither sentence covers the other",
    "neighbours": "the sentences around them differ",
    "figures agree": "no figure agrees",
    "one thing": "no figure that both give of one thing",
    "names agree": "no shared name",
    "few words": "too short to tell",
    "far down": "far down in the articles",
    "other time": "another time",
}
