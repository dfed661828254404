"""The file of decisions: one JSON object a line, sorted by key, so that git merges it well."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal, cast

from factcheck.errors import FactcheckError
from factcheck.model import Review
from factcheck.output import write_atomically
from factcheck.review.keys import folded, pair_key

#: where decisions are kept unless --reviews says otherwise
REVIEWS = "claims/reviews.jsonl"
_MERGE_MARKS = ("<<<<<<<", "|||||||", "=======", ">>>>>>>")
_FIELDS = ["id", "decision", "note", "by", "kinds", "claims"]
_SIDE_FIELDS = ["outlet", "path", "text"]


@dataclass(frozen=True, slots=True, order=True)
class Side:
    """A claim of a reviewed conflict as it was printed; ``path`` tells its story for a reader."""

    outlet: str
    text: str  # white space normalised
    path: str


@dataclass(frozen=True, slots=True)
class Decision:
    """What was decided about the conflict of two claims; ``kinds`` are those of the facts that differ."""

    review: Review
    kinds: tuple[str, ...]
    sides: tuple[Side, Side]  # sorted

    @property
    def key(self) -> str:
        return pair_key((side.outlet, side.text) for side in self.sides)


def read_decisions(path: str | Path) -> dict[str, Decision]:
    """Key -> decision; none if there is no such file.

    FactcheckError with file and line for what is no decision (merge markers, broken JSON,
    an id that is not that of its claims) and for two different decisions on one conflict.
    """
    try:
        text = Path(path).read_text(encoding="utf-8")
    except FileNotFoundError:
        return {}
    except (OSError, ValueError) as error:
        raise FactcheckError(f"cannot read reviews {path}: {error}") from None
    found: dict[str, Decision] = {}
    lines: dict[str, int] = {}
    # Not splitlines: article text may hold U+2028, which JSON leaves as it is.
    for number, line in enumerate(text.removeprefix("\ufeff").split("\n"), 1):
        if not line.strip():
            continue
        decision = _decision(line, f"{path}:{number}")
        key = decision.key
        if found.setdefault(key, decision) != decision:
            raise FactcheckError(
                f"{path}:{number}: another decision on {key} than in line {lines[key]}; keep one of them"
            )
        lines.setdefault(key, number)
    return found


def write_decisions(path: str | Path, decisions: Mapping[str, Decision]) -> None:
    """Write all decisions, sorted by key. FactcheckError, and the old file stays, if that fails."""
    write_atomically(Path(path), "".join(map(_line, sorted(decisions.values(), key=lambda d: d.key))))


def _line(decision: Decision) -> str:
    review = decision.review
    row = {
        "id": decision.key,
        "decision": review.decision,
        "note": review.note,
        "by": review.by,
        "kinds": list(decision.kinds),
        "claims": [{"outlet": s.outlet, "path": s.path, "text": s.text} for s in decision.sides],
    }
    return json.dumps(row, ensure_ascii=False) + "\n"


def _once(pairs: list[tuple[str, object]]) -> dict[str, object]:
    """An object whose keys stand in it once: a merge by hand may leave both decisions."""
    found = dict(pairs)
    if len(found) < len(pairs):
        raise ValueError("a field twice")
    return found


def _decision(line: str, place: str) -> Decision:
    if line.startswith(_MERGE_MARKS):
        raise FactcheckError(f"{place}: a merge marker; settle the merge first")
    try:
        row = json.loads(line, object_pairs_hook=_once)
    except (ValueError, RecursionError) as error:
        raise FactcheckError(f"{place}: not JSON ({error})") from None
    # A field this version does not know would be lost when the file is written.
    _expect(isinstance(row, dict) and sorted(row) == sorted(_FIELDS), place, f"needs {', '.join(_FIELDS)}")
    _expect(
        row["decision"] in ("confirmed", "dismissed"), place, "decision is neither confirmed nor dismissed"
    )
    _expect(
        all(x is None or isinstance(x, str) for x in (row["note"], row["by"])), place, "no text in note or by"
    )
    _expect(_all_text(row["kinds"]), place, "kinds is no list of texts")
    decision = Decision(
        Review(cast(Literal["confirmed", "dismissed"], row["decision"]), row["note"], row["by"]),
        tuple(row["kinds"]),
        _sides(row["claims"], place),
    )
    _expect(decision.key == row["id"], place, f"id {row['id']!r} is not that of its claims, {decision.key}")
    return decision


def _sides(rows: Any, place: str) -> tuple[Side, Side]:
    _expect(isinstance(rows, list) and len(rows) == 2, place, "claims are not two")
    for row in rows:
        fits = isinstance(row, dict) and sorted(row) == _SIDE_FIELDS and _all_text(list(row.values()))
        _expect(fits, place, f"a claim needs {', '.join(_SIDE_FIELDS)}")
    return sorted_sides(Side(row["outlet"], folded(row["text"]), row["path"]) for row in rows)


def sorted_sides(sides: Iterable[Side]) -> tuple[Side, Side]:
    first, second = sorted(sides)
    return first, second


def _all_text(values: Any) -> bool:
    return isinstance(values, list) and all(isinstance(value, str) for value in values)


def _expect(holds: bool, place: str, problem: str) -> None:
    if not holds:
        raise FactcheckError(f"{place}: not a decision: {problem}")
