"""Grouping articles into stories: how right on labelled events among other news, and how fast.

    python benchmarks/stories.py EVENTS POOL [--noise N] [--sizes N,N] [--a-day N] [--similarity X,X]

EVENTS is JSONL with an "event" and its "documents" ("doc_id", "sentences") a line; POOL is JSONL,
gzipped or not, with "doc_id", "title" and "text", of which some sets name their events by id.
Scores are B-cubed precision and recall over the articles of events (A. Bagga and B. Baldwin,
1998) and the pairs of articles joined across events; every set stands among N articles of
other sets. "undated" is the hardest case, an event met again a year later included; "dated"
puts each event on a day of its own, its articles within three, over a year.
For speed the articles of the pool come so many a day; where more are asked for than there are,
each article after them is as long as one of them, its words by turns those of four others.
"""

from __future__ import annotations

import argparse
import datetime as dt
import gzip
import json
import random
import re
import resource
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array
from scipy.sparse.csgraph import connected_components

from factcheck.model import Document
from factcheck.stories import Grouping, group, story_ids
from factcheck.stories.vectors import vectorise

#: sets of the pool whose ids name the event
_EVENT_OF = {
    "ecbplus": re.compile(r"ecbplus/(\d+)_\d+(ecb(?:plus)?)"),
    "basil": re.compile(r"basil/(\d+)_()"),
    "newswcl50": re.compile(r"newswcl50/(.+)_()"),
    "neus_allsides": re.compile(r"neus_allsides/(.+)-\d+()$"),
}
_FIRST_DAY = dt.date(2024, 1, 1)

Clustering = Callable[[Sequence[Document], float], Sequence[object]]


@dataclass(frozen=True)
class Labelled:
    """Articles with the name of their event; the noise has a name for each."""

    document: Document
    event: str
    noise: bool = False


def events(path: Path) -> Iterator[Labelled]:
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        for d in row["documents"]:
            yield Labelled(Document(d["doc_id"], "\n\n".join(d["sentences"]), d["doc_id"]), row["event"])


def pool(path: Path) -> Iterator[Document]:
    with gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open() as lines:
        for row in map(json.loads, lines):
            yield Document(row["doc_id"], row["text"], row["doc_id"], title=row["title"])


def labelled_sets(own: Sequence[Labelled], documents: Sequence[Document]) -> dict[str, list[Labelled]]:
    """The two halves of the events by topic (an event and its sibling in one), and the sets of
    the pool that hold no topic of them."""
    topics = sorted({_topic(x.event) for x in own})
    sets = {f"events {n + 1}": [x for x in own if topics.index(_topic(x.event)) % 2 == n] for n in (0, 1)}
    for document in documents:
        name = re.split(r"[/-]", document.id)[0]
        match = _EVENT_OF[name].match(document.id) if name in _EVENT_OF else None
        if match and (name != "ecbplus" or int(match[1]) not in topics):
            sets.setdefault(name, []).append(Labelled(document, f"{name} {match[1]}{match[2]}"))
    keep = {*random.Random(1).sample(sorted({x.event for x in sets["neus_allsides"]}), 700)}
    sets["neus_allsides"] = [x for x in sets["neus_allsides"] if x.event in keep]
    return sets


def _topic(event: str) -> int:
    match = re.match(r"\d+", event)
    assert match is not None
    return int(match[0])


def dated(articles: Sequence[Labelled]) -> list[Labelled]:
    chance = random.Random(2)
    day_of = {event: chance.randrange(365) for event in sorted({x.event for x in articles})}
    found = []
    for x in articles:
        day = _FIRST_DAY + dt.timedelta(days=day_of[x.event] + chance.randrange(3))
        found.append(replace(x, document=replace(x.document, published=day.isoformat())))
    return found


def score(articles: Sequence[Labelled], clusters: Sequence[object]) -> str:
    """B-cubed precision / recall / F0.5, and pairs joined wrongly of those joined."""
    of_both = Counter(zip(clusters, (x.event for x in articles), strict=True))
    of_cluster, of_event = Counter(clusters), Counter(x.event for x in articles)
    judged = [
        (of_both[c, x.event], c, x.event) for x, c in zip(articles, clusters, strict=True) if not x.noise
    ]
    precision = sum(n / of_cluster[c] for n, c, _ in judged) / len(judged)
    recall = sum(n / of_event[e] for n, _, e in judged) / len(judged)
    right = sum(n - 1 for n, _, _ in judged) // 2
    wrong = sum(of_cluster[c] - n for n, c, _ in judged) // 2
    f = 1.25 * precision * recall / (0.25 * precision + recall)
    return f"{precision:.3f} / {recall:.3f} / {f:.3f}   {wrong} of {right + wrong}"


