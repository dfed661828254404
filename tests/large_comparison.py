"""A comparison of any size, made without comparing: for tests and benchmarks of renderers."""

from __future__ import annotations

from itertools import pairwise

from factcheck.judge.verdicts import with_verdicts
from factcheck.model import Claim, Comparison, Document, Fact, FactPair, Link

_SENTENCE = "The council said {number} houses in the district of Halmar {block} were without power."


def large_comparison(claims: int, sources: int) -> Comparison:
    """``claims`` in all, spread over ``sources``; those of one row are linked with the next
    source's, and every seventh row differs in its figure."""
    texts: dict[int, list[str]] = {s: [] for s in range(sources)}
    made: list[Claim] = []
    rows: dict[int, list[Claim]] = {}
    for number in range(claims):
        source, row = number % sources, number // sources
        houses = str(100 + row + (source if row % 7 == 0 else 0))
        text = _SENTENCE.format(number=houses, block=row)
        start = sum(len(t) + 2 for t in texts[source])
        at = start + text.index(houses)
        fact = Fact(
            "count", at, at + len(houses), houses, int(houses), of="houses", low=int(houses), high=int(houses)
        )
        texts[source].append(text)
        claim = Claim(
            f"{number:08x}",
            f"source-{source}",
            start,
            start + len(text),
            text,
            ((start, start + len(text)),),
            (fact,),
        )
        made.append(claim)
        rows.setdefault(row, []).append(claim)
    links = [_link(a, b) for row in rows.values() for a, b in pairwise(row)]
    documents = tuple(
        Document(f"source-{s}", "\n\n".join(t), f"source-{s}.txt", title=f"Power cut, report {s}")
        for s, t in texts.items()
    )
    ordered = sorted(made, key=lambda c: (c.source, c.start))
    return Comparison(documents, tuple(with_verdicts(ordered, links)), tuple(links), (), ())


def _link(a: Claim, b: Claim) -> Link:
    same = a.facts[0].value == b.facts[0].value
    why = f"count (houses): {a.facts[0].text} against {b.facts[0].text}"
    pair = FactPair("count", a.facts[0], b.facts[0], "equal" if same else "conflict", why)
    return Link(
        f"{a.id}{b.id}", (a.id, b.id), 0.9, "corroborates" if same else "conflicts", 0.9, (pair,), why
    )
