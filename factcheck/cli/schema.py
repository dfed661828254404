"""``factcheck schema``."""

from __future__ import annotations

from factcheck.cli.options import Output
from factcheck.cli.shared import emit


def schema_command(output: Output = None) -> None:
    """Print the JSON Schema of the formats json and jsonl.

    Exit code 0: done. 2: could not write.

    Example: factcheck schema --output comparison.schema.json
    """
    from factcheck.report.schema import schema_text

    emit(schema_text(), output)
