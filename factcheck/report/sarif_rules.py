"""The rules a SARIF log names: what a finding of each kind means, for whoever meets it first."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from factcheck.report.findings import LEVELS, Rule


@dataclass(frozen=True, slots=True)
class RuleText:
    """``precision`` is GitHub's word for how often such a result is right."""

    name: str
    short: str
    full: str
    help: str
    precision: str


#: Precision as measured on labelled articles (README, Measured accuracy): of conflicts .93; an
#: update may also be a conflict, and one claim in four without a partner has one.
RULES: dict[Rule, RuleText] = {
    "conflicting": RuleText(
        "ConflictingClaims",
        "Two sources give details that cannot both hold.",
        "A claim of one source tells a detail of one fact (a count, a date, a name, whether it "
        "happened) that cannot hold together with what another source says.",
        "Read both passages; the message names the details that were compared and the reason. Find out "
        "which holds, or say in the article that accounts differ. If the two passages are about different "
        "things, dismiss the finding. factcheck never says which source is right.",
        "high",
    ),
    "update": RuleText(
        "UpdatedFigure",
        "A running figure has moved between two sources.",
        "The two sources give different values of a figure that grows as an event unfolds, such as the "
        "number of people killed, injured, arrested or evacuated.",
        "Check which report is later and whether the article still carries the older figure. Two figures "
        "of the same hour are a conflict.",
        "high",
    ),
    "single-source": RuleText(
        "SingleSourceClaim",
        "No other source of the comparison says this.",
        "No other source in the comparison was found to state this claim.",
        "Look for a second source before the claim is repeated as established. A claim told in very "
        "different words may have been missed: this is no sign that it is wrong.",
        "medium",
    ),
}
ORDER = list(RULES)
_SEVERITY = {"error": "error", "warning": "warning", "note": "recommendation"}


def rule_objects() -> list[dict[str, Any]]:
    """``reportingDescriptor`` objects, in the order of ``ORDER``."""
    return [
        {
            "id": rule,
            "name": text.name,
            "shortDescription": {"text": text.short},
            "fullDescription": {"text": text.full},
            "help": {"text": text.help, "markdown": text.help},
            "defaultConfiguration": {"level": LEVELS[rule]},
            "properties": {
                "tags": ["news", "fact-checking"],
                "precision": text.precision,
                "problem.severity": _SEVERITY[LEVELS[rule]],
            },
        }
        for rule, text in RULES.items()
    ]
