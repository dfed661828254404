"""The words that negate, deny, and tell where the scope of either begins and ends."""

from __future__ import annotations

from factcheck.lexicon.wordset import word_set

#: Cues that are subjects themselves.
NO_WORDS = word_set("nobody none nothing neither")
#: With "to" these say that something was not done.
FAILURES = word_set(
    """
    failed fails fail failing refused refuses refuse refusing declined declines decline declining unable
    yet
    """
)
DENIALS = word_set("denied denies deny denying refuted refutes refute disputed disputes")
REJECTIONS = word_set("rejected rejects rejecting dismissed dismisses")
#: Nouns that only say that something was said: what they are about is what is denied.
CLAIMS = word_set(
    """
    claim claims allegation allegations report reports accusation accusations charge charges suggestion
    suggestions involvement responsibility rumor rumors rumour rumours speculation possibility
    """
)

#: After "not" no negation of what follows: "not only", "not until Friday", "not all".
NOT_PSEUDO = word_set(
    """
    only just merely simply until least surprisingly unlike unlikely less more fewer later too to all
    every everyone everything many enough necessarily always exactly quite because but a-few half long far
    since even if
    """
)
NO_PSEUDO = word_set(
    """
    doubt less more fewer later sooner matter wonder stranger better earlier but other question
    """
)

AUXILIARIES = word_set(
    """
    is are was were be been being am do does did has have had having will would can could may might must
    shall should to get got ca isn't aren't wasn't weren't don't doesn't didn't hasn't haven't hadn't
    won't wouldn't can't couldn't shouldn't
    """
)
#: Verbs that only lead on to the predicate.
STATIVE = word_set(
    """
    seem seems seemed appear appeared able going expected believed thought known intend want wish willing
    """
)
#: Verbs that add to a denied noun only that it was so.
OCCURRING = word_set("occurred happened existed took occurs happens exists")
#: With these, "have" before a noun is the full verb ("did not have plans").
DO_FORMS = word_set("do does did don't doesn't didn't")
#: Forms of "be", with which a negated participle is a passive.
COPULAS = word_set("be been being was were wasn't weren't is are isn't aren't")
ADVERBS = word_set(
    """
    yet ever also still even so very always often again already now then far directly been
    """
)
DETERMINERS = word_set(
    """
    the a an any all some this that these those its his her their our your my such another other further
    more single one two three four five both either it's
    """
)
PRONOUNS = word_set(
    """
    it he she they we you i him them us me himself itself themselves who which what there how why
    """
)
PREPOSITIONS = word_set(
    """
    of in on at by for from with to into over under about against after before during through between
    among since until near inside outside within upon toward towards across along around behind off out up
    down beyond despite per via throughout amid
    """
)
#: A scope never reaches past these.
ENDS = word_set(
    """
    and but because although though while if when where who which that than as however unless whether or
    nor so
    """
)
