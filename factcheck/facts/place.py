"""Places by their canonical name, and directions from a place.

Two different places in two sentences are no conflict by themselves; two directions
from one point are, if they are more than 45 degrees apart.

>>> from factcheck.facts.passage import read_passage
>>> def place(text): return find(read_passage(text), [])[0]
>>> fire = place("The fire began 9 km west of Arles.")
>>> fire.text, fire.value, fire.of
('west of Arles', 'W', 'arles')
>>> compare(fire, place("It started to the west of Arles.")).relation
'equal'
>>> compare(fire, place("It started south of Arles.")).relation
'conflict'
>>> compare(place("They met in Almaty."), place("They met in Kazakhstan.")).relation
'compatible'
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from factcheck.facts.naming.runs import NON_NAMES, is_capital
from factcheck.facts.naming.spelling import folded, one_edit
from factcheck.facts.passage import WITH_NAMES, Passage, free_names, is_open
from factcheck.facts.tokens import Word, trait
from factcheck.lexicon.countries import gazetteer
from factcheck.lexicon.wordset import word_set
from factcheck.model import Fact, Relation

_COMPASS = ("N", "NE", "E", "SE", "S", "SW", "W", "NW")
_POINTS = {
    "north": "N",
    "northeast": "NE",
    "east": "E",
    "southeast": "SE",
    "south": "S",
    "southwest": "SW",
    "west": "W",
    "northwest": "NW",
}
_DIRECTIONS = trait(_POINTS)
TRAITS = WITH_NAMES | _DIRECTIONS
_KINDS_OF_PLACE = word_set(
    """
    the its of town city village port island capital coast border centre center community district
    """
)
#: The one common noun that is a fixed point in an article; "the border" or "the city" may be any.
_REFERENCES = word_set("capital")
_LONG_NAME = 6  # letters from which one changed letter is a spelling, not another place


def _point(tokens: Sequence[Word], i: int) -> tuple[str, int] | None:
    """Compass point and index after it, for "south", "southwest", "south-west", "south west"."""
    first = tokens[i].lower
    if first not in _POINTS:
        return None
    for skip in (1, 2):
        j = i + skip
        if j < len(tokens) and (skip == 1 or (tokens[i + 1].text == "-" and tokens[i + 1].glued)):
            point = _POINTS.get(first + tokens[j].lower)
            if point:
                return point, j + 1
    return _POINTS[first], i + 1


def _reference(tokens: Sequence[Word], i: int) -> tuple[str, int] | None:
    """The place a direction is measured from and the index after it, from ``tokens[i]``."""
    while i < len(tokens) and tokens[i].lower in _KINDS_OF_PLACE and not is_capital(tokens[i]):
        of_next = i + 1 < len(tokens) and (tokens[i + 1].lower == "of" or is_capital(tokens[i + 1]))
        if tokens[i].lower in _REFERENCES and not of_next:
            return tokens[i].lower, i + 1
        i += 1
    first = i
    while i < len(tokens) and tokens[i].lower not in NON_NAMES:
        if not is_capital(tokens[i]) and not (i > first and tokens[i].text == "-"):
            break
        i += 1
    while i > first and not tokens[i - 1].is_word:
        i -= 1
    return (" ".join(t.lower for t in tokens[first:i] if t.is_word), i) if i > first else None


def _directions(passage: Passage) -> list[Fact]:
    tokens, i = passage.tokens, 0
    found: list[Fact] = []
    while i < len(tokens):
        point = _point(tokens, i)
        i += 1
        if point is None or point[1] >= len(tokens) or tokens[point[1]].lower != "of":
            continue
        reference = _reference(tokens, point[1] + 1)
        if reference is None:
            continue
        start, end = passage.span(i - 1, reference[1])
        text = passage.text[start:end]
        found.append(Fact("place", start, end, text, point[0], "direction", reference[0], role="direction"))
        i = reference[1]
    return found


def find(passage: Passage, taken: Sequence[Fact]) -> list[Fact]:
    """Places and directions; ``of`` of a place is the country or state written after it."""
    found: list[Fact] = []
    if passage.traits & _DIRECTIONS:
        found = [f for f in _directions(passage) if is_open(taken, f.start, f.end)]
    for name in free_names(passage.names, "place", [*taken, *found] if found else taken):
        found.append(Fact("place", name.start, name.end, name.text, value=name.value, of=name.inside))
    return found


def _same(a: str, b: str) -> bool:
    x, y = folded(a), folded(b)
    if x == y:
        return bool(x) or a == b
    known = gazetteer().canonical
    if a.lower() in known and b.lower() in known:
        return False
    return min(len(x), len(y)) >= _LONG_NAME and x[0] == y[0] and one_edit(x, y)


@lru_cache(maxsize=10_000)
def _around(place: str, of: str | None) -> frozenset[str]:
    """Lower-case names of the state and country a place lies in, as far as known."""
    inside = gazetteer().inside
    found: set[str] = set()
    for name in (place.lower(), (of or "").lower()):
        while name and name not in found:
            found.add(name)
            name = inside.get(name, "")
    return frozenset(found)


def _compare_directions(a: Fact, b: Fact) -> Relation | None:
    if not _same(a.of or "", b.of or ""):
        return None
    if a.value == b.value:
        return Relation("equal", f"the same direction: “{a.text}” and “{b.text}”")
    apart = abs(_COMPASS.index(str(a.value)) - _COMPASS.index(str(b.value)))
    if min(apart, len(_COMPASS) - apart) == 1:
        return Relation("compatible", f"neighbouring directions: “{a.text}” and “{b.text}”")
    return Relation("conflict", f"different directions: “{a.text}” against “{b.text}”")


def compare(a: Fact, b: Fact) -> Relation | None:
    """ "equal", "compatible" (one contains the other), or "conflict" for directions only."""
    if a.unit == "direction" or b.unit == "direction":
        return _compare_directions(a, b) if a.unit == b.unit else None
    x, y = str(a.value), str(b.value)
    around_a, around_b = _around(x, a.of), _around(y, b.of)
    apart = a.of and b.of and a.of.lower() not in around_b and b.of.lower() not in around_a
    if _same(x, y):
        same = f"both name {x}" if x == y else f"“{a.text}” and “{b.text}” are the same place"
        return None if apart else Relation("equal", same)
    if x.lower() in around_b or y.lower() in around_a:
        inner, outer = (b, a) if x.lower() in around_b else (a, b)
        return Relation("compatible", f"{inner.text} is in {outer.text}")
    return None
