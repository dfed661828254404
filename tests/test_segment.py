"""Sentence boundaries and claims: golden rows with their reason, and laws."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.model import Document
from factcheck.segment import segment, split_sentences
from factcheck.segment.claims import same_print
from factcheck.segment.lines import paragraphs

GOLDEN = [
    ("plain", ["The ferry left.", "It was full."]),
    ("initials and titles", ["Gov. Lena R. Holt met Lt. Gen. Paul Ames.", "They spoke."]),
    ("month", ["The road shut on Jan. 4 for good.", "Nobody came."]),
    ("time of day before a weekday", ["Doors close at 5 p.m. Thursday.", "Bring a coat."]),
    ("time of day at the end", ["Doors close at 5 p.m.", "Visitors must bring a coat."]),
    ("abbreviation before a small letter", ["Output fell 2.1 pct. in May.", "Orders rose."]),
    ("numbered name", ["Reactor No. 2 went offline.", "Crews left."]),
    ("glued credit", ["The bridge opened, the mayor said Friday.", "Photo:Harbour News"]),
    ("credit after a stop", ["Divers search the lake.", "Image: Coast Guard."]),
    ("sentences of a quotation", ['"It was late.', 'We went home," Ms. Ode said.', "Nobody asked why."]),
    ("asked, then the speaker", ['"Who pays?" Mr. Ode asked.', "Nobody knew."]),
    ("asked, then another sentence", ['"Who pays?"', "Nobody at the table had any idea at all."]),
    ("stop inside the closing mark", ["He called it “a good day.”", "Then it rained."]),
    ("loose closing mark", ['"We are at the end of the road. "', "Then she left."]),
    ("mixed marks with a loose close", ["“We stayed.", "The job is done, ”said Ada Ode."]),
    ("single quotation marks", ["She said: ‘We stay.", "We wait.’", "It isn’t far."]),
    ("ellipsis sign", ["The lights went out…", "Nobody moved."]),
    ("numbered items", ["1. Boil the water", "2. Cool it"]),
    ("lettered items", ["a. Mend the roof", "b. Mend the wall"]),
    (
        "country before a verb",
        ["Troops of the U.S. Army arrived.", "They come from the U.S.", "She does not."],
    ),
    ("address", ["Write to press@harbour.example.Com today."]),
]


@pytest.mark.parametrize(("why", "sentences"), GOLDEN, ids=[why for why, _ in GOLDEN])
def test_golden(why: str, sentences: list[str]) -> None:
    text = " ".join(sentences)
    assert [text[s:e] for s, e in split_sentences(text)] == sentences


LINES = [
    ("stop and capital without a space", "The gate fell.Crews came.", ["The gate fell.", "Crews came."]),
    ("credit without a space", "It sank, he said.Photo:Ode", ["It sank, he said.", "Photo:Ode"]),
    ("blank line", "Five hurt in fire\n\nA shed burned", ["Five hurt in fire", "A shed burned"]),
    ("blank line of spaces", "One fire\n \t\nTwo fires", ["One fire", "Two fires"]),
    (
        "one paragraph a line",
        "Five hurt in fire\nBy Ada Ode\nA shed",
        ["Five hurt in fire", "By Ada Ode", "A shed"],
    ),
    (
        "the line goes on",
        "A shed that stood near the\nriver burned.",
        ["A shed that stood near the\nriver burned."],
    ),
    ("small letter opens the line", "A shed burned\nto the ground.", ["A shed burned\nto the ground."]),
    ("carriage returns", "One fire.\r\nTwo fires.\r\n\r\nThree", ["One fire.", "Two fires.", "Three"]),
    ("title in a name", "He saw Mr.Ode in St.Ives.", ["He saw Mr.Ode in St.Ives."]),
    ("nothing", " \n\n ", []),
]


@pytest.mark.parametrize(("why", "text", "sentences"), LINES, ids=[row[0] for row in LINES])
def test_lines(why: str, text: str, sentences: list[str]) -> None:
    assert [text[s:e] for s, e in split_sentences(text)] == sentences


def test_hard_wrapped_text_is_joined() -> None:
    text = (
        "Harbour wall gives way\n\n"
        "The wall of the old harbour gave way\n"
        "before dawn on Monday. Divers and the\n"
        "Coast Guard searched until noon. John\n"
        "Ode saw it fall.\n"
        "Work goes on.\n"
    )
    assert [" ".join(text[s:e].split()) for s, e in split_sentences(text)] == [
        "Harbour wall gives way",
        "The wall of the old harbour gave way before dawn on Monday.",
        "Divers and the Coast Guard searched until noon.",
        "John Ode saw it fall.",
        "Work goes on.",
    ]


SIGNS = "abcXYZ019.,!?;:…-—–“”\"'‘’«»()[]*#•\n\r\t /@ü\u00a0\u2028"
PHRASES = [
    "Mr. Ode said", '"We left.', 'It was late,"', "\n", "\n\n", " ",
    "Photo:Ode", "5 p.m.", "1. One 2. Two", ".The", "HOLT (AP) -- ", "in May. ",
]  # fmt: skip
NEWS = st.text(alphabet=st.sampled_from(list(SIGNS)), max_size=120) | st.lists(
    st.sampled_from(PHRASES), max_size=12
).map("".join)


@given(NEWS)
@settings(max_examples=150, deadline=None)
def test_sentences_tile_the_text(text: str) -> None:
    spans = split_sentences(text)
    covered = "".join(text[s:e] for s, e in spans)
    assert "".join(covered.split()) == "".join(text.split())
    assert all(a[1] <= b[0] for a, b in pairwise(spans))
    assert all(s < e and text[s:e] == text[s:e].strip() for s, e in spans)


@given(NEWS)
@settings(max_examples=80, deadline=None)
def test_paragraphs_hold_all_words(text: str) -> None:
    held = "".join(text[s:e] for s, e in paragraphs(text))
    assert "".join(held.split()) == "".join(text.split())


@given(NEWS)
@settings(max_examples=80, deadline=None)
def test_every_passage_is_claimed_or_skipped_once(text: str) -> None:
    found = segment(Document("a", text, "a.txt"))
    assert all(text[c.start : c.end] == c.text and c.spans[0] == (c.start, c.end) for c in found.claims)
    assert len({c.id for c in found.claims}) == len(found.claims)
    spans = sorted([*(s for c in found.claims for s in c.spans), *((k.start, k.end) for k in found.skipped)])
    assert all(a[1] <= b[0] for a, b in pairwise(spans))


def test_a_caption_printed_three_times_is_one_claim() -> None:
    caption = "Divers search the lake near Holt on Monday."
    again = "Divers  search the lake\nnear Holt on Monday."
    text = f"{caption}Photo:Ode\n\nThe lake froze.\n\n{caption}Photo:Ode\n\n{again}"
    found = segment(Document("holt", text, "holt.txt"))
    assert [(same_print(c.text), len(c.spans)) for c in found.claims] == [
        (caption, 3),
        ("The lake froze.", 1),
    ]
    assert [k.reason for k in found.skipped] == ["photo credit", "photo credit"]
    assert all(same_print(text[s:e]) == caption for s, e in found.claims[0].spans)


def test_ids_follow_the_source_and_ignore_white_space() -> None:
    document = Document("a", "The lake\nfroze over.", "a.txt")
    spaced = replace(document, text="The lake froze over.")
    other = replace(document, id="b")
    first, second, third = (segment(d).claims[0].id for d in (document, spaced, other))
    assert first == second != third
    assert len(first) == 10
    assert int(first, 16) >= 0


def test_dateline_and_trailing_credit_are_cut_off() -> None:
    text = "HOLT, Norway, Jan. 13 (Ode News) -- The lake froze over. (AP Photo/Ada Ode)"
    found = segment(Document("a", text, "a.txt"))
    assert [c.text for c in found.claims] == ["The lake froze over."]
    assert {k.reason for k in found.skipped} == {"dateline", "photo credit"}


def test_front_matter_is_no_prose() -> None:
    text = "---\ntitle: The lake froze\n---\n# The lake froze over\n\n- Divers came.\n"
    found = segment(Document("a", text, "a.md", body=text.index("#")))
    assert [c.text for c in found.claims] == ["The lake froze over", "Divers came."]
