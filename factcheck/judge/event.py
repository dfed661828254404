"""Whether two sources report one event at all, or only similar ones.

Two robberies, two quakes, two elections share most of their words. Names, sentences that
surely match, and how often figures agree tell them apart; short texts are never judged.
"""

from __future__ import annotations

import datetime as dt
import json
import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files
from itertools import chain

from factcheck.align.background import RARE, rarity
from factcheck.facts.tokens import Word
from factcheck.judge.features import Context, Weighed
from factcheck.judge.pairing import Compared, supports
from factcheck.judge.signs import MOST_WORDS, key_of
from factcheck.model import NAMES, Article

#: claims that each source needs before a missing match means anything
MIN_CLAIMS = 4
#: Probability of one event below which figures are not set against each other. The model
#: is fitted with as many pairs of two events as of one.
THRESHOLD = 0.5
#: headline and first paragraphs: they say what happened, to whom and where
_LEAD = 4
#: the best pairs looked at, and the confidence from which a pair's figures are counted
_TOP, _COUNTED = 3, 0.1
#: what one event has one of, as far as two reports of it can tell
MARKS = frozenset(("measure", "date", "time", "ordinal", "place", "person"))
#: Days between two publications that follow-ups of one event may take, and days from which
#: waiting longer says no more. Set by judgement: the fitted texts carry no dates.
_FOLLOW_UP, _LONG_AFTER = 7, 90
BEST = "best"
#: features in favour of one event; the others speak against it
TOGETHER = frozenset(("names", "lead names", BEST))


@dataclass(frozen=True, slots=True)
class Profile:
    """Whom and what an article names: name (as a term) -> how often; the names of its lead;
    the words it also writes in lower case, which are no names; and how a name is printed."""

    source: str
    published: str | None
    counts: Mapping[str, int]
    lead: frozenset[str]
    plain: frozenset[str]
    printed: Mapping[str, str]


class _Plain(dict[Word, str]):
    """A word -> its key if it is written in lower case, else ""; an article has hundreds."""

    def __missing__(self, word: Word) -> str:
        if len(self) >= MOST_WORDS:
            self.clear()
        self[word] = found = key_of(word.lower) if word.is_word and not word.is_capital else ""
        return found


_plain = _Plain()


def read_profile(article: Article, context: Context) -> Profile:
    signs = [context.signs[claim.id] for claim in article.claims]
    words = set(chain.from_iterable([one.words for one in signs]))
    plain = frozenset(map(_plain.__getitem__, words)) - {""}
    capitals = [(key_of(word.lower), word.text) for one in signs for word in one.capitals]
    written = Counter([key for key, _ in capitals])
    names = frozenset(chain.from_iterable(one.names for one in signs)) - plain
    return Profile(
        source=article.document.id,
        published=article.document.published,
        counts={name: written.get(name, 1) for name in sorted(names)},
        lead=frozenset(chain.from_iterable(one.names for one in signs[:_LEAD])) - plain,
        plain=plain,
        printed=dict(reversed(capitals)),  # as it is written first
    )


def event_features(left: Profile, right: Profile, pairs: Sequence[Weighed]) -> dict[str, float]:
    """What the probability rests on, all in [0, 1], for profiles without each other's plain words.

    "names" is the cosine of the names of both sources, weighted as in TF-IDF; "lead names"
    the share, by rarity, of the names of a lead that the other source has too; "best" the
    mean confidence of the three surest pairs; "missing" how often a source names what the
    other never does, against its commonest name (the last three are means of both sides).
    "marks differ" and "figures differ" are the shares that differ of what marks one event
    (its magnitude, day, hour, round) and of counts and amounts, which may move with time;
    "published apart" grows from a week to three months between the publications.
    """
    return but_best(left, right, pairs) | {BEST: best(pairs)}


def but_best(left: Profile, right: Profile, pairs: Sequence[Weighed]) -> dict[str, float]:
    """The features that need no confidence to the last digit."""
    compared = compared_figures(pairs)
    return {
        "names": _cosine(left.counts, right.counts),
        "lead names": _mean(_shared_lead(left, right), _shared_lead(right, left)),
        "missing": _mean(_missing(left, right), _missing(right, left)),
        "marks differ": _differing([c for c in compared if c.pair.kind in MARKS]),
        "figures differ": _differing([c for c in compared if c.pair.kind not in MARKS]),
        "published apart": _published_apart(left.published, right.published),
    }


