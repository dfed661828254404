"""The formats of reports: the README's overview, and what each renderer says of itself."""

from __future__ import annotations

from importlib import import_module

from factcheck.report import CLAIM_FORMATS, COMBINED, FORMATS
from generated.markdown import docstring
from generated.readme import section

_INTRO = """\
# Formats

A report is written in one of these formats, `--format` in `factcheck compare` or a key of
`[outputs]` in [the configuration](configuration.md). All of them tell the same: the tests read
each back and compare counts, places and verdicts.

"""


def page() -> str:
    parts = [
        _INTRO + section("Output"),
        f"## For pipelines\n\n{section('Formats for pipelines')}",
        "## One by one\n",
        *(_format(name, module) for name, module in FORMATS.items()),
    ]
    return "\n".join(parts)


def _format(name: str, module: str) -> str:
    notes = []
    if name not in COMBINED:
        notes.append("One file holds one story.")
    if name in CLAIM_FORMATS:
        notes.append("`factcheck claims` writes it too.")
    return f"### {name}\n\n{docstring(import_module(f'factcheck.report.{module}'))}\n{' '.join(notes)}\n"
