"""What is no claim, with the reason.

A missed claim costs more than a superfluous one, so every rule asks for plain
evidence, and what no rule knows is a claim.

>>> skip_reason("Photo: Ada Ode/Reuters", Place(alone=True, quoted=False))
'photo credit'
>>> skip_reason("Storm batters the coast", Place(alone=True, quoted=False)) is None
True
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from factcheck.facts.tokens import Token, tokenize
from factcheck.ingest.calendar_words import TIME_ZONES, WEEKDAYS, month_number
from factcheck.segment.dateline import is_dateline
from factcheck.segment.skip_words import (
    BOILERPLATE,
    BYLINE_ENDS,
    BYLINE_STARTS,
    CREDIT,
    CREDIT_MARKS,
    EDITORS,
    PUBLISHED,
    RHETORIC_STARTS,
    SUBJECT_OPENERS,
    SUBJECTIVE,
    TIME_WORDS,
)
from factcheck.segment.speech import SPEECH_VERBS
from factcheck.segment.verbs import has_certain_verb, may_state


@dataclass(frozen=True, slots=True)
class Place:
    """Where a sentence stands: ``alone`` on its line or paragraph, ``quoted`` mostly in quotation marks."""

    alone: bool
    quoted: bool


# A credit names a photographer and an agency or two; twelve tokens hold both.
_CREDIT_TOKENS = 12
# Longer lines without a verb mostly name an event ("Fire at a school in Leeds"): those are claims.
_HEADING_WORDS = 4
# No heading, date, credit or dateline fills two lines; what is longer needs no tokens to judge.
_LONGEST_LINE = 160
_FRAGMENT_WORDS = 3
_RHETORIC_WORDS = 12
_WIRE_CODE = re.compile(
    r"[A-Z]{2,4}[-_]?\d{6,8}[-.\d]*|BC-\S+|-\d{2}-|\(?(?:END|ENDS|MORE|mg|nn)\)?|-ENDS-|[a-z]{2,3}/[a-z]{2,3}"
)
_EDGES = " \t\n\r\u00a0“”„‟«»\"'‘’()[]*_#>|•·–—-"


def skip_reason(sentence: str, place: Place) -> str | None:
    """Why ``sentence`` is no claim, from a fixed set of phrases; None if it is one."""
    key = sentence.strip(_EDGES).lower().replace("’", "'")
    brief = len(sentence) <= _LONGEST_LINE
    tokens = tokenize(sentence) if brief else ()
    if not any(c.isalnum() for c in sentence):
        return "section mark"
    for reason, rule in _RULES if brief else _LONG_RULES:
        if rule(sentence, key, tokens, place):
            return reason
    return None


def _is_credit(sentence: str, key: str, tokens: Sequence[Token], place: Place) -> bool:
    if len(tokens) > _CREDIT_TOKENS:
        return False
    first = next((t.lower for t in tokens if t.is_word), "")
    second = next((t.lower for t in tokens[1:] if t.lower != first), "")
    labelled = first in CREDIT and (second in {":", "by", "courtesy", "credit", "source"})
    marked = any(mark in key for mark in CREDIT_MARKS) and not has_certain_verb(tokens)
    return labelled or marked or sentence.startswith("![")


def _is_publication_line(sentence: str, key: str, tokens: Sequence[Token], place: Place) -> bool:
    """Nothing but a date, a time and the words that introduce them."""
    words = [t for t in tokens if t.is_word]
    left = [t for t in words if not _is_date_word(t)]
    if len(left) > 2:
        return False
    written = any(month_number(t.lower.rstrip(".")) for t in words)
    dated = written or any(_is_numeric_date(tokens, i) for i in range(len(tokens)))
    if not any(t.is_number for t in tokens):
        return bool(words) and not left and place.alone and any(t.lower in PUBLISHED for t in words)
    if not dated:
        return not left and place.alone and any(t.lower in {"published", "posted", "updated"} for t in words)
    # Agencies put their sign and the town on the line: TNN ... MUMBAI.
    return all(t.text.isupper() for t in left)


def _is_date_word(token: Token) -> bool:
    word = token.lower.rstrip(".")
    return (
        word in PUBLISHED
        or word in WEEKDAYS
        or word in TIME_ZONES
        or month_number(word) is not None
        or word in TIME_WORDS
    )


def _is_numeric_date(tokens: Sequence[Token], i: int) -> bool:
    """12/11/2007, 2007-11-12, 4 / 11 / 2007."""
    part = tokens[i : i + 5]
    return (
        len(part) == 5
        and all(t.is_number for t in part[::2])
        and part[1].text == part[3].text
        and part[1].text in "/-."
    )


def _is_wire_code(sentence: str, key: str, tokens: Sequence[Token], place: Place) -> bool:
    words = sentence.split()
    rest = all(not w.isalpha() or w.isupper() for w in words[1:])
    return rest and _WIRE_CODE.fullmatch(words[0]) is not None


def _is_byline(sentence: str, key: str, tokens: Sequence[Token], place: Place) -> bool:
    if key.startswith(BYLINE_STARTS) or (key.endswith(BYLINE_ENDS) and len(tokens) <= _CREDIT_TOKENS):
        return not has_certain_verb([t for t in tokens if t.lower not in SPEECH_VERBS])
    words = [t for t in tokens if t.is_word]
    if not place.alone or len(words) < 2 or words[0].lower != "by" or len(words) > _CREDIT_TOKENS:
        return False
    small = {"and", "in", "of", "for", "the", "de", "van", "von"}
    return all(t.text[0].isupper() or t.lower in small for t in words)


def _is_editors_note(sentence: str, key: str, tokens: Sequence[Token], place: Place) -> bool:
    return key.startswith(EDITORS)


def _is_boilerplate(sentence: str, key: str, tokens: Sequence[Token], place: Place) -> bool:
    if sentence.startswith("<!--"):
        return True
    return place.alone and not place.quoted and key.startswith(BOILERPLATE) and sentence[-1] not in '.!?"”'


def _is_question(sentence: str, key: str, tokens: Sequence[Token], place: Place) -> bool:
    """Ends in a question mark, and is not a statement that someone asked it."""
    ending = sentence.rstrip(" \"'”’»)*_")
    if not ending.endswith(("?", "?!", "!?")):
        return False
    opening = max(sentence.rfind(mark, 1) for mark in '“«"‘')
    closed = ending != sentence.rstrip()
    before = tokenize(sentence[:opening]) if closed and opening > 0 else ()
    return not any(t.lower in SPEECH_VERBS for t in before)


def _is_opinion(sentence: str, key: str, tokens: Sequence[Token], place: Place) -> bool:
    """Rhetoric in the article's own voice that names nothing one could check."""
    if place.quoted or sum(t.is_word for t in tokens) > _RHETORIC_WORDS:
        return False
    words = [t for t in tokens if t.is_word]
    if any(t.is_number for t in tokens) or any(t.text[0].isupper() and t.lower != "i" for t in words[1:]):
        return False
    exclaims = sentence.rstrip().endswith("!") and any(t.lower in SUBJECTIVE for t in words)
    return key.startswith(RHETORIC_STARTS) or exclaims