def best_bounds(pairs: Sequence[Weighed]) -> tuple[float, float]:
    """What "best" is at least and at most, whatever the deeds of the claims are."""
    least = sorted([item.confidence.least for item in pairs])[-_TOP:]
    most = sorted([item.confidence.most for item in pairs])[-_TOP:]
    return math.fsum(least) / _TOP, math.fsum(most) / _TOP


def best(pairs: Sequence[Weighed]) -> float:
    """The mean of the highest confidences; those that cannot be among them are not worked out."""
    found: list[float] = []
    for confidence in sorted((item.confidence for item in pairs), key=lambda c: -c.most):
        if len(found) == _TOP and confidence.most <= found[-1]:
            break
        found = sorted([*found, confidence.value], reverse=True)[:_TOP]
    return math.fsum(found) / _TOP


def same_event(features: Mapping[str, float]) -> float:
    """Probability that two sources report one event."""
    model = _model()
    odds = model["intercept"] + math.fsum(model[name] * value for name, value in features.items())
    return 1 / (1 + math.exp(-odds))


@cache
def _model() -> dict[str, float]:
    text = files("factcheck.data").joinpath("event_model.json").read_text(encoding="utf-8")
    model = json.loads(text)
    coefficients: dict[str, float] = model["coefficients"] | model["set by judgement"]
    return coefficients


def without_plain_words(left: Profile, right: Profile) -> tuple[Profile, Profile]:
    """A headline in capitals makes names of common words: the other source writes them small."""
    return _without(left, right.plain), _without(right, left.plain)


def _without(profile: Profile, plain: frozenset[str]) -> Profile:
    counts = {name: n for name, n in profile.counts.items() if name not in plain}
    return replace(profile, counts=counts, lead=profile.lead - plain)


def compared_figures(pairs: Iterable[Weighed]) -> list[Compared]:
    """What the claims that may match say of figures and marks; that a name agrees is told by the names."""
    return [
        c
        for item in pairs
        if item.facts and item.confidence.reaches(_COUNTED)
        for c in item.facts
        if not (c.pair.kind in NAMES and supports(c))
    ]


def _differing(compared: Sequence[Compared]) -> float:
    return sum(not supports(c) for c in compared) / (len(compared) + 1)


def _cosine(left: Mapping[str, int], right: Mapping[str, int]) -> float:
    a, b = ({n: (1 + math.log(count)) * rarity(n) for n, count in side.items()} for side in (left, right))
    lengths = math.sqrt(math.fsum(x * x for x in a.values()) * math.fsum(x * x for x in b.values()))
    return math.fsum(x * b.get(n, 0.0) for n, x in a.items()) / lengths if lengths else 0.0


def _mean(a: float, b: float) -> float:
    return (a + b) / 2


def _shared_lead(one: Profile, other: Profile) -> float:
    """Share, by rarity, of the names of a lead that stand anywhere in the other source."""
    whole = math.fsum(rarity(n) for n in one.lead)
    return math.fsum(rarity(n) for n in one.lead if n in other.counts) / whole if whole else 0.5


def _missing(one: Profile, other: Profile) -> float:
    missing = [count * rarity(n) / RARE for n, count in one.counts.items() if n not in other.counts]
    return max(missing, default=0.0) / max(one.counts.values(), default=1)


def only(one: Profile, other: Profile) -> list[str]:
    """The names that only ``one`` has, what it is most about first."""
    names = [n for n in one.counts if n not in other.counts]
    return sorted(names, key=lambda n: (-one.counts[n] * rarity(n), n))


def days_apart(a: str | None, b: str | None) -> int | None:
    """Days between two publications; None unless both are known."""
    if a is None or b is None:
        return None
    return abs((dt.date.fromisoformat(a) - dt.date.fromisoformat(b)).days)


def _published_apart(a: str | None, b: str | None) -> float:
    days = days_apart(a, b) or 0
    return min(max(days - _FOLLOW_UP, 0) / (_LONG_AFTER - _FOLLOW_UP), 1.0)
