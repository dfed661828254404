"""A small comparison with every kind of pair, and judges that answer as they are told."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from factcheck.judge import link_id
from factcheck.judge.verdicts import with_verdicts
from factcheck.judges.opinion import Opinion, Question, folded
from factcheck.model import (
    Candidate,
    Claim,
    Comparison,
    Document,
    Fact,
    FactPair,
    FactRelation,
    Link,
    LinkRelation,
)  # fmt: skip

#: sentences that face each other: the bridge is a near miss, the toll a conflict, the
#: cost and the rescue are links, the last is word for word the same
LEFT = (
    "The old bridge gave way on Monday.",
    "The flood killed 12 people.",
    "Repairs will cost 3 million.",
    "Rescue crews saved\ntwo dogs.",
    "Schools stay shut.",
)
RIGHT = (
    "The crossing collapsed at the start of the week.",
    "The flood killed 15 people.",
    "Repairs will cost about 3 million.",
    "Nobody saved the two dogs.",
    "Schools stay shut.",
)
BRIDGE, TOLL, COST, RESCUE, SCHOOLS = range(5)
#: the passages as a judge gets them
TEXTS = [folded(text) for text in (*LEFT, *RIGHT)]


def story(origin: str | None = None) -> Comparison:
    """The two sources compared as the rules would; ``origin`` makes the second a reprint of the first."""
    left, right = _claims("a", LEFT), _claims("b", RIGHT)
    toll = (_pair(left[TOLL], right[TOLL], "12", "15", "conflict"),)
    cost = (_pair(left[COST], right[COST], "3 million", "about 3 million", "compatible"),)
    links: tuple[Link, ...] = (
        _link(left[TOLL], right[TOLL], "conflicts", toll),
        _link(left[COST], right[COST], "corroborates", cost),
        _link(left[RESCUE], right[RESCUE], "corroborates", ()),
        _link(left[SCHOOLS], right[SCHOOLS], "corroborates", ()),
    )
    if origin:
        links = tuple(replace(link, independent=False) for link in links)
    near = Candidate((left[BRIDGE].id, right[BRIDGE].id), 0.05, 0.2, (), "confidence 0.20 is below 0.25")
    documents = (
        Document("a", "\n".join(LEFT), "a.txt", origin="a"),
        Document("b", "\n".join(RIGHT), "b.txt", origin=origin or "b"),
    )
    return Comparison(documents, tuple(with_verdicts([*left, *right], links)), links, (near,), ())


def outcome(comparison: Comparison, place: int) -> Link | Candidate:
    """What became of the pair of sentences at that place."""
    wanted = {f"a{place}", f"b{place}"}
    pairs: list[Link | Candidate] = [*comparison.links, *comparison.compared]
    return next(p for p in pairs if set(p.claims) == wanted)


def turned(comparison: Comparison) -> Comparison:
    """The same comparison with the sources given the other way round."""
    return replace(
        comparison,
        sources=comparison.sources[::-1],
        claims=tuple(sorted(comparison.claims, key=lambda c: (c.source != "b", c.start))),
        links=tuple(replace(p, claims=p.claims[::-1], facts=_swap(p.facts)) for p in comparison.links),
        compared=tuple(replace(p, claims=p.claims[::-1], facts=_swap(p.facts)) for p in comparison.compared),
    )


def _swap(facts: tuple[FactPair, ...]) -> tuple[FactPair, ...]:
    return tuple(replace(p, a=p.b, b=p.a) for p in facts)


def _claims(source: str, sentences: tuple[str, ...]) -> list[Claim]:
    found, at = [], 0
    for n, text in enumerate(sentences):
        end = at + len(text)
        found.append(Claim(f"{source}{n}", source, at, end, text, ((at, end),), _facts(text, at)))
        at = end + 1
    return found


def _facts(text: str, at: int) -> tuple[Fact, ...]:
    wanted = ("12", "15", "about 3 million", "3 million")
    found = next((w for w in wanted if w in text), None)
    if found is None:
        return ()
    start = at + text.index(found)
    value = int(found.split()[-2]) * 1_000_000 if "million" in found else int(found)
    return (Fact("count", start, start + len(found), found, value, of="people"),)


def _pair(a: Claim, b: Claim, x: str, y: str, relation: FactRelation) -> FactPair:
    assert (a.facts[0].text, b.facts[0].text) == (x, y)
    return FactPair("count", a.facts[0], b.facts[0], relation, f"{x} against {y}")


def _link(a: Claim, b: Claim, relation: LinkRelation, facts: tuple[FactPair, ...]) -> Link:
    ids = (a.id, b.id)
    return Link(link_id(ids), ids, 0.4, relation, 0.6, facts, "the rules say so")


@dataclass
class ToldJudge:
    """Answers by a function of the question, and remembers what it was asked."""

    answer: Callable[[Question], Opinion]
    name: str = "told"
    identity: str = "told 1"

    def __post_init__(self) -> None:
        self.asked: list[Question] = []

    def ask(self, question: Question) -> Opinion:
        self.asked.append(question)
        return self.answer(question)
