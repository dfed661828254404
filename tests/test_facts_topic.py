"""What a figure is the value of: the noun, never the place, the body or the verb beside it."""

from __future__ import annotations

import pytest

from factcheck.facts import extract_facts

TOPICS = [
    ("Thermometers in Quellan reached 104 degrees Fahrenheit.", "measure", "thermometers", "not the place"),
    ("Turnout in the Morvia valley reached 62 percent.", "percent", "turnout", "not where it is"),
    ("Turnout in Morvia reached 62 percent.", "percent", "turnout", "not the place"),
    ("Hollis Motors rose 4 percent.", "percent", None, "a body is not measured"),
    ("Profit at Hollis Motors rose 4 percent.", "percent", "profit", "not the body"),
    ("Then GDP rose 4 percent.", "percent", "gdp", "an indicator is measured, capitals or not"),
    ("The lake, which gives the town its water, is 38 percent full.", "percent", "lake", "relative clause"),
    ("Use of electricity peaked at 40 gigawatts.", "measure", "use of electricity", "the verb is no part"),
    ("Exports shrank 4 percent.", "percent", "exports", "an irregular verb"),
    ("The shaft is 20 feet / 6 metres deep.", "measure", "depth", "one depth in two units"),
    ("The ring paid $40bn in Morvia.", "money", None, "paid in a place, not for it"),
    ("The corporate tax rate: 30 percent.", "percent", "corporate tax rate", "after a colon"),
    ("A 25 percent tariff on toys.", "percent", "tariff", "behind the figure"),
    ("A 12 percent increase in sales.", "percent", "sales", "what increased"),
    ("Ostrow holds 30 percent of Zeta.", "percent", "stake", "a share of a body"),
    ("A 30 percent stake in Zeta.", "percent", "stake", "the same in other words"),
    ("Rents rose from 9 percent to 11 percent.", "percent", "rents", "both ends of a change"),
    ("The jobless rate fell 0.2 points to 5.1 percent.", "percent", "jobless rate", "points of a rate"),
    ("Growth this year will be 3 percent.", "percent", "growth", "not the year"),
    ("News of the storm sent shares down 9 percent.", "percent", "shares", "not what sent them"),
    ("The storm caused damage of $2 million.", "money", "damage", "not the verb"),
    ("$5 trillion in new federal spending.", "money", "federal spending", "a gerund is a noun"),
    ("He was freed on $5,000 bail.", "money", "bail", "behind the amount"),
    ("The bank was fined $5 million.", "money", "fine", "not who is fined"),
    ("The bank faces a $5 million penalty.", "money", "fine", "one name"),
    ("The shop earned $5 million.", "money", None, "not who earned"),
    ("The fire burned 900 hectares of pine near Lodi.", "measure", "pine", "no distance"),
    ("A 500-kilogram bomb.", "measure", "bomb", "what a hyphened measure describes"),
    ("A bomb weighing 500 kg.", "measure", "bomb", "weighing"),
    ("The car was travelling at 90 mph.", "measure", "car", "not the verb"),
    ("A 12-foot-high wall.", "measure", "height", "hyphened aspect"),
    ("Shares in the company rose 2 percent.", "percent", "shares", "the head, not where"),
    ("The rate was 3 percent in May, up from 2 percent.", "percent", "rate", "what it was"),
    ("It posted a larger-than-expected 4 percent drop in sales.", "percent", "sales", "what dropped"),
    ("Pay of 500 million pounds ($998 million).", "money", "pay", "an amount converted"),
    ("It offers 265 yuan ($40.57) per share.", "money", "per share", "a rate behind brackets"),
    ("Output is 5 million barrels a day.", "measure", "per day", "a rate"),
    ("It passed a massive $5 million relief bill.", "money", "relief bill", "an adjective before"),
    ("It lies 4 km west of the town of Bereza.", "measure", "distance from bereza", "the name of the town"),
    ("The value of the stolen coins is $9 million.", "money", "value of the stolen coins", "an adjective"),
    ("It fell 4 km short of the runway.", "measure", "distance from runway", "a place without a name"),
    ("20 inches of rain fell.", "measure", "rain", "not the verb behind"),
    ("He was jailed for 12 years.", "duration", "sentence", "a sentence ..."),
    ("They were sentenced to 21 and 18 months.", "duration", "sentence", "... of two lengths"),
    ("Acme shares fell $2, or 5 percent, to $32.", "money", "acme shares", "a chain of figures"),
    ("Acme shares fell $2, or 5 percent, to $32.", "percent", "acme shares", "the percent of the chain"),
    ("It rose to $50 in late trading.", "money", None, "trading is when"),
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


ROLES = [
    ("Rents rose 9 percent.", "percent", ["rose"], "a change"),
    ("Rents rose to 9 percent.", "percent", ["level"], "a level"),
    ("Rents rose from 7 percent to 9 percent.", "percent", ["former", "level"], "what was and what is"),
    ("Acme shares fell $2, or 5 percent, to $32.", "money", ["fell", "level"], "both ends of a chain"),
    ("Acme shares were off $2 at $32.", "money", ["fell", "level"], "off"),
    ("He is giving up 2 percent.", "percent", [None], "giving up is no rise"),
    ("Costs are 9 percent higher than in Peru.", "percent", ["above"], "compared"),
    ("Rents were down 9 percent.", "percent", ["fell"], "down"),
    ("Food makes up 9 percent of spending.", "percent", [None], "makes up is no rise"),
    ("A 9 percent drop in rents.", "percent", ["fell"], "a noun of change"),
    ("The state could divert $3 million.", "money", ["diverted"], "active"),
    ("Some $3 million could be diverted.", "money", ["diverted"], "passive"),
    ("Acme will buy Zeta for $13 billion.", "money", ["bought"], "verb"),
    ("Acme's takeover of Zeta for $13 billion.", "money", ["bought"], "noun before"),
    ("A $13 billion bid for Zeta.", "money", ["bought"], "noun behind"),
    ("The deal, worth $13 billion, fell through.", "money", ["bought"], "worth"),
    ("The deal values Zeta at $13 billion.", "money", ["bought"], "a deal values"),
    ("He must pay $5 million in damages.", "money", ["awarded"], "damages"),
    ("The painting fetched $2 million.", "money", ["sold"], "fetched"),
    ("She finished third in the slalom.", "ordinal", ["placed"], "a place"),
    ("The club is seventh in the league.", "ordinal", ["placed"], "a place in a table"),
]


@pytest.mark.parametrize(("text", "kind", "roles", "reason"), ROLES)
def test_roles(text: str, kind: str, roles: list[str | None], reason: str) -> None:
    assert [f.role for f in extract_facts(text) if f.kind == kind] == roles, reason


AGES = [
    ("The boys, aged 12, 14 and 17, were found.", [12, 14, 17], "a list of ages"),
    ("Girls aged 12 and 14 others were found.", [12], "others are counted"),
    ("Maria Lopez, 43, and 12 guests were hurt.", [43], "guests are counted"),
    ("He was 43.", [43], "said of a person"),
    ("The score was 43.", [], "a score has no age"),
    ("The former mayor died at 91.", [91], "died at"),
    ("Police put the dead at 41.", [], "the dead are counted"),
]


@pytest.mark.parametrize(("text", "ages", "reason"), AGES)
def test_ages(text: str, ages: list[int], reason: str) -> None:
    assert [f.value for f in extract_facts(text) if f.kind == "age"] == ages, reason
