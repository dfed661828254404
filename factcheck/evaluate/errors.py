"""What the tool got wrong, as Markdown to read: false conflicts first."""

from __future__ import annotations

from factcheck.evaluate import Evaluated, Evaluation
from factcheck.evaluate.metrics import NO_VERDICT, REFUTED
from factcheck.evaluate.run import Decision
from factcheck.report.markdown import escape
from factcheck.report.view import VERDICTS, counted


def errors_of(evaluated: Evaluated) -> list[Decision]:
    """The wrong decisions of a set, grouped by what was wanted and got, in the order of the gold."""
    found = [d for unit in evaluated.units for d in unit.decisions if is_wrong(d)]
    return sorted(found, key=_order)


def is_wrong(decision: Decision) -> bool:
    """Whether the tool says another verdict, or one that a label which is no verdict rules out."""
    if decision.wanted in (*VERDICTS, "not-a-claim"):
        return decision.wanted != decision.got
    return decision.got in REFUTED.get(decision.wanted, NO_VERDICT)


def _order(decision: Decision) -> tuple[bool, bool, str, str]:
    return (decision.got != "conflicting", decision.wanted != "conflicting", decision.wanted, decision.got)


def errors_markdown(evaluation: Evaluation) -> str:
    """Both passages, what was wanted, what the tool says, and its reason."""
    lines = ["# Errors of factcheck", ""]
    for evaluated in evaluation.sets:
        errors = errors_of(evaluated)
        total = sum(len(unit.decisions) for unit in evaluated.units)
        lines += [f"## {escape(evaluated.gold.name)}", "", f"{len(errors)} wrong of {total}.", ""]
        groups: dict[tuple[str, str], list[Decision]] = {}
        for error in errors:
            groups.setdefault((error.wanted, error.got), []).append(error)
        for (wanted, got), members in groups.items():
            lines += [f"### {escape(wanted)}, but {got}: {counted(len(members), 'error')}", ""]
            for error in members:
                lines += _entry(error)
    return "\n".join(lines).rstrip("\n") + "\n"


def _entry(error: Decision) -> list[str]:
    kind = f" ({escape(error.kind)})" if error.kind else ""
    told = [f"- **{escape(error.id)}**{kind}: {escape(error.reason)}"]
    told += [f"  - {escape(passage.place)}: {escape(passage.text)}" for passage in error.passages]
    return [*told, ""]
