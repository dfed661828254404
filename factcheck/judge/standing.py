"""The figure an article stands by for each thing it counts or measures.

The second route to a link: two sentences may share hardly a word and yet give the toll
of one event. Where each article gives just one figure of a thing, the two figures are
about the same thing, if the articles are about one event.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations, product

from factcheck.facts import compare_facts
from factcheck.judge.pairing import alike_in_size
from factcheck.judge.parts import words_after, written_value
from factcheck.judge.signs import Signs
from factcheck.judge.things import content, happened, is_anybody
from factcheck.lexicon.wordset import word_set
from factcheck.model import Article, Claim, Fact, FactPair

#: What is counted or measured: its kind, what happened to it, and its words.
Thing = tuple[str, ...]
#: A fact by its claim's id, its offset and its role: "no one was killed or injured" is two.
Place = tuple[str, int, str | None]

#: words about a figure that make it a part, and how many words behind it may be one
_PART = word_set(
    """
    other others another more additional further extra remaining rest alone seriously critically badly
    gravely severely slightly lightly serious critical severe slight minor
    """
)
_NEAR = 3
#: what is so of any town or hall
_STATES = frozenset(("population", "attended", "total"))
_UNSURE = word_set("might may could would feared fears rumor rumour rumors rumours possibly")
_SUPPOSED = word_set("if when unless")
_BEFORE = 6
_REPORTED = word_set("reported report reports")
#: widest difference of two magnitudes given for one quake
_MAGNITUDES = 0.6
#: claims at the head of an article that say where it happened
_LEAD = 3
#: quantities that an event has one of
_MARKS = frozenset(content(word) for word in ("magnitude", "depth"))


def thing(fact: Fact) -> Thing | None:
    """What a figure is about, where its words tell it apart from other things."""
    if fact.kind == "count":
        if fact.role is not None and fact.role not in _STATES:
            return ("count", str(happened(fact)), *(() if is_anybody(fact.of) else content(str(fact.of))))
        # "Games" and "guests" are of many things in one story.
        return None
    if fact.kind == "money":
        return ("money", "deal") if _is_price(fact) else None
    if fact.kind == "measure" and fact.of is not None and content(fact.of) in _MARKS:
        return ("measure", *content(fact.of))
    return None


def place(claim: Claim, fact: Fact) -> Place:
    return claim.id, fact.start, fact.role


def _is_price(fact: Fact) -> bool:
    """What a company or a house went for: a story has one. What is paid in taxes, and what
    each of several things costs, is no such price."""
    return fact.role in ("bought", "sold") or (fact.role == "paid" and fact.of in (None, "deal"))


def standing(articles: Sequence[Article], signs: Mapping[str, Signs]) -> dict[Place, Thing]:
    """The facts that are what their article says of a thing, with the thing.

    News tells the figure of its own event first; one that cannot hold together with it is
    of another event or a part. Claims that look back or abroad give no such figure.
    """
    found: dict[Place, Thing] = {}
    for article in articles:
        first: dict[Thing, list[Fact]] = {}
        for claim, fact in _present(article.claims, signs):
            key = thing(fact)
            if key is None or not _whole(fact, claim):
                continue
            told = first.setdefault(key, [fact])
            if all(_agree(fact, other) for other in told):
                told.append(fact)
                found[place(claim, fact)] = key
    return found


def _present(claims: Sequence[Claim], signs: Mapping[str, Signs]) -> Iterator[tuple[Claim, Fact]]:
    """The facts of the claims about the article's own event, in order."""
    home = {c for claim in claims[:_LEAD] for c in signs[claim.id].countries} - {None}
    for claim in claims:
        own = signs[claim.id]
        abroad = home and None not in own.countries and own.countries and not own.countries & home
        if not (own.earlier or own.background or abroad):
            for fact in claim.facts:
                yield claim, fact


def _whole(fact: Fact, claim: Claim) -> bool:
    """Whether a figure is told as a fact and covers all there is of its thing.

    "Two of the boats", "four others", "30 seriously injured" are parts; "there might have
    been two" and "no injuries were reported" leave it open.
    """
    if fact.kind == "money":
        return True
    after = [word.strip(".,;:") for word in words_after(fact, claim).split()[:_NEAR]]
    before = claim.text[: fact.start - claim.start].lower().split()[-_BEFORE:]
    if fact.kind == "measure":
        return not {"one", "another"} & {*before[-1:]}
    if (_UNSURE | _SUPPOSED) & {*before} or _UNSURE & {*after} or (fact.value == 0 and _REPORTED & {*after}):
        return False
    if fact.role == "injured" and after[:1] == ["others"]:
        after = []  # beside those who were killed
    return not (
        fact.value is None or after[:1] == ["of"] or _PART & {*after, *before[-1:], *(fact.of or "").split()}
    )


def like_sized(pair: FactPair) -> bool:
    """Whether two figures may be of one thing by their size.

    Tolls grow a hundredfold within a day, but 1,500 pirates of a coast are not the 23 in
    custody, and agencies differ by some tenths about the magnitude of one quake, not by more.
    """
    if pair.a.unit == "magnitude":
        return abs(written_value(pair.a) - written_value(pair.b)) <= _MAGNITUDES
    return pair.kind != "count" or pair.a.role is not None or alike_in_size(pair.a, pair.b)


def _agree(a: Fact, b: Fact) -> bool:
    relation = compare_facts(a, b)
    return relation is not None and relation.relation != "conflict"


def pairs_of_things(articles: Sequence[Article], things: Mapping[Place, Thing]) -> set[tuple[str, str]]:
    """Ids of claims of different sources that give their article's figure of one thing."""
    source = {claim.id: article.document.id for article in articles for claim in article.claims}
    claims: dict[Thing, dict[str, list[str]]] = {}
    for (claim, _, _), key in things.items():
        claims.setdefault(key, {}).setdefault(source[claim], []).append(claim)
    return {
        pair
        for by_source in claims.values()
        for left, right in combinations(by_source.values(), 2)
        for pair in product(left, right)
    }
