"""What a count counts, and what happened to it: the noun and the predicate of each number."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from factcheck.facts.quantities.asides import is_part
from factcheck.facts.quantities.frames import framed_role, setting_role
from factcheck.facts.quantities.nouns import Phrase, looks_plural, noun_after
from factcheck.facts.quantities.numbers import Number
from factcheck.facts.quantities.numerals import lower
from factcheck.facts.quantities.predicates import PERSONAL, is_state, noun_role, object_role, state_role
from factcheck.facts.quantities.roles import role_after, role_before
from factcheck.facts.quantities.topics import topic_before
from factcheck.facts.quantities.votes import vote_roles
from factcheck.facts.tokens import Word
from factcheck.lexicon.wordset import word_set

_PREPOSITIONS = word_set(
    """
    in at on near across from by to through outside inside with after before than
    """
)
_PARENTS = word_set("mother father parent parents mum mom dad grandmother grandfather widow")
#: Roles of things whose second figure drops the noun: "200 houses were destroyed and 300 damaged".
_MATERIAL = word_set("destroyed damaged dropped exploded launched landed closed opened seized")


class Counted(NamedTuple):
    """A number with the phrase it counts and where that phrase ends."""

    number: Number
    phrase: Phrase | None
    end: int


class Sense(NamedTuple):
    """What is counted (None where no noun tells) and the role of it."""

    of: str | None
    role: str | None


def read_counted(tokens: Sequence[Word], number: Number) -> Counted:
    one = number.value == 1
    share = isinstance(number.value, float) and lower(tokens, number.last) in ("the", "its", "their")
    phrase = noun_after(tokens, number.last + share, one)  # "half the crew"
    if phrase is not None and phrase.pronoun:
        # "three of them children" names the part; "two of them seriously" does not
        noun = noun_after(tokens, phrase.last, one)
        said = noun is not None and noun.first == phrase.last and looks_plural(noun.text.split()[-1])
        phrase = noun if said else phrase
    return Counted(number, phrase, number.last if phrase is None else phrase.last)


def senses(tokens: Sequence[Word], counted: Sequence[Counted]) -> list[Sense]:
    """The sense of each count of a passage, in order: a list shares its predicate, an
    elliptic figure the noun before it."""
    phrases = {c.number.first: c.end for c in counted if c.phrase is None or not c.phrase.pronoun}
    votes = vote_roles(tokens, [c.number for c in counted])
    found: list[Sense] = []
    for i, item in enumerate(counted):
        whole = _whole(tokens, item, counted[i + 1 : i + 2])
        if whole is not None:
            item = item._replace(phrase=whole.phrase, end=whole.end)
        if _opens(tokens, item) or (i and _whole(tokens, counted[i - 1], [item]) is not None):
            found.append(Sense(_thing(tokens, item, None, found), "total"))
            continue
        if item.number.first in votes:
            found.append(Sense("votes", votes[item.number.first]))
            continue
        if item.phrase is None and _is_of_a_parent(tokens, item.number.first):
            found.append(Sense("children", None))
            continue
        role = _role(tokens, item, phrases, counted[i - 1] if i else None, found)
        of = _thing(tokens, item, role, found)
        # what was won or found without a noun could be anything
        found.append(Sense(of, role if of is not None or role in PERSONAL else None))
    return found


def _is_of_a_parent(tokens: Sequence[Word], first: int) -> bool:
    """The children of "a mother of six was killed": not six were."""
    return lower(tokens, first - 1) == "of" and lower(tokens, first - 2) in _PARENTS


def _opens(tokens: Sequence[Word], item: Counted) -> bool:
    """Whether the whole comes first: "Of the 40 passengers, 12 were killed"."""
    at = item.number.first - 1
    at -= lower(tokens, at) in ("the", "its", "their", "those")
    return lower(tokens, at) == "of" and lower(tokens, at - 1) in ("", ",", ";") and item.phrase is not None


def _whole(tokens: Sequence[Word], item: Counted, following: Sequence[Counted]) -> Counted | None:
    """The 120 seats of "52 of 120 seats": the whole, which names what the part counts, too."""
    at = item.number.last
    of = item.phrase is None and lower(tokens, at) == "of"
    at += 2 if of and lower(tokens, at + 1) in ("the", "its", "their", "all") else 1
    return next((w for w in following if of and w.number.first == at and w.phrase is not None), None)


def _thing(tokens: Sequence[Word], item: Counted, role: str | None, before: Sequence[Sense]) -> str | None:
    """What is counted; an elliptic "20 wounded" or "55 others" counts what was named before."""
    if role in ("population", "attended") and (item.phrase is None or role == "population"):
        return "people"
    if item.phrase is not None and item.phrase.pronoun:
        return None
    if item.phrase is not None and item.phrase.text not in ("others", "other", "more"):
        return item.phrase.text
    family = PERSONAL if role in PERSONAL else _MATERIAL if role in _MATERIAL else frozenset()
    named = next((s.of for s in reversed(before) if s.of is not None and s.role in family | {"total"}), None)
    if item.phrase is None and role is None and isinstance(item.number.value, float):
        # nothing is counted to the decimal: "the index closed at 1,653.44" is its level
        topic = topic_before(tokens, item.number.first)
        return None if topic is None else topic.text
    return named


def _role(
    tokens: Sequence[Word],
    item: Counted,
    phrases: dict[int, int],
    before: Counted | None,
    senses: Sequence[Sense],
) -> str | None:
    """The predicate of this number; in a list, that of the number before it."""
    phrase, first = item.phrase, item.number.first
    noun = None if phrase is None else phrase.text
    if phrase is not None and phrase.pronoun:
        return None  # two of them: a part of another figure
    if phrase is not None:
        head = tokens[phrase.last - 1].lower
        own = framed_role(tokens, first, item.end, noun) or noun_role(head)
        own = own or noun_role(phrase.text.split()[0])
        if own is not None:
            return own
        if is_state(tokens[phrase.first].lower) and phrase.last - phrase.first > 1:
            return state_role(tokens[phrase.first].lower)
        if head in ("lives", "life") and object_role(lower(tokens, first - 1)) == "killed":
            return "killed"
    told = _told(tokens, item, phrases) or setting_role(tokens, first, item.end, noun)
    if told is not None or before is None or phrase is None:
        return told
    if is_part(tokens, first):
        return next((s.role for s in reversed(senses) if s.role is not None), None)
    return senses[-1].role if _is_listed(tokens, before.end, first) else None


def _told(tokens: Sequence[Word], item: Counted, phrases: dict[int, int]) -> str | None:
    """The predicate after the noun, else the verb or the toll before the number, else the
    predicate after the list: "it killed 12 and three buses were damaged" tells of the killed."""
    after = role_after(tokens, item.end, phrases)
    # "the buildings in seven villages were destroyed" destroys buildings
    preposition = lower(tokens, item.number.first - 1)
    # ... but "with 20 people missing" says it of the people
    absolute = preposition == "with" and any(is_state(t.lower) for t in tokens[item.end : item.end + 2])
    if after is not None and (absolute or preposition not in _PREPOSITIONS):
        return after
    before = role_before(tokens, item.number.first)
    if before is not None or preposition in _PREPOSITIONS:
        return before
    return role_after(tokens, item.end, phrases, listed=True)


def _is_listed(tokens: Sequence[Word], end: int, first: int) -> bool:
    """Whether only a comma and "and" stand between two counted phrases."""
    between = [t.lower for t in tokens[end:first]]
    if "including" in between[:2] and len(between) <= 8 and between[-1] in (",", "and"):
        return not any(w in (".", ";", "that", "who") for w in between)
    return between in ([","], ["and"], [",", "and"])
