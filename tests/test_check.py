"""One statement against sources."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from commands import Shell

from factcheck import Document, FactcheckError
from factcheck.check import Checked, Statement, check, read_statements
from factcheck.ingest.sources import read_all

ROOT = Path(__file__).parents[1]
MAIL = Document(
    "Mail",
    "The old bridge in Halmar fell on Monday. The flood killed 12 people. Repairs will take 10 days.",
    "mail.txt",
    published="2022-01-14",
)
POST = Document("Post", "The flood killed 15 people in Halmar. The mayor has resigned.", "post.txt")


def checked(text: str, *sources: Document, published: str | None = None) -> Checked:
    [found] = check([Statement(text, published=published)], sources or (MAIL, POST))
    return found


VERDICTS = [
    ("the same figure", "Repairs will take ten days.", "corroborated"),
    ("another figure", "Repairs will take 20 days.", "conflicting"),
    ("one source for, one against", "The flood killed 15 people.", "conflicting"),
    ("told by nobody", "Prices of coffee rose sharply in Brazil.", "not-found"),
    ("a negation", "The mayor has not resigned.", "conflicting"),
    ("both sentences", "Repairs will take 10 days. The mayor has resigned.", "corroborated"),
    ("one of two sentences", "Repairs will take 10 days. Prices of coffee rose in Brazil.", "not-found"),
    ("one of two conflicts", "The mayor has resigned. Repairs will take 20 days.", "conflicting"),
    ("a question", "Will the mayor resign?", "not-found"),
    ("nothing", "", "not-found"),
]


@pytest.mark.parametrize(("reason", "text", "verdict"), VERDICTS, ids=[v[0] for v in VERDICTS])
def test_verdict(reason: str, text: str, verdict: str) -> None:
    found = checked(text)
    assert found.verdict == verdict
    assert found.why
    turned = checked(text, POST, MAIL)
    assert (turned.verdict, turned.why) == (found.verdict, found.why)


def test_a_verdict_follows_from_its_links() -> None:
    for _, text, verdict in VERDICTS:
        relations = [f.link.relation for f in checked(text).links]
        assert (verdict == "conflicting") == ("conflicts" in relations)
        assert relations == sorted(relations, key=lambda r: r != "conflicts")


def test_passages_are_slices_of_their_sources() -> None:
    for found in checked("The flood killed 15 people.").links:
        assert found.document.text[found.passage.start : found.passage.end] == found.passage.text
        assert all(found.document.text[p.b.start : p.b.end] == p.b.text for p in found.link.facts)


def test_facts_that_no_passage_gives_are_named() -> None:
    found = checked("The old bridge in Halmar fell on Monday at 9 p.m.")
    assert found.verdict == "corroborated"
    assert [fact.text for fact in found.missing] == ["9 p.m."]
    assert found.why.endswith("not found: “9 p.m.”")
    assert checked("The mayor has resigned.").missing == ()


@pytest.mark.parametrize(
    ("stated", "verdict"), [("2022-01-14", "corroborated"), ("2022-01-21", "conflicting")]
)
def test_weekdays_count_from_the_day_of_the_statement(stated: str, verdict: str) -> None:
    assert checked("The old bridge in Halmar fell on Monday.", MAIL, published=stated).verdict == verdict


def test_a_statement_copied_from_a_source_is_found_there() -> None:
    documents = read_all([str(ROOT / "articles" / "csto-withdrawal" / "steppe-courier.md")])
    body = documents[0].text[documents[0].body :]
    assert checked(body, *documents).verdict in ("corroborated", "not-found")
    assert len(checked(body, *documents).links) > 5


def test_a_source_may_be_called_statement() -> None:
    named = Document("statement", MAIL.text, "statement.txt")
    assert checked("Repairs will take 20 days.", named).verdict == "conflicting"


def test_no_source() -> None:
    with pytest.raises(FactcheckError, match="at least one source"):
        check([Statement("The mayor has resigned.")], [])


#: statements of our own on our articles: story, statement, verdict
OWN = [
    ("sarvan-earthquake", "The earthquake had a magnitude of 6.1.", "corroborated"),
    ("sarvan-earthquake", "The earthquake had a magnitude of 7.4.", "conflicting"),
    ("sarvan-earthquake", "The quake of 1998 killed 312 people.", "corroborated"),
    ("sarvan-earthquake", "The army sent 900 soldiers.", "conflicting"),
    ("sarvan-earthquake", "Varga was elected governor in 2019.", "not-found"),
    ("sarvan-earthquake", "The mayor of Bereza thanked the firefighters.", "not-found"),
    ("sund-ferry", "The captain was detained by police.", "corroborated"),
    ("sund-ferry", "Aurelia entered service in 1995.", "conflicting"),
    ("sund-ferry", "The ferry was on its way to Oslo.", "not-found"),
    ("brightwater-takeover", "Calder pays $16 billion for Brightwater.", "conflicting"),
    ("brightwater-takeover", "Shareholders get $62.50 a share.", "corroborated"),
    ("lorimont-robbery", "The robbers stole jewels worth 5 million euros.", "conflicting"),
    ("lorimont-robbery", "The robbers fled in a gray van.", "corroborated"),
    ("csto-withdrawal", "The withdrawal of the troops will take three weeks.", "conflicting"),
]


@pytest.mark.parametrize(("story", "text", "verdict"), OWN, ids=[o[1] for o in OWN])
def test_statements_on_the_example_articles(story: str, text: str, verdict: str) -> None:
    assert checked(text, *read_all([str(ROOT / "articles" / story)])).verdict == verdict


# The command ---------------------------------------------------------------------------------------


@pytest.fixture
def shell(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Shell:
    for document in (MAIL, POST):
        (tmp_path / document.path).write_text(document.text, encoding="utf-8")
    (tmp_path / "many.txt").write_text(
        "The flood killed 30 people.\n\nThe mayor has resigned.\n", encoding="utf-8"
    )
    (tmp_path / "many.jsonl").write_text(
        '{"statement": "Repairs will take 10 days.", "id": "r1"}\n{"statement": "Cows fled."}\n',
        encoding="utf-8",
    )
    monkeypatch.chdir(tmp_path)
    return Shell(capsys, monkeypatch)


FORMS = [
    ("--against each", ("--against", "mail.txt", "--against", "post.txt")),
    ("--against once", ("--against", "mail.txt", "post.txt")),
    ("as arguments", ("mail.txt", "post.txt")),
]


@pytest.mark.parametrize(("reason", "sources"), FORMS, ids=[f[0] for f in FORMS])
def test_sources_may_be_given_either_way(shell: Shell, reason: str, sources: tuple[str, ...]) -> None:
    run = shell("check", "The flood killed 15 people.", *sources, "-f", "json")
    found = json.loads(run.out)
    assert (run.code, run.err) == (0, "")
    assert list(found) == ["statement", "verdict", "why", "missing", "links"]
    assert (found["statement"], found["verdict"]) == ("The flood killed 15 people.", "conflicting")
    assert [link["passage"]["path"] for link in found["links"]] == ["mail.txt", "post.txt"]
    assert [link["relation"] for link in found["links"]] == ["conflicts", "corroborates"]


def test_a_table_shows_every_passage(shell: Shell) -> None:
    out = shell("check", "The flood killed 15 people.", "mail.txt", "post.txt").out
    assert "conflicting" in out
    assert "Mail" not in out  # without an outlet, a source is called by its file
    assert "mail: The flood" in out
    assert "post: The flood" in out
    assert out.endswith("\n1 conflicting, 0 corroborated, 0 not-found\n")
    assert max(map(len, out.splitlines())) <= 100


def test_many_statements(shell: Shell) -> None:
    rows = json.loads(
        shell("check", "--file", "many.txt", "--against", "mail.txt", "post.txt", "-f", "json").out
    )
    assert [(row["statement"], row["verdict"]) for row in rows] == [
        ("The flood killed 30 people.", "conflicting"),
        ("The mayor has resigned.", "corroborated"),
    ]
    lines = shell("check", "--file", "many.jsonl", "mail.txt", "-f", "jsonl").out.splitlines()
    assert [(json.loads(x).get("id"), json.loads(x)["verdict"]) for x in lines] == [
        ("r1", "corroborated"),
        (None, "not-found"),
    ]


@pytest.mark.parametrize(
    ("gates", "code"),
    [("", 0), ("never", 0), ("conflicting", 1), ("not-found", 0), ("not-found conflicting", 1)],
)
def test_fail_on(shell: Shell, gates: str, code: int) -> None:
    options = [word for gate in gates.split() for word in ("--fail-on", gate)]
    assert shell("check", "Repairs will take 20 days.", "mail.txt", *options).code == code


BAD = [
    ("check", "needs a statement"),
    ("check Cows", "at least one source"),
    ("check mail.txt post.txt", "is a file, not a statement"),
    ("check Cows gone.txt", "gone.txt: no such file"),
    ("check Cows mail.txt --stated Monday", "--stated: 'Monday' is not a date"),
    ("check --file many.txt mail.txt --stated 2022-01-14", "--stated is for one statement"),
    ("check --file gone.txt mail.txt", "gone.txt: cannot be read"),
    ("check Cows mail.txt --fail-on single-source", "single-source"),
]


@pytest.mark.parametrize(("command", "message"), BAD)
def test_what_cannot_run(shell: Shell, command: str, message: str) -> None:
    run = shell(*command.split())
    assert (run.code, run.out) == (2, "")
    assert message in run.err
    assert run.err.count("\n") == 1


LINES = [
    ("no JSON", "\n{oops", 2, "not JSON"),
    ("no statement", "{}", 1, 'needs "statement"'),
    ("an id that is no text", '{"statement": "a", "id": 1}', 1, "are texts"),
    ("no day", '{"statement": "a", "published": "Monday"}', 1, "is not a date"),
]


@pytest.mark.parametrize(("reason", "text", "number", "problem"), LINES, ids=[x[0] for x in LINES])
def test_a_broken_statement_is_named_with_its_line(
    tmp_path: Path, reason: str, text: str, number: int, problem: str
) -> None:
    file = tmp_path / "s.jsonl"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(FactcheckError, match=problem) as told:
        read_statements(str(file))
    assert str(told.value).startswith(f"{file}:{number}: ")


def test_a_file_without_statements(tmp_path: Path) -> None:
    (tmp_path / "s.txt").write_text("\n \n", encoding="utf-8")
    with pytest.raises(FactcheckError, match="holds no statements"):
        read_statements(str(tmp_path / "s.txt"))
