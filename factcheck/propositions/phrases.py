"""Noun phrases of a tagged claim, read into arguments."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.align.background import rarity
from factcheck.align.terms import MASKED
from factcheck.lexicon import country_of, stemmer, term
from factcheck.model import NAMES, Claim, Fact
from factcheck.propositions import closed
from factcheck.propositions.model import Argument
from factcheck.propositions.tags import places
from factcheck.propositions.words import ADVERB, DETERMINER, NOUN, POSSESSIVE, PRONOUN, SKIP, Word

_INSIDE = frozenset((NOUN, DETERMINER, POSSESSIVE))
_OPENS = _INSIDE | {PRONOUN}
#: "some of them", "one of the two": what is counted comes after "of"
_COUNTING = closed.QUANTIFIERS | frozenset(("two", "three", "four", "five", "majority", "half"))
#: rarer than ordinary nouns
_RARE = 7.5
_NO_NAMES: frozenset[str] = frozenset()
_DEPTH = 3  # "of" phrases within each other


def _is_name(word: Word) -> bool:
    """Whether a lone word at the start of a sentence is a name: one that news hardly uses
    otherwise."""
    return word.name or rarity(stemmer()(word.lower)) >= _RARE


def _plain(word: Word) -> bool:
    """Whether it is inside a phrase wherever it stands."""
    return word.tag is NOUN and not word.token.is_number


class Phrases:
    """Reads the noun phrases of one claim; positions are those of its words."""

    def __init__(self, claim: Claim, words: Sequence[Word]) -> None:
        self.claim = claim
        self.words = words
        self._facts: dict[int, Fact] = {}  # by the start of each of its words
        starts = [word.token.start for word in words]
        for fact in claim.facts:
            if (fact.kind in NAMES and fact.unit is None) or fact.kind in MASKED:
                span = fact.start - claim.start, fact.end - claim.start
                for place in places(starts, [span]):
                    self._facts.setdefault(starts[place], fact)

    def at(self, place: int, depth: int = 0) -> tuple[Argument, int] | None:
        """The phrase that begins at ``place``, with the place after it."""
        words = self.words
        if place >= len(words) or words[place].tag not in _OPENS:
            return None
        if words[place].tag is PRONOUN:
            found, end = self._argument(place, place + 1, None), place + 1
        else:
            owner: Argument | None = None
            start, end = place, place
            while end < len(words) and (_plain(words[end]) or self._inside(end, start)):
                if words[end].tag is POSSESSIVE:
                    owner = self._argument(start, end, owner) if end > start else owner
                    start = end + 1
                end += 1
            if end <= start:
                return None
            found = self._argument(start, end, owner)
        if end < len(words) and words[end].lower == "of":
            return self._with_of(found, end, depth)
        return found, end

    def _inside(self, place: int, start: int) -> bool:
        word = self.words[place]
        if word.token.is_number and place > start and self._score(place):
            return False
        if word.tag in _INSIDE:
            fresh = place == start or self.words[place - 1].tag in (DETERMINER, POSSESSIVE)
            return word.tag is not DETERMINER or fresh
        joins = word.tag is SKIP and word.token.text in "-/&.$£€%'’"
        modifies = word.tag is ADVERB and place > start
        after = place + 1 < len(self.words) and self.words[place + 1].tag is NOUN
        return (joins and place > start) or (modifies and after and self._opened(place))

    def _score(self, place: int) -> bool:
        """ "Ashford Rovers 3-1": the score is no part of the name."""
        after = [w.token for w in self.words[place + 1 : place + 3]]
        return len(after) == 2 and after[0].text in "-–" and after[1].is_number

    def _opened(self, place: int) -> bool:
        """An adverb inside a phrase ("a very large bank") follows its determiner."""
        return self.words[place - 1].tag is DETERMINER

    def _with_of(self, found: Argument, end: int, depth: int) -> tuple[Argument, int]:
        words = self.words
        while end < len(words) and words[end].lower == "of" and depth < _DEPTH:
            inner = self.at(end + 1, depth + 1)
            if inner is None:
                break
            phrase, end = inner
            if found.head in _COUNTING or found.head.startswith("<") or not found.words:
                quantifier = found.quantifier or found.text.lower()
                found = phrase._replace(start=found.start, quantifier=quantifier)
            else:
                found = found._replace(
                    end=phrase.end,
                    text=self.claim.text[found.start : phrase.end],
                    words=found.words | phrase.words,
                    proper=found.proper | phrase.proper,
                    owner=found.owner or phrase,
                )
        return found, end

    def _argument(self, start: int, end: int, owner: Argument | None) -> Argument:
        words = [w for w in self.words[start:end] if w.tag is not SKIP and w.tag is not POSSESSIVE]
        first, last = words[0], words[-1]
        content = [w for w in words if w.tag is NOUN or w.tag is ADVERB]
        keys = [self._key(w) for w in content]
        names, kind = self._names(last, content, alone=start == 0 and end == 1)
        proper = names.union(self._proper(content, keys))
        spread = names.union([k for k in keys if not k.startswith("<")])
        if owner is not None:
            spread, proper = spread | owner.words, proper | owner.proper
        return Argument(
            start=first.token.start,
            end=last.token.end,
            text=self.claim.text[first.token.start : last.token.end],
            head=keys[-1] if last.tag is NOUN else last.lower,
            words=spread,
            names=names,
            proper=proper,
            kind=kind,
            definite=first.lower in closed.DEFINITE or owner is not None or bool(names),
            quantifier=self._quantifier(words),
            pronoun=first.tag is PRONOUN,
            owner=owner,
        )

    def _names(self, last: Word, content: Sequence[Word], alone: bool) -> tuple[frozenset[str], str | None]:
        """The terms of the name that a phrase stands for, and its kind; ``alone``: one word that
        opens the sentence."""
        fact = self._facts.get(last.token.start)
        if fact is not None and fact.kind in NAMES:
            return frozenset(
                [term(part) for part in str(fact.value).lower().replace(".", "").split()]
            ), fact.kind
        if last.tag is NOUN and last.token.is_capital and (not alone or _is_name(last)):
            return frozenset([term(w.lower.replace(".", "")) for w in content if w.token.is_capital]), "name"
        return _NO_NAMES, None

    @staticmethod
    def _quantifier(words: Sequence[Word]) -> str | None:
        """ "No fewer than 300" is a figure, not a denial."""
        first = words[0].lower
        compared = len(words) > 1 and words[1].lower in ("fewer", "less", "more", "longer")
        return first if first in closed.QUANTIFIERS and not compared else None

    def _proper(self, content: Sequence[Word], keys: Sequence[str]) -> Iterator[str]:
        """A capital at the start of the sentence tells nothing of a word but a nation's."""
        first = self.words[0].token.start
        for word, key in zip(content, keys, strict=True):
            if word.name or (word.token.is_capital and (word.token.start > first or country_of(word.lower))):
                yield key

    def _key(self, word: Word) -> str:
        fact = self._facts.get(word.token.start)
        if fact is not None and fact.kind in MASKED:
            return f"<{fact.kind}>"
        return term(word.lower.replace(".", ""))
