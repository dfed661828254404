"""Saved claims: one Claim a line, under ``claims/<folder>/<stem>.jsonl``, without verdicts."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from factcheck.model import Article, Document, FactcheckError
from factcheck.output import write_atomically
from factcheck.report.json_ import claim_object
from factcheck.report.view import clip, counted


@dataclass(frozen=True, slots=True)
class StoreReport:
    """What was written or found, for the terminal; ``changed`` if anything differs."""

    text: str
    changed: bool


def saved_path(document: Document, folder: str) -> Path:
    """Where the claims of a source are kept: its parent folder's name and its stem."""
    stem = "stdin" if document.path == "-" else Path(document.path).stem
    return Path(folder) / (document.folder or ".") / f"{stem}.jsonl"


def _lines(article: Article) -> str:
    rows = (claim_object(claim, verdict=False) for claim in article.claims)
    return "".join(json.dumps(row, ensure_ascii=False, allow_nan=False) + "\n" for row in rows)


def saved_claims(articles: Sequence[Article], folder: str) -> dict[Path, str]:
    """File -> what it holds, one article each. FactcheckError if two sources share a file."""
    files: dict[Path, str] = {}
    for article in articles:
        path = saved_path(article.document, folder)
        if path in files:
            raise FactcheckError(f"two sources would be saved as {path}; use --save-to for one of them")
        files[path] = _lines(article)
    return files


def save_claims(articles: Sequence[Article], folder: str) -> StoreReport:
    """Write the claims of every source. FactcheckError if two sources share a file."""
    told = []
    for article, (path, text) in zip(articles, saved_claims(articles, folder).items(), strict=True):
        write_atomically(path, text)
        told.append(f"saved {counted(len(article.claims), 'claim')} of {article.document.id} to {path}\n")
    return StoreReport("".join(told), changed=bool(told))


def check_claims(articles: Sequence[Article], folder: str) -> StoreReport:
    """Compare with what was saved: claims new, gone and changed, by name."""
    told: list[str] = []
    changed = False
    for article, path in zip(articles, saved_claims(articles, folder), strict=True):
        differences = ["no saved claims"] if not path.exists() else _differences(article, _read(path))
        changed = changed or bool(differences)
        told += [f"{path}: {difference}\n" for difference in differences] or [f"{path}: same\n"]
    return StoreReport("".join(told), changed)


def _read(path: Path) -> list[dict[str, Any]]:
    try:
        # Not splitlines: article text may hold U+2028, which JSON leaves as it is.
        rows = [json.loads(line) for line in path.read_text(encoding="utf-8").split("\n") if line]
    except (OSError, ValueError, RecursionError) as error:
        raise FactcheckError(f"cannot read saved claims {path}: {error}") from None
    if not all(isinstance(row, dict) and isinstance(row.get("text"), str) and "id" in row for row in rows):
        raise FactcheckError(f"cannot read saved claims {path}: not one claim a line")
    return rows


def _differences(article: Article, saved: Sequence[dict[str, Any]]) -> list[str]:
    now = {row["id"]: row for row in map(json.loads, _lines(article).split("\n")[:-1])}
    before = {row["id"]: row for row in saved}
    told = [f"gone: {clip(row['text'], 90)}" for key, row in before.items() if key not in now]
    told += [f"new: {clip(row['text'], 90)}" for key, row in now.items() if key not in before]
    for key, row in now.items():
        if key in before and before[key] != row:
            names = [name for name in row if before[key].get(name) != row[name]]
            told.append(f"changed ({', '.join(names)}): {clip(row['text'], 90)}")
    return told or (["order differs"] if list(now) != list(before) else [])
