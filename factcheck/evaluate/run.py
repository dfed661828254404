"""The tool on gold: what it says of every pair of texts and every sentence, at any threshold."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import product

from factcheck.batch.work import strongest
from factcheck.evaluate.gold import GoldArticles, GoldPair, GoldSet, Sentence, SentencePair
from factcheck.ingest.text import read_text
from factcheck.model import Claim, Comparison, Document, Link, Verdict
from factcheck.pipeline import MIN_CONFIDENCE, MIN_SIMILARITY, SideBySide, decide, set_side_by_side
from factcheck.report.view import VERDICTS, other, strength


@dataclass(frozen=True, slots=True)
class Passage:
    """A text to read, and what it is: "a", "linked by a reader: B4"."""

    place: str
    text: str


@dataclass(frozen=True, slots=True)
class Decision:
    """What a reader and the tool say of one pair or one sentence, with the tool's reason."""

    id: str
    wanted: str
    got: str
    passages: tuple[Passage, ...]
    reason: str
    kind: str | None = None


@dataclass(frozen=True, slots=True)
class Unit:
    """One pair of texts, or one pair of articles: what the bootstrap draws whole.

    ``wanted`` and ``got`` are the links of articles, those left open by readers taken out.
    """

    decisions: tuple[Decision, ...]
    whole_articles: bool = False
    wanted: Mapping[SentencePair, str] = field(default_factory=dict)
    got: Mapping[SentencePair, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Prepared:
    """A row of gold with everything done that no threshold of confidence changes."""

    gold: GoldPair | GoldArticles
    found: SideBySide


def prepare(gold: GoldSet, min_similarity: float = MIN_SIMILARITY) -> list[Prepared]:
    """Every row of the set, read and aligned, in its order."""
    rows: list[GoldPair | GoldArticles] = [*gold.pairs, *gold.articles]
    return [Prepared(row, set_side_by_side(*_documents(row), min_similarity=min_similarity)) for row in rows]


def units(prepared: Sequence[Prepared], min_confidence: float = MIN_CONFIDENCE) -> list[Unit]:
    """What the tool says at this threshold."""
    return [_unit(row.gold, decide(row.found, min_confidence)) for row in prepared]


def _documents(row: GoldPair | GoldArticles) -> list[Document]:
    if isinstance(row, GoldPair):
        return [
            Document("a", row.a, "a", published=row.published_a),
            Document("b", row.b, "b", published=row.published_b),
        ]
    return [
        read_text(_head(row, name) + "\n\n".join(texts) + "\n", f"{name}.txt", name)
        for name, texts in row.sentences.items()
    ]


def _head(row: GoldArticles, name: str) -> str:
    """The line an article shows its day in: it is then read like any other article."""
    day = row.published.get(name)
    return f"Published: {day}\n\n" if day else ""


def _unit(row: GoldPair | GoldArticles, comparison: Comparison) -> Unit:
    return _pair_unit(row, comparison) if isinstance(row, GoldPair) else _article_unit(row, comparison)


# Pairs ------------------------------------------------------------------------------------


def _pair_unit(row: GoldPair, comparison: Comparison) -> Unit:
    passages = (Passage("a", row.a), Passage("b", row.b))
    got = strongest(comparison)
    return Unit((Decision(row.id, row.label, got, passages, _pair_reason(comparison), row.kind),))


def _pair_reason(comparison: Comparison) -> str:
    """The reason of the strongest link, else why there is none."""
    if comparison.links:
        return min(comparison.links, key=strength).why
    if comparison.compared:
        return max(comparison.compared, key=lambda c: (c.confidence, c.claims)).why
    if comparison.skipped:
        return "; ".join(f"{s.source} holds no claim: {s.reason}" for s in comparison.skipped)
    return "no two claims are alike enough to be compared"


# Articles -----------------------------------------------------------------------------------


def _article_unit(row: GoldArticles, comparison: Comparison) -> Unit:
    where = _sentences_of_claims(row, comparison)
    links = _links(comparison, where)
    best: dict[Sentence, Claim] = {}
    for claim in comparison.claims:
        for sentence in where[claim.id]:
            if sentence not in best or _rank(claim.verdict) < _rank(best[sentence].verdict):
                best[sentence] = claim
    decisions = [
        _sentence_decision(row, sentence, wanted, best.get(sentence), comparison)
        for sentence, wanted in row.verdicts.items()
        if wanted != "unsettled"
    ]
    return Unit(
        tuple(decisions),
        whole_articles=True,
        wanted=row.links,
        got={pair: relation for pair, relation in links.items() if pair not in row.unsettled_links},
    )


def _rank(verdict: Verdict | None) -> int:
    """Lower is stronger: two claims in one sentence give it the stronger verdict."""
    return VERDICTS.index(verdict) if verdict else len(VERDICTS)


def _sentences_of_claims(row: GoldArticles, comparison: Comparison) -> dict[str, list[Sentence]]:
    """Claim id -> the sentences of gold that it overlaps in any place it is printed."""
    names = dict(zip((d.id for d in comparison.sources), row.sentences, strict=True))
    spans: dict[Sentence, tuple[int, int]] = {}
    for name, texts in row.sentences.items():
        at = len(_head(row, name))
        for place, text in enumerate(texts):
            spans[name, place] = (at, at + len(text))
            at += len(text) + 2
    return {
        claim.id: [
            sentence
            for sentence, (start, end) in spans.items()
            if sentence[0] == names[claim.source] and any(min(end, y) > max(start, x) for x, y in claim.spans)
        ]
        for claim in comparison.claims
    }


def _links(comparison: Comparison, where: Mapping[str, Sequence[Sentence]]) -> dict[SentencePair, str]:
    """Pairs of sentences -> relation; a conflict outweighs an agreement between the same two."""
    found: dict[SentencePair, str] = {}
    for link in comparison.links:
        for pair in product(where[link.claims[0]], where[link.claims[1]]):
            first, second = sorted(pair)
            if first[0] != second[0] and found.get((first, second)) != "conflicts":
                found[first, second] = link.relation
    return found


def _sentence_decision(
    row: GoldArticles, sentence: Sentence, wanted: str, claim: Claim | None, comparison: Comparison
) -> Decision:
    name, place = sentence
    passages = [Passage(f"{name}{place}", row.sentences[name][place])]
    for pair, relation in row.links.items():
        if sentence in pair:
            far, at = pair[pair[0] == sentence]
            passages.append(Passage(f"a reader: {relation} {far}{at}", row.sentences[far][at]))
    link = _strongest_link(comparison, claim)
    if claim is not None and link is not None:
        partner = comparison.claim(other(link, claim.id))
        passages.append(Passage(f"the tool: {link.relation} {partner.source}", partner.text))
    reason = link.why if link else "no link" if claim else "not taken for a claim"
    got = str(claim.verdict) if claim else "not-a-claim"
    return Decision(f"{row.id} {name}{place}", wanted, got, tuple(passages), reason)


def _strongest_link(comparison: Comparison, claim: Claim | None) -> Link | None:
    touching = [x for x in comparison.links if claim is not None and claim.id in x.claims]
    return min(touching, key=strength, default=None)
