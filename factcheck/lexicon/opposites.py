"""Pairs of concepts that exclude each other as outcomes of one event.

Each word is a concept id of :mod:`factcheck.lexicon.synonyms` or a word of its own.
A pair stands here only if one thing cannot have had both outcomes at once; "attack" and
"defend", which two sides do at the same time, is no such pair.
"""

from __future__ import annotations

from functools import cache

_PAIRS = """
succeed fail | achieve fail | rise fall | rise reduce | raise reduce | raise fall | confirm deny |
admit deny | claim deny | arrest release | imprison release | arrest flee | win lose | approve reject |
approve refuse | approve veto | accept reject | accept refuse | agree refuse | agree disagree |
agree reject | open closed | reopen closed | guilty innocent | convict acquit | guilty acquit |
innocent convict | survive kill | alive kill | rescue kill | begin end | begin cancel | begin delay |
continue end | continue halt | continue suspend | continue cancel | resume halt | resume suspend |
resume end | arrive depart | enter depart | support oppose | approve oppose | welcome criticize |
praise criticize | profit losses | pass_law reject | pass_law veto | pass_law cancel | ban authorize |
authorize refuse | authorize reject | prevent cause | expand shrink | strengthen weaken | improve worsen |
accelerate slow | extend shorten | double halve | hire layoff | appoint dismiss | appoint resign |
inaugurate oust | join separate | join depart | merge split | marry divorce | build destroy |
repair destroy | repair damage | install remove | comply violate | legal illegal | large small | rich poor |
deploy withdraw | invade withdraw | retreat advance | surrender conquer | release hostage | release kidnap |
locate missing | recover worsen | buy sell | export import | lend borrow | birth kill | thwart succeed |
repel succeed | send withdraw | north south | east west | male female | boy girl | man woman |
husband wife | mother father | safe unsafe | true false | public private | majority minority |
peaceful violent | accidental deliberate | gain losses | acquit sentence | innocent sentence |
release sentence | quarantine release | tightened eased | upheld overturned | upgraded downgraded |
legalize ban | full empty | early late | higher lower | more fewer | hot cold | first last | pass reject |
pass veto | profit lose | locate vanish | recover missing | arrest free | hire sack | hire fire |
earn lose | launch cancel | launch scrap | happen cancel | meet cancel | close reopen | close open |
imprison free | convict clear | survive drown | rescue drown | keep scrap | keep drop | adopt reject |
back oppose | included excluded | include exclude | compulsory optional | possible impossible |
able unable | healthy sick | guilty cleared | unanimous divided | solved unsolved | known unknown |
get refuse | win refuse | defeat lose | approve ban | hire dismiss | easy difficult | easy hard |
easily hardly | liberal conservative | left-wing right-wing | widow wife | positive negative | lift extend |
lift impose | lift tighten
"""


@cache
def pairs() -> tuple[tuple[str, str], ...]:
    """The pairs in the order above; each holds in both directions."""
    words = [pair.split() for pair in _PAIRS.split("|")]
    return tuple((left, right) for left, right in words)


#: Pairs that name two things side by side: a figure for one says nothing of the other.
_PARALLELS = """
male female | boy girl | man woman | men women | husband wife | mother father | brother sister |
son daughter | export import | revenue profit | revenue earnings | sales profit | sales earnings |
cost revenue | cost profit | income spending | assets debt | minimum maximum | arrive depart |
enter depart | leave arrive | first last | majority minority | public private | north south |
east west | northern southern | eastern western | urban rural | summer winter | spring autumn |
morning evening | day night | inbound outbound | domestic foreign | nomination vote | copper nickel |
oil gas | wind wave | husband widow | driver passenger | teacher pupil | doctor patient
"""


@cache
def parallels() -> tuple[tuple[str, str], ...]:
    """Pairs of things that stand side by side; each holds in both directions."""
    words = [pair.split() for pair in _PARALLELS.split("|")]
    return tuple((left, right) for left, right in words)
