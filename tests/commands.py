"""Running a command as from a shell, in the process of the tests."""

from __future__ import annotations

import io
import sys
from dataclasses import dataclass

import pytest

from factcheck.cli import main


@dataclass(frozen=True)
class Run:
    code: int
    out: str
    err: str


@dataclass(frozen=True)
class Shell:
    """Arguments in, exit code and both outputs out."""

    capsys: pytest.CaptureFixture[str]
    monkeypatch: pytest.MonkeyPatch

    def __call__(self, *arguments: str, stdin: str = "") -> Run:
        self.monkeypatch.setattr(sys, "argv", ["factcheck", *arguments])
        self.monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin.encode()), "utf-8"))
        self.capsys.readouterr()
        with pytest.raises(SystemExit) as ended:
            main()
        out, err = self.capsys.readouterr()
        assert isinstance(ended.value.code, int)
        return Run(ended.value.code, out, err)
