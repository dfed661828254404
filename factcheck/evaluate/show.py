"""The figures for a terminal, and everything as one JSON object."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable
from dataclasses import asdict
from typing import Any

from factcheck.evaluate import Evaluated, Evaluation
from factcheck.evaluate.errors import errors_of
from factcheck.evaluate.metrics import LEVEL, SEED, Figure
from factcheck.model import FactcheckError
from factcheck.report.json_ import FORMAT_VERSION
from factcheck.report.view import VERDICTS, counted, visible

#: "wanted" and "given" of a share are its whole and its part
_HEADERS = ("", "wanted", "given", "precision", "recall", "F1 or share")


def render(evaluation: Evaluation, format: str = "table") -> str:
    """The report as text, ending in a newline. FactcheckError for an unknown format."""
    if format not in FORMATS:
        raise FactcheckError(f"unknown format {format!r}: choose from {', '.join(FORMATS)}")
    return FORMATS[format](evaluation)


def _size(evaluated: Evaluated) -> str:
    gold = evaluated.gold
    parts = [counted(len(gold.pairs), "pair")] if gold.pairs else []
    parts += [counted(len(gold.articles), "article pair")] if gold.articles else []
    sentences = sum(len(unit.decisions) for unit in evaluated.units if unit.whole_articles)
    parts += [counted(sentences, "sentence")] if sentences else []
    parts += [f"{counted(len(gold.bad), 'row')} left out"] if gold.bad else []
    return ", ".join(parts)


def _other_labels(evaluated: Evaluated) -> dict[str, int]:
    """Labels that are no verdict, with their counts: a misspelt verdict shows here."""
    labels = Counter(pair.label for pair in evaluated.gold.pairs if pair.label not in VERDICTS)
    return dict(sorted(labels.items()))


# Table ------------------------------------------------------------------------------------


def _table(evaluation: Evaluation) -> str:
    parts = [_set_table(evaluated) for evaluated in evaluation.sets]
    told = (
        f"min-similarity {evaluation.min_similarity:g}, min-confidence {evaluation.min_confidence:g}; "
        f"in brackets {LEVEL:.0%} intervals of {evaluation.resamples} bootstrap resamples\n"
    )
    return "\n".join([*parts, told])


def _set_table(evaluated: Evaluated) -> str:
    from tabulate import tabulate

    rows: dict[tuple[str, str], dict[str, Figure]] = {}
    for figure in evaluated.figures:
        rows.setdefault((figure.group, figure.name), {})[figure.measure] = figure
    cells: list[tuple[str, ...]] = []
    group = "all"
    for (here, name), measures in rows.items():
        if here != group:
            cells.append((visible(here), *[""] * 5))
            group = here
        cells.append(_row(name if here == "all" else f"  {name}", measures))
    table = tabulate(
        cells, headers=_HEADERS, tablefmt="simple", disable_numparse=True, preserve_whitespace=True
    )
    other = ", ".join(f"{visible(label)} {count}" for label, count in _other_labels(evaluated).items())
    other = f"labels that are no verdict: {other}\n" if other else ""
    body = "\n".join(line.rstrip() for line in table.splitlines())
    return f"{visible(evaluated.gold.name)}: {_size(evaluated)}\n{other}\n{body}\n"


def _row(name: str, measures: dict[str, Figure]) -> tuple[str, ...]:
    tally = next(iter(measures.values())).tally
    last = _cell(measures.get("share") or measures.get("f1"))
    if "share" in measures:
        return (name, str(tally.right + tally.extra), str(tally.right), "", "", last)
    if "precision" not in measures:
        return (name, "", "", "", "", last)
    counts = (tally.right + tally.missed, tally.right + tally.extra)
    return (name, *map(str, counts), _cell(measures["precision"]), _cell(measures["recall"]), last)


def _cell(figure: Figure | None) -> str:
    if figure is None:
        return ""
    interval = "" if figure.low is None else f" [{figure.low:.2f}, {figure.high:.2f}]"
    return f"{figure.value:.3f}{interval}"


# JSON -------------------------------------------------------------------------------------


def _json(evaluation: Evaluation) -> str:
    out = {
        "format_version": FORMAT_VERSION,
        "min_similarity": evaluation.min_similarity,
        "min_confidence": evaluation.min_confidence,
        "resamples": evaluation.resamples,
        "seed": SEED,
        "level": LEVEL,
        "sets": [_set_object(evaluated) for evaluated in evaluation.sets],
    }
    return json.dumps(out, ensure_ascii=False, indent=2, allow_nan=False) + "\n"


def _set_object(evaluated: Evaluated) -> dict[str, Any]:
    gold = evaluated.gold
    return {
        "name": gold.name,
        "pairs": len(gold.pairs),
        "articles": len(gold.articles),
        "other_labels": _other_labels(evaluated),
        "left_out": [asdict(bad) for bad in gold.bad],
        "figures": [asdict(figure) for figure in evaluated.figures],
        "curve": asdict(evaluated.curve) if evaluated.curve else None,
        "errors": [asdict(error) for error in errors_of(evaluated)],
    }


FORMATS: dict[str, Callable[[Evaluation], str]] = {"table": _table, "json": _json}
