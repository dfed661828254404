"""What a figure is the value of: the noun, never the place, the body or the verb beside it."""

from __future__ import annotations

import pytest

from factcheck.facts import extract_facts

TOPICS = [
    ("Thermometers in Quellan reached 104 degrees Fahrenheit.", "measure", "thermometers", "not the place"),
    ("Turnout in the Morvia valley reached 62 percent.", "percent", "morvia valley", "a noun of its own"),
    ("Turnout in Morvia reached 62 percent.", "percent", "turnout", "not the place"),
    ("Hollis Motors rose 4 percent.", "percent", None, "a body is not measured"),
    ("Profit at Hollis Motors rose 4 percent.", "percent", "profit", "not the body"),
    ("Then GDP rose 4 percent.", "percent", "gdp", "an indicator is measured, capitals or not"),
    ("The lake, which gives the town its water, is 38 percent full.", "percent", "lake", "relative clause"),
    ("Use of electricity peaked at 40 gigawatts.", "measure", "use of electricity", "the verb is no part"),
    ("Exports shrank 4 percent.", "percent", "exports", "an irregular verb"),
    ("The shaft is 20 feet / 6 metres deep.", "measure", "depth", "one depth in two units"),
    ("The ring paid $40bn in Morvia.", "money", None, "paid in a place, not for it"),
    ("The rent is $170 million per year.", "money", "per year", "a rate"),
]


@pytest.mark.parametrize(("text", "kind", "topic", "reason"), TOPICS)
def test_topic(text: str, kind: str, topic: str | None, reason: str) -> None:
    found = [f for f in extract_facts(text) if f.kind == kind]
    assert found, reason
    assert {f.of for f in found} == {topic}, reason


SAID = [
    ("On Wednesday the minister said the bridge was open.", "said", "fronted"),
    ("He told reporters on Friday that it was closed.", "said", "after the verb"),
    ("Officials said on Wednesday the bridge was safe.", "said", "after the verb, without that"),
    ("On Monday the bridge fell, he said.", "fell", "the date of what is said"),
    ("The storm struck on Monday, he said.", "struck", "the date of what is said"),
]


@pytest.mark.parametrize(("text", "role", "reason"), SAID)
def test_dates_of_reports(text: str, role: str, reason: str) -> None:
    (fact,) = [f for f in extract_facts(text) if f.kind == "date"]
    assert fact.role == role, reason


NONE_HURT = [
    ("No injuries were reported.", {"injured"}, "no injuries"),
    ("No one was hurt.", {"injured"}, "no one"),
    ("Nobody was hurt.", {"injured"}, "nobody"),
    ("There were no deaths.", {"killed"}, "no deaths"),
    ("The ship docked without casualties.", {"killed", "injured"}, "casualties are both"),
    ("More than 150 people died and 516 others were injured.", set(), "not none"),
]


@pytest.mark.parametrize(("text", "roles", "reason"), NONE_HURT)
def test_none_hurt(text: str, roles: set[str], reason: str) -> None:
    assert {f.role for f in extract_facts(text) if f.kind == "count" and f.value == 0} == roles, reason
