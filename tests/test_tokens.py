"""The stream of words: exact slices of the text, the same words wherever a passage begins."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.facts.tokens import NUMBER, printed, read_stream, read_words, tokenize, trait, traits_in

PIECES = "Oslo harbour didn’t U.S. 2.5bn 10% m² Ode's ( “ …".split()
GAPS = [" ", "\n", "\n\n", "\n ", " \n", "\r\n ", "\t", "  ", "\u00a0"]
TEXTS = st.lists(st.sampled_from(PIECES + GAPS) | st.text(max_size=6), max_size=12).flatmap(
    lambda parts: st.sampled_from(["", " "]).map(lambda gap: gap.join(parts))
)


@given(TEXTS)
def test_words_and_gaps_are_the_text(text: str) -> None:
    stream = read_stream(text)
    at = 0
    for i, word in enumerate(stream.words):
        start, end = stream.span(i, i + 1)
        assert text[start:end] == word.text
        assert not text[at:start].strip()
        assert word.glued == (i > 0 and at == start)
        assert i == 0 or word.gap == text[at:start]
        at = end
    assert not text[at:].strip()


@given(TEXTS)
def test_tokens_are_the_words_in_their_places(text: str) -> None:
    stream = read_stream(text)
    assert [(t.start, t.end) for t in tokenize(text)] == [
        stream.span(i, i + 1) for i in range(len(stream.words))
    ]
    assert [t.text for t in tokenize(text)] == [w.text for w in stream.words]
    assert printed(stream.words) == text.strip()


@given(TEXTS, st.integers(0, 40), st.integers(0, 40))
def test_a_passage_has_the_words_of_its_text(text: str, start: int, length: int) -> None:
    end = min(len(text), start + length)
    start = min(start, end)
    inside = read_stream(text, start, end)
    alone = read_words(text[start:end])
    assert [w.text for w in inside.words] == [w.text for w in alone]
    assert read_words(text, start, end) == inside.words
    assert all(text[slice(*inside.span(i, i + 1))] == w.text for i, w in enumerate(inside.words))


@pytest.mark.parametrize(
    ("text", "has"),
    [
        ("The quay flooded.", True),
        ("QUAY", True),
        ("Quays flooded.", False),
        ("They couldn’t.", True),
        ("", False),
    ],
)
def test_traits_tell_words_by_key_and_by_test(text: str, has: bool) -> None:
    bit = trait(["quay"], test=lambda word: word.endswith("n’t"))
    assert bool(traits_in(read_words(text)) & bit) is has


def test_a_figure_is_a_number() -> None:
    assert [bool(w.traits & NUMBER) for w in read_words("In 1998 two ships")] == [False, True, False, False]
