"""The verbs and small words that tell what a date dates, and in which tense."""

from __future__ import annotations

#: Verbs that date the report, not the event.
SAYING = frozenset(
    "said say says saying told tell tells telling announced announce announces announcing reported "
    "report reports reporting stated confirmed confirm confirms warned warns added adds "
    "claimed claims acknowledged disclosed revealed reveals wrote tweeted quoted insisted argued "
    "asserted noted notes remarked explained commented denied denies admitted predicted "
    "according testified informed".split()
)
SAYING_NOUNS = frozenset("statement interview briefing press news telephone broadcast speech".split())
PAST = frozenset(
    "was were had did went came took made got gave saw knew thought left found felt kept held brought "
    "began become became heard ran met paid sat spoke lay led grew lost fell sent built won broke "
    "spent cut rose drove bought wore chose sought fought caught taught struck shot hit put quit "
    "swore stole tore threw flew drew hid beat shut spread burst stood understood lent laid hung "
    "dealt sank fled fed sold swept slid stuck swung woke withdrew overthrew undertook been gone done "
    "taken given seen known driven fallen flown stolen written spoken broken chosen begun hidden "
    "overtook rang sang swam shook shaken arisen arose born told said wrote".split()
)
NOT_PAST = frozenset(
    "united hundred need indeed speed seed feed breed exceed proceed succeed red bed shed sacred naked "
    "wicked rugged infrared kindred hatred embed bleed creed deed greed weed alleged armed wounded "
    "so-called related-based biased aged".split()
)
MODAL = frozenset(
    "will would shall may might could should can must won't wouldn't can't couldn't shouldn't".split()
)
#: Words that place what they govern ahead, beside a date ("due Thursday").
AHEAD = frozenset(
    "expected scheduled due slated planned postponed delayed adjourned extended deferred payable "
    "effective deadline going upcoming forthcoming expires expire rescheduled booked opens begins "
    "starts supposed".split()
)
#: Words that do so only through an infinitive: "agreed to leave Friday", not "agreed Friday".
AHEAD_TO = AHEAD | frozenset(
    "expects expect plans plan planning hopes hope intends intend wants want aims "
    "promised promising agreed agrees vowed pledged urged asked asks ordered invited poised preparing "
    "prepares required obliged set is are decided threatened wanted hoped offered".split()
)
#: Adjectives that do so: no verb themselves.
AHEAD_ADJECTIVES = frozenset("about ready likely unlikely able".split())
PRESENT = frozenset("is are am has have does do isn't aren't hasn't haven't".split())
SKIP = frozenset("on in at by late early of the for since from until to around about earlier later".split())
CLAUSE = frozenset(
    ', that but when where which who while as because after before if and : — – -- _ ( ` “ "'.split()
)
STOP = frozenset(". ; ! ? ”".split())
DETERMINERS = frozenset("the a an its his her their our this that these those 's".split())
FILLER = frozenset("not also be been have being never again soon now then".split())
NOT_NOUN = frozenset(
    "and or but to in on at by for of from with after before when while that who which as said is are was "
    "were will would has have had it he she they we i the a an his her its their this there if than about "
    "until since into over under during against through between night morning evening afternoon".split()
)
NOT_HEAD = (
    DETERMINERS
    | NOT_NOUN
    | frozenset(
        "last next early late mid today yesterday tomorrow no any some all because so how why what such "
        "more very only still just about due me him us them quite one".split()
    )
)
