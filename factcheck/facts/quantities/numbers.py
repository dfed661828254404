"""Number expressions: digits, number words, scale words, ranges and approximators."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from factcheck.facts.quantities.approximators import before_currency, mark_after, mark_before
from factcheck.facts.quantities.currencies import AMBIGUOUS, CODES, NAMES, SIGNS
from factcheck.facts.quantities.digits import read_alone
from factcheck.facts.quantities.interval import bounds, tidy
from factcheck.facts.quantities.labels import is_label
from factcheck.facts.quantities.number_words import numeral_traits, read_numeral
from factcheck.facts.quantities.numerals import HYPHEN, HYPHENS, Numeral, joins, lower
from factcheck.facts.tokens import Word
from factcheck.lexicon.wordset import word_set

_CHANGES = word_set(
    """
    rose fell up down gained lost climbed jumped dropped added slipped surged soared grew increased
    decreased tumbled plunged slid sank advanced declined shed
    """
)
_DECISIONS = word_set(
    """
    voted vote votes won win lost lose lead leads led beat ruled decision defeat victory
    """
)
_VOTING = word_set("voted vote votes voting approved passed ruled")
_PERCENT = frozenset(("%", "percent", "per", "cent", "pct"))
#: What may follow the first figure of a range or chance.
_GOES_ON = HYPHENS | _PERCENT | {"and", "to", "or", "through", "in", "out"}
_CHANCE = word_set("chance odds people adults women men children voters americans")
#: After "48m" these are counted in millions; what is 48 metres is a race, a wave, a yacht.
_BY_THE_MILLION = word_set(
    """
    people users customers viewers followers subscribers voters households homes jobs doses passengers
    visitors copies children adults americans britons workers members refugees vehicles cars devices
    downloads views shares barrels tonnes litres accounts records patients pupils students residents
    inhabitants tourists listeners readers tests units votes
    """
)
_TIME_UNITS = word_set(
    """
    second seconds minute minutes hour hours day days week weeks month months year years
    """
)


class Number(NamedTuple):
    """A number expression over ``tokens[first:last]`` (last exclusive).

    ``value`` has scale words applied and is None for vague words ("dozens") and ranges;
    ``low``/``high`` are the interval that approximators and written precision allow.
    ``core`` is the token range of the bare number, without "more than" or "between".
    """

    first: int
    last: int
    core: tuple[int, int]
    value: float | int | None
    low: float | int | None
    high: float | int | None
    low_open: bool = False
    high_open: bool = False
    approx: bool = False
    ordinal: bool = False


def _is_money(tokens: Sequence[Word], i: int) -> bool:
    """Whether a sign or code stands before the digits, or a currency or a crowd behind a glued
    letter ("5m euros", "48m users"): there "m" is a million and no metre."""
    if i > 0 and (tokens[i - 1].text in SIGNS or tokens[i - 1].text in CODES):
        return True
    if lower(tokens, i + 1) == "m" and lower(tokens, i + 2) in _BY_THE_MILLION:
        return True
    return lower(tokens, i + 1) in ("m", "t") and (
        lower(tokens, i + 2) in NAMES or lower(tokens, i + 2) in AMBIGUOUS
    )


def find_numbers(tokens: Sequence[Word], traits: int) -> tuple[Number, ...]:
    """All number expressions of a passage whose words have these ``traits``, left to right, not
    overlapping.

    Labels (F-16, Flight 370, a clock time) and sports scores are left out.
    """
    found: list[Number] = []
    free = 0
    first = numeral_traits(traits)
    for i in [i for i, t in enumerate(tokens) if t.traits & first]:
        if i < free:
            continue
        numeral = read_alone(tokens, i) or read_numeral(
            tokens, i, money=tokens[i].is_number and _is_money(tokens, i)
        )
        if numeral is None:
            continue
        joined = _joined_digits(tokens, numeral)
        if joined == numeral.last + 2 and _is_vote(tokens, numeral.first, numeral.last + 2):
            found.append(_plain(numeral))
            free = numeral.last
        elif joined is not None and (joined > numeral.last + 2 or not _is_range(tokens, numeral, joined)):
            free = joined
        elif is_label(tokens, numeral, traits):
            free = numeral.last
        else:
            found.append(_number(tokens, numeral, traits))
            free = found[-1].last
    return tuple(found)


def _joined_digits(tokens: Sequence[Word], number: Numeral) -> int | None:
    """Where digits hyphened to this number end: 3-1, 555-0199-22, 5-7; None if there are none."""
    end = number.last
    if end < len(tokens) and not tokens[end].traits & HYPHEN:
        return None
    while tokens[number.first].is_number and joins(tokens, end) and tokens[end + 1].is_number:
        end += 2
    return end if end > number.last else None


def _is_vote(tokens: Sequence[Word], first: int, last: int) -> bool:
    """Whether two hyphened figures are votes for and against: voted 52-48, a 5-4 ruling."""
    before = (
        lower(tokens, first - 2)
        if lower(tokens, first - 1) in ("of", "was", "by")
        else lower(tokens, first - 1)
    )
    after = lower(tokens, last + 1) if joins(tokens, last) else lower(tokens, last)
    return before in _VOTING or after in (
        "vote",
        "votes",
        "ruling",
        "verdict",
        "opinion",
        "decision",
        "majority",
    )


def _plain(numeral: Numeral) -> Number:
    value = numeral.value
    return Number(numeral.first, numeral.last, (numeral.first, numeral.last), value, value, value)


def _is_range(tokens: Sequence[Word], number: Numeral, end: int) -> bool:
    """Whether two hyphened figures are a range (5-7 percent) and not a score or a season."""
    other = read_numeral(tokens, number.last + 1)
    if (
        other is None
        or number.value is None
        or other.value is None
        or not number.value < other.value * other.scale
    ):
        return False
    if (
        number.year_like
        or lower(tokens, number.first - 1) in _DECISIONS
        or lower(tokens, other.last) in _DECISIONS
    ):
        return False
    following = lower(tokens, other.last)
    return (
        other.scale > 1
        or following.isalpha()
        or following in ("%", "-", "")
        or lower(tokens, number.first - 1) in SIGNS
    )


def _number(tokens: Sequence[Word], numeral: Numeral, traits: int) -> Number:
    if numeral.ordinal:
        value = numeral.value
        return Number(
            numeral.first, numeral.last, (numeral.first, numeral.last), value, value, value, ordinal=True
        )
    if lower(tokens, numeral.last) in _GOES_ON:
        ranged = _range(tokens, numeral, traits) or _chance(tokens, numeral)
        if ranged is not None:
            return ranged
    core = (numeral.first, numeral.last)
    start = before_currency(tokens, numeral.first)
    sign = _sign(tokens, numeral)
    if numeral.value is None:
        mark = mark_before(tokens, start)
        first = start if mark is None else mark.at
        return Number(first, numeral.last, core, None, numeral.low, numeral.high, False, True, True)
    if sign < start:
        core, start = (sign, numeral.last), sign
        numeral = Numeral(sign, numeral.last, -numeral.value, numeral.step, numeral.half)
    mark, last = mark_before(tokens, start), numeral.last
    after = mark_after(tokens, numeral.last)
    if mark is None and after is not None:
        last, operator = after.at, after.operator
    else:
        operator = "exact" if mark is None else mark.operator
    value = numeral.value
    assert value is not None
    span = bounds(operator, value, numeral.step, numeral.half)
    first = start if mark is None else mark.at
    return Number(first, last, core, value, span.low, span.high, span.low_open, span.high_open, span.approx)


def _sign(tokens: Sequence[Word], numeral: Numeral) -> int:
    """Where a minus sign or word stands, else the number's own start."""
    i = numeral.first - 1
    if lower(tokens, i) in ("minus", "negative"):
        return i
    if i >= 0 and tokens[i].text in "-−–" and tokens[i + 1].glued and tokens[i + 1].is_number:
        free = i == 0 or (not tokens[i].glued and not tokens[i - 1].is_number)
        return i if free else numeral.first
    return numeral.first


