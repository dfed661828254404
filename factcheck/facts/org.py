"""Organisations, under their long name where the text or general usage gives one.

Two names are never a conflict by themselves: two bodies can have taken part.

>>> from factcheck.facts.passage import read_passage
>>> def org(text): return find(read_passage(text), [])[0]
>>> long = org("The Norwegian Defence Ministry sent a ship.")
>>> compare(long, org("The Ministry of Defence of Norway sent it.")).relation
'equal'
>>> compare(long, org("The Norwegian Health Ministry sent it.")) is None
True
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from factcheck.facts.naming.spelling import folded, is_acronym_of, plain
from factcheck.facts.passage import WITH_NAMES, Passage, free_names
from factcheck.lexicon import country_of
from factcheck.lexicon.organisations import ACRONYMS, ORG_WORDS
from factcheck.lexicon.wordset import word_set
from factcheck.model import Fact, Relation

_EMPTY = word_set("the of for and republic inc corp co ltd plc llc company corporation group & s")
_SPELLINGS = {"organisation": "organization", "defence": "defense", "centre": "center", "labour": "labor"}


TRAITS = WITH_NAMES


def find(passage: Passage, taken: Sequence[Fact]) -> list[Fact]:
    """Organisations named in the passage; ``value`` is the long name."""
    return [
        Fact("org", n.start, n.end, n.text, value=passage.aliases.get(n.text, n.value))
        for n in free_names(passage.names, "org", taken)
    ]


@lru_cache(maxsize=10_000)
def _key(name: str) -> frozenset[str]:
    """The words that tell an organisation from others, demonyms as countries."""
    words = plain(ACRONYMS.get(name, name)).replace("-", " ").replace("'", " ").replace(".", "").split()
    found, i = set(), 0
    while i < len(words):
        two = country_of(" ".join(words[i : i + 2])) if i + 1 < len(words) else None
        one = words[i]
        if one not in _EMPTY:
            found.add(two or country_of(one) or _SPELLINGS.get(one, one))
        i += 2 if two else 1
    return frozenset(found)


def _shortens(shorter: str, longer: str) -> bool:
    """Whether ``shorter`` leaves out only the country or the first words of ``longer``.

    "Defence Ministry" of "Russian Defence Ministry" does; "United Nations" is no short
    form of "United Nations Children's Fund".
    """
    few, many = _key(shorter), _key(longer)
    if not few < many or not (len(few) > 1 or not few & ORG_WORDS):
        return False
    countries = {country_of(word) for word in many - few}
    return None not in countries or (len(few) > 1 and plain(shorter).split()[-1] == plain(longer).split()[-1])


def compare(a: Fact, b: Fact) -> Relation | None:
    """ "equal" for one body, "compatible" if one name is the shorter form, else None."""
    x, y = str(a.value), str(b.value)
    if x == y:
        return Relation("equal", f"both name {x}")
    left, right = _key(x), _key(y)
    if left == right or "".join(map(folded, left)) == "".join(map(folded, right)):
        return Relation("equal", f"“{a.text}” and “{b.text}” are the same name")
    if is_acronym_of(x, y) or is_acronym_of(y, x):
        return Relation("equal", f"“{a.text}” and “{b.text}”: one abbreviates the other")
    if _shortens(x, y) or _shortens(y, x):
        return Relation("compatible", f"“{a.text}” and “{b.text}”: one is a shorter form of the other")
    return None
