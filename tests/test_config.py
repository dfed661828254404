"""factcheck.toml: what it may say, where it is found, and the line of everything that is wrong."""

from __future__ import annotations

import contextlib
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.config import Config, find_config, load, read_config
from factcheck.config.example import EXAMPLE
from factcheck.config.lines import line_of
from factcheck.config.load import _JUDGE, _TOP
from factcheck.config.model import JudgeChoice, Settings
from factcheck.config.outputs import _OUTPUT
from factcheck.config.stories import _STORY
from factcheck.model import FactcheckError

ARTICLES = (
    "news/dam/courier.md",
    "news/dam/herald.txt",
    "news/flood/courier.txt",
    "news/flood/herald.txt",
    "old/dam/herald.txt",
    "wire/a.txt",
    "wire/b.md",
    "wire/map.png",
    "wire/[c].txt",
)


@pytest.fixture(autouse=True)
def folder(tmp_path: Path) -> Iterator[Path]:
    for name in ARTICLES:
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("The dam in Halmar broke on Monday.\n", encoding="utf-8")
    with contextlib.chdir(tmp_path):
        yield tmp_path


def loaded(text: str, name: str = "factcheck.toml") -> Config:
    Path(name).write_text(text, encoding="utf-8", newline="")
    return load(read_config(Path(name).absolute()))


# What is wrong, and where ---------------------------------------------------------------------------

STORIES = 'stories = ["news/*"]\n'
LIMITS = "min-similarity, min-confidence, fail-on, encoding"
TOP = f"stories, {LIMITS}, reviews, baseline, accept-known, outputs, story, judge"
FORMATS = r"choose from table, json, jsonl, markdown\b.*"

