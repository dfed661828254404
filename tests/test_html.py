"""The HTML report as a document: what it holds, that it is closed to the network and to
hostile text, and that it is the same each time. What it does is in test_html_browser.py."""

from __future__ import annotations

import base64
import hashlib
import os
import re
import subprocess
import sys
from collections import Counter
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

import pytest
from test_reports import HOSTILE, hostile

from factcheck import Comparison, Document, Link, compare, render
from factcheck.judge.verdicts import with_verdicts
from factcheck.model import Fact, Review
from factcheck.report.html.findings import read_as
from factcheck.report.html.matrix import fact_matrix
from factcheck.report.html.page import build_page
from factcheck.report.view import VERDICTS, View

ROOT = Path(__file__).parents[1]
DAM = Document("Courier", "Repairs to the dam will take 10 days. Cows fled uphill. Why?", "courier.md")
DELAY = Document("Herald", "Repairs to the dam will take 20 days.", "herald.md", published="2024-03-01")
THIRD = Document("Echo", "Repairs to the dam will take ten days.", "echo.md")

#: tags without an end tag
_VOID = frozenset("meta link input br".split())


class Page(HTMLParser):
    """The elements of a page and the text of its claims."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str]]] = []
        self.open: list[str] = []
        self.texts: list[str] = []
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, {key: value or "" for key, value in attrs}))
        if tag not in _VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if self.open[-1:] not in (["style"], ["script"]):
            self.texts.append(data)

    @property
    def text(self) -> str:
        return " ".join("".join(self.texts).split())

    def of_class(self, name: str) -> list[dict[str, str]]:
        return [a for _, a in self.elements if name in a.get("class", "").split()]


def dismissed(comparison: Comparison) -> Comparison:
    links = tuple(
        replace(x, review=Review("dismissed", "other repairs", "Ada")) if x.relation == "conflicts" else x
        for x in comparison.links
    )
    return replace(comparison, links=links, claims=tuple(with_verdicts(comparison.claims, links)))


@pytest.fixture(scope="module")
def three() -> Comparison:
    return compare(DAM, DELAY, THIRD)


def test_a_page_tells_all_of_a_comparison(three: Comparison) -> None:
    page = Page(render(three, "html"))
    assert page.open == []
    found = Counter(c["data-verdict"] for c in page.of_class("claim"))
    summary = three.summary
    assert [found[v] for v in VERDICTS] == [summary.conflicting, summary.corroborated, summary.single_source]
    assert len(page.of_class("finding")) == len(three.links)
    assert len(page.of_class("column")) == 3
    for link in three.links:
        assert link.why in page.text
    assert "skipped: question" in page.text
    assert "3 sources, 4 claims: 3 conflicting, 0 corroborated, 1 single-source; 1 skipped" in page.text


def test_ids_are_unique_and_references_lead_somewhere(three: Comparison) -> None:
    page = Page(render(three, "html"))
    ids = Counter(a["id"] for _, a in page.elements if "id" in a)
    assert set(ids.values()) == {1}
    for _, attributes in page.elements:
        if attributes.get("href", "").startswith("#"):
            assert attributes["href"][1:] in ids
        for claim in attributes.get("data-claims", "").split():
            assert f"c-{claim}" in ids
        for link in attributes.get("data-links", "").split():
            assert f"l-{link}" in ids


def test_nothing_is_fetched(three: Comparison) -> None:
    page = Page(render(three, "html"))
    fetched = [a for tag, a in page.elements for key in ("src", "srcset", "action") if key in a]
    assert fetched == []
    assert [a["href"] for tag, a in page.elements if tag == "link"] == ["data:,"]
    assert all(a["href"].startswith("#") for tag, a in page.elements if tag == "a")


def test_the_policy_lets_run_what_is_ours_and_nothing_else(three: Comparison) -> None:
    report = render(three, "html")
    policies = [a["content"] for t, a in Page(report).elements if "http-equiv" in a]
    assert len(policies) == 1
    directives = dict(part.strip().split(" ", 1) for part in policies[0].split(";"))
    assert directives["default-src"] == "'none'"
    for tag, directive in (("style", "style-src"), ("script", "script-src")):
        bodies = re.findall(rf"<{tag}[^>]*>(.*?)</{tag}>", report, re.DOTALL)
        assert len(bodies) == 1
        digest = base64.b64encode(hashlib.sha256(bodies[0].encode()).digest()).decode()
        assert directives[directive] == f"'sha256-{digest}'"
    # An attribute that styles or acts would be dead under this policy.
    assert not [a for _, a in Page(report).elements if "style" in a or any(k.startswith("on") for k in a)]


def test_only_shows_a_part_and_counts_all(three: Comparison) -> None:
    page = Page(render(three, "html", View(only=("single-source",))))
    assert [c["data-verdict"] for c in page.of_class("claim")] == ["single-source"]
    assert page.of_class("finding") == []
    assert "3 conflicting" in page.text
    assert "Only some verdicts are shown" in page.text


def test_explain_shows_weights_and_what_was_compared(three: Comparison) -> None:
    page = Page(render(three, "html", View(explain=True)))
    weights = [x.weights for x in three.links] + [x.weights for x in three.compared]
    assert len(page.of_class("weights")) == sum(map(bool, weights))
    assert len(page.of_class("finding")) == len(three.links) + len(three.compared)
    assert page.of_class("weights")


@pytest.mark.parametrize(("reason", "text"), HOSTILE, ids=[h[0] for h in HOSTILE])
def test_hostile_text_is_text(reason: str, text: str) -> None:
    comparison = hostile(text)
    report = render(comparison, "html", View(explain=True))
    page, plain = Page(report), Page(render(compare(DAM, DELAY), "html", View(explain=True)))
    assert page.open == []
    assert {tag for tag, _ in page.elements} <= {tag for tag, _ in plain.elements} | {"aside", "li", "ul"}
    assert [tag for tag, _ in page.elements].count("script") == 1
    assert not re.search(
        r"[^\S\n ]|[\x00-\x09\x0b-\x1f\x7f-\x9f\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]", report
    )


# What is shown beside verdicts ---------------------------------------------------------------


def test_a_dismissed_conflict_is_shown_and_counts_for_nothing(three: Comparison) -> None:
    comparison = dismissed(three)
    page = Page(render(comparison, "html"))
    assert len(page.of_class("dismissed")) > 0
    assert "dismissed by Ada: other repairs" in page.text
    assert not [c for c in page.of_class("claim") if c["data-verdict"] == "conflicting"]
    assert "2 dismissed" in page.text
    assert not [row for row in fact_matrix(comparison, comparison.links) if row.differs]


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"review": Review("confirmed", "called the mayor", "Ada")}, "confirmed by Ada: called the mayor"),
        ({"review": Review("confirmed")}, "confirmed"),
        ({"known": True}, "in the baseline already"),
        ({"known": False}, "new: not in the baseline"),
        ({"judge": "onnx:large"}, "decided by the judge onnx:large, not by the rules"),
        ({"independent": False}, "two printings of one text"),
        ({"update": True}, "Update"),
    ],
)
def test_a_link_tells_who_decided_what(three: Comparison, change: dict[str, object], told: str) -> None:
    links: tuple[Link, ...] = tuple(replace(x, **change) for x in three.links)  # type: ignore[arg-type]
    assert told in Page(render(replace(three, links=links), "html")).text


def test_the_claim_tells_that_a_judge_decided(three: Comparison) -> None:
    links = tuple(replace(x, judge="onnx:large") for x in three.links)
    assert Page(render(replace(three, links=links), "html")).of_class("judge")
    assert not Page(render(three, "html")).of_class("judge")


def test_warnings_reprints_and_different_events_are_told() -> None:
    story = "The dam broke on Monday. " + " ".join(
        f"Farmer number {n} lost {n + 3} cows in the valley near Halmar." for n in range(12)
    )
    page = Page(render(compare(Document("a", story, "a.txt"), Document("b", story, "b.txt")), "html"))
    assert "b prints the same text as a: both count as one origin" in page.text
    assert page.of_class("reprint")
    assert "2 sources (1 origin)" in page.text


def test_a_claim_printed_often_says_so() -> None:
    often = Document(
        "a", "The dam in Halmar broke on Monday.\n\nThe dam in Halmar broke on Monday.\n", "a.txt"
    )
    assert "printed 2 times" in Page(render(compare(often, DELAY), "html")).text


# The matrix of facts ----------------------------------------------------------------------------


def test_a_row_of_the_matrix_is_a_fact_and_a_cell_what_a_source_says(three: Comparison) -> None:
    rows = fact_matrix(three, three.links)
    assert [(r.kind, r.relation, r.differs) for r in rows] == [("duration", "conflict", True)]
    assert [[v.text for v in cell] for cell in rows[0].cells] == [["10 days"], ["20 days"], ["ten days"]]


def test_facts_that_differ_come_before_those_that_agree() -> None:
    comparison = compare(
        Document("a", "The dam in Halmar broke on Monday. Repairs to the dam will take 10 days.", "a.txt"),
        Document("b", "The dam in Halmar broke on Monday. Repairs to the dam will take 20 days.", "b.txt"),
    )
    rows = fact_matrix(comparison, comparison.links)
    differs = [row.differs for row in rows]
    assert differs == sorted(differs, reverse=True)
    assert set(differs) == {True, False}


@pytest.mark.parametrize(
    ("fact", "told"),
    [
        (Fact("count", 0, 2, "17", 17, low=17, high=17), ""),
        (Fact("count", 0, 6, "twelve", 12, low=12, high=12), "12"),
        (
            Fact("count", 0, 13, "at least 2000", 2000, low=2000, high=3000, high_open=True),
            "2,000 to under 3,000",
        ),
        (Fact("count", 0, 4, "most", None, low=None, high=5), "up to 5"),
        (Fact("count", 0, 4, "over", None, low=5, high=None), "from 5"),
        (Fact("date", 0, 8, "Thursday", "2022-01-13", "day"), "2022-01-13"),
        (
            Fact("org", 0, 4, "CSTO", "Collective Security Treaty Organization"),
            "Collective Security Treaty Organization",
        ),
        (Fact("place", 0, 6, "Almaty", "Almaty"), ""),
        (Fact("duration", 0, 9, "two weeks", "P2W", "week", low=2, high=2), "2 week"),
        (Fact("measure", 0, 8, "34 miles", 34, "mile", low=34, high=34), ""),
    ],
)
def test_a_value_is_told_as_it_was_understood(fact: Fact, told: str) -> None:
    assert read_as(fact) == told


# Everything else -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("count", "title"), [(2, "s0 and s1"), (4, "s0, s1, s2 and s3"), (6, "s0, s1, s2 and 3 more")]
)
def test_the_title_names_the_sources(count: int, title: str) -> None:
    documents = [Document(f"s{n}", f"{n + 3} cows fled.", f"s{n}.txt") for n in range(count)]
    assert build_page(compare(*documents), View()).title == title


def test_the_same_comparison_gives_the_same_page() -> None:
    script = (
        "from factcheck import compare, render\n"
        "import sys\n"
        "c = compare(*sys.argv[1:])\n"
        "import hashlib\n"
        "print(hashlib.sha256(render(c, 'html').encode()).hexdigest())\n"
    )
    story = ["articles/sund-ferry/harbor-daily.md", "articles/sund-ferry/lantern-post.md"]
    digests = set()
    for seed in ("1", "2"):
        environment = {"PYTHONHASHSEED": seed, "PYTHONPATH": os.pathsep.join(sys.path)}
        command = [sys.executable, "-c", script, *story]
        ran = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=True)
        digests.add(ran.stdout)
    assert len(digests) == 1


def test_a_notebook_shows_the_page_in_a_frame_of_its_own(three: Comparison) -> None:
    fragment = three._repr_html_()
    frames = Page(fragment).elements
    assert [tag for tag, _ in frames] == ["iframe"]
    assert frames[0][1]["sandbox"] == "allow-scripts"
    assert frames[0][1]["srcdoc"] == render(three, "html")


def test_templates_are_loaded_only_for_html() -> None:
    script = (
        "import sys, factcheck, factcheck.cli\n"
        "from factcheck import compare, render, Document\n"
        "render(compare(Document('a', 'Cows fled.', 'a'), Document('b', 'Pigs fled.', 'b')), 'json')\n"
        "sys.exit('jinja2' in sys.modules)\n"
    )
    assert subprocess.run([sys.executable, "-c", script], check=False).returncode == 0


def test_the_readme_lists_the_keys_of_the_page(three: Comparison) -> None:
    keys = re.search(r'<dl class="keys">(.*?)</dl>', render(three, "html"), re.DOTALL)
    assert keys is not None
    page = [
        (re.findall("<kbd>(.*?)</kbd>", names), what)
        for names, what in re.findall("<dt>(.*?)</dt><dd>(.*?)</dd>", keys[1])
    ]
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    table = readme.split("| key | what it does |\n|---|---|\n")[1].split("\n\n")[0]
    rows = [line.strip("| ").split(" | ") for line in table.splitlines()]
    assert [(re.findall("`(.*?)`", names), what) for names, what in rows][:-1] == page[:-1]
    assert len(rows) == len(page)
