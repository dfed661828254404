"""Fit ``factcheck/data/event_model.json``: do two articles report one event?

    python benchmarks/fit_events.py EVENTS.jsonl [--write]

EVENTS is a JSON lines file of events with documents, two similar events to a topic, in the
layout of the development data. Pairs within an event against pairs across the two events
of a topic; every figure printed is for a topic that the model has not seen.
"""

from __future__ import annotations

import json
import random
import re
import sys
from collections import Counter
from itertools import combinations, pairwise, product
from pathlib import Path
from typing import Any

import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import roc_auc_score

from factcheck.align import align
from factcheck.judge.event import MIN_CLAIMS, THRESHOLD, event_features, read_profile, without_plain_words
from factcheck.judge.features import read_context, weigh_pair
from factcheck.model import Article, Document
from factcheck.pipeline import share_aliases, understand

MODEL = Path(__file__).parent.parent / "factcheck" / "data" / "event_model.json"
#: pairs of articles a topic and side, drawn with a fixed seed
PAIRS = 40


def observe(a: Article, b: Article) -> dict[str, float] | None:
    articles = share_aliases([a, b])
    if any(len(x.claims) < MIN_CLAIMS for x in articles):
        return None
    context = read_context(articles)
    pairs = [weigh_pair(pair, context) for pair in align(articles, 0.05)]
    left, right = (read_profile(article, context) for article in articles)
    return event_features(*without_plain_words(left, right), pairs)


def main(arguments: list[str]) -> None:
    topics: dict[str, list[Any]] = {}
    for line in Path(arguments[0]).read_text(encoding="utf-8").splitlines():
        event = json.loads(line)
        documents = [
            understand(Document(d["doc_id"], "\n\n".join(d["sentences"]), d["doc_id"]))
            for d in event["documents"]
        ]
        topics.setdefault(re.match(r"\d+", event["event"]).group(), []).append(documents)  # type: ignore[union-attr]
    draw = random.Random(0)
    rows: list[tuple[str, bool, dict[str, float]]] = []
    for topic, events in topics.items():
        same = [pair for documents in events for pair in combinations(documents, 2)]
        other = list(product(*events)) if len(events) == 2 else []
        for label, pairs in ((True, same), (False, other)):
            chosen = draw.sample(pairs, min(PAIRS, len(pairs)))
            found = [observe(a, b) for a, b in chosen]
            rows += [(topic, label, features) for features in found if features is not None]
    # What no text of the data tells (days of publication) keeps the weight set by judgement.
    names = [name for name in rows[0][2] if name not in kept_model()["set by judgement"]]
    x = np.array([[f[n] for n in names] for _, _, f in rows])
    y = np.array([label for _, label, _ in rows])
    topic_of = np.array([topic for topic, _, _ in rows])
    # Every topic counts the same, and two events as much as one.
    sides = Counter((topic, label) for topic, label, _ in rows)
    weight = np.array([1 / sides[topic, label] for topic, label, _ in rows])
    weight = weight / weight.mean()
    p = np.zeros(len(rows))
    for topic in sorted(topics):
        held = topic_of == topic
        p[held] = fitted(x[~held], y[~held], weight[~held]).predict_proba(x[held])[:, 1]
    print(f"{len(rows)} pairs of articles, {int(y.sum())} of one event")
    print(f"cross-fitted AUC {roc_auc_score(y, p, sample_weight=weight):.3f}")
    kept = p >= THRESHOLD
    one, two = (np.average(kept[side], weights=weight[side]) for side in (y, ~y))
    print(f"taken for one event at {THRESHOLD}: {one:.2f} of one event, {two:.2f} of two")
    for low, high in pairwise((0.0, 0.2, 0.4, 0.6, 0.8, 1.0)):
        held = (p >= low) & (p < high)
        print(f"said {low:.1f} to {high:.1f}: {np.average(y[held], weights=weight[held]):.2f} of one event")
    model = fitted(x, y, weight)
    coefficients = {"intercept": round(float(model.intercept_[0]), 3)} | {
        name: round(float(value), 3) for name, value in zip(names, model.coef_[0], strict=True)
    }
    print(json.dumps(coefficients, indent=1))
    if "--write" in arguments:
        MODEL.write_text(
            json.dumps(kept_model() | {"coefficients": coefficients}, indent=1) + "\n", encoding="utf-8"
        )


def kept_model() -> dict[str, Any]:
    model: dict[str, Any] = json.loads(MODEL.read_text(encoding="utf-8"))
    return model


def fitted(x: np.ndarray, y: np.ndarray, weight: np.ndarray) -> LogisticRegression:
    return LogisticRegression(C=3.0, class_weight="balanced").fit(x, y, sample_weight=weight)


if __name__ == "__main__":
    main(sys.argv[1:])
