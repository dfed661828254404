"""Propositions that exclude each other, and those that only look it."""

from __future__ import annotations

import pytest
from test_propositions import claim

from factcheck.judge.clash import clashing
from factcheck.judge.reading import Reading
from factcheck.propositions import propositions
from factcheck.propositions.clashes import clashes

#: two claims, and what differs
EXCLUDE = [
    (
        "Ashford Rovers beat Calder Town in the final.",
        "Calder Town beat Ashford Rovers in the final.",
        "swapped",
    ),
    ("Milltown owns Ernwell.", "Milltown is a subsidiary of Ernwell.", "swapped"),
    ("Peter Lang succeeded Omar Sadiq.", "Peter Lang was the predecessor of Omar Sadiq.", "swapped"),
    ("Turkmen planes bombed an Uzbek post.", "Uzbek planes bombed a Turkmen post.", "swapped"),
    ("Anna Kell scored the winning goal.", "The winning goal was scored by Sofie Brandt.", "other"),
    ("Celia Monk was born in Leeds.", "Celia Monk, the actress, was born in Dublin.", "other"),
    (
        "Erik Dahl has been named head of the Savings Bank.",
        "The Savings Bank appointed Maria Holm as its head.",
        "other",
    ),
    (
        "The inn stands on the western tip of Moen Island.",
        "The inn stands on the eastern tip of Moen Island.",
        "other",
    ),
    ("Parliament approved the budget.", "The budget was rejected by parliament.", "opposite"),
    ("Residents voted in favour of the mine.", "Residents voted against the mine.", "opposite"),
    ("The Wexley Hawks won their match against Brno.", "The Wexley Hawks were beaten by Brno.", "opposite"),
    ("Marek was a liberal writer.", "Marek was a conservative politician.", "opposite"),
    ("The ship left Haifa on Monday.", "The ship left for Haifa on Monday.", "opposite"),
    ("The vote was held before the strike.", "The vote was held after the strike.", "opposite"),
    ("Both engines of the plane stopped.", "Only one of the two engines of the plane stopped.", "opposite"),
    ("The firm reported a profit of $5 million.", "The firm lost $5 million.", "opposite"),
    ("The minister attended the funeral.", "The minister did not attend the funeral.", "negated"),
    (
        "The two presidents met in Vienna.",
        "The meeting of the two presidents in Vienna did not take place.",
        "negated",
    ),
    ("The dam failed, the mayor said.", "The mayor denied that the dam had failed.", "negated"),
    ("Brun intends to sell the old boat.", "Nor did Brun intend to sell the old boat.", "negated"),
    ("One of the two suspects knew the victim.", "Neither of the two suspects knew the victim.", "negated"),
]

#: two claims that can both hold, and why
HOLD = [
    ("Marek met Pelc in Oslo.", "Pelc met Marek in Oslo.", "a meeting has no direction"),
    ("Marek accused Pelc of fraud.", "Pelc accused Marek of fraud.", "both may accuse"),
    ("Orbis bought the mill.", "The mill was sold to Orbis.", "a sale from its two ends"),
    ("Ernwell owns Milltown.", "Milltown is a subsidiary of Ernwell.", "a relation from its two ends"),
    ("Toyota visited the plant.", "Hitachi visited the plant.", "many may visit"),
    ("Toyota filed a lawsuit.", "Hitachi filed a lawsuit.", "two lawsuits"),
    ("Kenji Arata won the Tokyo open.", "Rafael Sierra won the Madrid open.", "two opens"),
    ("Some students were vaccinated.", "Some students were not vaccinated.", "some did and some did not"),
    ("The senate may approve the budget.", "The senate rejected the budget.", "what may be"),
    ("If the senate rejects the budget, it falls.", "The senate approved the budget.", "a condition"),
    ("The mayor did not say that the dam failed.", "The dam failed.", "what was not said"),
    ("No fewer than 300 men fought the fire.", "Some 320 men fought the fire.", "a figure, no denial"),
    ("Cheeks was fired as coach of Portland.", "Cheeks was hired as coach of Boston.", "one after the other"),
    ("The ferry leaves at seven.", "The ferry arrives at nine.", "a journey has two ends"),
    (
        "Officials rejected claims that it tested a missile.",
        "North Tamia denies it has tested a missile.",
        "two denials",
    ),
    ("A fire burns north of Sagrera.", "Another fire burns south of Sagrera.", "two fires"),
    ("Anna Kell and Sofie Brandt founded the club.", "Mia Roth founded the club.", "one of several"),
]


@pytest.mark.parametrize(("a", "b", "kind"), EXCLUDE)
def test_exclude(a: str, b: str, kind: str) -> None:
    for one, two in ((a, b), (b, a)):
        found = [c.kind for c in clashes(propositions(claim(one)), propositions(claim(two)))]
        assert kind in found, (one, two)


@pytest.mark.parametrize(("a", "b", "why"), HOLD)
def test_hold(a: str, b: str, why: str) -> None:
    for one, two in ((a, b), (b, a)):
        assert not list(clashes(propositions(claim(one)), propositions(claim(two)))), why


def test_the_reason_names_what_differs() -> None:
    a, b = claim("Anna Kell scored the winning goal."), claim("The winning goal was scored by Sofie Brandt.")
    (found,) = clashing(Reading(a), Reading(b))
    assert found.pair.kind == "person"
    assert (found.pair.a.text, found.pair.b.text) == ("Anna Kell", "Sofie Brandt")
    assert found.pair.why == "“Anna Kell” stands where the other has “Sofie Brandt”"


def test_little_in_common_is_no_clash() -> None:
    a = claim("The council approved the budget for the tram line along the northern shore of the lake.")
    b = claim("The council rejected the budget of the orchestra after a long night of bitter debate.")
    assert not clashing(Reading(a), Reading(b))
