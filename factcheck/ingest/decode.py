"""Bytes to text: byte-order mark, strict UTF-8, then cp1252."""

from __future__ import annotations

import codecs

from factcheck.model import FactcheckError

# Longest first: the UTF-32 mark begins with the UTF-16 one.
_MARKS: tuple[tuple[bytes, str], ...] = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# Control characters that text files hold: tab, line breaks, form feed, escape, the old end-of-file.
_TEXT_CONTROLS = frozenset("\t\n\r\f\v\x1a\x1b\x08\x85")
# One stray control character in a hundred is a damaged text; more is no text.
_CONTROL_SHARE = 0.01


def decode(data: bytes, name: str, encoding: str | None = None) -> str:
    """The text of ``data`` without its byte-order mark; line breaks stay as they are.

    ``encoding`` is taken at its word. FactcheckError if the bytes are no text.
    """
    if encoding is not None:
        return _explicit(data, name, encoding)
    for mark, codec in _MARKS:
        if data.startswith(mark):
            return _strict(data[len(mark) :], name, codec)
    if b"\0" in data:
        raise FactcheckError(f"{name}: is a binary file, not text")
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        # The five bytes cp1252 leaves open are read as the control characters they are in Latin-1.
        text = "".join(_cp1252(byte) for byte in data)
    controls = sum((c < " " or "\x7f" <= c < "\xa0") and c not in _TEXT_CONTROLS for c in text)
    if controls > _CONTROL_SHARE * len(text):
        raise FactcheckError(f"{name}: is a binary file, not text")
    return text


def _cp1252(byte: int) -> str:
    try:
        return bytes((byte,)).decode("cp1252")
    except UnicodeDecodeError:
        return chr(byte)


def _explicit(data: bytes, name: str, encoding: str) -> str:
    try:
        codec = codecs.lookup(encoding).name
    except LookupError:
        raise FactcheckError(f"{name}: unknown encoding {encoding!r}") from None
    return _strict(data, name, codec).removeprefix("\ufeff")


def _strict(data: bytes, name: str, codec: str) -> str:
    try:
        return data.decode(codec)
    except (UnicodeError, LookupError):
        raise FactcheckError(f"{name}: is not {codec} text") from None
