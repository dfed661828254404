"""Typed facts: one module per kind, each with ``find``, ``compare`` and the ``TRAITS`` (see
`tokens.trait`) of which a passage must have one for ``find`` to look at it.

``KINDS`` is the whole table. Order matters to ``find``: a token range that one kind
has taken (the 10 of "10 days") is not offered to the next.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from operator import attrgetter
from types import ModuleType

from factcheck.facts import (
    age,
    count,
    date,
    duration,
    measure,
    money,
    ordinal,
    org,
    percent,
    person,
    place,
    polarity,
    time,
)  # fmt: skip
from factcheck.facts.passage import Passage, read_passage
from factcheck.model import Fact, Relation

KINDS: dict[str, ModuleType] = {
    "date": date,
    "time": time,
    "age": age,
    "money": money,
    "percent": percent,
    "duration": duration,
    "measure": measure,
    "ordinal": ordinal,
    "count": count,
    "person": person,
    "org": org,
    "place": place,
    "polarity": polarity,
}
_ORDER = attrgetter("start", "end", "kind")


def find_facts(passage: Passage) -> list[Fact]:
    """All facts of a passage in order of their position; none overlap within the numeric kinds."""
    return find_all([passage])[0]


def find_all(passages: Sequence[Passage]) -> list[list[Fact]]:
    """`find_facts` of many passages, kind by kind: the code of one kind stays in the processor's cache."""
    found: list[list[Fact]] = [[] for _ in passages]
    pairs = [(passage.traits, passage, facts) for passage, facts in zip(passages, found, strict=True)]
    for module in KINDS.values():
        find, telling = module.find, module.TRAITS
        for traits, passage, facts in pairs:
            if traits & telling:
                facts += find(passage, facts)
    for facts in found:
        facts.sort(key=_ORDER)
    return found


def compare_facts(a: Fact, b: Fact) -> Relation | None:
    """How the values of two facts of one kind relate; None where they cannot be compared."""
    if a.kind != b.kind:
        return None
    relation: Relation | None = KINDS[a.kind].compare(a, b)
    return relation


def extract_facts(
    text: str, published: str | dt.date | None = None, aliases: Mapping[str, str] | None = None
) -> list[Fact]:
    """The facts of a short text; ``published`` (ISO date) resolves dates such as "Thursday"."""
    day = dt.date.fromisoformat(published) if isinstance(published, str) else published
    return find_facts(read_passage(text, published=day, aliases=aliases))
