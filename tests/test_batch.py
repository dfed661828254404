"""Many comparisons in one run: pairs, stories, broken lines, order."""

from __future__ import annotations

import io
import itertools
import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from factcheck import Document, FactcheckError, compare, render
from factcheck.batch import run

DAM = "The dam in Halmar broke on Monday."
TEN, TWENTY = "Repairs to the bridge will take 10 days.", "Repairs to the bridge will take 20 days."


def batch(tmp_path: Path, *rows: dict[str, Any] | str) -> list[dict[str, Any]]:
    path = tmp_path / "rows.jsonl"
    lines = [row if isinstance(row, str) else json.dumps(row, ensure_ascii=False) for row in rows]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    results = list(run(str(path)))
    assert all(line.endswith("\n") and line.count("\n") == 1 for line in results)
    return [json.loads(line) for line in results]


#: reason, a, b, verdict of the pair
PAIRS = [
    (
        "the strongest verdict: one conflict beside agreement",
        f"{DAM} {TEN}",
        f"{DAM} {TWENTY}",
        "conflicting",
    ),
    ("agreement beside a claim that stands alone", f"{DAM} Cows fled uphill.", DAM, "corroborated"),
    ("nothing in common", "Cows fled uphill.", "The minister resigned in spring.", "single-source"),
    ("no claim at all", "", "", "single-source"),
    ("one side empty", DAM, "", "single-source"),
]


@pytest.mark.parametrize(("reason", "a", "b", "verdict"), PAIRS, ids=[p[0] for p in PAIRS])
def test_the_verdict_of_a_pair(tmp_path: Path, reason: str, a: str, b: str, verdict: str) -> None:
    [result] = batch(tmp_path, {"id": "x", "a": a, "b": b})
    assert (result["id"], result["verdict"]) == ("x", verdict)
    assert bool(result["links"]) == (verdict != "single-source")
    assert {x["relation"] for x in result["links"]} == {
        "conflicting": {"conflicts", "corroborates"},
        "corroborated": {"corroborates"},
        "single-source": set(),
    }[verdict]


def test_a_pair_is_judged_as_compare_judges_it(tmp_path: Path) -> None:
    [result] = batch(tmp_path, {"id": 1, "a": f"{DAM} {TEN}", "b": f"{TWENTY} {DAM}"})
    comparison = compare(Document("a", f"{DAM} {TEN}", "a"), Document("b", f"{TWENTY} {DAM}", "b"))
    assert result["links"] == json.loads(render(comparison, "json"))["links"]


@pytest.mark.parametrize(
    ("published", "verdict"), [("2023-05-12", "corroborated"), ("2023-05-19", "conflicting")]
)
def test_days_of_publication_are_used(tmp_path: Path, published: str, verdict: str) -> None:
    row = {"id": 1, "a": "The storm hit the city on Friday.", "b": "The storm hit the city on 12 May."}
    [result] = batch(tmp_path, row | {"published_a": published, "published_b": "2023-05-20T08:00:00Z"})
    assert result["verdict"] == verdict


def test_results_come_in_input_order_with_their_own_ids(tmp_path: Path) -> None:
    ids: Sequence[str | int] = ["z", 7, "a", "a", "7", "Zürich ☃"]
    results = batch(tmp_path, *({"id": i, "a": DAM, "b": DAM} for i in ids))
    assert [r["id"] for r in results] == ids


BROKEN = [
    ("no JSON", "{nope", "line 2", "line 2: not JSON"),
    ("nested without end", "[" * 100_000, "line 2", "line 2: not JSON"),
    ("a list", "[1, 2]", "line 2", "line 2: not an object"),
    ("a number", "7", "line 2", "line 2: not an object"),
    ("without b", '{"id": "p", "a": "x"}', "p", "line 2: 'b' is missing"),
    ("without id", '{"a": "x"}', "line 2", "line 2: 'b' is missing"),
    ("a is a number", '{"id": 3, "a": 1, "b": "x"}', 3, "line 2: 'a' is not text"),
    ("no such day", '{"id": 3, "a": "x", "b": "y", "published_a": "2022-02-30"}', 3, "not an ISO date"),
    ("a date that is a number", '{"id": 3, "a": "x", "b": "y", "published_b": 2022}', 3, "is not text"),
    ("a story without text", '{"id": "p", "story": "s"}', "p", "line 2: 'text' is missing"),
    ("a story that is a number", '{"id": "p", "story": 1, "text": "x"}', "p", "line 2: 'story' is not text"),
]  # fmt: skip


