"""Which claims of different sources may be about the same fact.

Every pair across sources whose TF-IDF cosine reaches the floor is a candidate, with the
features of words the judge weighs; among more than a thousand claims, each is set against
its best partners only.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING, NamedTuple

from factcheck.align.terms import masked_text, terms
from factcheck.model import Article, Claim

if TYPE_CHECKING:
    from factcheck.align.measures import Floats, Ints, Measures, Wording

#: words from which a claim is no longer brief: half the sentences of news have more
_BRIEF = 20
#: News tells the event first and its background after; from this claim on, all is far down.
_FAR_DOWN = 20
#: Claims up to which every pair is looked at. From here on, loading scikit-learn and scipy
#: takes less time than their sparse matrices save.
_SMALL = 1000


class Pair(NamedTuple):
    """Two claims of different sources and how alike their words are; all values in [0, 1].

    ``word`` and ``char`` are cosines of masked TF-IDF vectors, ``deed`` is that of the
    words without names and figures, ``cover`` the share of the better covered claim's
    words that the other has, itself or by related words, ``near`` the best cosine between
    neighbours of both claims. ``brief`` says how few words the shorter claim has (1: none,
    0: twenty or more), ``late`` how far down in its article the later one stands.
    """

    a: Claim
    b: Claim
    word: float
    char: float
    deed: float
    cover: float
    near: float
    brief: float
    late: float


def align(
    articles: Sequence[Article], min_similarity: float, also: Collection[tuple[str, str]] = ()
) -> list[Pair]:
    """The candidate pairs, in the order of the claims; ``also``: pairs of claim ids that are
    candidates however few words they share."""
    claims = [claim for article in articles for claim in article.claims]
    words = [terms(claim) for claim in claims]
    if sum(bool(article.claims) for article in articles) < 2 or not any(words):
        return []
    import numpy as np

    from factcheck.align.measures import Wording
    from factcheck.align.threads import one_thread

    source = np.repeat(np.arange(len(articles)), [len(article.claims) for article in articles])
    place = {claim.id: n for n, claim in enumerate(claims)}
    more = sorted(sorted((place[a], place[b])) for a, b in also)
    brief = np.maximum(1 - np.array([len(found) for found in words]) / _BRIEF, 0.0)
    with one_thread():
        measures = _measure(Wording(words, [masked_text(claim) for claim in claims], source))
        left, right = _joined(measures.close(min_similarity), more, len(claims))
        columns = (
            measures.word(left, right),
            measures.char(left, right),
            measures.deed(left, right),
            measures.cover(left, right),
            _near(measures, source, left, right),
            np.maximum(brief[left], brief[right]),
            _late(source, left, right),
        )
    ends = ([claims[n] for n in side.tolist()] for side in (left, right))
    return [*map(Pair._make, zip(*ends, *(column.tolist() for column in columns), strict=True))]


def _measure(wording: Wording) -> Measures:
    if len(wording.terms) <= _SMALL:
        from factcheck.align.dense import Dense

        return Dense(wording)
    from factcheck.align.sparse import Sparse

    return Sparse(wording)


def _joined(pairs: tuple[Ints, Ints], more: Sequence[Sequence[int]], size: int) -> tuple[Ints, Ints]:
    """Each pair of places once, in ascending order."""
    import numpy as np

    from factcheck.align.numbering import distinct

    left, right = pairs
    cells = np.concatenate([left * size + right, np.array([i * size + j for i, j in more], dtype=np.intp)])
    left, right = np.divmod(distinct(cells), size)
    return left, right


def _late(source: Ints, left: Ints, right: Ints) -> Floats:
    """The claims before the later one in its article, as a share of ``_FAR_DOWN``.

    No more are counted than the shorter article has: against a single statement the
    place in a long article tells nothing.
    """
    import numpy as np

    before = np.arange(len(source)) - np.searchsorted(source, source)
    size = np.bincount(source)[source]
    shorter = np.minimum(size[left], size[right]) - 1
    counted: Ints = np.minimum(np.maximum(before[left], before[right]), shorter)
    return np.minimum(counted / _FAR_DOWN, 1.0)


def _near(measures: Measures, source: Ints, left: Ints, right: Ints) -> Floats:
    """The best cosine between a neighbour of one claim and a neighbour of the other."""
    import numpy as np

    edged = np.concatenate([source, [-1]])  # what comes before the first and after the last
    near = np.zeros(len(left))
    for down in (-1, 1):
        for right_ in (-1, 1):
            i, j = left + down, right + right_
            both = np.flatnonzero((edged[i] == source[left]) & (edged[j] == source[right]))
            near[both] = np.maximum(near[both], measures.word(i[both], j[both]))
    return near
