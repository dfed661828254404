"""Options that several commands take."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer


class Only(StrEnum):
    conflicting = "conflicting"
    corroborated = "corroborated"
    single_source = "single-source"


class Include(StrEnum):
    single_source = "single-source"


class Gate(StrEnum):
    never = "never"
    conflicting = "conflicting"
    single_source = "single-source"
    update = "update"


Published = Annotated[
    list[str] | None,
    typer.Option(
        "--published", metavar="N=DATE", help="Publication date of source N (position or id), YYYY-MM-DD."
    ),
]
Outlet = Annotated[
    list[str] | None,
    typer.Option("--outlet", metavar="N=NAME", help="Outlet of source N (position or id)."),
]
Encoding = Annotated[
    str | None,
    typer.Option(
        "--encoding", metavar="NAME", help="Encoding of the files; default: BOM, UTF-8, then cp1252."
    ),
]
Output = Annotated[
    str | None,
    typer.Option("--output", "-o", metavar="FILE", help="Write the report to FILE, not to stdout."),
]
IncludeOption = Annotated[
    list[Include] | None,
    typer.Option(
        "--include", help="Also list these in formats for pipelines, which list conflicts: single-source."
    ),
]
JudgeOption = Annotated[
    str | None,
    typer.Option(
        "--judge",
        metavar="MODEL",
        help="Ask a model of yours about close pairs: onnx:PATH, or the URL of an OpenAI-compatible server.",
    ),
]
JudgeModel = Annotated[
    str | None, typer.Option("--judge-model", metavar="NAME", help="The model that --judge URL asks for.")
]
JudgeCache = Annotated[
    str | None,
    typer.Option(
        "--judge-cache",
        metavar="FILE",
        help="Where the answers of --judge are kept; default: .factcheck-judge.jsonl.",
    ),
]
MinSimilarity = Annotated[
    float | None,
    typer.Option(min=0.0, max=1.0, help="TF-IDF similarity below which a pair is not looked at."),
]
MinConfidence = Annotated[
    float | None, typer.Option(min=0.0, max=1.0, help="Confidence from which a pair becomes a link.")
]
Window = Annotated[
    str | None,
    typer.Option(
        "--window",
        metavar="TIME",
        help="Articles published further apart, in days (3d) or weeks (2w), are no story; default: 3d.",
    ),
]
StorySimilarity = Annotated[
    float | None,
    typer.Option(
        "--story-similarity",
        min=0.01,
        max=1.0,
        help="Mean TF-IDF similarity, 0.01 to 1, from which articles are one story; default: 0.36.",
    ),
]
Reviews = Annotated[
    str | None,
    typer.Option(
        "--reviews", metavar="FILE", help="The file of reviewed conflicts; default: claims/reviews.jsonl."
    ),
]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="No warnings on stderr.")]
