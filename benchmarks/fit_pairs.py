"""Fit the pair model (``factcheck/data/pair_model.json``) on labelled article pairs.

    python benchmarks/fit_pairs.py ARTICLES [EVENTS.jsonl] [--write]

ARTICLES is a folder of <pair>/gold.json, EVENTS a JSON lines file of events with
documents and links, both in the layout of the development data. Prints, for both sets,
link precision, recall and F1 and a reliability table, then the figures without each
feature, all cross-fitted (a story is judged by a model that has seen no story of its
topic), and the coefficients; with --write they become the package's.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import combinations, product
from pathlib import Path
from unittest import mock

import numpy as np
from scipy.optimize import minimize
from sklearn.metrics import average_precision_score

from factcheck.align import align
from factcheck.evaluate.gold import read_gold
from factcheck.evaluate.metrics import figures
from factcheck.evaluate.run import Unit, prepare, units
from factcheck.judge import confidence
from factcheck.judge.features import AGAINST, features, read_context
from factcheck.judge.pairing import pair_facts
from factcheck.judge.standing import pairs_of_things
from factcheck.model import Claim, Document
from factcheck.pipeline import MIN_CONFIDENCE, share_aliases, understand_all

MODEL = Path(__file__).parent.parent / "factcheck" / "data" / "pair_model.json"
#: weight of a stand-in label (shared events) against a reader's
EVENT_WEIGHT = 0.1
#: penalty on squared coefficients
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
    for pair in align(articles, 0.05, pairs_of_things(articles, context.things)):
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
    could not be explained to a reader.
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


@dataclass(frozen=True)
class CrossFitted:
    """Probabilities and labels of the candidates of one data set, and the links beyond them."""

    p: np.ndarray
    y: np.ndarray
    missed: int

    def at(self, threshold: float) -> tuple[float, float, float]:
        """Precision, recall and F1 of links from a confidence on."""
        found = self.p >= threshold
        tp = float((found & self.y).sum())
        precision, recall = tp / max(1.0, found.sum()), tp / max(1.0, self.y.sum() + self.missed)
        return precision, recall, 2 * precision * recall / max(1e-9, precision + recall)


def cross_fit(judged: list[Labelled], others: list[Labelled], names: list[str]) -> CrossFitted:
    """The judged stories by models that have seen neither them nor another of their topic."""
    stories = judged + others
    found: list[tuple[np.ndarray, np.ndarray]] = []
    for held_topic in sorted({s.topic for s in judged}):
        model = fit([s for s in stories if s.topic != held_topic], names)
        x, y, _ = matrix([s for s in judged if s.topic == held_topic], names)
        if len(y):
            found.append((predict(model, x), y))
    p, y = (np.concatenate(part) for part in zip(*found, strict=True))
    return CrossFitted(p, y, sum(s.missed for s in judged))


def print_figures(title: str, result: CrossFitted) -> None:
    links = f"{int(result.y.sum())} links, {result.missed} links that are no candidate"
    print(f"{title}: {len(result.y)} candidates, {links}")
    for threshold in np.arange(0.1, 0.6, 0.05):
        precision, recall, f1 = result.at(threshold)
        print(f"threshold {threshold:.2f}  precision {precision:.3f} recall {recall:.3f} f1 {f1:.3f}")
    print("reliability: confidence, pairs, share linked")
    for low in np.arange(0, 1, 0.1):
        inside = (result.p >= low) & (result.p < low + 0.1)
        if inside.any():
            print(f"  {low:.1f}-{low + 0.1:.1f} {int(inside.sum()):6d} {result.y[inside].mean():.2f}")


def print_ablation(articles: list[Labelled], stand_in: list[Labelled], names: list[str]) -> None:
    """What each feature brings: F1 of links without it, and the area under precision and recall."""
    print("without           articles f1    ap   events f1    ap")
    for left_out in ("", *names):
        kept = [name for name in names if name != left_out]
        figures = []
        for judged, others in ((articles, stand_in), (stand_in, articles)):
            if judged:
                result = cross_fit(judged, others, kept)
                figures += [result.at(MIN_CONFIDENCE)[2], average_precision_score(result.y, result.p)]
        print(f"{left_out or '(nothing)':16} " + " ".join(f"{figure:9.3f}" for figure in figures))


def print_verdicts(folder: Path, articles: list[Labelled], others: list[Labelled], names: list[str]) -> None:
    """Verdicts and conflicts of each article pair by a model that has not seen its topic."""
    [gold] = read_gold(str(folder))
    topics = {s.name: s.topic for s in articles}
    rows = prepare(gold)
    judged: list[Unit] = []
    for held in sorted(set(topics.values())):
        model = fit([s for s in articles + others if s.topic != held], names)
        coefficients = dict(zip(["intercept", *names], model.tolist(), strict=True))
        with mock.patch.object(confidence, "_model", lambda fitted=coefficients: fitted):
            judged += units([row for row in rows if topics[row.gold.id] == held])
    print("verdicts and links of the articles, cross-fitted")
    for figure in figures(judged, resamples=0):
        print(f"  {figure.name:15} {figure.measure:10} {figure.value:.3f}")


def main(arguments: list[str]) -> None:
    write = "--write" in arguments
    paths = [Path(a) for a in arguments if a != "--write"]
    articles = list(article_pairs(paths[0]))
    stand_in = list(events(paths[1])) if len(paths) > 1 else []
    names = list(articles[0].x[0])
    print_figures(f"{len(articles)} article pairs", cross_fit(articles, stand_in, names))
    print_verdicts(paths[0], articles, stand_in, names)
    if stand_in:
        print_figures(f"{len(stand_in)} pairs of event articles", cross_fit(stand_in, articles, names))
    print_ablation(articles, stand_in, names)
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
