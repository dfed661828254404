"""What is no claim: every reason with its nearest claim beside it."""

from __future__ import annotations

import pytest

from factcheck.model import Document
from factcheck.segment import segment
from factcheck.segment.skip import REASONS, Place, skip_reason

SKIPPED = [
    ("PHOTO / WORLD", "heading"),
    ("Background", "heading"),
    ("'Wholly untrue'", "heading"),
    ("Long process", "heading"),
    ("Photo:Harbour News", "photo credit"),
    ("Image: Royal Navy of Norway.", "photo credit"),
    ("(AP Photo/Ada Ode)", "photo credit"),
    ("Ada Ode/Getty Images", "photo credit"),
    ("Published: Jan 15, 2022 12:26 AM", "publication line"),
    ("14 March 2016 Last updated at 08:02 GMT", "publication line"),
    ("Updated 4 / 9 / 2012 6:04 PM", "publication line"),
    ("Posted: Novemer 3, 2009", "publication line"),
    ("Friday, July 20, 2018", "publication line"),
    ("OSLO, Norway", "dateline"),
    ("Leeds, Nov 11 -", "dateline"),
    ("By Ada Ode and Paul Ames", "byline"),
    ("Reporting by Ada Ode in Oslo; editing by Paul Ames", "byline"),
    ("XIE19970310.0021 1997-03-10", "wire code"),
    ("* * *", "section mark"),
    ("Editor's note: this page was first shown on Monday.", "editor's note"),
    ("Advertisement", "boilerplate"),
    ("Read more: Who owns the lake", "boilerplate"),
    ("Related: Ten lakes to see", "boilerplate"),
    ("Who owns the lake?", "question"),
    ('"Why did the wall fall?"', "question"),
    ("We all know what follows.", "opinion"),
    ("What a disgrace!", "opinion"),
    ("Quite the reverse.", "fragment"),
    ("ODE reports:", "fragment"),
]
CLAIMS = [
    ("Five dead, dozens hurt in harbour fire", "headline without a finite verb"),
    ("Storm batters Norwegian coast", "headline with a verb in -s"),
    ("Powerful quake in Holt kills 10", "headline with a number"),
    ("Fire at a school in Leeds", "names an event"),
    ("Published figures show that 40 boats sank.", "opens like a publication line"),
    ("By Monday the lake had frozen over.", "opens like a byline"),
    ("Photographs show 40 boats on the lake.", "opens like a credit"),
    ("In March 2016 the harbour closed.", "holds a date and states something"),
    ('He asked, "Who owns the lake?"', "that he asked is the claim"),
    ('"Who owns the lake?" Ms. Ode asked.', "that she asked is the claim"),
    ('"It is cold."', "the person said it"),
    ("The mayor wept.", "short, but states something"),
    ("More: the lake froze on 3 March, the mayor said.", "opens like a link"),
    ("The wall is 40 metres long!", "exclaimed, but checkable"),
]


@pytest.mark.parametrize(("line", "reason"), SKIPPED)
def test_skipped(line: str, reason: str) -> None:
    found = segment(Document("a", f"The lake froze over.\n\n{line}\n\nDivers came.", "a.txt"))
    assert [k.reason for k in found.skipped] == [reason]
    assert [c.text for c in found.claims] == ["The lake froze over.", "Divers came."]


@pytest.mark.parametrize(("line", "why"), CLAIMS)
def test_claims(line: str, why: str) -> None:
    assert segment(Document("a", line, "a.txt")).skipped == (), why


def test_every_reason_is_in_the_table() -> None:
    assert {reason for _, reason in SKIPPED} == REASONS


def test_opinions_in_quotation_marks_are_claims_that_they_were_said() -> None:
    assert skip_reason("What a disgrace!", Place(alone=True, quoted=True)) is None
    assert skip_reason("What a disgrace!", Place(alone=True, quoted=False)) == "opinion"
