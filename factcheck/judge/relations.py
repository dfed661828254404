"""When a difference is no conflict: another event, parts of a whole, two speakers, a later toll."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import combinations
from typing import TYPE_CHECKING

from factcheck.judge.guards import current_year, looks_back, other_days, other_names, other_place
from factcheck.judge.pairing import ROLE, Compared, supports
from factcheck.judge.things import ANYBODY, Sameness
from factcheck.lexicon.wordset import word_set
from factcheck.model import Claim, Fact, FactPair

if TYPE_CHECKING:
    from factcheck.judge import Weighed

#: figures that grow while a story runs; a later report may simply know more
RUNNING = word_set(
    "killed injured missing arrested rescued evacuated displaced infected hospitalised damaged destroyed"
    " deployed trapped"
)
#: roles of people who may be dead or alive
_EITHER = frozenset((None, "shot", "hit", "attacked", "trapped", "missing"))
#: words that say a figure covers more than one place or group
_WHOLE = (
    "most of them ",
    "many of them ",
    "some of them ",
    "in all ",
    "in total ",
    "altogether ",
    "overall ",
)
_NUMERIC = frozenset(("count", "money", "percent", "measure", "duration", "time", "age", "ordinal"))


def settle(weighed: Sequence[Weighed], published: Mapping[str, str | None]) -> list[Weighed]:
    """The same pairs with every difference given its proper relation."""
    settled = [replace(item, facts=_settle_pair(item, published)) for item in weighed]
    both = _told_by_both(settled)
    return [replace(item, facts=tuple(_attributed(c, item, both) for c in item.facts)) for item in settled]


def _settle_pair(item: Weighed, published: Mapping[str, str | None]) -> tuple[Compared, ...]:
    a, b = item.pair.a, item.pair.b
    facts = list(item.facts)
    current = current_year([published[a.source], published[b.source]])
    if looks_back(a, b, current):
        facts = [c for c in facts if supports(c) or c.pair.kind not in (*_NUMERIC, "date")]
    elif other_days(a, b) or other_place(a, b):
        facts = [c for c in facts if supports(c) or c.pair.kind not in _NUMERIC]
    elif any(c.pair.relation == "conflict" for c in facts) and other_names(a, b):
        facts = [c for c in facts if c.pair.relation != "conflict" or c.needs == ROLE]
    facts = [_as_share(_as_sum(c, a, b), a, b) for c in facts]
    facts += _sums(a, b, facts)
    return tuple(_as_update(c, published[a.source], published[b.source]) for c in facts)


# Parts and wholes -----------------------------------------------------------------------


def _whole_number(fact: Fact) -> int | None:
    return fact.value if isinstance(fact.value, int) and not fact.approx else None


def _counts_people(fact: Fact) -> bool:
    return (fact.role is not None and fact.of is None) or (
        fact.of is not None and fact.of.split()[-1] in ANYBODY
    )


def _parts(whole: Fact, claim: Claim) -> tuple[Fact, ...]:
    """Two to four counts of the claim that add up to ``whole``; empty if there are none."""
    total = _whole_number(whole)
    if total is None or total < 2:
        return ()
    parts = [f for f in claim.facts if f.kind == "count" and 0 < (_whole_number(f) or 0) < total]
    # Killed and injured make up those who were shot, never those who were injured.
    parts = [
        f
        for f in parts
        if f.role == whole.role or (whole.role in _EITHER and f.role in ("killed", "injured"))
    ]
    for size in (2, 3, 4):
        for chosen in combinations(parts[:6], size):
            if sum(_whole_number(f) or 0 for f in chosen) == total:
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


def _as_share(compared: Compared, a: Claim, b: Claim) -> Compared:
    """The smaller figure is of one place, the larger one of all ("14 in the county, most of
    them at a school"; "50 in all")."""
    pair = compared.pair
    if pair.kind != "count" or pair.relation != "conflict":
        return compared
    (small, there), (large, whole) = sorted(
        ((pair.a, a), (pair.b, b)), key=lambda x: (_value(x[0]), x[1].source)
    )
    if _value(small) and (_is_share(small, whole) or (_is_whole(large, whole) and _is_local(small, there))):
        why = f"“{small.text}” is of one place, “{large.text}” of all"
        return replace(compared, pair=replace(pair, relation="part", why=why))
    return compared


def _words_after(fact: Fact, claim: Claim) -> str:
    """The rest of the claim behind a fact, lower-cased."""
    return " ".join(claim.text[fact.end - claim.start :].lower().split())


def _is_whole(fact: Fact, claim: Claim) -> bool:
    return any(sign in f"{_words_after(fact, claim)} " for sign in _WHOLE)


def _is_share(small: Fact, whole: Claim) -> bool:
    """The other claim tells the smaller figure too, as a share: "14, nine of them at the school"."""
    shares = [f for f in whole.facts if f.kind == "count" and f.value == small.value]
    return any(_words_after(f, whole).startswith(("of them", "of whom", "of those")) for f in shares)


def _is_local(fact: Fact, claim: Claim) -> bool:
    clause = _words_after(fact, claim).split(",")[0]
    return f" {clause}".find(" at ") >= 0 and not _is_whole(fact, claim)


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


# Running figures ------------------------------------------------------------------------


def _as_update(compared: Compared, published_a: str | None, published_b: str | None) -> Compared:
    """A running figure that moved: the higher one may simply be later."""
    pair = compared.pair
    if pair.relation != "conflict" or pair.kind != "count" or pair.a.role not in RUNNING:
        return compared
    low, high = _value(pair.a), _value(pair.b)
    if not low or not high:  # a denial ("no one was killed") is no earlier count
        return compared
    earlier, later = published_a, published_b
    if low > high:
        earlier, later = later, earlier
    if earlier is not None and later is not None and earlier > later:
        return compared
    when = f" ({earlier} and {later})" if earlier and later and earlier != later else ""
    why = f"{pair.why}; a running figure that may have moved between the reports{when}"
    return replace(compared, pair=replace(pair, relation="update", why=why))


def _value(fact: Fact) -> float:
    for number in (fact.value, fact.low, fact.high):
        if isinstance(number, int | float):
            return float(number)
    return 0.0


# Two speakers -----------------------------------------------------------------------------


def _key(claim: Claim, fact: Fact) -> tuple[str, int, int]:
    return (claim.source, fact.start, fact.end)


def _told_by_both(weighed: Sequence[Weighed]) -> dict[tuple[str, int, int], set[str]]:
    """Fact -> the other sources that report it too."""
    told: dict[tuple[str, int, int], set[str]] = {}
    for item in weighed:
        for compared in item.facts:
            if supports(compared) and compared.same is not Sameness.MAYBE:
                a, b = item.pair.a, item.pair.b
                told.setdefault(_key(a, compared.pair.a), set()).add(b.source)
                told.setdefault(_key(b, compared.pair.b), set()).add(a.source)
    return told


def _attributed(compared: Compared, item: Weighed, told: dict[tuple[str, int, int], set[str]]) -> Compared:
    """Both articles report both figures: the speakers disagree, the sources do not."""
    pair = compared.pair
    if pair.relation not in ("conflict", "update"):
        return compared
    a, b = item.pair.a, item.pair.b
    if b.source in told.get(_key(a, pair.a), ()) and a.source in told.get(_key(b, pair.b), ()):
        speakers = " and ".join(s for s in (a.speaker, b.speaker) if s) or "two accounts"
        why = f"both articles report “{pair.a.text}” and “{pair.b.text}” ({speakers})"
        return replace(compared, pair=replace(pair, relation="attributed", why=why))
    return compared
