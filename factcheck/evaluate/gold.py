"""Gold: what readers said about pairs of texts or of whole articles, validated row by row.

A file of pairs holds one JSON object a line::

    {"id": "7", "a": "TEXT", "b": "TEXT", "label": "conflicting",
     "kind": "count:deaths", "published_a": "2022-01-13", "published_b": null}

``kind`` and the dates may be missing. A label that is no verdict ("unrelated") says only
that the pair is neither conflicting nor corroborated, "not-conflicting" only the first.
A pair of articles is a ``gold.json``; "A3" is the fourth sentence of A::

    {"sentences": {"A": ["TEXT", ...], "B": [...]}, "published": {"A": "2022-01-13"},
     "verdicts": {"A0": "single-source", "A1": "unsettled", "B0": "not-a-claim", ...},
     "links": [["A0", "B4", "corroborates"], ...], "unsettled_links": [["A2", "B1"], ...]}
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from factcheck.batch.records import day_field, optional_field, text_field
from factcheck.model import FactcheckError
from factcheck.report.view import VERDICTS

#: what a reader may say of a sentence; "unsettled" sentences are not counted
SENTENCE_VERDICTS = (*VERDICTS, "not-a-claim", "unsettled")
_RELATIONS = ("corroborates", "conflicts")

#: a sentence of an article: its name and place
Sentence = tuple[str, int]
#: two sentences, sorted
SentencePair = tuple[Sentence, Sentence]


@dataclass(frozen=True, slots=True)
class GoldPair:
    """Two short texts and what a reader says of them."""

    id: str
    a: str
    b: str
    label: str
    kind: str | None = None
    published_a: str | None = None
    published_b: str | None = None


@dataclass(frozen=True, slots=True)
class GoldArticles:
    """Whole articles, sentence by sentence, with verdicts and links."""

    id: str
    sentences: Mapping[str, tuple[str, ...]]
    verdicts: Mapping[Sentence, str]
    links: Mapping[SentencePair, str]
    unsettled_links: frozenset[SentencePair] = frozenset()
    published: Mapping[str, str | None] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class BadRow:
    """A row that cannot be used: where it stands, and why."""

    place: str
    reason: str


@dataclass(frozen=True, slots=True)
class GoldSet:
    """The usable rows of one file of pairs, or of one folder of articles."""

    name: str
    pairs: tuple[GoldPair, ...] = ()
    articles: tuple[GoldArticles, ...] = ()
    bad: tuple[BadRow, ...] = ()


def read_gold(source: str) -> list[GoldSet]:
    """The sets of a JSONL file, a ``gold.json``, or a folder of either.

    A folder with ``gold.json`` files in or below it is one set, any other one set for each
    JSONL file in it. FactcheckError if the source cannot be read or holds nothing usable.
    """
    path = Path(source)
    if path.is_dir():
        articles = sorted(path.rglob("gold.json"))
        files = [] if articles else sorted(path.glob("*.jsonl"))
        if not articles and not files:
            raise FactcheckError(f"{source}: holds neither gold.json nor JSONL files")
        sets = [_article_set(path.name, articles)] if articles else [_pair_set(file) for file in files]
    else:
        sets = [_article_set(path.stem, [path]) if path.suffix == ".json" else _pair_set(path)]
    if not any(s.pairs or s.articles for s in sets):
        told = "; ".join(f"{bad.place}: {bad.reason}" for s in sets for bad in s.bad[:3])
        raise FactcheckError(f"{source}: no usable row" + (f" ({told})" if told else ""))
    return sets


def _read(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        reason = error.strerror if isinstance(error, OSError) else "not UTF-8 text"
        raise FactcheckError(f"cannot read {path}: {reason}") from None


def _object(text: str) -> dict[str, Any]:
    try:
        row = json.loads(text)
    except (ValueError, RecursionError):
        raise ValueError("not JSON") from None
    if not isinstance(row, dict):
        raise ValueError("not an object")
    return row


# Pairs ------------------------------------------------------------------------------------


def _pair_set(path: Path) -> GoldSet:
    pairs: dict[str, GoldPair] = {}
    lines: dict[str, int] = {}
    bad: list[BadRow] = []
    # Not splitlines: a text may hold U+2028, which JSON leaves as it is.
    for number, line in enumerate(_read(path).split("\n"), 1):
        if not line.strip():
            continue
        try:
            pair = _pair(_object(line), number)
            if pair.id in pairs:
                raise ValueError(f"id {pair.id!r} stands on line {lines[pair.id]} already")
        except ValueError as error:
            bad.append(BadRow(f"{path.name} line {number}", str(error)))
            continue
        pairs[pair.id], lines[pair.id] = pair, number
    return GoldSet(path.stem, pairs=tuple(pairs.values()), bad=tuple(bad))


def _pair(row: dict[str, Any], number: int) -> GoldPair:
    label = text_field(row, "label")
    if not label.strip():
        raise ValueError("'label' is empty")
    return GoldPair(
        id=str(row.get("id", f"line {number}")),
        a=text_field(row, "a"),
        b=text_field(row, "b"),
        label=label,
        kind=optional_field(row, "kind"),
        published_a=day_field(row, "published_a"),
        published_b=day_field(row, "published_b"),
    )


# Articles -----------------------------------------------------------------------------------


def _article_set(name: str, paths: list[Path]) -> GoldSet:
    found: list[GoldArticles] = []
    bad: list[BadRow] = []
    for path in paths:
        try:
            found.append(_articles(_object(_read(path)), path.parent.name))
        except ValueError as error:
            bad.append(BadRow(f"{path.parent.name}/{path.name}", str(error)))
    return GoldSet(name, articles=tuple(found), bad=tuple(bad))


def _articles(row: dict[str, Any], name: str) -> GoldArticles:
    sentences = _field(row, "sentences", dict)
    if len(sentences) < 2:
        raise ValueError("'sentences' holds fewer than two articles")
    for article, texts in sentences.items():
        if not isinstance(texts, list) or not all(isinstance(text, str) for text in texts):
            raise ValueError(f"'sentences' of {article!r} is not a list of texts")
    known = {
        f"{article}{place}": (article, place)
        for article in sentences
        for place in range(len(sentences[article]))
    }
    if len(known) < sum(map(len, sentences.values())):  # "A" with twelve sentences beside "A1"
        raise ValueError("two sentences have the same name: let names of articles not end in a digit")
    verdicts = _field(row, "verdicts", dict)
    missing = next((key for key in known if verdicts.get(key) not in SENTENCE_VERDICTS), None)
    if missing is not None:
        raise ValueError(
            f"verdict of {missing}: {verdicts.get(missing)!r} is none of {', '.join(SENTENCE_VERDICTS)}"
        )
    links = [_link(link, known, 3) for link in _field(row, "links", list)]
    unsettled = [_link(link, known, 2) for link in _field(row, "unsettled_links", list)]
    published = _field(row, "published", dict)
    return GoldArticles(
        id=str(row.get("id", name)),
        sentences={article: tuple(texts) for article, texts in sentences.items()},
        verdicts={place: verdicts[key] for key, place in known.items()},
        links=dict(links),
        unsettled_links=frozenset(pair for pair, _ in unsettled),
        published={article: day_field(published, article) for article in sentences},
    )


def _field(row: dict[str, Any], key: str, kind: Callable[[], Any]) -> Any:
    """A list or an object; an empty one where the row has none, except for the sentences."""
    value = row.get(key)
    if value is None and key not in ("sentences", "verdicts"):
        return kind()
    if not isinstance(value, kind):  # type: ignore[arg-type]
        raise ValueError(f"{key!r} is {'missing' if value is None else 'of another type'}")
    return value


def _link(link: Any, known: Mapping[str, Sentence], length: int) -> tuple[SentencePair, str]:
    if not isinstance(link, list) or len(link) != length:
        raise ValueError(f"link {link!r} has not {length} parts")
    if link[0] not in known or link[1] not in known:
        raise ValueError(f"link {link!r} names a sentence that is not there")
    relation = link[2] if length == 3 else "unsettled"
    if length == 3 and relation not in _RELATIONS:
        raise ValueError(f"link {link!r}: the relation is none of {', '.join(_RELATIONS)}")
    first, second = sorted((known[link[0]], known[link[1]]))
    return (first, second), relation
