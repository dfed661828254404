"""Word lists for finding who speaks; all lower case."""

from __future__ import annotations

#: Speakers of several members or none: "it" and "they" stand for them, not "he".
BODIES: frozenset[str] = frozenset({
    "ministry", "department", "agency", "police", "government", "office", "committee", "council",
    "company", "court", "army", "navy", "force", "forces", "commission", "party", "union", "bank",
    "group", "organization", "organisation", "association", "board", "officials", "authorities",
    "statement", "report", "center", "centre", "service", "survey", "administration", "institute",
    "university", "house", "senate", "congress",
})  # fmt: skip

#: Forms that report speech only after a name or pronoun.
NOUN_TOO: frozenset[str] = frozenset({
    "claims", "reports", "estimates", "notes", "comments", "comment", "tweets", "asks", "states",
    "reveals",
})  # fmt: skip

#: Titles and offices written before a name.
TITLES: frozenset[str] = frozenset({
    "mr", "mrs", "ms", "dr", "prof", "sir", "dame", "lord", "lady", "president", "premier", "chancellor",
    "minister", "secretary", "general", "colonel", "captain", "lieutenant", "major", "sergeant",
    "admiral", "commander", "governor", "gov", "sen", "senator", "rep", "representative", "congressman",
    "congresswoman", "speaker", "mayor", "judge", "justice", "chief", "director", "professor", "doctor",
    "rev", "reverend", "prime", "vice", "deputy", "king", "queen", "prince", "princess", "pope",
    "bishop", "archbishop", "cardinal", "lt", "col", "gen", "maj", "capt", "sgt", "adm", "officer",
    "detective", "inspector", "superintendent", "sheriff", "founder", "spokesman", "spokeswoman",
    "attorney", "ambassador", "chairman", "chairwoman", "ceo", "coach",
})  # fmt: skip

#: Words inside the description of an office ("head of the port").
FUNCTION: frozenset[str] = frozenset({
    "of", "for", "the", "a", "an", "and", "in", "at", "on", "from", "with", "to", "by",
})  # fmt: skip

#: What may stand before the speaker in the clause.
LEADING: frozenset[str] = frozenset({
    "the", "a", "an", "but", "and", "so", "yet", "then", "meanwhile", "however", "also", "still",
    "later", "earlier", "today", "yesterday", "on", "in", "at", "this", "last", "monday", "tuesday",
    "wednesday", "thursday", "friday", "saturday", "sunday", "for", "while",
})  # fmt: skip

#: What may stand between speaker and verb.
ADVERBS: frozenset[str] = frozenset({
    "also", "later", "then", "further", "has", "have", "had", "earlier", "still", "again", "now", "just",
    "once", "already", "reportedly", "recently", "repeatedly", "publicly", "previously", "apparently",
    "simply", "only", "even", "never", "initially", "subsequently", "today", "yesterday", "monday",
    "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "however", "instead",
})  # fmt: skip

#: What ends a subject, read backwards from its verb.
CLAUSE_STARTS: frozenset[str] = frozenset({
    "that", "because", "but", "when", "as", "if", "where", "after", "before", "while", "although",
    "though", "since", "until", "than", "so", "what", "how", "whether", "who", "which", "whom", "whose",
    "is", "are", "was", "were", "be", "been", "will", "would", "has", "have", "had", "can", "could",
    "may", "might", "should", "or", "not",
})  # fmt: skip

#: Subjects that name nobody.
NOT_SPEAKERS: frozenset[str] = frozenset({
    "who", "which", "that", "there", "what", "this", "these", "those", "all", "one", "reports", "report",
})  # fmt: skip

#: What ends a name that follows its verb.
AFTER_INVERTED: frozenset[str] = frozenset({
    "in", "on", "at", "to", "during", "after", "before", "that", "when", "as", "while", "by", "from",
    "yesterday", "today", "tonight", "late", "early", "this", "last", "who", "monday", "tuesday",
    "wednesday", "thursday", "friday", "saturday", "sunday", "through", "via", "and", "but", "adding",
})  # fmt: skip

#: Before a verb of saying, these make it say nothing of a speaker.
PASSIVE: frozenset[str] = frozenset({
    "is", "was", "are", "were", "be", "been", "being", "to",
})  # fmt: skip