#: reason, the file, the line, the message (a pattern where it ends in $)
WRONG: list[tuple[str, str, int, str]] = [
    ("an unknown key", STORIES + "loud = 1\n", 2, f"unknown key 'loud': choose from {TOP}"),
    (
        "a misspelt key",
        STORIES + "\n# half\nmin-confidense = 0.5\n",
        4,
        f"unknown key 'min-confidense' (did you mean 'min-confidence'?): choose from {TOP}",
    ),
    (
        "a key with an underscore",
        STORIES + "fail_on = 'never'\n",
        2,
        f"unknown key 'fail_on' (did you mean 'fail-on'?): choose from {TOP}",
    ),
    (
        "an unknown key of a story",
        STORIES + "[story.dam]\n\npublishd = 2022-01-01\n",
        4,
        "unknown key 'publishd' in [story.dam] (did you mean 'published'?): "
        f"choose from sources, outlets, published, {LIMITS}",
    ),
    (
        "an unknown key after a long value",
        'stories = [\n  "news/*", # all\n  "wire",\n]\n\nloud = """\n[x]\n"""\n',
        6,
        f"unknown key 'loud': choose from {TOP}",
    ),
    (
        "a share above one",
        STORIES + "min-confidence = 2\n",
        2,
        "min-confidence: a number from 0 to 1, not 2",
    ),
    (
        "a share that is a truth value",
        STORIES + "min-similarity = true\n",
        2,
        "min-similarity: a number from 0 to 1, not True",
    ),
    (
        "a share that is no number",
        STORIES + "min-similarity = nan\n",
        2,
        "min-similarity: a number from 0 to 1, not nan",
    ),
    (
        "a gate there is not",
        STORIES + 'fail-on = ["conflicting", "false"]\n',
        2,
        "fail-on: one of never, conflicting, single-source, update, or a list of them, "
        "not ['conflicting', 'false']",
    ),
    (
        "a gate of a story",
        STORIES + "[story.flood]\nfail-on = 3\n",
        3,
        "fail-on: one of never, conflicting, single-source, update, or a list of them, not 3",
    ),
    ("a flag in quotes", STORIES + 'accept-known = "yes"\n', 2, "accept-known: true or false, not 'yes'"),
    ("a path that is a number", STORIES + "reviews = 1\n", 2, "reviews: a text in quotes, not 1"),
    ("an empty path", STORIES + 'baseline = ""\n', 2, "baseline: a text in quotes, not ''"),
    (
        "stories that are no list",
        'stories = "news/*"\n',
        1,
        "stories: a list of texts in quotes, not 'news/*'",
    ),
    (
        "no story at all",
        "min-confidence = 0.5\n",
        1,
        'no stories: give stories = ["FOLDERS/*"] or tables [story.NAME] with sources',
    ),
    (
        "a pattern without folders",
        '\nstories = ["news/*", "gone/*"]\n',
        2,
        "stories: 'gone/*' finds no folder",
    ),
    (
        "two stories of one name",
        'stories = ["news/*", "old/*"]\n',
        1,
        "two stories are named 'dam': news/dam and old/dam",
    ),
    (
        "a story that no pattern finds",
        STORIES + "[story.damm]\nmin-confidence = 0.5\n",
        2,
        "story 'damm' has no sources, and no pattern of stories finds it",
    ),
    (
        "sources that are not there",
        '[story.x]\nsources = ["wire/a.txt", "wire/*.rtf"]\n',
        2,
        "sources: 'wire/*.rtf' finds no article",
    ),
    (
        "sources that cannot be read",
        '[story.x]\nsources = ["wire/*.png"]\n',
        2,
        "sources: 'wire/*.png' finds no article",
    ),
    (
        "a story's name that leaves its folder",
        '[story."../x"]\nsources = ["wire"]\n',
        1,
        "'../x' cannot be a story's name: letters, digits, spaces and .,+-_ only",
    ),
    ("a story that is no table", STORIES + "story = 3\n", 2, "story: a table, not 3"),
    (
        "a story that is a list",
        STORIES + "[[story.dam]]\nencoding = 'ascii'\n",
        2,
        "dam is a table, not [{'encoding': 'ascii'}]",
    ),
    (
        "a day there is not",
        STORIES + '[story.dam]\npublished = { 1 = "2022-02-30" }\n',
        3,
        "published: a date like 2022-01-15, not {'1': '2022-02-30'}",
    ),
    (
        "a day without its source",
        STORIES + "[story.dam]\npublished = 2022-02-03\n",
        3,
        'published: a table like { 1 = "..." }, by position or id of the source, not 2022-02-03',
    ),
    (
        "one baseline for two stories",
        STORIES + 'baseline = "b.json"\n',
        2,
        "baseline: a report holds one story: put {story} into its path",
    ),
    (
        "more than single-source claims",
        STORIES + '[outputs.sarif]\npath = "x"\ninclude = ["corroborated"]\n',
        4,
        "include: 'single-source', not ['corroborated']",
    ),
    ("outputs that are no table", STORIES + 'outputs = "a.json"\n', 2, "outputs: a table, not 'a.json'"),
    (
        "a format there is not",
        STORIES + '[outputs]\njson = "a.json"\nmarkdwon = "a.md"\n',
        4,
        rf"unknown format 'markdwon' \(did you mean 'markdown'\?\): {FORMATS}$",
    ),
    (
        "an output without a path",
        STORIES + "[outputs]\njson = { explain = true }\n",
        3,
        "json needs a path",
    ),
    (
        "another name in braces",
        STORIES + '[outputs]\njson = "{title}.json"\n',
        3,
        "json: a path in which only {story} stands in braces, not '{title}.json'",
    ),
    (
        "an unknown key of an output",
        STORIES + '[outputs.json]\npath = "a.json"\nexplian = true\n',
        4,
        "unknown key 'explian' in [outputs.json] (did you mean 'explain'?): "
        "choose from path, only, include, explain",
    ),
    (
        "two outputs in one file",
        STORIES + '[outputs]\njson = "r/{story}"\ntable = "r/../r/dam"\n',
        4,
        "json and table both go to r/../r/dam",
    ),
    (
        "an output in place of the configuration",
        STORIES + '[outputs]\njson = "./factcheck.toml"\n',
        3,
        "the configuration and json both go to ./factcheck.toml",
    ),
    (
        "an output in place of an article",
        '[story.x]\nsources = ["wire/a.txt", "wire/b.md"]\n[outputs]\ntable = "wire/a.txt"\n',
        4,
        "wire/a.txt is an article, or would be read as one",
    ),
    (
        "an output among the articles",
        STORIES + '[outputs]\nmarkdown = "news/{story}/report.md"\n',
        3,
        "news/dam/report.md is an article, or would be read as one",
    ),
    (
        "a judge without a model",
        STORIES + '[judge]\ncache = "x"\n',
        2,
        'judge needs use = "onnx:PATH" or the URL of a server',
    ),
    (
        "an unknown key of the judge",
        STORIES + '[judge]\nuse = "onnx:m"\nkey = "x"\n',
        4,
        "unknown key 'key' in [judge]: choose from use, model, cache",
    ),
    ("no TOML", STORIES + "min-confidence = high\n", 2, "Invalid value"),
    ("a key set twice", STORIES + STORIES, 2, "Cannot overwrite a value"),
    ("a text without an end", STORIES + 'reviews = "x\n', 2, "Illegal character '\\n'"),
    ("a table without an end", STORIES + "[judge", 2, "Expected ']' at the end of a table declaration"),
]


