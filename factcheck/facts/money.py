"""Amounts of money.

Agreeing: rounded up, and to the decimal.

>>> from factcheck.facts import compare_facts, extract_facts
>>> a, = extract_facts("It will pay nearly $14 billion")
>>> b, = extract_facts("It will pay $13.9bn")
>>> compare_facts(a, b).relation
'compatible'

Conflicting:

>>> c, = extract_facts("It will pay $12 billion to $13 billion")
>>> compare_facts(b, c).relation
'conflict'
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from factcheck.facts.passage import Passage
from factcheck.facts.quantities.currencies import (
    AMBIGUOUS,
    CODES,
    MINOR,
    NAMES,
    NATIONAL,
    SIGN_PREFIXES,
    SIGNS,
)
from factcheck.facts.quantities.interval import Interval, relate, tidy
from factcheck.facts.quantities.nouns import is_name, noun_after, topic_before
from factcheck.facts.quantities.numbers import Number
from factcheck.facts.quantities.numerals import MORE_SCALES, SCALES, joins, lower
from factcheck.facts.quantities.quantity import interval_of, is_free, quantity, relation, show
from factcheck.facts.tokens import Token, touches
from factcheck.lexicon.wordset import word_set
from factcheck.model import Fact, Relation

#: Words that settle that "two pounds" are paid and not weighed.
_PAYING = word_set(
    """
    cost costs costing paid pay pays paying worth fine fined price prices priced spend spent
    spending fee fees tax profit profits bid debt sterling loss losses sold bought buy sell salary
    wage wages £ earn earned bill
    """
)
_FROM = 1000  # bare "won", "rand" or "pounds" after a smaller figure are more often other words
_ROLES = {
    "paid": "paid pay pays paying", "earned": "earned earn earns earning", "lost": "lost lose losing",
    "cost": "cost costs costing", "bought": "buy buys buying bought acquire acquired acquires",
    "sold": "sell sells sold selling", "raised": "raise raised raising raises", "fined": "fined fine fines",
    "invested": "invest invested investing invests", "donated": "donate donated donating pledged pledge",
    "spent": "spend spent spending", "stolen": "stole stolen steal",
}  # fmt: skip
_ROLE_OF = {form: role for role, forms in _ROLES.items() for form in forms.split()}
_ROLE_REACH = 6
_RATES = word_set(
    """
    share person year month day week hour barrel ton tonne gallon litre head unit ounce
    """
)


#: Without one of these no figure is money.
_SIGNS_OF_MONEY = frozenset((*SIGNS, *NAMES, *map(str.lower, CODES), "rs", "p"))


class _Currency(NamedTuple):
    """A currency and the tokens ``[first, last)`` that amount and currency take together."""

    unit: str
    first: int
    last: int


def find(passage: Passage, taken: Sequence[Fact]) -> list[Fact]:
    """Facts with ``value`` in the currency ``unit`` (ISO 4217; "USD-cent", "GBP-penny" for the parts)."""
    found: list[Fact] = []
    for number in () if passage.words.isdisjoint(_SIGNS_OF_MONEY) else passage.numbers:
        currency = None if number.ordinal else _currency(passage, number)
        if currency is None:
            continue
        number = _with_cents(passage, number, currency)
        last = max(currency.last, number.last)
        fact = quantity(
            passage, "money", number, last, currency.unit, _of(passage.tokens, number.first, last),
            _role(passage.tokens, number.first), currency.first,
        )  # fmt: skip
        if is_free((*taken, *found), fact.start, fact.end):
            found.append(fact)
    return found


def _currency(passage: Passage, number: Number) -> _Currency | None:
    tokens, i = passage.tokens, number.core[0]
    sign = i - 1
    if sign >= 0 and tokens[sign].text in SIGNS:
        return _signed(tokens, sign, number)
    if sign >= 0 and (tokens[sign].text in CODES or tokens[sign].lower == "rs"):
        return _Currency("INR" if tokens[sign].lower == "rs" else _iso(tokens[sign].text), sign, number.last)
    if lower(tokens, sign) == "." and lower(tokens, sign - 1) == "rs":
        return _Currency("INR", sign - 1, number.last)
    at = number.last + 1 if joins(tokens, number.last) else number.last
    if at >= len(tokens):
        return None
    word = tokens[at]
    if word.text in SIGNS and not (
        at + 1 < len(tokens) and tokens[at + 1].is_number and touches(word, tokens[at + 1])
    ):
        return _Currency(SIGNS[word.text], number.first, at + 1)
    if word.text in CODES or word.text in ("usd", "eur", "gbp", "rmb"):
        return _Currency(_iso(word.text.upper()), number.first, at + 1)
    if word.lower == "p" and tokens[at - 1].is_number and touches(tokens[at - 1], word):
        return _Currency("GBP-penny", number.first, at + 1)
    return _named(tokens, at, number)


def _signed(tokens: Sequence[Token], sign: int, number: Number) -> _Currency:
    """$5, US$5, C $5, HK$5."""
    unit, first = SIGNS[tokens[sign].text], sign
    prefix = tokens[sign - 1] if sign else None
    if prefix is not None and unit == "USD" and prefix.lower in SIGN_PREFIXES and prefix.lower != "a":
        unit, first = SIGN_PREFIXES[prefix.lower], sign - 1
    elif prefix is not None and prefix.text == "A" and touches(prefix, tokens[sign]):
        unit, first = "AUD", sign - 1
    last = number.last
    if lower(tokens, last) in ("dollars", "dollar", "usd"):
        last += 1
    return _Currency(unit, first, last)


def _iso(code: str) -> str:
    return "CNY" if code == "RMB" else code


def _named(tokens: Sequence[Token], at: int, number: Number) -> _Currency | None:
    """Five dollars, 20 billion Swiss francs, 12-cent."""
    adjective = None
    if lower(tokens, at) in ("new", "hong", "south", "west"):
        at += 1
    if lower(tokens, at) in NATIONAL and lower(tokens, at + 1) in NAMES:
        adjective, at = NATIONAL[tokens[at].lower], at + 1
    name = lower(tokens, at)
    if name not in NAMES:
        return None
    minor = lower(tokens, at + 1) in ("cent", "cents")
    if minor:  # "6 euro cents"
        adjective, name, at = NAMES[name], "cents", at + 1
    unit = NAMES[name] if adjective is None else adjective
    if adjective is not None and name in ("cent", "cents"):
        unit = f"{adjective}-cent"
    if name in AMBIGUOUS and adjective is None and not _is_paid(tokens, name, at, number):
        return None
    if unit == "GBP" and lower(tokens, at + 1) == "sterling":
        at += 1
    return _Currency(unit, number.first, at + 1)


def _is_paid(tokens: Sequence[Token], name: str, at: int, number: Number) -> bool:
    """Whether pounds, won, rand ... are money here."""
    if name == "bucks" or (name.startswith("pound") and lower(tokens, at + 1) == "sterling"):
        return True
    if any(t.lower in SCALES or t.lower in MORE_SCALES for t in tokens[number.core[0] : number.core[1]]):
        return lower(tokens, at + 1) != "of" or name not in ("pounds", "pound")
    if name.startswith("pound"):
        return any(t.lower in _PAYING for t in tokens[max(0, number.first - 10) : at + 6])
    return isinstance(number.value, (int, float)) and number.value >= _FROM


def _with_cents(passage: Passage, number: Number, currency: _Currency) -> Number:
    """Thirteen dollars and forty-five cents is one amount of 13.45."""
    tokens = passage.tokens
    at = currency.last + 1 if lower(tokens, currency.last) == "and" else currency.last
    if _major(currency.unit) != currency.unit or not isinstance(number.value, int):
        return number
    for part in passage.numbers:
        if (
            part.first == at
            and lower(tokens, part.last) in ("cents", "pence")
            and isinstance(part.value, int)
        ):
            value = tidy(number.value + part.value / 100)
            return Number(number.first, part.last + 1, number.core, value, value, value)
    return number


def _of(tokens: Sequence[Token], first: int, last: int) -> str | None:
    """What the money is for: a rate (per share), a noun after it, or the noun before it."""
    if lower(tokens, last) in ("per", "a", "an") and lower(tokens, last + 1) in _RATES:
        return f"per {lower(tokens, last + 1)}"
    if (
        lower(tokens, last) in ("-", "–")
        and lower(tokens, last + 1) in ("a", "per")
        and lower(tokens, last + 3) in _RATES
    ):
        return f"per {lower(tokens, last + 3)}"
    if lower(tokens, first - 1) in ("a", "an", "the", "its", "his", "her", "their") or lower(
        tokens, last
    ) in ("in", "of"):
        start = last + 1 if lower(tokens, last) == "in" else last
        noun = noun_after(tokens, start)
        if noun is not None and not noun.pronoun and not is_name(tokens, noun):
            return noun.text
    topic = topic_before(tokens, first)
    return None if topic is None else topic.text


def _role(tokens: Sequence[Token], first: int) -> str | None:
    """What is done with the money, from the nearest verb before it in the clause."""
    for j in range(first - 1, max(-1, first - 1 - _ROLE_REACH), -1):
        word = tokens[j].lower
        if tokens[j].is_number or word in (".", ";", ",", "and", "but", "that", "which", "on"):
            return None
        if word in _ROLE_OF:
            return _ROLE_OF[word]
    return None


def compare(a: Fact, b: Fact) -> Relation | None:
    """Compare amounts of one currency, cents as hundredths; None for two currencies."""
    unit_a, unit_b = _major(a.unit), _major(b.unit)
    if unit_a != unit_b:
        return None
    left, right = _amount(a), _amount(b)
    shown = [f"{show(tidy(x.value)) if x.value is not None else _span(x)} {unit_a}" for x in (left, right)]
    if not (a.approx or b.approx) and left.value is not None and right.value is not None:
        # "$984" stands for $984.40: whole units stand for whatever rounds to them
        if isinstance(a.value, int) and isinstance(b.value, float) and left.low == left.high:
            left = left.widened(0.5)
        elif isinstance(b.value, int) and isinstance(a.value, float) and right.low == right.high:
            right = right.widened(0.5)
    return relation(a, b, relate(left, right), *shown)


def _amount(fact: Fact) -> Interval:
    interval = interval_of(fact)
    return interval if _major(fact.unit) == fact.unit else interval.scaled(0.01)


def _major(unit: str | None) -> str | None:
    """The currency that cents, pence or kopecks belong to; any other unit itself."""
    return MINOR.get(unit, unit.removesuffix("-cent")) if unit else unit


def _span(interval: Interval) -> str:
    low, high = interval.low, interval.high
    return f"{show(low)} to {show(high)}"
