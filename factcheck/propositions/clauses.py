"""From tagged words to propositions, in one walk from left to right.

A shallow parse in the sense of S. Abney ("Parsing by chunks", 1991): noun phrases and verb
groups are read first, then attached by position, with no tree.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from factcheck.lexicon import term
from factcheck.model import Claim
from factcheck.propositions import closed
from factcheck.propositions.groups import Group, read_group
from factcheck.propositions.model import AGENT, PATIENT, Argument, Modality, Proposition
from factcheck.propositions.phrases import Phrases
from factcheck.propositions.tags import Tag, Word

#: role of what a copula says of its subject, and of a second object ("named him captain")
COMPLEMENT = "is"
#: what is claimed need not be so
_CLAIMS = frozenset(map(term, closed.CLAIMS))
_RESETS = frozenset(";:—–.!?…")
_IN_FAVOUR = (["in", "favour", "of"], ["in", "favor", "of"])
_FINITE = frozenset((Tag.AUX, Tag.VERB))
_VERBAL = _FINITE | {Tag.INFINITIVE, Tag.NEGATOR}
_ENDS = frozenset((Tag.BREAK, Tag.RELATIVE, Tag.SUBORDINATOR, Tag.COORDINATOR))


@dataclass(slots=True)
class _Open:
    """A proposition that still takes arguments."""

    group: Group
    roles: dict[str, Argument] = field(default_factory=dict)
    negated: bool = False
    modality: Modality = "done"
    main: bool = True


class Walker:
    """The state of one walk: what the clause has so far, and what comes next belongs to."""

    def __init__(self, claim: Claim, words: Sequence[Word]) -> None:
        self.claim, self.words = claim, words
        self.phrases = Phrases(claim, words)
        self.found: list[_Open] = []
        self.relations: list[Proposition] = []
        self._reset()
        self.denied = self.conditional = False
        self.main = True

    def _reset(self) -> None:
        self.current: _Open | None = None
        self.subject: Argument | None = None
        self.last: Argument | None = None
        self.fronted: dict[str, Argument] = {}  # "For the foul the captain was sent off"
        self.finite: _Open | None = None  # the last finite verb of the clause
        self.role: str | None = None  # the slot that ``last`` went to, if any
        self.preposition: str | None = None
        self.relative: Argument | None = None
        self.awaiting = True  # the clause has no finite verb yet
        self.comma = self.joining = False

    def propositions(self) -> tuple[Proposition, ...]:
        """Walk all words."""
        i = 0
        while i < len(self.words):
            i = self._step(i)
        told = [p for p in map(self._closed, self.found) if p is not None]
        return (*told, *self.relations)

    def _step(self, i: int) -> int:
        word = self.words[i]
        group = read_group(self.words, i) if word.tag in _VERBAL else None
        if group is not None:
            self._verb(group)
            return group.end
        phrase = self.phrases.at(i)
        if phrase is not None:
            self._phrase(*phrase)
            return phrase[1]
        if word.tag is Tag.PREPOSITION:
            self.preposition = word.lower
            if [w.lower for w in self.words[i : i + 3]] in _IN_FAVOUR:
                self.preposition = "for"
                return i + 3
        elif word.tag is Tag.RELATIVE:
            self.relative = self.last
        elif word.tag is Tag.COORDINATOR:
            self.joining, self.relative = True, None
            if word.lower == "nor":
                self.denied = True
        elif word.tag is Tag.SUBORDINATOR:
            self._subordinate(word.lower)
        elif word.tag is Tag.BREAK:
            self._break(word.token.text)
        return i + 1

    def _subordinate(self, word: str) -> None:
        current = self.current
        reported = current is not None and current.group.base in closed.CLAUSE_VERBS
        denied = self._denies()
        claimed = current is not None and (
            (PATIENT in current.roles and current.roles[PATIENT].head in _CLAIMS) or self._doubts()
        )
        self._reset()
        self.denied, self.main = denied, reported and word == "that"
        self.conditional = word in closed.CONDITIONAL or claimed

    def _denies(self) -> bool:
        """The open predicate denies what the next clause says."""
        current = self.current
        return current is not None and current.group.base in closed.DENYING and not current.negated

    def _break(self, mark: str) -> None:
        if mark in _RESETS:
            self._reset()
            self.denied = self.conditional = False
            self.main = True
        else:
            self.comma, self.preposition = True, None
            if self.relative is not None and not self.awaiting:
                self.relative = None

    def _doubts(self) -> bool:
        """ "did not say", "do not think": what follows is left open."""
        current = self.current
        return current is not None and current.negated and current.group.base in closed.CLAUSE_VERBS

    # Noun phrases ---------------------------------------------------------------------

    def _phrase(self, phrase: Argument, end: int) -> None:
        comma, joining = self.comma, self.joining
        self.comma = self.joining = False
        if joining and self.preposition is None:
            self._join(phrase, end)
        elif self.preposition is not None:
            self._attach(self.preposition, phrase)
        elif self.relative is not None and (self.current is None or self.relative is self.last):
            self.subject_in_relative(phrase)
        elif comma and self._interrupted(phrase) and not self._opens_clause(end):
            self._object(phrase)
        elif comma and self.last is not None and not self._opens_clause(end):
            self._apposition(self.last, phrase)
            return
        elif self.current is None or (comma and self._opens_clause(end)):
            if comma or self.subject is None:
                self._start(phrase)
        else:
            self._object(phrase)
        self.last, self.preposition = phrase, None

    def subject_in_relative(self, phrase: Argument) -> None:
        """ "the deal which X signed": X is the subject, the antecedent the object."""
        self.role = None

    def _start(self, phrase: Argument) -> None:
        self.subject, self.current, self.role, self.awaiting = phrase, None, None, True

    def _interrupted(self, phrase: Argument) -> bool:
        """ "passed, by 35 votes to 23, a law": the object comes after what stands between commas."""
        current = self.current
        free = current is not None and PATIENT not in current.roles and not current.group.passive
        return (
            free and not self.awaiting and not phrase.names and self.last is not None and not self.last.names
        )

    def _opens_clause(self, end: int) -> bool:
        """A finite verb follows before the clause ends."""
        before = Tag.BREAK
        for word in self.words[end:]:
            if word.tag in _ENDS:
                return False
            if word.tag in _FINITE and before is not Tag.INFINITIVE:
                return word.form is None or not word.form.gerund
            before = word.tag
        return False

    def _join(self, phrase: Argument, end: int) -> None:
        if self.current is not None and not self.awaiting and self._opens_clause(end):
            self._start(phrase)
        elif self.current is not None and self.role is not None and self.role in self.current.roles:
            self.current.roles[self.role] = _joined(self.current.roles[self.role], phrase)
        elif self.subject is not None and self.awaiting:
            self.subject = _joined(self.subject, phrase)
        elif self.subject is None:
            self._start(phrase)
        self.last, self.preposition = phrase, None

    def _attach(self, preposition: str, phrase: Argument) -> None:
        self.role = None
        if self.current is not None:
            role = AGENT if preposition == "by" and self.current.group.passive else preposition
            if role not in self.current.roles:
                self.current.roles[role] = phrase
                self.role = role
        elif self.subject is None:
            self.fronted.setdefault(preposition, phrase)

    def _object(self, phrase: Argument) -> None:
        assert self.current is not None
        roles = self.current.roles
        free = PATIENT not in roles and not self.current.group.passive
        role = COMPLEMENT if self.current.group.base in closed.COPULAS or not free else PATIENT
        self.role = role if role not in roles else None
        roles.setdefault(role, phrase)

    def _apposition(self, one: Argument, other: Argument) -> None:
        """ "X, the head of Y" and "the head of Y, X"; two names or two nouns are a list."""
        if bool(one.names) == bool(other.names) or one.pronoun or other.pronoun:
            self.last = other
            return
        name, noun = (one, other) if one.names else (other, one)
        if noun.owner is not None and not self._identified(noun, name):
            self.relations.append(_relation(name, noun))

    def _identified(self, noun: Argument, name: Argument) -> bool:
        """ "X is a unit of a bank, Y": the name is the bank's, since X is the unit."""
        current, owner = self.current, noun.owner
        if current is None or current.group.base not in closed.COPULAS or owner is None or owner.names:
            return False
        complement = current.roles.get(COMPLEMENT)
        if complement is None or complement.owner != owner:
            return False
        named = replace(owner, names=name.names, kind=name.kind, words=owner.words | name.words)
        current.roles[COMPLEMENT] = replace(complement, owner=named, words=complement.words | name.words)
        return True

    # Verbs ----------------------------------------------------------------------------

    def _verb(self, group: Group) -> None:
        if group.base == "do" and self.subject is None and self.current is None:
            self.denied ^= group.negated  # "nor did she sign": the verb follows its subject
            return
        shared = self.current.group if self.joining and self.current is not None else None
        if shared is not None and shared.passive and group.bare and not self._object_follows(group.end):
            group = group._replace(passive=True)
        roles: dict[str, Argument] = {}
        subject = self._subject_of(group)
        if subject is not None:
            roles[PATIENT if group.passive or self._reduced(group) else AGENT] = subject
        reduced = self._reduced(group)
        if reduced:
            group = group._replace(passive=True)
        modality: Modality = "possible" if self.conditional else group.modality
        if not group.finite and modality == "done":
            outer = self.current.modality if self.current is not None else "done"
            infinitive = self.words[group.head - 1].tag is Tag.INFINITIVE
            modality = "planned" if infinitive and outer == "done" else outer
        negated = group.negated ^ self.denied
        form = self.words[group.head].form
        if (
            self.joining
            and self.current is not None
            and form is not None
            and form.plain
            and group.end - group.head == 1
        ):
            # "not to go out and sue": what holds of the first verb holds of the second
            negated, modality = negated or self.current.negated, self.current.modality
        main = self.main and group.finite and not reduced and self.relative is None
        opened = _Open(group, roles, negated, modality, main)
        self.found.append(opened)
        self.current, self.role = opened, None
        self.preposition = None
        self.comma = self.joining = False
        if group.finite and not reduced:
            self.finite = opened
            if self.relative is None:
                self.awaiting = False
                roles.update({k: v for k, v in self.fronted.items() if k not in roles})
                self.fronted = {}
            self.relative = None

    def _subject_of(self, group: Group) -> Argument | None:
        if not group.finite:
            return self._unwritten(group)
        if self.relative is not None:
            return self.relative
        if self._reduced(group):
            return self.last
        if self.awaiting and self.subject is not None:
            return self.subject
        if self.joining:
            return self._shared()
        return self._taken() or self._shared()

    def _unwritten(self, group: Group) -> Argument | None:
        """Who does what a gerund or an infinitive tells: "asked X to go", "went to see", ", killing Y"."""
        host = self.finite if self.comma and self.finite is not None else self.current
        if host is None:
            return self.subject
        infinitive = self.words[group.head - 1].tag is Tag.INFINITIVE
        if infinitive and host.group.base in closed.MAKING_DO and PATIENT in host.roles:
            return host.roles[PATIENT]
        return host.roles.get(AGENT) or host.roles.get(PATIENT)

    def _shared(self) -> Argument | None:
        """ "was arrested and jailed": the subject of the verb before."""
        if self.current is not None:
            passive = self.current.group.passive
            return self.current.roles.get(PATIENT if passive else AGENT) or self.subject
        return self.subject

    def _taken(self) -> Argument | None:
        """ "said the man was": what looked like an object is the subject of the next verb."""
        if self.current is None:
            return self.last
        if not self.current.group.finite and self._says(self.finite):
            self.current, self.role = self.finite, PATIENT  # "said talks to end the strike were held"
        if self.current is None or self.role is None:
            return None
        taken = self.current.roles.pop(self.role, None)
        if taken is not None:
            self.denied, self.conditional = self._denies(), self._doubts()
            self.subject = taken
        return taken

    def _reduced(self, group: Group) -> bool:
        """ "the man arrested on Friday was freed": a participle, since a finite verb follows."""
        if not group.bare or self.relative is not None or self.joining:
            return False
        form = self.words[group.head].form
        if form is None or not form.participle or self.last is None or self.last.pronoun:
            return False
        if self.comma and group.base not in closed.CLAUSE_VERBS:
            return True
        after = self.words[group.end].lower if group.end < len(self.words) else ""
        if after == "by" or (not self.awaiting and self.current is not None and not self._says(self.current)):
            return True
        if group.base in closed.CLAUSE_VERBS:
            return False
        return self._opens_clause(group.end)

    def _object_follows(self, place: int) -> bool:
        """ "was offered and accepted the post": an object makes the second verb active."""
        tag = self.words[place].tag if place < len(self.words) else Tag.BREAK
        return tag in (Tag.DETERMINER, Tag.NOUN, Tag.PRONOUN)

    @staticmethod
    def _says(opened: _Open | None) -> bool:
        return opened is not None and opened.group.base in closed.CLAUSE_VERBS

    # Results --------------------------------------------------------------------------

    def _closed(self, opened: _Open) -> Proposition | None:
        group, token = opened.group, self.words[opened.group.head].token
        roles = opened.roles
        if group.base == "die" and AGENT in roles:  # told as being killed, of whatever it was
            roles[PATIENT] = roles.pop(AGENT)
        complement = roles.get(COMPLEMENT)
        subject = roles.get(AGENT)
        negated = opened.negated ^ any(
            a.quantifier in ("no", "none", "neither") or a.head in ("nobody", "noth") for a in roles.values()
        )
        if (
            group.base in closed.COPULAS
            and complement is not None
            and subject is not None
            and complement.owner
        ):
            relation = _relation(subject, complement)
            return replace(relation, negated=negated, modality=opened.modality, main=opened.main)
        return Proposition(
            predicate=group.predicate,
            word=token.text,
            start=token.start,
            end=token.end,
            roles=roles,
            negated=negated,
            modality=opened.modality,
            main=opened.main,
        )


def _joined(one: Argument, other: Argument) -> Argument:
    return replace(
        one,
        end=other.end,
        words=one.words | other.words,
        names=one.names | other.names,
        joined=True,
    )


def _relation(name: Argument, noun: Argument) -> Proposition:
    """What a noun with "of" or an owner says of a name: "X is the head of Y"."""
    owner = noun.owner
    roles = {AGENT: name} | ({"of": owner} if owner is not None else {})
    return Proposition(noun.head, noun.text, noun.start, noun.end, roles, noun=True)
