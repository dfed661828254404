"""Reports of several stories as one file, for formats that can hold them.

What a pipeline uploads is one file a run, so these take the finished reports, in order,
and put them into one of the same kind.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping

from factcheck.report.markdown import escape
from factcheck.report.view import visible

#: story -> its report
Reports = Mapping[str, str]


def _table(reports: Reports) -> str:
    return "\n".join(
        f"{visible(name)}\n{'=' * len(visible(name))}\n\n{text}" for name, text in reports.items()
    )


def _markdown(reports: Reports) -> str:
    return "\n".join(
        text.replace("# Factcheck comparison", f"# {escape(name)}", 1) for name, text in reports.items()
    )


def _json(reports: Reports) -> str:
    """``{"format_version", "stories": [{"story", ...report}]}``"""
    objects = [json.loads(text) for text in reports.values()]
    version = {key: value for one in objects for key, value in one.items() if key == "format_version"}
    stories = [
        {"story": name} | {k: v for k, v in one.items() if k not in version}
        for name, one in zip(reports, objects, strict=True)
    ]
    return json.dumps(version | {"stories": stories}, ensure_ascii=False, indent=2) + "\n"


def _jsonl(reports: Reports) -> str:
    """Every object says which story it belongs to."""
    lines = [(name, line) for name, text in reports.items() for line in text.split("\n") if line]
    return "".join(
        json.dumps({"story": name} | json.loads(line), ensure_ascii=False) + "\n" for name, line in lines
    )


#: format -> reports by story as one text
COMBINED: dict[str, Callable[[Reports], str]] = {
    "table": _table,
    "json": _json,
    "jsonl": _jsonl,
    "markdown": _markdown,
}
