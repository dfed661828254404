"""Sentence boundaries: sentencex proposes, and rules for news text correct it.

>>> text = 'The bank shut at 5 p.m. Friday.It opens again soon, "We hope. Truly," Ms. Ode said.'
>>> [text[start:end] for start, end in split_sentences(text)]  # doctest: +NORMALIZE_WHITESPACE
['The bank shut at 5 p.m. Friday.', 'It opens again soon, "We hope.', 'Truly," Ms. Ode said.']
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from sentencex import get_sentence_boundaries

from factcheck.model import Span
from factcheck.segment.abbreviations import AFTER_TIME_OF_DAY, BEFORE_A_NAME, TIME_OF_DAY
from factcheck.segment.lines import paragraphs
from factcheck.segment.lists import is_marker, split_list
from factcheck.segment.speech import SPEECH_VERBS

# sentencex keeps a quotation in one piece; the labelled texts (UD GUM news) and the
# claims want its sentences, so it reads a copy of equal length without the marks.
_DOUBLE_MARK = re.compile('[“”„‟«»"*]')
# Like the patterns below it begins with its own mark and looks back from there: a pattern
# that begins by looking back is tried at every character.
_AS_SINGLE_MARK = r"(?:(?<=['‘])(?<!\w.)(?=\w)|(?<=[.,!?]['’])(?=\s|$))"
_SINGLE_MARK, _APOSTROPHE = re.compile(rf"['‘’]{_AS_SINGLE_MARK}"), re.compile(f"'{_AS_SINGLE_MARK}")
_CLOSERS = "”’\"'»)]*_"
_STRAIGHT_OR_CLOSING = '”"»'
# "came.The", "2012.The", "Thursday.Photo:": a stop between a word of two letters or
# more, or a number, and a capitalised word.
_GLUED = re.compile(r"[.!?](?:(?<=[a-z]{2}.)|(?<=\d.)|(?<=[A-Z]{3}.))[”’\"»)]*(?=[“‘«\"]?[A-Z][a-z]+)")
_CREDIT_LABEL = re.compile(r"(?<=[.!?”\"’)])\s*(?=(?:Photo|Image|Picture|Credit)s?\s?:)")
_ELLIPSIS = re.compile(r"(?<=…)\s+(?=[“\"‘]?[A-Z])")
# Words sentencex takes for abbreviations (found by trying the last words of 200,000
# news sentences), in the case in which they are none.
_NO_ABBREVIATIONS = tuple("May. Fed. SEC. ING. ore. ill. miss. me. no. id. ok.".split())
_BEHIND = "|".join(rf"(?<=\b{re.escape(word)})" for word in _NO_ABBREVIATIONS)
_WHOLE_WORD = re.compile(rf"\.(?:{_BEHIND})[”’\"»)]*(?=\s+[“‘«\"]?[A-Z])")
_WORD = re.compile(r"[^\W_][\w.'’-]*")
_DOMAINS = frozenset({"com", "net", "org", "gov", "edu", "info", "co", "io"})


def split_sentences(text: str) -> list[Span]:
    """Spans of the sentences of ``text``, without surrounding white space.

    They are in order, do not overlap and cover every character that is no white
    space. A blank line always ends a sentence; a single line break does unless the
    text is hard-wrapped or the sentence plainly goes on.
    """
    spans: list[Span] = []
    for start, end in paragraphs(text):
        spans.extend(split_paragraph(text, start, end))
    return spans


def split_paragraph(text: str, start: int, end: int) -> list[Span]:
    """Sentences of one paragraph ``text[start:end]``, offsets of the whole text."""
    spans: list[Span] = []
    for left, stop in split_list(text, start, end):
        part = text[left:stop]
        cuts = sorted({cut for cut in _cuts(part) if 0 < cut < len(part)})
        pieces = zip([0, *cuts], [*cuts, len(part)], strict=True)
        trimmed = [trim(text, left + a, left + b) for a, b in pieces]
        spans.extend(span for span in trimmed if span[0] < span[1])
    return spans


def trim(text: str, start: int, end: int) -> Span:
    """The span without the white space at its ends."""
    inside = text[start:end].lstrip()
    start = end - len(inside)
    return start, start + len(inside.rstrip())


#: half a character, which UTF-7 and JSON can hold and the splitter cannot
_SURROGATE = re.compile("[\ud800-\udfff]")


def _without_marks(part: str) -> str:
    """The text for sentencex: blanks for the marks of quotation, and whole characters."""
    if part.isascii():  # most is, and is done in a fifth of the time
        shadow = part.replace('"', " ").replace("*", " ")
        return _APOSTROPHE.sub(" ", shadow) if "'" in shadow else shadow
    return _SINGLE_MARK.sub(" ", _DOUBLE_MARK.sub(" ", _SURROGATE.sub("\ufffd", part)))


def _cuts(part: str) -> Iterator[int]:
    shadow = _without_marks(part)
    last = 0
    for boundary in get_sentence_boundaries("en", shadow):
        cut = _after_closers(part, last, _stop(shadow, last, boundary["end_index"]))
        if cut < len(part) and _is_boundary(part, last, cut):
            yield cut
            last = cut
    for match in _GLUED.finditer(part):
        if not _is_name_with_stop(part, match.start(), match.end()):
            yield match.end()
    # Both patterns try every character; what they need is mostly not there.
    for rule, needed in ((_CREDIT_LABEL, ":"), (_ELLIPSIS, "…")):
        if needed in part:
            yield from (match.start() for match in rule.finditer(part))
    yield from (match.end() for match in _WHOLE_WORD.finditer(part))


def _stop(shadow: str, start: int, end: int) -> int:
    """End of the proposed sentence without white space (and blanked marks)."""
    return start + len(shadow[start:end].rstrip())


def _after_closers(part: str, start: int, at: int) -> int:
    """Move past the closing marks that belong to the sentence ending at ``at``."""
    while at < len(part) and part[at] in _CLOSERS:
        at += 1
    # 'the road. "' with a loose space: the mark closes if one is open here.
    if part[at : at + 1] == " " and part[at + 1 : at + 2] in ('"', "”", "»"):
        mark, before = part[at + 1], part[:at]
        loose = not part[at + 2 : at + 3].strip()
        is_open = before.count('"') % 2 == 1 if mark == '"' else True
        if is_open and (loose or mark != '"'):
            at += 2
    return at


def _is_boundary(part: str, start: int, cut: int) -> bool:
    head = part[start:cut].rstrip(_CLOSERS + " ")
    following = _WORD.search(part, cut)
    if not head or following is None or is_marker(head):
        return False
    word = following.group()
    lead = part[cut : following.start()]
    first = lead.lstrip()[:1] or word[0]
    if first in ".,;" or (part[cut - 1] in _STRAIGHT_OR_CLOSING and first in "-–—"):
        return False
    if word[0].islower() and not _has_inner_capital(word) and "\n" not in lead and not _opens_item(lead):
        return False
    last = head.rsplit(maxsplit=1)[-1].lstrip("“‘«\"'([*_")
    if _goes_on(last, word, lead):
        return False
    asked = head[-1] in "?!" and part[cut - 1] in _STRAIGHT_OR_CLOSING + "’'"
    return not (asked and _names_speaker(part[cut:]))


def _goes_on(last: str, word: str, lead: str) -> bool:
    """An abbreviation with its full stop that the next word belongs to."""
    if not last.endswith("."):
        return False
    key = last.lower()
    if key in TIME_OF_DAY:
        return word.split(".")[0].lower() in AFTER_TIME_OF_DAY
    if key[:-1] == "no":
        return word[0].isdigit()
    if len(last) == 2 and last.isupper() and last != "I.":
        return lead.strip() == "" and word[0].isupper()
    # "St. Michael" but "5th st. The": a title is capitalised, and a name follows it.
    return key[:-1] in BEFORE_A_NAME and last[0].isupper() and lead.strip() == ""


def _has_inner_capital(word: str) -> bool:
    """iPhone, eBay: names that open a sentence in lower case."""
    return any(c.isupper() for c in word[1:])


def _opens_item(lead: str) -> bool:
    return any(c in "•·▪◦⁃‣" for c in lead)


def _names_speaker(tail: str) -> bool:
    """'"Why?" | Mr Ode asked.': a verb of saying within the next seven words.

    Seven lets a title and a full name through, and no clause.
    """
    words = [w.lower() for w in tail.split()[:7]]
    return any(w.strip(".,:;") in SPEECH_VERBS for w in words) and not tail.lstrip().startswith(("“", '"'))


def _is_name_with_stop(part: str, start: int, end: int) -> bool:
    """The stop is inside an address, or belongs to a title (St.Petersburg)."""
    left = part.rfind(" ", 0, start) + 1
    right = part.find(" ", end)
    token = part[left : right if right >= 0 else len(part)]
    if "@" in token or "/" in token or "www" in token.lower():
        return ":" not in token or "//" in token or "@" in token
    before = part[left:end].rstrip(".!?" + _CLOSERS).lstrip("“‘«\"'([").lower()
    following = _WORD.match(part, end)
    after = following.group().split(".")[0].lower() if following else ""
    return before in BEFORE_A_NAME or after in _DOMAINS