@pytest.mark.parametrize(("reason", "line", "id_", "error"), BROKEN, ids=[b[0] for b in BROKEN])
def test_a_broken_line_is_named_and_the_rest_goes_on(
    tmp_path: Path, reason: str, line: str, id_: str | int, error: str
) -> None:
    good = {"a": DAM, "b": DAM}
    first, broken, last = batch(tmp_path, {"id": 1} | good, line, {"id": 2} | good)
    assert set(broken) == {"id", "error"}
    assert broken["id"] == id_
    assert error in broken["error"]
    assert [(r["id"], r["verdict"]) for r in (first, last)] == [(1, "corroborated"), (2, "corroborated")]


def test_empty_lines_are_passed_over_but_counted(tmp_path: Path) -> None:
    results = batch(tmp_path, "", {"id": 1, "a": DAM, "b": DAM}, "   ", "{nope")
    assert [r["id"] for r in results] == [1, "line 4"]


def test_a_pair_without_an_id_is_named_by_its_line(tmp_path: Path) -> None:
    assert [r["id"] for r in batch(tmp_path, "", {"a": DAM, "b": DAM})] == ["line 2"]


def test_stories_are_gathered_from_their_rows(tmp_path: Path) -> None:
    results = batch(
        tmp_path,
        {"story": "flood", "id": "mail", "text": DAM},
        {"story": "bridge", "id": "mail", "text": TEN},
        {"id": 1, "a": DAM, "b": DAM},
        {"story": "flood", "id": "post", "text": "The dam broke on Monday in Halmar."},
        {"story": "bridge", "id": "post", "text": TWENTY, "published": "2023-05-12", "outlet": None},
    )
    assert [r.get("story", r.get("id")) for r in results] == [1, "flood", "bridge"]
    flood, bridge = results[1:]
    assert set(flood) == {"story", "sources", "claims", "links", "summary"}
    assert [c["source"] for c in flood["claims"]] == ["mail", "post"]
    assert {c["verdict"] for c in flood["claims"]} == {"corroborated"}
    assert {c["verdict"] for c in bridge["claims"]} == {"conflicting"}
    assert (bridge["summary"]["conflicting"], bridge["summary"]["links"]) == (2, len(bridge["links"]))


def test_fields_of_tables_may_be_blank(tmp_path: Path) -> None:
    blank = dict.fromkeys(("a", "b", "published_a", "published_b")) | {
        "story": "",
        "outlet": "",
        "title": " ",
    }
    storm = "The storm hit the city on 12 May."
    fire, flood, pair = batch(
        tmp_path,
        blank | {"id": "storm", "text": storm, "published": ""},
        blank | {"id": True, "text": DAM, "published": "2024-05-03"},
        blank | {"id": "", "text": None, "a": DAM, "b": ""},
    )[::-1]
    assert (pair["id"], {fire["story"], flood["story"]}) == ("line 3", {"storm", "line 2"})


def test_rows_of_one_name_get_ids_of_their_own(tmp_path: Path) -> None:
    rows = [{"story": "flood", "id": "mail", "text": DAM}, {"story": "flood", "id": "mail", "text": TEN}]
    [story] = batch(tmp_path, *rows)
    assert [c["source"] for c in story["claims"]] == ["mail", "mail-2"]


def test_a_story_of_one_article_is_an_error_of_its_own(tmp_path: Path) -> None:
    lone, pair = batch(tmp_path, {"story": "s", "id": "mail", "text": DAM}, {"id": 1, "a": DAM, "b": DAM})[
        ::-1
    ]
    assert (lone["story"], set(lone)) == ("s", {"story", "error"})
    assert pair["verdict"] == "corroborated"


def test_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    row = json.dumps({"id": 1, "a": DAM, "b": DAM}).encode()
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(row), encoding="utf-8"))
    assert [json.loads(line)["verdict"] for line in run("-")] == ["corroborated"]


def test_results_do_not_wait_for_the_last_row(monkeypatch: pytest.MonkeyPatch) -> None:
    row = json.dumps({"id": 1, "a": DAM, "b": DAM})
    monkeypatch.setattr(sys, "stdin", itertools.repeat(row))
    assert json.loads(next(iter(run("-"))))["id"] == 1


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(FactcheckError, match="cannot read"):
        list(run(str(tmp_path / "gone.jsonl")))