def ours(documents: Sequence[Document], similarity: float) -> list[str]:
    story = {d.id: s[0].id for s in group(documents, Grouping(similarity=similarity)) for d in s}
    return [story[d.id] for d in documents]


def _cosines(documents: Sequence[Document]) -> NDArray[np.float32]:
    vectors = vectorise(documents)
    cosines: NDArray[np.float32] = (vectors @ vectors.T).toarray()
    return cosines


def chained(documents: Sequence[Document], similarity: float) -> list[int]:
    """Single linkage: connected components of what is alike."""
    alike = csr_array(_cosines(documents) >= similarity)
    return [int(n) for n in connected_components(alike, directed=False)[1]]


def nearest(documents: Sequence[Document], similarity: float) -> list[int]:
    """One pass: each article joins the story of the most similar article before it."""
    cosines, clusters = _cosines(documents), [*range(len(documents))]
    for n in range(1, len(documents)):
        best = int(cosines[n, :n].argmax())
        if cosines[n, best] >= similarity:
            clusters[n] = clusters[best]
    return clusters


def centroid(documents: Sequence[Document], similarity: float) -> list[int]:
    """One pass: each article joins the story with the most similar centroid."""
    cosines, clusters = _cosines(documents), [0] * len(documents)
    sums = np.zeros_like(cosines)
    squares = np.ones(len(documents))
    found = 0
    for n in range(len(documents)):
        to = sums[:found, n] / np.sqrt(squares[:found])
        best = int(to.argmax()) if found else 0
        if found and to[best] >= similarity:
            squares[best] += 2 * sums[best, n] + 1
        else:
            best, found = found, found + 1
        sums[best] += cosines[n]
        clusters[n] = best
    return clusters


def quality(arguments: argparse.Namespace) -> None:
    documents = list(pool(arguments.pool))
    sets = labelled_sets(list(events(arguments.events)), documents)
    rest = [d for d in documents if re.split(r"[/-]", d.id)[0] not in _EVENT_OF]
    noise = [Labelled(d, f"~{d.id}", noise=True) for d in random.Random(0).sample(rest, arguments.noise)]
    methods: dict[str, Clustering] = {
        "average linkage": ours, "centroid": centroid, "nearest": nearest, "chained": chained,
    }  # fmt: skip
    print("B-cubed precision / recall / F0.5, pairs joined wrongly")
    for name, articles in sets.items():
        mixed = [*articles, *noise]
        random.Random(5).shuffle(mixed)
        for when, them in (("undated", mixed), ("dated", dated(mixed))):
            for method, cluster in methods.items() if when == "undated" else [("average linkage", ours)]:
                for similarity in arguments.similarity:
                    told = score(them, cluster([x.document for x in them], similarity))
                    print(f"{name:14} {when:8} {method:16} {similarity:.2f}   {told}", flush=True)


def feed(path: Path, count: int, a_day: int) -> Iterator[Document]:
    """``count`` articles of the pool in an order of chance, ``a_day`` a day."""
    documents = [d for d in pool(path) if d.text.split()]
    chance = random.Random(7)
    chance.shuffle(documents)
    for n in range(count):
        document = documents[n % len(documents)]
        if n >= len(documents):
            four = [d.text.split() for d in chance.sample(documents, 4)]
            words = [four[i % 4][i % len(four[i % 4])] for i in range(len(document.text.split()))]
            document = replace(document, text=" ".join(words), title=None)
        day = _FIRST_DAY + dt.timedelta(days=n // a_day)
        yield replace(document, id=f"{n:07}", published=day.isoformat())


def speed(path: Path, count: int, a_day: int) -> None:
    articles = list(feed(path, count, a_day))
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    start = time.process_time()
    stories = len({*story_ids(articles)})
    seconds = time.process_time() - start
    grown = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024
    print(
        f"{count:7} articles, {stories} stories: {count / seconds:,.0f} articles/s, {grown:.0f} MB more",
        flush=True,
    )


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("events", type=Path)
    parser.add_argument("pool", type=Path)
    parser.add_argument("--noise", type=int, default=2000)
    parser.add_argument("--sizes", default="12000,48000,200000")
    parser.add_argument("--a-day", type=int, default=5_000)
    parser.add_argument("--similarity", default="0.32,0.36,0.40")
    parser.add_argument("--size", type=int, help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    arguments.similarity = [float(x) for x in arguments.similarity.split(",") if x]
    if arguments.size:  # a process of its own for each, so that its peak is its own
        speed(arguments.pool, arguments.size, arguments.a_day)
        return
    quality(arguments)
    for size in filter(None, arguments.sizes.split(",")):
        subprocess.run([sys.executable, *sys.argv, "--size", size], check=True)


if __name__ == "__main__":
    main()
