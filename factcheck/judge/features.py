"""What the confidence of a pair rests on, by name; every value is in [0, 1]."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from factcheck.align import Pair
from factcheck.judge.confidence import DEED, Confidence
from factcheck.judge.guards import current_year, looks_back, other_days, other_names
from factcheck.judge.pairing import CERTAIN, ROLE, SURE, Compared, pair_facts, supports
from factcheck.judge.reading import Reading
from factcheck.judge.signs import Signs, read_signs
from factcheck.judge.standing import Place, Thing, like_sized, place, standing
from factcheck.judge.things import Sameness
from factcheck.model import NAMES, Article, Claim
from factcheck.propositions.support import same_deed

#: Features that speak against a link; their coefficients are never positive, all others
#: never negative, so that each can be explained to a reader.
AGAINST = frozenset(("few words", "far down", "other names", "other time"))


@dataclass(frozen=True, slots=True)
class Context:
    """What judging a pair needs to know beyond the pair: signs of each claim, by its id,
    the publication date of each source, and the facts that are their article's only figure
    of a thing."""

    signs: Mapping[str, Signs]
    published: Mapping[str, str | None]
    things: Mapping[Place, Thing]

    def needs(self, pair: Pair, compared: Compared) -> float:
        """The confidence that a difference needs: little where both facts are what their
        articles say of a thing, much where one is and the other is not."""
        left, right = self._things(pair, compared)
        alike = like_sized(compared.pair)
        if left is not None and left == right and alike:
            return min(compared.needs, ROLE)
        # Neither may be its article's figure where one is a part, or of another event.
        other = None in (left, right) and compared.pair.kind == "count" and compared.pair.a.role is not None
        if other or not alike:
            return max(compared.needs, CERTAIN if compared.pair.a.unit == "magnitude" else SURE)
        return compared.needs

    def one_thing(self, pair: Pair, compared: Compared) -> bool:
        """Both facts are what their articles say of one thing."""
        left, right = self._things(pair, compared)
        return left is not None and left == right and like_sized(compared.pair)

    def _things(self, pair: Pair, compared: Compared) -> tuple[Thing | None, Thing | None]:
        facts = compared.pair
        return self.things.get(place(pair.a, facts.a)), self.things.get(place(pair.b, facts.b))

    def readings(self, pair: Pair) -> tuple[Reading, Reading]:
        return self.signs[pair.a.id].reading, self.signs[pair.b.id].reading

    def same_deed(self, pair: Pair) -> float:
        return same_deed(*(reading.said for reading in self.readings(pair)))

    def current_year(self, a: Claim, b: Claim) -> int | None:
        return current_year((self.published[a.source], self.published[b.source]))


@dataclass(frozen=True, slots=True)
class Weighed:
    """A candidate pair with its facts set against each other."""

    pair: Pair
    facts: tuple[Compared, ...]
    confidence: Confidence
    apart: str | None = None  # why differences were set aside as of another thing or event


def read_context(articles: Sequence[Article]) -> Context:
    published = {a.document.id: a.document.published for a in articles}
    year = current_year(tuple(published.values()))
    signs = {id: signs for a in articles for id, signs in read_signs(a, year).items()}
    return Context(signs, published, things=standing(articles, signs))


def features(pair: Pair, facts: Sequence[Compared], context: Context) -> dict[str, float]:
    """Feature -> value.

    "spelling", "deeds", "coverage" and "few words" are measures of the pair's words
    (``char``, ``deed``, ``cover`` and ``brief`` of ``Pair``; the cosines by their square
    roots, since the first words shared tell the most), "neighbours" and "far down" say
    where the pair stands in its articles, the rest what the facts say.
    """
    return _but_deed(pair, facts, context) | {DEED: context.same_deed(pair)}


def _but_deed(pair: Pair, facts: Sequence[Compared], context: Context) -> dict[str, float]:
    """The features, with nothing said yet of the deeds."""
    figures, one_thing, names = _told(pair, facts, context) if facts else _NOTHING
    a, b = context.signs[pair.a.id], context.signs[pair.b.id]
    if a.days or b.days:
        other_time = other_days(a, b) or looks_back(a, b, context.current_year(pair.a, pair.b))
    else:
        other_time = a.earlier != b.earlier
    return {
        "spelling": math.sqrt(pair.char),
        "deeds": math.sqrt(pair.deed),
        "coverage": pair.cover,
        "few words": pair.brief,
        "neighbours": pair.near,
        "far down": pair.late,
        "figures agree": figures,
        "one thing": one_thing,
        "names agree": names,
        DEED: 0.0,
        "other names": float(other_names(a, b)),
        "other time": float(other_time),
    }


_NOTHING = 0.0, 0.0, 0.0


def _told(pair: Pair, facts: Sequence[Compared], context: Context) -> tuple[float, float, float]:
    """What the facts say: "figures agree", "one thing" and "names agree"."""
    figures = [c for c in facts if c.pair.kind not in NAMES and c.pair.kind != "polarity"]
    agreeing = sum([supports(c) and not _same_day_only(c) for c in figures])
    names = sum([c.pair.kind in NAMES and supports(c) for c in facts])
    one_thing = float(any(context.one_thing(pair, c) for c in figures))
    return min(2, agreeing) / 2, one_thing, min(3, names) / 3


def _same_day_only(compared: Compared) -> bool:
    """Everything in a story may happen on Thursday: a day without its event tells little."""
    return compared.pair.kind in ("date", "time") and compared.same is Sameness.MAYBE


def weigh_pair(pair: Pair, context: Context) -> Weighed:
    facts = tuple(
        [
            Compared(c.pair, c.same, context.needs(pair, c)) if c.pair.relation == "conflict" else c
            for c in pair_facts(pair.a, pair.b)
        ]
    )
    confidence = Confidence(_but_deed(pair, facts, context), lambda: context.same_deed(pair))
    return Weighed(pair, facts, confidence)
