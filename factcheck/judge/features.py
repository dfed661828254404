"""What the confidence of a pair rests on, by name; every value is in [0, 1]."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from factcheck.align import Pair
from factcheck.judge.confidence import probability, weigh
from factcheck.judge.guards import Signs, current_year, looks_back, other_days, other_names, read_signs
from factcheck.judge.pairing import Compared, pair_facts, supports
from factcheck.judge.things import Sameness
from factcheck.model import NAMES, Article, Claim, Weight
from factcheck.propositions.support import same_deed

#: Features that speak against a link; their coefficients are never positive, all others
#: never negative, so that each can be explained to a reader.
AGAINST = frozenset(("other names", "other time"))


@dataclass(frozen=True, slots=True)
class Context:
    """What judging a pair needs to know beyond the pair: signs of each claim, by its id,
    and the publication date of each source."""

    signs: Mapping[str, Signs]
    published: Mapping[str, str | None]

    def current_year(self, a: Claim, b: Claim) -> int | None:
        return current_year([self.published[a.source], self.published[b.source]])


@dataclass(frozen=True, slots=True)
class Weighed:
    """A candidate pair with its facts set against each other."""

    pair: Pair
    facts: tuple[Compared, ...]
    weights: tuple[Weight, ...]
    confidence: float
    apart: str | None = None  # why differences were set aside as of another thing or event


def read_context(articles: Sequence[Article]) -> Context:
    return Context(
        signs={c.id: read_signs(c) for article in articles for c in article.claims},
        published={a.document.id: a.document.published for a in articles},
    )


def features(pair: Pair, facts: Sequence[Compared], context: Context) -> dict[str, float]:
    """Feature -> value.

    "spelling", "deeds" and "coverage" are TF-IDF measures of the pair's words (``char``,
    ``deed`` and ``cover`` of ``Pair``), "best match" and "neighbours" say where the pair
    stands in its articles, the rest what the facts say.
    """
    figures = [c for c in facts if c.pair.kind not in NAMES and c.pair.kind != "polarity"]
    names = [c for c in facts if c.pair.kind in NAMES and supports(c)]
    a, b = context.signs[pair.a.id], context.signs[pair.b.id]
    other_time = other_days(a, b) or looks_back(a, b, context.current_year(pair.a, pair.b))
    return {
        "spelling": pair.char,
        "deeds": pair.deed,
        "coverage": pair.cover,
        "best match": pair.best,
        "neighbours": pair.near,
        "figures agree": min(2, sum(supports(c) and not _same_day_only(c) for c in figures)) / 2,
        "names agree": min(3, len(names)) / 3,
        "same deed": same_deed(pair.a, pair.b),
        "other names": float(other_names(a, b)),
        "other time": float(other_time),
    }


def _same_day_only(compared: Compared) -> bool:
    """Everything in a story may happen on Thursday: a day without its event tells little."""
    return compared.pair.kind in ("date", "time") and compared.same is Sameness.MAYBE


def weigh_pair(pair: Pair, context: Context) -> Weighed:
    facts = tuple(pair_facts(pair.a, pair.b))
    weights = tuple(weigh(features(pair, facts, context)))
    return Weighed(pair, facts, weights, probability(list(weights)))
