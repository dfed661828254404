"""Decisions of people on conflicts, kept in git, and what an earlier report knows already.

A conflict is recognised by the texts of its two claims and their outlets: a decision
holds whatever else changes in the articles, in their order and among their sources.
"""

from __future__ import annotations

from factcheck.review.apply import with_reviews
from factcheck.review.baseline import with_baseline
from factcheck.review.read import read_report
from factcheck.review.store import REVIEWS, Decision, read_decisions, write_decisions

__all__ = [
    "REVIEWS",
    "Decision",
    "read_decisions",
    "read_report",
    "with_baseline",
    "with_reviews",
    "write_decisions",
]
