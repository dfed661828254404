"""What a walk through a claim remembers of the clause it is in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import islice

from factcheck.lexicon import term
from factcheck.propositions import closed
from factcheck.propositions.groups import Group
from factcheck.propositions.model import AGENT, PATIENT, Argument, Modality
from factcheck.propositions.words import (
    AUX,
    BREAK,
    COORDINATOR,
    INFINITIVE,
    RELATIVE,
    SUBORDINATOR,
    VERB,
    Word,
)

#: what is claimed need not be so
_CLAIMS = frozenset(map(term, closed.CLAIMS))
_FINITE = frozenset((AUX, VERB))
_ENDS = frozenset((BREAK, RELATIVE, SUBORDINATOR, COORDINATOR))


@dataclass(slots=True)
class Open:
    """A proposition that still takes arguments."""

    group: Group
    roles: dict[str, Argument] = field(default_factory=dict)
    negated: bool = False
    modality: Modality = "done"
    main: bool = True

    @property
    def says(self) -> bool:
        """What follows may be what somebody says or thinks."""
        return self.group.base in closed.CLAUSE_VERBS

    @property
    def denies(self) -> bool:
        """The clause after it is denied."""
        return self.group.base in closed.DENYING and not self.negated

    @property
    def doubts(self) -> bool:
        """ "Did not say", "rejected claims": what follows is left open."""
        claims = PATIENT in self.roles and self.roles[PATIENT].head in _CLAIMS
        return claims or (self.negated and self.says)

    @property
    def subject(self) -> Argument | None:
        """The grammatical subject, as a verb joined by "and" shares it."""
        return self.roles.get(PATIENT if self.group.passive else AGENT)


@dataclass(slots=True)
class Clause:
    """``last`` is the last noun phrase and ``role`` its slot in ``current``, if it has one;
    ``fronted`` are phrases with a preposition before the subject; ``inner`` is the subject
    of a relative clause whose antecedent is no subject ("the deal which X signed")."""

    current: Open | None = None
    finite: Open | None = None  # the last finite verb
    subject: Argument | None = None
    last: Argument | None = None
    role: str | None = None
    fronted: dict[str, Argument] = field(default_factory=dict)
    preposition: str | None = None
    relative: Argument | None = None
    inner: Argument | None = None
    awaiting: bool = True  # no finite verb yet
    comma: bool = False
    commas: int = 0  # since the subject: one opens an insertion, two close it
    joining: bool = False  # after "and"
    denied: bool = False
    conditional: bool = False
    main: bool = True

    def start(self, phrase: Argument) -> None:
        """A new subject: what comes belongs to its verb."""
        self.subject, self.current, self.role, self.awaiting = phrase, None, None, True
        self.commas = 0


def opens_clause(words: Sequence[Word], end: int) -> bool:
    """Whether a finite verb follows ``end`` before the clause ends."""
    before = BREAK
    for word in islice(words, end, None):
        if word.tag in _ENDS:
            return False
        if word.tag in _FINITE and before is not INFINITIVE:
            return word.form is None or not word.form.gerund
        before = word.tag
    return False
