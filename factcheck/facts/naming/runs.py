"""Segments of a document and the runs of capitalised words in them.

A segment is a sentence, heading or caption, cut coarsely: it only has to tell which
words are capitalised because of where they stand.
"""

from __future__ import annotations

from collections.abc import Sequence
from operator import attrgetter
from typing import NamedTuple

from factcheck.facts.tokens import NEW_LINE, Word, trait
from factcheck.lexicon.countries import gazetteer
from factcheck.lexicon.organisations import ORG_HEADS, PLACE_HEADS
from factcheck.lexicon.people import HONORIFICS
from factcheck.lexicon.wordset import word_set

#: Abbreviations whose full stop ends no sentence.
ABBREVIATIONS = HONORIFICS | word_set(
    """
    col gen maj lt sgt capt cpl adm gov sen rep st mt ft jr sr vs no inc corp ltd co dept jan feb mar apr
    jun jul aug sep sept oct nov dec ala ariz calif colo conn fla ill ind kan ky la mass md mich minn miss
    mo mont neb nev okla ore pa tenn tex va vt wash wis wyo
    """
)
#: Lower-case words inside personal names.
PARTICLES = word_set("de la van von bin al el der den di da du dos ibn ben del bint ul ur le")
#: Articles that may open a name in small letters: al-Haddad.
_ARABIC = frozenset(("al", "el"))
#: Small words a name may go on after.
_LINKS = PARTICLES | {"of", "for", "and"}
#: Capitalised in English without being names.
NON_NAMES = word_set(
    """
    i monday tuesday wednesday thursday friday saturday sunday january february march april may june july
    august september october november december jan feb mar apr jun jul aug sept sep oct nov dec christmas
    easter ramadan gmt est edt utc am pm god internet photo
    """
)
#: First words of sentences that never begin a name there.
STARTERS = word_set(
    """
    the a an this that these those it its he she they we you his her their our your my in on at by for
    from to of with without as after before during since until while when where why how who what which if
    but and or so yet not no nor there here then thus however although though because about above across
    against along among around between both each either every few many more most several some such all any
    another other others one two three four five six seven eight nine ten eleven twelve dozens hundreds
    thousands last next first second third earlier later meanwhile also still just only even now today
    yesterday tomorrow under over up down out off into near according despite following including speaking
    asked given police officials authorities witnesses residents local is are was were has have had do
    does did can could will would should must may might let please yes our new former late mr mrs ms dr
    """
)
#: What may follow a name and a hyphen without being part of it (U.S.-led).
_LED = word_set("led run era born held made based style type wide like class area")
#: Plural owners inside names of bodies (Workers' Party).
_OWNERS = word_set(
    """
    workers peoples people farmers teachers women lawyers doctors veterans employers states
    """
)
#: Words that headings in title case leave small.
_SMALL = word_set(
    """
    a an the of in on at to for and or but by with from as vs is after over into up down off out per via
    amid be it its his not no if than that against between before
    """
)
#: A heading in title case may hold a small word or two of another kind ("al", "says").
_LOWER_SHARE = 0.2
_HEADS = ORG_HEADS | PLACE_HEADS
#: Only these, or a line break, can end a segment.
_CLOSING = frozenset(".!?\"”')]’")
#: A segment can end after the one, and before the other.
_AFTER = trait(_CLOSING)
_ENDING = _AFTER | NEW_LINE
#: Words of which the capitals tell a heading.
_TELLING = trait(test=lambda text: len(text) > 1 and text[0].isalpha() and text.lower() not in _SMALL)


def _may_begin(text: str) -> bool:
    return text[0].isupper() and text[0].isalpha() and text.lower().replace("’", "'") not in NON_NAMES


#: Words a name can begin or go on with, and what it can go on after.
_NAMING, _ARABIC_ARTICLE = trait(test=_may_begin), trait(_ARABIC)
_GOING_ON = trait(_LINKS | frozenset("-‐.'&"))
_LONGEST_RUN = 24  # tokens; titles, ranks and a long body make about half of that
_IS_CAPITAL = attrgetter("is_capital")
_WRAPPED_LINE = 60  # a line at least this long may have been broken by hard wrapping


class Segment(NamedTuple):
    """``tokens[first:last]`` of the document; ``plain`` if capitals mean names in it."""

    first: int
    last: int
    plain: bool
    shouting: bool  # all capitals


class Run(NamedTuple):
    """Capitalised ``tokens[first:last]`` of one name or of several written in a row."""

    first: int
    last: int
    initial: bool  # begins with the first word of its segment


def is_capital(token: Word) -> bool:
    return token.is_capital


def _breaks(tokens: Sequence[Word], i: int, width: int) -> bool:
    """Whether a segment ends before token ``i``; the line before it is ``width`` characters wide."""
    before, token = tokens[i - 1], tokens[i]
    gap = token.gap
    if "\n" in gap and not token.text[0].islower():
        wrapped = width >= _WRAPPED_LINE and before.text not in '.!?”"'
        if gap.count("\n") > 1 or not wrapped:
            return True
    at = i - 2 if before.text in "\"”')]’" and i >= 2 else i - 1
    if not gap or tokens[at].text not in (".", "!", "?"):
        return False
    stop = tokens[at - 1] if at else tokens[at]
    return token.text[0].islower() is False and not (stop.lower in ABBREVIATIONS or len(stop.text) == 1)


