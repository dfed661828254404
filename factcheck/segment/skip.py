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
from operator import attrgetter
from typing import NamedTuple

from factcheck.facts.tokens import Word, read_words, trait
from factcheck.ingest.calendar_words import TIME_ZONES, WEEKDAYS, month_number
from factcheck.segment.dateline import belongs, is_dateline
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


class Place(NamedTuple):
    """Where a sentence stands: ``alone`` on its line or paragraph, ``quoted`` mostly in quotation marks."""

    alone: bool
    quoted: bool


class _Line(NamedTuple):
    """A sentence as the rules see it; what is longer than any credit or date has no tokens."""

    sentence: str
    key: str
    tokens: Sequence[Word]
    words: Sequence[Word]
    place: Place


# A credit names a photographer and an agency or two; twelve tokens hold both.
_CREDIT_TOKENS = 12
# Longer lines without a verb mostly name an event ("Fire at a school in Leeds"): those are claims.
_HEADING_WORDS = 4
# No heading, date, credit or dateline fills two lines; what is longer needs no tokens to judge.
_LONGEST_LINE = 160
_FRAGMENT_WORDS = 3
# Appeals, and every other line of which only a short one is no claim, have twelve words at most.
_FEW_WORDS = 12
_WIRE_CODE = re.compile(
    r"\s*(?:[A-Z]{2,4}[-_]?\d{6,8}[-.\d]*|BC-\S+|-\d{2}-|\(?(?:END|ENDS|MORE|mg|nn)\)?|-ENDS-"
    r"|[a-z]{2,3}/[a-z]{2,3})(?!\S)"
)
_DATE_WORDS = PUBLISHED | WEEKDAYS | TIME_ZONES | TIME_WORDS


def _is_date_word(text: str) -> bool:
    word = text.lower().replace("’", "'").rstrip(".")
    return word in _DATE_WORDS or month_number(word) is not None


_DATE = trait(test=_is_date_word)
_SMALL_IN_NAMES = frozenset({"and", "in", "of", "for", "the", "de", "van", "von"})
_IS_WORD = attrgetter("is_word")
# The first characters of long lists of openings tell at once that a line has none of them.
_OPENING = 4
_EDITORS_OPEN, _BYLINES_OPEN = (
    frozenset([opening[:_OPENING] for opening in openings]) for openings in (EDITORS, BYLINE_STARTS)
)
# What may stand after the mark that ends a sentence.
_AFTER_STOP = " \"'”’»)*_"
_EDGES = " \t\n\r\u00a0“”„‟«»\"'‘’()[]*_#>|•·–—-"


def skip_reason(sentence: str, place: Place, tokens: Sequence[Word] | None = None) -> str | None:
    """Why ``sentence`` is no claim, from a fixed set of phrases; None if it is one.

    ``tokens`` are those of the sentence, where the caller has them.
    """
    key = sentence.strip(_EDGES).lower().replace("’", "'")
    if len(sentence) > _LONGEST_LINE:
        if not any(map(str.isalnum, sentence)):
            return "section mark"
        line, rules = _Line(sentence, key, (), (), place), _LONG_RULES
    else:
        tokens = read_words(sentence) if tokens is None else tokens
        words = list(filter(_IS_WORD, tokens))
        if not words and not any(map(str.isalnum, sentence)):
            return "section mark"
        line = _Line(sentence, key, tokens, words, place)
        rules = _RULES if len(words) <= _FEW_WORDS else _RULES_OF_MANY_WORDS
    for reason, rule in rules:
        if rule(line):
            return reason
    return None


def _is_credit(line: _Line) -> bool:
    if len(line.tokens) > _CREDIT_TOKENS:
        return False
    first = line.words[0].lower if line.words else ""
    if line.sentence.startswith("!["):
        return True
    if first in CREDIT:
        second = next((t.lower for t in line.tokens[1:] if t.lower != first), "")
        if second in {":", "by", "courtesy", "credit", "source"}:
            return True
    return any(mark in line.key for mark in CREDIT_MARKS) and not has_certain_verb(line.tokens)


def _is_publication_line(line: _Line) -> bool:
    """Nothing but a date, a time and the words that introduce them."""
    tokens, words = line.tokens, line.words
    left: list[Word] = []
    for token in words:
        if not token.traits & _DATE:
            left.append(token)
            if len(left) > 2:
                return False
    if not any(t.is_number for t in tokens):
        return bool(words) and not left and line.place.alone and any(t.lower in PUBLISHED for t in words)
    written = any(month_number(t.lower.rstrip(".")) for t in words)
    if not (written or any(_is_numeric_date(tokens, i) for i in range(len(tokens)))):
        posted = any(t.lower in {"published", "posted", "updated"} for t in words)
        return not left and line.place.alone and posted
    # Agencies put their sign and the town on the line: TNN ... MUMBAI.
    return all(t.text.isupper() for t in left)


