"""From what a walk has gathered to arguments and propositions."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.propositions import closed
from factcheck.propositions.model import AGENT, COMPLEMENT, PATIENT, Argument, Proposition
from factcheck.propositions.state import Open
from factcheck.propositions.words import Word

_NO = frozenset(("no", "none", "neither"))
_NOBODY = frozenset(("nobody", "nothing"))


def closed_proposition(opened: Open, words: Sequence[Word]) -> Proposition:
    """The proposition of a verb with all its arguments; "X is the head of Y" is a relation."""
    token, roles = words[opened.group.head].token, opened.roles
    if opened.group.base == "die" and AGENT in roles:  # told as being killed, of whatever it was
        roles[PATIENT] = roles.pop(AGENT)
    nobody = any(a.quantifier in _NO or a.text.lower() in _NOBODY for a in roles.values())
    subject, complement = roles.get(AGENT), roles.get(COMPLEMENT)
    predicate, word = opened.group.predicate, (token.text, token.start, token.end)
    if subject and complement and complement.owner and opened.group.base in closed.COPULAS:
        told = relation(subject, complement)
        predicate, word, roles = told.predicate, (told.word, told.start, told.end), told.roles
    return Proposition(predicate, *word, roles, opened.negated ^ nobody, opened.modality, opened.main)


def relation(name: Argument, noun: Argument) -> Proposition:
    """What a noun with "of" or an owner says of a name: "X is the head of Y"."""
    roles = {AGENT: name} | ({"of": noun.owner} if noun.owner is not None else {})
    return Proposition(noun.head, noun.text, noun.start, noun.end, roles)


def joined(one: Argument, other: Argument) -> Argument:
    """Two arguments that share a role: "A and B"."""
    words, names = one.words | other.words, one.names | other.names
    return one._replace(end=other.end, words=words, names=names, joined=True)
