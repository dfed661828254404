"""Words and openings of the passages that are no claims; all lower case."""

from __future__ import annotations

#: Words that label a picture.
CREDIT: frozenset[str] = frozenset({
    "photo", "photos", "image", "images", "picture", "pictures", "credit", "credits", "photograph",
    "photographs", "video", "graphic", "illustration",
})  # fmt: skip

#: What gives a picture agency away.
CREDIT_MARKS: tuple[str, ...] = (
    "getty images", "ap photo", "afp photo", "reuters/", "/reuters", "/afp", "/getty", "/ap)", "via ap",
    "file photo", "handout photo", "photo by", "photograph by", "©",
)  # fmt: skip

#: Words of a publication line besides date and time.
PUBLISHED: frozenset[str] = frozenset({
    "published", "posted", "updated", "last", "first", "modified", "date", "on", "at", "by", "the",
    "as", "of", "created", "issued", "from",
})  # fmt: skip

#: How notes of the editors open.
EDITORS: tuple[str, ...] = (
    "editor's note", "editors' note", "editors note", "this story has been", "this article has been",
    "this story was", "this article was", "an earlier version of this", "this is a developing story",
    "this is a breaking news", "correction:", "clarification:",
)  # fmt: skip

#: How lines of the page, not of the article, open.
BOILERPLATE: tuple[str, ...] = (
    "advertisement", "read more", "read also", "also read", "see also", "related:", "related stories",
    "related articles", "more:", "watch:", "listen:", "click here", "sign up", "subscribe", "follow us",
    "share this", "continue reading", "story continues", "article continues", "all rights reserved",
    "copyright", "most read", "most popular", "recommended", "skip to", "loading", "comments",
    "leave a comment", "for more information, visit", "download our", "this material may not be",
    "table of contents", "must read:", "categories:", "tags:", "view comments",
)  # fmt: skip

#: How credits of writers and editors open.
BYLINE_STARTS: tuple[str, ...] = (
    "reporting by", "additional reporting", "editing by", "writing by", "compiled by", "edited by",
    "written by", "story by", "with reporting by", "(reporting by", "(additional reporting",
    "(editing by", "(writing by",
)  # fmt: skip

#: How credits of writers end.
BYLINE_ENDS: tuple[str, ...] = (
    "staff writer", "press writer", "correspondent", "staff reporter", "contributing writer",
    "in print",
)  # fmt: skip

#: Openings that appeal and state nothing.
RHETORIC_STARTS: tuple[str, ...] = (
    "we all know", "everyone knows", "everybody knows", "let's be", "let us be", "needless to say",
    "it goes without saying", "this is a disgrace", "what a ", "how dare", "enough is enough",
    "shame on", "make no mistake", "and that's that", "so be it", "you get the idea", "time will tell",
    "only time will tell", "god bless", "thank you", "good riddance", "good luck", "so much for",
    "this is an outrage", "this is a shame",
)  # fmt: skip

#: Words of judgement; with an exclamation mark they make an opinion.
SUBJECTIVE: frozenset[str] = frozenset({
    "disgrace", "shame", "outrage", "outrageous", "disgusting", "pathetic", "ridiculous", "absurd",
    "awful", "terrible", "horrible", "wonderful", "great", "amazing", "beautiful", "stupid", "shameful",
    "sad", "tragic", "brilliant", "nonsense", "madness", "insane", "incredible", "unbelievable",
    "wrong", "right", "enough", "clear", "simple", "obvious",
})  # fmt: skip

#: Parts of dates and times that are no names.
TIME_WORDS: frozenset[str] = frozenset({
    "am", "pm", "a.m", "p.m", "hrs", "th", "st", "nd", "rd", "ago", "hours", "minutes", "days", "t", "z",
})  # fmt: skip

#: Words that open a subject.
SUBJECT_OPENERS: frozenset[str] = frozenset({
    "the", "a", "an", "this", "these", "those", "my", "his", "her", "its", "our", "their", "your",
    "no", "some", "many", "most", "all", "both", "each",
})  # fmt: skip
