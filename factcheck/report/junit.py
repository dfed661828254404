"""JUnit XML: a suite a source, a test case a claim. A conflict fails; a dismissed one is skipped.

So is one that the baseline knows. Single-source claims fail only on request.
"""

from __future__ import annotations

from collections.abc import Mapping
from xml.etree import ElementTree

from junitparser import (
    Attr,
    Failure,
    IntAttr,
    JUnitXml,
    Properties,
    Property,
    Skipped,
    TestCase,
    TestSuite,
)  # fmt: skip

from factcheck.model import Claim, Comparison, Document
from factcheck.report.findings import Finding, findings
from factcheck.report.places import Lines
from factcheck.report.view import View, clip, inert, visible

#: a name is a line in a list of tests
_NAME = 120


class _Case(TestCase):
    """A test case with the attributes that GitLab reads."""

    file = Attr()
    line = IntAttr()


def render(comparison: Comparison, view: View) -> str:
    return render_stories({"": comparison}, view)


def render_stories(stories: Mapping[str, Comparison], view: View) -> str:
    """One file for several comparisons; the suites of a story bear its name."""
    report = JUnitXml("factcheck")
    for story, comparison in stories.items():
        found = _by_claim(comparison, view)
        for document in comparison.sources:
            suite = TestSuite(visible(": ".join(part for part in (story, document.id) if part)))
            lines = Lines(document)
            for claim in comparison.claims:
                if claim.source == document.id and view.shows(claim):
                    suite.add_testcase(_case(claim, document, lines, found.get(claim.id, [])))
            report.add_testsuite(suite)
    report.update_statistics()
    return _text(report)


def _text(report: JUnitXml) -> str:
    """Written by the standard library: junitparser writes other bytes where lxml is installed."""
    root = ElementTree.fromstring(report.tostring())
    ElementTree.indent(root)
    return "<?xml version='1.0' encoding='utf-8'?>\n" + ElementTree.tostring(root, encoding="unicode") + "\n"


def _by_claim(comparison: Comparison, view: View) -> dict[str, list[Finding]]:
    found: dict[str, list[Finding]] = {}
    for finding in findings(comparison, view):
        for claim_id in finding.link.claims if finding.link else (finding.claim.id,):
            found.setdefault(claim_id, []).append(finding)
    return found


def _case(claim: Claim, document: Document, lines: Lines, found: list[Finding]) -> TestCase:
    place = lines.place(claim.start, claim.end)
    # The id keeps the names of like claims apart, and is the same in the next run.
    case = _Case(f"{visible(clip(claim.text, _NAME))} [{claim.id}]", classname=visible(document.id), time=0)
    if place.file is not None:
        case.file = visible(place.file)
    if place.region is not None:
        case.line = place.region.line
    case.append(_properties(claim, found))  # type: ignore[no-untyped-call]
    open_findings = [f for f in found if not f.muted]
    if open_findings:
        case.result = [_told(Failure, open_findings[0].rule, found)]
    elif found:
        case.result = [_told(Skipped, found[0].rule, found)]
    return case


def _properties(claim: Claim, found: list[Finding]) -> Properties:
    properties = Properties()
    told = {
        "id": claim.id,
        "verdict": claim.verdict,
        "span": f"{claim.start}-{claim.end}",
        "links": " ".join(f.link.id for f in found if f.link),
    }
    for name, value in told.items():
        properties.add_property(Property(name, str(value)))
    return properties


def _told(kind: type[Failure | Skipped], rule: str, found: list[Finding]) -> Failure | Skipped:
    """The first reason as the message, all of them with their passages as the text."""
    result = kind(visible(" ".join(found[0].why.split())), rule)
    lines = [line for finding in found for line in (f"{finding.rule}: {finding.why}", *finding.passages)]
    result.text = inert("\n".join(visible(" ".join(line.split())) for line in lines))
    return result
