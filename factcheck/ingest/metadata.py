"""What the text says about itself: title, day of publication, outlet."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from factcheck.facts.tokens import tokenize
from factcheck.ingest.calendar_words import WEEKDAYS, month_number
from factcheck.ingest.dates import find_date, iso_date

# Publication lines stand in the head of an article, below a title, a summary and a byline.
_HEAD_LINES = 12
# Longer lines are sentences that happen to hold a date.
_LINE_TOKENS = 24
_TITLE_CHARACTERS = 150
_LABELS = frozenset({
    "published", "posted", "updated", "first", "last", "created", "issued", "date", "on",
})  # fmt: skip
_WIRE_ID = re.compile(r"\b[A-Z]{2,4}(?P<year>(?:19|20)\d\d)(?P<month>\d\d)(?P<day>\d\d)[.\-_]\d+")
_AGENCY = re.compile(r"[A-Z][^()\n]{2,60}\((AP|AFP|Reuters|Xinhua|UPI|CNN|TASS|IANS|PTI|dpa)\)\s*[-–—]")
_ENDS = (".", "!", "…", ";", ":", ",", ".”", '."', ".’")
# What may stand on a line with the date and nothing else.
_AROUND_DATES = frozenset({
    "at", "by", "the", "as", "of", "am", "pm", "a.m.", "p.m.", "hrs", "th", "st", "nd", "rd", "gmt",
    "utc", "bst", "cet", "est", "edt", "et", "cst", "cdt", "ct", "pst", "pdt", "pt", "ist", "jst", "kst",
    "hkt", "uk", "us", "ago",
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class Metadata:
    """Facts about the document, each None where the text does not say; ``published`` is ISO 8601."""

    title: str | None = None
    published: str | None = None
    outlet: str | None = None


def read_metadata(text: str, body: int = 0) -> Metadata:
    """Title, day and outlet from the head of the article ``text[body:]``.

    A line that names the publication wins over a later update.
    """
    lines = list(_head(text, body))
    return Metadata(_title(lines), _published(lines), _outlet(lines))


def _head(text: str, body: int) -> Iterator[str]:
    count = 0
    for line in text[body : body + 6000].splitlines():
        stripped = line.strip().lstrip("#*_> ").rstrip("*_ ")
        if stripped:
            yield stripped
            count += 1
        if count == _HEAD_LINES:
            return


def _published(lines: list[str]) -> str | None:
    updated: str | None = None
    for line in lines:
        wire = _WIRE_ID.match(line)
        if wire is not None:
            day = iso_date(int(wire["year"]), int(wire["month"]), int(wire["day"]))
            return day or find_date(line[wire.end() :])
        words = {t.lower for t in tokenize(line[:200])}
        found = find_date(line) if is_publication_line(line) else None
        if found is None:
            continue
        if "updated" in words and not words & {"published", "posted"}:
            updated = updated or found
        else:
            return found
    return updated or _dateline_date(lines)


def is_publication_line(line: str) -> bool:
    """A date with nothing around it but labels, a time, and an agency's or a town's name."""
    tokens = tokenize(line[:300])
    if not tokens or len(tokens) > _LINE_TOKENS:
        return False
    if tokens[0].lower in {"published", "posted", "updated"}:
        return True
    words = [t for t in tokens if t.is_word]
    left = [t for t in words if not _around_date(t.lower.rstrip("."))]
    return any(t.is_number for t in tokens) and len(left) <= 2 and all(t.text.isupper() for t in left)


def _around_date(word: str) -> bool:
    return word in _LABELS or word in _AROUND_DATES or word in WEEKDAYS or month_number(word) is not None


def _dateline_date(lines: list[str]) -> str | None:
    """The day of "ALMATY, Jan. 13, 2022 (Xinhua) --", where the year is given."""
    for line in lines:
        head = re.split(r"--|[–—]", line[:120], maxsplit=1)
        first = re.match(r"[^\W\d_]{3,}", line)
        if len(head) == 2 and first is not None and first.group().isupper():
            return find_date(head[0])
    return None


def _title(lines: list[str]) -> str | None:
    """The first headline-like line among the first few: several words, no full stop, no date or credit."""
    for line in lines[:4]:
        words = line.split()
        section = " / " in line.replace("\u00a0", " ")
        if section or is_publication_line(line) or _WIRE_ID.match(line) is not None:
            continue
        if _AGENCY.match(line) is not None:
            return None
        headline = len(words) >= 3 and len(line) <= _TITLE_CHARACTERS and not line.endswith(_ENDS)
        return line if headline and words[0] != "By" else None
    return None


def _outlet(lines: list[str]) -> str | None:
    """The agency a dateline or a source line names."""
    for line in lines:
        labelled = re.match(r"(?:Source|Outlet)\s?:\s*(\S.{0,40})$", line)
        if labelled is not None:
            return labelled.group(1).strip()
        agency = _AGENCY.match(line)
        if agency is not None:
            return agency.group(1)
    return None
