"""CPU time of comparing two articles of 40 sentences, against TF-IDF of the same sentences.

    python benchmarks/pair_speed.py DOCS [--pairs N]

DOCS is JSONL, gzipped or not, with a "text" a line; pairs are made of the first texts with 40 sentences,
cut to so many. Ours is what `factcheck batch` does of a pair, from segmenting to verdicts, in one
process that has compared some thousand shorter texts before, as in the middle of a job (words it
has met are looked up; --before 2 shows the beginning); theirs is
TfidfVectorizer(ngram_range=(1, 2)) fitted on the pair's 80 sentences, and the product of the
two halves. Both are timed in turn, so that a change of the machine's speed meets both.
"""

from __future__ import annotations

import argparse
import gc
import gzip
import json
import statistics
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from facts_speed import cpu_seconds
from sklearn.feature_extraction.text import TfidfVectorizer

from factcheck.batch.records import PairRecord
from factcheck.batch.work import Options, compare_pair
from factcheck.segment import split_sentences

SENTENCES = 40
_BAR = 4.0


def texts(path: Path) -> Iterator[list[str]]:
    """The sentences of each text."""
    with gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open() as lines:
        for line in lines:
            text = json.loads(line)["text"]
            yield [text[start:end] for start, end in split_sentences(text)]


def tfidf(a: list[str], b: list[str]) -> object:
    rows = TfidfVectorizer(ngram_range=(1, 2)).fit_transform(a + b)
    return rows[: len(a)] @ rows[len(a) :].T


def ours(a: list[str], b: list[str]) -> object:
    return compare_pair(PairRecord("pair", " ".join(a), " ".join(b)), Options())


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("docs", type=Path)
    parser.add_argument("--pairs", type=int, default=60)
    parser.add_argument("--before", type=int, default=4000, help="shorter texts compared before")
    arguments = parser.parse_args()
    long: list[list[str]] = []
    short: list[list[str]] = []
    for sentences in texts(arguments.docs):
        if len(sentences) >= SENTENCES:
            long.append(sentences[:SENTENCES])
        elif len(short) < arguments.before:
            short.append(sentences)
        if len(long) == 2 * arguments.pairs:
            break
    gc.set_threshold(100_000)  # as the command does
    for pair in zip(short[::2], short[1::2], strict=True):
        ours(*pair)
    timed = [
        (cpu_seconds(partial(ours, *pair)), cpu_seconds(partial(tfidf, *pair)))
        for pair in zip(long[::2], long[1::2], strict=True)
    ]
    whole, theirs = (sum(seconds) for seconds in zip(*timed, strict=True))
    ratios = sorted(our / their for our, their in timed)
    count = len(timed)
    print(f"{count} pairs: {whole / count * 1e3:.1f} ms each, TfidfVectorizer {theirs / count * 1e3:.1f} ms")
    print(
        f"pair / TfidfVectorizer of its sentences: {whole / theirs:.2f} "
        f"(median {statistics.median(ratios):.2f}, from {ratios[0]:.2f} to {ratios[-1]:.2f}), bar {_BAR}"
    )


if __name__ == "__main__":
    main()
