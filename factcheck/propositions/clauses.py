"""From tagged words to propositions, in one walk from left to right.

A shallow parse in the sense of S. Abney ("Parsing by chunks", 1991): noun phrases and verb
groups are read first, then attached by position, with no tree.
"""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.model import Claim
from factcheck.propositions import closed
from factcheck.propositions.build import closed_proposition, joined, relation
from factcheck.propositions.groups import Group, read_group
from factcheck.propositions.model import AGENT, COMPLEMENT, PATIENT, Argument, Modality, Proposition
from factcheck.propositions.phrases import Phrases
from factcheck.propositions.state import Clause, Open, opens_clause
from factcheck.propositions.subjects import host_of, is_reduced, joins_passive, subject_of
from factcheck.propositions.words import (
    AUX,
    BREAK,
    COORDINATOR,
    INFINITIVE,
    NEGATOR,
    PREPOSITION,
    RELATIVE,
    SUBORDINATOR,
    VERB,
    Word,
)

_RESETS = frozenset(";:—–.!?…")
_FAVOUR = (["favour", "of"], ["favor", "of"])
_VERBAL = frozenset((AUX, VERB, INFINITIVE, NEGATOR))


class Walker:
    """One walk through the words of one claim."""

    def __init__(self, claim: Claim, words: Sequence[Word]) -> None:
        self.words = words
        self.phrases = Phrases(claim, words)
        self.found: list[Open] = []
        self.relations: list[Proposition] = []
        self.clause = Clause()

    def propositions(self) -> tuple[Proposition, ...]:
        """Walk all words."""
        i = 0
        while i < len(self.words):
            i = self._step(i)
        return (*(closed_proposition(opened, self.words) for opened in self.found), *self.relations)

    def _step(self, i: int) -> int:
        """Read what begins at ``i``; the place after it."""
        word, clause = self.words[i], self.clause
        group = read_group(self.words, i) if word.tag in _VERBAL else None
        if group is not None:
            self._verb(group)
            return group.end
        phrase = self.phrases.at(i)
        if phrase is not None:
            self._phrase(*phrase)
            return phrase[1]
        if word.tag is PREPOSITION:
            clause.preposition = word.lower
            if word.lower == "in" and [w.lower for w in self.words[i + 1 : i + 3]] in _FAVOUR:
                clause.preposition = "for"
                return i + 3
        elif word.tag is RELATIVE:
            clause.relative, clause.inner = clause.last, None
        elif word.tag is COORDINATOR:
            clause.joining, clause.relative = True, None
            clause.denied = clause.denied or word.lower == "nor"
        elif word.tag is SUBORDINATOR:
            self._subordinate(word.lower)
        elif word.tag is BREAK:
            self._break(word.token.text)
        return i + 1

    def _subordinate(self, word: str) -> None:
        current = self.clause.current
        self.clause = Clause(
            denied=current is not None and current.denies,
            conditional=word in closed.CONDITIONAL or (current is not None and current.doubts),
            main=current is not None and current.says and word == "that",
        )

    def _break(self, mark: str) -> None:
        if mark in _RESETS:
            self.clause = Clause()
            return
        self.clause.comma, self.clause.preposition = True, None
        self.clause.commas += 1
        if not self.clause.awaiting:
            self.clause.relative = None

    # Noun phrases ---------------------------------------------------------------------

    def _phrase(self, phrase: Argument, end: int) -> None:
        clause = self.clause
        comma, joining = clause.comma, clause.joining
        clause.comma = clause.joining = False
        opens = (comma or joining) and opens_clause(self.words, end)
        if clause.preposition is not None:
            self._attach(clause.preposition, phrase)
        elif joining:
            self._join(phrase, opens)
        elif clause.relative is not None and clause.relative is clause.last:
            clause.inner = phrase
            return
        elif comma and not opens and self._interrupted(phrase):
            self._object(phrase)
        elif comma and not opens and clause.last is not None:
            self._apposition(clause.last, phrase)
            return
        elif clause.current is not None and not opens:
            self._object(phrase)
        elif comma or clause.subject is None:
            clause.start(phrase)
        clause.last, clause.preposition = phrase, None

    def _interrupted(self, phrase: Argument) -> bool:
        """ "Passed, by 35 votes to 23, a law": the object comes after what stands between commas."""
        current, last = self.clause.current, self.clause.last
        if current is None or last is None or self.clause.awaiting:
            return False
        return not (PATIENT in current.roles or current.group.passive or phrase.names or last.names)

    def _join(self, phrase: Argument, opens: bool) -> None:
        clause = self.clause
        current, role = clause.current, clause.role
        if current is not None and not clause.awaiting and opens:
            clause.start(phrase)
        elif current is not None and role is not None and role in current.roles:
            current.roles[role] = joined(current.roles[role], phrase)
        elif clause.subject is not None and clause.awaiting:
            clause.subject = joined(clause.subject, phrase)
        elif clause.subject is None:
            clause.start(phrase)

    def _attach(self, preposition: str, phrase: Argument) -> None:
        clause, current = self.clause, self.clause.current
        clause.role = None
        if current is not None:
            role = AGENT if preposition == "by" and current.group.passive else preposition
            if role not in current.roles:
                current.roles[role] = phrase
                clause.role = role
        elif clause.subject is None:
            clause.fronted.setdefault(preposition, phrase)

    def _object(self, phrase: Argument) -> None:
        current = self.clause.current
        if current is None:
            return
        free = PATIENT not in current.roles and not current.group.passive
        role = COMPLEMENT if current.group.base in closed.COPULAS or not free else PATIENT
        self.clause.role = role if role not in current.roles else None
        current.roles.setdefault(role, phrase)

    def _apposition(self, one: Argument, other: Argument) -> None:
        """ "X, the head of Y" and "the head of Y, X"; two names or two nouns are a list."""
        if bool(one.names) == bool(other.names) or one.pronoun or other.pronoun:
            self.clause.last = other
            return
        name, noun = (one, other) if one.names else (other, one)
        if noun.owner is not None and not self._identified(noun, name):
            self.relations.append(relation(name, noun))

    def _identified(self, noun: Argument, name: Argument) -> bool:
        """ "X is a unit of a bank, Y": the name is the bank's, since X is the unit."""
        current, owner = self.clause.current, noun.owner
        if current is None or current.group.base not in closed.COPULAS or owner is None or owner.names:
            return False
        complement = current.roles.get(COMPLEMENT)
        if complement is None or complement.owner != owner:
            return False
        named = owner._replace(names=name.names, kind=name.kind, words=owner.words | name.words)
        current.roles[COMPLEMENT] = complement._replace(owner=named, words=complement.words | name.words)
        return True

    # Verbs ----------------------------------------------------------------------------

    def _verb(self, group: Group) -> None:
        clause = self.clause
        if group.base == "do" and clause.subject is None and clause.current is None:
            clause.denied ^= group.negated  # "nor did she sign": the verb follows its subject
            return
        reduced = is_reduced(clause, self.words, group)
        if reduced or joins_passive(clause, self.words, group):
            group = group._replace(passive=True)
        subject = clause.last if reduced else subject_of(clause, self.words, group)
        roles = {PATIENT if group.passive else AGENT: subject} if subject is not None else {}
        if clause.inner is not None and clause.relative is not None:
            roles.setdefault(PATIENT, clause.relative)
        negated, modality = self._polarity(group)
        main = clause.main and group.finite and not reduced and clause.relative is None
        opened = Open(group, roles, negated, modality, main)
        self.found.append(opened)
        clause.current, clause.role, clause.preposition = opened, None, None
        clause.comma = clause.joining = False
        if group.finite and not reduced:
            self._finite(opened)

    def _finite(self, opened: Open) -> None:
        clause = self.clause
        clause.finite = opened
        if clause.relative is None:
            clause.awaiting = False
            opened.roles.update({k: v for k, v in clause.fronted.items() if k not in opened.roles})
            clause.fronted = {}
        clause.relative = clause.inner = None

    def _polarity(self, group: Group) -> tuple[bool, Modality]:
        """Whether a verb is negated, and how far it has come, in its clause."""
        clause, form = self.clause, self.words[group.head].form
        lone = form is not None and form.plain and group.end - group.head == 1
        if clause.joining and clause.current is not None and lone:
            # "not to go out and sue": what holds of the first verb holds of the second
            return group.negated or clause.current.negated, clause.current.modality
        modality: Modality = "possible" if clause.conditional else group.modality
        if not group.finite and modality == "done":
            host = host_of(clause)
            outer = host.modality if host is not None else "done"
            infinitive = self.words[group.head - 1].tag is INFINITIVE
            modality = "planned" if infinitive and outer == "done" else outer
        return group.negated ^ clause.denied, modality
