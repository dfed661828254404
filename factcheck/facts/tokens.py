"""Words, numbers and marks of a document, in one stream.

Every finder reads this one token stream instead of running its own patterns over
the text: offsets stay exact, and large alternations need not be compiled.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache, reduce
from itertools import accumulate, count, repeat
from operator import attrgetter, or_, sub
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
    traits: int  # of which tables (see `trait`) it is a word, one bit each


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


#: The first bits of ``Word.traits``; the others are given out by `trait`.
NUMBER, CAPITAL, NEW_LINE = 1, 2, 4
_traits: dict[str, int] = {}
_endings: dict[str, int] = {}
_next_bit = map((1).__lshift__, count(3))


def trait(words: Iterable[str], ending: str = "") -> int:
    """A bit that tells the words with these keys, or with this ending, in ``Word.traits``.

    A finder asks for it once, when it is imported: a passage without the bits that can begin
    its facts is then passed over by one ``&``.
    """
    bit = next(_next_bit)
    for word in words:
        _traits[word] = _traits.get(word, 0) | bit
    if ending:
        _endings[ending] = bit
    # words made before are without it
    _words.clear()
    document_stream.cache_clear()
    return bit


def _traits_of(text: str, key: str, gap: str) -> int:
    forms = NUMBER * text[0].isdigit() | CAPITAL * text[0].isupper() | NEW_LINE * ("\n" in gap)
    traits = forms | _traits.get(key, 0)
    for ending, bit in _endings.items():
        if key.endswith(ending):
            traits |= bit
    return traits


class _Words(dict[str, Word]):
    """A match of _TOKEN -> its word."""

    def __missing__(self, printed: str) -> Word:
        text = printed.lstrip()
        gap, first = printed[: len(printed) - len(text)], text[0]
        key = text.lower().replace("’", "'")
        forms = first.isalpha(), first.isdigit(), first.isupper()
        word = Word(text, key, gap, len(text), *forms, not gap, _traits_of(text, key, gap))
        if len(printed) <= _LONGEST_WORD:
            if len(self) >= _MOST_WORDS:
                self.clear()
            self[printed] = word
        return word


_words = _Words()
_LENGTH = attrgetter("length")
_TRAITS = attrgetter("traits")
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


def traits_in(words: Sequence[Word]) -> int:
    """The traits of all words of a passage."""
    return reduce(or_, map(_TRAITS, words), 0)


@lru_cache(maxsize=_MOST_PASSAGES)
def tokenize(text: str) -> tuple[Token, ...]:
    """The tokens of a passage, offsets counted from its start; those of the last passages are kept."""
    words, starts, ends = _scan(text, 0, len(text))
    placed = [(start, end, *_FIELDS(word)) for word, start, end in zip(words, starts, ends, strict=True)]
    return tuple(map(tuple.__new__, repeat(Token), placed))


def printed(words: Sequence[Word]) -> str:
    """The words as the document prints them, from the first to the last."""
    return "".join([w.gap + w.text for w in words]).lstrip()
