"""The predicate a counted thing takes part in, normalised: killed, injured, arrested ...

A role is given only where the predicate stands next to the number or its noun in the same
clause; a role left None costs a comparison, a wrong one makes a false conflict.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from factcheck.facts.quantities.asides import past_aside, past_item
from factcheck.facts.quantities.numerals import lower
from factcheck.facts.quantities.predicates import BY_AFTER, BY_NOUN, BY_OBJECT
from factcheck.facts.tokens import Word
from factcheck.lexicon.wordset import word_set

#: Said of a sum of people before the figure: "the death toll rose to 24", "the number of wounded".
_TOLL = {
    "crowd": "attended", "attendance": "attended",
    "toll": "killed", "fatality": "killed", "deaths": "killed", "fatalities": "killed", "dead": "killed",
    "killed": "killed", "injuries": "injured", "injured": "injured", "wounded": "injured",
    "missing": "missing", "arrests": "arrested", "arrested": "arrested", "apprehended": "arrested",
    "detained": "arrested", "infections": "infected", "displaced": "displaced", "evacuated": "evacuated",
}  # fmt: skip
_TOLL_LINKS = word_set(
    """
    rose rises risen rising climbed climbs climbing reached reaches reaching stood stands standing
    increased jumped passed passes grew hit hits soared surged topped tops to at of is was were are
    now has had have been be by from included include includes including put revised mounted mounts
    as
    """
)
_TOLL_VERBS = word_set(
    """
    rose rises risen rising climbed climbs climbing reached reaches reaching stood stands standing
    increased jumped passed passes grew hit hits soared surged topped tops revised mounted mounts
    included include includes is was were are of at
    """
)
_EVENTS = {n: r for n, r in BY_NOUN.items() if n != "survivors"} | {
    "killing": "killed", "murder": "killed", "arrest": "arrested", "capture": "arrested",
    "rescue": "rescued", "evacuation": "evacuated", "abduction": "abducted", "destruction": "destroyed",
    "discovery": "found", "seizure": "seized", "release": "released", "withdrawal": "withdrawn",
    "deployment": "deployed",
}  # fmt: skip
#: Before "the death toll to": raising it to 24.
_RAISING = word_set(
    "raise raises raising raised bring brings bringing brought push pushes pushing takes taking took"
)
_OTHER_CLAUSE = word_set("that which who said says after when while and but as")
_BE = word_set(
    """
    was were is are be been being got get left remain remained remains feared believed confirmed
    """
)
_SKIP_RIGHT = _BE | word_set(
    """
    has have had also reportedly others other more people persons either still now presumed reported
    known seriously critically slightly badly severely feared injuries who which that all were aboard
    will made
    """
)
_SKIP_LEFT = word_set(
    """
    at least about some nearly almost another other up to total of a an the more than over around
    only just another further additional lives or by all both
    """
)
_ROUGHLY = _SKIP_LEFT - {"by", "of", "to"}
_OBJECT_START = word_set("a an the his her their its him them people one")
#: A verb and its particle.
_PARTICLES = {
    ("shot", "dead"): "killed", ("found", "dead"): "killed", ("left", "dead"): "killed",
    ("shooting", "dead"): "killed", ("gunned", "down"): "killed", ("shot", "down"): "downed",
    ("shooting", "down"): "downed", ("laid", "off"): "laid_off", ("lay", "off"): "laid_off",
    ("laying", "off"): "laid_off", ("set", "off"): "exploded",
}  # fmt: skip
_CUSTODY = {"custody": "arrested", "hostage": "abducted", "prisoner": "arrested", "captive": "abducted"}
_REACH = 8  # tokens between a noun and its predicate; longer chains cross clauses


def role_after(
    tokens: Sequence[Word], i: int, phrases: Mapping[int, int], listed: bool = False
) -> str | None:
    """The predicate said of the thing whose noun ends before token ``i``.

    ``phrases`` maps where another counted phrase starts to where it ends; where ``listed``,
    "two women and one man were shot" reaches the verb from both.
    """
    be, stop = False, i + _REACH
    while i < min(stop, len(tokens)):
        word = tokens[i].lower
        following = lower(tokens, i + 1)
        if (word, following) in _PARTICLES:
            return _PARTICLES[word, following]
        if word in BY_AFTER:
            return None if _takes_object(tokens, i, be, phrases) else BY_AFTER[word]
        if word in _CUSTODY and tokens[i - 1].lower in ("into", "in", "hostage", *_CUSTODY):
            return _CUSTODY[word]
        if word == "lost" and lower(tokens, i + 2) in ("lives", "life"):
            return "killed"
        past = past_aside(tokens, i) or (_past_member(tokens, i, phrases) if listed else None)
        if past is not None:
            i, stop = past, past + _REACH
            continue
        if word == "into" and i + 1 < len(tokens) and tokens[i + 1].lower == "custody":
            return "arrested"
        if word in _CUSTODY:
            return _CUSTODY[word]
        if word == "on" and lower(tokens, i + 1) == "board":
            i += 2
            continue
        if word not in _SKIP_RIGHT and not word.endswith("ly"):
            return None
        be = be or word in _BE
        i += 1
    return None


def _past_member(tokens: Sequence[Word], i: int, phrases: Mapping[int, int]) -> int | None:
    """The token after the next member of the list that goes on at ``i``, counted or not."""
    if tokens[i].lower in ("and", ",", "or") and i + 1 in phrases:
        return phrases[i + 1]
    return past_item(tokens, i)


def _takes_object(tokens: Sequence[Word], i: int, be: bool, phrases: Mapping[int, int]) -> bool:
    """Whether a participle is an active verb ("two gunmen killed five"), so its subject is not hit."""
    if be or i + 1 >= len(tokens) or tokens[i].lower not in BY_OBJECT:
        return False
    following = tokens[i + 1]
    if following.lower == "at" and i + 2 < len(tokens):
        return tokens[i + 2].lower in ("least", "most")
    return (
        i + 1 in phrases
        or following.is_number
        or following.lower in _OBJECT_START
        or following.text[0].isupper()
    )


def verb_before(tokens: Sequence[Word], i: int) -> str:
    """The word before the figure at token ``i``, past approximators; "" at the start."""
    j = i - 1
    while j >= 0 and tokens[j].lower in _ROUGHLY:
        j -= 1
    return lower(tokens, j)


def role_before(tokens: Sequence[Word], i: int) -> str | None:
    """The verb whose object starts at token ``i``, or the toll the figure belongs to."""
    j = i - 1
    stop = max(-1, i - _REACH)
    while j > stop and tokens[j].lower in _SKIP_LEFT and tokens[j].lower not in BY_OBJECT:
        j -= 1
    if j <= stop:
        return None
    word = tokens[j].lower
    if [t.lower for t in tokens[max(0, i - 3) : i]] == ["the", "lives", "of"] and word in (
        "took",
        "claimed",
        "cost",
    ):
        return "killed"
    if word in _EVENTS and [t.lower for t in tokens[j + 1 : j + 2]] == ["of"]:
        return _EVENTS[word]
    if word in ("dead", "down", "off") and j and (tokens[j - 1].lower, word) in _PARTICLES:
        return _PARTICLES[tokens[j - 1].lower, word]
    skipped = {t.lower for t in tokens[j + 1 : i]}
    if "at" in skipped and not skipped & {"least", "most"}:
        return _toll(tokens, i)  # "closed at 12 sites"
    if word in BY_OBJECT and not skipped & {"by", "to"} and not (word == "hurt" and "of" in skipped):
        passive = j > 0 and tokens[j - 1].lower in ("was", "were", "been", "being")
        return (
            None
            if passive or ("of" in skipped and "lives" not in skipped and "total" not in skipped)
            else BY_OBJECT[word]
        )
    return _toll(tokens, i)


def _toll_of(tokens: Sequence[Word], j: int) -> int:
    """Where the toll stands in "the death toll from the explosion at the mill rose to", else -1."""
    for k in range(j, max(0, j - _REACH), -1):
        word = tokens[k].lower
        if not tokens[k].is_word or word in _OTHER_CLAUSE:
            return -1
        people = lower(tokens, k - 1) == "people" and lower(tokens, k - 3) == "number"
        if word == "toll" or (word in _TOLL and (people or lower(tokens, k - 2) == "number")):
            return k
    return -1


def _toll(tokens: Sequence[Word], i: int) -> str | None:
    """The death toll rose to 24; the number of dead reached 24; among the dead were 3."""
    j, links = i - 1, False
    while j >= 0 and i - j <= _REACH and (tokens[j].lower in _TOLL_LINKS or tokens[j].lower in _SKIP_LEFT):
        links = links or tokens[j].lower in _TOLL_VERBS
        j -= 1
    raised = lower(tokens, j) == "toll" and any(t.lower in _RAISING for t in tokens[max(0, j - 3) : j])
    if j < 0 or not (links or raised):
        return None
    word = tokens[j].lower
    if word not in _TOLL:
        j = _toll_of(tokens, j)
        word = lower(tokens, j)
    if word == "toll" and j >= 1 and tokens[j - 1].lower in ("injury", "casualty", "damage"):
        return None
    if word in BY_AFTER and word in _TOLL:
        # "people were killed at 10 sites" is no toll; "the dead", "the number of killed" are
        return _TOLL[word] if tokens[j - 1].lower in ("the", "of", "people") else None
    return _TOLL.get(word)
