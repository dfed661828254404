"""The formats of reports: the README's overview, and what each renderer says of itself."""

from __future__ import annotations

import json
from importlib import import_module

from factcheck.report import CLAIM_FORMATS, COMBINED, FORMATS
from generated.markdown import docstring
from generated.readme import README, section

_INTRO = """\
# Formats

A report is written in one of these formats, `--format` in `factcheck compare` or a key of
`[outputs]` in [the configuration](configuration.md). All of them tell the same: the tests read
each back and compare counts, places and verdicts.

"""
_GOLDEN = README.parent / "tests" / "golden" / "report" / "claimreview.jsonld"
_DRAFT = """\
One of the drafts for the example articles. `claimReviewed` and `itemReviewed` are what the article
says and where; `reviewRating` is the verdict of the comparison in words and its reason, never a
rating; `isBasedOn` are the passages of the other sources. Before it is published a person adds what
only a person can: the rating, the author, the page and the day of the review, and takes out
`creativeWorkStatus`.
"""


def page() -> str:
    parts = [
        _INTRO + section("Output"),
        f"## For pipelines\n\n{section('Formats for pipelines')}",
        "## One by one\n",
        *(_format(name, module) for name, module in FORMATS.items()),
        f"## A ClaimReview draft\n\n{_DRAFT}\n```json\n{_draft()}\n```\n",
    ]
    return "\n".join(parts)


def _draft() -> str:
    """The first draft of the golden report, which the gate makes anew."""
    drafts = json.loads(_GOLDEN.read_text(encoding="utf-8"))["@graph"]
    return json.dumps(drafts[0], indent=2, ensure_ascii=False)


def _format(name: str, module: str) -> str:
    notes = []
    if name not in COMBINED:
        notes.append("One file holds one story.")
    if name in CLAIM_FORMATS:
        notes.append("`factcheck claims` writes it too.")
    return f"### {name}\n\n{docstring(import_module(f'factcheck.report.{module}'))}\n{' '.join(notes)}\n"
