"""Reading: encodings, offsets, what a text says about itself, ids and errors."""

from __future__ import annotations

import io
import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.ingest import assign_ids, expand, read
from factcheck.ingest.decode import decode
from factcheck.ingest.metadata import read_metadata
from factcheck.model import Document, FactcheckError

HEADS = [
    ("Published: Jan 15, 2022 12:26 AM", "2022-01-15"),
    ("Updated 4 / 11 / 2007 1:26 PM", "2007-04-11"),
    ("on Nov 10, 2011", "2011-11-10"),
    ("14 March 2016 Last updated at 08:02 GMT", "2016-03-14"),
    ("Friday, July 21, 2017", "2017-07-21"),
    ("November 28th, 2005, 09:11 GMT", "2005-11-28"),
    ("Novemer 27, 2005", "2005-11-27"),
    ("7:00pm UK, Wednesday 05 May 2010", "2010-05-05"),
    ("XIE19980808.0049 1998-08-08", "1998-08-08"),
    ("APW19980205.0123", "1998-02-05"),
    ("OSLO, Jan. 2, 2014 (AP) -- The lake froze.", "2014-01-02"),
    ("Posted: May 3, 2010 8:20 AM ET Last Updated: May 4, 2010 8:10 PM ET", "2010-05-03"),
    ("Updated: May 4, 2010\nPublished: May 3, 2010", "2010-05-03"),
    ("Updated: May 4, 2010", "2010-05-04"),
    ("Posted: 31/01/2020", "2020-01-31"),
    ("OSLO, Jan. 13 (Xinhua) -- The lake froze.", None),
    ("The lake froze on Jan. 5, 2010 in Oslo.", None),
    ("Published: Feb 30, 2022", None),
]


@pytest.mark.parametrize(("head", "published"), HEADS)
def test_published(head: str, published: str | None) -> None:
    assert read_metadata(f"{head}\n\nThe lake froze over.").published == published


def test_title_is_the_first_headline_like_line() -> None:
    assert (
        read_metadata("PHOTO / WORLD\nLake freezes over in Holt\nThe lake froze.").title
        == "Lake freezes over in Holt"
    )
    assert read_metadata("The lake froze. Divers came.\n").title is None
    assert read_metadata("# Lake freezes over\n\nText.").title == "Lake freezes over"


DECODED = [
    ("plain", "Zürich".encode(), "Zürich"),
    ("mark", b"\xef\xbb\xbfOslo", "Oslo"),
    ("sixteen bits", b"\xff\xfeO\x00s\x00", "Os"),
    ("cp1252", b"caf\xe9 \x93x\x94", "café “x”"),
    (
        "a byte that cp1252 leaves open",
        b"caf\xe9 \x81 is open until nine" + b" x" * 60,
        "café \x81 is open until nine" + " x" * 60,
    ),
    ("line breaks stay", b"a\r\nb\rc\n", "a\r\nb\rc\n"),
]


@pytest.mark.parametrize(("why", "data", "text"), DECODED, ids=[row[0] for row in DECODED])
def test_decode(why: str, data: bytes, text: str) -> None:
    assert decode(data, "a.txt") == text


@given(st.text(alphabet=st.characters(blacklist_categories=["Cs", "Cc"])))
def test_text_survives_every_encoding(text: str) -> None:
    text = "x" + text.replace("\ufeff", "")
    assert decode(text.encode("utf-8-sig"), "a") == text
    assert decode(text.encode("utf-16"), "a") == text
    assert decode(text.encode("utf-8"), "a", "utf-8") == text


REFUSED = [
    (b"GIF89a\x00\x01", None, "binary"),
    (bytes(range(1, 32)) * 4 + b"\xff", None, "binary"),
    (b"caf\xe9", "utf-8", "is not utf-8 text"),
    (b"cafe", "klingon", "unknown encoding"),
]


@pytest.mark.parametrize(("data", "encoding", "words"), REFUSED)
def test_decode_refuses(data: bytes, encoding: str | None, words: str) -> None:
    with pytest.raises(FactcheckError, match=words) as caught:
        decode(data, "a.txt", encoding)
    assert "\n" not in str(caught.value)


