"""--explain: passages with facts marked, weights that add up, the closest alternative."""

from __future__ import annotations

import json
import math
import re
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck import Comparison, Document, compare, render
from factcheck.model import Candidate, Link, Weight
from factcheck.report.explain import explain
from factcheck.report.marks import joined, marked
from factcheck.report.view import View, rows

ARTICLES = Path(__file__).parents[1] / "articles"
A = "The dam in Halmar broke on Monday.\nIt flooded 40 houses.\nTwelve cows drowned in the flood.\n"
B = "On Friday the dam in Halmar broke.\n40 houses were flooded.\nThe mayor spoke to reporters.\n"


def dams() -> Comparison:
    return compare(Document("one", A, "one"), Document("two", B, "two"))


def story(name: str) -> Comparison:
    return compare(*sorted((ARTICLES / name).iterdir()))


# Marks --------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("reason", "text", "spans", "expected"),
    [
        ("no fact", "Cows fled.", [], "Cows fled."),
        ("at both ends", "40 cows fled Osk", [(13, 16), (0, 2)], "⟦40⟧ cows fled ⟦Osk⟧"),
        ("side by side", "40cows", [(0, 2), (2, 6)], "⟦40⟧⟦cows⟧"),
        ("one in the other", "about 40 cows", [(0, 8), (6, 8)], "⟦about 40⟧ cows"),
        ("crossing", "5 to 7 p.m.", [(0, 6), (5, 11)], "⟦5 to 7 p.m.⟧"),
        ("over a line break", "10\n days", [(0, 8)], "⟦10 days⟧"),
        ("control codes are shown, not sent", "\x1b[31m40\x07", [(5, 7)], "\\x1b[31m⟦40⟧\\x07"),
    ],
)
def test_marked(reason: str, text: str, spans: list[tuple[int, int]], expected: str) -> None:
    assert marked(text, spans) == expected


def test_marks_are_underlines_on_a_colour_terminal() -> None:
    assert marked("40 cows", [(0, 2)], color=True) == "\x1b[4m40\x1b[24m cows"


SPANS = st.tuples(st.integers(0, 20), st.integers(1, 5)).map(lambda x: (x[0], x[0] + x[1]))


@given(st.text("abc ", min_size=25, max_size=25), st.lists(SPANS, max_size=6))
def test_marks_add_nothing_but_marks(text: str, spans: list[tuple[int, int]]) -> None:
    shown = marked(text, spans)
    assert "".join(shown.replace("⟦", "").replace("⟧", "").split()) == "".join(text.split())
    apart = joined(spans)
    assert all(x[1] <= y[0] for x, y in pairwise(apart))
    assert {i for s, e in apart for i in range(s, e)} == {i for s, e in spans for i in range(s, e)}


# Weights ------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", sorted(p.name for p in ARTICLES.iterdir()))
def test_the_weights_of_a_pair_make_its_confidence(name: str) -> None:
    comparison = story(name)
    pairs: list[Link | Candidate] = [*comparison.links, *comparison.compared]
    assert pairs
    for pair in pairs:
        odds = sum(w.value * w.weight for w in pair.weights)
        assert pair.confidence == pytest.approx(1 / (1 + math.exp(-odds)), abs=1e-4)


def test_json_has_weights_only_when_asked() -> None:
    comparison = dams()
    plain = json.loads(render(comparison, "json", View()))
    told = json.loads(render(comparison, "json", View(explain=True)))
    assert [x for x in plain["links"] if "weights" in x] == []
    for link, found in zip(comparison.links, told["links"], strict=True):
        assert [(w["feature"], w["value"], w["weight"]) for w in found["weights"]] == [
            (w.feature, round(w.value, 4), w.weight) for w in link.weights
        ]
    assert all(x["weights"] for x in told["compared"])


# Blocks -------------------------------------------------------------------------------------------


def test_a_finding_shows_both_passages_values_and_weights() -> None:
    text = explain(dams(), View(explain=True))
    block = text.split("\n\n")[0]
    assert block.lstrip("\n").startswith("conflicting: one [0:34]\n   The dam in Halmar broke on ⟦Monday⟧.\n")
    assert "   with two [0:34]\n   On ⟦Friday⟧ the dam in Halmar broke.\n" in block
    assert " = monday [weekday]: conflicting\n" in block
    assert "date conflict: “Monday” = " in block
    link = next(x for x in dams().links if x.relation == "conflicts")
    for weight in link.weights:
        assert re.search(rf"^      {re.escape(weight.feature)} +{weight.value:.2f} × ", block, re.MULTILINE)


def test_every_link_has_a_block() -> None:
    comparison = story("csto-withdrawal")
    view = View(explain=True)
    text = explain(comparison, view)
    shown = [row.link for row in rows(comparison, view) if row.link]
    assert len({x.id for x in comparison.links} - {x.id for x in shown}) == text.count("\nfurther link: ") > 0
    assert text.count("\n   with ") == len(shown) + text.count("\nfurther link: ")


def weighted(a: float, b: float) -> tuple[Weight, ...]:
    return (Weight("intercept", 1.0, -2.0), Weight("deed", a, 5.0), Weight("names", b, 2.0))


@pytest.mark.parametrize(
    ("reason", "second", "expected"),
    [
        (
            "no link: what it lacks, and by how much",
            Candidate(("", ""), 0.1, 0.2, (), "too little", weighted(0.4, 0.0)),
            "no link: too little; behind in deed -2.00, names -1.00",
        ),
        (
            "a weaker link",
            Link("x", ("", ""), 0.1, "conflicts", 0.5, (), "", weights=weighted(0.6, 0.5)),
            "also linked: behind in deed -1.00",
        ),
        (
            "an agreement beside a conflict",
            Link("x", ("", ""), 0.1, "corroborates", 0.99, (), "", weights=weighted(1.0, 1.0)),
            "also linked: an agreement, and a conflict comes first",
        ),
        (
            "a reprint",
            Link("x", ("", ""), 0.1, "conflicts", 0.99, (), "", False, False, weighted(1.0, 1.0)),
            "also linked: from a reprint, which comes second",
        ),
    ],
)
def test_why_the_closest_alternative_lost(reason: str, second: Link | Candidate, expected: str) -> None:
    found = dams()
    first, other, far = found.claims[0], found.claims[3], found.claims[4]
    best = Link("b", (first.id, other.id), 0.2, "conflicts", 0.8, (), "", weights=weighted(0.8, 0.5))
    second = replace(second, claims=(first.id, far.id))
    links = (best, second) if isinstance(second, Link) else (best,)
    compared = () if isinstance(second, Link) else (second,)
    text = explain(replace(found, links=links, compared=compared), View(explain=True))
    [line] = [x for x in text.split("\n\n")[0].splitlines() if "runner-up" in x]
    assert line.endswith(expected)


def test_only_passages_are_underlined_and_markdown_never() -> None:
    view = View(explain=True, color=True)
    assert "\x1b[4mMonday\x1b[24m" in render(dams(), "table", view)
    assert "\x1b" not in render(dams(), "markdown", view)
