"""What a finder of facts sees: one passage of a document, read once."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field

from factcheck.facts.quantities.numbers import Number, find_numbers
from factcheck.facts.tokens import Token, tokenize


@dataclass(frozen=True, slots=True)
class Passage:
    """``text`` is the whole document; tokens and numbers are those of ``[start, end)``.

    ``numbers`` are number expressions (token index ranges with value and interval),
    ``aliases`` maps a short name to its full one as learned from the document.
    """

    text: str
    start: int
    end: int
    tokens: tuple[Token, ...]
    numbers: tuple[Number, ...]
    published: dt.date | None = None
    aliases: Mapping[str, str] = field(default_factory=dict)


#: Publication years that date arithmetic can leave in any direction without leaving the calendar.
_YEARS = range(1000, 9000)


def read_passage(
    text: str,
    start: int = 0,
    end: int | None = None,
    published: dt.date | None = None,
    aliases: Mapping[str, str] | None = None,
) -> Passage:
    """Tokenise ``text[start:end]`` and parse its numbers; a publication date that no
    article can have is none."""
    stop = len(text) if end is None else end
    tokens = tokenize(text, start, stop)
    day = published if published is not None and published.year in _YEARS else None
    return Passage(text, start, stop, tokens, find_numbers(tokens), day, aliases or {})
