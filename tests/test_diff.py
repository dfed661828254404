"""How a story moved between two reports."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from commands import Shell

from factcheck import Comparison, Document, FactcheckError, compare, render
from factcheck.diff import FORMATS, StoryDiff, diff
from factcheck.diff import render as render_diff
from factcheck.review import read_report, with_reviews
from factcheck.review.decide import Orders, carry_out, findings

GOLDEN = sorted((Path(__file__).parent / "golden").glob("*.json"))
MAIL = "The old bridge in Halmar fell on Monday. Repairs to the road will take 10 days. Cows fled uphill."
POST = "The old bridge in Halmar fell on Monday. Repairs to the road will take 20 days."


def story(mail: str = MAIL, post: str = POST) -> Comparison:
    return compare(Document("Mail", mail, "mail.txt"), Document("Post", post, "post.txt"))


OLD = story()


def told(found: StoryDiff) -> list[tuple[str, str | None, str | None]]:
    return [
        (c.kind, c.before.text if c.before else None, c.after.text if c.after else None)
        for c in found.changes
    ]


COWS, SHEEP = "Cows fled uphill.", "The mayor thanked all firefighters."
TEN, TWENTY = "Repairs to the road will take 10 days.", "Repairs to the road will take 20 days."
FELL = "The old bridge in Halmar fell on Monday."

#: reason, old, new, (change, before, after)
MOVES = [
    ("nothing", OLD, OLD, []),
    ("order of sources", OLD, compare(*reversed(OLD.sources)), []),
    ("a new claim", OLD, story(f"{MAIL} {SHEEP}"), [("new", None, SHEEP)]),
    ("a claim gone", OLD, story(MAIL.replace(COWS, "")), [("gone", COWS, None)]),
    (
        "a claim rewritten",
        OLD,
        story(MAIL.replace(COWS, "Cows fled downhill.")),
        [("changed", COWS, "Cows fled downhill.")],
    ),
    (
        "another claim in its place",
        OLD,
        story(MAIL.replace(COWS, SHEEP)),
        [("new", None, SHEEP), ("gone", COWS, None)],
    ),
    (
        "a conflict settled",
        OLD,
        story(post=MAIL.replace(COWS, "")),
        [
            ("conflict resolved", TEN, TEN),
            ("newly corroborated", TEN, TEN),
            ("newly corroborated", TWENTY, TEN),
            ("changed", TWENTY, TEN),
        ],
    ),
    (
        "a conflict begun",
        story(post=MAIL.replace(COWS, "")),
        OLD,
        [("newly conflicting", TEN, TEN), ("changed", TEN, TWENTY)],
    ),
    (
        "a conflict goes on",
        OLD,
        story(post=POST.replace("20", "30")),
        [("changed", TWENTY, TWENTY.replace("20", "30"))],
    ),
    (
        "support lost",
        OLD,
        story(post=POST.replace(FELL, "")),
        [("support lost", FELL, FELL), ("gone", FELL, None)],
    ),
]


@pytest.mark.parametrize(("reason", "old", "new", "changes"), MOVES, ids=[m[0] for m in MOVES])
def test_moves(
    reason: str, old: Comparison, new: Comparison, changes: list[tuple[str, str | None, str | None]]
) -> None:
    assert told(diff(old, new)) == changes


def test_a_dismissed_conflict_is_resolved_and_a_reopened_one_new() -> None:
    found = findings([OLD])
    dismissed = with_reviews(OLD, carry_out({}, found, Orders(dismiss=[found[0].link.id])))
    [change] = diff(OLD, dismissed).of("conflict resolved")
    assert change.why == "dismissed by a reader"
    assert len(diff(dismissed, OLD).of("newly conflicting")) == 1


def test_sources_that_came_and_went() -> None:
    third = Document("Echo", SHEEP, "echo.txt")
    grown = compare(*OLD.sources, third)
    assert diff(OLD, grown).sources_new == ("echo",)
    assert diff(grown, OLD).sources_gone == ("echo",)


@pytest.mark.parametrize("file", GOLDEN, ids=lambda p: p.stem)
def test_a_report_does_not_differ_from_itself(file: Path) -> None:
    assert diff(read_report(file), read_report(file)) == StoryDiff((), (), ())


@pytest.mark.parametrize(("reason", "old", "new", "changes"), MOVES, ids=[m[0] for m in MOVES])
def test_backwards(
    reason: str, old: Comparison, new: Comparison, changes: list[tuple[str, str | None, str | None]]
) -> None:
    """What is new one way is gone the other way."""
    there, back = diff(old, new), diff(new, old)
    assert [c.after for c in there.of("new")] == [c.before for c in back.of("gone")]
    assert len(there.of("newly conflicting")) == len(back.of("conflict resolved"))
    assert {(c.before, c.after) for c in there.of("changed")} == {
        (c.after, c.before) for c in back.of("changed")
    }


@pytest.mark.parametrize("format", FORMATS)
def test_formats_tell_the_same_and_hostile_text_is_inert(format: str) -> None:
    new = story(f"{MAIL} The mayor thanked <b>all</b> | firefighters\x1b[2J on Sunday.")
    out = render_diff(diff(OLD, new), format)
    assert out == render_diff(diff(OLD, new), format)
    assert out.endswith("\n")
    assert "\x1b" not in out
    assert "1 new" in out or '"new": 1' in out
    if format == "markdown":
        assert "<b>" not in out
        assert "\\|" in out
    with pytest.raises(FactcheckError, match="unknown format"):
        render_diff(diff(OLD, new), "pdf")


# The command ---------------------------------------------------------------------------------------


@pytest.fixture
def shell(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Shell:
    (tmp_path / "old.json").write_text(render(story(post=MAIL), "json"), encoding="utf-8")
    (tmp_path / "new.json").write_text(render(OLD, "json"), encoding="utf-8")
    (tmp_path / "foreign.json").write_text('{"format_version": 9}', encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return Shell(capsys, monkeypatch)


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        ("old.json new.json", 0),
        ("old.json new.json --fail-on never", 0),
        ("old.json new.json --fail-on new-conflicting", 1),
        ("new.json old.json --fail-on new-conflicting", 0),
        ("new.json new.json --fail-on new-conflicting", 0),
    ],
)
def test_exit_codes(shell: Shell, arguments: str, code: int) -> None:
    run = shell("diff", *arguments.split(), "-f", "json")
    assert (run.code, run.err) == (code, "")
    summary = json.loads(run.out)["summary"]
    assert (summary["newly conflicting"] > 0) == (arguments.startswith("old.json"))


def test_the_table_fits(shell: Shell) -> None:
    out = shell("diff", "old.json", "new.json").out
    assert max(map(len, out.splitlines()[:-1])) <= 100
    assert "1 newly conflicting" in out
    assert shell("diff", "new.json", "new.json").out.startswith("No claim changed.")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ("old.json gone.json", "gone.json: no such file"),
        ("foreign.json new.json", "foreign.json: has format_version 9, this version reads 1"),
        ("old.json", "Missing argument"),
    ],
)
def test_what_cannot_run(shell: Shell, arguments: str, message: str) -> None:
    run = shell("diff", *arguments.split())
    assert (run.code, run.out) == (2, "")
    assert message in run.err
    assert run.err.count("\n") == 1
