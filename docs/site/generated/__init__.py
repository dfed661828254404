"""The reference pages that are made from the code when the site is built, so that none is out of date.

A page is a module with ``page() -> str`` (Markdown) and a line in ``PAGES``.
"""

from __future__ import annotations

from collections.abc import Callable

from generated import cli, configuration, facts, formats, schema, store

#: path below docs/ -> what makes the page
PAGES: dict[str, Callable[[], str]] = {
    "reference/cli.md": cli.page,
    "reference/configuration.md": configuration.page,
    "reference/formats.md": formats.page,
    "reference/json-schema.md": schema.page,
    "reference/store.md": store.page,
    "reference/facts.md": facts.page,
}
