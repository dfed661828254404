"""Figures of one thing meet however unlike their sentences; figures of other things never do."""

from __future__ import annotations

import pytest

from factcheck.judge.features import read_context
from factcheck.model import Document
from factcheck.pipeline import compare, understand_all


def conflicts(a: str, b: str) -> list[str]:
    """Why the two texts conflict; empty if they do not."""
    links = compare(Document("a", a, "a.txt"), Document("b", b, "b.txt")).links
    return [link.why for link in links if link.relation == "conflicts"]


def _standing(text: str) -> dict[str, tuple[str, ...]]:
    """Text of each figure an article stands by -> its thing."""
    articles = understand_all([Document("a", text, "a.txt")])
    things = read_context(articles).things
    return {
        fact.text: things[claim.id, fact.start, fact.role]
        for claim in articles[0].claims
        for fact in claim.facts
        if (claim.id, fact.start, fact.role) in things
    }


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("The flood killed 12 people. Rain fell. At least 12 died, the mayor said.", {"12", "At least 12"}),
        # the first figure is the event's; another that cannot hold with it is of something else
        ("The flood killed 12 people. A landslide near Orla killed three.", {"12"}),
        # another year, and the sentence that goes on about it
        ("The flood on Sunday killed 12 people. In 1998, a flood killed 300.", {"12"}),
        ("The flood on Sunday killed 12 people. In 1998, a flood hit Orla. It injured 40 people.", {"12"}),
        # parts and others
        ("The flood killed 12 people. Another 19 people were injured.", {"12"}),
        ("Four of the soldiers were killed.", set()),
        # not told as a fact
        ("There might have been two people killed.", set()),
        ("When one person is killed, all suffer.", set()),
        ("No injuries were reported.", set()),
        # vague
        ("Dozens of people were killed.", set()),
    ],
)  # fmt: skip
def test_the_figure_an_article_stands_by(text: str, figures: set[str]) -> None:
    assert set(_standing(text)) == figures


@pytest.mark.parametrize(
    ("a", "b"),
    [
        # hardly a word in common
        ("The ferry sank off Brano at dawn. Police said 14 people had drowned.",
         "Nine people drowned, police said, when the ferry sank. The search goes on."),
        ("The quake of magnitude 6.1 woke the whole of Brano.",
         "Brano was shaken by a tremor that measured 5.8 on the Richter scale."),
        ("Dalby will pay $12 billion to $13 billion for Orrin, the paper said, $24 to $26 a share.",
         "On Tuesday Dalby announced it would buy the software maker Orrin for $13.9 billion."),
    ],
)  # fmt: skip
def test_figures_of_one_thing_conflict(a: str, b: str) -> None:
    assert conflicts(a, b)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        # an earlier flood
        ("The flood in Brano on Sunday killed 14 people.",
         "The flood in Brano on Sunday killed 14. In 1998, 300 people were killed by a flood in Brano."),
        # far apart in size and nothing happened to them: the pirates of a coast, those in custody
        ("An estimated 1,500 pirates live along the coast of Brano.",
         "The navy handed over the 23 pirates in Brano."),
        # two quakes: nobody measures one as 5.1 and as 7.4
        ("A quake of magnitude 5.1 shook Brano in the night.",
         "The region of Brano remembers the magnitude 7.4 tremor that broke its dam."),
        # who did it is among the dead
        ("The gunman killed three people at the fair in Brano.",
         "Four people were killed, including the gunman, at the fair in Brano."),
        # one was charged on the day after
        ("A clerk was charged with murder on Saturday after the shooting at the mill in Brano.",
         "The clerk was charged with murder after a shooting at the mill in Brano on Friday."),
        # nobody hurt, and people there
        ("Some 14 guests had come to the party in Brano.",
         "All at the party in Brano got away without injury."),
        # one figure loosely put
        ("Nearly $100 billion of trade passes through Brano each year.",
         "Over $100 billion of trade passes through Brano each year."),
    ],
)  # fmt: skip
def test_figures_of_other_things_do_not(a: str, b: str) -> None:
    assert not conflicts(a, b)


def test_a_part_is_never_larger_than_its_whole() -> None:
    told = "The firm paid {} in taxes in Brano last year."
    assert conflicts(
        told.format("$40 million"), "The firm paid $60 million in state taxes in Brano last year."
    )
    assert not conflicts(
        told.format("$60 million"), "The firm paid $40 million in state taxes in Brano last year."
    )


def test_the_order_of_the_sources_changes_nothing() -> None:
    a = Document("a", "The ferry sank off Brano. Police said 14 people had drowned.", "a.txt")
    b = Document("b", "Rescuers have counted nine dead in Brano. The ferry went down.", "b.txt")
    forth, back = compare(a, b), compare(b, a)
    assert {link.id: link.relation for link in forth.links} == {link.id: link.relation for link in back.links}
