"""Speed of segmenting and finding facts against word and bigram TF-IDF on the same sentences.

    python benchmarks/facts_speed.py DOCS [--documents N] [--rounds N]

DOCS is JSONL, gzipped or not, with a "text" a line. Every round runs both in turn, so
that a change of the machine's speed meets both; the median of the rounds' ratios is
printed with its spread.
"""

from __future__ import annotations

import argparse
import gzip
import itertools
import json
import statistics
import time
from collections.abc import Callable
from pathlib import Path

from sklearn.feature_extraction.text import TfidfVectorizer

from factcheck.model import Document
from factcheck.pipeline import understand_all
from factcheck.segment import split_sentences

_BAR = 0.5


def load(path: Path, count: int) -> list[Document]:
    """The first ``count`` texts of the pool."""
    with gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open() as lines:
        texts = [json.loads(line)["text"] for line in itertools.islice(lines, count)]
    return [Document(str(i), text, path=str(i)) for i, text in enumerate(texts)]


def cpu_seconds(work: Callable[[], object]) -> float:
    start = time.process_time()
    work()
    return time.process_time() - start


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("docs", type=Path)
    parser.add_argument("--documents", type=int, default=400)
    parser.add_argument("--rounds", type=int, default=5)
    arguments = parser.parse_args()
    documents = load(arguments.docs, arguments.documents)
    sentences = [d.text[start:end] for d in documents for start, end in split_sentences(d.text)]
    understand_all(documents[:1])  # tables and stemmer are read once a process
    pairs = [
        (
            cpu_seconds(lambda: understand_all(documents)),
            cpu_seconds(lambda: TfidfVectorizer(ngram_range=(1, 2)).fit_transform(sentences)),
        )
        for _ in range(arguments.rounds)
    ]
    ours, theirs = (statistics.median(seconds) for seconds in zip(*pairs, strict=True))
    ratios = sorted(their / our for our, their in pairs)
    print(f"{len(documents)} documents, {len(sentences)} sentences")
    print(f"segment and facts: {len(sentences) / ours:,.0f} sentences/s")
    print(f"TfidfVectorizer:   {len(sentences) / theirs:,.0f} sentences/s")
    print(f"ratio: {statistics.median(ratios):.2f} (from {ratios[0]:.2f} to {ratios[-1]:.2f}), bar {_BAR}")


if __name__ == "__main__":
    main()
