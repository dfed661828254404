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
from factcheck.facts.quantities.change import apposed_start, change_role
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
from factcheck.facts.quantities.nouns import is_name, noun_after
from factcheck.facts.quantities.numbers import Number
from factcheck.facts.quantities.numerals import HUNDRED, MORE_SCALES, SCALES, joins, lower
from factcheck.facts.quantities.payments import AMOUNTS, payment_name, payment_role
from factcheck.facts.quantities.quantity import interval_of, is_free, quantity, relation, show
from factcheck.facts.quantities.topics import LINKS, topic_before
from factcheck.facts.tokens import Word, trait
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
#: "The house was bought for $2 million" is said of the house.
_LINKS = LINKS | word_set("bought sold paid put")
_DETERMINERS = word_set("a an the its his her their")
_REACH = 7  # tokens of an amount in brackets
#: After "in" these tell when or how, not what for.
_HOW = word_set("trading trade addition total return advance full part cash stock installments instalments")
_RATES = word_set(
    """
    share person year month day week hour barrel ton tonne gallon litre head unit ounce
    """
)


#: Without one of these no figure is money.
TRAITS = trait((*SIGNS, *NAMES, *map(str.lower, CODES), "rs", "p"))


class _Currency(NamedTuple):
    """A currency and the tokens ``[first, last)`` that amount and currency take together."""

    unit: str
    first: int
    last: int


def find(passage: Passage, taken: Sequence[Fact]) -> list[Fact]:
    """Facts with ``value`` in the currency ``unit`` (ISO 4217; "USD-cent", "GBP-penny" for the parts)."""
    found: list[Fact] = []
    for number in passage.numbers:
        currency = None if number.ordinal else _currency(passage, number)
        if currency is None:
            continue
        number, currency = _with_scale(passage.tokens, number, currency)
        number = _with_cents(passage, number, currency)
        last = max(currency.last, number.last)
        of, role = _sense(passage.tokens, number.first, last)
        fact = quantity(passage, "money", number, last, currency.unit, of, role, currency.first)
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
        at + 1 < len(tokens) and tokens[at + 1].is_number and tokens[at + 1].glued
    ):
        return _Currency(SIGNS[word.text], number.first, at + 1)
    if word.text in CODES or word.text in ("usd", "eur", "gbp", "rmb"):
        return _Currency(_iso(word.text.upper()), number.first, at + 1)
    if word.lower == "p" and tokens[at - 1].is_number and word.glued:
        return _Currency("GBP-penny", number.first, at + 1)
    return _named(tokens, at, number)


def _signed(tokens: Sequence[Word], sign: int, number: Number) -> _Currency:
    """$5, US$5, C $5, HK$5."""
    unit, first = SIGNS[tokens[sign].text], sign
    prefix = tokens[sign - 1] if sign else None
    if prefix is not None and unit == "USD" and prefix.lower in SIGN_PREFIXES and prefix.lower != "a":
        unit, first = SIGN_PREFIXES[prefix.lower], sign - 1
    elif prefix is not None and prefix.text == "A" and tokens[sign].glued:
        unit, first = "AUD", sign - 1
    last = number.last
    if lower(tokens, last) in ("dollars", "dollar", "usd"):
        last += 1
    return _Currency(unit, first, last)


def _iso(code: str) -> str:
    return "CNY" if code == "RMB" else code


def _named(tokens: Sequence[Word], at: int, number: Number) -> _Currency | None:
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


def _is_paid(tokens: Sequence[Word], name: str, at: int, number: Number) -> bool:
    """Whether pounds, won, rand ... are money here."""
    if name == "bucks" or (name.startswith("pound") and lower(tokens, at + 1) == "sterling"):
        return True
    if any(t.lower in SCALES or t.lower in MORE_SCALES for t in tokens[number.core[0] : number.core[1]]):
        return lower(tokens, at + 1) != "of" or name not in ("pounds", "pound")
    if name.startswith("pound"):
        return any(t.lower in _PAYING for t in tokens[max(0, number.first - 10) : at + 6])
    return isinstance(number.value, (int, float)) and number.value >= _FROM


