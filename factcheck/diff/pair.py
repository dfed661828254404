"""Which claim of the new report is which of the old one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from factcheck.model import Claim, Comparison
from factcheck.review.keys import folded, outlet_of

#: Share of their words, in order, from which two claims of one source are one claim rewritten.
#: With half of the words kept, a changed figure or name is always found, and of two
#: sentences on one topic hardly ever so many stand in the same order.
_REWRITTEN = 0.5


def pair_claims(old: Comparison, new: Comparison) -> dict[str, str]:
    """Id in the old report -> id in the new one, for the claims that stayed or were rewritten.

    Only claims of one outlet are paired: first those with the same words, then the most
    similar ones, where two are equally so those nearest in the order of the article.
    """
    before, after = _by_outlet(old), _by_outlet(new)
    pairs: dict[str, str] = {}
    for outlet, claims in before.items():
        pairs |= _paired(claims, after.get(outlet, []))
    return pairs


def _by_outlet(comparison: Comparison) -> dict[str, list[Claim]]:
    outlets = {d.id: outlet_of(d) for d in comparison.sources}
    found: dict[str, list[Claim]] = {}
    for claim in comparison.claims:
        found.setdefault(outlets[claim.source], []).append(claim)
    return found


def _paired(old: Sequence[Claim], new: Sequence[Claim]) -> dict[str, str]:
    pairs: dict[str, str] = {}
    waiting: dict[str, list[str]] = {}
    for claim in new:
        waiting.setdefault(folded(claim.text), []).append(claim.id)
    for claim in old:
        same = waiting.get(folded(claim.text))
        if same:
            pairs[claim.id] = same.pop(0)
    taken = set(pairs.values())
    for _, _, a, b in sorted(_rewritten(old, new, pairs, taken)):
        if old[a].id not in pairs and new[b].id not in taken:
            pairs[old[a].id] = new[b].id
            taken.add(new[b].id)
    return pairs


def _rewritten(
    old: Sequence[Claim], new: Sequence[Claim], pairs: dict[str, str], taken: set[str]
) -> Iterator[tuple[float, int, int, int]]:
    """(1 - similarity, distance in order, place in old, place in new) of those that may be one."""
    words = [(n, claim.text.lower().split()) for n, claim in enumerate(new) if claim.id not in taken]
    for a, claim in enumerate(old):
        if claim.id in pairs:
            continue
        # SequenceMatcher keeps what it knows of the second sequence.
        matcher = SequenceMatcher(None, b=claim.text.lower().split(), autojunk=False)
        for b, theirs in words:
            matcher.set_seq1(theirs)
            if matcher.real_quick_ratio() < _REWRITTEN or matcher.quick_ratio() < _REWRITTEN:
                continue
            if matcher.ratio() >= _REWRITTEN:
                yield 1 - matcher.ratio(), abs(a - b), a, b
