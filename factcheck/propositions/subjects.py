"""Whose predicate a verb group is: the subject before it, one that is shared, taken or unwritten."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.propositions import closed
from factcheck.propositions.groups import Group
from factcheck.propositions.model import AGENT, PATIENT, Argument
from factcheck.propositions.state import Clause, Open, opens_clause
from factcheck.propositions.words import BREAK, DETERMINER, INFINITIVE, NOUN, PRONOUN, Word


def subject_of(clause: Clause, words: Sequence[Word], group: Group) -> Argument | None:
    """The grammatical subject of a verb group that is no reduced relative."""
    if not group.finite:
        return _unwritten(clause, words, group)
    if clause.relative is not None:
        return clause.inner or clause.relative
    if clause.awaiting and clause.subject is not None:
        return clause.subject
    shared = clause.current.subject if clause.current is not None else None
    taken = None if clause.joining else _taken(clause)
    return taken or shared or clause.subject


def is_reduced(clause: Clause, words: Sequence[Word], group: Group) -> bool:
    """ "The man arrested on Friday was freed": a participle, since a finite verb follows."""
    if not group.bare or clause.relative is not None or clause.joining:
        return False
    form = words[group.head].form
    if form is None or not form.participle or clause.last is None or clause.last.pronoun:
        return False
    says = group.base in closed.CLAUSE_VERBS
    if clause.comma and not says and (not clause.awaiting or clause.commas % 2):
        return True  # "The family, exiled for years, ..."
    after = words[group.end].lower if group.end < len(words) else ""
    complete = not clause.awaiting and clause.current is not None and not clause.current.says
    if after == "by" or complete:
        return True
    return not says and opens_clause(words, group.end)


def joins_passive(clause: Clause, words: Sequence[Word], group: Group) -> bool:
    """ "Was arrested and jailed"; in "was offered and took the post" an object makes it active."""
    if not clause.joining or clause.current is None or not clause.current.group.passive or not group.bare:
        return False
    after = words[group.end].tag if group.end < len(words) else BREAK
    return after not in (DETERMINER, NOUN, PRONOUN)


def host_of(clause: Clause) -> Open | None:
    """The verb that a gerund or an infinitive hangs on: after a comma that of the clause."""
    return clause.finite if clause.comma and clause.finite is not None else clause.current


def _unwritten(clause: Clause, words: Sequence[Word], group: Group) -> Argument | None:
    """Who does what a gerund or an infinitive tells: "asked X to go", "went to see", ", killing Y"."""
    host = host_of(clause)
    if host is None:
        return clause.subject
    infinitive = words[group.head - 1].tag is INFINITIVE
    if infinitive and host.group.base in closed.MAKING_DO and PATIENT in host.roles:
        return host.roles[PATIENT]
    return host.roles.get(AGENT) or host.roles.get(PATIENT)


def _taken(clause: Clause) -> Argument | None:
    """ "Said the man was": what looked like an object is the subject of the next verb."""
    if clause.current is None:
        return clause.last
    if not clause.current.group.finite and clause.finite is not None and clause.finite.says:
        clause.current, clause.role = clause.finite, PATIENT  # "said talks to end the strike were held"
    taken = clause.current.roles.pop(clause.role, None) if clause.role is not None else None
    if taken is not None:
        clause.denied, clause.conditional = clause.current.denies, clause.current.doubts
        clause.subject = taken
    return taken
