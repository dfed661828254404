"""The example articles: they show everything the design names, and every word of them is ours."""

from __future__ import annotations

import contextlib
import gzip
import json
import string
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import get_args

import pytest

from factcheck import Comparison, Document, compare
from factcheck.ingest.sources import read_all
from factcheck.model import FactKind, FactRelation, Verdict
from factcheck.pipeline import understand_all
from factcheck.store import check_claims

ROOT = Path(__file__).parents[1]
SHARED = Path(__file__).parents[2] / "shared"
STORIES = sorted(p.name for p in (ROOT / "articles").iterdir() if p.is_dir())


def documents(story: str) -> list[Document]:
    with contextlib.chdir(ROOT):
        return read_all([f"articles/{story}"])


@cache
def comparison(story: str) -> Comparison:
    return compare(*documents(story))


# What the stories show -------------------------------------------------------------------------


def test_there_are_enough_stories() -> None:
    assert len(STORIES) >= 8
    assert {len(documents(story)) for story in STORIES} == {2, 3}


@pytest.mark.parametrize("story", STORIES)
def test_claims_are_saved(story: str) -> None:
    with contextlib.chdir(ROOT):
        articles = understand_all(documents(story))
        report = check_claims(articles, "claims")
    assert not report.changed, f"python tests/golden/update.py, and read the diff\n{report.text}"
    assert report.text == "".join(
        f"claims/{story}/{Path(a.document.path).stem}.jsonl: same\n" for a in articles
    )


def test_no_saved_claims_are_left_over() -> None:
    kept = {p.relative_to(ROOT / "claims").with_suffix("") for p in (ROOT / "claims").glob("*/*.jsonl")}
    written = {
        Path(story) / p.stem
        for story in STORIES
        for p in (ROOT / "articles" / story).iterdir()
        if p.suffix in (".md", ".txt")
    }
    assert kept == written


@pytest.mark.parametrize("story", STORIES)
def test_every_story_agrees_somewhere_and_has_details_of_its_own(story: str) -> None:
    summary = comparison(story).summary
    assert summary.corroborated > 0
    assert summary.single_source > 0
    assert summary.skipped > 0


@pytest.mark.parametrize("verdict", get_args(Verdict))
def test_every_verdict_occurs(verdict: Verdict) -> None:
    claims = [c for story in STORIES for c in comparison(story).claims]
    assert [c for c in claims if c.verdict == verdict]
    assert [f for c in claims for f in c.facts if f.verdict == verdict]


@pytest.mark.parametrize("relation", get_args(FactRelation))
def test_every_relation_occurs(relation: FactRelation) -> None:
    links = [link for story in STORIES for link in comparison(story).links]
    met = [p.relation for link in links for p in link.facts]
    if relation == "attributed":
        # Two speakers who disagree need not be a link: that is why they are no conflict.
        met += [p.relation for story in STORIES for c in comparison(story).compared for p in c.facts]
    assert relation in met
    assert [link for link in links if link.update]


@pytest.mark.parametrize("kind", get_args(FactKind))
def test_every_kind_of_fact_occurs(kind: FactKind) -> None:
    assert [f for story in STORIES for c in comparison(story).claims for f in c.facts if f.kind == kind]


def test_a_wire_story_printed_twice_is_one_origin() -> None:
    origins = {story: comparison(story).summary for story in STORIES}
    assert {story for story, s in origins.items() if s.origins < s.sources} == {"sund-ferry"}


def test_repeated_captions_and_glued_credits_occur() -> None:
    claims = [c for story in STORIES for c in comparison(story).claims]
    assert max(len(c.spans) for c in claims) >= 3
    glued = set()
    for story in STORIES:
        texts = {d.id: d.text for d in comparison(story).sources}
        glued |= {
            texts[s.source][s.start - 1]
            for s in comparison(story).skipped
            if s.reason == "photo credit" and s.start
        }
    assert glued >= {".", "\n"}


def test_a_heading_that_states_nothing_and_a_question_occur() -> None:
    reasons = {s.reason for story in STORIES for s in comparison(story).skipped}
    assert reasons >= {"heading", "question", "byline", "dateline", "photo credit", "publication line"}


# Every word of them is ours ------------------------------------------------------------------------

#: words in a row that two writers do not share by chance
_RUN = 8
#: A run of eight holds, at every fifth word of the pool, one whole group of four (4 + 5 - 1 = 8):
#: a fifth of the look-ups, and each hit is then checked in full.
_GROUP, _STEP = 4, 5
_KEPT = frozenset(string.ascii_letters + string.digits)
#: letters and digits in lower case, all else a space: the same cut for both sides
_FOLD = bytes(ord(chr(b).lower()) if chr(b) in _KEPT else 32 for b in range(256))
_BLOCK = 1 << 22


def words(data: bytes) -> list[bytes]:
    return data.translate(_FOLD).split()


def strings(value: object) -> Iterator[str]:
    """All texts within a JSON value."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, list | dict):
        for inner in value.values() if isinstance(value, dict) else value:
            yield from strings(inner)


def blocks(path: Path) -> Iterator[bytes]:
    """The text of a file in pieces, JSON without its escapes."""
    with gzip.open(path) if path.suffix == ".gz" else path.open("rb") as file:
        kind = Path(path.stem).suffix if path.suffix == ".gz" else path.suffix
        if kind == ".json":
            yield "\n".join(strings(json.loads(file.read()))).encode()
        elif kind == ".jsonl":
            for line in file:
                yield "\n".join(strings(json.loads(line))).encode()
        else:
            while block := file.read(_BLOCK):
                yield block + file.readline()


def shared_runs(ours: Iterable[bytes], pool: Iterable[bytes]) -> set[bytes]:
    """Runs of eight words that stand in both."""
    runs: set[tuple[bytes, ...]] = set()
    groups: set[tuple[bytes, ...]] = set()
    for text in ours:
        w = words(text)
        runs.update(zip(*(w[i:] for i in range(_RUN)), strict=False))
        groups.update(zip(*(w[i:] for i in range(_GROUP)), strict=False))
    found: set[bytes] = set()
    for block in pool:
        w = words(block)
        every = (w[i::_STEP] for i in range(_GROUP))
        for place, group in enumerate(zip(*every, strict=False)):
            if group in groups:
                at = place * _STEP
                near = w[max(0, at - _STEP + 1) : at + _RUN]
                met = set(zip(*(near[i:] for i in range(_RUN)), strict=False)) & runs
                found |= {b" ".join(run) for run in met}
    return found


def test_the_search_for_shared_runs_finds_one_at_every_offset() -> None:
    run = b"a storm tore nine boats from their moorings"
    for before in range(12):
        pool = b"Once " * before + run.upper().replace(b" ", b",  ") + b" again"
        assert shared_runs([b"Then " + run], [pool]) == {run}
        assert not shared_runs([b"Then " + run], [pool.replace(b"MOORINGS", b"posts")])


@pytest.mark.skipif(not SHARED.is_dir(), reason="needs ../shared")
def test_no_run_of_eight_words_is_shared() -> None:
    ours = [p.read_bytes() for p in sorted((ROOT / "articles").rglob("*")) if p.suffix in (".md", ".txt")]
    assert len(ours) > 20
    pool = [p for p in sorted(SHARED.rglob("*")) if p.suffix in (".txt", ".json", ".jsonl", ".gz")]
    assert not shared_runs(ours, (block for path in pool for block in blocks(path)))
