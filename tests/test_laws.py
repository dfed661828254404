"""What holds for any articles: symmetry, exact slices, verdicts from links, the same bytes again."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from dataclasses import asdict, replace
from itertools import permutations
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from factcheck import Claim, Comparison, Document, Fact, Link, compare
from factcheck.judge.verdicts import claim_verdict
from factcheck.model import Verdict
from factcheck.report import FORMATS, render
from factcheck.report.view import VERDICTS, View

# A comparison takes 10 to 50 ms: enough examples to meet every template with every other.
law = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
few = settings(law, max_examples=25)

# Articles from templates: sentences that often agree, differ or stand alone ----------------

_NUMBERS = st.sampled_from(["5", "five", "12", "twelve", "about 20", "more than 200", "24", "2,030", "no"])
_PLACES = st.sampled_from(["Halmar", "Port Tolvik", "the Osk valley"])
_DAYS = st.sampled_from(["on Monday", "on Friday", "on 12 May", "on May 12, 2023", "in 1998", "last week"])
_SPANS = st.sampled_from(["10 days", "two weeks", "14 days", "within two weeks", "three weeks"])
_SPEAKERS = st.sampled_from(["the mayor said", "according to the army", "police said"])
_DISTANCES = st.sampled_from(["34 miles", "55 km", "some 60 kilometers"])


def _sentence(pattern: str, **parts: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    return st.fixed_dictionaries(parts).map(lambda chosen: pattern.format(**chosen))


SENTENCES = st.one_of(
    _sentence("The flood killed {n} people in {p} {d}.", n=_NUMBERS, p=_PLACES, d=_DAYS),
    _sentence("{n} people were injured in {p}, {s}.", n=_NUMBERS, p=_PLACES, s=_SPEAKERS),
    _sentence("No one was killed in {p}, {s}.", p=_PLACES, s=_SPEAKERS),
    _sentence("Two people were wounded and {n} were killed in {p}.", n=_NUMBERS, p=_PLACES),
    _sentence("The road to {p} will be closed for {t}.", p=_PLACES, t=_SPANS),
    _sentence("Repairs will take {t}, {s}.", t=_SPANS, s=_SPEAKERS),
    _sentence("The dam lies {x} west of {p}.", x=_DISTANCES, p=_PLACES),
    _sentence("The dam lies {x} south of {p}.", x=_DISTANCES, p=_PLACES),
    _sentence("“We lost {n} boats {d},” {s}.", n=_NUMBERS, d=_DAYS, s=_SPEAKERS),
    _sentence("The Osk Valley Authority (OVA) sent {n} pumps to {p}.", n=_NUMBERS, p=_PLACES),
    _sentence("The OVA did not send {n} pumps {d}.", n=_NUMBERS, d=_DAYS),
    st.sampled_from(["Why did the dam fail?", "BACKGROUND", "A boat in the flood.Photo:Northwire"]),
)
ARTICLES = st.lists(SENTENCES, max_size=6).map(" ".join) | st.lists(SENTENCES, max_size=6).map("\n\n".join)
PUBLISHED = st.sampled_from([None, "2023-05-12", "2023-05-19"])
# Surrogates cannot come out of a decoded file.
RANDOM = st.text(st.characters(codec="utf-8"), max_size=200)
NOISE = st.lists(
    st.one_of(SENTENCES, RANDOM, st.sampled_from("\n \u202e \x1b[31m | * < & \u00a0 \ufeff ’ ".split(" ")))
)


@st.composite
def documents(draw: st.DrawFn, texts: st.SearchStrategy[str], most: int = 2) -> list[Document]:
    """Two to ``most`` sources with ids that stay the same in any order."""
    found = draw(st.lists(st.tuples(texts, PUBLISHED), min_size=2, max_size=most))
    sources = [Document(i, t, f"{i}.txt", published=p) for i, (t, p) in zip("abc", found, strict=False)]
    if draw(st.booleans()):  # one file given twice: two prints of one origin
        sources[-1] = replace(sources[0], id=sources[-1].id)
    return sources


ANYTHING = documents(ARTICLES, 3) | documents(NOISE.map("".join)) | documents(RANDOM)


# Symmetry ------------------------------------------------------------------------------------


def _verdicts(comparison: Comparison) -> dict[tuple[str, int], tuple[object, ...]]:
    return {
        (c.source, c.start): (c.id, c.verdict, tuple((f.start, f.end, f.verdict) for f in c.facts))
        for c in comparison.claims
    }


def _links(comparison: Comparison) -> dict[str, tuple[object, ...]]:
    """Links by id, whichever of their claims comes first."""
    return {
        x.id: (
            x.relation,
            x.update,
            x.independent,
            frozenset(x.claims),
            frozenset((p.kind, frozenset({p.a.text, p.b.text}), p.relation) for p in x.facts),
        )
        for x in comparison.links
    }


@law
@given(documents(ARTICLES, 3))
def test_the_order_of_the_sources_changes_nothing(given_: list[Document]) -> None:
    first = compare(*given_)
    for order in list(permutations(given_))[1:]:
        other = compare(*order)
        assert _verdicts(other) == _verdicts(first)
        assert _links(other) == _links(first)
        assert asdict(other.summary) == asdict(first.summary)
    turned = {x.id: x for x in compare(*reversed(given_)).links}
    for link in first.links:
        assert turned[link.id].similarity == pytest.approx(link.similarity, abs=2e-4)
        assert turned[link.id].confidence == pytest.approx(link.confidence, abs=2e-4)


_TOWN = (
    ("harbour", "mine", "divers"), ("station", "leak", "guards"), ("museum", "crack", "painters"),
    ("market", "fire", "bakers"), ("school", "smell", "teachers"), ("bridge", "hole", "welders"),
)  # fmt: skip


def test_a_text_that_holds_two_others_makes_the_same_origins_in_any_order() -> None:
    one = " ".join(
        f"The {x} was closed on Monday after {z} of Halmar had found a {y} there." for x, y, z in _TOWN
    )
    two = " ".join(
        f"Last week {z} in Tolvik began to paint the {x} beside the old {y} again." for x, y, z in _TOWN
    )
    given_ = [Document(i, t, f"{i}.txt") for i, t in zip("abc", (one, f"{one} {two}", two), strict=True)]
    origins = {compare(*order).summary.origins for order in permutations(given_)}
    assert len(origins) == 1


# Verdicts --------------------------------------------------------------------------------------


def _restated(claim: Claim, links: Sequence[Link]) -> Verdict:
    """The definition of the three verdicts, in the order the design gives them."""
    mine = [x for x in links if claim.id in x.claims]
    if [x for x in mine if x.relation == "conflicts"]:
        return "conflicting"
    return "corroborated" if [x for x in mine if x.independent] else "single-source"


def _fact_restated(claim: Claim, fact: Fact, links: Sequence[Link]) -> Verdict:
    met = [
        (pair.relation, link.independent)
        for link in links
        if claim.id in link.claims
        for pair in link.facts
        if (pair.a, pair.b)[link.claims.index(claim.id)].start == fact.start
        and (pair.a, pair.b)[link.claims.index(claim.id)].end == fact.end
        and pair.kind == fact.kind
    ]
    if [relation for relation, _ in met if relation in ("conflict", "update")]:
        return "conflicting"
    agreed = [
        relation for relation, independent in met if independent and relation in ("equal", "compatible")
    ]
    return "corroborated" if agreed else "single-source"


@law
@given(documents(ARTICLES, 3))
def test_verdicts_follow_from_links(given_: list[Document]) -> None:
    comparison = compare(*given_)
    for claim in comparison.claims:
        touching = [x for x in comparison.links if claim.id in x.claims]
        assert claim.verdict == claim_verdict(touching) == _restated(claim, comparison.links)
        for fact in claim.facts:
            assert fact.verdict == _fact_restated(claim, fact, comparison.links)


@law
@given(documents(ARTICLES, 3))
def test_links_join_sources_and_conflict_only_for_a_difference(given_: list[Document]) -> None:
    comparison = compare(*given_)
    for link in comparison.links:
        a, b = (comparison.claim(i) for i in link.claims)
        assert a.source != b.source
        assert link.why
        relations = {p.relation for p in link.facts}
        assert (link.relation == "conflicts") == bool(relations & {"conflict", "update"})
        assert link.update == (link.relation == "conflicts" and "conflict" not in relations)
        for pair in link.facts:
            for fact, claim in ((pair.a, a), (pair.b, b)):
                assert claim.start <= fact.start < fact.end <= claim.end
                assert fact.text == claim.text[fact.start - claim.start : fact.end - claim.start]


# Slices and ids ----------------------------------------------------------------------------------


@law
@given(ANYTHING)
def test_claims_and_facts_are_slices(given_: list[Document]) -> None:
    texts = {d.id: d.text for d in given_}
    comparison = compare(*given_)
    assert {d.id: d.text for d in comparison.sources} == texts
    for claim in comparison.claims:
        text = texts[claim.source]
        assert claim.text == text[claim.start : claim.end] != ""
        assert claim.spans[0] == (claim.start, claim.end)
        assert len({*claim.spans}) == len(claim.spans)
        for start, end in claim.spans:
            assert " ".join(text[start:end].split()) == " ".join(claim.text.split())
        for fact in claim.facts:
            assert fact.text == text[fact.start : fact.end] != ""
            assert claim.start <= fact.start < fact.end <= claim.end
    for skipped in comparison.skipped:
        assert 0 <= skipped.start < skipped.end <= len(texts[skipped.source])
        assert skipped.reason


@law
@given(ANYTHING)
def test_ids_are_unique_and_known(given_: list[Document]) -> None:
    comparison = compare(*given_)
    claims = [c.id for c in comparison.claims]
    links = [x.id for x in comparison.links]
    assert len(set(claims)) == len(claims)
    assert len(set(links)) == len(links)
    assert {i for x in comparison.links for i in x.claims} <= set(claims)
    pairs = [frozenset(x.claims) for x in comparison.links]
    pairs += [frozenset(x.claims) for x in comparison.compared]
    assert len(set(pairs)) == len(pairs)


# Reports -------------------------------------------------------------------------------------------

VIEWS = st.builds(
    View,
    only=st.lists(st.sampled_from(VERDICTS), unique=True).map(tuple),
    explain=st.booleans(),
    width=st.sampled_from([60, 100, 160]),
    color=st.booleans(),
)


@few
@given(ANYTHING, VIEWS)
def test_the_same_input_gives_the_same_bytes(given_: list[Document], view: View) -> None:
    first, second = compare(*given_), compare(*given_)
    for format in FORMATS:
        assert render(first, format, view) == render(second, format, view)


def _numbers(report: str) -> tuple[int, ...]:
    """Verdict counts of a summary line."""
    found = re.search(
        r"(\d+) claims?: (\d+) conflicting(?: \((\d+) updates?\))?, "
        r"(\d+) corroborated, (\d+) single-source; (\d+) skipped",
        report,
    )
    assert found, report
    return tuple(int(g or 0) for g in found.groups())


@few
@given(ANYTHING, VIEWS)
def test_only_and_format_never_change_the_summary(given_: list[Document], view: View) -> None:
    comparison = compare(*given_)
    summary = asdict(comparison.summary)
    assert json.loads(render(comparison, "json", view))["summary"] == summary
    last = json.loads(render(comparison, "jsonl", view).splitlines()[-1])
    assert last == {"type": "summary"} | summary
    names = ("claims", "conflicting", "updates", "corroborated", "single_source", "skipped")
    for format in ("table", "markdown"):
        assert _numbers(render(comparison, format, view)) == tuple(summary[name] for name in names)
    assert summary["claims"] == summary["conflicting"] + summary["corroborated"] + summary["single_source"]


@law
@given(ANYTHING, VIEWS)
def test_a_table_fits_its_width(given_: list[Document], view: View) -> None:
    comparison = compare(*given_)
    table, _, _ = render(comparison, "table", replace(view, color=False, explain=False)).partition("\n\n")
    assert max(map(len, table.splitlines())) <= view.width


def _refuse(constant: str) -> Any:
    raise AssertionError(f"{constant} is no JSON")


@law
@given(ANYTHING, VIEWS)
def test_json_is_strict_and_refers_to_itself(given_: list[Document], view: View) -> None:
    comparison = compare(*given_)
    out = json.loads(render(comparison, "json", view), parse_constant=_refuse)
    shown = {c["id"] for c in out["claims"]}
    assert {i for x in out["links"] for i in x["claims"]} <= shown
    assert {c["verdict"] for c in out["claims"]} <= set(view.only or VERDICTS)
    assert ("compared" in out) == view.explain
    lines = [
        json.loads(x, parse_constant=_refuse) for x in render(comparison, "jsonl", view).split("\n")[:-1]
    ]
    kinds = {
        "source": "sources",
        "claim": "claims",
        "link": "links",
        "skipped": "skipped",
        "compared": "compared",
    }
    for type_, name in kinds.items():
        assert [x for x in lines if x["type"] == type_] == [{"type": type_} | x for x in out.get(name, [])]
