"""Answers kept in a file, so that a rerun asks nothing and says the same.

One JSON object a line: {"key", "model", "relation", "quote_a", "quote_b", "why"}.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict, fields
from pathlib import Path

from factcheck.judges.opinion import RELATIONS, Judge, Opinion, Question, Unanswered
from factcheck.model import FactcheckError

#: questions in a row without a usable answer, after which the judge is not asked again
GIVE_UP = 3
_TEXTS = tuple(field.name for field in fields(Opinion) if field.name != "relation")


class AnswerFile:
    """The answers in one file; every new one is appended at once, in a single write.

    A line torn by a crash is passed over, and of two answers to one question the first
    counts. FactcheckError if the file cannot be used or is something else than answers.
    """

    def __init__(self, path: str) -> None:
        self._path = Path(path)
        self._answers: dict[str, Opinion] = {}
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            with self._path.open("a+b") as file:
                file.seek(0)
                content = file.read()
        except OSError as error:
            raise self._unusable(error.strerror or str(error)) from None
        self._torn = bool(content) and not content.endswith(b"\n")
        for line in content.split(b"\n"):
            self._load(line)
        # Never append to a file that was named by mistake.
        if content.strip() and not self._answers:
            raise self._unusable("it holds something else than answers")

    def _unusable(self, why: str) -> FactcheckError:
        return FactcheckError(f"cannot use {self._path} for the answers of the judge: {why}")

    def _load(self, line: bytes) -> None:
        try:
            row = json.loads(line)
        except (ValueError, RecursionError):
            return
        if not isinstance(row, dict) or not isinstance(row.get("key"), str):
            return
        if row.get("relation") in RELATIONS and all(isinstance(row.get(name), str) for name in _TEXTS):
            opinion = Opinion(row["relation"], **{name: row[name] for name in _TEXTS})
            self._answers.setdefault(row["key"], opinion)

    def get(self, key: str) -> Opinion | None:
        return self._answers.get(key)

    def put(self, key: str, opinion: Opinion) -> None:
        row = json.dumps({"key": key} | asdict(opinion), ensure_ascii=True)
        line = ("\n" if self._torn else "") + row + "\n"
        try:
            with self._path.open("ab", buffering=0) as file:
                file.write(line.encode())
        except OSError as error:
            raise self._unusable(error.strerror or str(error)) from None
        self._torn = False
        self._answers[key] = opinion


def key_of(identity: str, question: Question) -> str:
    """A hash of the model, the version of the prompt, both passages and the facts they were sent with."""
    asked = [identity, question.passage_a, question.passage_b, *question.told_facts()]
    return hashlib.sha256(json.dumps(asked, ensure_ascii=True).encode()).hexdigest()


class CachedJudge:
    """A judge that is asked only what the file does not answer, and no more once it has failed.

    What the file holds counts all the same, so a server that is gone changes no known answer.
    """

    def __init__(self, judge: Judge, answers: AnswerFile) -> None:
        self._judge = judge
        self._answers = answers
        self.name = judge.name
        self.identity = judge.identity
        self._failed = 0
        self._stopped = False

    def ask(self, question: Question) -> Opinion:
        key = key_of(self.identity, question)
        opinion = self._answers.get(key)
        if opinion is None:
            opinion = self._fresh(question)
            self._answers.put(key, opinion)
        return opinion

    def _fresh(self, question: Question) -> Opinion:
        if self._stopped:
            raise Unanswered("not asked after that")
        try:
            opinion = self._judge.ask(question)
        except Unanswered as reason:
            self._failed += 1
            self._stopped = reason.stop or self._failed == GIVE_UP
            raise
        self._failed = 0
        return opinion
