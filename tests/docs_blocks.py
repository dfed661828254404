"""Run the code blocks of the pages of docs/; as a program, rewrite what they print.

    python tests/docs_blocks.py

The blocks of a page run in order, in one folder that begins with the example articles:

- ``console``: a transcript. Bash runs the lines after ``$ ``; the others are what they print.
- ``bash``: bash runs it, and it must end with 0.
- ``python``: run; ``pycon``: a session. Those of a page share their names.
- any language with ``title="FILE"``: written to FILE. Without one, json, toml and yaml must parse.

A block after the mark ``<!-- not run: REASON -->`` is left alone.
"""

from __future__ import annotations

import contextlib
import doctest
import io
import json
import os
import re
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import yaml
from readme_update import ROOT, plain_environment

DOCS = ROOT / "docs"
_BLOCK = re.compile(
    r"^(?P<head>(?P<left><!-- not run: .*? -->\n)?(?P<indent> *)"
    r"```(?P<language>\w+)(?: title=\"(?P<title>[^\"]+)\")?\n)"
    r"(?P<text>.*?)(?=^(?P=indent)```$)",
    re.DOTALL | re.MULTILINE,
)
#: between the outputs of two commands: the record separator of ASCII
_END = "\x1e"
_PARSERS: dict[str, Callable[[str], object]] = {
    "json": json.loads,
    "toml": tomllib.loads,
    "yaml": lambda text: list(yaml.safe_load_all(text)),
}


def pages() -> list[Path]:
    """The pages that are written by hand, in the order of their paths."""
    return sorted(DOCS.rglob("*.md"))


@dataclass
class Workplace:
    """Where the blocks of one page run: a folder, programs, and the names of its Python blocks."""

    folder: Path
    programs: Path
    names: dict[str, Any] = field(default_factory=dict)

    def block(self, match: re.Match[str]) -> str:
        """The block as it should stand in the page. AssertionError if it does not run."""
        text, language = match["text"], match["language"]
        if match["left"]:
            return match[0]
        if match["title"]:
            path = self.folder / match["title"]
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        elif language == "console":
            return f"{match['head']}{self._transcript(text)}"
        elif language == "bash":
            done = self._bash(f"set -euo pipefail\n{text}")
            assert done.returncode == 0, done.stdout
        elif language == "python":
            exec(compile(text, "page", "exec", dont_inherit=True), self.names)
        elif language == "pycon":
            return f"{match['head']}{_session(text, self.names)}"
        elif language in _PARSERS:
            _PARSERS[language](text)
        return match[0]

    def _transcript(self, text: str) -> str:
        commands = re.findall(r"^\$ ((?:.*\\\n)*.*)$", text, re.MULTILINE)
        script = "".join(f"{command}\n_s=$?; printf '{_END}'; (exit $_s)\n" for command in commands)
        *outputs, rest = self._bash(script).stdout.split(_END)
        assert len(outputs) == len(commands), f"a command ends the shell: {rest}"
        return "".join(f"$ {command}\n{output}" for command, output in zip(commands, outputs, strict=True))

    def _bash(self, script: str) -> subprocess.CompletedProcess[str]:
        """Both outputs in one, as a reader sees them."""
        path = os.pathsep.join([str(self.programs), os.environ["PATH"]])
        own = {"PATH": path, "LC_ALL": "C.UTF-8", "PYTHONPATH": str(ROOT)}
        return subprocess.run(
            ["bash", "-c", script],
            cwd=self.folder,
            env=plain_environment() | own,
            check=False,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            timeout=120,
        )


def _session(text: str, names: dict[str, Any]) -> str:
    """The session with what it prints."""
    return "".join(
        part if isinstance(part, str) else _example(part.source, names)
        for part in doctest.DocTestParser().parse(text)
    )


def _example(source: str, names: dict[str, Any]) -> str:
    first, *rest = source.splitlines()
    told = io.StringIO()
    with contextlib.redirect_stdout(told):
        exec(compile(source, "page", "single", dont_inherit=True), names)
    lines = [f">>> {first}", *(f"... {line}" for line in rest)]
    return "\n".join(lines) + "\n" + told.getvalue()


@contextlib.contextmanager
def workplace() -> Iterator[Workplace]:
    """A new one, and the process in its folder."""
    with TemporaryDirectory() as temporary:
        folder, programs = Path(temporary) / "work", Path(temporary) / "programs"
        shutil.copytree(ROOT / "articles", folder / "articles")
        programs.mkdir()
        program = programs / "factcheck"
        program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m factcheck "$@"\n', encoding="utf-8")
        program.chmod(0o755)
        with contextlib.chdir(folder):
            yield Workplace(folder, programs)


def executed(text: str) -> str:
    """The page with what its commands print today. AssertionError if a block does not run."""
    with workplace() as place:
        return _BLOCK.sub(place.block, text)


if __name__ == "__main__":
    for page in pages():
        before = page.read_text(encoding="utf-8")
        after = executed(before)
        page.write_text(after, encoding="utf-8")
        print(f"{page.relative_to(ROOT)}: {'rewritten' if after != before else 'up to date'}")
