"""Persons: the full name as the document gives it, and the office named beside it.

Two articles agree on a name in any spelling, and disagree only where both give one
office that one person holds, of one body:

>>> from factcheck.facts.passage import read_passage
>>> def person(text): return find(read_passage(text), [])[0]
>>> harbour = person("The mayor of Lisbon, Carlos Pinto, opened the fair.")
>>> harbour.value, harbour.of
('Carlos Pinto', 'mayor of lisbon')
>>> compare(harbour, person("Lisbon mayor Carlos Pinto opened it.")).relation
'equal'
>>> compare(harbour, person("Lisbon mayor Rui Mendes opened it.")).relation
'conflict'
"""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.facts.naming.spelling import name_words, same_person, same_word
from factcheck.facts.passage import WITH_NAMES, Passage, free_names
from factcheck.lexicon.people import UNIQUE_TITLES
from factcheck.model import Fact, Relation

TRAITS = WITH_NAMES


def find(passage: Passage, taken: Sequence[Fact]) -> list[Fact]:
    """Persons named in the passage; ``value`` is the full name, ``of`` the office or None."""
    return [
        Fact("person", n.start, n.end, n.text, value=passage.aliases.get(n.text, n.value), of=n.office)
        for n in free_names(passage.names, "person", taken)
    ]


def _held_by_one(office: str) -> bool:
    return any(office.startswith(f"{title} of ") for title in UNIQUE_TITLES)


def compare(a: Fact, b: Fact) -> Relation | None:
    """ "equal" for one person, "conflict" for two in one office, else None."""
    x, y = str(a.value), str(b.value)
    if same_person(x, y):
        if x == y:
            return Relation("equal", f"both name {x}")
        return Relation("equal", f"“{a.text}” and “{b.text}” are the same name")
    if a.of is None or a.of != b.of or not _held_by_one(a.of):
        return None
    if same_word(name_words(x)[-1], name_words(y)[-1]):
        return None  # one family, or a given name misspelt
    return Relation("conflict", f"{a.of}: “{a.text}” against “{b.text}”")
