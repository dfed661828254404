"""From sentences to claims: one claim for every print of a sentence in its source."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from factcheck.facts.tokens import Word, read_words
from factcheck.model import Claim, Document, Fact, Skipped, Span
from factcheck.segment.dateline import dateline_end, may_open_with_dateline
from factcheck.segment.lines import paragraphs
from factcheck.segment.quotes import Voice, voices
from factcheck.segment.sentences import split_paragraph, trim
from factcheck.segment.skip import Place, skip_reason

# One form for comparing prints; length does not matter, it is never sliced.
_TYPOGRAPHY = str.maketrans("“”„«»‘’–—", '"""""\'\'--')
_ID_DIGITS = 10
# What opens a line of Markdown before its words.
_LINE_MARK = re.compile(r"(?:#{1,6}[ \t]+|>[ \t]*|[-*+•·▪◦⁃‣][ \t]+)+")
_FIRST_OF_MARK = frozenset("#>-*+•·▪◦⁃‣")
_TRAILING_CREDIT = re.compile(r"\s*[(\[][^()\[\]]{0,80}[)\]]\s*$")


_PLACES = {(alone, quoted): Place(alone, quoted) for alone in (False, True) for quoted in (False, True)}


@dataclass(frozen=True, slots=True)
class Segmented:
    """What a source states, and what of it states nothing."""

    claims: tuple[Claim, ...]
    skipped: tuple[Skipped, ...]


class _Part(NamedTuple):
    """A passage of the document: a claim if ``reason`` is None."""

    span: Span
    reason: str | None
    speaker: str | None = None


#: The facts of each of some passages of a document.
FindFacts = Callable[[Sequence[Span]], Sequence[Sequence[Fact]]]


def segment(document: Document, find_facts: FindFacts | None = None) -> Segmented:
    """Claims and skipped passages of the article, both in the order of their first print.

    ``find_facts`` gives the facts of the claims; without it they have none.
    """
    text, parts = document.text, _parts(document)
    prints: dict[str, list[_Part]] = {}
    normals: list[str] = []  # of the first prints
    for part in parts:
        if part.reason is None:
            normal = " ".join(text[slice(*part.span)].split())
            copies = prints.setdefault(_evened(normal), [])
            if not copies:
                normals.append(normal)
            copies.append(part)
    passages = [copies[0].span for copies in prints.values()]
    facts = [()] * len(passages) if find_facts is None else find_facts(passages)
    claims = []
    for copies, normal, found in zip(prints.values(), normals, facts, strict=True):
        start, end = copies[0].span
        spans = tuple([part.span for part in copies])
        speaker = next(filter(None, [part.speaker for part in copies]), None)
        sentence, claim_id = text[start:end], _claim_id(document.id, normal)
        claims.append(Claim(claim_id, document.id, start, end, sentence, spans, tuple(found), speaker))
    skipped = tuple(Skipped(document.id, *p.span, p.reason) for p in parts if p.reason is not None)
    return Segmented(tuple(_numbered(claims, document.id)), skipped)


def same_print(sentence: str) -> str:
    """The form in which two prints of one sentence are equal: white space and typography evened."""
    return _evened(" ".join(sentence.split()))


def _evened(normal: str) -> str:
    return normal if normal.isascii() else normal.translate(_TYPOGRAPHY)


def _claim_id(source: str, normal: str, occurrence: int = 0) -> str:
    """Hash of source id, white-space-normalised text and occurrence."""
    key = f"{source}\0{normal}\0{occurrence}"
    return hashlib.sha256(key.encode("utf-8", "surrogatepass")).hexdigest()[:_ID_DIGITS]


def _numbered(claims: Sequence[Claim], source: str) -> list[Claim]:
    """Ids that are unique in the source, should two hashes ever meet."""
    seen: set[str] = set()
    result = []
    for claim in claims:
        occurrence, claim_id = 0, claim.id
        while claim_id in seen:
            occurrence += 1
            claim_id = _claim_id(source, " ".join(claim.text.split()), occurrence)
        seen.add(claim_id)
        result.append(claim if claim_id == claim.id else replace(claim, id=claim_id))
    return result


def _parts(document: Document) -> list[_Part]:
    text = document.text
    # Spaces of equal length keep the offsets while front matter is not read as prose.
    body = " " * document.body + text[document.body :] if document.body else text
    blocks = paragraphs(body)
    sentences: list[Span] = []
    alone: list[bool] = []
    for start, end in blocks:
        found = split_paragraph(body, start, end)
        if not _FIRST_OF_MARK.isdisjoint([body[left] for left, _ in found]):
            found = [_without_mark(body, *span) for span in found]
        sentences.extend(found)
        alone.extend([len(found) == 1] * len(found))
    parts: list[_Part] = []
    tokens = [read_words(body, *span) for span in sentences]
    spoken = voices(body, blocks, sentences, tokens)
    for span, words, voice, single in zip(sentences, tokens, spoken, alone, strict=True):
        parts.extend(_classify(body, span, words, voice, single))
    return parts


def _without_mark(text: str, start: int, end: int) -> Span:
    mark = _LINE_MARK.match(text, start, end)
    return (mark.end(), end) if mark is not None and mark.end() < end else (start, end)


def _classify(text: str, span: Span, tokens: Sequence[Word], voice: Voice, alone: bool) -> list[_Part]:
    start, end = span
    sentence = text[start:end]
    reason = skip_reason(sentence, _PLACES[alone, voice.quoted], tokens)
    if reason is not None:
        return [_Part(span, reason)]
    parts: list[_Part] = []
    length = dateline_end(sentence) if may_open_with_dateline(tokens) else 0
    if 0 < length < end - start:
        parts.append(_Part(trim(text, start, start + length), "dateline"))
        start += length
    credit = _TRAILING_CREDIT.search(text, start, end) if text[end - 1] in ")]" else None
    own_end = end
    if credit is not None and start < credit.start() and _credits(text[credit.start() : end].strip()):
        own_end = credit.start()
    parts.append(_Part(trim(text, start, own_end), None, voice.speaker))
    if own_end < end:
        parts.append(_Part(trim(text, own_end, end), "photo credit"))
    return parts


def _credits(text: str) -> bool:
    return skip_reason(text, Place(alone=False, quoted=False)) == "photo credit"
