"""The scope of negation and denial: which predicate a cue bears on, and its object.

The usual cue-and-scope reading (R. Morante and W. Daelemans, ConanDoyle-neg, LREC 2012),
cut down to the heads of what is negated.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from factcheck.facts.negation.words import (
    ADVERBS,
    AUXILIARIES,
    CLAIMS,
    COPULAS,
    DENIALS,
    DETERMINERS,
    DO_FORMS,
    ENDS,
    FAILURES,
    NO_PSEUDO,
    NO_WORDS,
    NOT_PSEUDO,
    OCCURRING,
    PREPOSITIONS,
    PRONOUNS,
    REJECTIONS,
    STATIVE,
)
from factcheck.facts.tokens import Word, trait

_REACH = 12  # words after a cue in which its predicate is looked for
_BEFORE = 5  # words before a passive auxiliary in which its subject is looked for
#: The first words of all cues; "didn't" and the like are known by their ending.
CUE = trait(
    frozenset("not never cannot no without nor neither ruled rule ruling rules".split())
    | NO_WORDS
    | FAILURES
    | DENIALS
    | REJECTIONS,
    test=lambda text: text.lower().endswith(("n't", "n’t")),
)


class Scope(NamedTuple):
    """Indices of the cue ``[first, last)``, of the predicates and of the object's head."""

    first: int
    last: int
    value: str
    predicates: tuple[int, ...]
    object: int | None


def _lower(tokens: Sequence[Word], i: int) -> str:
    return tokens[i].lower if 0 <= i < len(tokens) else ""


def _skip(tokens: Sequence[Word], i: int, words: frozenset[str]) -> int:
    end = min(len(tokens), i + _REACH)
    while i < end and (tokens[i].lower in words or _is_adverb(tokens[i])):
        i += 1
    return i


def _is_adverb(token: Word) -> bool:
    return token.lower in ADVERBS or (
        token.lower.endswith("ly") and len(token.text) > 4 and token.text[0].islower()
    )


def _content(tokens: Sequence[Word], i: int) -> bool:
    return (
        i < len(tokens)
        and tokens[i].is_word
        and tokens[i].lower not in PREPOSITIONS
        and tokens[i].lower not in ENDS
        and tokens[i].lower not in AUXILIARIES
    )


def _noun_head(tokens: Sequence[Word], i: int) -> int | None:
    """Index of the last word of the noun phrase at ``tokens[i]``, None if there is none."""
    i = _skip(tokens, i, DETERMINERS)
    head, end = None, i + _REACH
    while i < end and _content(tokens, i) and tokens[i].lower not in DETERMINERS | PRONOUNS:
        verb = tokens[i].lower.endswith(("ed", "ing")) or tokens[i].lower in OCCURRING
        if head is not None and (verb or _is_adverb(tokens[i])):
            break
        head, i = i, i + 1
        if _lower(tokens, i) in ("-", "'s"):
            i += 1
    return head


def _coordinated(tokens: Sequence[Word], predicate: int) -> tuple[int, ...]:
    """The predicate and those joined to it by "or" or "nor" ("killed or injured")."""
    found = [predicate]
    while (
        len(found) < _REACH
        and _lower(tokens, found[-1] + 1) in ("or", "nor")
        and _content(tokens, found[-1] + 2)
    ):
        found.append(found[-1] + 2)
    return tuple(found)


def _subject(tokens: Sequence[Word], cue: int) -> int | None:
    """Head of the noun phrase before the auxiliary before a cue ("the plane was not")."""
    i = cue - 1
    while i >= max(0, cue - _BEFORE) and (tokens[i].lower in AUXILIARIES or tokens[i].lower.endswith("n't")):
        i -= 1
    if i < 0 or cue - i > _BEFORE or tokens[i].lower in PRONOUNS | DETERMINERS:
        return None
    return i if _content(tokens, i) else None


def _verb_scope(tokens: Sequence[Word], first: int, last: int, value: str) -> Scope | None:
    """Scope of a cue that stands before its predicate: "not", "failed to", "without"."""
    i = _skip(tokens, last, AUXILIARIES | STATIVE)
    do = tokens[first].lower in DO_FORMS or _lower(tokens, first - 1) in DO_FORMS
    complement = _lower(tokens, i) in DETERMINERS or (do and _lower(tokens, i - 1) == "have")
    i = _skip(tokens, i, DETERMINERS)
    if not _content(tokens, i) or tokens[i].lower in PRONOUNS:
        return None
    if complement:
        head = _noun_head(tokens, i)
        plain = tokens[first].lower in ("without", "nor", "neither")
        return Scope(
            first, last, value, (i if head is None else head,), None if plain else _subject(tokens, first)
        )
    predicates = _coordinated(tokens, i)
    after = predicates[-1] + 1
    passive = any(t.lower in COPULAS for t in tokens[max(first - 2, 0) : i])
    head = _subject(tokens, first) if passive else _noun_head(tokens, after)
    return Scope(first, last, value, predicates, head)


