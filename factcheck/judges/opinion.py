"""What a user's own model is asked, and what it may answer."""

from __future__ import annotations

from dataclasses import dataclass
from importlib.util import find_spec
from typing import Literal, Protocol

from factcheck.model import Fact, FactcheckError, FactPair

OpinionRelation = Literal["corroborates", "conflicts", "none"]
RELATIONS: tuple[OpinionRelation, ...] = ("corroborates", "conflicts", "none")


@dataclass(frozen=True, slots=True)
class Question:
    """Two passages, white space folded, and the facts compared, ``a`` of the first passage."""

    passage_a: str
    passage_b: str
    facts: tuple[FactPair, ...] = ()

    def told_facts(self) -> tuple[str, ...]:
        """The compared facts, one a line: 'count "12" = 12 / "15" = 15: conflict'."""
        return tuple(f"{p.kind} {_told(p.a)} / {_told(p.b)}: {p.relation}" for p in self.facts)


def _told(fact: Fact) -> str:
    value = "" if fact.value is None else f" = {fact.value}"
    return f'"{folded(fact.text)}"{value}{f" {fact.unit}" if value and fact.unit else ""}'


def folded(text: str) -> str:
    """White space as single blanks: a model that copies words does not copy line breaks."""
    return " ".join(text.split())


@dataclass(frozen=True, slots=True)
class Opinion:
    """What a model says of two passages.

    The quotes are the details it rests on, "" where it names none; nobody has checked yet
    that the passages hold them. ``why`` is a measure in factcheck's words ("entailment
    0.93"), never prose of the model: that could say what no passage holds.
    """

    relation: OpinionRelation
    quote_a: str
    quote_b: str
    why: str
    model: str


class Unanswered(Exception):
    """No usable answer; its text says why, in factcheck's words.

    ``stop`` if asking for other pairs is pointless too.
    """

    def __init__(self, why: str, stop: bool = False) -> None:
        super().__init__(why)
        self.stop = stop


class Judge(Protocol):
    """A model that can be asked; ``identity`` tells apart all that may answer differently."""

    @property
    def name(self) -> str:
        """The name that reports show."""

    @property
    def identity(self) -> str:
        """The model and the version of the question, for the cache."""

    def ask(self, question: Question) -> Opinion:
        """The model's opinion. Unanswered if there is none; FactcheckError if the user must mend it."""


def need(extra: str, *packages: str) -> None:
    """FactcheckError that names the extra if one of its packages is not installed."""
    missing = [package for package in packages if find_spec(package) is None]
    if missing:
        raise FactcheckError(
            f"--judge needs {', '.join(missing)}: install the extra, pip install 'factcheck-compare[{extra}]'"
        )
