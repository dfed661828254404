"""From what a walk has gathered to arguments and propositions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from factcheck.propositions import closed
from factcheck.propositions.model import AGENT, COMPLEMENT, PATIENT, Argument, Proposition
from factcheck.propositions.state import Open
from factcheck.propositions.tags import Word

_NO = frozenset(("no", "none", "neither"))
_NOBODY = frozenset(("nobody", "nothing"))


def closed_proposition(opened: Open, words: Sequence[Word]) -> Proposition:
    """The proposition of a verb with all its arguments; "X is the head of Y" is a relation."""
    token, roles = words[opened.group.head].token, opened.roles
    if opened.group.base == "die" and AGENT in roles:  # told as being killed, of whatever it was
        roles[PATIENT] = roles.pop(AGENT)
    nobody = any(a.quantifier in _NO or a.text.lower() in _NOBODY for a in roles.values())
    subject, complement = roles.get(AGENT), roles.get(COMPLEMENT)
    told = Proposition(opened.group.predicate, token.text, token.start, token.end, roles)
    if opened.group.base in closed.COPULAS and subject and complement and complement.owner:
        told = relation(subject, complement)
    return replace(told, negated=opened.negated ^ nobody, modality=opened.modality, main=opened.main)


def relation(name: Argument, noun: Argument) -> Proposition:
    """What a noun with "of" or an owner says of a name: "X is the head of Y"."""
    roles = {AGENT: name} | ({"of": noun.owner} if noun.owner is not None else {})
    return Proposition(noun.head, noun.text, noun.start, noun.end, roles)


def joined(one: Argument, other: Argument) -> Argument:
    """Two arguments that share a role: "A and B"."""
    words, names = one.words | other.words, one.names | other.names
    return replace(one, end=other.end, words=words, names=names, joined=True)
