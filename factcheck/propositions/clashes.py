"""Propositions that exclude each other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import product
from typing import Literal

from factcheck.lexicon import opposite, parallel, term
from factcheck.lexicon.converses import mutual, one_doer, one_place
from factcheck.lexicon.people import UNIQUE_TITLES
from factcheck.propositions.compare import agreement, matched
from factcheck.propositions.model import AGENT, COMPLEMENT, PATIENT, Argument, Proposition

#: predicates that say too little to compare their arguments
GENERAL = frozenset(
    ("be", "have", "do", "say", "make", "get", "take", "go", "come", "give", "know", "see", "put")
)
#: prepositions that exclude each other before one thing
_FACING = (
    ("for", "against"), ("before", "after"), ("above", "below"), ("inside", "outside"), ("from", "to"),
    ("with", "without"), ("to", PATIENT),
)  # fmt: skip
_HAVING = frozenset(("have", "hold"))
_PLACES = ("in", "at", "on", "near", "off", "with", "to")
_WHOLE = frozenset(("all", "both", "every", "each", "none", "no", "neither"))
_EXCLUSIVE = frozenset(
    (x, y)
    for one, other in (
        ("all", "only"),
        ("both", "only"),
        ("every", "only"),
        ("most", "only"),
        ("most", "few"),
    )
    for x, y in ((one, other), (other, one))
)
_PARTIAL = frozenset(("some", "several", "few", "many", "most", "one"))
Kind = Literal["swapped", "other", "opposite", "negated"]


@dataclass(frozen=True, slots=True)
class Clash:
    """Two propositions that exclude each other: ``a`` and ``b`` are (start, end) in the claims'
    texts of what differs, ``name`` the kind of name if it is one; ``ignored`` are the terms
    that the difference is made of, ``denied`` the side that denies what the other states."""

    kind: Kind
    a: tuple[int, int]
    b: tuple[int, int]
    name: str | None
    ignored: frozenset[str]
    denied: Literal["a", "b"] | None = None


def clashes(left: Sequence[Proposition], right: Sequence[Proposition]) -> Iterator[Clash]:
    """Every way in which a proposition of one claim excludes one of the other."""
    here, there = ({(p.predicate, p.negated) for p in side} for side in (left, right))
    for p, q in product(left, right):
        if p.modality == "possible" or q.modality == "possible":
            continue
        told, other = (p.predicate, p.negated), (q.predicate, q.negated)
        if told != other and other in here and told in there:
            continue  # both tell of both: one thing rose and another fell
        found = _clash(p, q)
        if found is not None:
            yield found


def _clash(p: Proposition, q: Proposition) -> Clash | None:
    if p.predicate == q.predicate or {p.predicate, q.predicate} == _HAVING:
        same, other = matched(p, q)
        if p.negated != q.negated:
            return _negation(p, q, same, other)
        return (
            None
            if p.negated
            else _swapped(p, q) or _facing(p, q, same) or _sided(p, q, same) or _other(p, q, same, other)
        )
    if {p.predicate, q.predicate} == {"defeat", "win"}:
        return _beaten(p, q)
    if opposite(p.predicate, q.predicate):
        same, other = matched(p, q)
        if parallel(p.predicate, q.predicate) and PATIENT not in same:
            return None  # the ferry leaves one port and arrives in another
        told_alike = (p.main == q.main or PATIENT in same) and _nothing_else(p, q, same)
        if not other and _core(p, q, same) and p.negated == q.negated and told_alike:
            return _whole("opposite", p, q)
    return None


def _negation(p: Proposition, q: Proposition, same: list[str], other: list[str]) -> Clash | None:
    if other or not _core(p, q, same) or p.modality != q.modality:
        return None
    if p.predicate in GENERAL and set(same) <= {AGENT}:
        return None
    return _whole("negated", p, q)


def _beaten(p: Proposition, q: Proposition) -> Clash | None:
    """ "B won" when A beat B."""
    beaten, won = (p, q) if p.predicate == "defeat" else (q, p)
    if beaten.negated or won.negated or PATIENT not in beaten.roles or AGENT not in won.roles:
        return None
    loser, winner = beaten.roles[PATIENT], won.roles[AGENT]
    if not (loser.names and winner.names) or agreement(loser, winner) <= 0:
        return None
    return _whole("opposite", p, q)


def _swapped(p: Proposition, q: Proposition) -> Clash | None:
    ends = [p.roles.get(AGENT), p.roles.get(PATIENT), q.roles.get(AGENT), q.roles.get(PATIENT)]
    if p.predicate in mutual() or p.predicate in GENERAL:
        return None
    a, b, c, d = ends
    if a is None or b is None or c is None or d is None or any(x.joined for x in (a, b, c, d)):
        return None
    if _crossed_owners(a, b, c, d):
        return Clash("swapped", (a.start, a.end), (c.start, c.end), None, frozenset())
    crossed = agreement(a, d) > 0 and agreement(b, c) > 0
    if not crossed or agreement(a, c) > 0 or agreement(b, d) > 0:
        return None
    return Clash("swapped", (a.start, a.end), (c.start, c.end), a.kind, frozenset(_predicates(p, q)))


def _crossed_owners(a: Argument, b: Argument, c: Argument, d: Argument) -> bool:
    """ "Turkmen planes bombed an Uzbek post" / "Uzbek planes bombed a Turkmen post"."""
    alike = a.head == c.head and b.head == d.head and not any(x.names for x in (a, b, c, d))
    return alike and bool(a.proper and b.proper) and a.proper == d.proper != b.proper == c.proper


def _facing(p: Proposition, q: Proposition, same: list[str]) -> Clash | None:
    """ "before the vote" / "after the vote", "left X" / "left for X"; where both tell both, nothing."""
    if AGENT not in same or p.predicate in GENERAL:
        return None
    for one, two in (*_FACING, *((y, x) for x, y in _FACING)):
        if PATIENT in (one, two) and p.predicate != "depart":
            continue
        if one in p.roles and two in q.roles and one not in q.roles and two not in p.roles:
            x, y = p.roles[one], q.roles[two]
            if agreement(x, y) > 0:
                return Clash("opposite", (p.start, x.end), (q.start, y.end), None, frozenset())
    return None


def _sided(p: Proposition, q: Proposition, same: list[str]) -> Clash | None:
    """ "X is a liberal" / "X is a conservative"; "moved east" / "moved west"; "both" / "only one"."""
    for role in (r for r in p.roles if r in q.roles):
        x, y = p.roles[role], q.roles[role]
        sided = AGENT in same and (
            (role in (PATIENT, COMPLEMENT) and opposite(x.head, y.head))
            or (role == COMPLEMENT and p.predicate == "be" and _opposed(x, y))
        )
        shares = role in same and (x.quantifier, y.quantifier) in _EXCLUSIVE
        if sided or shares:
            return Clash("opposite", (x.start, x.end), (y.start, y.end), None, x.words | y.words)
    return None


def _opposed(x: Argument, y: Argument) -> bool:
    """ "A liberal thinker" and "a conservative politician"."""
    return any(
        opposite(one, two) and not parallel(one, two)
        for one in sorted(x.words - y.words)
        for two in sorted(y.words - x.words)
    )


def _other(p: Proposition, q: Proposition, same: list[str], other: list[str]) -> Clash | None:
    """One role is filled by two names, all else is the same."""
    if len(other) != 1 or not same:
        return None
    role = other[0]
    x, y = p.roles[role], q.roles[role]
    if x.joined or y.joined:
        return None
    office = p.predicate in UNIQUE_TITLES and "of" in same
    one = p.predicate in one_doer() and PATIENT in same and _definite(p, q)
    unique = (role == AGENT and (office or one)) or (
        role in _PLACES and p.predicate in one_place() and {AGENT, PATIENT} & set(same)
    )
    if not unique:
        return None
    return Clash("other", (x.start, x.end), (y.start, y.end), x.kind, x.words | y.words | _predicates(p, q))


def _definite(p: Proposition, q: Proposition) -> bool:
    """Two men may each file a lawsuit; the lawsuit was filed by one."""
    patients = [x.roles.get(PATIENT) for x in (p, q)]
    return all(patient is not None and patient.definite for patient in patients)


def _core(p: Proposition, q: Proposition, same: list[str]) -> bool:
    """Who does it or to whom is in both, and where both tell, they agree."""
    core = [role for role in (AGENT, PATIENT) if role in p.roles and role in q.roles]
    agreed = all(role in same or _open(p.roles[role]) or _open(q.roles[role]) for role in core)
    return agreed and _same_share(p, q) and bool({AGENT, PATIENT} & set(same))


def _nothing_else(p: Proposition, q: Proposition, same: list[str]) -> bool:
    """ "Fired as head of A" and "hired as head of B": one may come after the other."""
    roles = [role for role in p.roles if role in q.roles and role not in same]
    return all(_open(p.roles[r]) or _open(q.roles[r]) or not p.roles[r].proper for r in roles)


def _open(x: Argument) -> bool:
    """A pronoun may stand for anybody, and figures are compared elsewhere."""
    return x.pronoun or x.head.startswith("<")


def _same_share(p: Proposition, q: Proposition) -> bool:
    """What some did the others may not have done, but it excludes that all or none did not."""
    partial, whole = (
        [any(a.quantifier in words for a in x.roles.values()) for x in (p, q)] for words in (_PARTIAL, _WHOLE)
    )
    return not any(partial) or (partial != [True, True] and any(whole))


def _whole(kind: Kind, p: Proposition, q: Proposition) -> Clash:
    """The predicates exclude each other; who stands for a pronoun tells no difference."""
    ignored = _predicates(p, q)
    for role in p.roles.keys() & q.roles.keys():
        x, y = p.roles[role], q.roles[role]
        if x.pronoun != y.pronoun:
            ignored |= x.words | y.words
    denied: Literal["a", "b"] | None = ("a" if p.negated else "b") if kind == "negated" else None
    return Clash(kind, (p.start, p.end), (q.start, q.end), None, frozenset(ignored), denied)


def _predicates(p: Proposition, q: Proposition) -> set[str]:
    """The terms of two predicates as written."""
    return {term(word) for x in (p, q) for word in x.word.lower().split()}
