"""Words beside a number that say how exactly it is meant: more than, about, or so."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from factcheck.facts.quantities.currencies import CODES, SIGN_PREFIXES, SIGNS
from factcheck.facts.quantities.interval import Operator
from factcheck.facts.quantities.numerals import lower
from factcheck.facts.tokens import Word, trait

_WORDS: dict[Operator, str] = {
    "more": "more than|over|above|in excess of|upwards of|upward of|greater than|bigger than|"
    "higher than|larger than|exceeding|exceeded|surpassing|surpassed|surpass|topping|"
    "just over|slightly over|slightly more than|a little over|a little more than|well over|"
    "well above|just above|beyond|>",
    "least": "at least|no fewer than|no less than|not less than|not fewer than|a minimum of|"
    "minimum of|at minimum|as few as|equal to or more than|equal to or greater than|"
    "greater than or equal to|more than or equal to|bigger or equal than|"
    "greater or equal than|> =|≥",
    "nearly": "nearly|almost|just under|just below|just short of|close to|approaching|shy of|"
    "just shy of|not quite",
    "about": "about|around|some|roughly|approximately|approx|circa|an estimated|estimated|"
    "in the region of|on the order of|in the order of|or about|~|≈",
    "upto": "up to|as many as|as much as|within|as high as",
    "less": "less than|fewer than|under|below|lower than|smaller than|<",
    "most": "at most|no more than|not more than|a maximum of|maximum of|equal to or less than|"
    "equal to or fewer than|less than or equal to|smaller or equal than|"
    "smaller than or equal to|< =|≤",
}
_BEFORE: dict[str, Operator] = {phrase: op for op, text in _WORDS.items() for phrase in text.split("|")}
_LAST_WORDS = frozenset(phrase.split()[-1] for phrase in _BEFORE)
_AFTER: dict[str, Operator] = {
    "or more": "least", "or greater": "least", "or higher": "least", "or above": "least",
    "and above": "least", "or so": "about", "or less": "most", "or fewer": "most", "or under": "most",
    "- plus": "least", "- odd": "about",
}  # fmt: skip
#: Before a number a currency, and after it the start of one of _AFTER.
_CURRENCY, _FIRST_AFTER = trait((*SIGNS, *map(str.lower, CODES), "rs")), trait(("+", "or", "and", "-"))
_LONGEST = 5  # words in the longest phrase of _BEFORE


class Mark(NamedTuple):
    """An approximator and how far it reaches."""

    at: int
    operator: Operator


def before_currency(tokens: Sequence[Word], i: int) -> int:
    """The index of the currency sign or code before token ``i``, or ``i``."""
    if not i or not tokens[i - 1].traits & _CURRENCY:
        return i
    if tokens[i - 1].text in SIGNS:
        i -= 1
        if i and (tokens[i].glued or tokens[i - 1].text.isupper()):
            return i - 1 if tokens[i - 1].lower in SIGN_PREFIXES and tokens[i - 1].text != "A" else i
        return i
    return i - 1 if tokens[i - 1].text in CODES or tokens[i - 1].lower == "rs" else i


def mark_before(tokens: Sequence[Word], i: int) -> Mark | None:
    """The approximator that ends right before token ``i``."""
    if i < 1 or tokens[i - 1].lower not in _LAST_WORDS:
        return None
    words = [t.lower for t in tokens[max(i - _LONGEST, 0) : i]]
    for skipped in range(len(words)):
        operator = _BEFORE.get(" ".join(words[skipped:]))
        if operator is not None:
            return Mark(i - len(words) + skipped, operator)
    return None


def mark_after(tokens: Sequence[Word], i: int) -> Mark | None:
    """The approximator that starts at token ``i``: or more, or so, -plus, +."""
    if i >= len(tokens) or not tokens[i].traits & _FIRST_AFTER:
        return None
    if tokens[i].text == "+":
        return Mark(i + 1, "least") if tokens[i].glued else None
    operator = _AFTER.get(f"{tokens[i].lower} {lower(tokens, i + 1)}")
    following = lower(tokens, i + 2)
    if operator is None or following == "than":
        return None
    return Mark(i + 2, operator)
