"""Reading sources: a file, a folder of files, or standard input, each to a Document.

``READERS`` is the whole table of file kinds: a new kind is one module and one line.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from os import PathLike
from pathlib import Path

from factcheck.ingest.decode import decode
from factcheck.ingest.folder import article_files
from factcheck.ingest.markdown import read_markdown
from factcheck.ingest.stdin import read_stdin
from factcheck.ingest.text import read_text
from factcheck.model import Document, FactcheckError

__all__ = ["READERS", "assign_ids", "expand", "read"]

#: Suffix to reader: (decoded text, path to show, name for the id) to Document.
READERS: dict[str, Callable[[str, str, str], Document]] = {
    ".txt": read_text,
    ".text": read_text,
    ".md": read_markdown,
    ".markdown": read_markdown,
}
_CAN_READ = f"can read {', '.join(READERS)} files, folders of them, and - for standard input"


def read(source: str | PathLike[str], *, id: str | None = None, encoding: str | None = None) -> Document:
    """One source as a Document: the path of a file, or "-" for standard input.

    ``id`` replaces outlet or file name. An empty text is a Document with a warning;
    FactcheckError if the source is missing, unreadable, binary, of an unknown kind or
    a folder (see ``expand``).
    """
    document = read_stdin(encoding) if str(source) == "-" else _read_file(source, encoding)
    return document if id is None else replace(document, id=id)


def expand(source: str | PathLike[str]) -> list[str]:
    """The sources that one argument stands for: those of a folder, sorted, or itself."""
    if str(source) != "-" and Path(source).is_dir():
        return [str(path) for path in article_files(Path(source), READERS)]
    return [str(source)]


def assign_ids(documents: Iterable[Document]) -> list[Document]:
    """The documents with ids that are unique among them, in the given order.

    Equal ids get the parent folder in front where that tells them apart, then -2, -3.
    """
    given = list(documents)
    ids = [document.id for document in given]
    named = [
        f"{parent}-{i}" if ids.count(i) > 1 and (parent := d.folder or Path(d.path).parent.name) else i
        for d, i in zip(given, ids, strict=True)
    ]
    # The folder only helps if it differs; two prints of one file stay "a" and "a-2".
    told_apart = {i for i in ids if len({n for n, j in zip(named, ids, strict=True) if j == i}) > 1}
    taken: set[str] = set()
    result = []
    for document, i, name in zip(given, ids, named, strict=True):
        wanted = name if i in told_apart else i
        unique, count = wanted, 1
        while unique in taken or (unique != wanted and unique in ids):
            count += 1
            unique = f"{wanted}-{count}"
        taken.add(unique)
        result.append(document if unique == document.id else replace(document, id=unique))
    return result


def _read_file(source: str | PathLike[str], encoding: str | None) -> Document:
    name = str(source)
    if "://" in name:
        raise FactcheckError(f"{name}: addresses cannot be read yet; {_CAN_READ}")
    path = Path(source)
    if path.is_dir():
        raise FactcheckError(f"{name}: is a folder, not a file")
    reader = READERS.get(path.suffix.lower())
    if reader is None and path.exists():
        kind = path.suffix or "a file without suffix"
        raise FactcheckError(f"{name}: {kind} cannot be read yet; {_CAN_READ}")
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        raise FactcheckError(f"{name}: no such file") from None
    except (OSError, ValueError) as error:
        problem = getattr(error, "strerror", None) or error
        raise FactcheckError(f"{name}: cannot be read ({problem})") from None
    shown = path.name if path.is_absolute() else path.as_posix()
    document = (reader or read_text)(decode(data, name, encoding), shown, path.stem)
    return replace(document, folder=path.absolute().parent.name or None)
