"""Where people work: the GitHub action, the hooks for pre-commit, and the examples of docs/how-to/ci.md."""

from __future__ import annotations

import json
import os
import re
import shlex
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
import yaml
from check_jsonschema.builtin_schemas import get_builtin_schema
from jsonschema import validate
from pre_commit import clientlib

from factcheck.config import load, read_config

ROOT = Path(__file__).parents[1]
ACTION: dict[str, Any] = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
STEPS: list[dict[str, Any]] = ACTION["runs"]["steps"]
HOOKS = ROOT / ".pre-commit-hooks.yaml"
GUIDE = (ROOT / "docs" / "how-to" / "ci.md").read_text(encoding="utf-8")


def block(heading: str, language: str) -> str:
    """The code block below a heading of the guide."""
    found = re.search(rf"^#+ {heading}\n.*?^```{language}\n(.*?)^```$", GUIDE, re.DOTALL | re.MULTILINE)
    assert found is not None
    return found[1]


# What the programs that read them say -----------------------------------------------------------------

WORKFLOW = yaml.safe_load(block("GitHub Actions", "yaml"))
#: reason, what is read, the schema that its reader publishes
SCHEMAS: list[tuple[str, Any, str]] = [
    ("the action", ACTION, "vendor.github-actions"),
    # YAML 1.1 reads the key "on" as true.
    ("the workflow", {("on" if k is True else k): v for k, v in WORKFLOW.items()}, "vendor.github-workflows"),
    ("the pipeline", yaml.safe_load(block("GitLab CI", "yaml")), "vendor.gitlab-ci"),
]


@pytest.mark.parametrize(("reason", "content", "schema"), SCHEMAS, ids=[row[0] for row in SCHEMAS])
def test_the_published_schema_holds(reason: str, content: Any, schema: str) -> None:
    validate(content, get_builtin_schema(schema))


def test_pre_commit_reads_the_hooks_and_the_example(tmp_path: Path) -> None:
    hooks = [hook["id"] for hook in clientlib.load_manifest(str(HOOKS))]
    example = tmp_path / ".pre-commit-config.yaml"
    example.write_text(block("pre-commit", "yaml"), encoding="utf-8")
    (repo,) = clientlib.load_config(str(example))["repos"]
    assert [hook["id"] for hook in repo["hooks"]] == hooks


@pytest.mark.parametrize("hook", clientlib.load_manifest(str(HOOKS)), ids=lambda hook: str(hook["id"]))
def test_the_hooks_run(hook: dict[str, Any], tmp_path: Path) -> None:
    for folder in ("articles/csto-withdrawal", "claims/csto-withdrawal"):
        (tmp_path / folder).mkdir(parents=True)
        for file in (ROOT / folder).iterdir():
            (tmp_path / folder / file.name).write_bytes(file.read_bytes())
    (tmp_path / "factcheck.toml").write_text(STORIES, encoding="utf-8")
    command = [sys.executable, "-m", *shlex.split(hook["entry"]), *hook["args"]]
    done = subprocess.run(command, cwd=tmp_path, env=os.environ | {"PYTHONPATH": str(ROOT)}, check=False)
    assert done.returncode == 0


def test_the_settings_of_the_guide_load(tmp_path: Path) -> None:
    (tmp_path / "articles" / "dam").mkdir(parents=True)
    (tmp_path / "factcheck.toml").write_text(block("Run factcheck in CI", "toml"), encoding="utf-8")
    assert load(read_config(tmp_path / "factcheck.toml")).names == ["dam"]


def test_the_guide_names_every_input() -> None:
    rows = re.findall(r"^\| `([a-z-]+)` \| (?:`(.*?)`)? *\|", GUIDE, re.MULTILINE)
    assert dict(rows) == {name: one["default"] for name, one in ACTION["inputs"].items()}
    assert not any(one["required"] for one in ACTION["inputs"].values())


# The action, run --------------------------------------------------------------------------------------

STORIES = 'stories = ["articles/*"]\n'
ARTICLES = {
    "articles/bridge/courier.txt": "Repairs to the bridge will take 10 days.\n",
    "articles/bridge/herald.txt": "Repairs to the bridge will take 20 days.\n",
    "articles/flood/courier.txt": "The old bridge in Halmar fell on Monday.\n",
    "articles/flood/herald.txt": "The old bridge fell on Monday in Halmar.\n",
}
#: stands for the Python that is set up: makes a "virtual environment" in which pip notes its arguments
PYTHON = f"""#!/bin/sh
[ "$1 $2" = "-m venv" ] || exit 9
mkdir -p "$3/bin"
printf '#!/bin/sh\\nprintf "%%s\\\\n" "$@" > "$RUNNER_TEMP/pip"\\n' > "$3/bin/python"
printf '#!/bin/sh\\nexec "{sys.executable}" -m factcheck "$@"\\n' > "$3/bin/factcheck"
chmod +x "$3/bin/python" "$3/bin/factcheck"
"""
_EXPRESSION = re.compile(r"\$\{\{ (.*?) \}\}")


