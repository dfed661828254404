"""JSON text that is harmless where it is printed: what a parser reads back is exactly the value."""

from __future__ import annotations

import json
import re

#: Control, format and bidirectional characters, separators of lines, and surrogates (which UTF-8
#: cannot carry): those of Unicode's categories Cc, Cf, Cs, Zl and Zp that json.dumps leaves as they are.
_HIDDEN = re.compile(
    "[\x7f-\x9f\xad\u0600-\u0605\u061c\u06dd\u070f\u0890\u0891\u08e2\u180e\u200b-\u200f\u2028-\u202e"
    "\u2060-\u206f\ud800-\udfff\ufeff\ufff9-\ufffb\U000110bd\U000110cd\U00013430-\U0001343f"
    "\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0001-\U000e007f]"
)
#: "##[error]", "##vso[...]": build logs run these wherever in a line they stand
_LOG_COMMAND = re.compile(r"##(\w*)\[")


def dumps(value: object, indent: int | None = None) -> str:
    """``value`` as JSON without a final newline; ValueError for NaN and Infinity.

    >>> print(dumps({"text": "a\u202eb\x9b ##[error]"}))
    {"text": "a\\u202eb\\u009b ##\\u005berror]"}
    """
    text = json.dumps(value, ensure_ascii=False, indent=indent, allow_nan=False)
    return _LOG_COMMAND.sub(r"##\1\\u005b", _HIDDEN.sub(_escaped, text))


def _escaped(match: re.Match[str]) -> str:
    return json.dumps(match[0])[1:-1]
