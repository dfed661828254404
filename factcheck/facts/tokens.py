"""Words, numbers and marks of a passage, with their offsets in the document.

Every finder reads this one token stream instead of running its own patterns over
the text: offsets stay exact, and large alternations need not be compiled.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import lru_cache
from itertools import accumulate
from typing import NamedTuple

_TOKEN = re.compile(
    r"""
      [A-Za-z]{2,}+(?![^\W\d_]|['’])                 # most words, found without backtracking
    | (?:[A-Za-z]\.){2,}                             # U.S., p.m.
    | \d+(?:[.,:]\d+)*                               # 2,030  1.5  7:43
    | ['’]s\b                                        # the clitic of a possessive
    | [^\W\d_]+(?:['’](?!s\b)[^\W\d_]+)*             # words, don't, O'Brien
    | \S                                             # any other mark by itself
    """,
    re.VERBOSE,
)
#: Different pieces of a hundred articles; the table starts anew when it is full.
_MOST_PIECES = 20_000
#: Characters of a piece worth keeping: a word with its marks, or two over a line break.
_LONGEST_PIECE = 40


class Token(NamedTuple):
    """``text`` is the exact slice ``[start:end]`` of the document, ``lower`` its key."""

    start: int
    end: int
    text: str
    lower: str
    is_word: bool
    is_number: bool  # written in digits (2,030 or 7:43)
    is_capital: bool  # begins with a capital letter


def _form(word: str) -> tuple[str, str, bool, bool, bool]:
    first = word[0]
    return word, word.lower().replace("’", "'"), first.isalpha(), first.isdigit(), first.isupper()


_Forms = tuple[tuple[int, int, str, str, bool, bool, bool], ...]


class _Pieces(dict[str, _Forms]):
    """What stands between two spaces -> its tokens, counted from its start.

    No token reaches over a space, and a news text repeats its words: most are looked up.
    """

    def __missing__(self, piece: str) -> _Forms:
        found: _Forms
        if piece.isalpha():
            found = ((0, len(piece), piece, piece.lower(), True, False, piece[0].isupper()),)
        else:
            found = tuple([(*match.span(), *_form(match.group())) for match in _TOKEN.finditer(piece)])
        if len(piece) <= _LONGEST_PIECE:
            if len(self) >= _MOST_PIECES:
                self.clear()
            self[piece] = found
        return found


_pieces = _Pieces()


def _scan(text: str, start: int, end: int) -> tuple[Token, ...]:
    new, known = tuple.__new__, _pieces.__getitem__
    pieces = (text[start:end] if start or end < len(text) else text).split(" ")
    starts = accumulate([len(piece) + 1 for piece in pieces], initial=start)
    return tuple(
        [
            new(Token, (at + first, at + last, word, key, is_word, is_number, is_capital))
            for at, piece in zip(starts, pieces, strict=False)
            for first, last, word, key, is_word, is_number, is_capital in known(piece)
        ]
    )


@lru_cache(maxsize=2)
def _document(text: str) -> tuple[tuple[Token, ...], list[int]]:
    """Tokens and their starts; those of two documents are kept, so that most die young."""
    tokens = _scan(text, 0, len(text))
    return tokens, [t.start for t in tokens]


def document_tokens(text: str) -> tuple[Token, ...]:
    """The tokens of a whole document."""
    return _document(text)[0]


def tokenize(text: str, start: int = 0, end: int | None = None) -> tuple[Token, ...]:
    """The tokens of ``text[start:end]``, offsets counted from the start of ``text``."""
    stop = len(text) if end is None else end
    if start == 0 and stop >= len(text):
        return _scan(text, 0, stop)
    tokens, starts = _document(text)
    first = bisect_left(starts, start)
    last = bisect_left(starts, stop, first)
    # where the passage begins or ends inside a token, its own are others
    cut = (first > 0 and tokens[first - 1].end > start) or (last > first and tokens[last - 1].end > stop)
    return _scan(text, start, stop) if cut else tokens[first:last]


def touches(left: Token, right: Token) -> bool:
    """No white space between two neighbouring tokens ("2.5" and "bn" of "2.5bn")."""
    return left.end == right.start
