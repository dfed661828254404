"""What a claim says, cut into predicates and their arguments."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Literal, NamedTuple

#: How far what is told has come. Only "done" is a plain statement.
Modality = Literal["done", "planned", "possible", "attempted"]

AGENT, PATIENT = "agent", "patient"
#: role of what a copula says of its subject, and of a second object ("named him captain")
COMPLEMENT = "is"


class Argument(NamedTuple):
    """A noun phrase: ``words`` are the terms of its content with "of" phrases, ``names``
    those of the name it stands for, ``kind`` the kind of that name; ``proper`` are all its
    capitalised words, of names that only qualify it too.

    ``start`` and ``end`` are offsets in the claim's text. ``joined`` is true for one of
    several ("A and B"), ``quantifier`` a word such as "all" or "no" that opens it.
    """

    start: int
    end: int
    text: str
    head: str
    words: frozenset[str]
    names: frozenset[str] = frozenset()
    proper: frozenset[str] = frozenset()
    kind: str | None = None
    definite: bool = False
    quantifier: str | None = None
    joined: bool = False
    pronoun: bool = False
    owner: Argument | None = None  # "X's" before it, or "of X" after it


@dataclass(frozen=True, slots=True)
class Proposition:
    """``predicate`` is a term; ``roles`` maps agent, patient and prepositions to arguments,
    with passives turned to actives. ``word`` is the predicate as written."""

    predicate: str
    word: str
    start: int
    end: int
    roles: dict[str, Argument] = field(default_factory=dict, hash=False)
    negated: bool = False
    modality: Modality = "done"
    main: bool = True  # told by the sentence itself, not only in a phrase or subordinate clause

    def with_roles(self, predicate: str, roles: dict[str, Argument]) -> Proposition:
        return replace(self, predicate=predicate, roles=roles)
