"""Saved claims: the same, changed and in what, missing, unreadable."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from factcheck.cli import main

Claims = Callable[..., tuple[int, str, str]]
TEXT = "The bridge in Halmar fell on Monday. Repairs will take 10 days. Twelve boats sank."
SAVED = Path("claims/flood/mail.jsonl")


@pytest.fixture
def claims(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Claims:
    """``factcheck claims`` in a folder with articles of one story: exit code, stdout, stderr."""
    monkeypatch.chdir(tmp_path)
    write("flood/mail.txt", TEXT)
    write("flood/post.md", "---\noutlet: Osk Post\n---\nNine boats sank in Halmar.\n")

    def run(*arguments: str) -> tuple[int, str, str]:
        monkeypatch.setattr(sys, "argv", ["factcheck", "claims", *arguments])
        with pytest.raises(SystemExit) as ended:
            main()
        assert isinstance(ended.value.code, int)
        return (ended.value.code, *capsys.readouterr())

    return run


def write(name: str, text: str) -> None:
    Path(name).parent.mkdir(parents=True, exist_ok=True)
    Path(name).write_text(text, encoding="utf-8")


def test_saving_and_checking_a_folder(claims: Claims) -> None:
    code, out, err = claims("-s", "flood", "--save")
    assert (code, err) == (0, "")
    assert out == (
        "saved 3 claims of mail to claims/flood/mail.jsonl\n"
        "saved 1 claim of Osk Post to claims/flood/post.jsonl\n"
    )
    code, out, err = claims("-s", "flood", "--check")
    assert (code, out, err) == (0, "claims/flood/mail.jsonl: same\nclaims/flood/post.jsonl: same\n", "")


def test_a_saved_claim_is_a_line_without_verdicts(claims: Claims) -> None:
    claims("-s", "flood", "--save")
    rows = [json.loads(line) for line in SAVED.read_text(encoding="utf-8").splitlines()]
    assert [row["text"] for row in rows] == [
        part if part.endswith(".") else f"{part}." for part in TEXT.split(". ")
    ]
    for row in rows:
        assert TEXT[row["start"] : row["end"]] == row["text"]
        assert "verdict" not in row
        assert not any("verdict" in fact for fact in row["facts"])
    listed = json.loads(claims("-s", "flood/mail.txt", "-f", "json")[1])
    assert listed["claims"] == rows


#: reason, the text now, what --check says of it
CHANGES = [
    ("a new claim", f"{TEXT} The mayor resigned.", ["new: The mayor resigned."]),
    (
        "a claim gone",
        "The bridge in Halmar fell on Monday. Repairs will take 10 days.",
        ["gone: Twelve boats sank."],
    ),
    (
        "another wording",
        TEXT.replace("Twelve", "Many"),
        ["gone: Twelve boats sank.", "new: Many boats sank."],
    ),
    (
        "the same claims further down",
        f"BACKGROUND\n\n{TEXT}",
        [
            "changed (start, end, spans, facts): The bridge in Halmar fell on Monday.",
            "changed (start, end, spans, facts): Repairs will take 10 days.",
            "changed (start, end, spans, facts): Twelve boats sank.",
        ],
    ),
]


@pytest.mark.parametrize(("reason", "text", "told"), CHANGES, ids=[c[0] for c in CHANGES])
def test_what_changed_is_told(claims: Claims, reason: str, text: str, told: list[str]) -> None:
    claims("-s", "flood", "--save")
    write("flood/mail.txt", text)
    code, out, err = claims("-s", "flood", "--check")
    assert (code, err) == (1, "")
    assert out.splitlines() == [*(f"{SAVED}: {line}" for line in told), "claims/flood/post.jsonl: same"]
    assert claims("-s", "flood", "--save")[0] == 0
    assert claims("-s", "flood", "--check")[0] == 0


def test_a_fact_read_differently_is_told(claims: Claims) -> None:
    claims("-s", "flood", "--save")
    code, out, _ = claims("-s", "flood", "--check", "--published", "mail=2022-05-10")
    assert code == 1
    assert out.splitlines()[0] == f"{SAVED}: changed (facts): The bridge in Halmar fell on Monday."


def test_another_order_is_told(claims: Claims) -> None:
    claims("-s", "flood", "--save")
    lines = SAVED.read_text(encoding="utf-8").splitlines(keepends=True)
    SAVED.write_text("".join(reversed(lines)), encoding="utf-8")
    code, out, _ = claims("-s", "flood/mail.txt", "--check")
    assert (code, out) == (1, f"{SAVED}: order differs\n")


def test_claims_never_saved_are_missing(claims: Claims) -> None:
    claims("-s", "flood/post.md", "--save")
    code, out, err = claims("-s", "flood", "--check")
    assert (code, out, err) == (1, f"{SAVED}: no saved claims\nclaims/flood/post.jsonl: same\n", "")


UNREADABLE = [
    ("no JSON", b"{broken\n"),
    ("no object", b"[1, 2]\n"),
    ("no claim", b'{"id": "x"}\n'),
    ("not UTF-8", b"\xff\xfe\xff\n"),
    ("nested without end", b"[" * 200_000 + b"\n"),
]


@pytest.mark.parametrize(("reason", "content"), UNREADABLE, ids=[u[0] for u in UNREADABLE])
def test_unreadable_saved_claims_are_exit_2(claims: Claims, reason: str, content: bytes) -> None:
    claims("-s", "flood", "--save")
    SAVED.write_bytes(content)
    code, out, err = claims("-s", "flood", "--check")
    assert (code, out) == (2, "")
    assert err.startswith(f"factcheck: cannot read saved claims {SAVED}: ")
    assert err.count("\n") == 1


def test_a_folder_in_place_of_saved_claims_is_exit_2(claims: Claims) -> None:
    SAVED.mkdir(parents=True)
    assert claims("-s", "flood", "--check")[0] == 2
    code, _, err = claims("-s", "flood", "--save")
    assert code == 2
    assert "cannot write" in err


def test_two_sources_of_one_name_are_not_saved_over_each_other(claims: Claims) -> None:
    write("flood/mail.md", "Nine boats sank in Halmar.\n")
    code, out, err = claims("-s", "flood", "--save")
    assert (code, out) == (2, "")
    assert "two sources would be saved as claims/flood/mail.jsonl" in err
    assert not Path("claims").exists()


def test_stories_with_the_same_outlets_are_kept_apart(claims: Claims) -> None:
    write("fire/mail.txt", "A barn burned down in Tolvik.\n")
    assert claims("-s", "flood", "-s", "fire", "--save")[0] == 0
    assert [p.as_posix() for p in sorted(Path("claims").rglob("*.jsonl"))] == [
        "claims/fire/mail.jsonl",
        "claims/flood/mail.jsonl",
        "claims/flood/post.jsonl",
    ]


def test_another_folder_for_saved_claims(claims: Claims) -> None:
    assert claims("-s", "flood", "--save", "--save-to", "kept/here")[0] == 0
    assert Path("kept/here/flood/mail.jsonl").exists()
    assert claims("-s", "flood", "--check", "--save-to", "kept/here")[0] == 0
    assert claims("-s", "flood", "--check")[0] == 1


def test_an_empty_article_has_an_empty_file(claims: Claims) -> None:
    write("flood/mail.txt", "")
    assert claims("-s", "flood/mail.txt", "--save", "-q")[0] == 0
    assert SAVED.read_bytes() == b""
    assert claims("-s", "flood/mail.txt", "--check", "-q")[0] == 0


def test_line_separators_of_the_article_do_not_break_lines(claims: Claims) -> None:
    write("flood/mail.txt", "The bridge\u2028in Halmar\x85fell on\x0bMonday. Twelve boats sank.")
    assert claims("-s", "flood/mail.txt", "--save")[0] == 0
    assert claims("-s", "flood/mail.txt", "--check") == (0, f"{SAVED}: same\n", "")