def _range(tokens: Sequence[Word], low: Numeral, traits: int) -> Number | None:
    """Between 5 and 7, 5 to 7, 5-7, two or three; the bounds are closed, there is no value."""
    start = before_currency(tokens, low.first)
    between = lower(tokens, start - 1) == "between"
    at = low.last
    while lower(tokens, at) in _PERCENT and at < low.last + 2:
        at += 1
    link = lower(tokens, at)
    hyphen = link in HYPHENS
    if link not in (("and", "to") if between else ("to", "or", "through")) and not (hyphen and not between):
        return None
    at += 2 if link == "to" and joins(tokens, at + 1) else 1
    while at < len(tokens) and tokens[at].text in SIGNS:
        at += 1
    high = read_numeral(tokens, at, money=tokens[at - 1].text in SIGNS) if at < len(tokens) else None
    if high is None or high.ordinal or low.value is None or high.value is None:
        return None
    if not hyphen and is_label(tokens, high, traits):
        return None
    bottom = low.value
    if low.scale == 1 and high.scale > 1 and bottom * high.scale < high.value:
        bottom = tidy(bottom * high.scale)
    if not bottom < high.value or not (between or _plausible(tokens, low, high, bottom, link)):
        return None
    first = start - 1 if between else start
    if not between and lower(tokens, start - 1) == "from":
        first = start - 1
    mark = mark_before(tokens, first)
    return Number(
        first if mark is None else mark.at,
        high.last,
        (low.first, high.last),
        None,
        bottom,
        high.value,
        approx=True,
    )


