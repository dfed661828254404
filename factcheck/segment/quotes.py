"""Speakers of sentences: of quotations over any number of sentences, and of reported speech."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from factcheck.facts.tokens import Word, read_words
from factcheck.model import Span
from factcheck.segment.quotations import Piece, find_quotations
from factcheck.segment.speakers import PRONOUNS, is_body, speaker_in

_OPENERS = frozenset({
    "the", "a", "an", "in", "on", "at", "but", "and", "after", "before", "when", "while", "for", "as",
})  # fmt: skip
# Of a sentence with more quotations than these, the rest names no other speaker.
_PIECES = 4


class Voice(NamedTuple):
    """Whose voice a sentence is in: ``speaker`` None is the article's own.

    ``quoted``: more than half of its characters are inside quotation marks.
    """

    speaker: str | None
    quoted: bool


_OWN_VOICE = Voice(None, quoted=False)


class _Speech(NamedTuple):
    """One quotation, of one piece per paragraph, and who was found to say it."""

    pieces: tuple[Piece, ...]
    speaker: str | None


def voices(
    text: str, paragraphs: Sequence[Span], sentences: Sequence[Span], tokens: Sequence[Sequence[Word]]
) -> list[Voice]:
    """The voice of every sentence, in the order of ``sentences``, whose tokens are ``tokens``.

    A pronoun stands for the last person (he, she) or body (it, they) that was named
    as a speaker; where there was none it stays.
    """
    speeches = _attribute(text, paragraphs, sentences)
    pieces = [(piece, n) for n, speech in enumerate(speeches) for piece in speech.pieces]
    resolved: dict[int, str | None] = {}
    memory = _Memory()
    result: list[Voice] = []
    at = 0
    for (start, end), words in zip(sentences, tokens, strict=True):
        while at < len(pieces) and pieces[at][0].end <= start:
            at += 1
        inside, stop = 0, at
        speaker: str | None = None
        while stop < len(pieces) and pieces[stop][0].start < end:
            piece, number = pieces[stop]
            inside += min(end, piece.end) - max(start, piece.start)
            stop += 1
        if stop > at:
            if number not in resolved:
                resolved[number] = memory.resolve(speeches[number].speaker)
            speaker = resolved[number]
        quoted = 2 * inside > end - start
        if not quoted:
            if stop > at:
                within = [p for p, _ in pieces[at : min(stop, at + _PIECES)]]
                reported = _outside(text, (start, end), within)
            else:
                reported = speaker_in(words, beside_quotation=False)
            speaker = memory.resolve(reported)
            if reported is None:
                memory.read(text[start:end])
        result.append(Voice(speaker, quoted) if quoted or speaker is not None else _OWN_VOICE)
    return result


class _Memory:
    """The last named speakers, to resolve pronouns."""

    def __init__(self) -> None:
        self.person: str | None = None
        self.body: str | None = None

    def resolve(self, speaker: str | None) -> str | None:
        if speaker is None:
            return None
        if speaker in {"he", "she"}:
            return self.person or speaker
        if speaker in {"it", "they"}:
            return self.body or speaker
        if speaker not in PRONOUNS:
            if is_body(speaker):
                self.body = speaker
            else:
                self.person = speaker
                self.body = speaker if " " not in speaker and speaker.isupper() else self.body
        return speaker

    def read(self, sentence: str) -> None:
        """A sentence about somebody else: "he" is no longer plainly the last speaker."""
        if self.person is None:
            return
        words = [w.strip(".,'’s") for w in sentence.split(maxsplit=2)[:2]]
        named = len(words) == 2 and all(w[:1].isupper() for w in words)
        if named and words[0].lower() not in _OPENERS and words[1] not in self.person:
            self.person = None


def _outside(text: str, sentence: Span, pieces: Sequence[Piece]) -> str | None:
    """Reported speech in the article's own words, before, between or after quotations."""
    left, end = sentence
    for piece in pieces:
        if piece.end > left:
            own = read_words(text, left, max(left, piece.start))
            found = speaker_in(own, beside_quotation=False)
            if found is not None:
                return found
            left = min(end, piece.end)
    return speaker_in(read_words(text, left, end), beside_quotation=left != sentence[0])


def _attribute(text: str, paragraphs: Sequence[Span], sentences: Sequence[Span]) -> list[_Speech]:
    groups: list[list[Piece]] = []
    for piece in find_quotations(text, paragraphs):
        if piece.joined and groups:
            groups[-1].append(piece)
        else:
            groups.append([piece])
    starts, ends = [s for s, _ in paragraphs], [e for _, e in sentences]
    speeches: list[_Speech] = []
    for i, group in enumerate(groups):
        following = groups[i + 1][0].start if i + 1 < len(groups) else len(text)
        previous = groups[i - 1][-1] if i else None
        speaker = _speaker(text, group, sentences, ends, previous, following)
        if speaker is None and previous is not None and _continues(text, starts, previous, group[0]):
            speaker = speeches[-1].speaker
        speeches.append(_Speech(tuple(group), speaker))
    return speeches


def _speaker(
    text: str,
    group: Sequence[Piece],
    sentences: Sequence[Span],
    ends: Sequence[int],
    previous: Piece | None,
    following: int,
) -> str | None:
    """Who is said to speak beside the quotation; ``ends`` are those of the sentences."""
    start, end = group[0].start, group[-1].end
    opening, closing = bisect_right(ends, start), bisect_left(ends, end)
    if max(opening, closing) >= len(sentences):
        return None
    left = max(sentences[opening][0], previous.end if previous is not None else 0)
    before = _beside(text, left, start)
    if before is not None and text[left:start].rstrip()[-1:] in (",", ":"):
        return before
    right = min(ends[closing], following)
    after = _beside(text, end, right)
    if after is not None or before is not None:
        return after or before
    lead_in = sentences[opening - 1] if opening and sentences[opening][0] == start else None
    if lead_in is not None and text[lead_in[1] - 1] == ":":
        return _beside(text, *lead_in)
    return None


def _beside(text: str, start: int, end: int) -> str | None:
    return speaker_in(read_words(text, start, end), beside_quotation=True) if start < end else None


def _continues(text: str, paragraph_starts: Sequence[int], previous: Piece, piece: Piece) -> bool:
    """No speaker of its own: the rest of the speech before it.

    It stands in the same paragraph, or opens the next one.
    """
    first = bisect_left(paragraph_starts, previous.end)
    last = bisect_right(paragraph_starts, piece.start)
    if first >= last:
        return True
    return last - first == 1 and not text[paragraph_starts[first] : piece.start].strip()