def test_front_matter(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_bytes(
        b"---\r\ntitle: Der See fror zu\r\noutlet: Ode\r\npublished: 2022-01-15\r\nurl: https://ode.example/1\r\n"
        b"language: de\r\n---\r\nDer See fror zu.\r\n"
    )
    found = read(path)
    assert (found.id, found.title, found.outlet, found.published) == (
        "Ode",
        "Der See fror zu",
        "Ode",
        "2022-01-15",
    )
    assert (found.url, found.language, found.path) == ("https://ode.example/1", "de", "a.md")
    assert found.text[found.body :] == "Der See fror zu.\r\n"
    assert found.text.startswith("---\r\n")


@pytest.mark.parametrize(
    ("value", "published", "warned"),
    [
        ("2022-01-15", "2022-01-15", False),
        ("2022-01-15T08:00:00Z", "2022-01-15", False),
        ('"Jan 15, 2022"', "2022-01-15", False),
        ("15 January 2022", "2022-01-15", False),
        ("some day", None, True),
        ("[1, 2]", None, True),
    ],
)
def test_front_matter_dates(tmp_path: Path, value: str, published: str | None, warned: bool) -> None:
    path = tmp_path / "a.md"
    path.write_text(f"---\npublished: {value}\n---\nThe lake froze over.\n")
    found = read(path)
    assert found.published == published
    assert bool(found.warnings) == warned


def test_broken_front_matter_names_the_line(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text("---\ntitle: a\noutlet: [b\n---\nThe lake froze.\n")
    with pytest.raises(FactcheckError, match=r"broken front matter, line \d") as caught:
        read(path)
    assert "\n" not in str(caught.value)


def test_a_rule_is_no_front_matter(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text("--- \nThe lake froze.\n")
    assert read(path).body == 0


@pytest.mark.parametrize(
    ("text", "warning"), [("", "is empty"), (" \n", "is empty"), ("Lake", "holds a single word")]
)
def test_short_texts_are_documents_with_a_warning(tmp_path: Path, text: str, warning: str) -> None:
    path = tmp_path / "a.txt"
    path.write_text(text)
    assert read(path).warnings == (warning,)


ERRORS = [
    ("missing.txt", "no such file"),
    ("page.html", r"\.html cannot be read yet; can read \.txt"),
    ("bare", "a file without suffix"),
    ("https://ode.example/a", "addresses cannot be read yet"),
    ("folder", "is a folder"),
    ("binary.txt", "binary"),
]


@pytest.mark.parametrize(("name", "words"), ERRORS)
def test_errors_are_one_clear_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, words: str
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("folder").mkdir()
    Path("page.html").write_text("<p>x</p>")
    Path("bare").write_text("x")
    Path("binary.txt").write_bytes(b"\x00\x01")
    with pytest.raises(FactcheckError, match=words) as caught:
        read(name)
    assert "\n" not in str(caught.value)


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="permissions do not bind this user")
def test_unreadable(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("x")
    path.chmod(0)
    with pytest.raises(FactcheckError, match="cannot be read"):
        read(path)


def test_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    stream = io.TextIOWrapper(io.BytesIO(b"---\noutlet: Ode\n---\nThe lake froze over.\n"))
    monkeypatch.setattr("sys.stdin", stream)
    found = read("-")
    assert (found.id, found.path, found.outlet) == ("Ode", "-", "Ode")


def test_folder_is_sorted_and_hides_hidden_files(tmp_path: Path) -> None:
    for name in ("b.txt", "a.md", ".c.txt", "sub/d.txt", ".git/e.txt", "f.html"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("x")
    assert [Path(p).relative_to(tmp_path).as_posix() for p in expand(tmp_path)] == [
        "a.md",
        "b.txt",
        "sub/d.txt",
    ]
    (tmp_path / "empty").mkdir()
    with pytest.raises(FactcheckError, match="holds no articles"):
        expand(tmp_path / "empty")


@pytest.mark.parametrize("source", ["-", "a.txt", "https://ode.example/a"])
def test_anything_but_a_folder_stands_for_itself(source: str) -> None:
    assert expand(source) == [source]


IDS = [
    ("different", [("a", "a.txt"), ("b", "b.txt")], ["a", "b"]),
    ("same name in two folders", [("a", "x/a.txt"), ("a", "y/a.txt")], ["x-a", "y-a"]),
    ("same file twice", [("a", "x/a.txt"), ("a", "x/a.txt")], ["a", "a-2"]),
    ("three times", [("a", "a.txt")] * 3, ["a", "a-2", "a-3"]),
    ("the number is taken", [("a", "a.txt"), ("a", "a.txt"), ("a-2", "a-2.txt")], ["a", "a-3", "a-2"]),
]


@pytest.mark.parametrize(("why", "given_", "ids"), IDS, ids=[row[0] for row in IDS])
def test_assign_ids(why: str, given_: list[tuple[str, str]], ids: list[str]) -> None:
    assert [d.id for d in assign_ids(Document(i, "", p) for i, p in given_)] == ids


@given(
    st.lists(
        st.tuples(st.sampled_from(["a", "a-2", "x-a"]), st.sampled_from(["a", "x/a", "y/a"])), max_size=6
    )
)
def test_ids_are_unique(rows: list[tuple[str, str]]) -> None:
    named = assign_ids(Document(i, "", p) for i, p in rows)
    assert len({d.id for d in named}) == len(rows)
