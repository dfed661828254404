"""The gold pairs: well-formed and our own words, and the tool never does worse on them than before."""

from __future__ import annotations

import datetime as dt
import json
import runpy
from collections import Counter
from functools import cache
from pathlib import Path
from typing import Any, get_args

import pytest
from test_articles import SHARED, blocks, shared_runs

from factcheck.model import FactKind, FactRelation, Verdict

GOLD = Path(__file__).parent / "gold"
SCORE = runpy.run_path(str(GOLD / "score.py"))
FIELDS = ["id", "a", "b", "label", "relation", "kind", "trap", "published_a", "published_b", "why"]
#: a relation and the labels it leaves open (tests/gold/README.md)
LABELS = {
    "equal": {"corroborated"},
    "compatible": {"corroborated"},
    "attributed": {"corroborated"},
    "part": {"corroborated", "single-source"},
    "none": {"single-source"},
    "update": {"conflicting"},
    "conflict": {"conflicting"},
}


def rows() -> list[dict[str, Any]]:
    return [json.loads(line) for line in (GOLD / "pairs.jsonl").read_text(encoding="utf-8").splitlines()]


@cache
def answers() -> list[Any]:
    return [SCORE["answer"](pair) for pair in SCORE["read_pairs"]()]


# The gold ----------------------------------------------------------------------------------------


@pytest.mark.parametrize("row", rows(), ids=lambda row: str(row["id"]))
def test_a_pair_is_well_formed(row: dict[str, Any]) -> None:
    assert list(row) == FIELDS
    for name in FIELDS:
        if name.startswith("published"):
            assert row[name] is None or dt.date.fromisoformat(row[name]).isoformat() == row[name]
        else:
            assert row[name] == " ".join(row[name].split()) != ""
    assert row["label"] in LABELS[row["relation"]]


def test_pairs_are_told_apart() -> None:
    for names in (["id"], ["a", "b"]):
        twice = Counter(tuple(row[name] for name in names) for row in rows())
        assert not [key for key, times in twice.items() if times > 1]


def test_everything_the_design_names_occurs() -> None:
    found = rows()
    assert len(found) >= 300
    assert {row["label"] for row in found} == set(get_args(Verdict))
    assert {row["relation"] for row in found} == {*get_args(FactRelation), "none"}
    assert {row["kind"] for row in found} == {*get_args(FactKind), "outcome", "none"}


def test_hard_negatives_are_no_fewer_than_conflicts() -> None:
    """Texts that differ, or tell nearly the same, without a conflict: what a naive judge gets wrong."""
    found = rows()
    hard = [
        row
        for row in found
        if row["relation"] in ("compatible", "part", "attributed", "none") and row["trap"] != "same-topic"
    ]
    assert len(hard) >= sum(row["label"] == "conflicting" for row in found)


@pytest.mark.skipif(not SHARED.is_dir(), reason="needs ../shared")
def test_no_run_of_eight_words_is_shared() -> None:
    ours = [row[side].encode() for row in rows() for side in ("a", "b", "why")]
    pool = [p for p in sorted(SHARED.rglob("*")) if p.suffix in (".txt", ".json", ".jsonl", ".gz")]
    assert not shared_runs(ours, (block for path in pool for block in blocks(path)))


# The tool on the gold ------------------------------------------------------------------------------


def test_no_figure_is_below_its_floor() -> None:
    floors = SCORE["read_floors"]()
    newly = [a.pair.id for a in answers() if not a.right and a.pair.id not in floors.wrong]
    below = SCORE["below"](SCORE["figures"](answers()), floors)
    assert not below, f"{'; '.join(below)}\nnewly wrong: {', '.join(newly) or 'none'}"


def test_the_report_names_the_wrong_pairs_and_no_other() -> None:
    text = SCORE["report"](answers())
    named = [a.pair.id for a in answers() if f"\n{a.pair.id} (" in text]
    assert named == [a.pair.id for a in answers() if not a.right]


# The figures and floors themselves -----------------------------------------------------------------


def made_up(*labels_and_verdicts: str) -> list[Any]:
    """Answers from "label verdict" in initials: "xx cs" is a conflict found and a support missed."""
    names = {"x": "conflicting", "c": "corroborated", "s": "single-source"}
    pair = SCORE["read_pairs"]()[0]
    build = SCORE["GoldPair"]
    return [
        SCORE["Answer"](
            build(**{name: getattr(pair, name) for name in FIELDS} | {"label": names[initials[0]]}),
            names[initials[1]],
            (),
        )
        for initials in labels_and_verdicts
    ]


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        # precision, recall, F1 of corroborated, false conflicts, accuracy
        ("xx cc ss", (1.0, 1.0, 1.0, 0.0, 1.0)),
        ("xx xc cc ss", (1.0, 0.5, 2 / 3, 0.0, 0.75)),
        ("xx cx sx ss", (1 / 3, 1.0, 0.0, 2 / 3, 0.5)),
        ("xs cs", (0.0, 0.0, 0.0, 0.0, 0.0)),
    ],
)
def test_figures(given: str, expected: tuple[float, ...]) -> None:
    now = SCORE["figures"](made_up(*given.split()))
    assert tuple(getattr(now, name) for name in SCORE["BETTER_UP"]) == pytest.approx(expected)


def test_a_floor_may_only_rise() -> None:
    good, bad = made_up("xx", "cc", "ss", "ss"), made_up("xs", "cx", "ss", "ss")
    none = SCORE["Floors"]({}, ())
    high = SCORE["raised"](good, none)
    assert SCORE["below"](SCORE["figures"](good), high) == []
    assert len(SCORE["below"](SCORE["figures"](bad), high)) == len(SCORE["BETTER_UP"])
    assert SCORE["raised"](bad, high).figures == high.figures
    low = SCORE["raised"](bad, none)
    assert SCORE["raised"](good, low).figures == high.figures
