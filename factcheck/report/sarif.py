"""SARIF 2.1.0 (OASIS): what GitHub's code scanning and other viewers of findings read.

One run, one result a finding, worst first. A result stands at the first claim of a conflict;
the claim it conflicts with is its related location. Decisions of reviewers are ``suppressions``,
a baseline gives ``baselineState``.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any
from urllib.parse import quote

from factcheck.model import Comparison, Document
from factcheck.report.findings import (
    LEVELS,
    Finding,
    all_findings,
    documents,
    left_out,
    summary_lines,
)  # fmt: skip
from factcheck.report.json_text import dumps
from factcheck.report.places import Place
from factcheck.report.sarif_rules import ORDER, rule_objects
from factcheck.report.view import View, different_events, standing, visible

#: GitHub rejects a run of more results, and a file that is larger when compressed:
#: docs.github.com, "SARIF support for code scanning". Held to before compression.
MAX_RESULTS = 25_000
MAX_BYTES = 10_000_000


def render(comparison: Comparison, view: View) -> str:
    return render_stories({"": comparison}, view)


def render_stories(stories: Mapping[str, Comparison], view: View) -> str:
    """One log of one run for several comparisons: what a pipeline uploads."""
    found = all_findings(stories, view)
    kept = found[:MAX_RESULTS]
    while True:
        text = dumps(_log(stories, kept, left_out(kept, found)), indent=1) + "\n"
        size = len(text.encode("utf-8"))
        if size <= MAX_BYTES or not kept:
            return text
        kept = kept[: len(kept) * MAX_BYTES // size * 99 // 100]


def _log(stories: Mapping[str, Comparison], kept: Sequence[Finding], missing: str) -> dict[str, Any]:
    from factcheck import __version__

    sources = documents(stories)
    index = {d.path or d.id: number for number, d in enumerate(sources)}
    reviewed = any(f.link is not None and f.link.review is not None for f in kept)
    driver = {"name": "factcheck", "semanticVersion": __version__, "rules": rule_objects()}
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "invocations": [
            {"executionSuccessful": True, "toolExecutionNotifications": _notifications(stories, missing)}
        ],
        "artifacts": [_artifact(document) for document in sources],
        "results": [_result(finding, index, reviewed) for finding in kept],
    }
    return {
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [run],
    }


def _notifications(stories: Mapping[str, Comparison], missing: str) -> list[dict[str, Any]]:
    warnings = [missing] if missing else []
    for comparison in stories.values():
        warnings += [*comparison.warnings, *different_events(comparison)]
    told = [("warning", text) for text in warnings] + [("note", text) for text in summary_lines(stories)]
    return [{"level": level, "message": {"text": _plain(text)}} for level, text in told]


def _artifact(document: Document) -> dict[str, Any]:
    out: dict[str, Any] = {"location": {"uri": _uri(document)}, "roles": ["analysisTarget"]}
    if document.title:
        out["description"] = {"text": _plain(document.title)}
    return out


def _uri(document: Document) -> str:
    """A URI reference; "-" is standard input. Names that are not UTF-8 keep their bytes."""
    path = {"": document.id, "-": "stdin"}.get(document.path, document.path)
    if "://" in path:
        return quote(path, safe=":/?#[]@!$&'()*+,;=%~", errors="surrogatepass")
    try:
        return quote(path, errors="surrogateescape")
    except UnicodeEncodeError:  # a half of a pair, which Windows allows in names
        return quote(path, errors="surrogatepass")


def _plain(text: str) -> str:
    """Text for a SARIF message: no placeholder (3.11.5) and no embedded link (3.11.6)."""
    flat = visible(" ".join(text.split()))
    return flat.replace("{", "{{").replace("}", "}}").replace("](", "] (")


def _location(place: Place, index: Mapping[str, int]) -> dict[str, Any]:
    document = place.document
    physical: dict[str, Any] = {
        "artifactLocation": {"uri": _uri(document), "index": index[document.path or document.id]}
    }
    if place.region is not None:
        physical["region"] = {
            "startLine": place.region.line,
            "startColumn": place.region.column,
            "endLine": place.region.end_line,
            "endColumn": place.region.end_column,
            "charOffset": place.start,
            "charLength": place.end - place.start,
            "snippet": {"text": place.text},
        }
    return {"physicalLocation": physical}


def _result(finding: Finding, index: Mapping[str, int], reviewed: bool) -> dict[str, Any]:
    out: dict[str, Any] = {
        "ruleId": finding.rule,
        "ruleIndex": ORDER.index(finding.rule),
        "kind": "fail",
        # That of the rule: what is dismissed or known is told in the fields for that.
        "level": LEVELS[finding.rule],
        "message": {"text": _plain(finding.message)},
        "locations": [_location(finding.place, index)],
        "partialFingerprints": {
            "factcheck/v1": finding.id,
            # The one GitHub reads. Its own hash of the line would be one for all claims of a paragraph.
            "primaryLocationLineHash": f"{finding.id}:1",
        },
    }
    if finding.partner is not None:
        message = {"text": _plain(finding.passages[1])}
        out["relatedLocations"] = [{"id": 1, "message": message, **_location(finding.partner, index)}]
    return out | _decided(finding, reviewed) | {"properties": _properties(finding)}


def _decided(finding: Finding, reviewed: bool) -> dict[str, Any]:
    """``suppressions`` are on all results of a run or on none (3.27.23)."""
    link = finding.link
    out: dict[str, Any] = {}
    if link is not None:
        out["rank"] = round(100 * link.confidence, 1)
        if link.known is not None:
            out["baselineState"] = "unchanged" if link.known else "new"
    if reviewed:
        suppressed = link is not None and link.suppressed
        out["suppressions"] = (
            [{"kind": "external", "status": "accepted", "justification": standing(link)}]
            if link is not None and suppressed
            else []
        )
    return out


def _properties(finding: Finding) -> dict[str, Any]:
    """What SARIF has no field for: ids as in the JSON report, and offsets of text taken out of a file."""
    sides = [finding.place, *([finding.partner] if finding.partner else [])]
    link = finding.link
    return {
        "claims": list(link.claims) if link else [finding.claim.id],
        "sources": [side.document.id for side in sides],
        "spans": [[side.start, side.end] for side in sides],
    }
