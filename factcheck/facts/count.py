"""How many of a thing: two thousand peacekeepers, 200 pieces of equipment, no casualties.

Agreeing: a lower bound and the figure itself.

>>> from factcheck.facts import compare_facts, extract_facts
>>> a, = extract_facts("more than two thousand peacekeepers served")
>>> b, = extract_facts("2,030 peacekeepers served")
>>> compare_facts(a, b).why
'“more than two thousand” allows “2,030”'

Conflicting, and none at all:

>>> c, = extract_facts("12 people were killed")
>>> d, = extract_facts("no one was killed")
>>> (c.of, c.role, d.value, compare_facts(c, d).relation)
('people', 'killed', 0, 'conflict')
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from factcheck.facts.passage import Passage
from factcheck.facts.quantities.currencies import SIGNS
from factcheck.facts.quantities.labels import MONTHS
from factcheck.facts.quantities.nouns import STOP, Phrase, looks_plural, noun_after, topic_before
from factcheck.facts.quantities.numbers import Number
from factcheck.facts.quantities.numerals import lower
from factcheck.facts.quantities.quantity import compare_plain, is_free, quantity
from factcheck.facts.quantities.roles import (
    PERSONAL,
    is_state,
    noun_role,
    object_role,
    role_after,
    role_before,
    state_role,
)
from factcheck.facts.tokens import Token
from factcheck.lexicon.wordset import word_set
from factcheck.model import Fact, Relation

_NONE = word_set("nobody none no without zero")
_UNHURT = word_set("unharmed uninjured unhurt unscathed")
_SIGNS_OF_NONE = _NONE | _UNHURT
_COMING_OFF = word_set("escaped survived emerged walked came away was were is are all left out")
_CASUALTIES = word_set("casualties casualty victims")
_MODAL = word_set("will would should could may might must can if")
_ZERO_SKIP = word_set(
    """
    was were is are has have had been be being got seriously or physically else reportedly
    """
)
_PREPOSITIONS = word_set(
    """
    in at on near across from by to through outside inside with after before than
    """
)
_YEARS = range(1400, 2101)
_MODERN = range(1900, 2041)
_BARE_YEAR = 1700  # a four-digit number alone is a year from here on
_YEAR_BEFORE = word_set("in since until by during from early late") | MONTHS


class _Counted(NamedTuple):
    """A number with the phrase it counts and where that phrase ends."""

    number: Number
    phrase: Phrase | None
    end: int


def find(passage: Passage, taken: Sequence[Fact]) -> list[Fact]:
    """Facts with ``value`` (0 for "no one"), ``of`` the thing and ``role`` its predicate."""
    if not passage.numbers and passage.words.isdisjoint(_SIGNS_OF_NONE):
        return []
    counted = [
        _counted(passage.tokens, n) for n in passage.numbers
        if not n.ordinal and not _is_year(passage.tokens, n) and is_free(
            taken, passage.tokens[n.core[0]].start, passage.tokens[n.core[1] - 1].end
        )
    ]  # fmt: skip
    phrases = {c.number.first: c.end for c in counted if c.phrase is None or not c.phrase.pronoun}
    found: list[Fact] = []
    before: _Counted | None = None
    role: str | None = None
    people: str | None = None
    for item in counted:
        role = _role(passage.tokens, item, phrases, before, role)
        of = _thing(item, role, people)
        if item.phrase is None and isinstance(item.number.value, float):
            # nothing is counted to the decimal: "the index closed at 1,653.44" is its level
            topic = topic_before(passage.tokens, item.number.first)
            of = None if topic is None else topic.text
        found.append(quantity(passage, "count", item.number, item.number.last, None, of, role))
        before = item
        people = of if role in PERSONAL and of is not None else people
    return sorted([*found, *_zeros(passage, taken), *_unhurt(passage)], key=lambda f: f.start)


def _counted(tokens: Sequence[Token], number: Number) -> _Counted:
    one = number.value == 1
    phrase = noun_after(tokens, number.last, one)
    return _Counted(number, phrase, number.last if phrase is None else phrase.last)


def _thing(item: _Counted, role: str | None, people: str | None) -> str | None:
    """What is counted; an elliptic "20 wounded" or "55 others" counts the people named before."""
    if item.phrase is not None and item.phrase.pronoun:
        return None
    if item.phrase is None or item.phrase.text in ("others", "other", "more"):
        return people if role in PERSONAL else None
    return item.phrase.text


def _role(
    tokens: Sequence[Token],
    item: _Counted,
    phrases: dict[int, int],
    before: _Counted | None,
    role: str | None,
) -> str | None:
    """The predicate of this number; in a list, that of the number before it."""
    phrase = item.phrase
    if phrase is not None and phrase.pronoun:
        return None  # two of them: a part of another figure
    if phrase is not None:
        head = tokens[phrase.last - 1].lower
        own = noun_role(head) or noun_role(phrase.text.split()[0])
        if own is not None:
            return own
        if is_state(tokens[phrase.first].lower) and phrase.last - phrase.first > 1:
            return state_role(tokens[phrase.first].lower)
        if head in ("lives", "life") and object_role(lower(tokens, item.number.first - 1)) == "killed":
            return "killed"
    after = role_after(tokens, item.end, phrases)
    # "the buildings in seven villages were destroyed" destroys buildings
    preposition = lower(tokens, item.number.first - 1)
    # ... but "with 20 people missing" says it of the people
    absolute = preposition == "with" and any(is_state(t.lower) for t in tokens[item.end : item.end + 2])
    if after is not None and (absolute or preposition not in _PREPOSITIONS):
        return after
    found = role_before(tokens, item.number.first)
    if found is not None:
        return found
    if before is not None and _is_listed(tokens, before.end, item.number.first) and phrase is not None:
        return role
    return None


def _is_listed(tokens: Sequence[Token], end: int, first: int) -> bool:
    """Whether only a comma and "and" stand between two counted phrases."""
    between = [t.lower for t in tokens[end:first]]
    if "including" in between[:2] and len(between) <= 8 and between[-1] in (",", "and"):
        return not any(w in (".", ";", "that", "who") for w in between)
    return between in ([","], ["and"], [",", "and"])


def _is_year(tokens: Sequence[Token], number: Number) -> bool:
    """A bare 1998; "2000 people" and "more than 1500 tents" count."""
    first, last = number.core
    text = tokens[first].text
    if last != first + 1 or len(text) != 4 or not text.isdecimal() or int(text) not in _YEARS:
        return False
    if number.approx and lower(tokens, number.first) not in (
        "about",
        "around",
        "some",
        "over",
        "under",
        "within",
    ):
        return False
    if number.approx or (int(text) in _MODERN and int(text) % 100):
        # "about 2019" and "2014 results" are years; writers put a comma into 2,014 things
        return True
    following = tokens[last] if last < len(tokens) else None
    if following is None or following.text in SIGNS:
        return int(text) >= _BARE_YEAR
    return lower(tokens, first - 1) in _YEAR_BEFORE or not looks_plural(following.lower)


def _zeros(passage: Passage, taken: Sequence[Fact]) -> list[Fact]:
    """No one was killed; no casualties; nobody was hurt; there were no deaths or injuries."""
    tokens, found = passage.tokens, []
    for i, token in enumerate(() if passage.words.isdisjoint(_NONE) else tokens):
        if token.lower in ("nobody", "none") or (token.lower == "no" and lower(tokens, i + 1) == "one"):
            end = i + (2 if token.lower == "no" else 1)
            roles = _zero_predicates(tokens, end)
        elif token.lower in ("no", "without", "zero"):
            end = _zero_noun_end(tokens, i + 1)
            roles = _zero_nouns(tokens, i + 1, end)
        else:
            continue
        core = Number(i, end, (i, end), 0, 0, 0)
        start, stop = tokens[i].start, tokens[end - 1].end
        if is_free(taken, start, stop):
            found += [quantity(passage, "count", core, end, None, "people", role) for role in roles]
    return found


def _unhurt(passage: Passage) -> list[Fact]:
    """None of the passengers were hurt where they "escaped unharmed"."""
    tokens, found = passage.tokens, []
    for i, token in enumerate(() if passage.words.isdisjoint(_UNHURT) else tokens):
        at = i - 1
        while at > 0 and tokens[at].lower in _COMING_OFF:
            at -= 1
        noun = tokens[at].text.islower() and tokens[at].lower not in STOP
        if token.lower not in _UNHURT or at == i - 1 or not noun:
            continue
        core = Number(at + 1, i + 1, (i, i + 1), 0, 0, 0)
        found.append(quantity(passage, "count", core, i + 1, None, tokens[at].lower, "injured"))
    return found


def _zero_predicates(tokens: Sequence[Token], i: int) -> list[str]:
    """The roles in "was killed or injured"; none under a modal or without a known predicate."""
    roles: list[str] = []
    for j in range(i, min(i + 8, len(tokens))):
        word = tokens[j].lower
        role = state_role(word)
        if word in _MODAL:
            return []
        if role in PERSONAL and role not in roles:
            roles.append(role)
        elif role is None and word not in _ZERO_SKIP:
            break
    return roles


def _zero_noun_end(tokens: Sequence[Token], i: int) -> int:
    """The token after "casualties" or "deaths or injuries"; ``i`` where no such noun comes."""
    end, j = i, i
    while j < min(i + 5, len(tokens)):
        word = tokens[j].lower
        if word in _CASUALTIES or noun_role(word) in PERSONAL:
            end = j + 1
        elif word not in ("or", "and", "damage", "human", "civilian", "further", "more", "serious", "loss"):
            break
        j += 1
    return end


def _zero_nouns(tokens: Sequence[Token], i: int, end: int) -> list[str]:
    words = [t.lower for t in tokens[i:end]]
    if not words or {"further", "more", "serious"} & set(words):
        return []
    if lower(tokens, i - 2) in ("if", "almost", "virtually", "nearly") or lower(tokens, end) in (
        "if",
        "would",
    ):
        return []
    roles: list[str] = []
    for word in words:
        known = ["killed", "injured"] if word in _CASUALTIES else [noun_role(word)]
        roles += [r for r in known if r is not None and r not in roles]
    return roles


def compare(a: Fact, b: Fact) -> Relation | None:
    """Compare two figures as intervals; the judge decides whether they count the same thing."""
    return compare_plain(a, b)
