"""How old a person is: aged 87, an 87-year-old, 87 years old, "Smith, 43,".

Agreeing and conflicting:

>>> from factcheck.facts import compare_facts, extract_facts
>>> texts = ("He was aged 87.", "The 87-year-old died.", "He was 85 years old.")
>>> a, b, c = (extract_facts(text)[0] for text in texts)
>>> compare_facts(a, b).relation
'equal'
>>> compare_facts(a, c).relation
'conflict'
"""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.facts.naming.runs import NON_NAMES, STARTERS
from factcheck.facts.passage import WITH_NUMBERS, Passage
from factcheck.facts.quantities.labels import MONTHS
from factcheck.facts.quantities.nouns import noun_after, phrase_text
from factcheck.facts.quantities.numbers import Number
from factcheck.facts.quantities.numerals import joins, lower
from factcheck.facts.quantities.quantity import compare_plain, is_free, quantity
from factcheck.facts.tokens import NUMBER, Word, trait
from factcheck.lexicon.wordset import word_set
from factcheck.model import Fact, Relation

_UNITS = {
    f + s: f for f in ("year", "month", "week", "day") for s in ("", "s")
} | {"yr": "year", "yrs": "year"}  # fmt: skip
_PERSONS = word_set(
    """
    man woman boy girl mother father son daughter brother sister wife husband student victim suspect
    gunman attacker shooter
    """
)
#: "A boy of 12" is that old, "a mother of six" has six children.
_BY_AGE = word_set("boy girl man woman child baby infant toddler youth lad pensioner")
_BEFORE_AGE = NUMBER | trait("of between aged ages age at was is and or ,".split())
_AFTER_AGE = trait((*_UNITS, "-", "–", "yo"))
#: A bare number between commas is an age only in this span; others are more often something else.
_YOUNGEST, _OLDEST = 3, 110


TRAITS = WITH_NUMBERS


def find(passage: Passage, taken: Sequence[Fact]) -> list[Fact]:
    """Facts with ``value`` in ``unit`` (year, month, week or day), ``of`` the person's name or noun."""
    found: list[Fact] = []
    for number in passage.numbers:
        if number.ordinal or not _may_be_age(passage.tokens, number):
            continue
        fact = _age(passage, number) or _listed(passage, number, found)
        if fact is not None and is_free(taken, fact.start, fact.end):
            found.append(fact)
    return found


def _may_be_age(tokens: Sequence[Word], number: Number) -> bool:
    """Whether a word beside the number is one that ages stand with."""
    first, last = number.first, number.last
    before = first > 0 and tokens[first - 1].traits & _BEFORE_AGE
    return bool(before or (last < len(tokens) and tokens[last].traits & _AFTER_AGE))


def _age(passage: Passage, number: Number) -> Fact | None:
    tokens, i = passage.tokens, number.first
    return _old(passage, number) or _aged(passage, number, i) or _said(passage, number) or (
        quantity(passage, "age", number, number.last, "year", _name_before(tokens, number.first - 1))
        if _in_commas(tokens, number) else None
    )  # fmt: skip


def _listed(passage: Passage, number: Number, before: Sequence[Fact]) -> Fact | None:
    """The 14 and 17 of "aged 12, 14 and 17"."""
    tokens, at = passage.tokens, number.first
    while lower(tokens, at - 1) in (",", "and", "or") or (at and tokens[at - 1].is_number):
        at -= 1
    listed = bool(before) and at < number.first and lower(tokens, at - 1) in ("aged", "ages")
    if not listed or noun_after(tokens, number.last) is not None:
        return None
    return quantity(passage, "age", number, number.last, before[-1].unit, before[-1].of)


def _said(passage: Passage, number: Number) -> Fact | None:
    """He was 43; the gunman is 26; she died at 91."""
    tokens, value, last = passage.tokens, number.value, number.last
    verb, before = lower(tokens, number.first - 2), lower(tokens, number.first - 3)
    if lower(tokens, number.first - 1) == "at" and verb in ("died", "dead", "dies") and before != "the":
        ends = lower(tokens, last) in ("", ".", ",", ";", "in", "on", "after", "from")
        whole = isinstance(value, int) and value <= _OLDEST
        return quantity(passage, "age", number, last, "year") if ends and whole else None
    if lower(tokens, number.first - 1) not in ("was", "is") or lower(tokens, last) not in ("", ".", ",", ";"):
        return None
    subject = lower(tokens, number.first - 2)
    if not isinstance(value, int) or not _YOUNGEST <= value <= _OLDEST or number.last - number.first > 1:
        return None
    if subject not in _PERSONS and subject not in ("he", "she", "who"):
        return None
    name = subject if subject in _PERSONS else None
    return quantity(passage, "age", number, last, "year", name)


