"""Negation and denial: the cue, and the predicate it bears on.

Two passages agree when they negate the same predicate. A negated predicate against a
plain statement is a conflict only the judge can see; it asks
:func:`negated_predicates`.

>>> from factcheck.facts.passage import read_passage
>>> from factcheck.facts.tokens import read_words
>>> def polarity(text): return find(read_passage(text), [])[0]
>>> quiet = polarity("The bridge was not damaged.")
>>> quiet.text, quiet.value, quiet.role, quiet.of
('not', 'negated', 'damag', 'bridge')
>>> compare(quiet, polarity("Engineers said the storm didn't damage the bridge.")).relation
'equal'
>>> sorted(negated_predicates(read_words("The army denied shelling the port.")))
['shell']
>>> sorted(negated_predicates(read_words("The army shelled the port.")))
[]
"""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.facts.negation.scope import CUE, find_scopes
from factcheck.facts.passage import Passage, is_open
from factcheck.facts.tokens import Word
from factcheck.lexicon import concept, concept_of_stem, stemmer
from factcheck.model import Fact, Relation

TRAITS = CUE


def find(passage: Passage, taken: Sequence[Fact]) -> list[Fact]:
    """One fact a cue; ``role`` is the stem of its predicate, ``of`` the head of its object."""
    tokens, stem = passage.tokens, None
    found: list[Fact] = []
    for scope in find_scopes(tokens):
        start, end = passage.span(scope.first, scope.last)
        if not is_open(taken, start, end):
            continue
        stem = stem or stemmer()
        of = None if scope.object is None else tokens[scope.object].lower
        role = stem(tokens[scope.predicates[0]].lower)
        found.append(Fact("polarity", start, end, passage.text[start:end], scope.value, of=of, role=role))
    return found


def negated_predicates(tokens: Sequence[Word]) -> frozenset[str]:
    """Stems of all predicates that are negated or denied in the tokens of a passage."""
    scopes = find_scopes(tokens)
    if not scopes:
        return frozenset()
    stem = stemmer()
    return frozenset(stem(tokens[i].lower) for scope in scopes for i in scope.predicates)


def _same_object(a: str, b: str) -> bool:
    stem = stemmer()
    return stem(a) == stem(b) or (concept(a) or a) == (concept(b) or b)


def compare(a: Fact, b: Fact) -> Relation | None:
    """ "equal" where both negate or deny one predicate of one thing, else None."""
    if not a.role or not b.role:
        return None
    same_role = a.role == b.role or (concept_of_stem(a.role) or a.role) == concept_of_stem(b.role)
    if not same_role or (a.of and b.of and not _same_object(a.of, b.of)):
        return None
    shared = a.value if a.value == b.value else "negated"
    return Relation("equal", f"both {shared}: “{a.text}” and “{b.text}” with “{a.role}”")