@dataclass
class Job:
    """A job that uses the action: what its steps have given so far."""

    workspace: Path
    temporary: Path
    inputs: dict[str, str] = field(default_factory=dict)
    outputs: dict[str, dict[str, str]] = field(default_factory=dict)
    uploaded: dict[str, str] = field(default_factory=dict)
    log: str = ""
    code: int = 0

    def value(self, expression: str) -> str:
        match expression.split("."):
            case ["inputs", name]:
                return self.inputs.get(name, str(ACTION["inputs"][name]["default"]))
            case ["steps", step, "outputs", name]:
                return self.outputs[step].get(name, "")
            case ["github", "action_path"]:
                return str(ROOT)
        raise AssertionError(f"an expression that this test does not know: {expression}")

    def resolved(self, text: Any) -> str:
        return _EXPRESSION.sub(lambda match: self.value(match[1]), str(text))

    def run(self) -> Job:
        for step in STEPS:
            if "run" in step:
                self._script(step)
            elif step["uses"].startswith("actions/setup-python@"):
                python = self.temporary / "python"
                python.write_text(PYTHON, encoding="utf-8")
                python.chmod(0o755)
                self.outputs[step["id"]] = {"python-path": str(python)}
            elif self.value("inputs.upload-sarif") == "true":
                self.uploaded = {name: self.resolved(given) for name, given in step["with"].items()}
            if self.code:
                break
        return self

    def _script(self, step: dict[str, Any]) -> None:
        """As the runner does: bash with these options, and a file for the outputs."""
        file = self.temporary / "output"
        file.write_text("", encoding="utf-8")
        given = {name: self.resolved(value) for name, value in step.get("env", {}).items()}
        done = subprocess.run(
            ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", step["run"]],
            cwd=self.workspace / self.resolved(step.get("working-directory", ".")),
            env={
                "PATH": os.environ["PATH"],
                "PYTHONPATH": str(ROOT),
                "RUNNER_TEMP": str(self.temporary),
                "GITHUB_OUTPUT": str(file),
                "GITHUB_STEP_SUMMARY": str(self.temporary / "summary.md"),
                "GITHUB_ACTION_PATH": str(ROOT),
            }
            | given,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            check=False,
        )
        self.log += done.stdout
        self.code = done.returncode
        pairs = (line.split("=", 1) for line in file.read_text(encoding="utf-8").splitlines())
        if "id" in step:
            self.outputs[step["id"]] = dict(pairs)


@pytest.fixture
def job(tmp_path: Path) -> Job:
    workspace, temporary = tmp_path / "work space", tmp_path / "runner temp"
    temporary.mkdir()
    for name, text in ARTICLES.items():
        (workspace / name).parent.mkdir(parents=True, exist_ok=True)
        (workspace / name).write_text(text, encoding="utf-8")
    (workspace / "factcheck.toml").write_text(STORIES + 'fail-on = "conflicting"\n', encoding="utf-8")
    return Job(workspace, temporary)


needs_bash = pytest.mark.skipif(sys.platform == "win32", reason="the stand-in for Python is a shell script")


@needs_bash
def test_the_gate_fails_after_the_upload(job: Job) -> None:
    job.run()
    assert job.code == 1
    assert job.log.count("::error file=articles/bridge/courier.txt,line=1,") == 1
    assert "failed: conflicting" in job.log
    sarif = json.loads(Path(job.uploaded["sarif_file"]).read_text(encoding="utf-8"))
    assert len(sarif["runs"][0]["results"]) == 1
    assert job.uploaded["category"] == "factcheck"
    assert "“10 days” and “20 days” cannot both hold" in (job.temporary / "summary.md").read_text("utf-8")
    assert (job.temporary / "pip").read_text(encoding="utf-8").splitlines()[-1] == str(ROOT)


@needs_bash
def test_inputs_are_followed(job: Job) -> None:
    (job.workspace / "factcheck.toml").rename(job.workspace / "my settings.toml")
    job.inputs = {
        "config": "my settings.toml",
        "stories": "\nflood\r\n",
        "annotations": "false",
        "step-summary": "false",
        "upload-sarif": "false",
        "working-directory": "./",
    }
    job.run()
    assert job.code == 0
    assert job.outputs["report"] == {
        "exit-code": "0",
        "sarif": str(job.temporary / "factcheck.sarif"),
    }
    assert job.log.endswith("1 story: no gate failed\n")
    assert "bridge" not in job.log
    assert "::" not in job.log
    assert not (job.temporary / "summary.md").exists()
    assert not job.uploaded


@needs_bash
def test_what_cannot_run_uploads_nothing(job: Job) -> None:
    (job.workspace / "factcheck.toml").write_text(STORIES + "fail-on = 3\n", encoding="utf-8")
    job.run()
    assert (job.code, job.uploaded) == (2, {})
    assert job.log.startswith("factcheck: factcheck.toml:2: fail-on: ")


@needs_bash
@pytest.mark.parametrize("name", ["config", "stories", "annotations", "step-summary"])
def test_inputs_run_nothing(name: str, job: Job) -> None:
    job.inputs = {name: "$(touch hacked) `touch hacked`; touch hacked; \" ' \\ --init\n--init\n*"}
    job.run()
    assert job.code == (2 if name in ("config", "stories") else 1)
    assert not (job.workspace / "hacked").exists()


def test_no_expression_stands_in_a_script() -> None:
    scripts = [step["run"] for step in STEPS if "run" in step]
    assert len(scripts) == 3
    assert not [script for script in scripts if "${{" in script]
    assert all(step["shell"] == "bash" for step in STEPS if "run" in step)