def _old(passage: Passage, number: Number) -> Fact | None:
    """87-year-old, 87 years old, eighteen months of age, 87 yo."""
    tokens, at = passage.tokens, number.last
    at += 1 if lower(tokens, at) in ("-", "–") else 0
    unit = _UNITS.get(lower(tokens, at))
    if unit is None:
        return quantity(passage, "age", number, at + 1, "year") if lower(tokens, at) == "yo" else None
    after = at + 2 if lower(tokens, at + 1) in ("-", "–") else at + 1
    if lower(tokens, after) in ("old", "olds"):
        noun = noun_after(tokens, after + 1, one=True)
        name = noun.text if noun is not None else _subject(tokens, number.first)
        return quantity(passage, "age", number, after + 1, unit, name)
    if lower(tokens, after) == "of" and lower(tokens, after + 1) == "age":
        return quantity(passage, "age", number, after + 2, unit, _subject(tokens, number.first))
    return None


def _aged(passage: Passage, number: Number, i: int) -> Fact | None:
    """Aged 87, age 87, at the age of 12, between the ages of 18 and 24."""
    tokens = passage.tokens
    if lower(tokens, i - 1) == "of" and lower(tokens, i - 2) in _BY_AGE:
        bare = noun_after(tokens, number.last) is None and not number.approx
        return quantity(passage, "age", number, number.last, "year", tokens[i - 2].lower) if bare else None
    first = i - 1 if lower(tokens, i - 1) in ("of", "between") else i
    before = lower(tokens, first - 1)
    if before in ("aged", "ages", "age"):
        if first == i and before == "age" and lower(tokens, number.last) in _UNITS:
            return None
        name = _name_before(tokens, first - 2) if lower(tokens, first - 2) == "," else None
        return quantity(passage, "age", number, number.last, "year", name, first=first - 1)
    return None


def _in_commas(tokens: Sequence[Word], number: Number) -> bool:
    """Smith, 43, and a girl, 9, but not Jan. 5, 12 people or a list of figures."""
    value, before, name = number.value, number.first - 1, number.first - 2
    if not isinstance(value, int) or number.approx or not _YOUNGEST <= value <= _OLDEST or name < 0:
        return False
    if tokens[before].text != "," or lower(tokens, number.last) not in (",", ".", ";", "of"):
        return False
    if (
        lower(tokens, number.last) == "of"
        and tokens[number.last + 1 :][:1]
        and not tokens[number.last + 1].text[0].isupper()
    ):
        return False
    word = tokens[name]
    if word.lower in _PERSONS:
        return True
    if not word.is_word or not word.is_capital or word.lower in MONTHS:
        return False
    if name == 0:
        # "Lopez, 43, said": a surname may open the sentence, "Meanwhile, 43, ..." may not
        return lower(tokens, number.last) == "," and word.lower not in STARTERS | NON_NAMES
    # a surname follows another capitalised word: "Maria Lopez, 43", not "in Boston, 12,"
    return tokens[name - 1].text[:1].isupper() or lower(tokens, name - 1) in (
        "and",
        "of",
        "mr",
        ".",
        ",",
        "by",
        "with",
    )


def _name_before(tokens: Sequence[Word], comma: int) -> str | None:
    """The capitalised words (or the person noun) that end before the comma."""
    first = comma
    while (
        first > 0 and comma - first < 4 and tokens[first - 1].is_word and tokens[first - 1].text[0].isupper()
    ):
        first -= 1
    if first < comma:
        return phrase_text(tokens, first, comma)
    return tokens[comma - 1].lower if comma > 0 and tokens[comma - 1].lower in _PERSONS else None


def _subject(tokens: Sequence[Word], i: int) -> str | None:
    """The name right before "is 87 years old" or ", 87 years old"."""
    at = i
    while at > 0 and lower(tokens, at - 1) in ("is", "was", "who", ",", "now", "only", "just"):
        at -= 1
    return _name_before(tokens, at) if at < i and joins(tokens, at) is False else None


def compare(a: Fact, b: Fact) -> Relation | None:
    """Compare ages in one unit; None for years against months."""
    return compare_plain(a, b)
