"""A feed of articles as the input of a batch: grouped into stories."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from batches import stories, write_rows
from commands import Shell

from factcheck.batch import run


@pytest.fixture
def factcheck_(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Shell:
    monkeypatch.chdir(tmp_path)
    return Shell(capsys, monkeypatch)


def feed(count: int) -> list[dict[str, Any]]:
    """Articles without a story, each event in a place of its own."""
    numbers = {f"story {n}" for n in range(0, 32, 9)}
    rows = [row for row in stories(32) if row["story"] in numbers]
    return [{key: value for key, value in row.items() if key != "story"} for row in rows][:count]


def test_a_feed_is_grouped_into_stories(tmp_path: Path) -> None:
    alone = {"id": "recipe", "text": "Whisk three eggs with a spoon of sugar.", "published": "2024-05-03"}
    path = write_rows(tmp_path / "rows.jsonl", [*feed(8), alone])
    found = {x["story"]: x for x in map(json.loads, run(str(path)))}
    assert {frozenset(s["id"] for s in x["sources"]) for x in found.values()} == {
        frozenset(("recipe",)),
        *(frozenset((f"mail-{n}", f"post-{n}")) for n in (0, 9, 18, 27)),
    }
    assert found["recipe"]["links"] == []
    assert {c["verdict"] for c in found["recipe"]["claims"]} == {"single-source"}
    assert all(x["summary"]["conflicting"] for name, x in found.items() if name != "recipe")


def test_stories_that_share_a_name_stay_apart(tmp_path: Path) -> None:
    """Ids of a feed may be those of outlets, or names of stories that are given."""
    one, other, third, *_ = (row["text"] for row in feed(4))
    path = write_rows(
        tmp_path / "rows.jsonl",
        [
            {"id": "wire", "text": one, "published": "2024-05-01"},
            {"id": "wire", "text": other, "published": "2024-06-01"},
            {"id": "dam", "text": third, "published": "2024-07-01"},
            {"story": "dam", "id": "mail", "text": other},
            {"story": "dam", "id": "post", "text": other},
        ],
    )
    found = {x["story"]: [s["path"] for s in x["sources"]] for x in map(json.loads, run(str(path)))}
    assert found == {
        "wire": ["wire"], "wire (line 2)": ["wire"], "dam": ["mail", "post"], "dam (line 3)": ["dam"],
    }  # fmt: skip


def test_a_window_parts_what_is_alike(factcheck_: Shell, tmp_path: Path) -> None:
    text = next(iter(stories(1)))["text"]
    rows = [{"id": day, "text": text, "published": f"2024-05-{day}"} for day in ("01", "06")]
    write_rows(tmp_path / "rows.jsonl", rows)
    assert factcheck_("batch", "rows.jsonl").out.count("\n") == 2
    assert factcheck_("batch", "rows.jsonl", "--window", "1w").out.count("\n") == 1


def test_the_order_of_a_feed_changes_no_story(tmp_path: Path) -> None:
    rows = feed(8)
    found = []
    for name, order in (("one", rows), ("other", rows[::-1])):
        path = write_rows(tmp_path / f"{name}.jsonl", order)
        lines = map(json.loads, run(str(path)))
        found.append({frozenset(s["id"] for s in line["sources"]) for line in lines})
    assert found[0] == found[1]