def _with_scale(tokens: Sequence[Word], number: Number, currency: _Currency) -> tuple[Number, _Currency]:
    """75 USD million: the scale word behind the code."""
    scale = SCALES.get(lower(tokens, currency.last), 1)
    bounds = (number.value, number.low, number.high)
    if scale == 1 or tokens[currency.last - 1].text not in CODES or currency.last <= number.last:
        return number, currency
    value, low, high = (None if x is None else tidy(x * scale) for x in bounds)
    return number._replace(value=value, low=low, high=high), currency._replace(last=currency.last + 1)


def _with_cents(passage: Passage, number: Number, currency: _Currency) -> Number:
    """Thirteen dollars and forty-five cents is one amount of 13.45."""
    tokens = passage.tokens
    at = currency.last + 1 if lower(tokens, currency.last) == "and" else currency.last
    if _major(currency.unit) != currency.unit or not isinstance(number.value, int):
        return number
    for part in passage.numbers:
        if part.first != at or not isinstance(part.value, int) or not 0 < part.value < HUNDRED:
            continue
        named = lower(tokens, part.last) in ("cents", "pence")
        # "thirteen dollars forty-five", "15 dollars and 50" at the end of a clause
        spoken = part.value >= 10 and lower(tokens, currency.last - 1) in NAMES
        if named or (spoken and lower(tokens, part.last) in ("", ".", ",")):
            value = tidy(number.value + part.value / 100)
            return Number(number.first, part.last + named, number.core, value, value, value)
    return number


def _sense(tokens: Sequence[Word], first: int, last: int) -> tuple[str | None, str | None]:
    """What the money is (a rate, the noun beside it or its subject) and what is done with it."""
    chain = apposed_start(tokens, first)
    start = chain if lower(tokens, first - 1) == "(" else first  # "5 million pounds ($8 million)"
    rate = _rate(tokens, last)
    if rate is not None:
        return f"per {rate}", payment_role(tokens, start, last, None) or change_role(tokens, first, last)
    noun = _noun(tokens, first, last)
    described = lower(tokens, first - 1) in _DETERMINERS
    topic = None if noun is not None or described else topic_before(tokens, chain, _LINKS)
    of = noun if topic is None else topic.text
    role = payment_role(tokens, start, last, of) or change_role(tokens, first, last)
    return payment_name(of, role, topic is not None and lower(tokens, start - 1) != "of"), role


def _rate(tokens: Sequence[Word], last: int) -> str | None:
    """The day of "$5 a day", the share of "$5-a-share"."""
    at = last + 1 if lower(tokens, last) in ("-", "–", ")") else last
    if lower(tokens, at) == "(":
        at = next((k + 1 for k in range(at, min(at + _REACH, len(tokens))) if tokens[k].text == ")"), at)
    if lower(tokens, at) not in ("per", "a", "an"):
        return None
    at += 2 if lower(tokens, last) in ("-", "–") else 1
    return lower(tokens, at) if lower(tokens, at) in _RATES else None


def _noun(tokens: Sequence[Word], first: int, last: int) -> str | None:
    """The noun after the amount: a $6 trillion budget, $5 billion in aid, $5,000 bail."""
    described = lower(tokens, first - 1) in _DETERMINERS
    start = last + 1 if lower(tokens, last) == "in" else last
    described = described or lower(tokens, first - 2) in _DETERMINERS  # "a massive $5 million bill"
    if not described and start == last and lower(tokens, last) != "of" and lower(tokens, last) not in AMOUNTS:
        return None
    noun = noun_after(tokens, start)
    if start > last and noun is not None and _HOW & {t.lower for t in tokens[noun.first : noun.last + 1]}:
        return None  # "to $32.75 in late morning trading"
    return None if noun is None or noun.pronoun or is_name(tokens, noun) else noun.text


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
