"""README.md is executed: what it shows is what the program does."""

from __future__ import annotations

import doctest
import json
import re
import tomllib
from collections.abc import Iterable, Sequence
from dataclasses import fields
from enum import StrEnum
from itertools import takewhile
from typing import Any, get_args

import pytest
from readme_update import README, ROOT, printed_blocks, run, updated

from factcheck import cli
from factcheck.cli.claims import ClaimFormat
from factcheck.cli.compare import Format
from factcheck.cli.evaluate import EvaluateFormat
from factcheck.cli.options import Gate, Only
from factcheck.evaluate.show import FORMATS as EVALUATE_FORMATS
from factcheck.ingest import READERS
from factcheck.model import FactRelation, Review, Verdict
from factcheck.pipeline import compare
from factcheck.report import CLAIM_FORMATS, FORMATS
from factcheck.report.view import VERDICTS

TEXT = README.read_text(encoding="utf-8")
PRINTED = printed_blocks(TEXT)
REGENERATE = "README.md is out of date: run `python tests/readme_update.py` and read the difference"
COMMANDS = [*cli.Commands.functions]


def section(heading: str) -> str:
    """The text below a heading, up to the next one."""
    found = re.search(rf"^##+ {re.escape(heading)}\n(.*?)(?=^##+ |\Z)", TEXT, re.DOTALL | re.MULTILINE)
    assert found is not None, f"README.md has lost its section {heading!r}"
    return found[1]


def table(text: str, header: str) -> dict[str, str]:
    """First cell to second cell of the table whose first header is ``header``."""
    lines = text.splitlines()
    start = next(n for n, line in enumerate(lines) if line.startswith(f"| {header} |"))
    rows = takewhile(lambda line: line.startswith("|"), lines[start + 2 :])
    cells = [[cell.strip() for cell in line.split("|")] for line in rows]
    return {row[1]: row[2] for row in cells}


def command(mark: str) -> str:
    found = re.search(rf"<!-- command: {mark} -->\n```bash\n(.*?)^```$", TEXT, re.DOTALL | re.MULTILINE)
    assert found is not None, f"README.md has lost its {mark} command"
    return found[1]


@pytest.mark.parametrize("arguments", PRINTED, ids=str)
def test_printed_blocks_are_what_the_program_prints(arguments: str) -> None:
    assert PRINTED[arguments] == run(arguments), REGENERATE


def test_update_rewrites_a_stale_block_and_nothing_else() -> None:
    readme = "before\n<!-- output: --version -->\n```text\nold\n```\nafter\n"
    assert updated(readme) == readme.replace("old\n", run("--version"))


def test_every_command_shows_its_help() -> None:
    assert {"--help", *(f"{name} --help" for name in COMMANDS)} <= set(PRINTED)


def test_the_sample_is_what_the_main_command_prints() -> None:
    last = command("main").splitlines()[-1]
    assert last.removeprefix(".venv/bin/factcheck ") in PRINTED


def test_library_session(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    found = re.search(r"<!-- snippet: library -->\n```pycon\n(.*?)^```$", TEXT, re.DOTALL | re.MULTILINE)
    assert found is not None, "README.md has lost its library session"
    session = doctest.DocTestParser().get_doctest(found[1], {}, "README library", "README.md", 0)
    told: list[str] = []
    result = doctest.DocTestRunner(verbose=False).run(session, out=told.append)
    assert result.attempted > 0
    assert not result.failed, "".join(told)


TABLES: list[tuple[str, str, Iterable[str]]] = [
    ("How to read it", "verdict", get_args(Verdict)),
    ("How to read it", "relation", get_args(FactRelation)),
    ("Output", "format", FORMATS),
]


@pytest.mark.parametrize(("heading", "header", "names"), TABLES, ids=[row[1] for row in TABLES])
def test_tables_name_everything_there_is(heading: str, header: str, names: Iterable[str]) -> None:
    assert sorted(table(section(heading), header)) == sorted(names)


def test_every_readable_suffix_is_named() -> None:
    assert re.findall(r"`(\.\w+)`", section("Input")) == list(READERS)


def test_every_extra_is_named() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    extras = set(project["optional-dependencies"])
    assert extras - {"dev", "docs"} == set(re.findall(r"`(\w+)`", section("Library").split("The extras")[1]))
    everything = re.fullmatch(r"factcheck-compare\[(.*)\]", project["optional-dependencies"]["all"][0])
    assert everything is not None
    assert set(everything[1].split(",")) == extras - {"dev", "docs", "all"}


CHOICES: list[tuple[type[StrEnum], Sequence[str]]] = [
    (Format, tuple(FORMATS)),
    (ClaimFormat, CLAIM_FORMATS),
    (EvaluateFormat, tuple(EVALUATE_FORMATS)),
    (Only, VERDICTS),
]


@pytest.mark.parametrize(("choice", "names"), CHOICES, ids=[row[0].__name__ for row in CHOICES])
def test_options_offer_exactly_what_the_tables_hold(choice: type[StrEnum], names: Sequence[str]) -> None:
    assert sorted(member.value for member in choice) == sorted(names)


def test_every_gate_is_known_to_the_comparison() -> None:
    same = ROOT / "articles" / "csto-withdrawal" / "steppe-courier.md"
    alone = compare(same, same)
    failing = [gate.value for gate in Gate if alone.fails([gate.value])]
    assert failing == ["single-source"]  # a text and its copy: nothing conflicts, nothing supports


def test_json_keys_are_those_of_the_table() -> None:
    arguments = next(a for a in PRINTED if a.endswith("harbor-daily.md"))
    report: dict[str, Any] = json.loads(run(f"{arguments} --format json --explain --by-story"))
    link = next(link for link in report["links"] if link["facts"])
    objects = {
        "report": report,
        "source": report["sources"][0],
        "claim": report["claims"][0],
        "fact": next(fact for claim in report["claims"] for fact in claim["facts"]),
        "link": link,
        "review": dict.fromkeys(f.name for f in fields(Review)),
        "weight": link["weights"][0],
        "pair of facts": link["facts"][0],
        "event": report["events"][0],
        "story": report["by_story"][0],
        "skipped": report["skipped"][0],
        "summary": report["summary"],
    }
    told = table(section("JSON"), "object").items()
    assert {name: set(value) for name, value in objects.items()} == {
        name: set(re.findall(r"`([a-z_]+)`", cell)) for name, cell in told
    }
