"""Models of the user's own that give a second opinion on the close pairs: ``--judge``.

Off by default, and nothing of this room is imported without the option. A new kind is one
module with ``open_(place, model) -> Judge`` and one line in ``KINDS``.
"""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module

from factcheck.judges.cache import AnswerFile, CachedJudge
from factcheck.judges.opinion import Judge
from factcheck.model import FactcheckError

#: how the value of ``--judge`` starts -> module in this room
KINDS = {
    "onnx:": "onnx_",
    "http://": "llm",
    "https://": "llm",
}
#: where answers are kept unless ``--judge-cache`` says otherwise
CACHE = ".factcheck-judge.jsonl"


def open_judge(place: str, model: str | None = None, cache: str = CACHE) -> Judge:
    """The judge at ``place`` (onnx:PATH or a URL), with its answers kept in the file ``cache``.

    FactcheckError for an unknown kind, a missing extra, model or name, or a bad cache.
    """
    for start, module in KINDS.items():
        if place.lower().startswith(start):
            open_: Callable[[str, str | None], Judge] = import_module(f"factcheck.judges.{module}").open_
            return CachedJudge(open_(place, model), AnswerFile(cache))
    raise FactcheckError(f"--judge {place!r}: give onnx:PATH or a URL that starts with http:// or https://")
