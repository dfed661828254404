"""The tables of the store hold what the lines hold, in the documented columns."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import duckdb
import pyarrow.parquet as pq
import pytest
from batches import stories, write_rows

from factcheck.batch import Job, run, write
from factcheck.batch.tables import TABLES


@pytest.fixture(scope="module")
def inputs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    pair = {"id": 7, "a": "The strike began on Monday.", "b": "The strike began on Tuesday."}
    odd = {"id": "odd", "a": "A \ud800 lone half \u202e character fell on Monday.", "b": "Nothing."}
    path = tmp_path_factory.mktemp("store") / "rows.jsonl"
    return write_rows(path, [*stories(6), pair, odd, {"id": "bad", "a": "x"}])


@pytest.fixture(scope="module")
def store(inputs: Path) -> Path:
    write(Job(str(inputs), format="parquet"), str(inputs.parent / "out"), lambda progress: None)
    return inputs.parent / "out"


def rows_of(store: Path, table: str) -> list[dict[str, Any]]:
    found = duckdb.execute(f"select * from '{store}/{table}/*.parquet'")
    names = [column[0] for column in found.description or ()]
    return [dict(zip(names, row, strict=True)) for row in found.fetchall()]


def test_every_table_has_the_documented_columns(store: Path) -> None:
    arrow = {
        "string": "string",
        "bool": "bool",
        "int32": "int32",
        "float64": "double",
        "date32": "date32[day]",
    }
    for table in TABLES:
        for file in sorted((store / table.name).glob("*.parquet")):
            schema = pq.read_schema(file)
            assert [(f.name, str(f.type)) for f in schema] == [
                (c.name, arrow[c.type]) for c in table.columns
            ], table.name
            assert schema.metadata[b"factcheck.store"] == b"1"


def test_the_tables_hold_what_the_lines_hold(inputs: Path, store: Path) -> None:
    lines = [json.loads(line) for line in run(str(inputs))]
    records = rows_of(store, "records")
    assert len(records) == len(lines) == 9
    assert {r["record"]: r["error"] for r in records if r["error"]} == {"bad": "line 15: 'b' is missing"}
    links = [link for line in lines for link in line.get("links", ())]
    found = rows_of(store, "links")
    assert sorted(x["link"] for x in found) == sorted(x["id"] for x in links)
    assert {x["link"]: (x["relation"], x["why"], x["confidence"]) for x in found} == {
        x["id"]: (x["relation"], x["why"], x["confidence"]) for x in links
    }
    assert len(rows_of(store, "compared")) == sum(len(x["facts"]) for x in links)
    claims = [claim for line in lines for claim in line.get("claims", ())]
    stored = {(c["record"], c["claim"]): c for c in rows_of(store, "claims")}
    for line in lines:
        for claim in line.get("claims", ()):
            row = stored[line["story"], claim["id"]]
            assert (row["text"], row["verdict"], row["start"]) == (
                claim["text"], claim["verdict"], claim["start"],
            )  # fmt: skip
    facts = sum(len(claim["facts"]) for claim in claims)
    told = [f for f in rows_of(store, "facts") if f["record"].startswith("story")]
    assert facts == len(told) > 0


def test_half_characters_are_written_as_they_can_be(store: Path) -> None:
    [text] = [c["text"] for c in rows_of(store, "claims") if c["record"] == "odd" and c["source"] == "a"]
    assert text == "A \ufffd lone half \u202e character fell on Monday."
