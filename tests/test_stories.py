"""Grouping articles into stories: what belongs together, whatever the order it comes in."""

from __future__ import annotations

import datetime as dt
import pickle
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.cluster.hierarchy import fcluster, linkage
from scipy.sparse import csr_array
from scipy.spatial.distance import squareform

from factcheck.errors import FactcheckError
from factcheck.ingest.sources import read_all
from factcheck.model import Document
from factcheck.stories import Feed, Grouping, group, parse_window
from factcheck.stories.linkage import Group, link
from factcheck.stories.mixed import mixed
from factcheck.stories.vectors import COLUMNS, MOST_TERMS, heaviest, rows, terms_of, vectorise

FOLDERS = sorted((Path(__file__).parents[1] / "articles").iterdir())
law = settings(max_examples=60, deadline=None)

QUAKE = "An earthquake of magnitude 6.1 shook the Orrin coast on Friday, and 12 people died in Port Tolvik."
QUAKE_AGAIN = "Twelve people died in Port Tolvik when a magnitude 6.1 earthquake shook the Orrin coast."
OTHER_QUAKE = "A tremor of magnitude 4.8 damaged forty houses in Velden, a town in the Karsk mountains."
STRIKE = "Drivers of the Halmar tramway walked out over pay, and no trams ran in the morning."


def article(id: str, text: str, published: str | None = None) -> Document:
    return Document(id, text, id, published=published)


def stories(*articles: Document, window: int = 3, similarity: float = 0.36) -> list[list[str]]:
    grouping = Grouping(dt.timedelta(days=window), similarity)
    return [[d.id for d in story] for story in group(articles, grouping)]


#: reason, articles, stories
GROUPED = [
    ("one event, two writers", [("a", QUAKE, None), ("b", QUAKE_AGAIN, None)], [["a", "b"]]),
    ("two quakes", [("a", QUAKE, None), ("b", OTHER_QUAKE, None)], [["a"], ["b"]]),
    ("two topics", [("a", QUAKE, None), ("b", STRIKE, None)], [["a"], ["b"]]),
    ("a reprint", [("a", STRIKE, "2024-03-01"), ("b", STRIKE, "2024-03-02")], [["a", "b"]]),
    ("on the last day of the window", [("a", QUAKE, "2024-03-01"), ("b", QUAKE, "2024-03-04")], [["a", "b"]]),
    ("a day after it", [("a", QUAKE, "2024-03-01"), ("b", QUAKE, "2024-03-05")], [["a"], ["b"]]),
    (
        "days that would make a chain",
        [("a", QUAKE, "2024-03-01"), ("b", QUAKE, "2024-03-03"), ("c", QUAKE, "2024-03-05")],
        [["a", "b"], ["c"]],
    ),
    ("an earlier date, given later", [("b", QUAKE, "2024-03-02"), ("a", QUAKE, "2024-03-01")], [["a", "b"]]),
    ("no date, by its words", [("a", QUAKE, "2024-03-01"), ("b", QUAKE, None)], [["b", "a"]]),
    ("texts without words", [("a", "", None), ("b", "", None), ("c", "?!", None)], [["a"], ["b"], ["c"]]),
    ("nothing", [], []),
]  # fmt: skip


@pytest.mark.parametrize(("reason", "given_", "wanted"), GROUPED, ids=[row[0] for row in GROUPED])
def test_groups(reason: str, given_: list[tuple[str, str, str | None]], wanted: list[list[str]]) -> None:
    assert stories(*(article(*row) for row in given_)) == wanted


def test_the_example_articles_are_their_folders() -> None:
    documents = read_all([str(folder) for folder in FOLDERS])
    wanted = {frozenset(d.id for d in documents if d.folder == folder.name) for folder in FOLDERS}
    assert {frozenset(d.id for d in story) for story in group(documents)} == wanted


def test_a_higher_similarity_splits_and_a_longer_window_joins() -> None:
    two = [article("a", QUAKE, "2024-03-01"), article("b", QUAKE_AGAIN, "2024-03-12")]
    assert len(stories(*two, window=14)) == 1
    assert len(stories(*two, window=14, similarity=0.99)) == 2


