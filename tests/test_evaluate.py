"""factcheck evaluate: gold read row by row, figures computed by hand, intervals, curve, errors."""

from __future__ import annotations

import itertools
import json
import os
import runpy
import subprocess
import sys
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck import Document, FactcheckError, compare, read, render
from factcheck.batch import run as run_batch
from factcheck.evaluate import evaluate
from factcheck.evaluate.curve import GRID, svg
from factcheck.evaluate.errors import errors_markdown, is_wrong
from factcheck.evaluate.gold import read_gold
from factcheck.evaluate.metrics import Figure, figures
from factcheck.evaluate.run import Decision, Unit
from factcheck.evaluate.show import render as show
from factcheck.pipeline import decide, set_side_by_side
from factcheck.report.view import VERDICTS

ROOT = Path(__file__).parents[1]
BENCH = Path(__file__).parents[2] / "shared" / "bench"
_VERDICTS = {
    "x": "conflicting", "c": "corroborated", "s": "single-source", "n": "not-a-claim",
    "u": "unrelated", "q": "not-conflicting",
}  # fmt: skip


def pair_units(decisions: str, kind: str | None = None) -> list[Unit]:
    """Units of one decision each, from "wanted got" in initials: "xx cs"."""
    return [
        Unit((Decision(str(n), _VERDICTS[said[0]], _VERDICTS[said[1]], (), "", kind),))
        for n, said in enumerate(decisions.split())
    ]


def value(found: list[Figure], name: str, measure: str, group: str = "all") -> float | None:
    """None if the figure is left out."""
    return next((f.value for f in found if (f.group, f.name, f.measure) == (group, name, measure)), None)


# Figures ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("reason", "decisions", "name", "expected"),
    [
        ("all found", "xx xx cc ss", "conflicting", (1.0, 1.0, 1.0)),
        ("one of two found, one false", "xx xs cx ss", "conflicting", (0.5, 0.5, 0.5)),
        ("two thirds right, all found", "xx xx cx", "conflicting", (2 / 3, 1.0, 0.8)),
        ("never said: no precision to speak of", "xs cc", "conflicting", (0.0, 0.0, 0.0)),
        ("no reader gave it: left out", "cc sx", "conflicting", (None, None, None)),
        ("another label called corroborated is wrong", "cc uc", "corroborated", (0.5, 1.0, 2 / 3)),
        ("one that only rules out a conflict is not", "cc qc", "corroborated", (1.0, 1.0, 1.0)),
        ("another label says nothing of single-source", "ss us", "single-source", (1.0, 1.0, 1.0)),
        ("a passage that is no claim", "cc nc nn", "corroborated", (0.5, 1.0, 2 / 3)),
    ],
)
def test_scores(reason: str, decisions: str, name: str, expected: tuple[float | None, ...]) -> None:
    found = figures(pair_units(decisions), 0)
    assert tuple(value(found, name, m) for m in ("precision", "recall", "f1")) == pytest.approx(expected)


@pytest.mark.parametrize(
    ("reason", "decisions", "name", "expected"),
    [
        ("two of four", "xx cs sc ss", "accuracy", 0.5),
        ("a label that is no verdict can be neither right nor wrong", "xx us", "accuracy", None),
        ("one of the three that are no conflict", "xx cx ss uc", "false conflicts", 1 / 3),
        ("nothing but conflicts", "xx xs", "false conflicts", None),
    ],
)
def test_shares(reason: str, decisions: str, name: str, expected: float | None) -> None:
    assert value(figures(pair_units(decisions), 0), name, "share") == pytest.approx(expected)


def test_mean_of_verdicts() -> None:
    found = figures(pair_units("xx xs cc ss"), 0)  # F1: 2/3, 1, 2/3
    assert value(found, "mean of verdicts", "f1") == pytest.approx(7 / 9)
    assert [f.name for f in found].index("mean of verdicts") == len(found) - 1


def test_figures_of_all_come_first() -> None:
    groups = [f.group for f in figures(pair_units("xx cc ss", "age"), 0)]
    assert groups == sorted(groups, key=lambda g: g != "all")


def test_kinds_have_figures_of_their_own() -> None:
    found = figures([*pair_units("xx xs", "count:deaths"), *pair_units("xs", "date")], 0)
    groups = [f.group for f in found if (f.name, f.measure) == ("conflicting", "recall")]
    assert groups == ["all", "count", "date"]
    assert [value(found, "conflicting", "recall", g) for g in groups] == pytest.approx([1 / 3, 0.5, 0.0])


