"""Every format read back by a consumer of it, as what it tells of a comparison."""

from __future__ import annotations

import json
import re
import tempfile
import warnings
from collections.abc import Callable
from dataclasses import dataclass
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import duckdb
import rdflib
from junitparser import JUnitXml, Properties, TestSuite
from rdflib.namespace import RDF, SDO

from factcheck.report import FORMATS

Span = tuple[str, int, int]


@dataclass(frozen=True)
class Told:
    """What a report says; None where its format has no place for it.

    ``claims``: id to verdict; ``spans``: id to source, start and end; ``conflicts``: link id to
    whether it is dismissed; ``alone``: ids of single-source claims listed as findings;
    ``lines``: link id to path and line of its first claim.
    """

    claims: dict[str, str] | None = None
    spans: dict[str, Span] | None = None
    conflicts: dict[str, bool | None] | None = None
    alone: set[str] | None = None
    lines: dict[str, tuple[str, int]] | None = None


def _of_objects(claims: list[dict[str, Any]], links: list[dict[str, Any]]) -> Told:
    return Told(
        claims={c["id"]: c["verdict"] for c in claims},
        spans={c["id"]: (c["source"], c["start"], c["end"]) for c in claims},
        conflicts={x["id"]: x["suppressed"] for x in links if x["relation"] == "conflicts"},
    )


def read_json(text: str) -> Told:
    report = json.loads(text)
    return _of_objects(report["claims"], report["links"])


def read_jsonl(text: str) -> Told:
    lines = [json.loads(line) for line in text.split("\n")[:-1]]
    return _of_objects(*([x for x in lines if x["type"] == kind] for kind in ("claim", "link")))


