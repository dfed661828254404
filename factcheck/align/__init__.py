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


@dataclass(frozen=True, slots=True)
class Pair:
    """Two claims of different sources and how alike their words are; all values in [0, 1].

    ``word`` and ``char`` are cosines of masked TF-IDF vectors, ``deed`` is that of the
    words without names and figures, ``cover`` the share of
    the better covered claim's weight found in the other, ``best`` how close the pair
    comes to the best partner of either claim (1: each is the other's best), ``near``
    the best cosine between neighbours of both claims.
    """

    a: Claim
    b: Claim
    word: float
    char: float
    deed: float
    cover: float
    best: float
    near: float


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
    return _pairs(claims, owner, alike, min_similarity, also)


def _pairs(
    claims: list[Claim],
    owner: list[int],
    alike: Similarities,
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
    best = _best_partner(alike, source)
    near = _neighbours(alike, source)
    for i, j in np.argwhere(across & close).tolist():
        word = float(alike.word[i, j])
        found.append(
            Pair(
                a=claims[i],
                b=claims[j],
                word=word,
                char=float(alike.char[i, j]),
                deed=float(alike.deed[i, j]),
                cover=float(max(alike.cover[i, j], alike.cover[j, i])),
                best=float(
                    min(word / max(best[i, source[j]], 1e-9), word / max(best[j, source[i]], 1e-9), 1.0)
                ),
                near=float(near[i, j]),
            )
        )
    return found


def _best_partner(alike: Similarities, source: np.ndarray[Any, Any]) -> np.ndarray[Any, Any]:
    """n × sources: the highest cosine of a claim with any claim of a source."""
    import numpy as np

    return np.stack(
        [alike.word[:, source == place].max(axis=1, initial=0.0) for place in range(source.max() + 1)], axis=1
    )


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
