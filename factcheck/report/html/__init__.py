"""One self-contained HTML page: no network, no other file, readable without scripts.

Everything an article says goes through Jinja's autoescape and ``visible``; a
Content-Security-Policy names the hashes of our one style and one script, so that nothing
else runs and no request leaves the page.
"""

from __future__ import annotations

import base64
import hashlib
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from factcheck.model import Comparison
from factcheck.report.html.page import build_page
from factcheck.report.view import View, inert, visible

if TYPE_CHECKING:
    from jinja2 import Template

#: one script in the page, in this order: what each file defines the next may use
_SCRIPTS = ("state.js", "details.js", "lines.js", "filters.js", "keys.js")


def render(comparison: Comparison, view: View) -> str:
    """The page, ending in a newline."""
    return inert(_template().render(page=build_page(comparison, view)) + "\n")


def notebook(comparison: Comparison) -> str:
    """The page as a fragment for notebooks: a frame of its own origin, so that neither its
    style nor its script meets those of the notebook."""
    from markupsafe import escape

    page = escape(render(comparison, View()))
    return (
        '<iframe title="factcheck comparison" sandbox="allow-scripts" width="100%" height="720" '
        f'style="border:0" srcdoc="{page}"></iframe>'
    )


@cache
def _template() -> Template:
    from jinja2 import Environment, PackageLoader, StrictUndefined
    from markupsafe import Markup

    environment = Environment(
        loader=PackageLoader("factcheck.report", "html"),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_harmless,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    style, script = _asset("report.css"), "".join(map(_asset, _SCRIPTS))
    environment.globals |= {
        "style": Markup(style),
        "script": Markup(script),
        "policy": (
            f"default-src 'none'; style-src '{_digest(style)}'; script-src '{_digest(script)}'; "
            "img-src data:; base-uri 'none'; form-action 'none'"
        ),
    }
    return environment.get_template("report.html.j2")


def _harmless(value: object) -> object:
    """Article text without control and bidirectional marks; our own markup as it is."""
    return visible(value) if type(value) is str else value


def _asset(name: str) -> str:
    return files("factcheck.report.html").joinpath(name).read_text(encoding="utf-8")


def _digest(text: str) -> str:
    """A hash source of Content Security Policy Level 3, section 2.3.1."""
    return f"sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}"
