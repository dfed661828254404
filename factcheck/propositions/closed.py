"""Words of the closed classes, by what they do to a clause."""

from __future__ import annotations

from factcheck.lexicon.wordset import word_set

BE = word_set("be is are was were am been being isn't aren't wasn't weren't 's 're 'm it's he's she's")
HAVE = word_set("have has had having haven't hasn't hadn't 've")
DO = word_set("do does did don't doesn't didn't")
#: modal -> how far the predicate after it has come
FUTURE = word_set("will shall won't 'll shan't")
POSSIBLE = word_set(
    "may might could can can't cannot couldn't would should must wouldn't shouldn't mustn't 'd"
)
AUXILIARIES = BE | HAVE | DO | FUTURE | POSSIBLE

NEGATORS = word_set("not never n't hardly barely scarcely")
#: no adverbs, for all their ending
NOUNS_IN_LY = word_set(
    "family rally ally supply reply assembly monopoly anomaly bully jelly lily butterfly early daily weekly"
    " monthly elderly friendly deadly homily tally folly belly holy ugly lovely costly likely"
)
DETERMINERS = word_set(
    """
    the a an this that these those its his her their our your my whose all both each every some any no none
    several many few most more less another other such neither either half only
    """
)
DEFINITE = word_set("the this these those its his her their our your my whose both")
QUANTIFIERS = word_set(
    "all both each every some no none several many few most neither either any one only another other"
)
PRONOUNS = word_set(
    """
    i he she it we they you him them us me himself herself itself themselves there someone somebody anyone
    anybody everyone everybody nobody nothing something everything
    """
)
PREPOSITIONS = word_set(
    """
    of in on at by for from with to into over under about against after before during through between among
    since until till near inside outside within upon toward towards across along around behind off up down
    beyond despite per via throughout amid onto above below as than like including without out
    """
)
RELATIVES = word_set("who which whom whose where")
#: open a clause of their own
SUBORDINATORS = word_set(
    "that because although though while when if unless whether whereas once so how why what"
)
#: what they open is not asserted
CONDITIONAL = word_set("if unless whether")
NUMERALS = word_set(
    "one two three four five six seven eight nine ten eleven twelve dozen hundred thousand million"
)
#: whose forms in -s are hardly ever nouns
SELDOM_NOUNS = word_set("remain belong become include seem appear say contain own know believe")
COORDINATORS = word_set("and or but nor")
BREAKS = frozenset(",;:()—–[].!?…")
QUOTES = frozenset("\"“”‘’'«»„`")
ADVERBS = word_set(
    """
    also already still even just now then again ever soon later once twice yet always often almost about
    very too so here there today tonight yesterday tomorrow ago away back together apart instead perhaps
    however meanwhile overnight abroad
    """
)
#: Verbs that lead on to the verb after "to", and how far that has come then.
LEADS_ON = {
    **dict.fromkeys(
        """
        plan agree want hope expect intend vow pledge promise threaten wish decide prepare aim offer need
        propose ask like wait schedule order set go have oblige require demand urge
        """.split(),
        "planned",
    ),
    **dict.fromkeys("try attempt seek struggle fight battle".split(), "attempted"),
    **dict.fromkeys("seem appear tend believe report think allege say suspect know".split(), "possible"),
    **dict.fromkeys("manage begin start continue come help get use cease".split(), "done"),
    **dict.fromkeys("fail refuse decline".split(), "negated"),
}
#: verbs whose object does what the infinitive after it tells
MAKING_DO = word_set(
    "ask tell order urge force allow help want persuade require permit enable encourage invite advise"
    " instruct compel cause get authorise authorize convince press lead prompt"
)
#: verbs that end what the gerund after them names ("stopped selling")
ENDING = word_set("stop cease quit halt")
#: adjectives that do so after "be" ("is ready to sign", "was unable to move")
ADJECTIVES_ON = {
    **dict.fromkeys(
        "ready willing set due likely prepared about keen eager going expected".split(), "planned"
    ),
    "able": "done",
    "unable": "negated",
    "unlikely": "negated",
}
#: verbs whose clause is what somebody says or thinks
CLAUSE_VERBS = word_set(
    """
    say tell announce claim state declare report confirm deny admit acknowledge allege argue assert insist
    warn suggest believe think know show reveal disclose predict estimate note add explain maintain testify
    learn understand conclude find indicate fear hope expect feel
    """
)
DENYING = word_set("deny refute dispute")
#: what stands after these with "that" need not be so
CLAIMS = word_set("claim allegation report accusation suggestion rumour rumor charge speculation fear")
#: verbs that name what their subject is
COPULAS = word_set("be become remain stay")
