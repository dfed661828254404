"""Reports: golden files compared whole, hostile article text, the same counts everywhere."""

from __future__ import annotations

import contextlib
import json
import re
import runpy
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from factcheck import Comparison, Document, FactcheckError, compare, render
from factcheck.pipeline import understand
from factcheck.report import CLAIM_FORMATS, FORMATS, render_claims
from factcheck.report.view import VERDICTS, View, clip

ROOT = Path(__file__).parents[1]
UPDATE = runpy.run_path(str(Path(__file__).parent / "golden" / "update.py"))


@cache
def reports(story: str) -> dict[Path, str]:
    with contextlib.chdir(ROOT):
        found: dict[Path, str] = UPDATE["golden_reports"](story, UPDATE["comparison_of"](story))
    return found


# Golden reports -----------------------------------------------------------------------------


@pytest.mark.parametrize("story", UPDATE["STORIES"])
@pytest.mark.parametrize("format", list(FORMATS))
def test_golden(story: str, format: str) -> None:
    path = UPDATE["GOLDEN"] / f"{story}.{format}"
    kept = (ROOT / path).read_bytes().decode("utf-8")  # line ends as they are
    assert reports(story)[path] == kept, "python tests/golden/update.py, and read the difference"


def test_every_golden_file_is_compared() -> None:
    known = {p.name for story in UPDATE["STORIES"] for p in reports(story)}
    kept = {p.name for p in (ROOT / UPDATE["GOLDEN"]).iterdir() if p.is_file() and p.suffix != ".py"}
    assert kept == known == {f"{story}.{format}" for story in UPDATE["STORIES"] for format in FORMATS}


def test_golden_files_hold_no_machine_path() -> None:
    for story in UPDATE["STORIES"]:
        for path in reports(story):
            text = (ROOT / path).read_text(encoding="utf-8")
            assert str(ROOT) not in text
            assert not re.search(r"/(?:home|tmp|work|Users)/", text)


# Hostile text ----------------------------------------------------------------------------------

#: what an article may try, in a sentence that is a claim
HOSTILE = [
    (
        "colours and screen control",
        "The \x1b[31mdam\x1b[0m in \x1b[2J\x1b]0;title\x07Halmar broke on Monday.",
    ),
    ("eight-bit control characters", "The dam in \x9b31mHalmar\x85 broke on Monday."),
    ("bidirectional overrides", "The \u202edam\u202c in \u2066Halmar\u2069 broke\u200f on Monday."),
    ("invisible characters", "The d\u200bam in Hal\ufeffmar broke\u00ad on Mon\u2060day."),
    ("line and paragraph separators", "The dam\u2028in Halmar\u2029broke on Monday."),
    ("carriage return and backspace", "The dam in Halmar\b\b\b broke\rsafe on Monday."),
    ("HTML", "The dam in <script>alert(1)</script> Halmar <img src=x onerror=y> broke &lt;b&gt; on Monday."),
    ("emphasis, code and headings", "The **dam** in `Halmar` __broke__ ~~never~~ # on _Monday_."),
    ("links and images", "The dam in [Halmar](https://example.org/x) broke ![on](y.png) Monday."),
    ("table cells", "The dam | in Halmar | broke \\| on || Monday."),
    ("mentions and issues", "The dam in @halmar broke on Monday, said #12 and !7."),
    ("a fence", "The dam in Halmar ```` broke ``` on Monday."),
    ("one very long word", f"The dam in {'Halmar' * 60} broke on Monday."),
    ("a formula", "=cmd|'/c calc'!A1 in Halmar broke the dam on Monday."),
]
_TABLE_CONTROL = re.compile(
    r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]"
)


def hostile(text: str) -> Comparison:
    """Hostile in every place a report shows: text, title, outlet and so the id."""
    documents = [
        Document("a", text, "a.txt", title=text, outlet="x"),
        Document(f"b{text[:30]}", f"{text} The mayor resigned.", "b.txt", title=text, published="2023-05-12"),
    ]
    return compare(*documents)


def lines_of(text: str) -> list[str]:
    """Lines as every program counts them."""
    lines = text.splitlines()
    assert text.endswith("\n")
    assert lines == text.split("\n")[:-1]
    return lines


@pytest.mark.parametrize(("reason", "text"), HOSTILE, ids=[h[0] for h in HOSTILE])
@pytest.mark.parametrize("explain", [False, True])
def test_hostile_text_is_inert_in_a_table(reason: str, text: str, explain: bool) -> None:
    comparison = hostile(text)
    assert comparison.claims
    out = render(comparison, "table", View(explain=explain))
    assert not _TABLE_CONTROL.search(out)
    lines_of(out)
    table = out.split("\n\n")[0]
    assert max(map(len, table.splitlines())) <= 100
    articles = [understand(d) for d in comparison.sources]
    claims = [c for a in articles for c in a.claims]
    listed = render_claims(comparison.sources, claims, [s for a in articles for s in a.skipped], "table")
    assert not _TABLE_CONTROL.search(listed)
    assert max(map(len, lines_of(listed))) <= 100


_INLINE = re.compile(r"(?<!\\)(?:\\\\)*[`*_\[\]<>#~!&@]")


