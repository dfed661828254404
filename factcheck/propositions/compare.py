"""Arguments of two propositions set against each other."""

from __future__ import annotations

from factcheck.facts.naming.spelling import same_word
from factcheck.lexicon import opposite, parallel
from factcheck.propositions.model import AGENT, PATIENT, Argument, Proposition

#: these open what is told of beside something else
_ELSE = frozenset(("another", "other"))


def agreement(x: Argument, y: Argument) -> int:
    """1 if two arguments are one thing, -1 if they are two, 0 if nothing tells."""
    if x.pronoun and y.pronoun and x.head == y.head:
        return 1
    if x.pronoun or y.pronoun or x.head.startswith("<") or y.head.startswith("<"):
        return 0
    if _ELSE & {x.quantifier, y.quantifier}:
        return 0
    if x.names and y.names:
        return _same_names(x, y)
    if x.head == y.head:
        return -1 if _sides(x, y) or _other_makes(x, y) else 0 if _other_owners(x, y) else 1
    if _other_owners(x, y):
        return 0
    if x.head in y.words or y.head in x.words:
        return 1
    return 0


def _same_names(x: Argument, y: Argument) -> int:
    if x.names & y.names or any(same_word(p, q) for p in x.names for q in y.names):
        return 1
    if x.words & y.names or y.words & x.names:
        return 0
    alike = x.kind == y.kind or "name" in (x.kind, y.kind) or {x.kind, y.kind} == {"person", "org"}
    return -1 if alike else 0


def _other_makes(x: Argument, y: Argument) -> bool:
    """ "the International Space Station" and "the Mir space station"."""
    return bool(x.names or y.names) and _other_owners(x, y)


def _other_owners(x: Argument, y: Argument) -> bool:
    """ "the Tokyo open" and "the Madrid open"."""
    return bool(x.proper and y.proper) and not x.proper & y.words and not y.proper & x.words


def _sides(x: Argument, y: Argument) -> bool:
    """ "the western tip" and "the eastern tip"."""
    return any(
        parallel(p, q) or opposite(p, q) for p in sorted(x.words - y.words) for q in sorted(y.words - x.words)
    )


def matched(p: Proposition, q: Proposition) -> tuple[list[str], list[str]]:
    """The roles in which two propositions agree, and those in which they clash."""
    same, other = [], []
    for role in p.roles:
        if role in q.roles:
            found = agreement(p.roles[role], q.roles[role])
            if found > 0:
                same.append(role)
            elif found < 0:
                other.append(role)
    if _one_ended(p, q) or _one_ended(q, p):
        same.append(PATIENT)
    return same, other


def _one_ended(p: Proposition, q: Proposition) -> bool:
    """ "The office closed" and "the office was closed"."""
    if PATIENT in p.roles or AGENT in q.roles or AGENT not in p.roles or PATIENT not in q.roles:
        return False
    return agreement(p.roles[AGENT], q.roles[PATIENT]) > 0