def test_links() -> None:
    a, b, c = ((("A", n), ("B", n)) for n in range(3))
    unit = Unit(
        (),
        whole_articles=True,
        wanted={a: "corroborates", b: "conflicts"},
        got={a: "conflicts", c: "conflicts", b: "conflicts"},
    )
    found = figures([unit], 0)
    # Which sentences are linked and how are two questions: a is found, but as a conflict.
    assert [value(found, "links", m) for m in ("precision", "recall", "f1")] == pytest.approx([2 / 3, 1, 0.8])
    assert value(found, "conflict links", "precision") == pytest.approx(1 / 3)


# Intervals ----------------------------------------------------------------------------------------

INITIALS = st.lists(st.sampled_from([f"{w}{g}" for w in "xcsuq" for g in "xcs"]), min_size=2, max_size=30)


@given(INITIALS)
def test_an_interval_is_within_0_and_1_and_the_same_every_time(decisions: list[str]) -> None:
    units = pair_units(" ".join(decisions))
    found = figures(units, 60)
    assert found == figures(units, 60)
    for figure in found:
        assert 0 <= figure.value <= 1
        if figure.low is not None and figure.high is not None:
            assert 0 <= figure.low <= figure.high <= 1


@given(st.lists(st.sampled_from(["xx", "cc", "ss"]), min_size=2, max_size=30))
def test_perfect_answers_are_1_with_no_spread(decisions: list[str]) -> None:
    for figure in figures(pair_units(" ".join(decisions)), 60):
        best = 0.0 if figure.name == "false conflicts" else 1.0
        assert (figure.value, figure.low, figure.high) == (best, best, best)


def test_an_interval_is_that_of_the_binomial() -> None:
    """Of 100 pairs 80 are right: the bootstrap of a share is binomial, sd .04, so ± .08."""
    [found] = [f for f in figures(pair_units("xx " * 80 + "xs " * 20), 4000) if f.measure == "recall"]
    assert [found.low, found.high] == pytest.approx([0.72, 0.87], abs=0.012)


def test_sentences_of_one_article_are_drawn_together() -> None:
    right, wrong = (tuple(u.decisions[0] for u in pair_units(d)) for d in ("xx " * 50, "xs " * 50))
    apart = figures([Unit((d,)) for d in (*right, *wrong)], 400)
    together = figures([Unit(right, True), Unit(wrong, True)], 400)
    assert value(apart, "conflicting", "recall") == value(together, "conflicting", "recall") == 0.5
    [narrow], [wide] = (
        [f for f in found if (f.name, f.measure) == ("conflicting", "recall")] for found in (apart, together)
    )
    assert (wide.low, wide.high) == (0.0, 1.0)
    assert narrow.low is not None
    assert narrow.low > 0.3


def test_one_unit_has_no_interval() -> None:
    assert {(f.low, f.high) for f in figures(pair_units("xx"))} == {(None, None)}


# Gold ---------------------------------------------------------------------------------------------

PAIR = {"id": "p", "a": "The dam broke on Monday.", "b": "The dam broke on Friday.", "label": "conflicting"}
ARTICLES: dict[str, Any] = {
    "sentences": {
        "A": ["The ferry sank on Monday.", "It carried 40 passengers.", "What now?"],
        "B": ["On Friday the ferry sank.", "There were 40 passengers on the ferry."],
    },
    "published": {"A": "2022-01-15", "B": None},
    "verdicts": {
        "A0": "conflicting",
        "A1": "corroborated",
        "A2": "not-a-claim",
        "B0": "conflicting",
        "B1": "unsettled",
    },
    "links": [["A0", "B0", "conflicts"], ["B1", "A1", "corroborates"]],
}


def write_pairs(path: Path, *rows: object) -> str:
    lines = [row if isinstance(row, str) else json.dumps(row) for row in rows]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return str(path)


def write_articles(folder: Path, gold: object = ARTICLES) -> str:
    folder.mkdir(parents=True)
    (folder / "gold.json").write_text(json.dumps(gold), encoding="utf-8")
    return str(folder)


