"""English verbs by their forms: which word is a form of which verb, and which form it is.

Regular forms follow the spelling rules of English inflection; irregular verbs are listed.
"""

from __future__ import annotations

from functools import cache, lru_cache
from typing import NamedTuple

from factcheck.lexicon.wordset import word_set


class VerbForm(NamedTuple):
    """``base`` is the dictionary form; the flags tell which forms the word can be."""

    base: str
    plain: bool = False  # "take": the base form
    third: bool = False  # "takes"
    past: bool = False  # "took"
    participle: bool = False  # "taken"
    gerund: bool = False  # "taking"


#: base past participle; one form for both stands once
_IRREGULAR = """
become became become | begin began begun | bear bore born | beat beat beaten | bend bent | bite bit bitten |
bleed bled | blow blew blown | break broke broken | breed bred | bring brought | build built | burn burned |
burst burst | buy bought | catch caught | choose chose chosen | come came come | cost cost | cut cut |
deal dealt | dig dug | do did done | draw drew drawn | drink drank drunk | drive drove driven |
eat ate eaten | fall fell fallen | feed fed | feel felt | fight fought | find found | flee fled |
fly flew flown | forbid forbade forbidden | forget forgot forgotten | forgive forgave forgiven |
freeze froze frozen | get got gotten | give gave given | go went gone | grow grew grown | hang hung |
hear heard | hide hid hidden | hit hit | hold held | hurt hurt | keep kept | know knew known | lay laid |
lead led | learn learned | leave left | lend lent | let let | lie lay lain | light lit | lose lost |
make made | mean meant | meet met | overcome overcame overcome | overtake overtook overtaken |
overthrow overthrew overthrown | pay paid | plead pleaded | put put | quit quit | read read |
ride rode ridden | ring rang rung | rise rose risen | run ran run | say said | see saw seen | seek sought |
sell sold | send sent | set set | shake shook shaken | shed shed | shoot shot | show showed shown |
shrink shrank shrunk | shut shut | sing sang sung | sink sank sunk | sit sat | sleep slept | slide slid |
speak spoke spoken | spend spent | split split | spread spread | spring sprang sprung | stand stood |
steal stole stolen | stick stuck | strike struck | swear swore sworn | sweep swept | swim swam swum |
swing swung | take took taken | teach taught | tear tore torn | tell told | think thought |
throw threw thrown | undergo underwent undergone | understand understood | undertake undertook undertaken |
upset upset | wake woke woken | wear wore worn | win won | wind wound | withdraw withdrew withdrawn |
withhold withheld | write wrote written | rebuild rebuilt | override overrode overridden | outlaw outlawed |
foresee foresaw foreseen | broadcast broadcast | overrun overran overrun | slay slew slain | shine shone
"""
#: Regular verbs of general news. Those news uses mainly as nouns ("talk", "storm") are
#: read as verbs only where the sentence leaves no choice.
_REGULAR = word_set(
    """
    abandon abduct abolish absorb abuse accelerate accept accompany accuse achieve acknowledge acquire
    acquit act adapt add address adjourn admit adopt advance advise affect agree aim air allege allow
    alter amend announce answer apologise apologize appeal appear apply appoint approach approve argue arm
    arrange arrest arrive ask assassinate assault assemble assert assess assign assist assume assure
    attach attack attempt attend attract auction authorise authorize award back ban banish bar base batter
    battle believe belong benefit blame block board bomb book boost borrow boycott breach brief bury call
    campaign cancel capsize capture care carry cast cause celebrate chair challenge change charge chase
    check cite claim clash clean clear climb close coach collaborate collapse collect collide combine
    comment commission commit compare compete complain complete comply concede concern conclude condemn
    conduct confess confirm confiscate confront connect consider consist construct consult contact contain
    contest continue contract contribute control convert convict convince cooperate cope correct cover
    crash create criticise criticize cross crush cure damage dance date debate debut decide declare
    decline decrease defeat defend define delay deliver demand demolish demonstrate deny depart depend
    deploy deport depose derail describe deserve design destroy detain detect deteriorate determine
    detonate develop diagnose die differ diminish disagree disappear discharge disclose discover discuss
    dismiss dispatch display dispute disrupt dissolve distribute dive divide dock donate double doubt
    draft drain drop drown dump earn ease edit educate elect eliminate emerge employ enable enact
    encounter encourage end endorse enforce engage enjoy enlist ensure enter erupt escape establish
    estimate evacuate examine exceed exchange exclude execute exist expand expect expel experience expire
    explain explode explore export express extend extradite face fail favor favour fear feature figure
    file fill film finance fine finish fire fix flatten flood focus follow force form found free fuel fund
    gain gather govern grab graduate grant greet guarantee guard guide halt halve hand handle happen harm
    head help hijack hire honor honour hope host house identify ignore impeach impose impress imprison
    improve inaugurate include increase indicate indict infect inflict influence inform inherit injure
    insist inspect inspire install instruct insult intend intercept interview introduce invade invent
    invest investigate invite involve issue jail join joke judge jump justify kick kidnap kill knock label
    lack land last launch leak legalise legalize levy lift like limit link liquidate list live load locate
    lock look loot lower mail maintain manage manufacture march mark marry match matter measure mediate
    merge mine miss monitor mourn move murder name negotiate nominate note notice notify number obey
    object obtain occupy occur offer open operate oppose order organise organize oust overhaul overlook
    overturn owe own pardon park participate pass patrol perform permit persuade pick pilot place plan
    plant play pledge plummet plunge poison post postpone praise predict prefer prepare present preserve
    press prevent print proceed process produce prohibit promise promote prompt promulgate propose
    prosecute protect protest prove provide publish pull punish purchase pursue push qualify quarantine
    question quote raid rain raise rally range rank rape ratify reach react realise realize recall receive
    recognise recognize recommend record recover recruit reduce refer reflect refuse refute regain
    register regret reinstate reject relate release relocate rely remain remember remove rename renew
    renounce reopen repair repeal repel replace reply report represent request require rescue research
    reserve reside resign resist resolve respond restore restrict result resume retain retaliate retire
    retreat retrieve return reveal reverse review revise rob rock roll rule rush sack sail sanction save
    scatter schedule score scrap scuttle search secure seem seize separate serve settle share shell ship
    sign signal slam slash slow slump smash smuggle soar solve sound span spark sponsor spot stab stage
    start starve state station stay stop storm stress stretch study subject submit succeed sue suffer
    suggest supervise supply support suppose surge surpass surrender surround survive suspect suspend
    sustain switch tackle talk target tax tender terminate test testify thank threaten tie topple torch
    total touch tour track trade train transfer transform transport trap travel treat trigger triple try
    turn uncover unearth unveil update upgrade uphold urge use vaccinate value vanish veto view violate
    visit volunteer vote vow wait walk want warn wash watch weaken weigh welcome widen wish witness wonder
    work worry worsen worship wound wreck yield
    """
)
#: Words in -ing that name a thing or an event more often than they tell of one.
_NOUNS_IN_ING = word_set(
    """
    building meeting shooting bombing killing hearing ruling funding spending housing landing trading
    opening ending wedding warning training evening morning king thing wing ring spring string beginning
    crossing painting recording filing saying finding feeling gathering parking banking mining shipping
    something anything nothing everything during according including being darling sterling beijing
    """
)
_VOWELS = frozenset("aeiou")
#: stressed on the last syllable, so that the last consonant doubles
_DOUBLING = word_set(
    "admit commit submit permit occur refer prefer expel repel compel control patrol equip regret rebel"
    " kidnap transfer omit propel deter quit shed begin forget forbid overrun"
)


