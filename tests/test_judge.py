"""What makes a difference a conflict, and what sets it aside: one row a rule."""

from __future__ import annotations

import pytest

from factcheck.align.terms import Term
from factcheck.judge.reading import Reading
from factcheck.judge.template import Change, changes, exchanged_outcome, other_things, residue
from factcheck.model import Candidate, Comparison, Document, Link
from factcheck.pipeline import compare


def run(a: str, b: str, published: str | None = None) -> Comparison:
    return compare(Document("a", a, "a", published=published), Document("b", b, "b", published=published))


def looked_at(comparison: Comparison) -> list[Link | Candidate]:
    return [*comparison.links, *comparison.compared]


def reasons(comparison: Comparison) -> str:
    return " | ".join(x.why for x in looked_at(comparison))


CONFLICTS = [
    ("The envoy was received in Damascus.", "The envoy was received in Beirut.", "Beirut", "another place"),
    (
        "The winning goal was scored by Ana Keller.",
        "The winning goal was scored by Sofia Brandt.",
        "Sofia Brandt",
        "another person, not the subject",
    ),
    ("Shares in Tolmar rose on Friday.", "Shares in Tolmar fell on Friday.", "exclude", "opposite outcomes"),
    (
        "Omar Sadiq succeeds Peter Lang as head of the club.",
        "Peter Lang succeeds Omar Sadiq as head of the club.",
        "exchanged",
        "swapped roles",
    ),
    (
        "Two passengers were injured when the tram left the rails.",
        "Nobody was injured when the tram left the rails.",
        "Nobody",
        "nobody leaves no passenger either",
    ),
    (
        "The old mill at Varda burned down in 1953.",
        "The old mill at Varda burned down in 1957.",
        "1957",
        "a year each is what the sources disagree about",
    ),
    ("The sirens sounded before the storm.", "No sirens sounded before the storm.", "denies", "negation"),
]


@pytest.mark.parametrize(("a", "b", "words", "reason"), CONFLICTS)
def test_conflicts(a: str, b: str, words: str, reason: str) -> None:
    found = run(a, b)
    assert {c.verdict for c in found.claims} == {"conflicting"}, reason
    assert words in found.links[0].why, reason


SET_ASIDE = [
    (
        "Axton Bank reported a loss of $40 million.",
        "Burley Bank reported a loss of $65 million.",
        "Burley",
        "another bank",
    ),
    (
        "Among women the jobless rate is 9 percent.",
        "Among men the jobless rate is 6 percent.",
        "men",
        "parallel groups",
    ),
    (
        "Revenue at Galen came to $820 million.",
        "Profit at Galen came to $95 million.",
        "Profit",
        "another line of the account",
    ),
    (
        "Galen made $210 million in the second quarter.",
        "Galen made $180 million in the first quarter.",
        "",
        "another quarter",
    ),
    (
        "The flood killed 31 people in the town of Derik.",
        "The flood of 1998 killed 74 people in the town of Derik.",
        "another event",
        "a year looked back at",
    ),
    (
        "The clinic treats 60 snakebites a month.",
        "The clinic treated 410 snakebites.",
        "rate",
        "a rate is no total",
    ),
    (
        "The bank said on Monday that it would cut jobs.",
        "The bank said on Wednesday that it would cut jobs.",
        "",
        "the days of two reports may differ",
    ),
    ("A car bomb exploded in Mosul.", "A car bomb exploded in Kirkuk.", "", "two bombs: indefinite"),
    (
        "Some of the pupils were vaccinated.",
        "Some of the pupils refused to be vaccinated.",
        "",
        "some did, some did not",
    ),
    ("Dozens of cars were crushed.", "About 30 cars were crushed.", "", "a vague word agrees with much"),
]


@pytest.mark.parametrize(("a", "b", "words", "reason"), SET_ASIDE)
def test_set_aside(a: str, b: str, words: str, reason: str) -> None:
    found = run(a, b)
    assert "conflicting" not in {c.verdict for c in found.claims}, reason
    assert words in reasons(found), reason


@pytest.mark.parametrize(
    ("a", "b", "reason"),
    [
        ("Two women and one man were shot.", "Three people were shot.", "a sum"),
        (
            "Nine people were killed at the school.",
            "The storm killed 14 people in the county, nine of them at the school.",
            "a share that the other tells too",
        ),
        (
            "Across the province soldiers arrested 130 smugglers.",
            "Soldiers arrested 14 smugglers at Pira harbour.",
            "one harbour of a province",
        ),
    ],
)
def test_parts(a: str, b: str, reason: str) -> None:
    found = run(a, b)
    pairs = [p for x in looked_at(found) for p in x.facts]
    assert "part" in {p.relation for p in pairs}, reason
    assert not {"conflict", "update"} & {p.relation for x in found.links for p in x.facts}, reason


def test_what_was_exchanged() -> None:
    found = run("Copper traded higher in London on Friday.", "Nickel traded higher in London on Friday.")
    a, b = found.claims
    (change,) = changes(Reading(a), Reading(b)) or ()
    assert change.words == "“Copper” and “Nickel”"
    assert other_things([change], a, b) == change
    rest = residue(Reading(a), Reading(b))
    assert rest is not None
    assert ([t.word for t in rest.a], [t.word for t in rest.b]) == (["Copper"], ["Nickel"])


def test_a_name_has_no_opposite() -> None:
    name, plain = Term("rich", "Rich Hale", name=True), Term("poor", "poor")
    assert exchanged_outcome(Change((name,), (plain,))) is None
    assert exchanged_outcome(Change((Term("rich", "rich"),), (plain,))) is not None


def test_claims_that_share_little_have_no_residue() -> None:
    found = run("The harbour froze over in January.", "Farmers in the hills sold their sheep.")
    assert residue(*map(Reading, found.claims)) is None
    assert changes(*map(Reading, found.claims)) is None