@pytest.mark.parametrize(("reason", "text", "line", "message"), WRONG, ids=[row[0] for row in WRONG])
def test_what_is_wrong_is_said_with_its_line(reason: str, text: str, line: int, message: str) -> None:
    with pytest.raises(FactcheckError) as raised:
        loaded(text)
    pattern = message if message.endswith("$") else re.escape(message) + "$"
    assert re.match(rf"factcheck\.toml:{line}: {pattern}", str(raised.value)), raised.value


@pytest.mark.parametrize(("reason", "text", "line", "message"), WRONG, ids=[row[0] for row in WRONG])
def test_lines_are_those_of_the_whole_pyproject(reason: str, text: str, line: int, message: str) -> None:
    """The same settings below another table, with the line ends of Windows."""
    with contextlib.suppress(tomllib.TOMLDecodeError):
        tomllib.loads(text)
        nested = re.sub(r"^(\[+)(?=\w)", r"\1tool.factcheck.", text, flags=re.MULTILINE)
        before = '[project]\nname = "x"\n\n[tool.factcheck]\n'
        with pytest.raises(FactcheckError) as raised:
            loaded((before + nested).replace("\n", "\r\n"), "pyproject.toml")
        # What is wrong with the settings as a whole stands at their table.
        expected = 4 if message.startswith("no stories") else line + 4
        assert str(raised.value).startswith(f"pyproject.toml:{expected}: ")


def test_the_first_of_several_mistakes_is_named() -> None:
    with pytest.raises(FactcheckError, match=r"^factcheck.toml:2: unknown key 'b'"):
        loaded("min-confidence = 1\nb = 1\na = 1\nencoding = 3\n")


# Lines ------------------------------------------------------------------------------------------------

KEYS = st.text("ab-_1", min_size=1, max_size=3)
VALUES = st.sampled_from(["1", '"""\n[a]\na = 1\n"""', "[\n 1, # a = 1\n\n 2]", "{ a = 1 }", "1998-02-06"])
STATEMENTS = st.lists(st.tuples(KEYS, VALUES, st.sampled_from(["", "\n", "# a = 1\n"])), max_size=5)


@given(top=STATEMENTS, tables=st.lists(st.tuples(KEYS, STATEMENTS), max_size=4))
def test_every_key_is_found_where_it_was_written(top: list[Any], tables: list[Any]) -> None:
    text, expected = "", dict[tuple[str, ...], int]()
    for name, statements in [("", top), *tables]:
        if name:
            if (name,) in expected:
                continue
            expected[(name,)] = text.count("\n") + 1
            text += f"[{name}]\n"
        for key, value, after in statements:
            path = (name, key)[not name :]
            if path not in expected:
                expected[path] = text.count("\n") + 1
                text += f"{key} = {value}\n{after}"
    for path, line in expected.items():
        assert line_of(text, path) == line


def test_a_long_file_is_searched_quickly() -> None:
    lines = [f"[t{n}]\na = [\n  1,\n  2,\n]" for n in range(400)]
    assert line_of("\n".join(lines), ("t399", "a")) == 399 * 5 + 2


# What it says -----------------------------------------------------------------------------------------


def test_folders_are_stories_and_tables_add_to_them() -> None:
    config = loaded(
        'stories = ["news/*"]\nmin-confidence = 0.5\nfail-on = "update"\n'
        '[story.wire]\nsources = ["wire/*", "old/dam", "wire/[c].txt"]\nfail-on = ["never"]\n'
        '[story.flood]\npublished = { 1 = 2022-01-02, herald = "2022-01-03" }\noutlets = { 2 = "Osk Mail" }\n'
    )
    assert [(s.name, s.sources) for s in config.stories] == [
        ("dam", ("news/dam",)),
        ("flood", ("news/flood",)),
        ("wire", ("wire/[c].txt", "wire/a.txt", "wire/b.md", "old/dam")),
    ]
    dam, flood, wire = config.stories
    assert dam.settings == flood.settings == Settings(min_confidence=0.5, fail_on=("update",))
    assert wire.settings == Settings(min_confidence=0.5, fail_on=("never",))
    assert (flood.published, flood.outlets) == (("1=2022-01-02", "herald=2022-01-03"), ("2=Osk Mail",))


def test_a_folder_found_twice_is_one_story() -> None:
    assert len(loaded('stories = ["news/*", "news/dam"]\n').stories) == 2