@pytest.mark.parametrize(
    ("row", "told"),
    [
        ("{", "not JSON"),
        ([1], "not an object"),
        (PAIR | {"label": None}, "'label' is not text"),
        (PAIR | {"label": " "}, "'label' is empty"),
        ({"id": "q", "a": "x", "label": "conflicting"}, "'b' is missing"),
        (PAIR | {"id": "q", "published_a": "soon"}, "'published_a' is not an ISO date: 'soon'"),
        (PAIR, "id 'p' stands on line 1 already"),
    ],
)
def test_a_bad_row_is_named_and_left_out(tmp_path: Path, row: object, told: str) -> None:
    [found] = read_gold(write_pairs(tmp_path / "pairs.jsonl", PAIR, "", row))
    assert [pair.id for pair in found.pairs] == ["p"]
    assert [(bad.place, bad.reason) for bad in found.bad] == [("pairs.jsonl line 3", told)]


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"sentences": None}, "'sentences' is missing"),
        ({"sentences": {"A": ["One."]}}, "fewer than two articles"),
        ({"sentences": {"A": ["One."], "B": "Two."}}, "'sentences' of 'B' is not a list of texts"),
        ({"verdicts": ARTICLES["verdicts"] | {"A1": "true"}}, "verdict of A1: 'true' is none of"),
        ({"sentences": {"A": ["One."] * 12, "A1": ["Two."]}}, "two sentences have the same name"),
        ({"verdicts": []}, "'verdicts' is of another type"),
        ({"links": [["A0", "B7", "conflicts"]]}, "names a sentence that is not there"),
        ({"links": [["A0", "B0", "agrees"]]}, "the relation is none of"),
        ({"unsettled_links": [["A0"]]}, "has not 2 parts"),
        ({"published": {"A": "soon"}}, "'A' is not an ISO date"),
    ],
)
def test_bad_articles_are_named(tmp_path: Path, change: dict[str, Any], told: str) -> None:
    write_articles(tmp_path / "good")
    write_articles(tmp_path / "bad", ARTICLES | change)
    [found] = read_gold(str(tmp_path))
    assert [gold.id for gold in found.articles] == ["good"]
    [bad] = found.bad
    assert bad.place == "bad/gold.json"
    assert told in bad.reason


def test_nothing_usable_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    for source in (write_pairs(tmp_path / "bad.jsonl", "{"), str(tmp_path / "empty"), str(tmp_path / "gone")):
        with pytest.raises(
            FactcheckError, match=r"no usable row \(bad\.jsonl line 1|holds neither|cannot read"
        ):
            evaluate([source])


def test_articles_are_scored_sentence_by_sentence(tmp_path: Path) -> None:
    [found] = evaluate([write_articles(tmp_path / "ferry")], resamples=0).sets
    [unit] = found.units
    assert [d.id for d in unit.decisions] == [
        "ferry A0",
        "ferry A1",
        "ferry A2",
        "ferry B0",
    ]  # B1 is unsettled
    assert {d.id: d.got for d in unit.decisions}["ferry A2"] == "not-a-claim"
    assert unit.wanted == {(("A", 0), ("B", 0)): "conflicts", (("A", 1), ("B", 1)): "corroborates"}
    first = unit.decisions[0]
    assert [p.place for p in first.passages[:2]] == ["A0", "a reader: conflicts B0"]


def test_links_that_readers_left_open_count_neither_way(tmp_path: Path) -> None:
    open_gold = ARTICLES | {
        "links": [],
        "unsettled_links": [["A0", "B0"], ["A1", "B1"], ["A0", "B1"], ["A1", "B0"]],
    }
    [unit] = evaluate([write_articles(tmp_path / "ferry", open_gold)], resamples=0).sets[0].units
    assert unit.got == {}


def test_days_of_publication_are_used(tmp_path: Path) -> None:
    dated = {"a": "The old bridge in Osk fell on Monday.", "b": "The old bridge in Osk fell on 9 May 2022."}
    rows = [
        {"id": day, "label": "corroborated", "published_a": day} | dated
        for day in ("2022-05-10", "2022-05-17")
    ]
    [found] = evaluate([write_pairs(tmp_path / "dated.jsonl", *rows)], resamples=0).sets
    assert [d.got for u in found.units for d in u.decisions] == ["corroborated", "conflicting"]


# The same figures as the scorer of the benchmark -------------------------------------------------------


def in_process(what: str, *arguments: object) -> str:
    """What `factcheck compare A B --format json` and `factcheck batch FILE` print."""
    if what == "batch":
        return "".join(run_batch(str(arguments[0])))
    paths = [str(a) for a in itertools.takewhile(lambda a: a != "--format", arguments)]
    return render(compare(*map(read, paths)), "json")


