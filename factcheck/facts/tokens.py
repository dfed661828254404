"""Words, numbers and marks of a document, in one stream.

Every finder reads this one token stream instead of running its own patterns over
the text: offsets stay exact, and large alternations need not be compiled.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate, repeat
from operator import attrgetter, sub
from typing import NamedTuple

# With the white space before it, so that a match tells all of a token but its place.
_TOKEN = re.compile(
    r"""\s*+(?:
      [A-Za-z]{2,}+(?![^\W\d_]|['’])                 # most words, found without backtracking
    | (?:[A-Za-z]\.){2,}                             # U.S., p.m.
    | \d+(?:[.,:]\d+)*                               # 2,030  1.5  7:43
    | ['’]s\b                                        # the clitic of a possessive
    | [^\W\d_]+(?:['’](?!s\b)[^\W\d_]+)*             # words, don't, O'Brien
    | \S                                             # any other mark by itself
    )""",
    re.VERBOSE,
)
#: Different words of a hundred articles; the table starts anew when it is full.
_MOST_WORDS = 20_000
#: Characters of a word worth keeping, with the white space before it.
_LONGEST_WORD = 40
#: Passages whose tokens are kept: the claims of a story of a dozen articles.
_MOST_PASSAGES = 1000


@dataclass(frozen=True, slots=True, eq=False)
class Word:
    """A token without its place: one object for all its prints after the same ``gap``.

    News repeats its words, so that what is worked out here is worked out once for all.
    """

    text: str  # the exact slice of the document
    lower: str  # its key
    gap: str  # the white space before it
    length: int  # characters of ``text``
    is_word: bool
    is_number: bool  # written in digits (2,030 or 7:43)
    is_capital: bool  # begins with a capital letter
    glued: bool  # touches the token before it ("bn" of "2.5bn")


class Stream(NamedTuple):
    """Words in order, and where each begins and ends in the document."""

    words: tuple[Word, ...]
    starts: list[int]
    ends: list[int]


class Token(NamedTuple):
    """A word in its place: ``text`` is the exact slice ``[start:end]``, ``lower`` its key."""

    start: int
    end: int
    text: str
    lower: str
    is_word: bool
    is_number: bool
    is_capital: bool


class _Words(dict[str, Word]):
    """A match of _TOKEN -> its word."""

    def __missing__(self, printed: str) -> Word:
        text = printed.lstrip()
        gap, first = printed[: len(printed) - len(text)], text[0]
        lower = text.lower().replace("’", "'")
        word = Word(
            text, lower, gap, len(text), first.isalpha(), first.isdigit(), first.isupper(), glued=not gap
        )
        if len(printed) <= _LONGEST_WORD:
            if len(self) >= _MOST_WORDS:
                self.clear()
            self[printed] = word
        return word


_words = _Words()
_LENGTH = attrgetter("length")
_FIELDS = attrgetter("text", "lower", "is_word", "is_number", "is_capital")


def _scan(text: str, start: int, end: int) -> Stream:
    # white space at the end belongs to no token
    printed = _TOKEN.findall(text[start:end].rstrip())
    words = tuple(map(_words.__getitem__, printed))
    ends = list(accumulate(map(len, printed), initial=start))
    del ends[0]
    return Stream(words, list(map(sub, ends, map(_LENGTH, words))), ends)


@lru_cache(maxsize=2)
def document_stream(text: str) -> Stream:
    """The stream of a whole document; those of two documents are kept, so that most die young."""
    return _scan(text, 0, len(text))


def read_stream(text: str, start: int = 0, end: int | None = None) -> Stream:
    """The stream of ``text[start:end]``, offsets counted from the start of ``text``."""
    stop = len(text) if end is None else end
    if start == 0 and stop >= len(text):
        return _scan(text, 0, stop)
    words, starts, ends = document_stream(text)
    first = bisect_left(starts, start)
    last = bisect_left(starts, stop, first)
    # where the passage begins or ends inside a token, its own are others
    if (first > 0 and ends[first - 1] > start) or (last > first and ends[last - 1] > stop):
        return _scan(text, start, stop)
    return Stream(words[first:last], starts[first:last], ends[first:last])


def read_words(text: str, start: int = 0, end: int | None = None) -> tuple[Word, ...]:
    """The words of ``text[start:end]``."""
    return read_stream(text, start, end).words


@lru_cache(maxsize=_MOST_PASSAGES)
def tokenize(text: str) -> tuple[Token, ...]:
    """The tokens of a passage, offsets counted from its start; those of the last passages are kept."""
    words, starts, ends = _scan(text, 0, len(text))
    placed = [(start, end, *_FIELDS(word)) for word, start, end in zip(words, starts, ends, strict=True)]
    return tuple(map(tuple.__new__, repeat(Token), placed))


def printed(words: Sequence[Word]) -> str:
    """The words as the document prints them, from the first to the last."""
    return "".join([w.gap + w.text for w in words]).lstrip()
