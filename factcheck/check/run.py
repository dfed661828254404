"""Checking: the statement is a document of its own, compared with one source at a time."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from factcheck.align.terms import terms
from factcheck.check.missing import missing_facts, missing_words
from factcheck.check.statements import Statement
from factcheck.errors import FactcheckError
from factcheck.model import Article, Claim, Comparison, Document, Link
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
#: words up to which a statement is taken to say one thing, so that all its facts belong to
#: it. Of 800 passages and statements (RTE-3) this brings the precision of corroborated from
#: .67 to .70 at the same F1; with longer ones sentences of articles lose more than that.
_SHORT = 8
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

    ``missing`` are the facts and telling words of the statement that none of the passages
    gives: two sentences may tell of one thing and yet not of all that one of them says.
    """

    statement: Statement
    verdict: CheckVerdict
    links: tuple[Found, ...]
    missing: tuple[str, ...]
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
    if all of them are; a short one needs a passage that gives all its facts. FactcheckError
    without a source.
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
    missing = tuple(text for claim in said.claims for text in _missing(claim, found))
    if missing:
        why += f"; not found: {', '.join(f'“{clip(text, 60)}”' for text in missing)}"
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
    rest = [claim for claim in said.claims if not any(_supports(claim, f) for f in found)]
    if not rest:
        return "corroborated", found[0].link.why
    if len(said.claims) == 1:
        return "not-found", "no passage gives all of it"
    return "not-found", f"{len(rest)} of {counted(len(said.claims), 'sentence')} found in no source"


def _supports(claim: Claim, found: Found) -> bool:
    """Whether the passage supports the sentence: a short one in all its facts, a longer one in a part."""
    if claim.id not in found.link.claims:
        return False
    return len(terms(claim)) > _SHORT or not missing_facts(claim, [(found.link, found.passage)])


def _missing(claim: Claim, found: Sequence[Found]) -> list[str]:
    passages = [(f.link, f.passage) for f in found if claim.id in f.link.claims]
    if not passages:
        return []
    return [fact.text for fact in missing_facts(claim, passages)] + missing_words(claim, passages)
