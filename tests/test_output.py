"""What is written, and what is never written over."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from factcheck import compare
from factcheck.model import Document, FactcheckError
from factcheck.output import write_all, write_atomically


@pytest.fixture
def texts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "story").mkdir()
    (tmp_path / "story" / "a.txt").write_text("A fire in Brano killed 3 people.\n")
    (tmp_path / "story" / "b.txt").write_text("A fire in Brano killed 5 people.\n")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize(
    ("arguments", "kept"),
    [
        (["compare", "story/a.txt", "story/b.txt", "-o", "story/a.txt"], "story/a.txt"),
        (["compare", "story", "-o", "story/../story/b.txt"], "story/b.txt"),
        (["claims", "--source", "story", "-o", "story/a.txt"], "story/a.txt"),
        (["check", "It killed 4.", "--against", "story/a.txt", "-o", "story/a.txt"], "story/a.txt"),
    ],
)
def test_a_source_is_never_written_over(
    texts: Path, arguments: list[str], kept: str, capsys: pytest.CaptureFixture[str]
) -> None:
    from typer.testing import CliRunner

    from factcheck.cli import app

    before = (texts / kept).read_bytes()
    result = CliRunner().invoke(app, arguments)
    assert isinstance(result.exception, FactcheckError)
    assert "not overwritten" in str(result.exception)
    assert (texts / kept).read_bytes() == before


def test_a_link_stays_a_link_and_a_device_a_device(tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(tmp_path / "real")
    write_atomically(tmp_path / "link", "told")
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "real").read_text() == "told"
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    write_all({pipe: "through", tmp_path / "beside": "too"})
    assert os.read(reader, 100) == b"through"
    os.close(reader)
    assert pipe.is_fifo()
    assert (tmp_path / "beside").read_text() == "too"


def test_half_a_character_ends_in_no_error() -> None:
    half = Document("a", "The flood killed \ud800 12 people in Brano.", "a.txt")
    whole = Document("b", "The flood killed 15 people in Brano.", "b.txt")
    assert compare(half, whole).links


@pytest.mark.parametrize(
    "path",
    ["link/a.txt", "{here}/story/a.txt", "claims/reviews.jsonl", "{here}/claims/../claims/reviews.jsonl"],
)
def test_no_report_replaces_what_it_is_made_of(texts: Path, path: str) -> None:
    from factcheck.config import load, read_config

    (texts / "link").symlink_to(texts / "story")
    settings = texts / "factcheck.toml"
    settings.write_text(f'stories = ["story"]\n\n[outputs]\njson = "{path.format(here=texts)}"\n')
    with pytest.raises(FactcheckError, match=r"is an article|the reviews and json both"):
        load(read_config(settings))


def test_a_decision_that_stands_twice_in_a_line_is_told(texts: Path) -> None:
    from factcheck.review import read_decisions

    kept = texts / "reviews.jsonl"
    kept.write_text('{"id": "1", "decision": "dismissed", "decision": "confirmed"}\n')
    with pytest.raises(FactcheckError, match=r"reviews\.jsonl:1: not JSON \(a field twice\)"):
        read_decisions(kept)
