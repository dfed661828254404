"""Parts and wholes: figures that differ because one covers only part of the other."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import combinations

from factcheck.facts.quantities.interval import ROUND_FROM, ROUND_TOLERANCE
from factcheck.judge.pairing import Compared
from factcheck.judge.things import ANYBODY, Sameness
from factcheck.model import Claim, Fact, FactPair

#: roles of people who may be dead or alive
_EITHER = frozenset((None, "shot", "hit", "attacked", "trapped", "missing"))
#: the one who did it, counted among those who died
_CULPRIT = re.compile(
    r"\b(?:including|counting|among them|plus|as well as|and) (?:the |a |one )?(?:\w+ )?"
    r"(?:gunman|shooter|attacker|assailant|bomber|hijacker|perpetrator|killer|suspect|driver|himself)\b"
)
#: most people that a sentence names before "and three others"
_NAMED = 3
#: words that say a figure covers more than one place or group
_WHOLE = (
    "most of them ", "many of them ", "some of them ", "in all ", "in total ", "altogether ", "overall ",
    "nationwide ",
)  # fmt: skip
_EVERYWHERE = (
    "nationwide ",
    "nationwide,",
    "across ",
    "in all,",
    "altogether",
    "in total",
    "worldwide ",
    "worldwide,",
)


def with_parts(a: Claim, b: Claim, facts: Sequence[Compared]) -> tuple[Compared, ...]:
    """The comparisons with differences that are parts of a whole marked so, and sums added."""
    marked = [_as_share(_as_culprit(_as_sum(c, a, b), a, b), a, b) for c in facts]
    return (*marked, *_sums(a, b, marked))


def _whole_number(fact: Fact) -> int | None:
    return fact.value if isinstance(fact.value, int) and not fact.approx else None


def _counts_people(fact: Fact) -> bool:
    return (fact.role is not None and fact.of is None) or (
        fact.of is not None and fact.of.split()[-1] in ANYBODY
    )


def _may_be_part(fact: Fact, whole: Fact) -> bool:
    """Of the same role, or with none of its own ("killed 247 in Kenya and 10 in Tanzania").

    Killed and injured make up those who were shot, never those who were injured.
    """
    if fact.role == whole.role or (fact.role is None and fact.of is None):
        return True
    return whole.role in _EITHER and fact.role in ("killed", "injured")


def _parts(whole: Fact, claim: Claim) -> tuple[Fact, ...]:
    """Two to four counts of the claim that add up to ``whole``; empty if there are none.

    A rough total ("nearly 62,000") is made by any sum that its words allow.
    """
    if not (isinstance(whole.value, int) and isinstance(whole.low, int | float)):
        return ()
    low, high = float(whole.low), float(whole.high or math.inf)
    if low < 2:
        return ()
    if low >= ROUND_FROM:  # each part may have been rounded
        low, high = low * (1 - ROUND_TOLERANCE), high * (1 + ROUND_TOLERANCE)
    parts = [f for f in claim.facts if f.kind == "count" and 0 < (_whole_number(f) or 0) < high]
    parts = [f for f in parts if _may_be_part(f, whole)]
    for size in (2, 3, 4):
        for chosen in combinations(parts[:6], size):
            if low <= sum(_whole_number(f) or 0 for f in chosen) <= high:
                return chosen
    return ()


def _sum_reason(whole: Fact, parts: Sequence[Fact]) -> str:
    added = " + ".join(f"“{f.text}”" + (f" {f.role}" if f.role else "") for f in parts)
    return f"{added} make “{whole.text}”"


def _as_sum(compared: Compared, a: Claim, b: Claim) -> Compared:
    """A difference that is the sum of several counts on the other side is a part."""
    pair = compared.pair
    if pair.kind != "count" or pair.relation != "conflict":
        return compared
    for whole, claim in ((pair.a, b), (pair.b, a)):
        parts = _parts(whole, claim)
        if parts:
            return replace(compared, pair=replace(pair, relation="part", why=_sum_reason(whole, parts)))
    return compared


def _as_culprit(compared: Compared, a: Claim, b: Claim) -> Compared:
    """ "Four were killed, including the gunman" is "he killed three"."""
    pair = compared.pair
    if pair.kind != "count" or pair.relation != "conflict":
        return compared
    (small, _), (large, whole) = sorted(
        ((pair.a, a), (pair.b, b)), key=lambda x: (written_value(x[0]), x[1].source)
    )
    after = words_after(large, whole)
    apart = written_value(large) - written_value(small)
    if _others(small, a if small is pair.a else b) and apart <= _NAMED:
        why = f"“{small.text}” are others beside those named, “{large.text}” may be all"
        return replace(compared, pair=replace(pair, relation="part", why=why))
    if apart == 1 and _CULPRIT.search(after):
        why = f"“{large.text}” includes who did it, “{small.text}” may not"
        return replace(compared, pair=replace(pair, relation="part", why=why))
    return compared


def _others(fact: Fact, claim: Claim) -> bool:
    """ "The ambassador and three other Americans" are four."""
    first = words_after(fact, claim).split()[:1]
    before = claim.text[: fact.start - claim.start].rstrip()
    return bool(first) and first[0].strip(".,;") in ("other", "others") and before.endswith((" and", ","))


def _as_share(compared: Compared, a: Claim, b: Claim) -> Compared:
    """The smaller figure is of one place, the larger one of all ("14 in the county, most of
    them at a school"; "50 in all")."""
    pair = compared.pair
    if pair.kind != "count" or pair.relation != "conflict":
        return compared
    (small, there), (large, whole) = sorted(
        ((pair.a, a), (pair.b, b)), key=lambda x: (written_value(x[0]), x[1].source)
    )
    if written_value(small) and (
        _is_share(small, whole) or (_is_whole(large, whole) and _is_local(small, there))
    ):
        why = f"“{small.text}” is of one place, “{large.text}” of all"
        return replace(compared, pair=replace(pair, relation="part", why=why))
    return compared


def words_after(fact: Fact, claim: Claim) -> str:
    """The rest of the claim behind a fact, lower-cased."""
    return " ".join(claim.text[fact.end - claim.start :].lower().split())


def _is_whole(fact: Fact, claim: Claim) -> bool:
    text = " ".join(claim.text.lower().split())
    return any(sign in f"{words_after(fact, claim)} " for sign in _WHOLE) or text.startswith(_EVERYWHERE)


def _is_share(small: Fact, whole: Claim) -> bool:
    """The other claim tells the smaller figure too, as a share: "14, nine of them at the school"."""
    shares = [f for f in whole.facts if f.kind == "count" and f.value == small.value]
    return any(words_after(f, whole).startswith(("of them", "of whom", "of those")) for f in shares)


def _is_local(fact: Fact, claim: Claim) -> bool:
    clause = words_after(fact, claim).split(",")[0]
    local = " at " in f" {clause}" or " alone " in f" {claim.text} "
    return local and not _is_whole(fact, claim)


def _sums(a: Claim, b: Claim, facts: Sequence[Compared]) -> list[Compared]:
    """Counts without a counterpart that several counts of the other claim add up to."""
    found: list[Compared] = []
    paired = {(f.start, f.end, side) for c in facts for f, side in ((c.pair.a, "a"), (c.pair.b, "b"))}
    for claim, far, side in ((a, b, "a"), (b, a, "b")):
        for whole in claim.facts:
            if whole.kind != "count" or not _counts_people(whole) or (whole.start, whole.end, side) in paired:
                continue
            parts = _parts(whole, far)
            if parts:
                ends = (whole, parts[0]) if side == "a" else (parts[0], whole)
                pair = FactPair("count", *ends, relation="part", why=_sum_reason(whole, parts))
                found.append(Compared(pair, Sameness.PART))
    return found


def written_value(fact: Fact) -> float:
    """The figure as written, or a bound of its interval; 0 if it has none."""
    for number in (fact.value, fact.low, fact.high):
        if isinstance(number, int | float):
            return float(number)
    return 0.0
