"""Verb groups: "had not been expected to sign" is the verb "sign", negated, planned, passive or not."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from factcheck.lexicon import concept, term
from factcheck.propositions import closed
from factcheck.propositions.model import Modality
from factcheck.propositions.words import ADVERB, AUX, INFINITIVE, NEGATOR, NOUN, SKIP, VERB, Word

_STRENGTH: tuple[Modality, ...] = ("done", "attempted", "planned", "possible")


class Group(NamedTuple):
    """A verb group up to ``end``; ``head`` is the place of the word that tells the predicate."""

    predicate: str
    base: str
    head: int
    end: int
    passive: bool
    negated: bool
    modality: Modality
    finite: bool
    bare: bool  # one past form or participle without an auxiliary


def read_group(words: Sequence[Word], place: int) -> Group | None:
    """The verb group that begins at ``place``, None if none does."""
    opens = words[place].tag in (AUX, VERB, INFINITIVE)
    if not opens and not (words[place].tag is NEGATOR and _verb_follows(words, place + 1)):
        return None
    auxiliaries: list[str] = []
    negated, finite = False, words[place].tag is not INFINITIVE
    modality: Modality = "done"
    first = i = place
    led = False  # by a verb before: "stopped buying"
    while i < len(words):
        word = words[i]
        if word.tag is AUX:
            auxiliaries.append(word.lower)
            negated ^= word.lower.endswith("n't") or word.lower == "cannot"
            modality = _further(modality, _of_auxiliary(word.lower))
        elif word.tag is NEGATOR:
            negated ^= not _only(words, i)
        elif word.lower == "yet" and auxiliaries and _to(words, i + 1) == i + 1:
            negated, auxiliaries, led = not negated, [], True
        elif word.tag is VERB and word.form is not None:
            lead = closed.LEADS_ON.get(word.form.base)
            onward = _to(words, i + 1)
            if word.form.base in closed.ENDING and _gerund(words, i + 1):
                lead, onward = "negated", i
            if lead is None or onward is None:
                bare = not auxiliaries and (word.form.past or word.form.participle)
                passive = _passive(word, auxiliaries)
                finite = finite and (led or bool(auxiliaries) or not word.form.gerund)
                end = i + (2 if _particle(words, i) else 1)
                predicate = predicate_of(words, i)
                return Group(predicate, word.form.base, i, end, passive, negated, modality, finite, bare)
            negated ^= lead == "negated"
            modality = modality if lead == "negated" else _further(modality, lead)
            auxiliaries, led, i = [], True, onward
        elif auxiliaries and word.tag is NOUN and word.lower in closed.ADJECTIVES_ON:
            onward = _to(words, i + 1)
            if onward is None:
                break
            lead = closed.ADJECTIVES_ON[word.lower]
            negated ^= lead == "negated"
            modality = modality if lead == "negated" else _further(modality, lead)
            auxiliaries, led, i = [], True, onward
        elif word.tag not in (ADVERB, INFINITIVE) and not (word.tag is SKIP and i > first):
            break
        i += 1
    if not auxiliaries:
        return None
    last = auxiliaries[-1]
    base = "be" if last in closed.BE else "have" if last in closed.HAVE else "do"
    end = i
    while end > first + 1 and words[end - 1].tag is SKIP:
        end -= 1
    return Group(base, base, end - 1, end, False, negated, modality, finite, False)


def predicate_of(words: Sequence[Word], place: int) -> str:
    """What the verb at ``place`` tells, with its particle if it has one."""
    form, lower = words[place].form, words[place].lower
    return _particle(words, place) or concept(lower) or term(form.base if form is not None else lower)


def _to(words: Sequence[Word], place: int) -> int | None:
    """The place of a "to" that leads on to a verb, adverbs aside."""
    while place < len(words) and words[place].tag in (ADVERB, NEGATOR):
        place += 1
    return place if place < len(words) and words[place].tag is INFINITIVE else None


def _verb_follows(words: Sequence[Word], place: int) -> bool:
    """ "Never took place": the verb may stand behind an adverb."""
    while place < len(words) and words[place].tag is ADVERB:
        place += 1
    return place < len(words) and words[place].tag in (VERB, INFINITIVE)


def _gerund(words: Sequence[Word], place: int) -> bool:
    form = words[place].form if place < len(words) else None
    return form is not None and form.gerund


def _of_auxiliary(lower: str) -> Modality:
    return "planned" if lower in closed.FUTURE else "possible" if lower in closed.POSSIBLE else "done"


def _further(now: Modality, then: str) -> Modality:
    """The less certain of two."""
    return _STRENGTH[max(_STRENGTH.index(now), next(i for i, m in enumerate(_STRENGTH) if m == then))]


def _only(words: Sequence[Word], place: int) -> bool:
    """ "Not only", "not until" deny nothing."""
    after = words[place + 1].lower if place + 1 < len(words) else ""
    return after in ("only", "just", "until", "all", "every", "least", "necessarily")


def _passive(word: Word, auxiliaries: Sequence[str]) -> bool:
    form = word.form
    return bool(
        form
        and form.participle
        and not form.gerund
        and auxiliaries
        and auxiliaries[-1] in closed.BE | {"get", "got"}
    )


def _particle(words: Sequence[Word], place: int) -> str | None:
    """The concept of a verb with its particle ("called off", "took over")."""
    if place + 1 >= len(words):
        return None
    return concept(f"{words[place].lower} {words[place + 1].lower}")