def _is_heading(sentence: str, key: str, tokens: Sequence[Token], place: Place) -> bool:
    """A line by itself, without a full stop, in which no word can be a verb."""
    if not place.alone or sentence.rstrip(" \"'”’»)*_")[-1:] in (".", "!", "…", ";", ","):
        return False
    words = [t for t in tokens if t.is_word]
    sections = " / " in sentence.replace("\u00a0", " ")
    if sections and len(words) <= _HEADING_WORDS and all(t.text[0].isupper() for t in words):
        return True
    whole_quote = sentence[0] in "'‘\"“" and sentence[-1] in "'’\"”" and len(words) <= _FRAGMENT_WORDS
    if whole_quote and not has_certain_verb(tokens):
        return True
    if len(words) == _HEADING_WORDS and words[0].lower in SUBJECT_OPENERS:
        return False
    return len(words) <= _HEADING_WORDS and not may_state(tokens)


def _is_fragment(sentence: str, key: str, tokens: Sequence[Token], place: Place) -> bool:
    """Too short to state anything: "Quite the contrary.", "PTI reports:"."""
    words = [t for t in tokens if t.is_word]
    if sentence.rstrip().endswith(":") and len(words) <= _FRAGMENT_WORDS:
        return True
    # "The mayor wept.": what opens like a subject may state something with any third word.
    if len(words) == _FRAGMENT_WORDS and (place.quoted or words[0].lower in SUBJECT_OPENERS):
        return False
    named = any(t.text[0].isupper() for t in words[1:]) or any(t.is_number for t in tokens)
    return len(words) <= _FRAGMENT_WORDS and not named and not may_state(tokens)


def _is_dateline(sentence: str, key: str, tokens: Sequence[Token], place: Place) -> bool:
    return place.alone and is_dateline(sentence)


_Rule = Callable[[str, str, Sequence[Token], Place], bool]
#: In order: the first that holds names the reason.
_RULES: tuple[tuple[str, _Rule], ...] = (
    ("photo credit", _is_credit),
    ("wire code", _is_wire_code),
    ("publication line", _is_publication_line),
    ("dateline", _is_dateline),
    ("byline", _is_byline),
    ("editor's note", _is_editors_note),
    ("boilerplate", _is_boilerplate),
    ("question", _is_question),
    ("opinion", _is_opinion),
    ("heading", _is_heading),
    ("fragment", _is_fragment),
)
_LONG_RULES = tuple(pair for pair in _RULES if pair[0] in {"byline", "editor's note", "question"})
REASONS: frozenset[str] = frozenset({"section mark", *(reason for reason, _ in _RULES)})