def _is_numeric_date(tokens: Sequence[Word], i: int) -> bool:
    """12/11/2007, 2007-11-12, 4 / 11 / 2007."""
    part = tokens[i : i + 5]
    return (
        len(part) == 5
        and all(t.is_number for t in part[::2])
        and part[1].text == part[3].text
        and part[1].text in "/-."
    )


def _is_wire_code(line: _Line) -> bool:
    if _WIRE_CODE.match(line.sentence) is None:
        return False
    return all(not w.isalpha() or w.isupper() for w in line.sentence.split()[1:])


def _is_byline(line: _Line) -> bool:
    key, words = line.key, line.words
    starts = key[:_OPENING] in _BYLINES_OPEN and key.startswith(BYLINE_STARTS)
    if starts or (key.endswith(BYLINE_ENDS) and len(line.tokens) <= _CREDIT_TOKENS):
        return not has_certain_verb([t for t in line.tokens if t.lower not in SPEECH_VERBS])
    if not line.place.alone or not 2 <= len(words) <= _CREDIT_TOKENS or words[0].lower != "by":
        return False
    return all(t.is_capital or t.lower in _SMALL_IN_NAMES for t in words)


def _is_editors_note(line: _Line) -> bool:
    return line.key[:_OPENING] in _EDITORS_OPEN and line.key.startswith(EDITORS)


def _is_boilerplate(line: _Line) -> bool:
    sentence = line.sentence
    if sentence.startswith("<!--"):
        return True
    plain = line.place.alone and not line.place.quoted
    return plain and line.key.startswith(BOILERPLATE) and sentence[-1] not in '.!?"”'


def _is_question(line: _Line) -> bool:
    """Ends in a question mark, and is not a statement that someone asked it."""
    sentence = line.sentence
    if "?" not in sentence:
        return False
    ending = sentence.rstrip(_AFTER_STOP)
    if not ending.endswith(("?", "?!", "!?")):
        return False
    opening = max(sentence.rfind(mark, 1) for mark in '“«"‘')
    closed = ending != sentence.rstrip()
    before = read_words(sentence[:opening]) if closed and opening > 0 else ()
    return not any(t.lower in SPEECH_VERBS for t in before)


def _is_opinion(line: _Line) -> bool:
    """Rhetoric in the article's own voice that names nothing one could check."""
    words = line.words
    if line.place.quoted:
        return False
    if any(t.is_number for t in line.tokens) or any(t.is_capital and t.lower != "i" for t in words[1:]):
        return False
    exclaims = line.sentence.rstrip().endswith("!") and any(t.lower in SUBJECTIVE for t in words)
    return line.key.startswith(RHETORIC_STARTS) or exclaims


def _is_heading(line: _Line) -> bool:
    """A line by itself, without a full stop, in which no word can be a verb."""
    sentence, words = line.sentence, line.words
    if len(words) > _HEADING_WORDS or not line.place.alone:
        return False
    if sentence.rstrip(_AFTER_STOP)[-1:] in (".", "!", "…", ";", ","):
        return False
    if " / " in sentence.replace("\u00a0", " ") and all(t.is_capital for t in words):
        return True
    whole_quote = sentence[0] in "'‘\"“" and sentence[-1] in "'’\"”" and len(words) <= _FRAGMENT_WORDS
    if whole_quote and not has_certain_verb(line.tokens):
        return True
    if len(words) == _HEADING_WORDS and words[0].lower in SUBJECT_OPENERS:
        return False
    return not may_state(line.tokens)


def _is_fragment(line: _Line) -> bool:
    """Too short to state anything: "Quite the contrary.", "PTI reports:"."""
    words = line.words
    if len(words) > _FRAGMENT_WORDS:
        return False
    if line.sentence.rstrip().endswith(":"):
        return True
    # "The mayor wept.": what opens like a subject may state something with any third word.
    if len(words) == _FRAGMENT_WORDS and (line.place.quoted or words[0].lower in SUBJECT_OPENERS):
        return False
    named = any(t.is_capital for t in words[1:]) or any(t.is_number for t in line.tokens)
    return not named and not may_state(line.tokens)


def _is_dateline(line: _Line) -> bool:
    return line.place.alone and all(map(belongs, line.words)) and is_dateline(line.sentence)


_Rule = Callable[[_Line], bool]
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
_RULES_OF_MANY_WORDS = tuple(
    pair for pair in _RULES if pair[0] not in {"photo credit", "opinion", "heading", "fragment"}
)
_LONG_RULES = tuple(pair for pair in _RULES if pair[0] in {"byline", "editor's note", "question"})
REASONS: frozenset[str] = frozenset({"section mark", *(reason for reason, _ in _RULES)})
