"""Datelines of agency reports: "ALMATY, Jan. 13 (Xinhua) -- ", alone or before a sentence."""

from __future__ import annotations

import re
from collections.abc import Sequence

from factcheck.facts.tokens import Word, read_words
from factcheck.ingest.calendar_words import TIME_ZONES, WEEKDAYS, month_number

# The dash that ends a dateline; a lone hyphen must stand free.
_DASH = re.compile(r"[-–—](?:(?<=[–—])|-+|(?<=\s-)(?=\s|$)|(?<=\)-)|(?<=\)\s-))")
# Place, region, date and agency: "RIO DE JANEIRO, Brazil, Sept. 30 (Agence France-Presse)" is 15 tokens.
_MOST_TOKENS = 20
_MOST_CHARACTERS = 90
_SMALL_IN_NAMES = frozenset({"de", "do", "la", "le", "el", "al", "of", "and", "the"})


def may_open_with_dateline(tokens: Sequence[Word]) -> bool:
    """Whether all words before the first dash can be part of a dateline."""
    for token in tokens:
        if token.text in "-–—":
            return True
        if not belongs(token):
            return False
    return False


def dateline_end(sentence: str) -> int:
    """Length of the dateline a sentence opens with, its dash included; 0 if it has none.

    >>> dateline_end("OSLO, Norway (AP) -- The harbour froze.")
    21
    """
    opening = sentence[:_MOST_CHARACTERS]
    for dash in _DASH.finditer(opening):
        if _is_place_and_date(opening[: dash.start()].rstrip(), closed=True):
            after = opening[dash.end() :]
            return len(opening) - len(after.lstrip())
    return 0


def is_dateline(line: str) -> bool:
    """The whole line is a dateline ("ALMATY, Kazakhstan", "Mumbai, Nov 11 -")."""
    head = line.strip().rstrip("-–— ")
    return _is_place_and_date(head, closed=head != line.strip())


def _is_place_and_date(head: str, *, closed: bool) -> bool:
    """A place in capitals, or a place with a date or an agency; ``closed`` by a dash."""
    tokens = read_words(head)
    if not tokens or len(tokens) > _MOST_TOKENS or not tokens[0].text[0].isupper():
        return False
    words = [t for t in tokens if t.is_word]
    capitals = len(words[0].text) > 2 and words[0].text.isupper()
    agency = any(t.text == "(" for t in tokens) and tokens[-1].text == ")"
    dated = any(month_number(t.lower.rstrip(".")) for t in words) and any(t.is_number for t in tokens)
    comma = any(t.text == "," for t in tokens)
    if not all(belongs(t) for t in tokens):
        return False
    if not capitals:
        # "Mumbai, Nov 11 -" and "London (Reuters) -"
        return closed and (dated or agency) and (comma or agency) and words[0].lower not in WEEKDAYS
    return (agency or dated or comma) if not closed else len(words) <= 6 or dated or agency


def belongs(token: Word) -> bool:
    """Whether a token can be part of a dateline."""
    word = token.lower.rstrip(".")
    if token.is_word:
        return token.is_capital or word in _SMALL_IN_NAMES or word in TIME_ZONES
    return token.is_number or token.text in ",.()/-'’"
