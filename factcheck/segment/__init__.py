"""From a document's text to its claims: sentences, what is no claim, and who speaks."""

from __future__ import annotations

from factcheck.segment.claims import Segmented, segment
from factcheck.segment.sentences import split_sentences

__all__ = ["Segmented", "segment", "split_sentences"]
