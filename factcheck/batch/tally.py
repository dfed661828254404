"""How far a batch has come."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from operator import itemgetter

from factcheck.batch.partition import TOLD, Done


@dataclass(frozen=True, slots=True)
class Tally:
    """What the results hold so far; ``errors`` are the first few of the ``failed`` records, each after
    the name of its partition."""

    records: int = 0
    articles: int = 0
    claims: int = 0
    links: int = 0
    conflicts: int = 0
    failed: int = 0
    errors: tuple[tuple[str, str], ...] = ()
    partitions: int = 0
    resumed: int = 0  # partitions that an earlier run had done
    resumed_articles: int = 0

    def plus(self, done: Done) -> Tally:
        counted = ("records", "articles", "claims", "links", "conflicts", "failed")
        # Partitions are done in any order; what is told is the same for all of them.
        errors = [*self.errors, *((done.name, error) for error in done.errors)]
        return replace(
            self,
            partitions=self.partitions + 1,
            errors=tuple(sorted(errors, key=itemgetter(0))[:TOLD]),
            **{name: getattr(self, name) + getattr(done, name) for name in counted},
        )


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a job is: the share that is done of what is known, None where that cannot be told."""

    doing: str
    share: float | None
    tally: Tally


Told = Callable[[Progress], None]
