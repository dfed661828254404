"""compare --by-story: every story is compared as it would be alone, and no two are mixed."""

from __future__ import annotations

import datetime as dt
import json
import shutil
from pathlib import Path

import pytest
from commands import Shell
from jsonschema import Draft202012Validator

from factcheck import Comparison, compare, render
from factcheck.ingest.sources import read_all
from factcheck.model import Document, Story
from factcheck.report.schema import schema_text
from factcheck.report.view import View, grouped
from factcheck.review import read_report
from factcheck.stories import Grouping, group

ARTICLES = Path(__file__).parents[1] / "articles"
NAMES = ("denby-tornado", "lorimont-robbery", "sund-ferry")


@pytest.fixture(scope="module")
def documents() -> list[Document]:
    return read_all([str(ARTICLES / name) for name in NAMES])


@pytest.fixture(scope="module")
def comparison(documents: list[Document]) -> Comparison:
    return compare(*documents, by_story=Grouping())


def test_every_story_is_compared_as_if_alone(documents: list[Document], comparison: Comparison) -> None:
    assert {frozenset(s.sources) for s in comparison.stories} == {
        frozenset(d.id for d in documents if d.folder == name) for name in NAMES
    }
    for story in comparison.stories:
        alone = compare(*(d for d in documents if d.id in story.sources))
        ids = {*story.sources}
        assert [c for c in comparison.claims if c.source in ids] == [*alone.claims]
        assert [s for s in comparison.skipped if s.source in ids] == [*alone.skipped]
        assert [d for d in comparison.sources if d.id in ids] == [*alone.sources]
        known = {c.id for c in alone.claims}
        assert [x for x in comparison.links if {*x.claims} & known] == [*alone.links]


def test_the_order_of_the_sources_is_kept(documents: list[Document], comparison: Comparison) -> None:
    assert [d.id for d in comparison.sources] == [d.id for d in documents]
    place = {d.id: n for n, d in enumerate(documents)}
    order = [place[c.source] for c in comparison.claims]
    assert order == sorted(order)


def test_a_source_in_no_story_is_single_source(documents: list[Document]) -> None:
    found = compare(documents[0], documents[2], by_story=Grouping())
    assert [len(s.sources) for s in found.stories] == [1, 1]
    assert {c.verdict for c in found.claims} == {"single-source"}
    assert found.links == ()


def test_the_earliest_source_names_the_story(documents: list[Document], comparison: Comparison) -> None:
    assert [Story(s[0].id, tuple(d.id for d in s)) for s in group(documents)] == [*comparison.stories]


def test_json_names_the_stories_and_is_read_back(comparison: Comparison, tmp_path: Path) -> None:
    text = render(comparison, "json")
    schema = json.loads(schema_text())
    Draft202012Validator(schema).validate(json.loads(text))
    assert [row["sources"] for row in json.loads(text)["by_story"]] == [
        [*s.sources] for s in comparison.stories
    ]
    (tmp_path / "report.json").write_text(text, encoding="utf-8")
    assert read_report(tmp_path / "report.json").stories == comparison.stories
    lines = Draft202012Validator(
        {k: schema[k] for k in ("$schema", "$id", "$defs")} | {"$ref": "#/$defs/line"}
    )
    rows = [json.loads(line) for line in render(comparison, "jsonl").splitlines()]
    for row in rows:
        lines.validate(row)
    assert [row["id"] for row in rows if row["type"] == "story"] == [s.id for s in comparison.stories]


@pytest.mark.parametrize("format", ["table", "markdown", "html"])
def test_reports_for_readers_name_the_stories(comparison: Comparison, format: str) -> None:
    told = grouped(comparison)
    assert len(told) == 4
    shown = render(comparison, format, View()).replace("\\", "")
    assert all(line in shown for line in told)


def test_without_stories_nothing_is_told_of_them(documents: list[Document]) -> None:
    found = compare(*documents[:2])
    assert grouped(found) == []
    assert "by_story" not in json.loads(render(found, "json"))


def test_sources_that_stand_alone_are_one_line(documents: list[Document]) -> None:
    found = compare(*documents, by_story=Grouping(dt.timedelta(0)))
    *several, alone, note = grouped(found)
    assert several == [f"Story {n} of 2: {s}." for n, s in enumerate(_several(found), 1)]
    assert alone.startswith("In no story with another source: ")
    assert note == "Sources of different stories were not compared."


def _several(found: Comparison) -> list[str]:
    return [", ".join(s.sources) for s in found.stories if len(s.sources) > 1]


# The command -----------------------------------------------------------------------------------


@pytest.fixture
def factcheck(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Shell:
    for name in NAMES:
        shutil.copytree(ARTICLES / name, tmp_path / name)
    monkeypatch.chdir(tmp_path)
    return Shell(capsys, monkeypatch)


def test_the_flag_groups_and_without_it_a_warning_names_it(factcheck: Shell) -> None:
    mixed = factcheck("compare", *NAMES, "--format", "json")
    assert (mixed.code, mixed.err.count("--by-story")) == (0, 1)
    assert "by_story" not in json.loads(mixed.out)
    apart = factcheck("compare", *NAMES, "--by-story", "--format", "json")
    assert (apart.code, apart.err.count("--by-story")) == (0, 0)
    assert len(json.loads(apart.out)["by_story"]) == 3
    assert "--by-story" not in factcheck("compare", *NAMES, "--quiet").err
    assert "--by-story" not in factcheck("compare", NAMES[0]).err


def test_window_and_similarity_reach_the_grouping(factcheck: Shell) -> None:
    def sizes(*options: str) -> list[int]:
        run = factcheck("compare", *NAMES, "--by-story", "--format", "json", *options)
        return sorted(len(story["sources"]) for story in json.loads(run.out)["by_story"])

    assert sizes() == sizes("--window", "3d", "--story-similarity", "0.36") == [2, 2, 3]
    assert sizes("--window", "0d") == [1, 1, 1, 2, 2]
    assert sizes("--story-similarity", "1") == [1] * 7
    assert sizes("--window", "200w", "--story-similarity", "0.01") == [7]


BAD = [
    ("a window without a unit", "--by-story --window 3", "'3': write days or weeks, as in 3d or 2w"),
    ("a window in hours", "--by-story --window 12h", "write days or weeks"),
    ("a similarity of nothing", "--by-story --story-similarity 0", "--story-similarity"),
    ("a similarity over one", "--by-story --story-similarity 1.5", "--story-similarity"),
    ("a window without stories", "--window 3d", "need --by-story"),
    ("a similarity without stories", "--story-similarity 0.5", "--story-similarity need --by-story"),
]  # fmt: skip


@pytest.mark.parametrize(("reason", "options", "message"), BAD, ids=[row[0] for row in BAD])
def test_a_wrong_option_is_exit_2_and_one_line(
    factcheck: Shell, reason: str, options: str, message: str
) -> None:
    run = factcheck("compare", NAMES[0], *options.split())
    assert (run.code, run.out) == (2, "")
    assert run.err.count("\n") == 1
    assert message in run.err