# Any articles ----------------------------------------------------------------------------------

_SUBJECTS = st.sampled_from(
    ["The Orrin dam", "Port Tolvik", "A tram in Halmar", "Mayor Ilse Brandt", "Karsk Steel"]
)
_VERBS = st.sampled_from(["collapsed", "was flooded", "cut 40 jobs", "reopened", "denied the report"])
_WHERE = st.sampled_from(
    ["on Friday", "near Velden", "after 6 days", "as 300 people watched", "for the third time"]
)
_SENTENCE = st.tuples(_SUBJECTS, _VERBS, _WHERE).map(lambda parts: " ".join(parts) + ".")
_TEXT = st.lists(_SENTENCE, max_size=4).map(" ".join)
_DAY = st.none() | st.integers(1, 9).map("2024-03-0{}".format)
ARTICLES = st.lists(st.tuples(_TEXT, _DAY), max_size=12).map(
    lambda found: [article(f"{n:02}", text, day) for n, (text, day) in enumerate(found)]
)
WINDOWS = st.integers(0, 5)
SIMILARITIES = st.sampled_from([0.05, 0.2, 0.36, 0.6])


@law
@given(ARTICLES, WINDOWS, SIMILARITIES, st.randoms(use_true_random=False))
def test_the_order_of_the_articles_changes_nothing(
    articles: list[Document], window: int, similarity: float, chance: object
) -> None:
    found = stories(*articles, window=window, similarity=similarity)
    assert sorted(id for story in found for id in story) == [d.id for d in articles]
    chance.shuffle(articles)  # type: ignore[attr-defined]
    assert stories(*articles, window=window, similarity=similarity) == found


@law
@given(ARTICLES, WINDOWS, SIMILARITIES)
def test_no_story_is_longer_than_the_window(articles: list[Document], window: int, similarity: float) -> None:
    for story in group(articles, Grouping(dt.timedelta(days=window), similarity)):
        days = [dt.date.fromisoformat(d.published) for d in story if d.published]
        assert not days or max(days) - min(days) <= dt.timedelta(days=window)


@law
@given(ARTICLES, st.integers(0, 12), WINDOWS)
def test_a_story_keeps_its_id_whatever_comes_later(articles: list[Document], cut: int, window: int) -> None:
    articles.sort(key=lambda d: d.published or "")
    feed = Feed(Grouping(dt.timedelta(days=window)))
    first = feed.add(articles[:cut])
    resumed: Feed = pickle.loads(pickle.dumps(feed))
    ids = first + feed.add(articles[cut:])
    assert first + resumed.add(articles[cut:]) == ids
    for document, story in zip(articles, ids, strict=True):
        place = [d.id for d in articles].index(story)
        assert ids[place] == story
        assert place <= articles.index(document)


def test_a_feed_joins_a_later_block_to_an_earlier_one() -> None:
    feed = Feed()
    assert feed.add([article("a", QUAKE, "2024-03-01"), article("b", STRIKE, "2024-03-01")]) == ["a", "b"]
    assert feed.add([article("c", QUAKE_AGAIN, "2024-03-02"), article("d", STRIKE)]) == ["a", "b"]
    assert feed.add([]) == []
    assert feed.add([article("e", STRIKE, "2024-03-03"), article("f", QUAKE, "2024-03-06")]) == ["b", "f"]


def test_only_the_latest_stories_without_a_date_are_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("factcheck.stories.live._UNDATED", 1)
    feed = Feed()
    assert feed.add([article("a", QUAKE), article("b", STRIKE)]) == ["a", "b"]
    assert feed.add([article("c", QUAKE), article("d", STRIKE)]) == ["c", "b"]


# Average linkage -------------------------------------------------------------------------------


