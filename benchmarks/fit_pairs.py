"""Fit the pair model (``factcheck/data/pair_model.json``) on labelled article pairs.

    python benchmarks/fit_pairs.py ARTICLES [EVENTS.jsonl] [--write]

ARTICLES is a folder of <pair>/gold.json, EVENTS a JSON lines file of events with
documents and links, both in the layout of the development data. Prints link precision,
recall and F1 cross-fitted (each pair or event is judged by a model that has not seen
it), a reliability table, and the coefficients; with --write they become the package's.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import combinations, product
from pathlib import Path

import numpy as np
from scipy.optimize import minimize

from factcheck.align import align
from factcheck.judge.features import AGAINST, features, read_context
from factcheck.judge.pairing import pair_facts
from factcheck.model import Claim, Document
from factcheck.pipeline import share_aliases, understand_all

MODEL = Path(__file__).parent.parent / "factcheck" / "data" / "pair_model.json"
#: weight of a stand-in label (shared events) against a reader's
EVENT_WEIGHT = 0.1
RIDGE = 0.1


@dataclass
class Labelled:
    """Pairs of sentences of one story with features and labels."""

    name: str
    topic: str = ""  # of the corpus: two articles on one topic may tell of one event
    x: list[dict[str, float]] = field(default_factory=list)
    y: list[bool] = field(default_factory=list)
    missed: int = 0  # links that are no candidates
    weight: float = 1.0


def document(
    name: str, sentences: list[str], published: str | None
) -> tuple[Document, list[tuple[int, int]]]:
    """One sentence a paragraph, and where each stands."""
    spans, at = [], 0
    for text in sentences:
        spans.append((at, at + len(text)))
        at += len(text) + 2
    return Document(name, "\n\n".join(sentences), name, published=published), spans


def where(claim: Claim, spans: list[tuple[int, int]]) -> set[int]:
    """The sentences that a claim stands on."""
    return {i for i, (x, y) in enumerate(spans) for s, e in claim.spans if min(e, y) > max(s, x)}


def label(
    name: str,
    documents: list[tuple[Document, list[tuple[int, int]]]],
    links: set[tuple[tuple[str, int], tuple[str, int]]],
    ignore: set[tuple[tuple[str, int], tuple[str, int]]],
    judged: dict[str, set[int]],
    weight: float,
) -> Labelled:
    """Candidates of the documents with labels; a candidate on an ignored pair is left out."""
    out = Labelled(name, weight=weight)
    spans = {d.id: s for d, s in documents}
    articles = share_aliases(understand_all([d for d, _ in documents]))
    context = read_context(articles)
    seen: set[tuple[tuple[str, int], tuple[str, int]]] = set()
    for pair in align(articles, 0.05):
        ends = [
            {(c.source, i) for i in where(c, spans[c.source]) if i in judged[c.source]}
            for c in (pair.a, pair.b)
        ]
        keys = {tuple(sorted(key)) for key in product(*ends)}
        if not keys or keys & ignore:
            continue
        seen |= keys  # type: ignore[arg-type]
        out.x.append(features(pair, pair_facts(pair.a, pair.b), context))
        out.y.append(bool(keys & links))
    out.missed = len(links - seen - ignore)
    return out


def article_pairs(folder: Path) -> Iterator[Labelled]:
    for path in sorted(folder.glob("*/gold.json")):
        gold = json.loads(path.read_text(encoding="utf-8"))
        documents = [document(s, gold["sentences"][s], gold["published"][s]) for s in "AB"]
        links = {((a[0], int(a[1:])), (b[0], int(b[1:]))) for a, b, _ in gold["links"]}
        ignore = {((a[0], int(a[1:])), (b[0], int(b[1:]))) for a, b in gold["unsettled_links"]}
        judged = {s: set(range(len(gold["sentences"][s]))) for s in "AB"}
        story = label(path.parent.name, documents, links, ignore, judged, 1.0)
        story.topic = topic(gold["documents"]["A"])
        yield story


def events(path: Path) -> Iterator[Labelled]:
    for line in path.read_text(encoding="utf-8").splitlines():
        event = json.loads(line)
        annotated = [d for d in event["documents"] if d["annotated"]]
        for a, b in combinations(annotated[:6], 2):
            ids = {a["doc_id"], b["doc_id"]}
            links = {tuple(sorted(((x, i), (y, j)))) for x, i, y, j in event["links"] if {x, y} == ids}
            documents = [document(d["doc_id"], d["sentences"], None) for d in (a, b)]
            judged = {d["doc_id"]: set(d["annotated"]) for d in (a, b)}
            story = label(event["event"], documents, links, set(), judged, EVENT_WEIGHT)  # type: ignore[arg-type]
            story.topic = topic(event["event"])
            yield story


def matrix(stories: Iterable[Labelled], names: list[str]) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    rows = [(x, y, s.weight) for s in stories for x, y in zip(s.x, s.y, strict=True)]
    return (
        np.array([[x[n] for n in names] for x, _, _ in rows]),
        np.array([y for _, y, _ in rows]),
        np.array([w for _, _, w in rows]),
    )


def fit(stories: list[Labelled], names: list[str]) -> np.ndarray:
    """Intercept and coefficients of a logistic regression with signs given in advance.

    A sign against what the feature means would only show that two of them overlap, and
    could not be explained to a reader. Ridge penalty 0.1.
    """
    x, y, w = matrix(stories, names)

    def loss(b: np.ndarray) -> tuple[float, np.ndarray]:
        p = predict(b, x)
        likelihood = np.where(y, p, 1 - p)
        gradient = w * (p - y)
        return (
            float(-(w * np.log(likelihood + 1e-12)).sum() + RIDGE * (b[1:] ** 2).sum()),
            np.concatenate([[gradient.sum()], x.T @ gradient + 2 * RIDGE * b[1:]]),
        )

    start = np.zeros(len(names) + 1)
    signs = [(None, 0) if name in AGAINST else (0, None) for name in names]
    found: np.ndarray = minimize(loss, start, jac=True, bounds=[(None, None), *signs]).x
    return found


def predict(b: np.ndarray, x: np.ndarray) -> np.ndarray:
    p: np.ndarray = 1 / (1 + np.exp(-(b[0] + x @ b[1:])))
    return p


def scores(p: np.ndarray, y: np.ndarray, missed: int, threshold: float) -> tuple[float, float, float]:
    found = p >= threshold
    tp = float((found & y).sum())
    precision, recall = tp / max(1.0, found.sum()), tp / max(1.0, y.sum() + missed)
    return precision, recall, 2 * precision * recall / max(1e-9, precision + recall)


def main(arguments: list[str]) -> None:
    write = "--write" in arguments
    paths = [Path(a) for a in arguments if a != "--write"]
    articles = list(article_pairs(paths[0]))
    stand_in = list(events(paths[1])) if len(paths) > 1 else []
    names = list(articles[0].x[0])
    ps, ys, groups = [], [], []
    for held in articles:
        model = fit(
            [s for s in articles if s.topic != held.topic] + [s for s in stand_in if s.topic != held.topic],
            names,
        )
        x, y, _ = matrix([held], names)
        ps.append(predict(model, x))
        ys.append(y)
        groups.append(held.name)
    p, y = np.concatenate(ps), np.concatenate(ys)
    missed = sum(s.missed for s in articles)
    counts = f"{len(y)} candidates, {int(y.sum())} links, {missed} links that are no candidate"
    print(f"{len(articles)} article pairs, {counts}")
    for threshold in np.arange(0.1, 0.6, 0.05):
        precision, recall, f1 = scores(p, y, missed, threshold)
        print(f"threshold {threshold:.2f}  precision {precision:.3f} recall {recall:.3f} f1 {f1:.3f}")
    print("reliability (cross-fitted): confidence, pairs, share linked")
    for low in np.arange(0, 1, 0.1):
        inside = (p >= low) & (p < low + 0.1)
        if inside.any():
            print(f"  {low:.1f}-{low + 0.1:.1f} {int(inside.sum()):6d} {y[inside].mean():.2f}")
    model = fit(articles + stand_in, names)
    coefficients = {n: round(float(c), 3) for n, c in zip(["intercept", *names], model, strict=True)}
    print(json.dumps(coefficients, indent=1))
    if write:
        about = "log-odds that two claims are about the same fact; fitted by benchmarks/fit_pairs.py"
        MODEL.write_text(
            json.dumps({"about": about, "coefficients": coefficients}, indent=1) + "\n", encoding="utf-8"
        )


def topic(document_name: str) -> str:
    """The corpus numbers its topics: 41_3ecbplus is of topic 41."""
    found = re.match(r"\d+(?=_|ecb)", document_name)
    return found.group() if found else document_name


if __name__ == "__main__":
    main(sys.argv[1:])
