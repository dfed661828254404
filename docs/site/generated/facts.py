"""The kinds of facts: what each module says of itself, with its examples (which the tests run)."""

from __future__ import annotations

from typing import get_args

from factcheck.facts import KINDS
from factcheck.model import FactKind
from generated.markdown import docstring

_INTRO = """\
# Kinds of facts

Every claim is searched for details of these kinds. Two facts are compared only if they are of
one kind and speak of the same thing. The examples are in Python, and the tests run them; in a
report the same facts stand with their values under `--explain`.

"""


def page() -> str:
    return _INTRO + "\n".join(f"## {kind}\n\n{docstring(KINDS[kind])}" for kind in get_args(FactKind))
