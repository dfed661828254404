"""Checking: the statement is a document of its own, compared with one source at a time."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from factcheck.check.statements import Statement
from factcheck.errors import FactcheckError
from factcheck.model import Article, Claim, Comparison, Document, Fact, Link
from factcheck.pipeline import (
    MIN_CONFIDENCE,
    MIN_SIMILARITY,
    decide,
    share_aliases,
    side_by_side,
    understand,
    understand_all,
)  # fmt: skip
from factcheck.report.view import clip, counted, strength

CheckVerdict = Literal["corroborated", "conflicting", "not-found"]
#: relations to a fact of the same thing, whether it agrees or not
_GIVEN = frozenset(("equal", "compatible", "part", "conflict", "update"))
VERDICTS: tuple[CheckVerdict, ...] = ("conflicting", "corroborated", "not-found")


@dataclass(frozen=True, slots=True)
class Found:
    """A passage about the statement: ``link.claims`` and its facts have the statement's side first."""

    link: Link
    passage: Claim
    document: Document


@dataclass(frozen=True, slots=True)
class Checked:
    """A statement, its verdict, the passages it rests on, strongest first, and why in words.

    ``missing`` are the facts of the statement that none of the passages gives: two sentences
    may tell of one thing and yet not of all that one of them says.
    """

    statement: Statement
    verdict: CheckVerdict
    links: tuple[Found, ...]
    missing: tuple[Fact, ...]
    why: str


def check(
    statements: Iterable[Statement],
    sources: Sequence[Document],
    *,
    min_similarity: float = MIN_SIMILARITY,
    min_confidence: float = MIN_CONFIDENCE,
) -> list[Checked]:
    """Each statement against all sources, in the order given.

    A statement of several sentences is conflicting if one of them is, and corroborated only
    if all of them are. FactcheckError without a source.
    """
    if not sources:
        raise FactcheckError("check needs at least one source")
    articles = understand_all(sources)
    return [_check(s, articles, min_similarity, min_confidence) for s in statements]


def _check(
    statement: Statement, articles: Sequence[Article], min_similarity: float, min_confidence: float
) -> Checked:
    said = understand(Document(_free_id(articles), statement.text, "-", published=statement.published))
    if not said.claims:
        reasons = ", ".join(dict.fromkeys(s.reason for s in said.skipped)) or "empty"
        return Checked(statement, "not-found", (), (), f"states nothing that can be checked: {reasons}")
    found: list[Found] = []
    for article in articles:
        pair = side_by_side(share_aliases([said, article]), min_similarity)
        found += _passages(decide(pair, min_confidence))
    found.sort(key=lambda f: strength(f.link))
    verdict, why = _verdict(said, found)
    missing = _missing(said, found) if found else ()
    if missing:
        why += f"; not found: {', '.join(f'“{clip(fact.text, 60)}”' for fact in missing)}"
    return Checked(statement, verdict, tuple(found), missing, why)


def _free_id(articles: Sequence[Article]) -> str:
    taken = {article.document.id for article in articles}
    return next(name for n in range(len(taken) + 1) if (name := "statement" + "'" * n) not in taken)


def _passages(comparison: Comparison) -> list[Found]:
    document = comparison.sources[1]
    return [Found(link, comparison.claim(link.claims[1]), document) for link in comparison.links]


def _verdict(said: Article, found: Sequence[Found]) -> tuple[CheckVerdict, str]:
    if not found:
        return "not-found", "found in no source"
    # The strongest link comes first, and a conflict before all others.
    if found[0].link.relation == "conflicts":
        return "conflicting", found[0].link.why
    told = {f.link.claims[0] for f in found}
    rest = sum(claim.id not in told for claim in said.claims)
    if rest:
        return "not-found", f"{rest} of {counted(len(said.claims), 'sentence')} found in no source"
    return "corroborated", found[0].link.why


def _missing(said: Article, found: Sequence[Found]) -> tuple[Fact, ...]:
    given = {(p.kind, p.a.start, p.a.role) for f in found for p in f.link.facts if p.relation in _GIVEN}
    # A Monday without a date is not set against one with a date, and yet it is told there.
    passages = [f.passage.text.lower() for f in found]

    def told(fact: Fact) -> bool:
        same_words = re.compile(rf"(?<!\w){re.escape(fact.text.lower())}(?!\w)")
        return (fact.kind, fact.start, fact.role) in given or any(map(same_words.search, passages))

    facts = (fact for claim in said.claims for fact in claim.facts if fact.kind != "polarity")
    return tuple(fact for fact in facts if not told(fact))
