"""Relations that can be told from either end, and those that one alone can hold.

"X is a subsidiary of Y" is "Y owns X": every row names a predicate, the role of its other
end, and the relation it is compared as. "<" says that the ends change places, "=" that
they stay.
"""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from factcheck.lexicon.wordset import word_set


class Converse(NamedTuple):
    """``role`` is where the predicate has its other end ("of", "patient", ...)."""

    predicate: str
    role: str
    relation: str
    turned: bool


_ROWS = """
subsidiary of < own | unit of < own | property of < own | belong to < own | owner of = own |
possess patient = own | predecessor of < succeed | successor of = succeed | replace patient = succeed |
succeed patient = succeed | employee of < employ | work for < employ | worker at < employ |
employer of = employ | staff of < employ | lose to < defeat | win against = defeat | winner of = win |
champion of = win | author of = write | writer of = write | creator of = create | inventor of = invent |
founder of = found | discoverer of = discover | director of = lead | leader of = lead | head of = lead |
chief of = lead | boss of = lead | killer of = kill | murderer of = murder | son of < parent |
daughter of < parent | child of < parent | father of = parent | mother of = parent | parent of = parent |
buyer of = buy | seller of = sell | maker of = make | producer of = produce | member of = member |
part of = part | wife of = marry | husband of = marry | spouse of = marry | teacher of = teach |
student of < teach | pupil of < teach | owe to = owe | lend to = lend | borrow from < lend |
supplier of = supply | organiser of = organise | organizer of = organise
"""
#: one thing has one of these: another name in the place of the doer is another statement
_ONE_DOER = word_set(
    """
    write create invent discover found own file score win build design direct murder kill assassinate supply
    run organise organize lead chair captain host succeed defeat buy acquire name appoint nominate author
    compose paint publish produce father parent sell record shoot stab bomb poison rob hijack kidnap launch
    cause start light sink sponsor operate manufacture develop rescue employ command pilot drive coach edit
    lodge bring commit perpetrate carry
    """
)
#: and one place, for one who does it
_ONE_PLACE = word_set(
    "bear base locate headquarter bury situate stand lie live reside settle land dock die born birth crash"
)
#: who does it with whom does not matter
_MUTUAL = word_set(
    """
    meet marry merge fight play clash face talk join negotiate divorce agree compete collide discuss share
    border resemble match differ equal greet sign link link connect compare follow help include love hate
    attack accuse criticize blame shell
    """
)


@cache
def converses() -> dict[str, Converse]:
    """Term of a predicate -> how to turn it."""
    from factcheck.lexicon import term

    found = {}
    for row in _ROWS.split("|"):
        predicate, role, sign, relation = row.split()
        found[term(predicate)] = Converse(term(predicate), role, term(relation), sign == "<")
    return found


def _terms(words: frozenset[str]) -> frozenset[str]:
    from factcheck.lexicon import term

    return frozenset(map(term, sorted(words)))


@cache
def one_doer() -> frozenset[str]:
    """Terms of predicates that one alone does to one thing."""
    return _terms(_ONE_DOER)


@cache
def one_place() -> frozenset[str]:
    """Terms of predicates that happen to one thing in one place."""
    return _terms(_ONE_PLACE)


@cache
def mutual() -> frozenset[str]:
    """Terms of predicates that may be told with their ends exchanged."""
    return _terms(_MUTUAL)
