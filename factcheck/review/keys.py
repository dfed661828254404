"""What a claim and a pair of claims are recognised by from one report to the next."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from pathlib import PurePosixPath

from factcheck.model import Comparison, Document, Link

#: Outlet and text of a claim.
ClaimKey = tuple[str, str]
_DIGITS = 16


def outlet_of(document: Document) -> str:
    """The outlet, or the file stem: unlike the id of a source, neither depends on the others."""
    return document.outlet or PurePosixPath(document.path).stem or document.id


def folded(text: str) -> str:
    """White space normalised."""
    return " ".join(text.split())


def claim_keys(comparison: Comparison) -> dict[str, ClaimKey]:
    """Claim id -> its key."""
    outlets = {d.id: outlet_of(d) for d in comparison.sources}
    return {c.id: (outlets[c.source], folded(c.text)) for c in comparison.claims}


def pair_key(claims: Iterable[ClaimKey]) -> str:
    """A hash of two claims, whatever their order: 16 hex digits."""
    told = "\0".join(part for key in sorted(claims) for part in key)
    return hashlib.sha256(told.encode("utf-8", "surrogatepass")).hexdigest()[:_DIGITS]


def link_keys(comparison: Comparison) -> dict[str, str]:
    """Link id -> the key of its two claims."""
    keys = claim_keys(comparison)
    return {link.id: pair_key(keys[c] for c in link.claims) for link in comparison.links}


def conflicts(comparison: Comparison) -> list[Link]:
    """The links that people decide about, in the order of the comparison."""
    return [link for link in comparison.links if link.relation == "conflicts"]
