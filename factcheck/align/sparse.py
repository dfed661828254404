"""Large inputs: every claim against its best partners, in sparse matrices of scikit-learn and scipy."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
from scipy.sparse import csr_array
from sklearn.feature_extraction.text import TfidfVectorizer

from factcheck.align.background import rarity
from factcheck.align.measures import Floats, Ints, Wording
from factcheck.align.relatedness import Words
from factcheck.align.terms import Term, is_name_or_slot
from factcheck.align.tfidf import SIZE
from factcheck.align.topk import top_k
from factcheck.align.vocabulary import vocabulary

#: The best partners of a claim that are looked at. In stories of 9 to 22 articles (ECB+) the
#: links that this loses are said by others too: 2 of 2,378 claims lose all of one kind.
PARTNERS = 30
#: claims from which an article is asked by itself: its own claims are no partners
_LONG = 200
#: pairs whose rows are multiplied at a time
_PAIRS = 20_000


class Sparse:
    """See ``Measures``. Exact but for ``close``: a pair is looked at if one of the two claims
    is among the ``PARTNERS`` best of other sources for the other one, and they share a term.

    Of partners with the same cosine the earlier is the better one.
    """

    def __init__(self, wording: Wording) -> None:
        self._source = wording.source
        self._word, self._deed = _term_vectors(wording.terms)
        self._char = _text_vectors(wording.texts)
        self._words = Words(vocabulary(wording.terms))

    def close(self, floor: float) -> tuple[Ints, Ints]:
        found = list(self._partners(floor))
        one, other = (np.concatenate(side) for side in zip(*found, strict=True))
        size = len(self._source)
        cells = np.unique(np.minimum(one, other) * size + np.maximum(one, other))
        left, right = np.divmod(cells, size)
        return left, right

    def word(self, left: Ints, right: Ints) -> Floats:
        return _cosines(self._word, left, right)

    def char(self, left: Ints, right: Ints) -> Floats:
        return _cosines(self._char, left, right)

    def deed(self, left: Ints, right: Ints) -> Floats:
        return _cosines(self._deed, left, right)

    def cover(self, left: Ints, right: Ints) -> Floats:
        found = np.zeros(len(left))
        claims, first = np.unique(left, return_index=True)
        for claim, of in zip(claims, np.split(np.arange(len(left)), first)[1:], strict=True):
            found[of] = self._words.better_cover(np.array([claim]), right[of])
        return found

    def _partners(self, floor: float) -> Iterator[tuple[Ints, Ints]]:
        """Claims and their partners, by the way they are asked for."""
        size = np.bincount(self._source)
        short = size[self._source] <= _LONG
        asked = np.flatnonzero(short)
        if len(asked):
            # So many that the claims of its own source cannot take the places of others.
            enough = PARTNERS + int(size[self._source[asked]].max())
            best = top_k(self._word[asked], self._word, enough, floor).tocoo()
            one, other, score = asked[best.row], best.col, best.data
            across = self._source[one] != self._source[other]
            yield _best(one[across], other[across], score[across])
        for source in np.flatnonzero(size > _LONG):
            own = self._source == source
            asked, others = np.flatnonzero(own), np.flatnonzero(~own)
            best = top_k(self._word[asked], self._word[others], PARTNERS, floor).tocoo()
            yield asked[best.row], others[best.col]


def _best(one: Ints, other: Ints, score: Floats) -> tuple[Ints, Ints]:
    """Of each claim its ``PARTNERS`` best partners."""
    order = np.lexsort((other, -score, one))
    one, other = one[order], other[order]
    rank = np.arange(len(one)) - np.searchsorted(one, one)
    return one[rank < PARTNERS], other[rank < PARTNERS]


def _cosines(unit: csr_array, left: Ints, right: Ints) -> Floats:
    found = [np.zeros(0)]
    for start in range(0, len(left), _PAIRS):
        some = slice(start, start + _PAIRS)
        found.append(unit[left[some]].multiply(unit[right[some]]).sum(axis=1))
    return np.clip(np.concatenate(found), 0.0, 1.0)


def _keys(terms: Sequence[Term]) -> list[str]:
    return [term.key for term in terms]


def _term_vectors(terms: Sequence[Sequence[Term]]) -> tuple[csr_array, csr_array]:
    """The claims by all their terms, and by those that are no names or figures."""
    vectorizer = TfidfVectorizer(analyzer=_keys, sublinear_tf=True)
    vectorizer.fit(terms)
    keys = vectorizer.get_feature_names_out()
    vectorizer.idf_ = vectorizer.idf_ * np.sqrt([rarity(key) for key in keys])
    words = csr_array(vectorizer.transform(terms))
    names = {term.key for claim in terms for term in claim if is_name_or_slot(term)}
    deeds = words.multiply([float(key not in names) for key in keys]).tocsr()
    deeds.eliminate_zeros()
    length = np.sqrt(deeds.multiply(deeds).sum(axis=1))
    return words, csr_array(deeds.multiply(1 / np.maximum(length, 1e-12)[:, None]))


def _text_vectors(texts: Sequence[str]) -> csr_array:
    if not any(text.split() for text in texts):
        return csr_array((len(texts), 1))
    vectorizer = TfidfVectorizer(analyzer="char_wb", ngram_range=(SIZE, SIZE), sublinear_tf=True)
    return csr_array(vectorizer.fit_transform(texts))
