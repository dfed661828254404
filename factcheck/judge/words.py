"""Reasons in words a reader can check against the two passages."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.align import Pair
from factcheck.align.terms import shared_words
from factcheck.judge.confidence import Weight
from factcheck.judge.pairing import NAMES
from factcheck.model import FactPair

#: cosine from which two claims are the same but for typography
_VERBATIM = 0.97


def _about(pair: FactPair) -> str:
    """What the two facts are about, for the start of a reason."""
    of = pair.a.of or pair.b.of
    role = pair.a.role or pair.b.role
    words = " ".join(w for w in (of, role) if w and w != "said")
    return f"{pair.kind} ({words})" if words else pair.kind


def fact_reason(pair: FactPair) -> str:
    return f"{_about(pair)}: {pair.why}"


def link_reason(pair: Pair, deciding: Sequence[FactPair], facts: Sequence[FactPair]) -> str:
    """Why the two claims are linked: the differences first, else what agrees."""
    if deciding:
        return "; ".join(fact_reason(p) for p in deciding)
    figures = [p for p in facts if p.kind not in NAMES and p.relation in ("equal", "compatible")]
    other = [p for p in facts if p.relation in ("part", "attributed")]
    reasons = [fact_reason(p) for p in figures[:3]] + [fact_reason(p) for p in other[:2]]
    return "; ".join(reasons) if reasons else _wording(pair)


def _wording(pair: Pair) -> str:
    """For pairs without a figure to compare: the words that made the link."""
    if pair.word >= _VERBATIM:
        return "word for word the same"
    words = shared_words(pair.a, pair.b, most=5)
    return (
        f"both speak of {', '.join(words)}; no figure differs"
        if words
        else "similar words; no figure differs"
    )


def no_link_reason(confidence: float, needed: float, weights: Sequence[Weight]) -> str:
    """Why a candidate lost: what pulled its confidence down most."""
    against = sorted(
        (
            w
            for w in weights
            if w.feature != "intercept" and w.weight * w.value < w.weight * 0.5 and w.weight > 0
        ),
        key=lambda w: w.weight * w.value - w.weight,
    )
    lacks = ", ".join(_LACKS.get(w.feature, w.feature) for w in against[:2])
    return f"confidence {confidence:.2f} is below {needed:.2f}" + (f": {lacks}" if lacks else "")


_LACKS = {
    "char": "few words in common",
    "deed": "different things said",
    "cover": "neither sentence covers the other",
    "best": "another sentence fits better",
    "near": "the sentences around them differ",
    "agree": "no figure agrees",
    "names": "no shared name",
}
