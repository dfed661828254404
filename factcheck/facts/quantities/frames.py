"""Predicates that only the words on both sides of a figure tell: pulled 22 people from the water.

A verb alone says little ("pulled", "sent", "fired"); with the noun and what follows it the
predicate is plain. `framed_role` is asked before the verbs of `roles`, `setting_role` after
them: "62 people aboard were killed" tells of the killed.
"""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.facts.quantities.numerals import lower
from factcheck.facts.quantities.roles import verb_before
from factcheck.facts.tokens import Word
from factcheck.lexicon.wordset import word_set

_INJURIES = word_set("injuries injury wounds")
_SUFFERED = word_set("suffered suffer suffering sustained sustaining with")
_PULLED = word_set("pull pulls pulled pulling pluck plucked plucking dug lifted brought")
_FORCED = word_set("force forces forced forcing drove driven driving sent")
_TAKEN = word_set("taken took taking rushed sent sending send admitted airlifted flown transported ferried")
_FIRED = word_set("fire fires fired firing shot")
_RECOVERED = word_set("recovered recover recovering retrieved retrieve retrieving found find")
_SHED = word_set("lose loses losing lost shed sheds shedding eliminate eliminated eliminating slash slashed")
#: Dead, or perhaps alive: "all five victims were pulled from the house".
_BODIES = word_set("bodies body corpses corpse remains victims victim")
_ARMS = word_set(
    """
    rockets rocket missiles missile shells shell mortars torpedoes grenades shots shot rounds bullets
    projectiles drones
    """
)
_HOSPITAL = word_set("hospital hospitals hospitalised hospitalized clinic clinics")
_BE = word_set("was were is are be been being had has have also since later still be will would")
_TRAVELLERS = word_set(
    """
    people passengers passenger crew migrants refugees tourists persons sailors students children workers
    soldiers pilgrims men women
    """
)
_INHABITANTS = word_set("people inhabitants residents souls persons citizens")
_PLACES = word_set(
    """
    city town village county island country nation state province region municipality suburb settlement
    community hamlet metropolis port resort capital
    """
)
_FILLERS = word_set(
    """
    at least about some nearly almost around over more than roughly approximately only just an a the of is
    was estimated by to with has had now currently up
    """
)
_ROUGHLY = _FILLERS - {"to"}
_SUPPLIES = word_set("power electricity water heat heating gas")
_ADJECTIVES = 3  # words between "suffered" and "injuries", "to" and "hospital"


def framed_role(tokens: Sequence[Word], first: int, end: int, noun: str | None) -> str | None:
    """The role of a figure at token ``first`` whose noun ends before token ``end``."""
    head = "" if noun is None else noun.split()[-1]
    verb, after = verb_before(tokens, first), end
    while lower(tokens, after) in _BE:
        after += 1
    passive = lower(tokens, after) if after > end or lower(tokens, after).endswith(("ed", "en")) else ""
    if head in _BODIES:
        body = {verb, passive} & (_RECOVERED | _PULLED)
        return "found" if body else None
    if head in _ARMS and {verb, passive} & _FIRED:
        return "launched"
    if head == "jobs" and {verb, passive} & _SHED:
        return "laid_off"
    if lower(tokens, after) in _SUFFERED and _near(tokens, after + 1, _INJURIES):
        return "injured"
    if lower(tokens, after) == "tested" and lower(tokens, after + 1) == "positive":
        return "infected"
    if _cut_off(tokens, first, after):
        return "cut_off"
    done, rest = (passive, after + 1) if passive else (verb, end)
    return _moved(tokens, done, rest)


def _cut_off(tokens: Sequence[Word], first: int, after: int) -> bool:
    """Left without power, lost power, cut power to."""
    after += lower(tokens, after) == "left"
    if lower(tokens, after) in ("without", "lost") and lower(tokens, after + 1) in _SUPPLIES:
        return True
    at = first - 1
    while at > 0 and lower(tokens, at) in _ROUGHLY:
        at -= 1
    return lower(tokens, at) in ("to", "for") and lower(tokens, at - 1) in _SUPPLIES


def _moved(tokens: Sequence[Word], verb: str, at: int) -> str | None:
    """Where people were brought or driven: pulled ... from, taken to hospital, forced to flee."""
    link = lower(tokens, at)
    if verb in _PULLED and (link in ("from", "alive") or [link, lower(tokens, at + 1)] == ["to", "safety"]):
        return "rescued"
    if verb in _TAKEN and link == "to" and _near(tokens, at + 1, _HOSPITAL):
        return "hospitalised"
    if verb in _FORCED and link == "to" and lower(tokens, at + 1) in ("flee", "evacuate"):
        return "displaced" if lower(tokens, at + 1) == "flee" else "evacuated"
    if verb in _FORCED and link == "from" and "homes" in (lower(tokens, at + 1), lower(tokens, at + 2)):
        return "displaced"
    return None


def setting_role(tokens: Sequence[Word], first: int, end: int, noun: str | None) -> str | None:
    """Where the counted are: on board, or living there; asked when no verb tells more."""
    head = "" if noun is None else noun.split()[-1]
    at = end + (lower(tokens, end) in ("was", "were"))
    on_board = lower(tokens, at) == "aboard" or [lower(tokens, at + k) for k in (0, 1)] == ["on", "board"]
    carried = verb_before(tokens, first) == "carrying"
    if head in _TRAVELLERS and (on_board or carried):
        return "aboard"
    at = first - 1
    while at >= 0 and lower(tokens, at) in _FILLERS:
        at -= 1
    word, link = lower(tokens, at), lower(tokens, at + 1)
    if word == "population" and (noun is None or head in _INHABITANTS):
        return "population"
    if noun is not None and head not in _INHABITANTS:
        return None
    home = word == "home" and link in ("to", "by") and noun is not None
    return "population" if home or (word in _PLACES and link in ("of", "with") and noun is not None) else None


def _near(tokens: Sequence[Word], at: int, words: frozenset[str]) -> bool:
    """Whether one of ``words`` comes within a few words of one noun phrase."""
    for i in range(at, min(at + _ADJECTIVES + 1, len(tokens))):
        if tokens[i].lower in words:
            return True
        if not tokens[i].is_word:
            return False
    return False
