"""Taking decisions: which conflict an id means, and what the file of decisions holds then."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from factcheck.errors import FactcheckError
from factcheck.model import Claim, Comparison, Link, Review
from factcheck.review.keys import conflicts, folded, link_keys, outlet_of
from factcheck.review.store import Decision, Side, sorted_sides

#: digits of an id that are shown at least
_SHORT = 6


@dataclass(frozen=True, slots=True)
class Finding:
    """A conflict to decide about. ``short`` is the start of its link's id that no other has."""

    short: str
    key: str
    link: Link
    claims: tuple[Claim, Claim]
    sides: tuple[Side, Side]  # sorted, as they are kept

    @property
    def kinds(self) -> tuple[str, ...]:
        """The kinds of fact that differ; none where the sentences differ as a whole."""
        return tuple(sorted({p.kind for p in self.link.facts if p.relation in ("conflict", "update")}))

    def decided(self, review: Review) -> Decision:
        return Decision(review, self.kinds, self.sides)


def findings(stories: Iterable[Comparison]) -> list[Finding]:
    """The conflicts of all stories, decided or not, each once."""
    once: dict[str, tuple[Link, Comparison]] = {}
    for story in stories:
        keys = link_keys(story)
        for link in conflicts(story):
            once.setdefault(keys[link.id], (link, story))
    short = _short_ids([link.id for link, _ in once.values()])
    return [_finding(short[link.id], key, link, story) for key, (link, story) in once.items()]


def _finding(short: str, key: str, link: Link, story: Comparison) -> Finding:
    a, b = (story.claim(claim_id) for claim_id in link.claims)
    documents = {d.id: d for d in story.sources}
    sides = sorted_sides(
        Side(outlet_of(documents[c.source]), folded(c.text), documents[c.source].path) for c in (a, b)
    )
    return Finding(short, key, link, (a, b), sides)


def _short_ids(ids: Sequence[str]) -> dict[str, str]:
    for length in range(_SHORT, max(map(len, ids), default=_SHORT)):
        if len({i[:length] for i in ids}) == len(set(ids)):
            return {i: i[:length] for i in ids}
    return {i: i for i in ids}


@dataclass(frozen=True, slots=True)
class Orders:
    """The ids to confirm, dismiss and reopen; an id is the start of a link's id or of a decision's key."""

    confirm: Sequence[str] = ()
    dismiss: Sequence[str] = ()
    reopen: Sequence[str] = ()
    note: str | None = None
    by: str | None = None


def carry_out(
    decisions: Mapping[str, Decision], found: Sequence[Finding], orders: Orders
) -> dict[str, Decision]:
    """The decisions with those ordered in place of what was there.

    FactcheckError if an id is that of no conflict or of several, or two orders contradict.
    """
    by_key = {f.key: f for f in found}
    ids = {f.key: (f.key, f.link.id) for f in found}
    confirmed = {_the_one(given, ids, "conflict") for given in orders.confirm}
    dismissed = {_the_one(given, ids, "conflict") for given in orders.dismiss}
    changed = _reopened(decisions, found, orders.reopen)
    reopened = decisions.keys() - changed.keys()
    for key in sorted((confirmed & dismissed) | (reopened & (confirmed | dismissed))):
        raise FactcheckError(f"two different decisions on the conflict {by_key[key].short}")
    for word, keys in (("confirmed", confirmed), ("dismissed", dismissed)):
        review = Review(word, folded(orders.note or "") or None, folded(orders.by or "") or None)  # type: ignore[arg-type]
        changed |= {key: by_key[key].decided(review) for key in keys}
    return changed


def _reopened(
    decisions: Mapping[str, Decision], found: Sequence[Finding], ids: Iterable[str]
) -> dict[str, Decision]:
    """The decisions without those of these ids, which may be stale ones."""
    links = {f.key: f.link.id for f in found}
    known = {key: (key, links.get(key, key)) for key in decisions}
    gone = {_the_one(given, known, "decision") for given in ids}
    return {key: decision for key, decision in decisions.items() if key not in gone}


def _the_one(given: str, known: Mapping[str, tuple[str, str]], noun: str) -> str:
    """The key of what the id means."""
    matching = [key for key, ids in known.items() if given and any(i.startswith(given) for i in ids)]
    if not matching:
        raise FactcheckError(f"no {noun} has the id {given!r}")
    if len(matching) > 1:
        raise FactcheckError(
            f"{len(matching)} {noun}s have an id that begins with {given!r}; write more of it"
        )
    return matching[0]
