"""One form for what is told in several: passives, converses, verbs with their prepositions.

"X was voted down by Y", "Y voted against X" and "Y rejected X" are one proposition.
"""

from __future__ import annotations

from dataclasses import replace

from factcheck.lexicon import term
from factcheck.lexicon.converses import converses
from factcheck.propositions.model import AGENT, COMPLEMENT, PATIENT, Argument, Proposition

#: what another word for it says in the same roles
_ALIASES = {"reach": "arrive", "leav": "depart", "receiv": "accept", "head": "move"}
_PUBLISHING = frozenset(map(term, ("report", "post", "announce")))
_RESULTS = frozenset(map(term, ("profit", "loss", "losses")))
_NAMING = frozenset(map(term, ("name", "appoint", "elect", "choose", "nominate")))
#: predicate -> prepositions with the role of what stands after each, and the predicate told
_PREPOSITIONS: dict[str, tuple[tuple[str, str, str], ...]] = {
    "vote": (
        ("against", PATIENT, "reject"),
        ("for", PATIENT, "approve"),
        ("in favour of", PATIENT, "approve"),
    ),
    "sell": (("to", AGENT, "buy"),),
    "depart": (("from", PATIENT, "depart"), ("for", "to", "depart")),
    "arrive": (("in", PATIENT, "arrive"), ("at", PATIENT, "arrive")),
}
#: predicates that may be told by another, as converses may; and so may what a word tells that
#: begins like this
_TURNING = frozenset((*_ALIASES, *_PREPOSITIONS, *_PUBLISHING, *_NAMING, "pass", "hold", "happen", "defeat"))
DECLINING = "declin"


def may_become(predicate: str) -> set[str] | None:
    """The predicates that ``turned`` may tell it by, beside what its word tells and heads of phrases
    with an owner; None where any head of a phrase will do ("Y named X its head")."""
    if predicate not in _TURNING and predicate not in converses():
        return {predicate}
    told = {predicate, _ALIASES.get(predicate, predicate)}
    if "pass" in told:
        told.add("approve")
    told |= {row[-1] for one in sorted(told) for row in _PREPOSITIONS.get(one, ())}
    if told & _PUBLISHING:
        told |= _RESULTS
    if "hold" in told:
        told.add("happen")
    if "defeat" in told:
        told.add("lose")
    told |= {converses()[one].relation for one in sorted(told) if one in converses()}
    return None if told & _NAMING else told


def turned(p: Proposition) -> Proposition:
    """The same relation told from its usual end: "owned by", "a subsidiary of" -> own."""
    known = p.predicate in _TURNING or p.predicate in converses()
    if not known and not p.word.lower().startswith(DECLINING):
        return p
    p = _office(_happened(_result(_by_preposition(p))))
    if p.predicate == "defeat" and PATIENT in p.roles and AGENT not in p.roles:
        rest = {k: v for k, v in p.roles.items() if k != PATIENT}
        return p.with_roles("lose", rest | {AGENT: p.roles[PATIENT]})
    row = converses().get(p.predicate)
    if row is None or row.role not in p.roles or AGENT not in p.roles:
        return p
    near, far = p.roles[AGENT], p.roles[row.role]
    ends = {AGENT: far, PATIENT: near} if row.turned else {AGENT: near, PATIENT: far}
    rest = {k: v for k, v in p.roles.items() if k not in (AGENT, PATIENT, row.role)}
    return p.with_roles(row.relation, ends | rest)


def _by_preposition(p: Proposition) -> Proposition:
    """ "vote against" is to reject, "sell to" is "buy from", "leave for" is no "leave"."""
    if "of" not in p.roles and p.predicate in _ALIASES:  # "the head of Y" does not head anywhere
        p = replace(p, predicate=_ALIASES[p.predicate])
    if p.word.lower().startswith(DECLINING) and PATIENT in p.roles:
        p = replace(p, predicate="refuse")
    roles = p.roles
    if p.predicate == "pass" and "through" in roles and AGENT in roles and PATIENT not in roles:
        # "the bill passed through the senate": the senate approved it
        rest = {k: v for k, v in roles.items() if k not in (AGENT, "through")}
        return p.with_roles("approve", rest | {AGENT: roles["through"], PATIENT: roles[AGENT]})
    for preposition, role, told in _PREPOSITIONS.get(p.predicate, ()):
        if preposition in roles and (role == AGENT or role not in roles):
            roles = dict(roles)
            if role == AGENT and AGENT in roles:
                roles["from"] = roles.pop(AGENT)
            roles[role] = roles.pop(preposition)
            return p.with_roles(told, roles)
    return p


def _result(p: Proposition) -> Proposition:
    """ "Reported a loss of $5m": lost $5m."""
    what = p.roles.get(PATIENT)
    if p.predicate not in _PUBLISHING or what is None or what.head not in _RESULTS:
        return p
    sum_of = {PATIENT: p.roles["of"]} if "of" in p.roles else {}
    rest = {k: v for k, v in p.roles.items() if k not in (PATIENT, "of")}
    return _told_by(what, p).with_roles(what.head, rest | sum_of)


def _happened(p: Proposition) -> Proposition:
    """ "The meeting of X did not take place": X did not meet. What was held happened."""
    if p.predicate == "hold" and AGENT not in p.roles and PATIENT in p.roles:
        rest = {k: v for k, v in p.roles.items() if k != PATIENT}
        p = p.with_roles("happen", rest | {AGENT: p.roles[PATIENT]})
    event = p.roles.get(AGENT)
    if p.predicate != "happen" or event is None or event.owner is None or event.owner.pronoun:
        return p
    return _told_by(event, p).with_roles(event.head, {**p.roles, AGENT: event.owner})


def _told_by(noun: Argument, p: Proposition) -> Proposition:
    """A reader is shown the noun that tells the predicate."""
    return replace(p, word=noun.text, start=noun.start, end=noun.end)


def _office(p: Proposition) -> Proposition:
    """ "Y named X its head": X is head of Y."""
    complement = p.roles.get(COMPLEMENT) or p.roles.get("as")
    if p.predicate not in _NAMING or complement is None or PATIENT not in p.roles:
        return p
    owner = p.roles.get(AGENT)
    if complement.owner is not None and not complement.owner.pronoun:
        owner = complement.owner
    roles = {AGENT: p.roles[PATIENT]} | ({"of": owner} if owner is not None else {})
    return p.with_roles(complement.head, roles)
