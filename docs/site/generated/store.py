"""The tables of `batch --format parquet`, from the code that writes them."""

from __future__ import annotations

from factcheck.batch.tables import STORE_VERSION, TABLES
from generated.markdown import code, literal, table

_INTRO = f"""\
# Tables of a batch

`factcheck batch --format parquet --output FOLDER` writes these tables, each a folder of Parquet
files, one a partition. [Ask the tables](../how-to/batch.md#ask-the-tables) shows queries. The files
carry the version of the schema ({STORE_VERSION}) as `factcheck.store` in their metadata and the
meaning of each column in that of its field; columns may be added, and other changes count the
version up.

Rows of different tables belong together by `record`, and within a record by `claim`, `source` and
`link`. Every column but these may be null.

"""


def page() -> str:
    return _INTRO + "\n".join(
        f"## {one.name}\n\n{literal(one.meaning)}\n\n"
        + table(
            ("column", "type", "meaning"),
            [(code(c.name), c.type, literal(c.meaning)) for c in one.columns],
        )
        for one in TABLES
    )
