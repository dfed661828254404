"""What changed between two reports of one story."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from factcheck.diff.pair import pair_claims
from factcheck.model import Claim, Comparison, Link
from factcheck.review.keys import folded, outlet_of

ChangeKind = Literal[
    "newly conflicting", "conflict resolved", "newly corroborated", "support lost", "new", "gone", "changed"
]
#: in the order of a report: what needs a look first
KINDS: tuple[ChangeKind, ...] = (
    "newly conflicting",
    "conflict resolved",
    "newly corroborated",
    "support lost",
    "changed",
    "new",
    "gone",
)


@dataclass(frozen=True, slots=True)
class Change:
    """One difference. ``before`` and ``after`` are the claim in the old and the new report,
    ``partner`` is the other claim of a conflict, from the report that has the conflict."""

    kind: ChangeKind
    before: Claim | None
    after: Claim | None
    partner: Claim | None = None
    why: str = ""


@dataclass(frozen=True, slots=True)
class StoryDiff:
    """All changes, by kind in the order of ``KINDS``, and outlets that came and went."""

    changes: tuple[Change, ...]
    sources_new: tuple[str, ...]
    sources_gone: tuple[str, ...]

    def of(self, kind: ChangeKind) -> tuple[Change, ...]:
        return tuple(change for change in self.changes if change.kind == kind)


def diff(old: Comparison, new: Comparison) -> StoryDiff:
    """How the story moved from the old to the new report.

    Dismissed conflicts count as none. A claim that is new is told as such, with its verdict,
    and not again as newly corroborated; a conflict is new unless the same two claims, as
    they were or rewritten, were in conflict before.
    """
    pairs = pair_claims(old, new)
    found = [
        *_conflicts(old, new, pairs),
        *_resolved(old, new, pairs),
        *_moved(old, new, pairs),
        *_changed(old, new, pairs),
    ]
    before, after = ([outlet_of(d) for d in c.sources] for c in (old, new))
    return StoryDiff(
        tuple(sorted(found, key=lambda change: KINDS.index(change.kind))),
        sources_new=tuple(o for o in dict.fromkeys(after) if o not in before),
        sources_gone=tuple(o for o in dict.fromkeys(before) if o not in after),
    )


def _open_conflicts(comparison: Comparison) -> dict[frozenset[str], Link]:
    return {
        frozenset(x.claims): x for x in comparison.links if x.relation == "conflicts" and not x.suppressed
    }


def _conflicts(old: Comparison, new: Comparison, pairs: Mapping[str, str]) -> list[Change]:
    before = {frozenset(pairs.get(c, "") for c in claims) for claims in _open_conflicts(old)}
    earlier = {b: a for a, b in pairs.items()}
    found = []
    for claims, link in _open_conflicts(new).items():
        if claims not in before:
            a, b = map(new.claim, link.claims)
            was = old.claim(earlier[a.id]) if a.id in earlier else None
            found.append(Change("newly conflicting", was, a, b, link.why))
    return found


def _resolved(old: Comparison, new: Comparison, pairs: Mapping[str, str]) -> list[Change]:
    now = _open_conflicts(new)
    links = {frozenset(x.claims): x for x in new.links}
    found = []
    for link in _open_conflicts(old).values():
        kept = frozenset(pairs.get(c, "") for c in link.claims)
        if kept not in now:
            a, b = map(old.claim, link.claims)
            after = new.claim(pairs[a.id]) if a.id in pairs else None
            found.append(Change("conflict resolved", a, after, b, _end(kept, links.get(kept))))
    return found


def _end(kept: frozenset[str], link: Link | None) -> str:
    """What became of a conflict."""
    if "" in kept:
        return "a claim of it is gone"
    if link is None:
        return "the claims are no longer linked"
    return "dismissed by a reader" if link.suppressed else f"now agreed: {link.why}"


def _moved(old: Comparison, new: Comparison, pairs: Mapping[str, str]) -> list[Change]:
    """Claims that won or lost the support of another source."""
    found = []
    for a, b in ((old.claim(x), new.claim(y)) for x, y in pairs.items()):
        if a.verdict != "corroborated" and b.verdict == "corroborated":
            found.append(Change("newly corroborated", a, b, why=f"was {a.verdict}"))
        if a.verdict == "corroborated" and b.verdict == "single-source":
            found.append(Change("support lost", a, b, why="was corroborated"))
    return found


def _changed(old: Comparison, new: Comparison, pairs: Mapping[str, str]) -> list[Change]:
    kept = set(pairs.values())
    found = [
        Change("changed", a, b, why=_now(a, b))
        for a, b in ((old.claim(x), new.claim(y)) for x, y in pairs.items())
        if folded(a.text) != folded(b.text)
    ]
    found += [Change("new", None, c, why=str(c.verdict)) for c in new.claims if c.id not in kept]
    found += [Change("gone", c, None, why=f"was {c.verdict}") for c in old.claims if c.id not in pairs]
    return found


def _now(a: Claim, b: Claim) -> str:
    return f"still {b.verdict}" if a.verdict == b.verdict else f"was {a.verdict}, is {b.verdict}"
