"""Two claims built alike, and what stands in the same place in both.

"Axton Bank lost $40 million" / "Burley Bank lost $65 million" is one sentence with two
changes: it tells of two banks. With the bank alone changed, or the sum alone, the
sources disagree.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from factcheck.align.terms import Term
from factcheck.facts import compare_facts
from factcheck.facts.naming.spelling import same_word
from factcheck.judge.reading import ORDINALS, Reading, telling, weight
from factcheck.lexicon import opposite, parallel
from factcheck.model import NAMES, Claim, Fact

#: share of the longer claim's terms that stand in the same order in both, from which the
#: claims are built alike; below, what stands in one place is chance
_ALIKE = 0.5
#: words in one place beyond which a phrase was reworded, not exchanged
_LONGEST = 3
#: words with this many first letters in common are forms or spellings of one word
_PREFIX = 4

#: share of the heavier claim's weight that is in both, from which what is left over tells
#: one difference; lower, the claims only share a topic
_SHARED = 0.6
#: a name this near to the start is the subject: another subject is another statement
_SUBJECT = 12
_INDEFINITE = ("a ", "an ", "one ", "another ", "at least ", "two ", "three ", "several ")
_QUANTIFIERS = frozenset(
    ("all", "both", "most", "some", "none", "no", "onli", "few", "mani", "each", "everi")
)


@dataclass(frozen=True, slots=True)
class Change:
    """What stands in one place of both claims and differs: the terms without filler."""

    a: tuple[Term, ...]
    b: tuple[Term, ...]

    @property
    def words(self) -> str:
        """Both sides as written, each word once."""
        left, right = (" ".join(dict.fromkeys(t.word for t in side)) for side in (self.a, self.b))
        return f"“{left}” and “{right}”"

    @property
    def names(self) -> bool:
        """A name on both sides."""
        return any(map(_is_name, self.a)) and any(map(_is_name, self.b))


def _is_name(term: Term) -> bool:
    return term.name or term.word[:1].isupper()


def changes(a: Reading, b: Reading) -> tuple[Change, ...] | None:
    """What was exchanged between two claims built alike; None if they are not."""
    least = _ALIKE * max(len(a.keys), len(b.keys), 1)
    if sum([key in b.known for key in a.keys]) < least:
        return None
    matcher = SequenceMatcher(None, a.keys, b.keys, autojunk=False)
    if sum(block.size for block in matcher.get_matching_blocks()) < least:
        return None
    found = []
    for op, i, j, k, n in matcher.get_opcodes():
        if op == "replace":
            change = Change(telling(a.terms[i:j]), telling(b.terms[k:n]))
            if change.a and change.b and max(len(change.a), len(change.b)) <= _LONGEST:
                found.append(change)
    return tuple(found)


def other_things(found: Sequence[Change], a: Claim, b: Claim) -> Change | None:
    """The change that makes two claims built alike tell of different things, if there is one.

    Another name, another subject, or one of two parallel things ("men" / "women").
    """
    for change in found:
        exchanged = change.names and not _same_name(change)
        if exchanged or _parallel(change) or (_subject(change, a, b) and not _reworded(change)):
            return change
    return None


def _subject(change: Change, a: Claim, b: Claim) -> bool:
    """Both claims start with the change ("Exports from" / "Imports to")."""
    return all(
        len(side) == 1 and claim.text.lstrip("“\"'‘«").startswith(side[0].word)
        for side, claim in ((change.a, a), (change.b, b))
    )


def _parallel(change: Change) -> bool:
    return any(
        parallel(x.key, y.key) or (x.key in ORDINALS and y.key in ORDINALS)
        for x in change.a
        for y in change.b
    )


def _reworded(change: Change) -> bool:
    """The same word in another form ("Hail" / "Hailstones")."""
    x, y = change.a[0].key, change.b[0].key
    return x[:_PREFIX] == y[:_PREFIX] or x in _QUANTIFIERS or y in _QUANTIFIERS


def _same_name(change: Change) -> bool:
    """One name spelled in two ways, or one person by two parts of the name."""
    left = {t.key for t in change.a}
    right = {t.key for t in change.b}
    return bool(left & right) or any(
        x[:_PREFIX] == y[:_PREFIX] or same_word(x, y) for x in left for y in right
    )


def residue(a: Reading, b: Reading) -> Change | None:
    """What either claim has that the other lacks, whatever the order of the words; None
    unless the claims share most of their weight."""
    if weight(a.telling & b.telling) < _SHARED * max(a.weight, b.weight):
        return None
    return Change(
        tuple(t for t in telling(a.terms) if t.key not in b.telling),
        tuple(t for t in telling(b.terms) if t.key not in a.telling),
    )


def exchanged_name(a: Claim, b: Claim, rest: Change) -> tuple[Fact, Fact] | None:
    """The two names of a kind that each claim has and the other lacks, where hardly
    anything else differs.

    The event must be a definite one: "a bomb in Mosul" and "a bomb in Kirkuk" are two
    bombs, "the ship left Izmir" and "the ship left Haifa" is one ship.
    """
    if any(claim.text.lower().startswith(_INDEFINITE) for claim in (a, b)) or _same_name(rest):
        return None
    lone = [_lone_name(claim, side) for claim, side in ((a, rest.a), (b, rest.b))]
    x, y = lone
    if x is None or y is None or x.kind != y.kind or compare_facts(x, y) is not None:
        return None
    both_subjects = all(f.start - c.start < _SUBJECT for f, c in ((x, a), (y, b)))
    return None if both_subjects else (x, y)


def _lone_name(claim: Claim, side: Sequence[Term]) -> Fact | None:
    """The only name of a side that has little else."""
    words = {t.word for t in side}
    names = [f for f in claim.facts if f.kind in NAMES and f.unit is None and f.text in words]
    others = {t.key for t in side if not t.name}
    return names[0] if len(names) == 1 and len(others) <= 1 else None


def exchanged_outcome(rest: Change) -> tuple[Term, Term] | None:
    """Two words of opposite meaning, one in each claim ("rose" / "fell")."""
    for x in rest.a:
        for y in rest.b:
            named = x.name or y.name  # Rich Hale is not the opposite of the poor
            if not named and opposite(x.key, y.key) and not parallel(x.key, y.key):
                return x, y
    return None
