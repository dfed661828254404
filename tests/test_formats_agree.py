"""Every format of one comparison tells the same, whatever is dismissed, confirmed or known."""

from __future__ import annotations

import contextlib
import re
import runpy
from dataclasses import replace
from functools import cache
from itertools import product
from pathlib import Path

import pytest
from read_back import READERS, Told

from factcheck import Comparison, render
from factcheck.judge.verdicts import with_verdicts
from factcheck.model import Link, Review, Verdict
from factcheck.report import COMBINED, FORMATS, render_stories
from factcheck.report.view import VERDICTS, View

ROOT = Path(__file__).parents[1]
UPDATE = runpy.run_path(str(Path(__file__).parent / "golden" / "update.py"))
STORIES = list(UPDATE["STORIES"])
#: what people decided about the first conflicts of a story, in turn
REVIEWS = (
    Review("dismissed", "two dams", "Ann"),
    Review("confirmed"),
    None,
    Review("dismissed"),
)
VIEWS = [View(), View(include=("single-source",)), *(View(only=(verdict,)) for verdict in VERDICTS)]


def _decided(number: int, link: Link, baseline: bool) -> Link:
    known = (number % 3 == 2) if baseline else None
    return replace(link, review=REVIEWS[number % len(REVIEWS)], known=known)


@cache
def comparison_of(story: str, state: str) -> Comparison:
    """The comparison as it is ("new"), reviewed, or reviewed and with a baseline."""
    with contextlib.chdir(ROOT):
        comparison: Comparison = UPDATE["comparison_of"](story)
    if state == "new":
        return comparison
    conflicts = [x.id for x in comparison.links if x.relation == "conflicts"]
    links = tuple(
        _decided(conflicts.index(x.id), x, state == "baseline") if x.id in conflicts else x
        for x in comparison.links
    )
    return replace(comparison, links=links, claims=tuple(with_verdicts(comparison.claims, links)))


def expected(comparison: Comparison, view: View) -> Told:
    claims = [c for c in comparison.claims if not view.only or c.verdict in view.only]
    shown = {c.id: c for c in claims}
    links = [x for x in comparison.links if x.relation == "conflicts" and set(x.claims) <= set(shown)]
    single: tuple[Verdict, ...] = (*view.include, *view.only)
    lines = {}
    for link in links:
        first = shown[link.claims[0]]
        (document,) = (d for d in comparison.sources if d.id == first.source)
        lines[link.id] = (document.path, document.text.count("\n", 0, first.start) + 1)
    return Told(
        claims={c.id: str(c.verdict) for c in claims},
        spans={c.id: (c.source, c.start, c.end) for c in claims},
        conflicts={x.id: x.suppressed for x in links},
        alone={c.id for c in claims if c.verdict == "single-source" and "single-source" in single},
        lines=lines,
    )


@pytest.mark.parametrize(
    ("story", "state"),
    [*((story, "new") for story in STORIES), ("sarvan-earthquake", "reviewed"), ("sund-ferry", "baseline")],
)
@pytest.mark.parametrize("view", VIEWS, ids=lambda v: "+".join((*v.include, *v.only)) or "all")
def test_every_format_tells_the_same(story: str, state: str, view: View) -> None:
    comparison = comparison_of(story, state)
    wanted = expected(comparison, view)
    assert wanted.spans is not None
    assert wanted.conflicts is not None
    for format, read in READERS.items():
        told = read(render(comparison, format, view))
        for name in ("claims", "alone", "lines"):
            value = getattr(told, name)
            assert value is None or value == getattr(wanted, name), (format, name)
        for claim, span in (told.spans or {}).items():
            assert wanted.spans[claim] == span, format
        if told.conflicts is not None:
            assert set(told.conflicts) == set(wanted.conflicts), format
            for link, suppressed in told.conflicts.items():
                assert suppressed in (None, wanted.conflicts[link]), format


def test_a_format_without_a_reader_is_for_people() -> None:
    assert set(FORMATS) - set(READERS) == {"table", "markdown", "github-summary"}


@pytest.mark.parametrize("story", STORIES)
def test_formats_for_people_show_every_finding(story: str) -> None:
    comparison = comparison_of(story, "new")
    conflicts = [x for x in comparison.links if x.relation == "conflicts"]
    for format in set(FORMATS) - set(READERS):
        text = " ".join(re.sub(r"\\([!-/:-@\[-`{-~])", r"\1", render(comparison, format)).split())
        for claim_id in (c for x in conflicts for c in x.claims):
            assert comparison.claim(claim_id).text.split()[0] in text, format
    summary = render(comparison, "github-summary")
    rows = [line for line in summary.splitlines() if re.match(r"\| (conflicting|update)", line)]
    assert len(rows) == len(conflicts)


def test_the_same_bytes_each_time() -> None:
    with contextlib.chdir(ROOT):
        again = UPDATE["comparison_of"]("sund-ferry")
    for format, view in product(FORMATS, VIEWS):
        assert render(comparison_of("sund-ferry", "new"), format, view) == render(again, format, view), format


@pytest.mark.parametrize("format", ["sarif", "junit", "github", "gitlab", "github-summary"])
def test_stories_together_tell_what_each_tells(format: str) -> None:
    stories = {story: comparison_of(story, "reviewed") for story in STORIES}
    view = View(include=("single-source",))
    assert format in COMBINED
    whole = render_stories(stories, format, view)
    assert render_stories(stories, format, view) == whole
    if format not in READERS:
        assert all(story in whole for story in STORIES)
        return
    told = READERS[format](whole)
    parts = [READERS[format](render(comparison, format, view)) for comparison in stories.values()]
    assert told.conflicts == {k: v for part in parts for k, v in (part.conflicts or {}).items()}
    assert told.alone == {claim for part in parts for claim in part.alone or ()}
