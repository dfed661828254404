"""The results of every step, as frozen dataclasses: one type per outcome.

Offsets are code points of the document's text and half-open: ``text[start:end]``.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from factcheck.errors import FactcheckError as FactcheckError

FactKind = Literal[
    "count", "money", "percent", "measure", "duration", "date", "time",
    "ordinal", "age", "person", "org", "place", "polarity",
]  # fmt: skip
#: the kinds whose facts are names
NAMES: frozenset[FactKind] = frozenset(("person", "org", "place"))
Verdict = Literal["corroborated", "single-source", "conflicting"]
#: How two facts relate. "update" is decided by the judge (a running figure that
#: moved) and "attributed" too (two speakers disagree and both articles say so).
FactRelation = Literal["equal", "compatible", "part", "update", "conflict", "attributed"]
LinkRelation = Literal["corroborates", "conflicts"]
Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Document:
    """One source as it was read. ``text`` is never changed after decoding."""

    id: str
    text: str
    path: str
    title: str | None = None
    outlet: str | None = None
    published: str | None = None  # ISO 8601 date
    url: str | None = None
    language: str | None = None
    folder: str | None = None  # name of the folder it was read from
    body: int = 0  # where the article starts: after front matter
    warnings: tuple[str, ...] = ()
    origin: str | None = None  # id of the source this text is a reprint of, or its own


@dataclass(frozen=True, slots=True)
class Fact:
    """A typed detail: the exact slice, and what it means.

    ``value`` is as written with scale words applied (13.9bn is 13900000000, 34 miles
    is 34 with unit "mile"); dates are ISO 8601 at their precision, durations ISO 8601
    in their written unit, names a canonical string. ``low``/``high`` are the interval
    the words allow, in ``unit``; None is unbounded. ``of`` is the thing counted or
    measured in the article's words, ``role`` the normalised predicate it takes part in
    ("killed", "injured", "said"), where a rule knows it.
    """

    kind: FactKind
    start: int
    end: int
    text: str
    value: float | int | str | None = None
    unit: str | None = None
    of: str | None = None
    low: float | int | str | None = None
    high: float | int | str | None = None
    low_open: bool = False
    high_open: bool = False
    role: str | None = None
    approx: bool = False  # an approximator or a vague word stands with it
    verdict: Verdict | None = None


@dataclass(frozen=True, slots=True)
class Relation:
    """What comparing two values gives, and why in words for the reader."""

    relation: FactRelation
    why: str


@dataclass(frozen=True, slots=True)
class FactPair:
    """Two facts that speak of the same thing, one from each claim of a link."""

    kind: FactKind
    a: Fact
    b: Fact
    relation: FactRelation
    why: str


@dataclass(frozen=True, slots=True)
class Claim:
    """A sentence of a source that states something.

    ``spans`` lists every place the sentence is printed in its source, ``[start, end]``
    first. ``speaker`` is who says it where it is (part of) a quotation. ``known`` is
    whether the baseline has it with the same verdict (None without a baseline).
    """

    id: str
    source: str
    start: int
    end: int
    text: str
    spans: tuple[Span, ...]
    facts: tuple[Fact, ...] = ()
    speaker: str | None = None
    verdict: Verdict | None = None
    known: bool | None = None


@dataclass(frozen=True, slots=True)
class Skipped:
    """A passage that is no claim, with the reason."""

    source: str
    start: int
    end: int
    reason: str


@dataclass(frozen=True, slots=True)
class Weight:
    """One feature of a confidence: ``value × weight`` is what it adds to the log-odds."""

    feature: str
    value: float
    weight: float


@dataclass(frozen=True, slots=True)
class Article:
    """A document understood: its claims with facts, and what was skipped."""

    document: Document
    claims: tuple[Claim, ...]
    skipped: tuple[Skipped, ...]
    aliases: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Review:
    """What a person decided about a conflict: a false alarm ("dismissed") or a real one."""

    decision: Literal["confirmed", "dismissed"]
    note: str | None = None
    by: str | None = None


@dataclass(frozen=True, slots=True)
class Link:
    """Two claims of two sources that are about the same fact.

    ``similarity`` is the TF-IDF cosine of the masked texts, ``confidence`` what the
    link is judged on, both in [0, 1]; ``weights`` are the features it comes from.
    ``independent`` is false between reprints of one story: such a link corroborates nothing.
    ``review`` is what people decided about it, ``known`` whether the baseline has it
    already (None without a baseline). A dismissed link counts for no verdict.
    """

    id: str
    claims: tuple[str, str]
    similarity: float
    relation: LinkRelation
    confidence: float
    facts: tuple[FactPair, ...]
    why: str
    update: bool = False
    independent: bool = True
    weights: tuple[Weight, ...] = ()
    judge: str | None = None  # the user's model that made this link; None: the rules
    review: Review | None = None
    known: bool | None = None

    @property
    def suppressed(self) -> bool:
        """Dismissed by a reader: shown, and counted for nothing."""
        return self.review is not None and self.review.decision == "dismissed"

    def gated(self, accept_known: bool = False) -> bool:
        """A conflict that a gate counts: not dismissed, not in the baseline and, with
        ``accept_known``, not confirmed by a reader already."""
        settled = self.suppressed or self.known or (accept_known and self.review is not None)
        return self.relation == "conflicts" and not settled


@dataclass(frozen=True, slots=True)
class Candidate:
    """A pair of claims that was looked at and gave no link."""

    claims: tuple[str, str]
    similarity: float
    confidence: float
    facts: tuple[FactPair, ...]
    why: str
    weights: tuple[Weight, ...] = ()
    judge: str | None = None  # the user's model that undid a link here; None: the rules


@dataclass(frozen=True, slots=True)
class SourcePair:
    """Whether two sources, by their ids, report one event: its ``probability``, what was
    decided, and why. Figures of two events are not set against each other. In a bulk job,
    which tells neither, ``probability`` may be None and ``why`` empty."""

    sources: tuple[str, str]
    probability: float | None
    one_event: bool
    why: str


@dataclass(frozen=True, slots=True)
class Story:
    """Sources that report one story, by their ids, the earliest first; ``id`` is that of the first."""

    id: str
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Summary:
    """Counts over a whole comparison, whatever part of it is shown."""

    sources: int
    origins: int
    claims: int
    corroborated: int
    single_source: int
    conflicting: int
    updates: int
    suppressed: int
    skipped: int
    links: int
    different_events: bool


@dataclass(frozen=True, slots=True)
class Comparison:
    """Everything one run found; renderers read it and change nothing."""

    sources: tuple[Document, ...]
    claims: tuple[Claim, ...]
    links: tuple[Link, ...]
    compared: tuple[Candidate, ...]
    skipped: tuple[Skipped, ...]
    warnings: tuple[str, ...] = ()
    events: tuple[SourcePair, ...] = ()  # every two sources long enough to tell
    stories: tuple[Story, ...] = ()  # with ``by_story``: only sources of one story were compared
    _by_id: dict[str, Claim] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_by_id", {c.id: c for c in self.claims})

    def claim(self, claim_id: str) -> Claim:
        """The claim with that id (KeyError if there is none)."""
        return self._by_id[claim_id]

    @property
    def different_events(self) -> tuple[SourcePair, ...]:
        """The pairs of sources that seem to report two events."""
        return tuple(pair for pair in self.events if not pair.one_event)

    @property
    def summary(self) -> Summary:
        verdicts = Counter(c.verdict for c in self.claims)
        return Summary(
            sources=len(self.sources),
            origins=len({d.origin or d.id for d in self.sources}),
            claims=len(self.claims),
            corroborated=verdicts["corroborated"],
            single_source=verdicts["single-source"],
            conflicting=verdicts["conflicting"],
            updates=sum(link.update and not link.suppressed for link in self.links),
            suppressed=sum(link.suppressed for link in self.links),
            skipped=len(self.skipped),
            links=len(self.links),
            different_events=bool(self.different_events),
        )

    def _repr_html_(self) -> str:
        """What a notebook shows: the HTML report in a frame."""
        from factcheck.report.html import notebook

        return notebook(self)

    def fails(self, gates: Sequence[str], accept_known: bool = False) -> bool:
        """Whether a gate of ``--fail-on`` (never, conflicting, single-source, update) holds.

        What is dismissed or known from the baseline fails no gate, nor do confirmed
        conflicts with ``accept_known``.
        """
        conflicts = [link for link in self.links if link.gated(accept_known)]
        found = {
            "never": False,
            "conflicting": bool(conflicts),
            "single-source": any(c.verdict == "single-source" and not c.known for c in self.claims),
            "update": any(link.update for link in conflicts),
        }
        return any(found[gate] for gate in gates)
