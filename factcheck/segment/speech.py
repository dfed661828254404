"""Verbs that report what somebody said."""

from __future__ import annotations

#: Finite forms that report speech wherever they stand in a sentence.
REPORTING_VERBS: frozenset[str] = frozenset({
    "said", "says", "told", "tells", "stated", "states", "announced", "announces", "claimed", "claims",
    "explained", "noted", "notes", "argued", "argues", "warned", "warns", "insisted", "insists",
    "confirmed", "confirms", "denied", "denies", "declared", "declares", "acknowledged", "acknowledges",
    "admitted", "admits", "suggested", "suggests", "tweeted", "tweets", "remarked", "stressed",
    "stresses", "emphasized", "emphasised", "pledged", "vowed", "testified", "alleged", "estimated",
    "estimates", "predicted", "predicts", "maintained", "cautioned", "disclosed", "revealed", "reveals",
    "reiterated", "conceded", "contended", "asserted", "reported", "reports",
})  # fmt: skip
#: With those that report speech only beside a quotation ("he continued", but "the vote continued").
SPEECH_VERBS: frozenset[str] = REPORTING_VERBS | frozenset({
    "say", "asked", "asks", "added", "adds", "replied", "replies", "wrote", "writes", "recalled",
    "recalls", "continued", "continues", "concluded", "concludes", "commented", "comments", "responded",
    "responds", "quipped", "joked", "observed", "observes", "urged", "agreed", "agrees", "disagreed",
    "disagrees",
})  # fmt: skip
