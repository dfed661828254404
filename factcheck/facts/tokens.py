"""Words, numbers and marks of a passage, with their offsets in the document.

Every finder reads this one token stream instead of running its own patterns over
the text: offsets stay exact, and large alternations need not be compiled.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import lru_cache
from itertools import accumulate, chain
from typing import NamedTuple

_TOKEN = re.compile(
    r"""
    (\s*)
    ( [A-Za-z]{2,}+(?![^\W\d_]|['’])                 # most words, found without backtracking
    | (?:[A-Za-z]\.){2,}                             # U.S., p.m.
    | \d+(?:[.,:]\d+)*                               # 2,030  1.5  7:43
    | ['’]s\b                                        # the clitic of a possessive
    | [^\W\d_]+(?:['’](?!s\b)[^\W\d_]+)*             # words, don't, O'Brien
    | \S                                             # any other mark by itself
    )
    """,
    re.VERBOSE,
)
#: Different words of a few hundred articles; the table starts anew when it is full.
_MOST_FORMS = 50_000


class Token(NamedTuple):
    """``text`` is the exact slice ``[start:end]`` of the document, ``lower`` its key."""

    start: int
    end: int
    text: str
    lower: str
    is_word: bool
    is_number: bool  # written in digits (2,030 or 7:43)
    is_capital: bool  # begins with a capital letter


# What depends on the word alone is found once a word: a news text repeats its words.
_forms: dict[str, tuple[str, str, bool, bool, bool]] = {}


def _form(word: str) -> tuple[str, str, bool, bool, bool]:
    if len(_forms) >= _MOST_FORMS:
        _forms.clear()
    first = word[0]
    key = word.lower().replace("’", "'")
    _forms[word] = found = (word, key, first.isalpha(), first.isdigit(), first.isupper())
    return found


def _scan(text: str, start: int, end: int) -> tuple[Token, ...]:
    new, known = tuple.__new__, _forms.get
    pieces = _TOKEN.findall(text, start, end)
    # space and word in turn leave nothing out, so their lengths add up to the offsets
    lengths = map(len, chain.from_iterable(pieces))
    ends = list(accumulate(lengths, initial=start))
    spans = zip(ends[1::2], ends[2::2], strict=True)
    return tuple(
        [
            new(Token, span + (known(word) or _form(word)))
            for span, (_, word) in zip(spans, pieces, strict=True)
        ]
    )


@lru_cache(maxsize=16)
def document_tokens(text: str) -> tuple[Token, ...]:
    """The tokens of a whole document; those of the last few documents are kept."""
    return _scan(text, 0, len(text))


def tokenize(text: str, start: int = 0, end: int | None = None) -> tuple[Token, ...]:
    """The tokens of ``text[start:end]``, offsets counted from the start of ``text``."""
    stop = len(text) if end is None else end
    if start == 0 and stop >= len(text):
        return _scan(text, 0, stop)
    tokens = document_tokens(text)
    first = bisect_left(tokens, (start,))
    last = bisect_left(tokens, (stop,), first)
    # where the passage begins or ends inside a token, its own are others
    cut = (first > 0 and tokens[first - 1].end > start) or (last > first and tokens[last - 1].end > stop)
    return _scan(text, start, stop) if cut else tokens[first:last]


def touches(left: Token, right: Token) -> bool:
    """No white space between two neighbouring tokens ("2.5" and "bn" of "2.5bn")."""
    return left.end == right.start
