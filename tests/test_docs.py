"""docs/: every code block runs and prints what it shows, and the site is whole and fetches nothing."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Iterable
from importlib.util import find_spec
from pathlib import Path
from typing import get_args

import pytest
from docs_blocks import DOCS, executed, pages
from generated import PAGES
from generated.readme import section, table_of, with_sections
from readme_update import ROOT

from factcheck import cli
from factcheck.config.load import _JUDGE, _TOP
from factcheck.config.outputs import _OUTPUT
from factcheck.config.stories import _STORY
from factcheck.model import FactKind
from factcheck.report import FORMATS
from factcheck.report.schema import schema_text

REGENERATE = "a page of docs/ is out of date: run `python tests/docs_blocks.py` and read the difference"


@pytest.mark.parametrize("page", pages(), ids=lambda page: page.relative_to(DOCS).as_posix())
def test_blocks_run_and_print_what_the_page_shows(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    assert executed(text) == text, REGENERATE


_LEFT = "<!-- not run: why -->\n```bash\nfalse\n```\n"
#: reason, block, what it should be
REWRITTEN = [
    ("a stale output", "```console\n$ echo new\nold\n```\n", "```console\n$ echo new\nnew\n```\n"),
    ("exit codes", "```console\n$ false\n$ echo $?\n```\n", "```console\n$ false\n$ echo $?\n1\n```\n"),
    ("two lines, one command", "```console\n$ echo \\\n  a\n```\n", "```console\n$ echo \\\n  a\na\n```\n"),
    ("a session", "```pycon\n>>> 1 + 1\n3\n```\n", "```pycon\n>>> 1 + 1\n2\n```\n"),
    ("a file", '```text title="a/b"\nx\n```\n```console\n$ cat a/b\n```\n',
     '```text title="a/b"\nx\n```\n```console\n$ cat a/b\nx\n```\n'),
    ("not run", _LEFT, _LEFT),
]  # fmt: skip


@pytest.mark.parametrize(("reason", "page", "wanted"), REWRITTEN, ids=[row[0] for row in REWRITTEN])
def test_a_block_is_rewritten(reason: str, page: str, wanted: str) -> None:
    assert executed(page) == wanted


@pytest.mark.parametrize("block", ["```bash\nfalse\n```\n", "```json\n{\n```\n", "```python\n1 / 0\n```\n"])
def test_a_block_that_fails_fails_the_test(block: str) -> None:
    with pytest.raises((AssertionError, ValueError, ZeroDivisionError)):
        executed(block)


NAMED: list[tuple[str, str, Iterable[str]]] = [
    ("reference/cli.md", r"^## (\S+)$", [*cli.Commands.functions]),
    ("reference/configuration.md", r"^\| `([\w-]+)` \|", {*_TOP, *_STORY, *_JUDGE, *_OUTPUT}),
    ("reference/formats.md", r"^### (\S+)$", FORMATS),
    ("reference/facts.md", r"^## (\w+)$", get_args(FactKind)),
    ("reference/json-schema.md", r"^## (\w+)$", json.loads(schema_text())["$defs"]),
]


@pytest.mark.parametrize(("page", "pattern", "names"), NAMED, ids=[row[0] for row in NAMED])
def test_the_reference_names_everything_there_is(page: str, pattern: str, names: Iterable[str]) -> None:
    assert {*names} <= {*re.findall(pattern, PAGES[page](), re.MULTILINE)}


def test_the_command_line_page_gives_every_option() -> None:
    text = PAGES["reference/cli.md"]()
    printed = set(re.findall(r"^ +(?:-\w, )?(--[a-z-]+)", section("compare"), re.MULTILINE))
    assert "--fail-on" in printed
    assert all(re.search(rf"^\| `(?:-\w, )?{option}[ `]", text, re.MULTILINE) for option in printed)


def test_sections_of_the_readme_take_the_place_of_their_marks() -> None:
    assert with_sections("a\n<!-- readme: Speed -->\nb") == f"a\n{section('Speed')}\nb"
    table = table_of("How to read it", "relation")
    assert with_sections("<!-- readme: How to read it / relation -->") == table
    assert table.startswith("| relation |")
    for missing in ("<!-- readme: Nothing -->", "<!-- readme: Speed / nothing -->"):
        with pytest.raises(KeyError):
            with_sections(missing)


@pytest.mark.skipif(find_spec("mkdocs") is None, reason="the extra docs is not installed")
def test_the_site_builds_without_a_warning_and_fetches_nothing(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--config-file"]
    done = subprocess.run(
        [*command, str(DOCS / "site" / "mkdocs.yml"), "--site-dir", str(tmp_path)],
        cwd=ROOT,
        env=os.environ | {"PYTHONPATH": str(ROOT), "NO_MKDOCS_2_WARNING": "1"},
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=120,
    )
    assert done.returncode == 0, done.stderr
    built = {page.relative_to(tmp_path).as_posix(): page for page in tmp_path.rglob("*.html")}
    wanted = {*(page.relative_to(DOCS).as_posix() for page in pages()), *PAGES}
    assert {page.removesuffix(".md") + ".html" for page in wanted} <= set(built)
    fetched = re.compile(
        r"""<(?:script|img|iframe|source)[^>]+src=["']?(?:https?:)?//|<link[^>]+href=["']?(?:https?:)?//"""
    )
    for name, page in built.items():
        assert not fetched.search(page.read_text(encoding="utf-8")), name
    for style in tmp_path.rglob("*.css"):
        assert not re.search(
            r"(?:url\(|@import)\s*[\"']?(?:https?:)?//", style.read_text(encoding="utf-8")
        ), style
