"""When a difference is no conflict: another event, parts of a whole, two speakers, a later toll."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from factcheck.judge.apart import sift
from factcheck.judge.features import Context, Weighed
from factcheck.judge.pairing import Compared, supports
from factcheck.judge.parts import with_parts, written_value
from factcheck.judge.things import Sameness
from factcheck.lexicon.wordset import word_set
from factcheck.model import NAMES, Claim, Fact

#: figures that grow while a story runs; a later report may simply know more
RUNNING = word_set(
    "killed injured missing arrested rescued evacuated displaced infected hospitalised damaged destroyed"
    " deployed trapped"
)


def settle(weighed: Sequence[Weighed], context: Context, floor: float) -> list[Weighed]:
    """The same pairs with every difference given its proper relation.

    Pairs below the confidence ``floor`` cannot become a link and stay as they are.
    """
    settled = [_settle_pair(item, context) if item.confidence.reaches(floor) else item for item in weighed]
    if all(supports(c) for item in settled for c in item.facts):
        return settled
    both = _told_by_both(settled)
    return [_with_speakers(item, both) for item in settled]


def _settle_pair(item: Weighed, context: Context) -> Weighed:
    a, b = item.pair.a, item.pair.b
    signs = context.signs[a.id], context.signs[b.id]
    sifted = sift(a, b, item.facts, signs, context.current_year(a, b))
    days = context.published[a.source], context.published[b.source]
    facts = tuple(_as_update(c, *days) for c in with_parts(a, b, sifted.facts))
    return replace(item, facts=facts, apart=sifted.apart)


# Running figures ------------------------------------------------------------------------


def _as_update(compared: Compared, published_a: str | None, published_b: str | None) -> Compared:
    """A running figure that moved: the higher one may simply be later."""
    pair = compared.pair
    if pair.relation != "conflict" or pair.kind != "count" or not {pair.a.role, pair.b.role} & RUNNING:
        return compared
    low, high = written_value(pair.a), written_value(pair.b)
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


def _with_speakers(item: Weighed, told: dict[tuple[str, int, int], set[str]]) -> Weighed:
    if all(supports(c) for c in item.facts):
        return item
    return replace(item, facts=tuple([_attributed(c, item, told) for c in item.facts]))


def _attributed(compared: Compared, item: Weighed, told: dict[tuple[str, int, int], set[str]]) -> Compared:
    """Both articles report both figures: the speakers disagree, the sources do not."""
    pair = compared.pair
    if pair.relation not in ("conflict", "update") or pair.kind in NAMES:
        return compared
    a, b = item.pair.a, item.pair.b
    if b.source in told.get(_key(a, pair.a), ()) and a.source in told.get(_key(b, pair.b), ()):
        speakers = " and ".join(s for s in (a.speaker, b.speaker) if s) or "two accounts"
        why = f"both articles report “{pair.a.text}” and “{pair.b.text}” ({speakers})"
        return replace(compared, pair=replace(pair, relation="attributed", why=why))
    return compared