def scorer() -> dict[str, Any]:
    found = runpy.run_path(str(BENCH / "score.py"))
    found["compare"].__globals__["run"] = in_process
    return found


def named(found: list[Figure], name: str) -> dict[str, float]:
    """The figures by the scorer's names."""
    names = {
        "links": "link",
        "conflict links": "conflict_link",
        "false conflicts.share": "false_conflicts",
        "accuracy.share": "verdict_accuracy",
        "mean of verdicts.f1": "macro_f1",
    }
    out = {}
    for figure in found:
        whole = f"{figure.name}.{figure.measure}"
        if figure.group == "all":
            out[f"{name}.{names.get(whole, f'{names.get(figure.name, figure.name)}.{figure.measure}')}"] = (
                figure.value
            )
    return out


#: the scorer leaves its files to the garbage collector
SCORER = pytest.mark.filterwarnings(
    "ignore::pytest.PytestUnraisableExceptionWarning", "ignore::ResourceWarning"
)


@SCORER
@pytest.mark.skipif(not BENCH.is_dir(), reason="needs ../shared")
@pytest.mark.parametrize("stem", ["disagreements_dev", "rte3_dev", "news_paraphrase_dev"])
def test_pairs_have_the_figures_of_the_scorer(tmp_path: Path, stem: str) -> None:
    lines = (BENCH / "pairs" / f"{stem}.jsonl").read_text(encoding="utf-8").splitlines()
    path = write_pairs(tmp_path / f"{stem}.jsonl", *lines[:: 1 + len(lines) // 100])
    expected = scorer()["score_pairs"](path)
    [found] = evaluate([path], resamples=0).sets
    ours = named(list(found.figures), stem)
    assert {name: ours[name] for name in expected} == pytest.approx(expected)


@SCORER
@pytest.mark.skipif(not BENCH.is_dir(), reason="needs ../shared")
def test_articles_have_the_figures_of_the_scorer() -> None:
    expected = scorer()["score_articles"](BENCH / "articles")
    [found] = evaluate([str(BENCH / "articles")], resamples=0).sets
    assert found.gold.bad == ()
    ours = named(list(found.figures), "articles")
    assert {name: ours[name] for name in expected} == pytest.approx(expected)


# Thresholds, curve and errors ---------------------------------------------------------------------------


def test_a_judgement_at_any_threshold_is_that_of_compare() -> None:
    texts = (
        "The dam broke on Monday. It flooded 40 houses.",
        "On Friday the dam broke. 40 houses were flooded.",
    )
    documents = [Document(str(n), text, str(n)) for n, text in enumerate(texts)]
    found = set_side_by_side(*documents)
    for threshold in (0.05, 0.5, 0.95):
        assert decide(found, threshold) == compare(*documents, min_confidence=threshold)


SVG = "{http://www.w3.org/2000/svg}"


def test_the_curve_is_a_picture_with_one_line_a_figure(tmp_path: Path) -> None:
    sources = [write_pairs(tmp_path / "a<&>b.jsonl", PAIR), write_articles(tmp_path / "ferry")]
    found = evaluate(sources, resamples=0, min_confidence=0.33, with_curve=True)
    curves = [s.curve for s in found.sets if s.curve]
    assert [c.name for c in curves] == ["a<&>b", "ferry"]
    root = ElementTree.fromstring(svg(curves))
    assert root.tag == f"{SVG}svg"
    assert {child.tag for child in root.iter()} <= {
        f"{SVG}{name}" for name in ("svg", "title", "rect", "g", "line", "text", "polyline")
    }
    drawn = root.findall(f".//{SVG}polyline")
    assert len(drawn) == sum(len(c.lines) for c in curves)
    for line, shown in zip((x for c in curves for x in c.lines), drawn, strict=True):
        assert [t for t, _ in line.points] == sorted({*GRID, 0.33})
        assert len(shown.attrib["points"].split()) == len(line.points)
    texts = [t.text for t in root.iter(f"{SVG}text")]
    assert "a<&>b" in texts
    assert texts.count("used: 0.33") == 2
    [now] = [f.value for f in found.sets[1].figures if (f.name, f.measure) == ("links", "f1")]
    [links] = [x for x in curves[1].lines if x.name == "link F1"]
    assert dict(links.points)[0.33] == now


@pytest.mark.parametrize(
    ("said", "wrong"),
    [
        ("xx", False),
        ("xc", True),
        ("nn", False),
        ("ns", True),
        ("us", False),
        ("uc", True),
        ("ux", True),
        ("qc", False),
        ("qx", True),
        ("qs", False),
    ],
)
def test_what_is_an_error(said: str, wrong: bool) -> None:
    assert is_wrong(pair_units(said)[0].decisions[0]) is wrong


def test_errors_show_both_texts_what_was_wanted_and_the_reason(tmp_path: Path) -> None:
    wrong = PAIR | {"id": "w*", "label": "corroborated", "kind": "date"}
    right = {"id": "r", "a": "Cows fled.", "b": "The bank has closed its doors.", "label": "single-source"}
    found = evaluate([write_pairs(tmp_path / "gold.jsonl", right, wrong)], resamples=0)
    [decision] = [d for u in found.sets[0].units for d in u.decisions if d.id == "w*"]
    assert decision.got == "conflicting"
    assert "cannot both hold" in decision.reason or "Monday" in decision.reason
    text = errors_markdown(found)
    assert "1 wrong of 2." in text
    assert "### corroborated, but conflicting: 1 error" in text
    entry = text[text.index("- **w\\***") :]
    assert PAIR["a"] in entry
    assert PAIR["b"] in entry
    assert "Cows" not in text


# From the command line ----------------------------------------------------------------------------------


def shell(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "factcheck", "evaluate", *arguments],
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


@pytest.fixture
def gold(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.chdir(tmp_path)
    quiet = {"id": 2, "a": "Cows fled the barn.", "b": "The bank has closed its doors.", "label": "unrelated"}
    write_pairs(tmp_path / "gold.jsonl", PAIR, quiet, "{")
    return "gold.jsonl"


def test_table_curve_and_errors(gold: str) -> None:
    run = shell(gold, "--curve", "out/curve.svg", "--errors", "errors.md", "--resamples", "20")
    assert (run.returncode, run.stderr) == (0, "warning: gold.jsonl line 3: not JSON\n")
    assert run.stdout.startswith("gold: 2 pairs, 1 row left out\nlabels that are no verdict: unrelated 1\n")
    row = next(line for line in run.stdout.splitlines() if line.startswith("conflicting"))
    assert row.split()[1:4] == ["1", "1", "1.000"]
    assert "20 bootstrap resamples" in run.stdout
    assert ElementTree.parse("out/curve.svg").getroot().tag == f"{SVG}svg"
    assert "0 wrong of 2." in Path("errors.md").read_text(encoding="utf-8")
    assert shell(gold, "--quiet", "--resamples", "0", "--errors", "-").stdout.endswith("0 wrong of 2.\n")


def test_json_holds_everything(gold: str) -> None:
    run = shell(gold, "-f", "json", "-o", "report.json", "--min-confidence", "1", "-q")
    assert (run.returncode, run.stdout, run.stderr) == (0, "", "")
    report = json.loads(Path("report.json").read_text(encoding="utf-8"))
    assert (report["min_confidence"], report["resamples"], report["level"]) == (1.0, 1000, 0.95)
    [found] = report["sets"]
    assert (found["pairs"], found["other_labels"], found["curve"]) == (2, {"unrelated": 1}, None)
    assert found["left_out"] == [{"place": "gold.jsonl line 3", "reason": "not JSON"}]
    [recall] = [f for f in found["figures"] if (f["name"], f["measure"]) == ("conflicting", "recall")]
    assert recall["tally"] == {"right": 0, "extra": 0, "missed": 1}  # nobody is that sure
    [error] = found["errors"]
    assert [p["text"] for p in error["passages"]] == [PAIR["a"], PAIR["b"]]
    assert (error["wanted"], error["got"]) == ("conflicting", "single-source")


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["gone.jsonl"], "cannot read gone.jsonl: No such file or directory"),
        (["gold.jsonl", "-f", "json", "--errors", "-"], "--errors - needs --format table"),
        (["gold.jsonl", "--min-confidence", "2"], "--min-confidence"),
        ([], "Missing argument"),
    ],
)
def test_what_cannot_run_is_one_line(gold: str, arguments: list[str], told: str) -> None:
    run = shell(*arguments)
    assert (run.returncode, run.stdout, run.stderr.count("\n")) == (2, "", 1)
    assert told in run.stderr


def test_an_unknown_format_is_an_error(gold: str) -> None:
    with pytest.raises(FactcheckError, match="choose from table, json"):
        show(evaluate([gold], resamples=0), "xml")


def test_initials_name_all_verdicts() -> None:
    assert set(VERDICTS) < set(_VERDICTS.values())