def _plausible(tokens: Sequence[Word], low: Numeral, high: Numeral, bottom: float | int, link: str) -> bool:
    """Whether figures joined without "between" are a range, not a change, a vote or two years."""
    assert high.value is not None
    before = lower(tokens, before_currency(tokens, low.first) - 1)
    if before == "from":
        ranging = lower(tokens, before_currency(tokens, low.first) - 2)
        ranging = lower(tokens, before_currency(tokens, low.first) - 3) if ranging == "is" else ranging
        return ranging.startswith(("rang", "vary", "vari", "anywhere"))
    if before in _DECISIONS or (low.year_like and high.year_like and low.value != 1000):
        return False
    if link == "or":
        return high.value <= 2 * bottom and high.scale == low.scale
    if link in HYPHENS and not tokens[low.first].is_number:
        return (high.value <= 10 * bottom and not joins(tokens, high.last)) or high.value <= 2 * bottom
    return not (before in _CHANGES and high.value > 3 * bottom)


def _chance(tokens: Sequence[Word], top: Numeral) -> Number | None:
    """One in five, two-in-three chance, four out of 10."""
    if not isinstance(top.value, int) or not 0 < top.value < 100:
        return None
    at = top.last + 1 if joins(tokens, top.last) else top.last
    out = lower(tokens, at) == "out" and lower(tokens, at + 1) == "of"
    if lower(tokens, at) != "in" and not out:
        return None
    at += 2 if out else 1
    hyphen = joins(tokens, at)
    at += 1 if hyphen else 0
    bottom = read_numeral(tokens, at) if at < len(tokens) else None
    if (
        bottom is None
        or not isinstance(bottom.value, int)
        or bottom.year_like
        or not top.value < bottom.value
    ):
        return None
    following = lower(tokens, bottom.last)
    if following in _TIME_UNITS or not (top.value == 1 or hyphen or out or following in _CHANCE):
        return None
    value = tidy(top.value / bottom.value)
    mark = mark_before(tokens, top.first)
    span = bounds("exact" if mark is None else mark.operator, value, value, 0)
    first = top.first if mark is None else mark.at
    return Number(
        first,
        bottom.last,
        (top.first, bottom.last),
        value,
        span.low,
        span.high,
        span.low_open,
        span.high_open,
        span.approx,
    )
