"""Words, numbers and marks of a document, in one stream.

Every finder reads this one token stream instead of running its own patterns over
the text: offsets stay exact, and large alternations need not be compiled.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache, reduce
from itertools import accumulate, chain, count, repeat
from operator import attrgetter, or_
from typing import NamedTuple, TypeVar

# With the white space before it, of which the texts it searches have none at their end.
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
#: A space that is no gap by itself.
_WIDE_GAP = re.compile(r" (?:\s|(?<=\s ))")
_PIECE = re.compile(r"\s*\S+")
#: A table starts anew when it is full. So many pieces and words take 25 MB; of the articles
#: after the first thousand one piece in eight is new, and one word in twenty-five.
_MOST = 50_000
#: Characters of a piece worth keeping: a word with its marks, or two over a line break.
_LONGEST_PIECE = 40
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
    advance: int  # characters of gap and text
    is_word: bool
    is_number: bool  # written in digits (2,030 or 7:43)
    is_capital: bool  # begins with a capital letter
    glued: bool  # touches the token before it ("bn" of "2.5bn")
    traits: int  # of which tables (see `trait`) it is a word, one bit each


_T = TypeVar("_T")


class Stream(NamedTuple):
    """Words in order, and where each ends in the document."""

    words: tuple[Word, ...]
    ends: list[int]

    def span(self, first: int, last: int) -> tuple[int, int]:
        """Where ``words[first:last]`` begin and end."""
        return self.ends[first] - self.words[first].length, self.ends[last - 1]


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
_tests: list[tuple[Callable[[str], bool], int]] = []
_next_bit = map((1).__lshift__, count(3))


def trait(words: Iterable[str] = (), test: Callable[[str], bool] | None = None) -> int:
    """A bit of ``Word.traits``: the words with these keys have it, and those whose text passes the test.

    A finder asks for it once, when it is imported: a passage without the bits that can begin
    its facts is then passed over by one ``&``.
    """
    bit = next(_next_bit)
    for word in words:
        _traits[word] = _traits.get(word, 0) | bit
    if test is not None:
        _tests.append((test, bit))
    # words made before are without it
    _words.clear()
    _pieces.clear()
    document_stream.cache_clear()
    return bit


def _traits_of(text: str, key: str, gap: str) -> int:
    forms = NUMBER * text[0].isdigit() | CAPITAL * text[0].isupper() | NEW_LINE * ("\n" in gap)
    traits = forms | _traits.get(key, 0)
    for test, bit in _tests:
        if test(text):
            traits |= bit
    return traits


class _Words(dict[str, Word]):
    """A word with the white space before it, as printed -> the word."""

    def __missing__(self, printed: str) -> Word:
        text = printed.lstrip()
        gap, length = printed[: len(printed) - len(text)], len(text)
        key = text.lower().replace("’", "'")
        forms = text[0].isalpha(), text[0].isdigit(), text[0].isupper()
        traits = _traits_of(text, key, gap)
        word = Word(text, key, gap, length, len(printed), *forms, not gap, traits)
        _keep(self, printed, word)
        return word


class _Pieces(dict[str, tuple[Word, ...]]):
    """What stands between two spaces, or begins with another gap -> its words.

    No token reaches over a space, and a news text repeats its words: most are looked up.
    """

    def __missing__(self, piece: str) -> tuple[Word, ...]:
        whole = piece if piece[:1].isspace() else " " + piece
        found = (_words[whole],) if piece.isalpha() else tuple(map(_words.__getitem__, _TOKEN.findall(whole)))
        _keep(self, piece, found)
        return found


def _keep(table: dict[str, _T], printed: str, found: _T) -> None:
    if len(printed) <= _LONGEST_PIECE:
        if len(table) >= _MOST:
            table.clear()
        table[printed] = found


_words, _pieces = _Words(), _Pieces()
_ADVANCE, _TRAITS = attrgetter("advance"), attrgetter("traits")
_FIELDS = attrgetter("text", "lower", "is_word", "is_number", "is_capital")


def _split(text: str) -> list[str]:
    """The keys of `_pieces` in a text without white space at its end."""
    if not text[:1].isspace() and _WIDE_GAP.search(text) is None:
        return text.split(" ")
    pieces = _PIECE.findall(" " + text)
    return [piece[1:] if piece[0] == " " and not piece[1].isspace() else piece for piece in pieces]


def _scan(text: str, start: int, end: int) -> Stream:
    # white space at the end belongs to no token; before the first one a space is thought
    words = tuple(chain.from_iterable(map(_pieces.__getitem__, _split(text[start:end].rstrip()))))
    ends = list(accumulate(map(_ADVANCE, words), initial=start - 1))
    del ends[0]
    return Stream(words, ends)


@lru_cache(maxsize=2)
def document_stream(text: str) -> Stream:
    """The stream of a whole document; those of two documents are kept, so that most die young."""
    return _scan(text, 0, len(text))


def read_stream(text: str, start: int = 0, end: int | None = None) -> Stream:
    """The stream of ``text[start:end]``, offsets counted from the start of ``text``."""
    stop = len(text) if end is None else end
    if start == 0 and stop >= len(text):
        return _scan(text, 0, stop)
    words, ends = document_stream(text)
    first = bisect_right(ends, start)
    last = bisect_right(ends, stop, first)
    if _cuts(words, ends, first, start) or _cuts(words, ends, last, stop):
        return _scan(text, start, stop)
    return Stream(words[first:last], ends[first:last])


def read_words(text: str, start: int = 0, end: int | None = None) -> tuple[Word, ...]:
    """The words of ``text[start:end]``."""
    stop = len(text) if end is None else end
    if start == 0 and stop >= len(text):
        return _scan(text, 0, stop).words
    words, ends = document_stream(text)
    first = bisect_right(ends, start)
    last = bisect_right(ends, stop, first)
    if _cuts(words, ends, first, start) or _cuts(words, ends, last, stop):
        return _scan(text, start, stop).words
    return words[first:last]


def _cuts(words: Sequence[Word], ends: Sequence[int], i: int, at: int) -> bool:
    """Whether a passage that begins or ends at ``at`` cuts token ``i``: then its own are others."""
    return i < len(words) and ends[i] - words[i].length < at


def traits_in(words: Sequence[Word]) -> int:
    """The traits of all words of a passage."""
    return reduce(or_, map(_TRAITS, words), 0)


@lru_cache(maxsize=_MOST_PASSAGES)
def tokenize(text: str) -> tuple[Token, ...]:
    """The tokens of a passage, offsets counted from its start; those of the last passages are kept."""
    words, ends = _scan(text, 0, len(text))
    placed = [(end - word.length, end, *_FIELDS(word)) for word, end in zip(words, ends, strict=True)]
    return tuple(map(tuple.__new__, repeat(Token), placed))


def printed(words: Sequence[Word]) -> str:
    """The words as the document prints them, from the first to the last."""
    return "".join([w.gap + w.text for w in words]).lstrip()