@law
@given(st.integers(2, 25), st.integers(0, 10_000), st.sampled_from([0.2, 0.4, 0.6]))
def test_linkage_is_that_of_scipy(count: int, seed: int, similarity: float) -> None:
    """Within one block and without a window; figures of chance tie with no probability."""
    chance = np.random.default_rng(seed)
    found = chance.random((count, 6)) * (chance.random((count, 6)) < 0.6) + 1e-3
    unit = found / np.sqrt((found**2).sum(axis=1, keepdims=True))
    groups = [Group(dict(enumerate(row))) for row in unit.tolist()]
    pairs = [(a, b) for a in range(count) for b in range(a) if unit[a] @ unit[b] >= similarity]
    ours = [members for members, _ in link(groups, pairs, similarity, window=0)]
    apart = np.clip(1 - unit @ unit.T, 0, None)
    np.fill_diagonal(apart, 0)
    labels = fcluster(linkage(squareform(apart, checks=False), "average"), 1 - similarity, "distance")
    theirs = [np.flatnonzero(labels == label).tolist() for label in sorted({*labels.tolist()})]
    assert ours == sorted(theirs)


def test_two_stories_that_began_before_stay_two() -> None:
    groups = [Group({1: 1.0}, story=0), Group({1: 1.0}, story=1), Group({1: 1.0})]
    every = [(a, b) for a in range(3) for b in range(a)]
    assert [members for members, _ in link(groups, every, 0.5, window=3)] == [[0, 2], [1]]


# Vectors ---------------------------------------------------------------------------------------


def test_vectors_are_of_length_one_and_bounded() -> None:
    long = " ".join(f"Town{n} elected mayor{n}" for n in range(500))
    found = vectorise([article("a", QUAKE), article("b", ""), article("c", long), article("d", QUAKE)])
    assert isinstance(found, csr_array)
    assert found.shape == (4, COLUMNS)
    assert found.dtype == np.float32
    assert found.has_canonical_format
    assert np.diff(found.indptr)[[1, 2]].tolist() == [0, MOST_TERMS]
    lengths = np.sqrt((found * found).sum(axis=1))
    assert lengths[[0, 2, 3]] == pytest.approx(1.0)
    assert (found[[0]] != found[[3]]).nnz == 0


def test_the_title_counts_and_the_front_matter_does_not() -> None:
    plain = article("a", STRIKE)
    titled, lower = vectorise([replace(plain, title="Karsk Steel"), plain])
    assert titled.nnz == lower.nnz + 2
    headed = replace(plain, text=f"{QUAKE}\n{STRIKE}", body=len(QUAKE) + 1)
    assert terms_of(vectorise([headed]), 0) == terms_of(vectorise([plain]), 0)


def test_the_heaviest_terms_are_kept() -> None:
    weights = {n: 1.0 + n for n in range(MOST_TERMS + 5)}
    assert {column for column, _ in heaviest(weights)} == {*range(5, MOST_TERMS + 5)}
    assert rows([heaviest(weights)]).nnz == MOST_TERMS


# Options and warnings --------------------------------------------------------------------------

WINDOW_TEXTS = [("3d", 3), ("2w", 14), ("0d", 0), (" 10d ", 10)]


@pytest.mark.parametrize(("text", "days"), WINDOW_TEXTS)
def test_a_window_is_written_in_days_or_weeks(text: str, days: int) -> None:
    assert parse_window(text) == dt.timedelta(days=days)


@pytest.mark.parametrize("text", ["", "3", "d", "3h", "-3d", "3 d", "1.5d", "99999d", "٣d", "3d2w"])
def test_a_window_written_otherwise_is_an_error(text: str) -> None:
    with pytest.raises(FactcheckError, match=r"write days or weeks, as in 3d or 2w$"):
        parse_window(text)


@pytest.mark.parametrize(
    ("window", "similarity"), [(dt.timedelta(days=-1), 0.5), (dt.timedelta(0), 0.0), (dt.timedelta(0), 1.5)]
)
def test_a_grouping_that_makes_no_sense_is_an_error(window: dt.timedelta, similarity: float) -> None:
    with pytest.raises(FactcheckError):
        Grouping(window, similarity)


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_one_story_is_never_told_to_be_several(folder: Path) -> None:
    assert mixed(read_all([str(folder)])) == ()


def test_several_stories_are_told() -> None:
    (told,) = mixed(read_all([str(folder) for folder in FOLDERS[:3]]))
    assert told.startswith("the sources seem to report 3 stories or more: --by-story")
    assert mixed([article(f"{n}", STRIKE) for n in range(6)]) == ()