def _doubles(base: str) -> bool:
    """ "stop", "plan": one vowel before one last consonant, in the stressed syllable."""
    if base in _DOUBLING:
        return True
    short = sum(c in _VOWELS for c in base) == 1 and len(base) > 2
    return short and base[-1] not in "aeiouwxy" and base[-2] in _VOWELS


def _third(base: str) -> str:
    if base.endswith("y") and base[-2] not in _VOWELS:
        return base[:-1] + "ies"
    return base + ("es" if base.endswith(("s", "x", "z", "ch", "sh", "o")) else "s")


def _past(base: str) -> str:
    if base.endswith("e"):
        return base + "d"
    if base.endswith("y") and base[-2] not in _VOWELS:
        return base[:-1] + "ied"
    return (base + base[-1] if _doubles(base) else base) + "ed"


def _gerund(base: str) -> str:
    if base.endswith("ie"):
        return base[:-2] + "ying"
    if base.endswith("e") and not base.endswith(("ee", "ye", "oe")):
        return base[:-1] + "ing"
    return (base + base[-1] if _doubles(base) else base) + "ing"


@cache
def _forms() -> dict[str, VerbForm]:
    table: dict[str, VerbForm] = {}

    def add(word: str, form: VerbForm) -> None:
        known = table.get(word)
        # "felled" and "fell" aside, the first verb of the lists owns a shared form
        if known is None:
            table[word] = form
        elif known.base == form.base:
            table[word] = VerbForm(form.base, *(x or y for x, y in zip(known[1:], form[1:], strict=True)))

    rows = [(f[0], f[1], f[-1]) for f in (row.split() for row in _IRREGULAR.split("|"))]
    rows += [(base, _past(base), _past(base)) for base in sorted(_REGULAR)]
    for base, past, participle in rows:
        add(base, VerbForm(base, plain=True))
        add(_third(base), VerbForm(base, third=True))
        add(past, VerbForm(base, past=True))
        add(participle, VerbForm(base, participle=True))
        if _gerund(base) not in _NOUNS_IN_ING:
            add(_gerund(base), VerbForm(base, gerund=True))
    return table


@lru_cache(maxsize=50_000)
def verb_form(word_lower: str) -> VerbForm | None:
    """The verb that a lower-case word may be a form of; None if it can be none.

    Words in -ed and -ing that no list knows count as forms of a verb too.

    >>> verb_form("wrote").base, verb_form("stopped").base, verb_form("bridge")
    ('write', 'stop', None)
    >>> verb_form("written").participle, verb_form("written").past
    (True, False)
    """
    found = _forms().get(word_lower)
    if found is not None:
        return found
    if word_lower.endswith("ed") and len(word_lower) > 4 and not word_lower.endswith("eed"):
        return VerbForm(word_lower[:-2], past=True, participle=True)
    if word_lower.endswith("ing") and len(word_lower) > 5 and word_lower not in _NOUNS_IN_ING:
        return VerbForm(word_lower[:-3], gerund=True)
    return None
