"""A plain statement against its negation: "sirens sounded" / "no sirens sounded".

Only what the articles say in one voice is set against each other: a denial ("the army
denied ...") is the speaker's, and a quotation belongs to who is quoted.
"""

from __future__ import annotations

from factcheck.align.terms import word_term
from factcheck.facts.polarity import negated_predicates
from factcheck.facts.tokens import Token, tokenize
from factcheck.judge.pairing import SURE, Compared
from factcheck.judge.things import Sameness
from factcheck.lexicon import concept_of_stem, stemmer
from factcheck.model import Claim, Fact, FactPair

#: predicates so general that denying one says nothing about another sentence with it
_EMPTY = frozenset(("be", "have", "do", "make", "say", "get", "take", "know", "want", "go", "come", "any"))
_NEGATED = "negated"


def opposed(a: Claim, b: Claim) -> list[Compared]:
    """Predicates that one claim negates and the other states, as pairs of polarity facts."""
    if a.speaker != b.speaker and a.speaker and b.speaker:
        return []
    return [*_one_way(a, b), *(_turned(c) for c in _one_way(b, a))]


def _one_way(a: Claim, b: Claim) -> list[Compared]:
    """Negated in ``a``, stated in ``b``."""
    cues = [f for f in a.facts if f.kind == "polarity" and f.value == _NEGATED and f.role]
    if not cues:
        return []
    tokens = tokenize(b.text)
    denied = {_predicate(stem) for stem in negated_predicates(tokens)}
    if denied:
        return []
    found = []
    for cue in cues:
        stated = None if cue.role in _EMPTY else _stated(str(cue.role), tokens)
        if stated is not None:
            fact = _plain(stated, b, str(cue.role))
            why = f"“{cue.text}” denies what “{stated.text}” states"
            found.append(Compared(FactPair("polarity", cue, fact, "conflict", why), Sameness.YES, SURE))
    return found


def _predicate(stem: str) -> str:
    return concept_of_stem(stem) or stem


def _stated(role: str, tokens: tuple[Token, ...]) -> Token | None:
    """The first word of the claim that is the predicate."""
    for token in tokens:
        if token.is_word and (stemmer()(token.lower) == role or word_term(token.lower) == _predicate(role)):
            return token
    return None


def _plain(token: Token, claim: Claim, role: str) -> Fact:
    start, end = claim.start + token.start, claim.start + token.end
    return Fact("polarity", start, end, token.text, "stated", role=role)


def _turned(compared: Compared) -> Compared:
    pair = compared.pair
    return Compared(
        FactPair(pair.kind, pair.b, pair.a, pair.relation, pair.why), compared.same, compared.needs
    )
