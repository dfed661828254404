"""Who speaks, in any typography and over several sentences and paragraphs."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.model import Document
from factcheck.segment import segment
from factcheck.segment.lines import paragraphs
from factcheck.segment.quotations import find_quotations

SPEAKERS = [
    ("after, straight", '"It froze. We left," Ada Ode said.', ["Ada Ode", "Ada Ode"]),
    ("after, inverted", "“It froze. We left,” said Ada Ode, head of the port.", ["Ada Ode", "Ada Ode"]),
    ("mixed marks", '“It froze. We left,"said Ada Ode.', ["Ada Ode", "Ada Ode"]),
    ("angle marks", "«It froze. We left,» said Ada Ode.", ["Ada Ode", "Ada Ode"]),
    ("single marks", "‘It froze on us. We left,’ Ada Ode said.", ["Ada Ode", "Ada Ode"]),
    ("before, colon", 'Ada Ode said: "It froze. We left."', ["Ada Ode", "Ada Ode"]),
    ("broken by the speaker", '"It froze," Ada Ode said. "We left."', ["Ada Ode", "Ada Ode"]),
    ("title dropped", '"It froze," Mayor Ada Ode told reporters.', ["Ada Ode"]),
    ("role dropped", '"It froze," harbour spokesman Paul Ames said.', ["Paul Ames"]),
    ("apposition", "Ada Ode, head of the port, said the lake froze.", ["Ada Ode"]),
    ("named in apposition", "The head of the port, Ada Ode, said the lake froze.", ["Ada Ode"]),
    (
        "reported speech",
        "The lake froze, the Holt Defence Ministry said Thursday.",
        ["Holt Defence Ministry"],
    ),
    ("according to", "According to the port authority, the lake froze.", ["port authority"]),
    ("hyphen in the name", '"It froze," Ban Ki-moon said.', ["Ban Ki-moon"]),
    ("pronoun", 'Ada Ode said it froze. "We left," she added.', ["Ada Ode", "Ada Ode"]),
    ("nobody named", '"We left," she said.', ["she"]),
    (
        "it is a body",
        'The Holt Ministry said it froze. "We left," it added.',
        ["Holt Ministry", "Holt Ministry"],
    ),
    (
        "somebody else came in",
        'Ada Ode said it froze. Paul Ames fell. "I left," he said.',
        ["Ada Ode", None, "he"],
    ),
    ("own voice", "The lake froze.", [None]),
    ("a verb that only seems to report", "The search continued on Monday.", [None]),
    ("no person reports", "The ice was said to be thick.", [None]),
    ("reopened in the next paragraph", '"It froze.\n\n"We left," Ada Ode said.', ["Ada Ode", "Ada Ode"]),
    ("runs on without a mark", '"It froze.\n\nWe left," Ada Ode said.', ["Ada Ode", "Ada Ode"]),
    ("a paragraph of the same speech", '"It froze," Ada Ode said.\n\n"We left."', ["Ada Ode", "Ada Ode"]),
    ("introduced by a line", 'Ada Ode said in a long statement:\n\n"We left."', ["Ada Ode", "Ada Ode"]),
    ("two speakers", '"It froze," said Ada Ode. "It did not," said Paul Ames.', ["Ada Ode", "Paul Ames"]),
]


@pytest.mark.parametrize(("why", "text", "speakers"), SPEAKERS, ids=[row[0] for row in SPEAKERS])
def test_speakers(why: str, text: str, speakers: list[str | None]) -> None:
    assert [c.speaker for c in segment(Document("a", text, "a.txt")).claims] == speakers


def test_a_paragraph_that_never_closes_its_quotation_does_not_run_on() -> None:
    text = '"It froze, Ada Ode said.\n\nThe port shut.\n\n"We left," Paul Ames said.'
    quoted = [text[p.start : p.end] for p in find_quotations(text, paragraphs(text))]
    assert quoted == ['"It froze, Ada Ode said.', '"We left,"']


@given(st.text(alphabet=st.sampled_from(list("aB .,\n“”\"«»‘’'")), max_size=80))
@settings(max_examples=150, deadline=None)
def test_quotations_are_ordered_and_inside_paragraphs(text: str) -> None:
    blocks = paragraphs(text)
    pieces = find_quotations(text, blocks)
    assert all(a.end <= b.start for a, b in pairwise(pieces))
    assert all(any(s <= p.start < p.end <= e for s, e in blocks) for p in pieces)
