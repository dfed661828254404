"""factcheck report: what it prints, what it writes, when it fails."""

from __future__ import annotations

import contextlib
import csv
import io
import json
import os
import re
import runpy
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from factcheck.cli import main
from factcheck.config.example import EXAMPLE
from factcheck.model import Comparison, Document
from factcheck.pipeline import compare
from factcheck.report import COMBINED, render, render_stories
from factcheck.report.overview import overview, step_summary
from factcheck.review import REVIEWS, write_decisions
from factcheck.review.decide import Orders, carry_out, findings
from factcheck.runner import StoryReport

ROOT = Path(__file__).parents[1]

ARTICLES = {
    "news/bridge/courier.txt": "Repairs to the bridge will take 10 days. Cows fled uphill.\n",
    "news/bridge/herald.txt": "Repairs to the bridge will take 20 days.\n",
    "news/flood/courier.txt": "The old bridge in Halmar fell on Monday.\n",
    "news/flood/herald.md": "The old bridge fell on Monday in Halmar.\n",
    "lone/story/only.txt": "The old bridge in Halmar fell on Monday.\n",
}
STORIES = 'stories = ["news/*"]\n'


@dataclass(frozen=True)
class Run:
    code: int
    out: str
    err: str


Report = Callable[..., Run]


@pytest.fixture
def report(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Report:
    """Run ``factcheck report`` on settings, in a folder with two stories."""
    for name, text in ARTICLES.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("GITHUB_STEP_SUMMARY", raising=False)

    def run(settings: str | None, *arguments: str) -> Run:
        if settings is not None:
            (tmp_path / "factcheck.toml").write_text(settings, encoding="utf-8")
        monkeypatch.setattr(sys, "argv", ["factcheck", "report", *arguments])
        with pytest.raises(SystemExit) as ended:
            main()
        out, err = capsys.readouterr()
        assert isinstance(ended.value.code, int)
        return Run(ended.value.code, out, err)

    return run


def files() -> set[str]:
    """What a run has left behind, hidden files too."""
    known = {*ARTICLES, "factcheck.toml"}
    return {p.as_posix() for p in Path().rglob("*") if p.is_file()} - known


# What it prints and writes ----------------------------------------------------------------------------

TABLE = """\
Story   Claims  Conflicting  Corroborated  Single-source  Updates  Suppressed  Gate
------  ------  -----------  ------------  -------------  -------  ----------  -------------------
bridge       3            2             0              1        0           0  failed: conflicting
flood        2            0             2              0        0           0  passed

2 stories: the gate failed for 1
"""


def test_stdout_is_a_row_a_story(report: Report) -> None:
    run = report(STORIES + 'fail-on = "conflicting"\n')
    assert (run.code, run.out, run.err) == (1, TABLE, "")
    assert files() == set()


def test_outputs_of_each_story_and_of_all(report: Report) -> None:
    run = report(STORIES + '[outputs]\njson = "r/all.json"\njsonl = "r/{story}/{story}.jsonl"\n')
    assert run.code == 0
    assert files() == {"r/all.json", "r/bridge/bridge.jsonl", "r/flood/flood.jsonl"}
    everything = json.loads(Path("r/all.json").read_text(encoding="utf-8"))
    assert everything["format_version"] == 1
    assert [(s["story"], s["summary"]["conflicting"]) for s in everything["stories"]] == [
        ("bridge", 2),
        ("flood", 0),
    ]
    assert [s["path"] for s in everything["stories"][1]["sources"]] == [
        "news/flood/courier.txt",
        "news/flood/herald.md",
    ]


def test_a_dash_is_stdout_before_the_table(report: Report) -> None:
    run = report(STORIES + 'fail-on = "conflicting"\n[outputs]\nmarkdown = "-"\n')
    assert run.out.startswith("# bridge\n\n2 sources")
    assert "\n\n# flood\n\n2 sources" in run.out
    assert run.out.endswith(" |\n")
    assert run.err == TABLE
    assert report(None, "--quiet").err == ""


def test_outputs_of_the_command_line(report: Report, monkeypatch: pytest.MonkeyPatch) -> None:
    report(STORIES + '[outputs]\njson = "all.json"\n')
    monkeypatch.chdir("news")
    run = report(None, "-o", "sarif=../f.sarif", "--output", "table={story}/x.out", "-o", "github=-")
    assert run.code == 0
    assert run.out.count("::error file=news/bridge/courier.txt,") == 1
    monkeypatch.chdir("..")
    assert files() == {"all.json", "f.sarif", "news/bridge/x.out", "news/flood/x.out"}


def test_a_run_from_below_gives_the_same_bytes(report: Report, monkeypatch: pytest.MonkeyPatch) -> None:
    settings = STORIES + '[outputs]\njson = "all.json"\n'
    above = report(settings)
    written = Path("all.json").read_bytes()
    root = Path.cwd()
    monkeypatch.chdir("news/flood")
    for below in (report(None), report(None, "--config", "../../factcheck.toml")):
        assert below == above
        assert (root / "all.json").read_bytes() == written
    assert Path.cwd() == root / "news/flood"


def test_some_stories_only(report: Report) -> None:
    settings = STORIES + 'fail-on = "conflicting"\n[outputs]\njson = "all.json"\ntable = "{story}.txt"\n'
    run = report(settings, "--story", "flood")
    assert run.code == 0
    assert "bridge" not in run.out
    assert files() == {"all.json", "flood.txt"}
    assert [s["story"] for s in json.loads(Path("all.json").read_text())["stories"]] == ["flood"]


# Gates ------------------------------------------------------------------------------------------------

GATES: list[tuple[str, int, list[str]]] = [
    ("", 0, ["none", "none"]),
    ('fail-on = "never"\n', 0, ["none", "none"]),
    ('fail-on = ["update"]\n', 0, ["passed", "passed"]),
    ('fail-on = ["conflicting", "single-source"]\n', 1, ["failed: conflicting, single-source", "passed"]),
    ('fail-on = "conflicting"\n[story.bridge]\nfail-on = "update"\n', 0, ["passed", "passed"]),
    ('[story.bridge]\nfail-on = "conflicting"\n', 1, ["failed: conflicting", "none"]),
    ('fail-on = "conflicting"\n[story.bridge]\nmin-confidence = 1\n', 0, ["passed", "passed"]),
]


@pytest.mark.parametrize(("settings", "code", "gates"), GATES)
def test_gates_and_thresholds_of_stories(settings: str, code: int, gates: list[str], report: Report) -> None:
    run = report(STORIES + settings)
    assert run.code == code
    assert [re.split(r"  +", line)[-1] for line in run.out.splitlines()[2:4]] == gates


def test_the_gate_does_not_depend_on_what_is_shown(report: Report) -> None:
    run = report(
        STORIES + 'fail-on = "conflicting"\n[outputs]\n'
        'json = { path = "a.json", only = ["corroborated"], explain = true }\n'
    )
    assert run.code == 1
    bridge = json.loads(Path("a.json").read_text())["stories"][0]
    assert (bridge["claims"], bridge["summary"]["conflicting"]) == ([], 2)
    assert "compared" in bridge


# Reviews and baselines ------------------------------------------------------------------------------


def dismiss_all() -> None:
    """What factcheck review writes for the conflict of the bridge."""
    story = compare("news/bridge/courier.txt", "news/bridge/herald.txt")
    found = findings([story])
    write_decisions(REVIEWS, carry_out({}, found, Orders(dismiss=[f.key for f in found])))


def test_dismissed_conflicts_fail_no_gate(report: Report) -> None:
    settings = STORIES + 'fail-on = "conflicting"\n'
    dismiss_all()
    run = report(settings)
    assert run.code == 0
    assert re.search(r"^bridge +3 +0 +0 +3 +0 +1 +passed$", run.out, re.MULTILINE)
    Path(REVIEWS).rename("mine.jsonl")
    assert report(settings).code == 1
    assert report(settings + 'reviews = "mine.jsonl"\n').out == run.out


def test_confirmed_conflicts_fail_unless_accepted(report: Report) -> None:
    settings = STORIES + 'fail-on = "conflicting"\n'
    dismiss_all()
    decisions = Path(REVIEWS).read_text(encoding="utf-8")
    Path(REVIEWS).write_text(decisions.replace("dismissed", "confirmed"), encoding="utf-8")
    assert report(settings).code == 1
    run = report(settings + "accept-known = true\n")
    assert run.code == 0
    assert re.search(r"^bridge +3 +2 .* passed$", run.out, re.MULTILINE)


def test_only_what_is_new_since_the_baseline_fails(report: Report) -> None:
    settings = STORIES + 'fail-on = "conflicting"\n'
    assert report(settings + '[outputs]\njson = "old/{story}.json"\n').code == 1
    since = settings + 'baseline = "old/{story}.json"\n'
    assert report(since).code == 0
    Path("news/flood/herald.md").write_text("The old bridge in Halmar fell on Friday.\n", encoding="utf-8")
    run = report(since)
    assert run.code == 1
    assert [re.split(r"  +", line)[-1] for line in run.out.splitlines()[2:4]] == [
        "passed",
        "failed: conflicting",
    ]
    # Of a story that is new, everything is.
    Path("old/bridge.json").unlink()
    assert report(since, "--story", "bridge").code == 1


def test_a_broken_baseline_is_told_before_the_work(report: Report) -> None:
    Path("old").mkdir()
    Path("old/flood.json").write_text("{}", encoding="utf-8")
    run = report(STORIES + 'baseline = "old/{story}.json"\n[outputs]\njson = "all.json"\n')
    assert (run.code, run.err) == (2, "factcheck: old/flood.json: not a JSON report of factcheck compare\n")
    assert files() == {"old/flood.json"}


# Outlets and days -------------------------------------------------------------------------------------


def test_outlets_and_days_of_sources(report: Report) -> None:
    run = report(
        '[story.x]\nsources = ["news/flood/*"]\noutlets = { 2 = "Osk Mail" }\n'
        "published = { courier = 2022-01-12, 2 = 2022-01-13 }\n[outputs]\njson = '-'\n"
    )
    found = json.loads(run.out)["stories"]
    assert [(s["id"], s["outlet"], s["published"]) for s in found[0]["sources"]] == [
        ("courier", None, "2022-01-12"),
        ("Osk Mail", "Osk Mail", "2022-01-13"),
    ]


# What cannot run --------------------------------------------------------------------------------------

OUTPUT = '[outputs]\njson = "all.json"\ntable = "{story}.txt"\n'
BAD: list[tuple[str, str | None, tuple[str, ...], str]] = [
    ("an output without a file", STORIES, ("-o", "json"), "--output needs FORMAT=FILE, not 'json'"),
    ("a report over an article", STORIES, ("-o", "json=news/flood/herald.md"), "would be read as one"),
    (
        "a format there is not",
        STORIES,
        ("-o", "jsn=x"),
        "--output: unknown format 'jsn' (did you mean 'json'?)",
    ),
    ("a file twice", STORIES, ("-o", "json=x", "-o", "csv=x"), "json and csv both go to "),
    ("a strange name in braces", STORIES, ("-o", "json={x}"), "only {story} stands in braces"),
    ("no configuration", None, (), "no factcheck.toml and no [tool.factcheck] in a pyproject.toml here"),
    ("a configuration that is not there", None, ("--config", "x.toml"), "x.toml: cannot be read"),
    (
        "a story there is not",
        STORIES,
        ("--story", "flod"),
        "unknown story 'flod' (did you mean 'flood'?): choose from bridge, flood",
    ),
    ("a wrong setting", STORIES + "fail-on = 1\n", (), "factcheck.toml:2: fail-on: one of never,"),
    (
        "one source",
        f'{STORIES}[story.lone]\nsources = ["lone/*/*"]\n{OUTPUT}',
        (),
        "factcheck.toml:2: story 'lone': compare needs at least two sources",
    ),
    (
        "a folder without articles",
        f'stories = ["news/*", "lone"]\n[story.x]\nsources = ["empty"]\n{OUTPUT}',
        (),
        "factcheck.toml:3: sources: 'empty' finds no article",
    ),
    (
        "a binary file",
        f'{STORIES}[story.b]\nsources = ["news/flood", "b.txt"]\n',
        (),
        "factcheck.toml:2: story 'b': b.txt: is a binary file",
    ),
    (
        "a day for no source",
        f"{STORIES}[story.flood]\nmin-confidence = 0.3\npublished = {{ 3 = 2022-01-02 }}\n{OUTPUT}",
        (),
        "factcheck.toml:4: story 'flood': published 3=2022-01-02: no source '3'",
    ),
    (
        "an outlet for no source",
        f'{STORIES}[story.flood]\noutlets = {{ x = "Y" }}\n{OUTPUT}',
        (),
        "factcheck.toml:3: story 'flood': outlet x=Y: no source 'x'",
    ),
    (
        "an encoding there is not",
        f'encoding = "utf-7000"\n{STORIES}{OUTPUT}',
        (),
        "factcheck.toml:2: story 'bridge': news/bridge/courier.txt: unknown encoding",
    ),
    (
        "an address",
        f'{STORIES}[story.a]\nsources = ["https://example.org/a", "lone"]\n{OUTPUT}',
        (),
        "factcheck.toml:2: story 'a': https://example.org/a: addresses cannot be read yet",
    ),
    ("a judge that is not there", f'{STORIES}[judge]\nuse = "onnx:gone"\n{OUTPUT}', (), "gone"),
    (
        "an output in place of a folder",
        f'{STORIES}[outputs]\njson = "all.json"\ntable = "news"\n',
        (),
        "cannot write news: Is a directory",
    ),
    (
        "an output below a file",
        f'{STORIES}[outputs]\njson = "all.json"\ntable = "b.txt/{{story}}.txt"\n',
        (),
        "cannot write b.txt/bridge.txt",
    ),
]


@pytest.mark.parametrize(("reason", "settings", "arguments", "message"), BAD, ids=[row[0] for row in BAD])
def test_what_cannot_run_is_one_line_and_writes_nothing(
    reason: str, settings: str | None, arguments: tuple[str, ...], message: str, report: Report
) -> None:
    Path("b.txt").write_bytes(b"\x00\x01\x02\x03PK\x00\x00")
    run = report(settings, *arguments)
    assert (run.code, run.out) == (2, "")
    assert run.err.startswith("factcheck: ")
    assert run.err.count("\n") == 1
    assert message in run.err
    assert files() == {"b.txt"}


def test_a_render_that_fails_leaves_the_old_outputs(report: Report, monkeypatch: pytest.MonkeyPatch) -> None:
    settings = STORIES + OUTPUT
    assert report(settings).code == 0
    before = {name: Path(name).read_bytes() for name in files()}
    Path("news/flood/herald.md").write_text("The old bridge fell on Friday in Halmar.\n")

    def broken(*_: object) -> str:
        raise RuntimeError("a defect")

    monkeypatch.setattr("factcheck.report.table.render", broken)
    assert report(settings).code == 2
    assert {name: Path(name).read_bytes() for name in files()} == before


# --init -----------------------------------------------------------------------------------------------


def test_init_writes_the_example_and_never_overwrites(report: Report) -> None:
    run = report(None, "--init")
    assert (run.code, run.err) == (0, "")
    assert run.out == "factcheck.toml written: name your stories in it, then run factcheck report\n"
    assert Path("factcheck.toml").read_text(encoding="utf-8") == EXAMPLE
    Path("factcheck.toml").write_text("mine", encoding="utf-8")
    again = report(None, "--init")
    assert (again.code, again.err) == (2, "factcheck: factcheck.toml is there already: not overwritten\n")
    assert Path("factcheck.toml").read_text(encoding="utf-8") == "mine"
    assert report(None, "--init", "--config", "other.toml").code == 0
    assert Path("other.toml").read_text(encoding="utf-8") == EXAMPLE


def test_the_example_gates(report: Report) -> None:
    Path("news").rename("articles")
    report(None, "--init")
    run = report(None)
    assert (run.code, run.out) == (1, TABLE)
    assert Path("reports/bridge.md").is_file()
    assert Path("reports/factcheck.json").is_file()


# stderr -----------------------------------------------------------------------------------------------


def test_warnings_name_the_story_and_quiet_leaves_them_out(report: Report) -> None:
    Path("news/flood/herald.md").write_text("", encoding="utf-8")
    run = report(STORIES)
    assert run.err == "warning: flood: herald: is empty\n"
    quiet = report(STORIES, "--quiet")
    assert (quiet.out, quiet.err) == (run.out, "")


@pytest.mark.skipif(sys.platform == "win32", reason="no pty on Windows")
@pytest.mark.parametrize(("arguments", "shown"), [((), True), (("--quiet",), False)])
def test_progress_is_for_a_terminal(arguments: tuple[str, ...], shown: bool, report: Report) -> None:
    import pty

    Path("factcheck.toml").write_text(STORIES, encoding="utf-8")
    ours, theirs = pty.openpty()
    with os.fdopen(ours, "rb", buffering=0) as screen:
        done = subprocess.run(
            [sys.executable, "-m", "factcheck", "report", *arguments],
            env=os.environ | {"TERM": "xterm", "PYTHONPATH": str(ROOT)},
            stdout=subprocess.PIPE,
            stderr=theirs,
            check=True,
            encoding="utf-8",
        )
        os.close(theirs)
        told = b""
        with contextlib.suppress(OSError):  # Linux says EIO when the last writer has gone
            while block := screen.read(65536):
                told += block
    assert ("0/2" in told.decode()) is shown
    assert ("flood" in told.decode()) is shown
    assert bool(told) is shown
    assert done.stdout.endswith("2 stories: no gate failed\n")


# The summary of a CI job ------------------------------------------------------------------------------


def test_the_step_summary_is_added_to_its_file(
    report: Report, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    summary = tmp_path / "summary.md"
    summary.write_text("# Another step\n", encoding="utf-8")
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(summary))
    plain = report(STORIES)
    assert summary.read_text(encoding="utf-8") == "# Another step\n"
    assert report(STORIES, "--step-summary") == plain
    told = summary.read_text(encoding="utf-8")
    assert told.startswith("# Another step\n## factcheck\n\n- **bridge**: 2 sources")
    assert "“10 days” and “20 days” cannot both hold" in told
    assert told.endswith("\n\n2 stories: no gate failed\n")


def test_without_its_file_the_summary_is_a_warning(report: Report) -> None:
    run = report(STORIES, "--step-summary")
    assert (run.code, run.err) == (0, "warning: GITHUB_STEP_SUMMARY is not set: no summary written\n")


def conflict(more: str = "") -> Comparison:
    return compare(
        Document("a", f"Repairs to the bridge will take 10 days. {more}", "a.txt"),
        Document("b", "Repairs to the bridge will take 20 days.", "b.txt"),
    )


def test_names_of_stories_are_inert() -> None:
    reports = [StoryReport("a|b <b>@x \x1b[31m", conflict(), ("conflicting",))]
    assert "a\\|b \\<b\\>\\@x \\\\x1b\\[31m" in step_summary(reports)
    assert "\x1b" not in overview(reports)


# One file for all stories -----------------------------------------------------------------------------


def both(format: str) -> str:
    return render_stories({"one": conflict(), "two": conflict("Cows fled uphill.")}, format)


def test_combined_lines_and_rows_name_their_story() -> None:
    lines = [json.loads(line) for line in both("jsonl").splitlines()]
    rows = list(csv.DictReader(io.StringIO(both("csv"))))
    objects = json.loads(both("json"))["stories"]
    for name, claims in (("one", 2), ("two", 3)):
        assert len([x for x in lines if x["story"] == name and x["type"] == "claim"]) == claims
        assert len({row["claim"] for row in rows if row["story"] == name}) == claims
        assert [len(x["claims"]) for x in objects if x["story"] == name] == [claims]


def test_a_story_of_a_combined_file_is_what_its_own_file_holds() -> None:
    alone = json.loads(render(conflict(), "json"))
    assert {"format_version": 1} | json.loads(both("json"))["stories"][0] == {"story": "one"} | alone
    assert both("jsonl").replace('"story": "one", ', "").startswith(render(conflict(), "jsonl"))
    assert both("table").startswith("one\n===\n\n" + render(conflict(), "table"))
    assert both("markdown").startswith(
        render(conflict(), "markdown").replace("# Factcheck comparison", "# one") + "\n# two\n"
    )


def test_a_draft_of_two_stories_stands_once() -> None:
    assert render_stories({"a": conflict(), "b": conflict()}, "claimreview") == render(
        conflict(), "claimreview"
    )


@pytest.mark.parametrize("format", COMBINED)
def test_names_of_combined_stories_are_inert(format: str) -> None:
    out = render_stories({"<b>|\x1b[31m\u202e::error::": conflict()}, format)
    assert not {"\x1b", "\u202e"} & set(out)
    assert "\n::error::\x1b" not in out


# This project's own run -------------------------------------------------------------------------------


def test_the_reports_of_this_project_are_golden() -> None:
    update = runpy.run_path(str(ROOT / "tests" / "golden" / "update.py"))
    with contextlib.chdir(ROOT):
        made: dict[Path, str] = update["report_files"]()
        kept = {path: path.read_bytes().decode() for path in update["REPORT"].iterdir()}
    assert made == kept, "python tests/golden/update.py, and read the difference"
    assert str(ROOT) not in "".join(made.values())