@pytest.mark.parametrize(("reason", "text"), HOSTILE, ids=[h[0] for h in HOSTILE])
def test_hostile_text_is_inert_in_markdown(reason: str, text: str) -> None:
    comparison = hostile(text)
    out = render(comparison, "markdown")
    assert not _TABLE_CONTROL.search(out)
    lines = lines_of(out)
    assert [line for line in lines if line.startswith("#")] == ["# Factcheck comparison"]
    assert [line for line in lines if line.startswith("- ")] == lines[4:6]
    for line in lines[4:6]:
        assert not _INLINE.search(re.sub(r"^- \*\*(.*)\*\*", r"\1", line, count=1))
    rows = lines[9:]
    assert rows
    for row in rows:
        cells = re.split(r"(?<!\\)(?:\\\\)*\|", row)
        assert (len(cells), cells[0], cells[-1]) == (7, "", "")
        assert not _INLINE.search(row)


@pytest.mark.parametrize(("reason", "text"), HOSTILE, ids=[h[0] for h in HOSTILE])
def test_hostile_text_cannot_leave_the_explanation(reason: str, text: str) -> None:
    lines = lines_of(render(hostile(text), "markdown", View(explain=True)))
    start = lines.index("## Why") + 2
    fence = lines[start].removesuffix("text")
    assert set(fence) == {"`"}
    assert lines[-1] == fence
    assert not [line for line in lines[start + 1 : -1] if fence in line]


@pytest.mark.parametrize(("reason", "text"), HOSTILE, ids=[h[0] for h in HOSTILE])
def test_json_keeps_hostile_text_as_it_is(reason: str, text: str) -> None:
    comparison = hostile(text)
    out = json.loads(render(comparison, "json"))
    texts = {d.id: d.text for d in comparison.sources}
    assert [c["text"] for c in out["claims"]] == [
        texts[c["source"]][c["start"] : c["end"]] for c in out["claims"]
    ]
    assert [s["title"] for s in out["sources"]] == [text, text]


# Every format tells the same ----------------------------------------------------------------------


def _jsonl(report: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in report.split("\n")[:-1]]


@pytest.mark.parametrize("story", UPDATE["STORIES"])
@pytest.mark.parametrize("only", [(), *((v,) for v in VERDICTS)])
def test_every_format_shows_the_same_findings(story: str, only: tuple[Any, ...]) -> None:
    comparison = comparisons(story)
    view = View(only=only, width=400)
    out = json.loads(render(comparison, "json", view))
    lines = _jsonl(render(comparison, "jsonl", view))
    assert [x["id"] for x in lines if x["type"] == "claim"] == [c["id"] for c in out["claims"]]
    assert [x["id"] for x in lines if x["type"] == "link"] == [x["id"] for x in out["links"]]
    table, markdown = (render(comparison, f, view) for f in ("table", "markdown"))
    for verdict in VERDICTS:
        in_table = len(re.findall(rf"^{verdict} ", table, re.MULTILINE))
        in_markdown = len(re.findall(rf"^\| {verdict} \|", markdown, re.MULTILINE))
        claims = [c for c in out["claims"] if c["verdict"] == verdict]
        assert in_table == in_markdown
        # A row shows a claim, or a claim and its partner.
        assert len(claims) / 2 <= in_table <= len(claims)
    for c in out["claims"]:
        assert " ".join(c["text"].split())[:10] in table


@cache
def comparisons(story: str) -> Comparison:
    with contextlib.chdir(ROOT):
        found: Comparison = UPDATE["comparison_of"](story)
    return found


def test_a_single_source_claim_says_so_and_a_conflict_says_why() -> None:
    out = render(
        compare(
            Document("a", "Repairs to the dam will take 10 days. Cows fled uphill.", "a.txt"),
            Document("b", "Repairs to the dam will take 20 days.", "b.txt"),
        ),
        "markdown",
    )
    rows = [line for line in out.splitlines() if line.startswith("| ")][2:]
    assert [row.split(" | ")[0] for row in rows] == ["| conflicting", "| single-source"]
    assert "“10 days” and “20 days” cannot both hold" in rows[0]
    assert "no other source" in rows[1]


@pytest.mark.parametrize("format", list(FORMATS))
def test_a_comparison_without_claims(format: str) -> None:
    comparison = compare(Document("a", "", "a.txt"), Document("b", "Flood", "b.txt"))
    out = render(comparison, format)
    assert out.endswith("\n")
    nothing = {
        "json": '"claims": 0',
        "jsonl": '"claims": 0',
        "csv": "partner_text",
        "junit": 'tests="0"',
        "gitlab": "[]",
        "claimreview": '"@graph": []',
    }
    counts = nothing.get(format, "2 sources, 0 claims: 0 conflicting")
    assert counts in out


@pytest.mark.parametrize("format", ["pdf", "", "JSON", "json_"])
def test_an_unknown_format_is_an_error(format: str) -> None:
    comparison = compare(Document("a", "", "a.txt"), Document("b", "", "b.txt"))
    with pytest.raises(FactcheckError, match="choose from"):
        render(comparison, format)


@pytest.mark.parametrize("format", CLAIM_FORMATS)
def test_claims_alone_have_no_verdict(format: str) -> None:
    article = understand(Document("a", "Repairs to the dam will take 10 days. Why?", "a.txt"))
    out = render_claims([article.document], article.claims, article.skipped, format)
    assert "verdict" not in out.lower()
    assert "10 days" in out
    assert "1 skipped" in out or "question" in out


@pytest.mark.parametrize(
    ("text", "limit", "clipped"),
    [
        ("one two three", 13, "one two three"),
        ("one two three", 12, "one two…"),
        ("one  two\nthree", 13, "one two three"),
        ("one, two three", 6, "one…"),
        ("abcdefghij", 5, "abcd…"),
    ],
)
def test_clip(text: str, limit: int, clipped: str) -> None:
    assert clip(text, limit) == clipped
    assert len(clip(text, limit)) <= limit
