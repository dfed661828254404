"""The figure an article stands by for each thing it counts or measures.

The second route to a link: two sentences may share hardly a word and yet give the toll
of one event. Where each article gives just one figure of a thing, the two figures are
about the same thing, if the articles are about one event.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations, product

from factcheck.facts import compare_facts
from factcheck.judge.guards import Signs
from factcheck.judge.things import content, is_anybody, is_deal
from factcheck.model import Article, Claim, Fact

#: What is counted or measured: its kind, what happened to it, and its words.
Thing = tuple[str, ...]
#: A fact by its claim's id and its offset.
Place = tuple[str, int]

#: quantities that an event has one of
_MARKS = frozenset((("magnitud",), ("depth",)))


def thing(fact: Fact) -> Thing | None:
    """What a figure is about, where its words tell it apart from other things."""
    if fact.kind == "count":
        if fact.role is not None:
            return ("count", fact.role, *(() if is_anybody(fact.of) else content(str(fact.of))))
        if fact.of is None or is_anybody(fact.of):
            return None
        return ("count", "", *content(fact.of))
    if fact.kind == "money":
        return ("money", "deal") if is_deal(fact) else None
    if fact.kind == "measure" and fact.of is not None and content(fact.of) in _MARKS:
        return ("measure", *content(fact.of))
    return None


def standing(articles: Sequence[Article], signs: Mapping[str, Signs]) -> dict[Place, Thing]:
    """The facts that are their article's only figure of a thing, with the thing.

    The same figure told several times, or told exactly once and roughly elsewhere, is one
    figure. Claims that look back at an earlier event do not count.
    """
    found: dict[Place, Thing] = {}
    for article in articles:
        told: dict[Thing, list[tuple[Claim, Fact]]] = {}
        for claim, fact in _present(article.claims, signs):
            key = thing(fact)
            if key is not None:
                told.setdefault(key, []).append((claim, fact))
        for key, facts in told.items():
            if all(_agree(x, y) for (_, x), (_, y) in combinations(facts, 2)):
                found.update(((claim.id, fact.start), key) for claim, fact in facts)
    return found


def _present(claims: Iterable[Claim], signs: Mapping[str, Signs]) -> Iterator[tuple[Claim, Fact]]:
    for claim in claims:
        if not signs[claim.id].earlier:
            for fact in claim.facts:
                yield claim, fact


def _agree(a: Fact, b: Fact) -> bool:
    relation = compare_facts(a, b)
    return relation is not None and relation.relation != "conflict"


def pairs_of_things(
    articles: Sequence[Article], things: Mapping[Place, Thing]
) -> set[tuple[str, str]]:
    """Ids of claims of different sources that give their article's figure of one thing."""
    claims: dict[Thing, dict[str, list[str]]] = {}
    for article in articles:
        for claim in article.claims:
            for fact in claim.facts:
                key = things.get((claim.id, fact.start))
                if key is not None:
                    claims.setdefault(key, {}).setdefault(article.document.id, []).append(claim.id)
    return {
        pair
        for by_source in claims.values()
        for left, right in combinations(by_source.values(), 2)
        for pair in product(left, right)
    }
