"""Laws of the vectors made without scikit-learn: they are scikit-learn's."""

from __future__ import annotations

import numpy as np
from hypothesis import example, given
from hypothesis import strategies as st
from sklearn.feature_extraction.text import TfidfVectorizer

from factcheck.align.tfidf import character_ngrams, tfidf

_WORDS = st.lists(
    st.lists(st.sampled_from("toll tolls ferry of 12 <count> café 灾".split()), max_size=9), max_size=9
)
_LETTERS = st.text(st.sampled_from("abcdé灾😀 \n\t\u2009'-1"), max_size=20)


def _words(words: list[str]) -> list[str]:
    return words


@given(_WORDS.filter(any))
def test_words(claims: list[list[str]]) -> None:
    theirs = TfidfVectorizer(analyzer=_words, sublinear_tf=True)
    expected = theirs.fit_transform(claims).toarray()
    place = theirs.vocabulary_
    column = np.array([place[word] for claim in claims for word in claim], dtype=np.intp)
    row = np.repeat(np.arange(len(claims)), [len(claim) for claim in claims])
    ours = tfidf(row, column, len(claims), len(place)).dense()
    np.testing.assert_allclose(ours, expected, rtol=0, atol=1e-12)


@given(
    st.lists(_LETTERS.map(str.lower), min_size=1, max_size=8).filter(
        lambda texts: any(t.split() for t in texts)
    )
)
@example(["a", "", "a bc abc abcd abcde", " \u3000 "])
@example(["\udcff half a character"])
def test_character_ngrams(texts: list[str]) -> None:
    theirs = TfidfVectorizer(analyzer="char_wb", ngram_range=(4, 4), sublinear_tf=True)
    expected = theirs.fit_transform(texts).toarray()
    row, column, rows, columns = character_ngrams(texts)
    assert (rows, columns) == expected.shape
    # Our columns have no names: they are told by where they stand.
    analyze = theirs.build_analyzer()
    named = [theirs.vocabulary_[gram] for text in texts for gram in analyze(text)]
    order = dict(zip(column.tolist(), named, strict=True))
    ours = tfidf(row, column, rows, columns).dense()
    np.testing.assert_allclose(ours, expected[:, [order[n] for n in range(columns)]], rtol=0, atol=1e-12)
    assert len({*order.values()}) == columns