def test_outputs_reviews_and_judge() -> None:
    config = loaded(
        STORIES + 'reviews = "r.jsonl"\nbaseline = "b/{story}.json"\naccept-known = true\n'
        '[outputs]\njson = "-"\ntable = { path = "{story}.t", only = "conflicting", explain = true }\n'
        '[judge]\nuse = "onnx:m"\nmodel = "n"\n'
    )
    json, table = config.outputs
    assert (json.format, json.path, json.each, json.only) == ("json", "-", False, ())
    assert (table.each, table.only, table.explain) == (True, ("conflicting",), True)
    assert (config.reviews, config.baseline) == (Path("r.jsonl"), "b/{story}.json")
    assert config.accept_known
    assert config.judge == JudgeChoice("onnx:m", "n")


def test_the_example_runs_and_shows_every_key() -> None:
    example = EXAMPLE.replace("articles/*", "news/*")
    assert [o.format for o in loaded(example).outputs] == ["markdown", "json"]
    # Every setting that is commented out can be put into force as it stands.
    settings = re.sub(r"^# (?=[a-z-]+ = |\[)", "", example, flags=re.MULTILINE)
    settings = settings.replace("wire/2024-05-*.txt", "wire/*.txt").replace("articles/dam-breach", "news/dam")
    everything = loaded(settings)
    assert [s.name for s in everything.stories] == ["dam", "flood", "dam-breach"]
    assert everything.judge is not None
    named = set(re.findall(r"^(?:# )?\[?([a-z-]+)(?= = |\]$|\.)", EXAMPLE, re.MULTILINE))
    wanted = {*_TOP, *_STORY, *_JUDGE} - {"model"}
    assert wanted <= named
    assert all(f"{key} = " in EXAMPLE for key in _OUTPUT)


# Where it is found --------------------------------------------------------------------------------------

TABLE = "[tool.factcheck]\nstories = ['news/*']\n"

FOUND: list[tuple[str, dict[str, str], str, str]] = [
    ("here", {"factcheck.toml": STORIES}, ".", "factcheck.toml"),
    ("a folder above", {"factcheck.toml": STORIES}, "news/dam", "factcheck.toml"),
    ("in pyproject.toml", {"pyproject.toml": TABLE}, "news/dam", "pyproject.toml"),
    ("both", {"factcheck.toml": STORIES, "pyproject.toml": TABLE}, ".", "factcheck.toml"),
    (
        "the nearest",
        {"factcheck.toml": STORIES, "news/pyproject.toml": TABLE},
        "news/dam",
        "news/pyproject.toml",
    ),
    (
        "past a pyproject.toml of something else",
        {"factcheck.toml": STORIES, "news/pyproject.toml": "[tool.ruff]\nname = 'factcheck'\n"},
        "news",
        "factcheck.toml",
    ),
    (
        "past a broken one that is none of ours",
        {"factcheck.toml": STORIES, "news/pyproject.toml": "[tool"},
        "news",
        "factcheck.toml",
    ),
]


@pytest.mark.parametrize(("reason", "files", "start", "found"), FOUND, ids=[row[0] for row in FOUND])
def test_found_in_the_nearest_folder(
    reason: str, files: dict[str, str], start: str, found: str, folder: Path
) -> None:
    for name, text in files.items():
        Path(name).write_text(text, encoding="utf-8")
    assert find_config(folder / start).path == folder / found


def test_nothing_found_says_how_to_begin(folder: Path) -> None:
    with pytest.raises(FactcheckError, match=r"factcheck report --init writes an example"):
        find_config(folder)


UNREADABLE: list[tuple[str, bytes, str]] = [
    ("factcheck.toml", b"stories = ['caf\xe9']\n", "factcheck.toml: not UTF-8 text"),
    ("pyproject.toml", b"[project]\n", "pyproject.toml: has no table [tool.factcheck]"),
    ("pyproject.toml", b"tool = 1\n", "pyproject.toml: has no table [tool.factcheck]"),
    ("pyproject.toml", b"[tool]\n\nfactcheck = 1\n", "pyproject.toml:3: tool.factcheck is a table, not 1"),
]


@pytest.mark.parametrize(("name", "content", "message"), UNREADABLE)
def test_what_cannot_be_read(name: str, content: bytes, message: str) -> None:
    Path(name).write_bytes(content)
    with pytest.raises(FactcheckError, match=f"^{re.escape(message)}$"):
        read_config(Path(name).absolute())


def test_a_file_that_is_not_there_and_a_folder() -> None:
    for name in ("gone.toml", "news"):
        with pytest.raises(FactcheckError, match=rf"^{name}: cannot be read"):
            read_config(Path(name).absolute())


def test_a_byte_order_mark_is_no_key(folder: Path) -> None:
    assert loaded("\ufeff" + STORIES).stories
