"""A plain statement against its negation: "sirens sounded" / "no sirens sounded".

Only what the articles say in one voice is set against each other: a denial ("the army
denied ...") is the speaker's, and a quotation belongs to who is quoted.
"""

from __future__ import annotations

from factcheck.facts.polarity import negated_predicates
from factcheck.facts.tokens import Token, tokenize
from factcheck.judge.pairing import SURE, Compared
from factcheck.judge.things import Sameness
from factcheck.lexicon import concept_of_stem, stemmer, term
from factcheck.lexicon.wordset import word_set
from factcheck.model import Claim, Fact, FactPair

#: predicates so general that denying one says nothing about another sentence with it
_EMPTY = frozenset(("be", "have", "do", "make", "say", "get", "take", "know", "want", "go", "come", "any"))
_NEGATED = "negated"
#: cues that qualify rather than deny ("left homes without power")
_NO_STATEMENT = frozenset(("without", "neither", "nor"))
#: before a predicate, these say it may be or is to be, which a past denial does not touch
_NOT_YET = word_set("may might could would should will shall hope hopes hoped plan plans planned want wants")
#: some did and some did not
_CONDITIONS = frozenset(("if", "unless", "whether"))
_SOME = word_set("some several few many part")


def opposed(a: Claim, b: Claim) -> list[Compared]:
    """Predicates that one claim negates and the other states, as pairs of polarity facts."""
    if any(some_of(claim) or _conditional(claim) for claim in (a, b)):
        return []
    if a.speaker != b.speaker and a.speaker and b.speaker:
        return []
    return [*_one_way(a, b), *(_turned(c) for c in _one_way(b, a))]


def some_of(claim: Claim) -> bool:
    """The claim is about some of a group: the rest may have done the opposite."""
    return bool({w.lower() for w in claim.text.split()[:3]} & _SOME)


def _conditional(claim: Claim) -> bool:
    """ "If there is no rain" denies nothing."""
    return bool({w.lower() for w in claim.text.split()} & _CONDITIONS)


def _one_way(a: Claim, b: Claim) -> list[Compared]:
    """Negated in ``a``, stated in ``b``."""
    cues = [
        f
        for f in a.facts
        if f.kind == "polarity" and f.value == _NEGATED and f.role and f.text.lower() not in _NO_STATEMENT
    ]
    if not cues:
        return []
    tokens = tokenize(b.text)
    denied = {_predicate(stem) for stem in negated_predicates(tokens)}
    if denied:
        return []
    found = []
    for cue in cues:
        found_at = None if cue.role in _EMPTY else _stated(str(cue.role), tokens)
        if found_at is not None:
            fact = Fact(
                "polarity",
                b.start + found_at.start,
                b.start + found_at.end,
                found_at.text,
                "stated",
                role=cue.role,
            )
            why = f"“{cue.text}” denies what “{fact.text}” states"
            found.append(Compared(FactPair("polarity", cue, fact, "conflict", why), Sameness.YES, SURE))
    return found


def _predicate(stem: str) -> str:
    return concept_of_stem(stem) or stem


def _stated(role: str, tokens: tuple[Token, ...]) -> Token | None:
    """The first word of the claim that is the predicate."""
    for place, token in enumerate(tokens):
        if {t.lower for t in tokens[max(0, place - 3) : place]} & _NOT_YET:
            continue
        if token.is_word and (stemmer()(token.lower) == role or term(token.lower) == _predicate(role)):
            return token
    return None


def stated(word: str, claim: Claim) -> Fact:
    """A word of the claim as what it states, where a predicate is compared."""
    token = next(t for t in tokenize(claim.text) if t.text == word)
    start, end = claim.start + token.start, claim.start + token.end
    return Fact("polarity", start, end, token.text, "stated", role=term(token.lower))


def _turned(compared: Compared) -> Compared:
    pair = compared.pair
    return Compared(
        FactPair(pair.kind, pair.b, pair.a, pair.relation, pair.why), compared.same, compared.needs
    )
