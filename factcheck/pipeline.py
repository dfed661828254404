"""The steps in order: read, segment, find facts, align, judge."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from os import PathLike
from typing import TYPE_CHECKING

from factcheck.facts import find_all
from factcheck.facts.naming.names import learn_aliases
from factcheck.facts.passage import read_passage
from factcheck.model import Article, Claim, Comparison, Document, Fact, FactcheckError, Span

if TYPE_CHECKING:
    from factcheck.align import Pair
    from factcheck.judge.features import Context
    from factcheck.judges.opinion import Judge
    from factcheck.stories import Grouping

_Source = str | PathLike[str] | Document

#: Pairs below this TF-IDF cosine are not looked at.
MIN_SIMILARITY = 0.05
#: Confidence from which a pair becomes a link: where F1 of links is highest on labelled
#: article pairs, each judged by a model that has not seen it (benchmarks/fit_pairs.py).
MIN_CONFIDENCE = 0.25


@dataclass(frozen=True, slots=True)
class SideBySide:
    """Articles understood, and the pairs of claims to judge, with what judging them needs."""

    articles: tuple[Article, ...]
    pairs: tuple[Pair, ...]
    context: Context


def compare(
    *sources: str | PathLike[str] | Document,
    min_similarity: float = MIN_SIMILARITY,
    min_confidence: float = MIN_CONFIDENCE,
    judge: Judge | None = None,
    by_story: Grouping | None = None,
) -> Comparison:
    """Compare two or more sources (paths or documents).

    ``judge`` (see ``factcheck.judges.open_judge``) gives a second opinion on the close pairs.
    With ``by_story`` (see ``factcheck.stories.Grouping``) the sources are grouped into stories
    first, and only those of one story are compared.
    FactcheckError for fewer than two sources or one that cannot be read.
    """
    if by_story is None:
        comparison = decide(set_side_by_side(*sources, min_similarity=min_similarity), min_confidence)
    else:
        from factcheck.stories.separate import compare_by_story

        documents = _documents(_two_or_more(sources))
        comparison = compare_by_story(documents, by_story, min_similarity, min_confidence)
    if judge is None:
        return comparison
    from factcheck.judges.apply import with_opinions

    return with_opinions(comparison, judge)


def set_side_by_side(
    *sources: str | PathLike[str] | Document, min_similarity: float = MIN_SIMILARITY
) -> SideBySide:
    """All that comes before the judgement; errors as for ``compare``."""
    return documents_side_by_side(_documents(_two_or_more(sources)), min_similarity)


def documents_side_by_side(documents: Sequence[Document], min_similarity: float) -> SideBySide:
    """The same of documents with ids of their own, be it one alone."""
    from factcheck.align.origin import mark_origins

    return side_by_side(mark_origins(share_aliases(understand_all(documents))), min_similarity)


def side_by_side(articles: Sequence[Article], min_similarity: float = MIN_SIMILARITY) -> SideBySide:
    """The pairs of claims of articles that are understood already."""
    from factcheck.align import align
    from factcheck.judge.features import read_context
    from factcheck.judge.standing import pairs_of_things

    context = read_context(articles)
    pairs = align(articles, min_similarity, pairs_of_things(articles, context.things))
    return SideBySide(tuple(articles), tuple(pairs), context)


def decide(found: SideBySide, min_confidence: float = MIN_CONFIDENCE, near_misses: bool = True) -> Comparison:
    """Links and verdicts at a threshold; trying another one repeats no earlier step.

    Without ``near_misses``, for who reads links and verdicts only, ``compared`` is empty and
    events mostly have neither probability nor reason.
    """
    from factcheck.judge import judge

    articles = found.articles
    judged = judge(articles, found.pairs, found.context, min_confidence, near_misses)
    return Comparison(
        sources=tuple(a.document for a in articles),
        claims=judged.claims,
        links=judged.links,
        compared=judged.compared,
        skipped=tuple(s for a in articles for s in a.skipped),
        warnings=_warnings(articles),
        events=judged.events,
    )


def extract_claims(source: str | PathLike[str] | Document) -> list[Claim]:
    """The claims of one source with their facts, in reading order."""
    return list(understand_all(_documents([source]))[0].claims)


def understand_all(documents: Sequence[Document]) -> list[Article]:
    """Segment every document and find the facts of its claims."""
    return [understand(document) for document in documents]


def understand(document: Document) -> Article:
    """One document as claims with facts; offsets are those of ``document.text``."""
    from factcheck.segment import segment

    aliases = learn_aliases(document.text)
    segmented = segment(document, lambda passages: _find_facts(document, passages, aliases))
    return Article(document, segmented.claims, segmented.skipped, aliases)


def _find_facts(document: Document, passages: Sequence[Span], aliases: Mapping[str, str]) -> list[list[Fact]]:
    day = dt.date.fromisoformat(document.published) if document.published else None
    return find_all([read_passage(document.text, start, end, day, aliases) for start, end in passages])


def _with_facts(document: Document, claims: Sequence[Claim], aliases: Mapping[str, str]) -> tuple[Claim, ...]:
    found = _find_facts(document, [(c.start, c.end) for c in claims], aliases)
    return tuple(
        # dataclasses.replace takes three times as long
        Claim(c.id, c.source, c.start, c.end, c.text, c.spans, tuple(facts), c.speaker, c.verdict)
        for c, facts in zip(claims, found, strict=True)
    )


def share_aliases(articles: Sequence[Article]) -> list[Article]:
    """Names that one source explains ("CSTO") hold in all, unless two explain them differently.

    A source's own explanation comes first. Facts are found again only where that adds names.
    """
    meanings: dict[str, set[str]] = {}
    for article in articles:
        for short, full in article.aliases.items():
            meanings.setdefault(short, set()).add(full)
    common = {short: min(full) for short, full in meanings.items() if len(full) == 1}
    shared = []
    for article in articles:
        new = {short: full for short, full in common.items() if short not in article.aliases}
        if any(short in article.document.text for short in new):
            aliases = new | dict(article.aliases)
            article = replace(
                article, aliases=aliases, claims=_with_facts(article.document, article.claims, aliases)
            )
        shared.append(article)
    return shared


def _two_or_more(sources: Sequence[_Source]) -> Sequence[_Source]:
    if len(sources) < 2:
        raise FactcheckError("compare needs at least two sources")
    return sources


def _documents(sources: Sequence[_Source]) -> list[Document]:
    from factcheck.ingest import assign_ids, read

    return assign_ids([s if isinstance(s, Document) else read(s) for s in sources])


def source_warnings(articles: Sequence[Article]) -> list[str]:
    """What reading found wrong, with the source it stands in."""
    return [f"{a.document.id}: {warning}" for a in articles for warning in a.document.warnings]


def _warnings(articles: Sequence[Article]) -> tuple[str, ...]:
    """What the reader must know about the sources themselves."""
    told = source_warnings(articles)
    told += [f"{a.document.id}: no claim found" for a in articles if not a.claims and not a.document.warnings]
    for article in articles:
        document = article.document
        if document.origin not in (None, document.id):
            told.append(f"{document.id} prints the same text as {document.origin}: both count as one origin")
    return tuple(told)
