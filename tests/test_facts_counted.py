"""What each count counts and what happened to it, in both voices and in lists."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.facts import extract_facts

Expected = list[tuple[float, str | None, str | None]]

COUNTED: list[tuple[str, Expected, str]] = [
    ("Some 900 US marines stayed", [(900, "us marines", None)], "initials are no pronoun"),
    ("40 miners with wounds were flown out", [(40, "miners", "injured")], "injuries behind the noun"),
    ("9 hikers suffered severe injuries", [(9, "hikers", "injured")], "suffered injuries"),
    ("All five victims were pulled from the hut", [(5, "victims", "found")], "dead or alive"),
    ("Almost half of them go abroad", [(0.5, None, None)], "a verb is not counted"),
    ("Jets dropped nine bombs", [(9, "bombs", "dropped")], "active voice"),
    ("Nine bombs were dropped", [(9, "bombs", "dropped")], "passive voice"),
    ("Six shells exploded and four landed", [(6, "shells", "exploded"), (4, "shells", "landed")], "no noun"),
    ("Rebels fired six rockets", [(6, "rockets", "launched")], "arms are fired ..."),
    ("The bank fired six clerks", [(6, "clerks", "laid_off")], "... and so are clerks"),
    ("The mill laid off 80 weavers", [(80, "weavers", "laid_off")], "verb and particle"),
    ("The mill shed 80 jobs", [(80, "jobs", "laid_off")], "jobs are shed"),
    ("The mill employs 80 weavers", [(80, "weavers", "employed")], "active"),
    ("80 weavers are employed there", [(80, "weavers", "employed")], "passive"),
    ("Divers recovered nine bodies", [(9, "bodies", "found")], "bodies are found, not seized"),
    ("Nine bodies were pulled from the lake", [(9, "bodies", "found")], "passive"),
    ("Nine guns were recovered", [(9, "guns", "seized")], "guns are seized"),
    ("Crews pulled 22 men from the mud", [(22, "men", "rescued")], "the living are rescued"),
    ("22 men were pulled from the mud", [(22, "men", "rescued")], "passive"),
    ("The flood forced 70 families to flee", [(70, "families", "displaced")], "forced to flee"),
    ("70 families were forced from their homes", [(70, "families", "displaced")], "passive"),
    ("Eight girls were taken to a nearby hospital", [(8, "girls", "hospitalised")], "no deployment"),
    ("Gunmen shot dead two guards", [(2, "guards", "killed")], "shot dead"),
    ("Two guards were found dead", [(2, "guards", "killed")], "found dead"),
    ("Two guards were shot", [(2, "guards", "shot")], "shot, and perhaps alive"),
    ("The ferry was carrying 60 tourists", [(60, "tourists", "aboard")], "carried"),
    ("60 tourists were on board", [(60, "tourists", "aboard")], "on board"),
    ("All 60 tourists on board were killed", [(60, "tourists", "killed")], "killed tells more"),
    ("The port, population 8,000, was shelled", [(8000, "people", "population")], "in brackets"),
    ("The port is home to 8,000 residents", [(8000, "people", "population")], "home to"),
    ("a port of some 8,000 people", [(8000, "people", "population")], "a place of people"),
    ("home to 120 species", [(120, "species", None)], "species are no population"),
    ("a crowd of 5,000", [(5000, "people", "attended")], "a crowd"),
    ("The index closed at 1,653.44", [(1653.44, "index", None)], "nothing was closed"),
    (
        "At least 9, including 2 girls, were killed",
        [(9, None, "killed"), (2, "girls", "killed")],
        "an aside before the verb",
    ),
    (
        "Nine hikers, two of them girls, have died",
        [(9, "hikers", "killed"), (2, "girls", "killed")],
        "a share in the aside",
    ),
    (
        "Nine hikers were killed in the hut, including two girls",
        [(9, "hikers", "killed"), (2, "girls", "killed")],
        "the part comes last",
    ),
    ("Five hikers were hurt, two badly", [(5, "hikers", "injured"), (2, None, None)], "a part of no kind"),
    (
        "The senate voted 35 to 23",
        [(35, "votes", "majority"), (23, "votes", "minority")],
        "two figures, no range",
    ),
    (
        "It passed by 23 votes to 35",
        [(23, "votes", "minority"), (35, "votes", "majority")],
        "votes named",
    ),
    ("The board voted 52-48", [(52, "votes", "majority"), (48, "votes", "minority")], "hyphened votes"),
    ("Lokva won 5-4", [], "a score is no vote"),
    ("It won 52 of 120 seats", [(52, "seats", "won"), (120, "seats", "total")], "part and whole"),
    ("The toll from the mine fire rose to 24", [(24, None, "killed")], "where the toll is from"),
    ("The number of people held rose to 24", [(24, None, None)], "held is no role of a toll"),
    ("The number of people arrested rose to 24", [(24, None, "arrested")], "a number of people"),
    ("Police put the dead at 41", [(41, None, "killed")], "no age"),
    ("Two bombs reportedly exploded", [(2, "bombs", "exploded")], "an adverb between"),
    (
        "Six pistols, a radio and four maps were seized",
        [(6, "pistols", "seized"), (4, "maps", "seized")],
        "a list with an uncounted member",
    ),
    ("a find of six pistols", [(6, "pistols", None)], "no verb"),
    ("the discovery of six pistols", [(6, "pistols", "found")], "the event as a noun"),
    ("The cave-in buried six men", [(6, "men", "buried")], "buried"),
    ("a 900-strong garrison", [(900, "garrison", None)], "strong is no noun"),
    ("Half of the chain's roughly 900 shops", [(0.5, "shops", None), (900, "shops", None)], "possessive"),
    ("5- and 10-year notes", [], "a length without its unit"),
    ("Nissan ( 7201.T ) rose", [], "code of a share"),
    (
        "It killed 12 and three buses were damaged",
        [(12, None, "killed"), (3, "buses", "damaged")],
        "another clause",
    ),
    ("It killed nine men and a bus was destroyed", [(9, "men", "killed")], "another clause, uncounted"),
    (
        "Two men, one girl and a dog were rescued",
        [(2, "men", "rescued"), (1, "girl", "rescued")],
        "members of each kind",
    ),
    ("A mother of six was killed", [(6, "children", None)], "not six were killed"),
    ("a fire, raising the death toll to 24", [(24, None, "killed")], "raising the toll"),
    ("a 6-3 opinion", [(6, "votes", "majority"), (3, "votes", "minority")], "a court's votes"),
    ("Of the 40 guests, 12 were killed", [(40, "guests", "total"), (12, "guests", "killed")], "whole first"),
    ("Half the crew was lost", [(0.5, "crew", None)], "half the"),
    ("Rebels shot down two helicopters", [(2, "helicopters", "downed")], "not shot"),
    ("900 homes were left without power", [(900, "homes", "cut_off")], "without power"),
    ("The storm knocked out power to 900 homes", [(900, "homes", "cut_off")], "power to"),
    ("In June 40 nurses tested positive", [(40, "nurses", "infected")], "tested positive"),
    ("They won 12 and lost five", [(12, None, None), (5, None, None)], "won what"),
    ("1.200 people came", [], "thousands or a decimal: left out"),
    ("Scores were wounded", [(0, None, "injured")], "scores of people"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected", "reason"), COUNTED)
def test_counted(text: str, expected: Expected, reason: str) -> None:
    found = [(f.value or 0, f.of, f.role) for f in extract_facts(text) if f.kind == "count"]
    assert found == expected, reason


@given(st.integers(2, 900), st.sampled_from(["miners", "girls", "guards"]))
def test_both_voices_give_one_role(n: int, noun: str) -> None:
    """A law: "X killed 12 guards" and "12 guards were killed" count the same."""
    for verb in ("killed", "wounded", "arrested", "rescued", "evacuated", "abducted"):
        (active,) = [f for f in extract_facts(f"They {verb} {n} {noun}.") if f.kind == "count"]
        (passive,) = [f for f in extract_facts(f"{n} {noun} were {verb}.") if f.kind == "count"]
        assert (active.value, active.of, active.role) == (passive.value, passive.of, passive.role)
