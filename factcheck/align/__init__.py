"""Which claims of different sources may be about the same fact.

Every pair across sources whose TF-IDF cosine reaches the floor is a candidate, with the
features of words the judge weighs.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from factcheck.align.terms import masked_text, terms
from factcheck.align.vectors import Similarities, similarities
from factcheck.model import Article, Claim

if TYPE_CHECKING:
    import numpy as np

#: words from which a claim is no longer brief: half the sentences of news have more
_BRIEF = 20
#: News tells the event first and its background after; from this claim on, all is far down.
_FAR_DOWN = 20


@dataclass(frozen=True, slots=True)
class Pair:
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
    owner = [place for place, article in enumerate(articles) for _ in article.claims]
    if len({*owner}) < 2:
        return []
    words = [terms(claim) for claim in claims]
    if not any(words):
        return []
    alike = similarities(words, [masked_text(claim) for claim in claims])
    brief = [max(0.0, 1 - len(found) / _BRIEF) for found in words]
    return _pairs(claims, owner, alike, brief, min_similarity, also)


def _pairs(
    claims: list[Claim],
    owner: list[int],
    alike: Similarities,
    brief: list[float],
    floor: float,
    also: Collection[tuple[str, str]],
) -> list[Pair]:
    import numpy as np

    source = np.array(owner)
    across = np.triu(source[:, None] != source[None, :])
    close = alike.word >= floor
    place = {claim.id: i for i, claim in enumerate(claims)}
    for a, b in also:
        close[place[a], place[b]] = close[place[b], place[a]] = True
    found: list[Pair] = []
    late = _late(source)
    near = _neighbours(alike, source)
    for i, j in np.argwhere(across & close).tolist():
        found.append(
            Pair(
                a=claims[i],
                b=claims[j],
                word=float(alike.word[i, j]),
                char=float(alike.char[i, j]),
                deed=float(alike.deed[i, j]),
                cover=float(max(alike.cover[i, j], alike.cover[j, i])),
                near=float(near[i, j]),
                brief=max(brief[i], brief[j]),
                late=float(late[i, j]),
            )
        )
    return found


def _late(source: np.ndarray[Any, Any]) -> np.ndarray[Any, Any]:
    """n × n: the claims before the later one in its article, as a share of ``_FAR_DOWN``.

    No more are counted than the shorter article has: against a single statement the
    place in a long article tells nothing.
    """
    import numpy as np

    before = np.arange(len(source)) - np.searchsorted(source, source)
    size = np.bincount(source)[source]
    shorter = np.minimum.outer(size, size) - 1
    counted: np.ndarray[Any, Any] = np.minimum(np.maximum.outer(before, before), shorter)
    return np.minimum(counted / _FAR_DOWN, 1.0)


def _neighbours(alike: Similarities, source: np.ndarray[Any, Any]) -> np.ndarray[Any, Any]:
    """n × n: the best cosine between a neighbour of one claim and a neighbour of the other."""
    import numpy as np

    near = np.zeros_like(alike.word)
    for down in (-1, 1):
        for right in (-1, 1):
            moved = np.roll(alike.word, (down, right), axis=(0, 1))
            rows = np.roll(source, down) == source
            columns = np.roll(source, right) == source
            # A roll carries the last claim to the front: no neighbour either.
            rows[0 if down == 1 else -1] = columns[0 if right == 1 else -1] = False
            near = np.maximum(near, moved * rows[:, None] * columns[None, :])
    return near