def _clause_scope(tokens: Sequence[Word], first: int, last: int, value: str) -> Scope | None:
    """Scope of "no children were hurt", "no one died", "denied that the army had fired"."""
    noun = _noun_head(tokens, last)
    end = min(len(tokens), last + _REACH)
    for i in range(last, end):
        lower = tokens[i].lower
        if (lower in ENDS and lower not in ("that", "or", "nor")) or tokens[i].text in '.,;:?!"”':
            break
        if lower in AUXILIARIES and lower != "to":
            j = _skip(tokens, i, AUXILIARIES | STATIVE)
            if _content(tokens, j):
                predicates = _coordinated(tokens, j)
                of = _noun_head(tokens, predicates[-1] + 1) if value == "denied" else noun
                return Scope(first, last, value, predicates, of)
    return None


def _nominal_scope(tokens: Sequence[Word], first: int, last: int, value: str) -> Scope | None:
    """Scope of "no casualties", "no evidence of fraud": the noun, and what it is of."""
    head = _noun_head(tokens, last)
    if head is None:
        return None
    of = _noun_head(tokens, head + 2) if _lower(tokens, head + 1) in ("of", "to", "for", "in") else None
    return Scope(first, last, value, _coordinated(tokens, head), of if of is not None else head)


def _denial_scope(tokens: Sequence[Word], first: int, last: int) -> Scope | None:
    clause = _clause_scope(tokens, first, last, "denied")
    if clause is not None:
        return clause
    i = _skip(tokens, last, DETERMINERS | PRONOUNS | AUXILIARIES | frozenset({"that"}))
    if not _content(tokens, i):
        return None
    if tokens[i].lower.endswith("ing"):
        return Scope(first, last, "denied", _coordinated(tokens, i), _noun_head(tokens, i + 1))
    head = _noun_head(tokens, i)
    if head is None:
        return None
    of = _noun_head(tokens, head + 2) if _lower(tokens, head + 1) in ("of", "in", "to", "that") else None
    if of is not None and tokens[head].lower in CLAIMS:
        return Scope(first, last, "denied", (of,), None)
    return Scope(first, last, "denied", (head,), of)


def _pseudo(tokens: Sequence[Word], i: int) -> bool:
    """Whether the "not" or "no" at ``i`` negates nothing ("not only", "no doubt", "No. 10")."""
    after, before = _lower(tokens, i + 1), _lower(tokens, i - 1)
    joined = after == "-" and i + 1 < len(tokens) and tokens[i + 1].glued
    if joined or before in ("or", "if", "why") or not after or not tokens[i + 1].text[0].isalnum():
        return not (before in ("if", "or") and after in AUXILIARIES)
    if tokens[i].lower in ("no", "never"):
        return after in NO_PSEUDO or tokens[i + 1].is_number
    two = (after, _lower(tokens, i + 2))
    return after in NOT_PSEUDO or tokens[i + 1].is_number or two in (("so", "much"), ("the", "only"))


def _cue(tokens: Sequence[Word], i: int) -> Scope | None:
    """The scope of the cue that begins at ``tokens[i]``, if one does."""
    word, after = tokens[i].lower, _lower(tokens, i + 1)
    if word in ("not", "never") or word.endswith("n't") or word == "cannot":
        if _pseudo(tokens, i) or after == "but" or (after, _lower(tokens, i + 2)) == ("help", "but"):
            return None
        return _verb_scope(tokens, i, i + 1, "negated")
    if word == "no":
        if after == "longer":
            return _verb_scope(tokens, i, i + 2, "negated")
        last = i + 2 if after == "one" else i + 1
        if _pseudo(tokens, i):
            return None
        clause = _clause_scope(tokens, i, last, "negated") or _bare(tokens, i, last)
        return clause or _nominal_scope(tokens, i, last, "negated")
    if word in NO_WORDS and after != "but":
        return _clause_scope(tokens, i, i + 1, "negated") or _bare(tokens, i, i + 1)
    if word in FAILURES and after == "to":
        return _verb_scope(tokens, i, i + 2, "negated")
    if word in ("without", "nor", "neither"):
        return _verb_scope(tokens, i, i + 1, "negated")
    if (word in DENIALS or word in REJECTIONS) and _lower(tokens, i - 1) not in COPULAS:
        return _denial_scope(tokens, i, i + 1)
    if word in ("ruled", "rule", "ruling", "rules") and after == "out":
        return _denial_scope(tokens, i, i + 2)
    return None


def _bare(tokens: Sequence[Word], first: int, last: int) -> Scope | None:
    """ "Nobody died", "no one reported seeing it": the verb follows at once."""
    if last - first == 1 and tokens[first].lower == "no":
        return None
    i = _skip(tokens, last, frozenset())
    if not _content(tokens, i) or tokens[i].lower in DETERMINERS | PRONOUNS:
        return None
    return Scope(first, last, "negated", _coordinated(tokens, i), _noun_head(tokens, i + 1))


def find_scopes(tokens: Sequence[Word]) -> list[Scope]:
    found: list[Scope] = []
    free = 0
    for i in [i for i, t in enumerate(tokens) if t.traits & CUE]:
        scope = _cue(tokens, i) if i >= free and tokens[i].is_word else None
        if scope is None:
            continue
        found.append(scope)
        # a denial that is itself negated ("did not deny") denies nothing
        inner = scope.predicates[0]
        free = inner + 1 if inner > i and _denies(tokens, inner) else scope.last
    return found


def _denies(tokens: Sequence[Word], i: int) -> bool:
    word = tokens[i].lower
    ruled_out = word == "rule" and _lower(tokens, i + 1) == "out"
    return ruled_out or word in DENIALS or word in REJECTIONS or word in FAILURES
