"""Abbreviations whose full stop is not, or not by itself, the end of a sentence."""

from __future__ import annotations

#: Stand before a name or number, so a capital after them opens no sentence. English
#: newswire usage (AP Stylebook's abbreviated titles, states' saints and months).
BEFORE_A_NAME: frozenset[str] = frozenset({
    "mr", "mrs", "ms", "mx", "dr", "prof", "rev", "hon", "msgr", "fr", "sr", "st", "ste", "mt", "ft",
    "gov", "sen", "rep", "reps", "sens", "govs", "lt", "col", "gen", "maj", "capt", "cpt", "cmdr", "adm",
    "sgt", "cpl", "pfc", "pvt", "brig", "supt", "insp", "det", "ofc", "dep", "pres", "asst", "assoc",
    "atty", "messrs", "mmes", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct",
    "nov", "dec", "no", "nos", "art", "fig", "vol", "vs", "v", "op", "pp", "p", "ca", "approx", "al",
})  # fmt: skip

#: End a sentence only before a word that cannot go on with them.
TIME_OF_DAY: frozenset[str] = frozenset({"a.m.", "p.m.", "am.", "pm."})
AFTER_TIME_OF_DAY: frozenset[str] = frozenset({
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "mon", "tue", "tues",
    "wed", "thu", "thur", "thurs", "fri", "sat", "sun", "january", "february", "march", "april", "may",
    "june", "july", "august", "september", "october", "november", "december", "jan", "feb", "mar", "apr",
    "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec", "gmt", "utc", "bst", "cet", "cest", "eet",
    "msk", "ist", "est", "edt", "et", "cst", "cdt", "ct", "mst", "mdt", "mt", "pst", "pdt", "pt", "jst",
    "kst", "hkt", "aest", "aedt", "eastern", "central", "mountain", "pacific", "greenwich", "moscow",
    "beijing",
})  # fmt: skip
