"""The facts side by side: a row for each fact that sources share, a column for each source."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from factcheck.judge.words import about
from factcheck.model import NAMES, Claim, Comparison, Fact, FactKind, FactPair, FactRelation, Link, Verdict

#: worst first: what a row says is the worst of its pairs
_WORST: tuple[FactRelation, ...] = ("conflict", "update", "part", "attributed", "compatible", "equal")
_VERDICTS: dict[FactRelation, Verdict] = {"conflict": "conflicting", "update": "conflicting"}
_Key = tuple[str, FactKind, int, int]  # claim id, kind, start, end


@dataclass(frozen=True, slots=True)
class Value:
    """What a source gives, and the first claim that gives it."""

    text: str
    claim: str


@dataclass(frozen=True, slots=True)
class MatrixRow:
    """One fact; ``cells`` has a tuple of different values for each source, in their order."""

    kind: FactKind
    label: str
    relation: FactRelation
    verdict: Verdict
    cells: tuple[tuple[Value, ...], ...]

    @property
    def differs(self) -> bool:
        return self.verdict == "conflicting"


def fact_matrix(comparison: Comparison, links: Sequence[Link]) -> list[MatrixRow]:
    """Groups of facts that the links compare, differences first, then figures, then names.

    Dismissed links group nothing; whatever a chain of pairs connects is one group.
    """
    pairs = [(link, pair) for link in links if not link.suppressed for pair in link.facts]
    groups = _groups((_key(link.claims[0], p.a), _key(link.claims[1], p.b)) for link, p in pairs)
    of_group: dict[_Key, list[tuple[Link, FactPair]]] = {}
    for link, pair in pairs:
        of_group.setdefault(groups[_key(link.claims[0], pair.a)], []).append((link, pair))
    order = {claim.id: place for place, claim in enumerate(comparison.claims)}
    rows = [_row(comparison, order, members) for members in of_group.values()]
    return sorted(rows, key=lambda row: (_WORST.index(row.relation) if row.differs else 9, row.kind in NAMES))


def _key(claim_id: str, fact: Fact) -> _Key:
    return claim_id, fact.kind, fact.start, fact.end


def _groups(pairs: Iterable[tuple[_Key, _Key]]) -> dict[_Key, _Key]:
    """Every fact -> the one that stands for its group: union-find with path halving (Tarjan)."""
    parent: dict[_Key, _Key] = {}

    def find(key: _Key) -> _Key:
        parent.setdefault(key, key)
        while parent[key] != key:
            parent[key] = key = parent[parent[key]]
        return key

    for a, b in pairs:
        first, second = sorted((find(a), find(b)))
        parent[second] = first
    return {key: find(key) for key in parent}


def _row(
    comparison: Comparison, order: dict[str, int], members: Sequence[tuple[Link, FactPair]]
) -> MatrixRow:
    facts = {
        _key(claim_id, fact): (comparison.claim(claim_id), fact)
        for link, pair in members
        for claim_id, fact in zip(link.claims, (pair.a, pair.b), strict=True)
    }
    reading = sorted(facts.values(), key=lambda found: (order[found[0].id], found[1].start))
    cells = tuple(
        _values(found for found in reading if found[0].source == document.id)
        for document in comparison.sources
    )
    worst = min((pair for _, pair in members), key=lambda pair: _WORST.index(pair.relation))
    verdict: Verdict = _VERDICTS.get(worst.relation, "corroborated")
    return MatrixRow(worst.kind, about(worst), worst.relation, verdict, cells)


def _values(found: Iterable[tuple[Claim, Fact]]) -> tuple[Value, ...]:
    """Different wordings once each, where they stand first."""
    first: dict[str, Value] = {}
    for claim, fact in found:
        text = " ".join(fact.text.split())
        first.setdefault(text.lower(), Value(text, claim.id))
    return tuple(first.values())
