"""When a difference is no conflict: another event, parts of a whole, two speakers, a later toll."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import combinations
from typing import TYPE_CHECKING

from factcheck.judge.pairing import Compared, supports
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
#: days that two accounts of one event may lie apart (time zones, "overnight")
_SAME_EVENT_DAYS = 3
#: roles of people who may be dead or alive
_EITHER = frozenset((None, "shot", "hit", "attacked", "trapped", "missing"))
_NUMERIC = frozenset(("count", "money", "percent", "measure", "duration", "time", "age", "ordinal"))


def settle(weighed: Sequence[Weighed], published: Mapping[str, str | None]) -> list[Weighed]:
    """The same pairs with every difference given its proper relation."""
    settled = [replace(item, facts=_settle_pair(item, published)) for item in weighed]
    both = _told_by_both(settled)
    return [replace(item, facts=tuple(_attributed(c, item, both) for c in item.facts)) for item in settled]


def _settle_pair(item: Weighed, published: Mapping[str, str | None]) -> tuple[Compared, ...]:
    a, b = item.pair.a, item.pair.b
    facts = list(item.facts)
    days = [day for day in (published[a.source], published[b.source]) if day]
    # A report of early January tells of last December: two weeks belong to the year before.
    current = (dt.date.fromisoformat(min(days)) - dt.timedelta(days=14)).year if days else None
    if other_time(a, b, current):
        facts = [c for c in facts if supports(c) or c.pair.kind not in _NUMERIC]
    facts = [_as_sum(c, a, b) for c in facts]
    facts += _sums(a, b, facts)
    return tuple(_as_update(c, published[a.source], published[b.source]) for c in facts)


# Another event ------------------------------------------------------------------------


def _event_days(claim: Claim) -> list[Fact]:
    return [f for f in claim.facts if f.kind == "date" and f.role != "said" and f.low and f.high]


def other_time(a: Claim, b: Claim, current: int | None) -> bool:
    """The claims tell of different times, so that their figures belong to different events.

    Either both date what they tell and no date of one lies near a date of the other, or
    one looks back at a year ("in 2004") that the other does not name.
    """
    left, right = _event_days(a), _event_days(b)
    if left and right and not any(_near(x, y) for x in left for y in right):
        return True
    return _past_years(left, current) != _past_years(right, current)


def _past_years(days: Sequence[Fact], current: int | None) -> set[str]:
    """Years looked back at: before the current one, or any bare year where that is unknown."""
    years = {(str(f.low)[:4], f.unit) for f in days if str(f.low)[:4] == str(f.high)[:4]}
    if current is None:
        return {year for year, unit in years if unit == "year"}
    return {year for year, _ in years if int(year) < current}


def _near(x: Fact, y: Fact) -> bool:
    slack = dt.timedelta(days=_SAME_EVENT_DAYS)
    x_low, x_high, y_low, y_high = (dt.date.fromisoformat(str(d)) for d in (x.low, x.high, y.low, y.high))
    return x_low - slack <= y_high and y_low - slack <= x_high


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
