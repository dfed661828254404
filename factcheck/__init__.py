"""Compare what news articles claim.

>>> from factcheck import extract_facts
>>> [(f.kind, f.text, f.value) for f in extract_facts("The withdrawal will take 10 days.")]
[('duration', '10 days', 'P10D')]

The names below are loaded when first used, so that ``import factcheck`` costs nothing.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

__version__ = "0.1.0"

if TYPE_CHECKING:
    from factcheck.facts import extract_facts as extract_facts
    from factcheck.ingest import read as read
    from factcheck.model import Candidate as Candidate
    from factcheck.model import Claim as Claim
    from factcheck.model import Comparison as Comparison
    from factcheck.model import Document as Document
    from factcheck.model import Fact as Fact
    from factcheck.model import FactcheckError as FactcheckError
    from factcheck.model import FactPair as FactPair
    from factcheck.model import Link as Link
    from factcheck.model import Skipped as Skipped
    from factcheck.model import SourcePair as SourcePair
    from factcheck.pipeline import compare as compare
    from factcheck.pipeline import extract_claims as extract_claims
    from factcheck.report import render as render
    from factcheck.segment import split_sentences as split_sentences

_WHERE = {
    "compare": "factcheck.pipeline",
    "extract_claims": "factcheck.pipeline",
    "extract_facts": "factcheck.facts",
    "read": "factcheck.ingest",
    "render": "factcheck.report",
    "split_sentences": "factcheck.segment",
    "Candidate": "factcheck.model",
    "Claim": "factcheck.model",
    "Comparison": "factcheck.model",
    "Document": "factcheck.model",
    "Fact": "factcheck.model",
    "FactPair": "factcheck.model",
    "FactcheckError": "factcheck.model",
    "Link": "factcheck.model",
    "Skipped": "factcheck.model",
    "SourcePair": "factcheck.model",
}
__all__ = [*_WHERE, "__version__"]


def __getattr__(name: str) -> Any:
    if name not in _WHERE:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = getattr(import_module(_WHERE[name]), name)
    globals()[name] = value
    return value
