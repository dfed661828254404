"""Count in how many texts each word stem occurs, for ``factcheck/data/frequencies.txt``.

    python benchmarks/build_frequencies.py TEXTS... > factcheck/data/frequencies.txt

TEXTS are folders (every .txt and .md file is a text), .jsonl files (key "text") and .txt
files (every line is a text), each of them gzipped if it ends in .gz. Only stems in 20
texts or more are kept, and no phrases: nothing of a single article can be read back.

Run build_vectors.py afterwards: its rows belong to the stems of this table.

A line of the result is an inverse document frequency, ln((1 + texts) / (1 + texts with
the stem)), rounded to 0.1, and the stems that have it.
"""

from __future__ import annotations

import gzip
import json
import math
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import Stemmer

from factcheck.facts.tokens import tokenize

MIN_TEXTS = 20


def texts(path: Path) -> Iterator[str]:
    """The texts of a folder or file, one at a time."""
    if path.is_dir():
        for file in sorted(path.rglob("*")):
            if file.suffix in (".txt", ".md"):
                yield file.read_text(encoding="utf-8")
        return
    opener = gzip.open if path.suffix == ".gz" else open
    with opener(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)["text"] if ".jsonl" in path.name else line


def main(paths: list[str]) -> None:
    stemmer = Stemmer.Stemmer("english")
    frequency: Counter[str] = Counter()
    total = 0
    for path in paths:
        for text in texts(Path(path)):
            total += 1
            words = {t.lower for t in tokenize(text) if t.is_word}
            frequency.update(set(stemmer.stemWords(sorted(words))))
    by_idf: dict[float, list[str]] = {}
    for stem, count in frequency.items():
        if count >= MIN_TEXTS and not any(c.isspace() for c in stem):
            by_idf.setdefault(round(math.log((1 + total) / (1 + count)), 1), []).append(stem)
    print(f"# {total} texts")
    for idf, stems in sorted(by_idf.items()):
        print(idf, *sorted(stems))


if __name__ == "__main__":
    main(sys.argv[1:])
