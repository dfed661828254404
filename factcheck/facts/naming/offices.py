"""The office a person is named with: "president of kazakhstan" for several wordings."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from factcheck.facts.naming.runs import STARTERS
from factcheck.facts.tokens import Word
from factcheck.lexicon import country_of
from factcheck.lexicon.organisations import ACRONYMS
from factcheck.lexicon.people import HONORIFICS, TITLE_MODIFIERS, TITLE_WORDS
from factcheck.lexicon.wordset import word_set

_RANKS = word_set(
    """
    general gen colonel col major maj captain capt lieutenant lt sergeant sgt corporal cpl admiral adm
    marshal brigadier commodore private
    """
)
#: "of" and these belong to the title itself.
_TITLE_WORDS = TITLE_WORDS | HONORIFICS
_COMPLEMENTS = word_set("state staff defense defence operations operation police")
_DETERMINERS = word_set("the a an its his her their")
#: Words that end the body of "commissioner of X".
_STOPS = word_set(
    """
    in on at by from to who which that said says told has had have is was were are and or as with after
    before during for since when where while of
    """
)
_LONGEST_BODY = 6  # words: "of the Collective Peacekeeping Forces of" is as long as bodies run
_SPELLINGS = {
    "defence": "defense",
    "gen": "general",
    "col": "colonel",
    "lt": "lieutenant",
    "gov": "governor",
    "rep": "representative",
    "sen": "senator",
}


def is_title_word(token: Word) -> bool:
    return token.lower in _TITLE_WORDS


def title_before(tokens: Sequence[Word], end: int) -> int:
    """Index where the title that ends right before ``tokens[end]`` begins; ``end`` if none."""
    i = end
    if i >= 1 and i < len(tokens) and len(tokens[i].gap) > 1:
        return end  # the line before
    if i >= 1 and tokens[i - 1].text == ".":
        i -= 1
    if i >= 3 and tokens[i - 1].lower in _COMPLEMENTS and tokens[i - 2].lower == "of":
        i -= 2
    if i < 1 or not is_title_word(tokens[i - 1]):
        return end
    while i >= 1:
        token = tokens[i - 1]
        mark = token.text in "-." and i >= 2 and token.glued
        if not (is_title_word(token) or token.lower in TITLE_MODIFIERS or mark):
            break
        i -= 1
    while i < end and tokens[i].text in "-.":
        i += 1
    return i


def _words(tokens: Sequence[Word]) -> list[str]:
    return [_SPELLINGS.get(t.lower, t.lower) for t in tokens if t.text not in "-.'’" and t.lower != "'s"]


def body_name(tokens: Sequence[Word], aliases: Mapping[str, str]) -> str:
    """The body of an office in lower case: aliases expanded, demonyms as countries."""
    inside = [t for t in tokens if t.lower not in _DETERMINERS and t.lower != "'s"]
    if not inside:
        return ""
    joined = " ".join(t.text for t in inside)
    full = aliases.get(joined) or ACRONYMS.get(joined)
    if full:
        return full.lower()
    return country_of(joined.lower()) or " ".join(country_of(w) or w for w in _words(inside))


def _body_before(tokens: Sequence[Word], end: int) -> int:
    """Start of the capitalised words ("CSTO", "South Sudan") that end before ``end``."""
    i = end - 1 if end >= 1 and tokens[end - 1].lower == "'s" else end
    while i >= 1 and end - i < _LONGEST_BODY:
        token = tokens[i - 1]
        capital = token.is_word and token.text[0].isupper() and len(tokens[i].gap) <= 1
        if not capital or token.lower in STARTERS:
            break
        i -= 1
    return i


def _join(title: Sequence[Word], body: str) -> str | None:
    words = " ".join(_words(title))
    return (f"{words} of {body}" if body else words) or None


def _after(tokens: Sequence[Word], end: int, aliases: Mapping[str, str]) -> str | None:
    """The office in ", secretary general of the CSTO" right after ``tokens[:end]``."""
    i = end + 1
    if end >= len(tokens) or tokens[end].text != ",":
        return None
    while i < len(tokens) and tokens[i].lower in _DETERMINERS:
        i += 1
    start = i
    while i < len(tokens) and i - start < _LONGEST_BODY and not is_title_word(tokens[i]):
        named = tokens[i].text[0].isupper() or tokens[i].lower in TITLE_MODIFIERS
        if not named and tokens[i].lower != "'s":
            return None
        i += 1
    last = i
    while last < len(tokens) and (is_title_word(tokens[last]) or tokens[last].text == "-"):
        last += 1
    if last == i:
        return None
    while i > start and tokens[i - 1].lower in TITLE_MODIFIERS:
        i -= 1
    title, body = tokens[i:last], body_name(tokens[start:i], aliases)
    if last < len(tokens) and tokens[last].lower == "of" and not body:
        stop = last + 1
        while stop < len(tokens) and stop - last <= _LONGEST_BODY + 1 and tokens[stop].is_word:
            if tokens[stop].lower in _STOPS:
                break
            stop += 1
        if tokens[last + 1 : last + 2] and tokens[last + 1].lower in _COMPLEMENTS and stop == last + 2:
            title = tokens[i:stop]
        else:
            body = body_name(tokens[last + 1 : stop], aliases)
    return _join(title, body)


def apposition_before(tokens: Sequence[Word], end: int, aliases: Mapping[str, str]) -> str | None:
    """The office in "the commander of the peacekeepers," right before ``tokens[end:]``."""
    if end < 4 or tokens[end - 1].text != ",":
        return None
    for i in range(end - 2, max(end - 2 - _LONGEST_BODY, 0), -1):
        if tokens[i].lower == "of":
            start = title_before(tokens, i)
            if start < i:
                return _join(tokens[start:i], body_name(tokens[i + 1 : end - 1], aliases))
        if not tokens[i].is_word:
            return None
    return None


def office_of(tokens: Sequence[Word], first: int, last: int, aliases: Mapping[str, str]) -> str | None:
    """The office written next to the person ``tokens[first:last]``, "title of body" or "title".

    Ranks and honorifics alone ("Colonel", "Mr") are no office.
    """
    start = title_before(tokens, first)
    title = tokens[start:first]
    if title and not all(w in _RANKS or w in HONORIFICS for w in _words(title)):
        if start and tokens[start - 1].text == "-":  # "ex-president", "co-founder": a part was cut
            return None
        return _join(title, body_name(tokens[_body_before(tokens, start) : start], aliases))
    end = last
    if end + 2 < len(tokens) and tokens[end].text == "(":
        closing = next((i for i in range(end, min(end + 5, len(tokens))) if tokens[i].text == ")"), None)
        end = closing + 1 if closing is not None else end
    return apposition_before(tokens, start, aliases) or _after(tokens, end, aliases)
