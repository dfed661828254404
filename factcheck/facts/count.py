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

from factcheck.facts.passage import WITH_NUMBERS, Passage
from factcheck.facts.quantities.counted import Counted, read_counted, senses
from factcheck.facts.quantities.currencies import SIGNS
from factcheck.facts.quantities.labels import MONTHS
from factcheck.facts.quantities.nouns import STOP, looks_plural
from factcheck.facts.quantities.numbers import Number
from factcheck.facts.quantities.numerals import lower
from factcheck.facts.quantities.predicates import PERSONAL, noun_role, state_role
from factcheck.facts.quantities.quantity import compare_plain, is_free, quantity
from factcheck.facts.tokens import Word, trait
from factcheck.lexicon.wordset import word_set
from factcheck.model import Fact, Relation

_NONE = word_set("nobody none no without zero")
_UNHURT = word_set("unharmed uninjured unhurt unscathed")
_OF_NONE, _OF_UNHURT = trait(_NONE), trait(_UNHURT)
TRAITS = WITH_NUMBERS | _OF_NONE | _OF_UNHURT
_COMING_OFF = word_set("escaped survived emerged walked came away was were is are all left out")
_CASUALTIES = word_set("casualties casualty victims")
_MODAL = word_set("will would should could may might must can if")
_ZERO_SKIP = word_set(
    """
    was were is are has have had been be being got seriously or physically else reportedly
    """
)
_YEARS = range(1400, 2101)
_MODERN = range(1900, 2041)
_BARE_YEAR = 1700  # a four-digit number alone is a year from here on
_YEAR_BEFORE = word_set("in since until by during from early late") | MONTHS


def find(passage: Passage, taken: Sequence[Fact]) -> list[Fact]:
    """Facts with ``value`` (0 for "no one"), ``of`` the thing and ``role`` its predicate."""
    counted = [
        read_counted(passage.tokens, n) for n in passage.numbers
        if not n.ordinal and not _is_year(passage.tokens, n) and is_free(
            taken, *passage.span(*n.core)
        )
    ]  # fmt: skip
    found = [
        quantity(passage, "count", c.number, c.number.last, None, s.of, s.role)
        for c, s in zip(counted, senses(passage.tokens, counted), strict=True)
        if not _is_doubtful(passage.tokens, c)
    ]
    return sorted([*found, *_zeros(passage, taken), *_unhurt(passage)], key=lambda f: f.start)


def _is_doubtful(tokens: Sequence[Word], item: Counted) -> bool:
    """1.200 people may be thousands with a point: better no figure than a wrong one."""
    first, last = item.number.core
    whole, point, decimals = tokens[first].text.partition(".")
    if lower(tokens, last) == "-" and lower(tokens, last + 1) in ("and", "or", "to"):
        return True  # the 5 of "5- and 10-year notes"
    three = last == first + 1 and point and len(decimals) == 3 and len(whole) <= 3
    return bool(three) and item.phrase is not None and looks_plural(tokens[item.phrase.last - 1].lower)


def _is_year(tokens: Sequence[Word], number: Number) -> bool:
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
    for i, token in enumerate(tokens if passage.traits & _OF_NONE else ()):
        if token.lower in ("nobody", "none") or (token.lower == "no" and lower(tokens, i + 1) == "one"):
            end = i + (2 if token.lower == "no" else 1)
            roles = _zero_predicates(tokens, end)
        elif token.lower in ("no", "without", "zero"):
            end = _zero_noun_end(tokens, i + 1)
            roles = _zero_nouns(tokens, i + 1, end)
        else:
            continue
        core = Number(i, end, (i, end), 0, 0, 0)
        start, stop = passage.span(i, end)
        if is_free(taken, start, stop):
            found += [quantity(passage, "count", core, end, None, "people", role) for role in roles]
    return found


def _unhurt(passage: Passage) -> list[Fact]:
    """None of the passengers were hurt where they "escaped unharmed"."""
    tokens, found = passage.tokens, []
    for i, token in enumerate(tokens if passage.traits & _OF_UNHURT else ()):
        at = i - 1
        while at > 0 and tokens[at].lower in _COMING_OFF:
            at -= 1
        noun = tokens[at].text.islower() and tokens[at].lower not in STOP
        if token.lower not in _UNHURT or at == i - 1 or not noun:
            continue
        core = Number(at + 1, i + 1, (i, i + 1), 0, 0, 0)
        found.append(quantity(passage, "count", core, i + 1, None, tokens[at].lower, "injured"))
    return found


def _zero_predicates(tokens: Sequence[Word], i: int) -> list[str]:
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


def _zero_noun_end(tokens: Sequence[Word], i: int) -> int:
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


def _zero_nouns(tokens: Sequence[Word], i: int, end: int) -> list[str]:
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
