"""Words, numbers and marks of a passage, with their offsets in the document.

Every finder reads this one token stream instead of running its own patterns over
the text: offsets stay exact, and large alternations need not be compiled.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

_TOKEN = re.compile(
    r"""
      (?:[A-Za-z]\.){2,}                             # U.S., p.m.
    | \d+(?:[.,:]\d+)*                               # 2,030  1.5  7:43
    | ['’]s\b                                        # the clitic of a possessive
    | [^\W\d_]+(?:['’](?!s\b)[^\W\d_]+)*             # words, don't, O'Brien
    | \S                                             # any other mark by itself
    """,
    re.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class Token:
    """``text`` is the exact slice ``[start:end]`` of the document, ``lower`` its key."""

    start: int
    end: int
    text: str
    lower: str

    @property
    def is_number(self) -> bool:
        """Written in digits (2,030 or 7:43)."""
        return self.text[0].isdigit()

    @property
    def is_word(self) -> bool:
        return self.text[0].isalpha()


def tokenize(text: str, start: int = 0, end: int | None = None) -> tuple[Token, ...]:
    """The tokens of ``text[start:end]``, offsets counted from the start of ``text``."""
    stop = len(text) if end is None else end
    return tuple(
        Token(m.start(), m.end(), m.group(), m.group().lower().replace("’", "'"))
        for m in _TOKEN.finditer(text, start, stop)
    )


def touches(left: Token, right: Token) -> bool:
    """No white space between two neighbouring tokens ("2.5" and "bn" of "2.5bn")."""
    return left.end == right.start
