"""Decisions on conflicts: keys that last, a file that loses nothing, verdicts and gates that follow."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import replace
from itertools import permutations
from pathlib import Path

import pytest
from commands import Shell

from factcheck import Comparison, Document, FactcheckError, compare, render
from factcheck.model import Review
from factcheck.report import FORMATS
from factcheck.report.view import View
from factcheck.review import (
    Decision,
    read_decisions,
    read_report,
    with_baseline,
    with_reviews,
    write_decisions,
)
from factcheck.review.decide import Orders, carry_out, findings
from factcheck.review.stats import precision
from factcheck.review.stories import story_folders

GOLDEN = Path(__file__).parent / "golden"
BRIDGE = "The old bridge in Halmar fell on Monday."
MAIL = f"{BRIDGE} The flood killed 12 people. Repairs to the road will take 10 days.\n"
POST = f"{BRIDGE} The flood killed 15 people. Repairs to the road will take 20 days.\n"
ECHO = "Nobody had warned the people of Halmar. Cows fled uphill.\n"


def document(name: str, text: str) -> Document:
    return Document(name, text, f"{name.lower()}.txt", outlet=name)


def story(mail: str = MAIL, post: str = POST) -> Comparison:
    return compare(document("Mail", mail), document("Post", post))


STORY = story()


def decided(comparison: Comparison, **orders: list[str]) -> dict[str, Decision]:
    return carry_out({}, findings([comparison]), Orders(**orders))  # type: ignore[arg-type]


def id_of(kind: str, comparison: Comparison = STORY) -> str:
    return next(f.link.id for f in findings([comparison]) if f.kinds == (kind,))


DISMISSED = decided(STORY, dismiss=[id_of("duration")])
CONFIRMED = decided(STORY, confirm=[id_of("duration")])


# Keys ------------------------------------------------------------------------------------------


@pytest.mark.parametrize("order", list(permutations(range(3))))
def test_a_key_does_not_know_the_order_or_the_other_sources(order: tuple[int, ...]) -> None:
    documents = [document("Mail", MAIL), document("Post", POST), document("Echo", ECHO)]
    found = {f.key for f in findings([compare(*(documents[n] for n in order))])}
    assert {f.key for f in findings([STORY])} <= found


SAME = [
    ("white space", MAIL.replace("take 10 days", "take  10 \tdays"), POST),
    ("an edit elsewhere", f"Water rose all night. {MAIL}Cows fled uphill.", POST),
    ("another claim rewritten", MAIL.replace("12 people", "13 people"), POST),
]


@pytest.mark.parametrize(("reason", "mail", "post"), SAME, ids=[s[0] for s in SAME])
def test_a_decision_holds(reason: str, mail: str, post: str) -> None:
    [link] = [x for x in with_reviews(story(mail, post), DISMISSED).links if x.review]
    assert link.suppressed


OTHER = [
    ("its claim rewritten", story(MAIL.replace("10 days", "11 days"))),
    ("another outlet", compare(document("Mail", MAIL), document("Echo", POST))),
]


@pytest.mark.parametrize(("reason", "now"), OTHER, ids=[o[0] for o in OTHER])
def test_a_decision_is_of_its_texts_and_outlets(reason: str, now: Comparison) -> None:
    assert not any(link.review for link in with_reviews(now, DISMISSED).links)


# Verdicts and gates ------------------------------------------------------------------------------


def test_a_dismissed_conflict_is_shown_and_counts_for_nothing() -> None:
    now = with_reviews(STORY, DISMISSED)
    verdicts = {c.text: c.verdict for c in now.claims}
    assert verdicts["Repairs to the road will take 10 days."] == "single-source"
    assert verdicts["The flood killed 12 people."] == "conflicting"
    [days] = [f for c in now.claims for f in c.facts if f.text == "10 days"]
    assert days.verdict == "single-source"
    assert (now.summary.suppressed, now.summary.conflicting, now.summary.links) == (1, 2, len(STORY.links))
    assert with_reviews(now, {}) == STORY


@pytest.mark.parametrize("format", FORMATS)
@pytest.mark.parametrize("explain", [False, True])
def test_no_format_drops_it(format: str, explain: bool) -> None:
    review = Review("dismissed", note="another bridge", by="Ann")
    decisions = {key: replace(d, review=review) for key, d in DISMISSED.items()}
    out = render(with_reviews(STORY, decisions), format, View(explain=explain))
    flat = " ".join(out.split())
    assert "Ann" in flat
    assert "10 days" in flat
    if format in ("table", "markdown"):
        assert "dismissed by Ann: another" in flat
        assert "1 conflict dismissed" in flat


#: gates, decisions, --accept-known, whether the gate fails
GATES = [
    ("conflicting", {}, False, True),
    ("conflicting", DISMISSED, False, True),
    ("update", {}, False, True),
    ("conflicting", decided(STORY, dismiss=[id_of("duration"), id_of("count")]), False, False),
    ("update", decided(STORY, dismiss=[id_of("count")]), False, False),
    ("conflicting", decided(STORY, confirm=[id_of("duration"), id_of("count")]), False, True),
    ("conflicting", decided(STORY, confirm=[id_of("duration"), id_of("count")]), True, False),
    ("conflicting", CONFIRMED, True, True),
    ("never", {}, False, False),
]


@pytest.mark.parametrize(("gate", "decisions", "accept", "fails"), GATES)
def test_gates(gate: str, decisions: dict[str, Decision], accept: bool, fails: bool) -> None:
    assert with_reviews(STORY, decisions).fails([gate], accept_known=accept) is fails


# Stale decisions ---------------------------------------------------------------------------------


def test_a_decision_whose_conflict_is_gone_is_named() -> None:
    [warning] = with_reviews(story(post=POST.replace("20 days", "10 days")), DISMISSED).warnings
    [key] = DISMISSED
    assert warning.startswith(f"review {key} (dismissed): no such conflict any more: Mail “Repairs")


def test_decisions_on_other_stories_are_left_alone() -> None:
    other = compare(
        Document("Mail", ECHO, "other/mail.txt", outlet="Mail"),
        Document("Post", "Cows fled.", "other/post.txt", outlet="Post"),
    )
    assert with_reviews(other, DISMISSED).warnings == other.warnings
    assert with_reviews(STORY, DISMISSED).warnings == STORY.warnings


# The file ----------------------------------------------------------------------------------------


def test_the_file_is_sorted_and_read_back(tmp_path: Path) -> None:
    file = tmp_path / "deep" / "reviews.jsonl"
    note = Review("dismissed", note="line\u2028two “quoted”", by="Ünal")
    both = {
        key: replace(d, review=note)
        for key, d in (DISMISSED | decided(STORY, confirm=[id_of("count")])).items()
    }
    write_decisions(file, both)
    first = file.read_bytes()
    assert read_decisions(file) == both
    write_decisions(file, dict(reversed(both.items())))
    assert file.read_bytes() == first
    rows = [json.loads(line) for line in first.decode().split("\n")[:-1]]
    assert [row["id"] for row in rows] == sorted(both)
    assert list(rows[0]) == ["id", "decision", "note", "by", "kinds", "claims"]
    assert read_decisions(tmp_path / "none.jsonl") == {}


def line(**changed: object) -> str:
    [decision] = DISMISSED.values()
    sides = [{"outlet": s.outlet, "path": s.path, "text": s.text} for s in decision.sides]
    row: dict[str, object] = {
        "id": decision.key,
        "decision": "dismissed",
        "note": None,
        "by": None,
        "kinds": ["duration"],
        "claims": sides,
    }
    return json.dumps(row | changed)


BROKEN = [
    ("a merge marker", f"<<<<<<< HEAD\n{line()}", 1, "a merge marker"),
    ("the middle of a merge", f"{line()}\n=======", 2, "a merge marker"),
    ("no JSON", f"{line()}\n\n{{oops", 3, "not JSON"),
    ("a list", "[]", 1, "not a decision"),
    ("an unknown field", line(mood="bad"), 1, "needs id, decision"),
    ("another decision", line(decision="maybe"), 1, "neither confirmed nor dismissed"),
    ("a note that is no text", line(note=3), 1, "note"),
    ("one claim", line(claims=[]), 1, "not two"),
    ("a claim without text", line(claims=[{"outlet": "Mail"}, {}]), 1, "a claim needs"),
    ("an id of other claims", line(id="0" * 16), 1, "is not that of its claims"),
    ("two decisions on one conflict", f"{line()}\n{line(decision='confirmed')}", 2, "line 1"),
]


@pytest.mark.parametrize(("reason", "text", "number", "problem"), BROKEN, ids=[b[0] for b in BROKEN])
def test_a_broken_file_is_named_with_its_line(
    tmp_path: Path, reason: str, text: str, number: int, problem: str
) -> None:
    file = tmp_path / "reviews.jsonl"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(FactcheckError, match=problem) as told:
        read_decisions(file)
    assert str(told.value).startswith(f"{file}:{number}: ")


def test_the_same_line_twice_is_one_decision(tmp_path: Path) -> None:
    file = tmp_path / "reviews.jsonl"
    file.write_text(f"\ufeff{line()}\r\n{line()}\n", encoding="utf-8")
    assert read_decisions(file) == DISMISSED


# Deciding ----------------------------------------------------------------------------------------

WRONG = [
    ({"confirm": ["zz"]}, "no conflict has the id 'zz'"),
    ({"confirm": [""]}, "no conflict has the id ''"),
    ({"reopen": [id_of("count")]}, "no decision has the id"),
    ({"confirm": [id_of("count")], "dismiss": [id_of("count")[:6]]}, "two different decisions"),
]


@pytest.mark.parametrize(("orders", "problem"), WRONG)
def test_wrong_orders(orders: dict[str, list[str]], problem: str) -> None:
    with pytest.raises(FactcheckError, match=problem):
        decided(STORY, **orders)


def test_an_id_that_two_have_is_refused() -> None:
    a, b = findings([STORY])
    twin = replace(b, link=replace(b.link, id=f"{a.link.id[:8]}zz"))
    with pytest.raises(FactcheckError, match="2 conflicts have an id that begins"):
        carry_out({}, [a, twin], Orders(confirm=[a.link.id[:8]]))


def test_deciding_again_replaces_and_reopening_withdraws() -> None:
    found = findings([STORY])
    again = carry_out(DISMISSED, found, Orders(confirm=[id_of("duration")], note=" it\nis ", by=""))
    [decision] = again.values()
    assert decision.review == Review("confirmed", note="it is")
    assert carry_out(again, found, Orders(reopen=[id_of("duration")])) == {}
    assert carry_out(again, [], Orders(reopen=[decision.key[:5]])) == {}


def test_precision_by_kind() -> None:
    both = decided(STORY, confirm=[id_of("count")], dismiss=[id_of("duration")])
    rows = precision(both.values())
    assert [(r.kind, r.confirmed, r.dismissed, r.value) for r in rows] == [
        ("count", 1, 0, 1.0),
        ("duration", 0, 1, 0.0),
        ("all", 1, 1, 0.5),
    ]
    assert precision([]) == []


# Reports read back, and the baseline ---------------------------------------------------------------


@pytest.mark.parametrize("file", sorted(GOLDEN.glob("*.json")), ids=lambda p: p.stem)
def test_a_report_read_back_is_the_report(file: Path) -> None:
    assert render(read_report(file), "json") == file.read_text(encoding="utf-8")


def test_reviews_are_read_back(tmp_path: Path) -> None:
    now = with_baseline(with_reviews(STORY, DISMISSED), STORY)
    (tmp_path / "now.json").write_text(render(now, "json"), encoding="utf-8")
    assert render(read_report(tmp_path / "now.json"), "json") == render(now, "json")


FOREIGN = [
    ("no JSON", "{", "not JSON"),
    ("a list", "[]", "not a JSON report"),
    ("another JSON", "{}", "not a JSON report"),
    ("a later version", '{"format_version": 2}', "has format_version 2, this version reads 1"),
    ("no claims", '{"format_version": 1, "sources": []}', "no 'claims'"),
    ("a part", render(STORY, "json", View(only=("conflicting",))), "without --only"),
    ("a wrong verdict", render(STORY, "json").replace('"conflicting"', '"true"', 1), "verdict is 'true'"),
    ("claims of one document", render(STORY, "json").replace('"id": "Mail"', '"id": "Osk"', 1), "of nothing"),
    (
        "a fact of another kind",
        render(STORY, "json").replace('"kind": "count"', '"kind": "x"', 1),
        "kind is 'x'",
    ),
]


@pytest.mark.parametrize(("reason", "text", "problem"), FOREIGN, ids=[f[0] for f in FOREIGN])
def test_foreign_json_is_one_line(tmp_path: Path, reason: str, text: str, problem: str) -> None:
    file = tmp_path / "report.json"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(FactcheckError, match=problem) as told:
        read_report(file)
    assert str(told.value).startswith(f"{file}: ")
    assert "\n" not in str(told.value)


def test_what_the_baseline_has_fails_no_gate() -> None:
    gates = ["conflicting", "update", "single-source"]
    known = with_baseline(STORY, STORY)
    assert all(x.known for x in known.links)
    assert all(x.known for x in known.claims)
    assert known.summary == STORY.summary
    assert not known.fails(gates)
    turned = compare(document("Post", POST), document("Mail", MAIL))
    assert not with_baseline(turned, STORY).fails(gates)


NEWS = [
    ("a conflict", story(MAIL.replace("10 days", "20 days")), "conflicting"),
    ("an update", story(MAIL.replace("12 people", "15 people")), "update"),
    (
        "a lone claim",
        story(MAIL.replace("Repairs to the road will take 10 days.", ""), MAIL),
        "conflicting",
    ),
    ("a conflict that was dismissed", with_reviews(STORY, DISMISSED), "conflicting"),
]


@pytest.mark.parametrize(("reason", "before", "gate"), NEWS, ids=[n[0] for n in NEWS])
def test_what_is_new_fails_the_gate(reason: str, before: Comparison, gate: str) -> None:
    now = with_baseline(STORY, before)
    assert now.fails([gate])
    assert "new" in render(now, "table").splitlines()[-1]


# The command ---------------------------------------------------------------------------------------


@pytest.fixture
def shell(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Shell:
    for path, text in {
        "flood/mail.txt": MAIL,
        "flood/post.txt": POST,
        "cows/mail.txt": "Twelve cows drowned in Halmar.",
        "cows/post.txt": "Nine cows drowned in Halmar.",
    }.items():
        (tmp_path / "news" / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "news" / path).write_text(text, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return Shell(capsys, monkeypatch)


REVIEWS = Path("claims/reviews.jsonl")


def listed(shell: Shell, *arguments: str) -> list[str]:
    run = shell("review", *arguments, "-f", "json")
    assert run.code == 0, run.err
    return [row["id"] for row in json.loads(run.out)]


def test_review_from_list_to_gate(shell: Shell) -> None:
    compared = ("compare", "news/flood", "--fail-on", "conflicting")
    assert shell(*compared).code == 1
    first, second = listed(shell, "news/flood")
    table = shell("review", "news/flood").out
    assert first[:6] in table
    assert "2 conflicts: 2 open, 0 confirmed, 0 dismissed" in table
    run = shell("review", "news/flood", "--dismiss", first[:6], "--note", "other", "--by", "Ann")
    assert (run.code, run.err) == (0, "")
    assert "1 open, 0 confirmed, 1 dismissed" in run.out
    assert listed(shell, "news/flood") == [second]
    assert listed(shell, "news/flood", "--all") == [first, second]
    assert "[dismissed by Ann:" in shell("review", "news/flood", "--all").out
    assert shell("review", "news/flood", "--confirm", second).code == 0
    assert shell(*compared).code == 1
    assert shell(*compared, "--accept-known").code == 0
    assert shell(*compared, "--accept-known", "--no-reviews").code == 1
    assert shell(*compared, "--accept-known", "--reviews", "none.jsonl").code == 1
    assert "all " in shell("review", "--stats").out
    stats = json.loads(shell("review", "news/flood", "--stats", "-f", "json").out)
    assert stats[-1] == {"kind": "all", "confirmed": 1, "dismissed": 1, "precision": 0.5}
    assert shell("review", "news/flood", "--reopen", first, "--reopen", second).code == 0
    assert REVIEWS.read_bytes() == b""
    assert shell("review", "--stats").out == "No decisions yet.\n"


def test_stories_are_reviewed_apart_and_together(shell: Shell) -> None:
    assert story_folders("news") == ["news/cows", "news/flood"]
    [cows] = listed(shell, "news/cows")
    assert listed(shell, "news") == [cows, *listed(shell, "news/flood")]
    assert listed(shell, "news/cows/mail.txt", "news/cows/post.txt") == [cows]
    Path("cows.json").write_text(shell("compare", "news/cows", "-f", "json").out, encoding="utf-8")
    assert listed(shell, "cows.json", "news/cows") == [cows]
    run = shell("review", "cows.json", "--confirm", cows)
    assert "0 open, 1 confirmed" in run.out
    assert shell("compare", "news/cows", "--fail-on", "conflicting", "--accept-known").code == 0


def test_a_stale_decision_is_a_warning_until_it_is_reopened(shell: Shell) -> None:
    [cows] = listed(shell, "news/cows")
    shell("review", "news/cows", "--dismiss", cows)
    Path("news/cows/post.txt").write_text("Twelve cows drowned in Halmar.", encoding="utf-8")
    run = shell("review", "news")
    assert "warning: review " in run.err
    assert "no such conflict any more" in run.err
    assert "no such conflict any more" in shell("compare", "news/cows").err
    assert shell("review", "news/flood").err == ""
    key = json.loads(REVIEWS.read_text(encoding="utf-8"))["id"]
    assert shell("review", "news", "--reopen", key).err == ""


def test_a_broken_file_is_exit_2_and_stays(shell: Shell) -> None:
    REVIEWS.parent.mkdir()
    REVIEWS.write_text("<<<<<<< HEAD\n", encoding="utf-8")
    for command in (
        ("compare", "news/flood"),
        ("review", "news/flood", "--dismiss", "0"),
        ("review", "--stats"),
    ):
        run = shell(*command)
        assert (run.code, run.out) == (2, "")
        assert run.err == f"factcheck: {REVIEWS}:1: a merge marker; settle the merge first\n"
    assert REVIEWS.read_text(encoding="utf-8") == "<<<<<<< HEAD\n"


BAD = [
    ("review", "at least one SOURCE"),
    ("review --stats --prompt", "at least one SOURCE"),
    ("review news/flood --note why", "--note and --by need"),
    ("review news/flood/mail.txt", "at least two sources"),
    ("review news/flood --confirm zzz", "no conflict has the id 'zzz'"),
    ("review gone.json", "gone.json: no such file"),
    ("compare news/flood --reviews a --no-reviews", "exclude each other"),
    ("compare news/flood --baseline news/flood/mail.txt", "mail.txt: not JSON"),
    ("compare news/flood --baseline gone.json", "gone.json: no such file"),
]


@pytest.mark.parametrize(("command", "message"), BAD)
def test_what_cannot_run(shell: Shell, command: str, message: str) -> None:
    run = shell(*command.split())
    assert (run.code, run.out) == (2, "")
    assert message in run.err
    assert run.err.count("\n") == 1
    assert not REVIEWS.exists()


def test_baseline(shell: Shell) -> None:
    Path("base.json").write_text(shell("compare", "news/flood", "-f", "json").out, encoding="utf-8")
    compared = ("compare", "news/flood", "--baseline", "base.json", "--fail-on", "conflicting")
    run = shell(*compared)
    assert run.code == 0
    assert "[known]" in run.out
    assert "0 of 2 conflicts new" in run.out
    Path("news/flood/post.txt").write_text(POST.replace("20 days", "30 days"), encoding="utf-8")
    run = shell(*compared)
    assert run.code == 1
    assert "1 of 2 conflicts new" in run.out


def test_prompt_asks_until_it_understands_and_keeps_each_answer(shell: Shell) -> None:
    first, second = listed(shell, "news/flood")
    run = shell("review", "news/flood", "--prompt", "--by", "Ann", stdin="what\nD\nother bridge\ns\n")
    assert run.code == 0, run.err
    assert "0 confirmed, 1 dismissed" in run.out
    assert "[c]onfirm" in run.err
    assert "[c]onfirm" not in run.out
    row = json.loads(REVIEWS.read_text(encoding="utf-8"))
    assert (row["decision"], row["note"], row["by"]) == ("dismissed", "other bridge", "Ann")
    run = shell("review", "news/flood", "--prompt", stdin="q\n")
    assert listed(shell, "news/flood") == [second]
    # The input ends in the middle: what was answered before is kept.
    shell("review", "news/flood", "--reopen", first)
    assert shell("review", "news/flood", "--prompt", stdin="c\n\n").code == 130
    assert listed(shell, "news/flood") == [second]


@pytest.mark.skipif(sys.platform == "win32", reason="no pty on Windows")
def test_prompt_on_a_terminal(shell: Shell, tmp_path: Path) -> None:
    import pty

    ours, theirs = pty.openpty()
    command = [sys.executable, "-m", "factcheck", "review", "news/flood", "--prompt"]
    with subprocess.Popen(command, cwd=tmp_path, stdin=theirs, stdout=theirs, stderr=theirs) as process:
        os.close(theirs)
        os.write(ours, b"c\nasked the mayor\nq\n")
        seen = b""
        while block := _read(ours):
            seen += block
        assert process.wait() == 0
    os.close(ours)
    assert b"[c]onfirm, [d]ismiss, [s]kip, [q]uit" in seen
    assert b"1 open, 1 confirmed" in seen
    assert json.loads(REVIEWS.read_text(encoding="utf-8"))["note"] == "asked the mayor"


def _read(terminal: int) -> bytes:
    try:
        return os.read(terminal, 65536)
    except OSError:  # Linux says EIO when the last writer has gone
        return b""