def csv_rows(text: str) -> list[dict[str, Any]]:
    """The rows as duckdb reads them, every column as text."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "report.csv"
        file.write_bytes(text.encode())
        with duckdb.connect() as db:
            found = db.read_csv(
                str(file), header=True, all_varchar=True, delimiter=",", quotechar='"', escapechar='"'
            )
            names = found.columns
            return [dict(zip(names, row, strict=True)) for row in found.fetchall()]


def read_csv(text: str) -> Told:
    rows = csv_rows(text)
    links = [row for row in rows if row["relation"] == "conflicts"]
    return Told(
        claims={r["claim"]: r["verdict"] for r in rows},
        spans={r["claim"]: (r["source"], int(r["start"]), int(r["end"])) for r in rows},
        conflicts={r["link"]: r["suppressed"] == "true" for r in links},
    )


def read_sarif(text: str) -> Told:
    (run,) = json.loads(text)["runs"]
    conflicts: dict[str, bool | None] = {}
    spans, lines, alone = {}, {}, set()
    for result in run["results"]:
        told, found_id = result["properties"], result["partialFingerprints"]["factcheck/v1"]
        for claim, source, span in zip(told["claims"], told["sources"], told["spans"], strict=True):
            spans[claim] = (source, span[0], span[1])
        if result["ruleId"] == "single-source":
            alone.add(found_id)
        else:
            conflicts[found_id] = bool(result.get("suppressions"))
            place = result["locations"][0]["physicalLocation"]
            lines[found_id] = (unquote(place["artifactLocation"]["uri"]), place["region"]["startLine"])
    return Told(spans=spans, conflicts=conflicts, alone=alone, lines=lines)


def read_junit(text: str) -> Told:
    claims, spans, alone = {}, {}, set()
    conflicts: dict[str, bool | None] = {}
    for suite in JUnitXml.fromstring(text.encode()):
        assert isinstance(suite, TestSuite)
        for case in suite:
            told = {p.name: p.value for p in case.child(Properties)}
            claims[told["id"]] = told["verdict"]
            start, end = map(int, told["span"].split("-"))
            spans[told["id"]] = (case.classname, start, end)
            conflicts |= dict.fromkeys(told["links"].split())
            if case.is_failure and case.result[0].type == "single-source":
                alone.add(told["id"])
    return Told(claims, spans, conflicts, alone)


#: docs.github.com, "Workflow commands for GitHub Actions"
_COMMAND = re.compile(r"::(?P<name>error|warning|notice) (?P<fields>[^:]*)::(?P<message>.*)")


def workflow_command(line: str) -> tuple[str, dict[str, str], str]:
    """Name, properties and message of a line, unescaped; AssertionError if it is none."""
    match = _COMMAND.fullmatch(line)
    assert match is not None, line

    def plain(text: str) -> str:
        for code, character in (("%2C", ","), ("%3A", ":"), ("%0A", "\n"), ("%0D", "\r"), ("%25", "%")):
            text = text.replace(code, character)
        return text

    fields = dict(field.split("=", 1) for field in match["fields"].split(","))
    return match["name"], {key: plain(value) for key, value in fields.items()}, plain(match["message"])


def _dismissed(message: str) -> bool:
    return re.match(r"(known, |new, )?dismissed\b", message) is not None


def read_github(text: str) -> Told:
    conflicts: dict[str, bool | None] = {}
    alone, lines = set(), {}
    for line in text.split("\n")[:-1]:
        _, fields, message = workflow_command(line)
        match = re.fullmatch(r"(.*) \[(\w+)\]", fields["title"])
        if match is None:
            assert fields["title"] in ("factcheck", "Different events")
        elif match[1] == "Single-source claim":
            alone.add(match[2])
        else:
            conflicts[match[2]] = _dismissed(message)
            lines[match[2]] = (fields["file"], int(fields["line"]))
    return Told(conflicts=conflicts, alone=alone, lines=lines)


def read_gitlab(text: str) -> Told:
    issues = json.loads(text)
    single = [issue["check_name"] == "single-source" for issue in issues]
    found = [issue for issue, alone in zip(issues, single, strict=True) if not alone]
    return Told(
        conflicts={i["fingerprint"]: _dismissed(i["description"]) for i in found},
        alone={i["fingerprint"] for i, alone in zip(issues, single, strict=True) if alone},
        lines={i["fingerprint"]: (i["location"]["path"], i["location"]["lines"]["begin"]) for i in found},
    )


def claimreview_graph(text: str) -> rdflib.Graph:
    """The triples; the context of schema.org is a vocabulary, given here without the network."""
    document = json.loads(text)
    assert document["@context"] == "https://schema.org"
    document["@context"] = {"@vocab": str(SDO)}
    with warnings.catch_warnings():  # rdflib 7.6 calls what it deprecates itself
        warnings.simplefilter("ignore", DeprecationWarning)
        return rdflib.Graph().parse(data=json.dumps(document), format="json-ld")


_RATINGS = {"conflict": "conflicting", "another": "corroborated", "found": "single-source"}


def read_claimreview(text: str) -> Told:
    graph = claimreview_graph(text)
    claims = {}
    for review in graph.subjects(RDF.type, SDO.ClaimReview):
        item = graph.value(review, SDO.itemReviewed)
        rating = str(graph.value(graph.value(review, SDO.reviewRating), SDO.alternateName))
        (verdict,) = (v for word, v in _RATINGS.items() if f" {word}" in rating.split(":")[1])
        claims[str(graph.value(item, SDO.identifier))] = verdict
    return Told(claims=claims)


class _Page(HTMLParser):
    """Claims and conflicts of an HTML report, by the ids and classes of their elements."""

    def __init__(self) -> None:
        super().__init__()
        self.claims: dict[str, str] = {}
        self.conflicts: dict[str, bool | None] = {}

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = {name: value or "" for name, value in attrs}
        classes, name = found.get("class", "").split(), found.get("id", "")
        if tag == "li" and "claim" in classes:
            self.claims[name.removeprefix("c-")] = found["data-verdict"]
        if tag == "article" and {"conflict", "update", "dismissed"} & set(classes):
            self.conflicts[name.removeprefix("l-")] = "dismissed" in classes


def read_html(text: str) -> Told:
    page = _Page()
    page.feed(text)
    page.close()
    return Told(claims=page.claims, conflicts=page.conflicts)


#: format -> how it is read; the others are for people and are read as text
READERS: dict[str, Callable[[str], Told]] = {
    **({"html": read_html} if "html" in FORMATS else {}),
    "json": read_json,
    "jsonl": read_jsonl,
    "csv": read_csv,
    "sarif": read_sarif,
    "junit": read_junit,
    "github": read_github,
    "gitlab": read_gitlab,
    "claimreview": read_claimreview,
}