def _judge_segment(tokens: Sequence[Word], first: int, last: int) -> Segment:
    words = [t for t in tokens[first:last] if t.traits & _TELLING]
    lower = len(words) - sum(map(_IS_CAPITAL, words))
    if lower > _LOWER_SHARE * len(words):
        return Segment(first, last, True, False)
    upper = sum(t.text.isupper() for t in words)
    shouting = len(words) >= 3 and upper > 0.8 * len(words)
    ends = last - first > 1 and any(t.text in ".!?" for t in tokens[last - 2 : last])
    heading = len(words) >= 4 and lower <= _LOWER_SHARE * len(words) and not (ends and lower)
    return Segment(first, last, not shouting and not heading, shouting)


def find_segments(tokens: Sequence[Word], ends: Sequence[int]) -> list[Segment]:
    """The segments of a document, covering all its tokens, which end at ``ends``."""
    segments, first, line_start = [], 0, 0
    ending = [i for i, t in enumerate(tokens) if t.traits & _ENDING]
    after_marks = {i + 1 for i in ending if tokens[i].traits & _AFTER}
    on_new_lines = {i for i in ending if tokens[i].traits & NEW_LINE}
    for i in sorted((after_marks | on_new_lines) - {0, len(tokens)}):
        if _breaks(tokens, i, ends[i - 1] - line_start):
            segments.append(_judge_segment(tokens, first, i))
            first = i
        if tokens[i].traits & NEW_LINE:
            line_start = ends[i] - tokens[i].length - len(tokens[i].gap) + tokens[i].gap.rindex("\n") + 1
    if tokens:
        segments.append(_judge_segment(tokens, first, len(tokens)))
    return segments


def _joined(tokens: Sequence[Word], i: int, last: int) -> int | None:
    """Index after the hyphenated or dotted continuation that starts at ``i``, or None."""
    token, before = tokens[i], tokens[i - 1]
    if i + 1 >= last or not token.glued:
        return None
    after = tokens[i + 1]
    if token.text in "-‐" and after.glued and is_capital(after):
        return i + 2
    korean = token.text == "-" and i >= 2 and is_capital(tokens[i - 2]) and 2 <= len(before.text) <= 4
    if (
        korean
        and is_capital(before)
        and after.text.islower()
        and len(after.text) <= 5
        and after.lower not in _LED
    ):
        return i + 2  # Ban Ki-moon
    abbreviated = before.lower in ABBREVIATIONS or (len(before.text) == 1 and before.is_word)
    if token.text == "." and abbreviated and (is_capital(after) or after.text == "-"):
        return i + 1
    return i + 1 if token.text in "'’" and before.lower in _OWNERS and is_capital(after) else None


def _linked(tokens: Sequence[Word], first: int, i: int, last: int) -> int | None:
    """Index after "of Europe", "& Sons" or "and Trade" at ``i``, where a run goes on with it."""
    token, after = tokens[i], tokens[i + 1]
    if tokens[i - 1].lower in NON_NAMES:
        return None
    if token.text == "&":
        return i + 2 if after.is_capital else None
    begun = {t.lower for t in tokens[first:i]}
    if begun.isdisjoint(_HEADS):
        return None
    if token.lower in ("of", "for"):
        j = i + 2 if after.lower == "the" and i + 2 < last else i + 1
        return j + 1 if tokens[j].is_capital and tokens[j].lower not in NON_NAMES else None
    listed = not begun.isdisjoint(("of", "for")) and tokens[i - 1].lower not in gazetteer().canonical
    return i + 2 if listed and after.is_capital else None


def _extend(tokens: Sequence[Word], first: int, i: int, last: int) -> int | None:
    """Index after a link at ``i`` and the part it leads to, where a run goes on with them, or None."""
    token = tokens[i]
    joined = _joined(tokens, i, last)
    if joined is not None or i + 1 >= last:
        return joined
    after = tokens[i + 1]
    if token.lower in ("of", "for", "and", "&"):
        return _linked(tokens, first, i, last)
    if token.lower in PARTICLES:
        j = i + 2 if after.text in "-‐" or after.lower in PARTICLES else i + 1
        return j + 1 if j < last and is_capital(tokens[j]) else None
    return None


def find_runs(tokens: Sequence[Word], segment: Segment) -> list[Run]:
    """Runs of capitalised words of a plain segment, the first word of it included."""
    runs: list[Run] = []
    end, opening = segment.first, _NAMING | _ARABIC_ARTICLE
    inside = enumerate(tokens[segment.first : segment.last], segment.first)
    for i in [i for i, t in inside if t.traits & opening]:
        if i < end:
            continue
        arabic = not tokens[i].is_capital
        if arabic and not (i + 2 < segment.last and tokens[i + 1].text == "-" and tokens[i + 2].is_capital):
            continue
        inside_sentence = i > end and tokens[i - 1].is_word
        fresh = not inside_sentence and _opens(tokens, i, end, first=not runs)
        end = _run_end(tokens, i, i + 3 if arabic else i + 1, min(segment.last, i + _LONGEST_RUN))
        runs.append(Run(i, end, fresh))
    return runs


def _run_end(tokens: Sequence[Word], first: int, end: int, longest: int) -> int:
    """Where the run ends that so far is ``tokens[first:end]``."""
    while end < longest:
        token = tokens[end]
        if token.traits & _NAMING and len(token.gap) <= 1:
            end += 1
            continue
        after = _extend(tokens, first, end, longest) if token.traits & _GOING_ON else None
        if after is None:
            break
        end = after
    return end


def _opens(tokens: Sequence[Word], i: int, stop: int, *, first: bool) -> bool:
    """Whether token ``i`` opens its segment or a quotation: only marks between."""
    while i > stop:
        i -= 1
        if tokens[i].text in '"“:':
            return True
        if tokens[i].is_word:
            return False
    return first
