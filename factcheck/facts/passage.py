"""What a finder of facts sees: one passage of a document, read once."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple

from factcheck.facts.naming.names import Name, names_between
from factcheck.facts.naming.parts import NameKind
from factcheck.facts.quantities.number_words import TRAITS_OF_NUMBERS
from factcheck.facts.quantities.numbers import Number, find_numbers
from factcheck.facts.tokens import Word, read_stream, trait, traits_in
from factcheck.model import Fact

_NO_ALIASES: Mapping[str, str] = MappingProxyType({})
#: Signs of a passage that no word has alone: it has numbers, it has names.
WITH_NUMBERS, WITH_NAMES = trait(()), trait(())


class Passage(NamedTuple):
    """``text`` is the whole document; tokens and numbers are those of ``[start, end)``,
    and ``ends`` where each of the tokens ends in the document.

    ``traits`` are those of all tokens: what a finder looks for is mostly not among them.
    ``numbers`` are number expressions (token index ranges with value and interval),
    ``names`` the persons, organisations and places as the whole document tells them,
    ``aliases`` maps a short name to its full one as learned from the document.
    """

    text: str
    start: int
    end: int
    tokens: tuple[Word, ...]
    ends: list[int]
    traits: int
    numbers: tuple[Number, ...]
    names: Sequence[Name]
    published: dt.date | None = None
    aliases: Mapping[str, str] = _NO_ALIASES

    def span(self, first: int, last: int) -> tuple[int, int]:
        """Where ``tokens[first:last]`` begin and end in the document."""
        return self.ends[first] - self.tokens[first].length, self.ends[last - 1]


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
    tokens, ends = read_stream(text, start, stop)
    day = published if published is not None and published.year in _YEARS else None
    traits = traits_in(tokens)
    numbers = find_numbers(tokens, traits) if traits & TRAITS_OF_NUMBERS else ()
    names = names_between(text, start, stop)
    if numbers:
        traits |= WITH_NUMBERS
    if names:
        traits |= WITH_NAMES
    return Passage(text, start, stop, tokens, ends, traits, numbers, names, day, aliases or _NO_ALIASES)


def is_open(taken: Sequence[Fact], start: int, end: int) -> bool:
    """Whether no earlier fact overlaps the span."""
    for fact in taken:  # noqa: SIM110 (a generator takes twice as long)
        if fact.start < end and start < fact.end:
            return False
    return True


def free_names(names: Sequence[Name], kind: NameKind, taken: Sequence[Fact]) -> list[Name]:
    """Those of one kind that no earlier fact overlaps."""
    return [n for n in names if n.kind == kind and is_open(taken, n.start, n.end)]
