"""Hostile article text is inert in every format, in every field a report shows."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from xml.etree import ElementTree

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from read_back import csv_rows, workflow_command
from test_formats import GITLAB, SARIF, SCHEMA

from factcheck import Claim, Comparison, Document, Fact, Link, render
from factcheck.judge.verdicts import with_verdicts
from factcheck.model import FactPair, Review, SourcePair
from factcheck.report import FORMATS
from factcheck.report.view import View

law = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])

ATTACKS = [
    "\x1b[31mred\x1b[0m", "\x1b]0;title\x07", "\x9b2J", "\x00", "\x7f", "\b\b\b",
    "\u202eright to left\u202c", "\u2066isolated\u2069", "\u200b", "\ufeff", "\u2028", "\u2029", "\x85",
    "\U000e0041", "\ud800", "\udcff", "\ufffe", "\uffff",
    "<script>alert(1)</script>", "</script>", "<img src=x onerror=alert(1)>", "]]>", "<!--", "&lt;", "&#x1b;",
    "::error::x", "::error file=a,line=1::x", "\n::stop-commands::x", "\r::add-mask::e", "##[error]x",
    "##vso[task.setvariable variable=a]b", "%0A::error::x", "%25", "%", "section_start:0:x\r\x1b[0K",
    "=cmd|'/c calc'!A1", "+1+cmd()", "-2", "@SUM(A1)", "＝1", "\t=1", '","=1', '"', "'", ";=1", ",", "\r\n",
    "[a](javascript:x)", "![a](x)", "[a](1)", "{0}", "{{", "| a |", "```", "# a", "@halmar", "#12", "**a**",
    "file=/etc/passwd", "{% raw %}", "{{ 7*7 }}", "${x}", "\\", "\\u0000", "\n\n---\n\n",
]  # fmt: skip
TEXTS = st.lists(
    st.sampled_from(ATTACKS) | st.text(st.characters(), max_size=8) | st.just(" 10 days "),
    min_size=1,
    max_size=4,
).map("".join)
SENTENCES = TEXTS.filter(lambda text: text.strip())


@st.composite
def comparisons(draw: st.DrawFn) -> Comparison:
    """Two sources, two claims and a conflict between them, hostile in every field that is text."""
    one, two, alone, other = (draw(SENTENCES) for _ in range(4))
    names = draw(st.lists(SENTENCES, min_size=2, max_size=2, unique=True))
    sources = tuple(
        Document(name, f"{text}\n{alone}", path=f"{draw(TEXTS)}.txt", title=other, outlet=name, url=other)
        for name, text in zip(names, (one, two), strict=True)
    )
    speaker = draw(st.none() | TEXTS)
    role = draw(st.sampled_from([None, "killed"]))  # a word of ours
    claims = []
    for n, (document, text) in enumerate(zip(sources, (one, two), strict=True)):
        fact = Fact("count", 0, len(text), text, value=other, unit=other, of=other, role=role)
        span, rest = (0, len(text)), (len(text) + 1, len(document.text))
        claims += [
            Claim(f"c{n}", document.id, *span, text, (span,), (fact,), speaker),
            Claim(f"d{n}", document.id, *rest, alone, (rest,)),
        ]
    pair = FactPair("count", claims[0].facts[0], claims[2].facts[0], "conflict", other)
    review = draw(st.none() | st.builds(Review, st.sampled_from(["confirmed", "dismissed"]), TEXTS, TEXTS))
    why = f"“{one}” and “{two}” cannot both hold"
    link = Link("ab12", ("c0", "c1"), 0.5, "conflicts", 0.9, (pair,), why, review=review, judge=other)
    event = SourcePair((names[0], names[1]), 0.1, False, other)
    judged = tuple(with_verdicts(claims, [link]))
    return Comparison(sources, judged, (link,), (), (), warnings=(other,), events=(event,))


#: what no report may hold, whatever an article says: control characters but line feeds, and what hides
_HIDDEN = re.compile(
    "[\x00-\x09\x0b\x0c\x0e-\x1f\x7f-\x9f\xad\u200b-\u200f\u2028-\u202e\u2060-\u2069\ud800-\udfff\ufeff]"
)
_VIEWS = [View(), View(include=("single-source",)), View(explain=True)]


@pytest.mark.parametrize("format", list(FORMATS))
@law
@given(comparison=comparisons(), view=st.sampled_from(_VIEWS))
def test_nothing_hidden_and_nothing_a_log_would_run(format: str, comparison: Comparison, view: View) -> None:
    out = render(comparison, format, view)
    out.encode("utf-8")
    assert not _HIDDEN.search(out)
    assert not re.search(r"##\w*\[", out)
    lines = out.split("\r\n" if format == "csv" else "\n")
    assert lines.pop() == ""
    assert "\r" not in "".join(lines)
    if format != "github":
        # "::name::message": GitHub's log runs a line that starts so
        assert not [line for line in lines if re.match(r"\s*::.*::", line)]
    assert render(comparison, format, view) == out


@law
@given(comparisons(), st.sampled_from(_VIEWS))
def test_a_line_of_github_is_one_command(comparison: Comparison, view: View) -> None:
    lines = render(comparison, "github", view).split("\n")[:-1]
    alone = sum(c.verdict == "single-source" for c in comparison.claims) if view.include else 0
    assert len(lines) == 1 + alone + 1 + 1  # the conflict, claims alone, different events, the summary
    for line in lines:
        _, fields, _ = workflow_command(line)
        assert set(fields) <= {"file", "line", "endLine", "col", "endColumn", "title"}
        assert "[" not in fields["title"] or re.search(r" \[[0-9a-d]+\]$", fields["title"])


@law
@given(comparisons(), st.sampled_from(_VIEWS))
def test_json_says_exactly_what_was_there(comparison: Comparison, view: View) -> None:
    from jsonschema import Draft202012Validator

    report = json.loads(render(comparison, "json", view))
    Draft202012Validator(SCHEMA).validate(report)
    assert [c["text"] for c in report["claims"]] == [c.text for c in comparison.claims]
    assert [s["path"] for s in report["sources"]] == [d.path for d in comparison.sources]
    lines = [json.loads(x) for x in render(comparison, "jsonl", view).split("\n")[:-1]]
    assert [x["text"] for x in lines if x["type"] == "claim"] == [c.text for c in comparison.claims]
    reviews = json.loads(render(comparison, "claimreview", view))["@graph"]
    assert [r["claimReviewed"] for r in reviews] == [c.text for c in comparison.claims]


@law
@given(comparisons(), st.sampled_from(_VIEWS))
def test_sarif_and_gitlab_stay_valid(comparison: Comparison, view: View) -> None:
    log = json.loads(render(comparison, "sarif", view))
    SARIF.validate(log)
    for result in log["runs"][0]["results"]:
        text = result["message"]["text"]
        assert not re.search(r"\]\(", text)
        assert not re.search(r"(?<!\{)(?:\{\{)*\{\d", text)
        for location in result["locations"]:
            place = location["physicalLocation"]
            assert re.fullmatch(
                r"(?:[\w.~:/?#\[\]@!$&'()*+,;=-]|%[0-9A-F]{2})+", place["artifactLocation"]["uri"]
            )
    GITLAB.validate(json.loads(render(comparison, "gitlab", view)))


@law
@given(comparisons(), st.sampled_from(_VIEWS))
def test_junit_stays_well_formed(comparison: Comparison, view: View) -> None:
    root = ElementTree.fromstring(render(comparison, "junit", view))
    assert [suite.tag for suite in root] == ["testsuite", "testsuite"]
    cases = [case for suite in root for case in suite]
    assert [case.tag for case in cases] == ["testcase"] * len(comparison.claims)
    told = {element.tag for case in cases for element in case.iter()}
    assert told <= {"testcase", "properties", "property", "failure", "skipped"}


@settings(law, max_examples=25)
@given(comparisons())
def test_csv_keeps_its_rows_and_runs_no_formula(comparison: Comparison) -> None:
    rows = csv_rows(render(comparison, "csv"))
    assert [row["claim"] for row in rows] == [c.id for c in comparison.claims]
    for row in rows:
        assert not [x for x in row.values() if x and x[0] in "=+-@＝＋－＠\t\r"]


@law
@given(comparisons())
def test_markdown_has_no_markup_of_the_article(comparison: Comparison) -> None:
    for format in ("markdown", "github-summary"):
        rows = [x for x in render(comparison, format).split("\n") if x.startswith("| ")]
        for row in rows[1:]:
            assert not re.search(r"(?<!\\)(?:\\\\)*[`*_\[\]<>#~!&@{}]", row)
            assert len(re.split(r"(?<!\\)(?:\\\\)*\|", row)) == (7 if format == "markdown" else 6)


def test_attacks_reach_the_reports() -> None:
    """The laws would hold of empty reports: each attack is in the exact text of one."""
    for attack in ATTACKS:
        text = f"Repairs {attack} took 10 days."
        document = Document("A", text, "a.txt")
        claim = Claim("c0", "A", 0, len(text), text, ((0, len(text)),), verdict="single-source")
        comparison = Comparison((document, replace(document, id="B")), (claim,), (), (), ())
        assert json.loads(render(comparison, "json"))["claims"][0]["text"] == text
        for format in FORMATS:
            assert "Repairs" in render(comparison, format, View(include=("single-source",)))
