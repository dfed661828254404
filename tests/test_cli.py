"""The command line: exit codes, bad input, where output goes, and what a terminal sees."""

from __future__ import annotations

import errno
import io
import json
import os
import re
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from factcheck import __version__
from factcheck.cli import Commands, main
from factcheck.report import FORMATS

ROOT = Path(__file__).parents[1]
ANSI = re.compile(r"\x1b\[[0-9;]*m")
COMMANDS = [*Commands.functions]
MODULE = [sys.executable, "-m", "factcheck"]


@dataclass(frozen=True)
class Run:
    code: int
    out: str
    err: str


Factcheck = Callable[..., Run]


@pytest.fixture
def factcheck(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> Factcheck:
    """Run the entry point itself, arguments and exit code as from a shell, in a folder of articles."""
    for name, text in FILES.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(text)
    monkeypatch.chdir(tmp_path)

    def run(*arguments: str, stdin: bytes = b"") -> Run:
        monkeypatch.setattr(sys, "argv", ["factcheck", *arguments])
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin), encoding="utf-8"))
        with pytest.raises(SystemExit) as ended:
            main()
        out, err = capsys.readouterr()
        assert isinstance(ended.value.code, int)
        return Run(ended.value.code, out, err)

    return run


FILES = {
    "a.txt": b"The old bridge in Halmar fell on Monday. The flood killed 12 people. Cows fled uphill.\n",
    "b.txt": b"The old bridge in Halmar fell on Monday. The flood killed 15 people.\n",
    "agree.txt": b"The old bridge in Halmar fell on Monday.\n",
    "agree-too.md": b"The old bridge fell on Monday in Halmar.\n",
    "days-a.txt": b"Repairs to the bridge will take 10 days.\n",
    "days-b.txt": b"Repairs to the bridge will take 20 days.\n",
    "empty.txt": b"",
    "word.txt": b"Flood\n",
    "binary.txt": b"\x00\x01\x02\x03PK\x00\x00",
    "photo.jpg": b"\xff\xd8\xff\xe0\x00\x10JFIF",
    "folder/one.txt": b"The old bridge in Halmar fell on Monday.\n",
    "folder/two.md": b"---\noutlet: Osk Mail\n---\nThe flood in Halmar killed 15 people.\n",
    "folder/notes.csv": b"a,b\n",
    "pictures/map.png": b"\x89PNG",
    "old.json": b"old\n",
}


# Bad input ------------------------------------------------------------------------------------

BAD = [
    ("a file that is not there", "compare a.txt gone.txt", "gone.txt: no such file"),
    ("a binary file", "compare a.txt binary.txt", "binary.txt: is a binary file, not text"),
    ("a kind that cannot be read", "compare a.txt photo.jpg", "photo.jpg: .jpg cannot be read"),
    ("a folder without articles", "compare a.txt pictures", "pictures: holds no articles"),
    ("an address", "compare a.txt https://example.org/a", "addresses cannot be read yet"),
    ("one source", "compare a.txt", "at least two sources"),
    ("no source", "compare", "Missing argument"),
    ("standard input twice", "compare - -", "only once"),
    ("an option there is not", "compare a.txt b.txt --loud", "No such option: --loud"),
    ("a format there is not", "compare a.txt b.txt --format pdf", "'pdf'"),
    ("a verdict there is not", "compare a.txt b.txt --only true", "'true'"),
    ("a gate there is not", "compare a.txt b.txt --fail-on always", "'always'"),
    ("a similarity over one", "compare a.txt b.txt --min-similarity 2", "--min-similarity"),
    ("a confidence below zero", "compare a.txt b.txt --min-confidence -1", "--min-confidence"),
    ("a confidence that is no number", "compare a.txt b.txt --min-confidence high", "--min-confidence"),
    ("no such day", "compare a.txt b.txt --published 1=2022-02-30", "'2022-02-30' is not a date"),
    ("a date in words", "compare a.txt b.txt --published 1=Monday", "'Monday' is not a date"),
    ("a date for no source", "compare a.txt b.txt --published 2022-01-15", "--published needs N=VALUE"),
    ("a third source of two", "compare a.txt b.txt --published 3=2022-01-15", "no source '3'"),
    ("position zero", "compare a.txt b.txt --published 0=2022-01-15", "no source '0'"),
    ("an id there is not", "compare a.txt b.txt --outlet c=Mail", "no source 'c'"),
    ("an outlet without a name", "compare a.txt b.txt --outlet 1=", "--outlet needs N=VALUE"),
    ("an encoding there is not", "compare a.txt b.txt --encoding utf-7000", "unknown encoding"),
    ("a report below a file", "compare a.txt b.txt --output old.json/report.json", "cannot write"),
    ("a report in place of a folder", "compare a.txt b.txt --output folder", "cannot write folder"),
    ("a command there is not", "verify a.txt", "No such command 'verify'"),
    ("claims without a source", "claims", "Missing option '--source'"),
    ("claims of nothing", "claims --source gone.txt", "gone.txt: no such file"),
    ("claims of a binary file", "claims --source binary.txt", "is a binary file"),
    ("claims of an empty folder", "claims --source pictures", "holds no articles"),
    ("saving and checking at once", "claims --source a.txt --save --check", "exclude each other"),
    ("a batch that is not there", "batch gone.jsonl", "gone.jsonl"),
    ("a batch that is a folder", "batch folder", "folder"),
    ("a batch that is no text", "batch photo.jpg", "photo.jpg: not UTF-8 text"),
]


@pytest.mark.parametrize(("reason", "command", "message"), BAD, ids=[b[0] for b in BAD])
def test_what_cannot_run_is_exit_2_and_one_line(
    factcheck: Factcheck, reason: str, command: str, message: str
) -> None:
    run = factcheck(*command.split())
    assert run.code == 2
    assert run.out == ""
    assert run.err.startswith("factcheck: ")
    assert run.err.count("\n") == 1
    assert run.err.endswith("\n")
    assert message in run.err


@pytest.mark.parametrize("bad", ["gone.txt", "binary.txt", "pictures"])
def test_a_failed_run_leaves_the_old_report(factcheck: Factcheck, bad: str) -> None:
    assert factcheck("compare", "a.txt", bad, "--output", "old.json").code == 2
    assert Path("old.json").read_bytes() == FILES["old.json"]


def test_a_full_disk_leaves_the_old_report(factcheck: Factcheck, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(source: str, target: str) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr("factcheck.output.os.replace", full)
    before = sorted(Path().iterdir())
    run = factcheck("compare", "a.txt", "b.txt", "--output", "old.json", "--fail-on", "conflicting")
    assert (run.code, run.out) == (2, "")
    assert "cannot write old.json: No space left" in run.err
    assert Path("old.json").read_bytes() == FILES["old.json"]
    assert sorted(Path().iterdir()) == before


def test_a_control_character_in_a_name_cannot_reach_the_terminal(factcheck: Factcheck) -> None:
    run = factcheck("compare", "a.txt", "\x1b[2Jgone\nfile.txt")
    assert run.code == 2
    assert "\x1b" not in run.err
    assert run.err.count("\n") == 1


def test_a_defect_of_ours_is_not_the_gate(factcheck: Factcheck, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*arguments: object, **options: object) -> None:
        raise ZeroDivisionError("deep inside")

    monkeypatch.setattr("factcheck.pipeline.compare", broken)
    monkeypatch.delenv("FACTCHECK_DEBUG", raising=False)
    run = factcheck("compare", "a.txt", "b.txt")
    assert run.code == 2
    assert run.err.count("\n") == 1
    assert "Traceback" not in run.err
    assert "deep inside" in run.err


# Thin input ------------------------------------------------------------------------------------

THIN = [
    ("an empty file", "empty.txt a.txt", "is empty"),
    ("a file of one word", "word.txt a.txt", "single word"),
    ("the same file twice", "a.txt a.txt", "one origin"),
    ("two empty files", "empty.txt empty.txt", "is empty"),
]


@pytest.mark.parametrize(("reason", "sources", "warning"), THIN, ids=[t[0] for t in THIN])
def test_thin_input_is_a_report_with_a_warning(
    factcheck: Factcheck, reason: str, sources: str, warning: str
) -> None:
    run = factcheck("compare", *sources.split())
    assert run.code == 0
    assert re.search(r"2 sources.*: 0 conflicting, 0 corroborated, \d single-source", run.out)
    assert all(line.startswith("warning: ") for line in run.err.splitlines())
    assert warning in run.err
    quiet = factcheck("compare", *sources.split(), "--quiet")
    assert (quiet.code, quiet.out, quiet.err) == (0, run.out, "")


@pytest.mark.parametrize("command", ["compare empty.txt word.txt", "claims -s empty.txt -s word.txt"])
def test_a_warning_names_its_source(factcheck: Factcheck, command: str) -> None:
    told = factcheck(*command.split()).err
    assert "warning: empty: is empty\n" in told
    assert "warning: word: holds a single word\n" in told


# The gate -------------------------------------------------------------------------------------

#: sources, gates, exit code
GATES = [
    ("a.txt b.txt", "", 0),
    ("a.txt b.txt", "never", 0),
    ("a.txt b.txt", "conflicting", 1),
    ("a.txt b.txt", "update", 1),
    ("a.txt b.txt", "single-source", 1),
    ("a.txt b.txt", "never conflicting", 1),
    ("days-a.txt days-b.txt", "conflicting", 1),
    ("days-a.txt days-b.txt", "update", 0),
    ("days-a.txt days-b.txt", "single-source", 0),
    ("days-a.txt days-b.txt", "update single-source", 0),
    ("days-a.txt days-b.txt", "single-source conflicting", 1),
    ("agree.txt agree-too.md", "conflicting update single-source", 0),
    ("agree.txt empty.txt", "single-source", 1),
    ("empty.txt empty.txt", "single-source", 0),
]


@pytest.mark.parametrize(("sources", "gates", "code"), GATES)
def test_fail_on(factcheck: Factcheck, sources: str, gates: str, code: int) -> None:
    options = [word for gate in gates.split() for word in ("--fail-on", gate)]
    run = factcheck("compare", *sources.split(), *options)
    assert run.code == code
    assert run.out == factcheck("compare", *sources.split()).out


@pytest.mark.parametrize("view", ["--only=corroborated", "--format=json", "--explain", "--output=new.txt"])
def test_the_view_does_not_move_the_gate(factcheck: Factcheck, view: str) -> None:
    assert factcheck("compare", "a.txt", "b.txt", "--fail-on", "conflicting", view).code == 1
    assert factcheck("compare", "agree.txt", "agree-too.md", "--fail-on", "conflicting", view).code == 0


# What is shown -------------------------------------------------------------------------------------


def test_only_shows_a_verdict_and_keeps_the_summary(factcheck: Factcheck) -> None:
    def verdicts(*only: str) -> tuple[set[str], object]:
        options = [word for name in only for word in ("--only", name)]
        out = json.loads(factcheck("compare", "a.txt", "b.txt", "-f", "json", *options).out)
        return {c["verdict"] for c in out["claims"]}, out["summary"]

    everything = {"conflicting", "corroborated", "single-source"}
    shown, summary = verdicts()
    assert shown == everything
    for name in everything:
        assert verdicts(name) == ({name}, summary)
    assert verdicts("conflicting", "corroborated") == ({"conflicting", "corroborated"}, summary)
    table = factcheck("compare", "a.txt", "b.txt", "--only", "single-source").out
    assert "Cows fled" in table
    assert "flood killed" not in table
    assert "2 conflicting" in table


def test_include_lists_more_and_moves_neither_summary_nor_gate(factcheck: Factcheck) -> None:
    def results(*options: str) -> tuple[set[str], str]:
        run = factcheck("compare", "a.txt", "b.txt", "-f", "sarif", "--fail-on", "conflicting", *options)
        assert run.code == 1
        found = json.loads(run.out)["runs"][0]
        (told,) = found["invocations"][0]["toolExecutionNotifications"]
        return {result["ruleId"] for result in found["results"]}, told["message"]["text"]

    listed, summary = results()
    assert listed <= {"conflicting", "update"}
    assert results("--include", "single-source") == (listed | {"single-source"}, summary)
    assert results("--only", "single-source") == ({"single-source"}, summary)
    kept = factcheck("compare", "agree.txt", "days-a.txt", "-f", "sarif", "--include", "single-source")
    assert kept.code == 0


@pytest.mark.skipif(sys.platform != "linux", reason="names of files are bytes on Linux alone")
@pytest.mark.parametrize("format", list(FORMATS))
def test_a_name_that_is_not_utf_8(factcheck: Factcheck, format: str) -> None:
    name = os.fsdecode(b"caf\xe9.txt")
    try:
        Path(name).write_bytes(FILES["a.txt"])
    except OSError:
        pytest.skip("this file system takes UTF-8 names only")
    run = factcheck("compare", name, "b.txt", "-f", format)
    assert (run.code, run.err) == (0, "")
    assert factcheck("compare", name, "b.txt", "-f", format, "-o", "report").code == 0
    assert Path("report").read_bytes() == run.out.encode("utf-8")


def test_schema_prints_the_published_schema(factcheck: Factcheck) -> None:
    run = factcheck("schema")
    assert json.loads(run.out)["title"] == "factcheck comparison, format_version 1"
    assert factcheck("schema", "-o", "schema.json").code == 0
    assert Path("schema.json").read_text(encoding="utf-8") == run.out


def test_only_without_such_a_claim_says_so(factcheck: Factcheck) -> None:
    run = factcheck("compare", "agree.txt", "agree-too.md", "--only", "conflicting")
    assert run.code == 0
    assert run.out.startswith("No claims to show.\n")
    assert "2 corroborated" in run.out


def test_explain_shows_values_similarity_and_the_runner_up(factcheck: Factcheck) -> None:
    plain = factcheck("compare", "days-a.txt", "days-b.txt").out
    run = factcheck("compare", "days-a.txt", "days-b.txt", "--explain")
    for told in ("= 10 day: conflicting", "= 20 day", "similarity ", "confidence ", "duration conflict"):
        assert told in run.out
        assert told not in plain
    Path("twice.txt").write_text("The old bridge in Halmar fell on Monday. In Halmar, a bridge fell.\n")
    assert "runner-up: " in factcheck("compare", "agree.txt", "twice.txt", "--explain").out


def test_standard_input_is_a_source(factcheck: Factcheck) -> None:
    run = factcheck("compare", "-", "b.txt", "-f", "json", stdin=FILES["a.txt"])
    sources = json.loads(run.out)["sources"]
    assert [(s["id"], s["path"]) for s in sources] == [("stdin", "-"), ("b", "b.txt")]
    assert "conflicting" in factcheck("compare", "b.txt", "-", stdin=FILES["a.txt"]).out
    assert "The old bridge" in factcheck("claims", "--source", "-", stdin=FILES["a.txt"]).out


def test_a_folder_is_its_articles(factcheck: Factcheck) -> None:
    out = json.loads(factcheck("compare", "folder", "b.txt", "-f", "json").out)
    assert [s["path"] for s in out["sources"]] == ["folder/one.txt", "folder/two.md", "b.txt"]
    assert [s["id"] for s in out["sources"]] == ["one", "Osk Mail", "b"]
    listed = json.loads(factcheck("claims", "-s", "folder", "-s", "b.txt", "-f", "json").out)
    assert listed["sources"] == out["sources"]


def test_published_and_outlet_give_what_the_text_lacks(factcheck: Factcheck) -> None:
    Path("date.txt").write_text("The old bridge in Halmar fell on 9 May 2022.\n", encoding="utf-8")
    sources = ("compare", "agree.txt", "date.txt", "-f", "json")

    def monday(*options: str) -> tuple[object, object]:
        out = json.loads(factcheck(*sources, *options).out)
        [fact] = [f for c in out["claims"] for f in c["facts"] if f["text"] == "Monday"]
        return fact["value"], fact["verdict"]

    assert not str(monday()[0]).startswith("2022")
    assert monday("--published", "1=2022-05-10") == ("2022-05-09", "corroborated")
    assert monday("--published", "agree=2022-05-10") == ("2022-05-09", "corroborated")
    assert monday("--published", "agree=2022-05-17") == ("2022-05-16", "conflicting")
    out = json.loads(factcheck(*sources, "--outlet", "1=Osk Mail", "--published", "Osk Mail=2022-05-10").out)
    first = out["sources"][0]
    assert (first["id"], first["outlet"], first["published"]) == ("Osk Mail", "Osk Mail", "2022-05-10")
    assert {c["source"] for c in out["claims"]} == {"Osk Mail", "date"}


@pytest.mark.parametrize("format", ["table", "json", "jsonl", "markdown"])
def test_a_file_gets_what_stdout_gets(factcheck: Factcheck, format: str) -> None:
    to_stdout = factcheck("compare", "a.txt", "b.txt", "-f", format)
    to_file = factcheck("compare", "a.txt", "b.txt", "-f", format, "-o", "new/report")
    assert (to_file.code, to_file.out, to_file.err) == (0, "", "")
    assert Path("new/report").read_text(encoding="utf-8") == to_stdout.out
    assert to_stdout.out.endswith("\n")


def test_no_absolute_path_is_told(factcheck: Factcheck) -> None:
    here = os.getcwd()
    for format in ("table", "json", "jsonl", "markdown"):
        run = factcheck("compare", f"{here}/a.txt", f"{here}/folder", "b.txt", "-f", format, "--explain")
        assert run.code == 0
        assert here not in run.out + run.err
        assert str(ROOT) not in run.out + run.err


def test_off_a_terminal_a_table_is_100_columns_and_plain(
    factcheck: Factcheck, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "190")
    story = str(ROOT / "articles" / "csto-withdrawal")
    out = factcheck("compare", story).out
    assert "\x1b" not in out
    assert 90 < max(map(len, out.splitlines())) <= 100
    listed = factcheck("claims", "--source", story).out
    assert "\x1b" not in listed
    assert 80 < max(map(len, listed.splitlines())) <= 100


# From the shell -------------------------------------------------------------------------------------


def shell(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [*MODULE, *arguments],
        cwd=ROOT,
        env=os.environ | environment,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


STORY = ("articles/denby-tornado/harbor-daily.txt", "articles/denby-tornado/valley-ledger.md")


def test_as_a_module(factcheck: Factcheck, monkeypatch: pytest.MonkeyPatch) -> None:
    run = shell("compare", *STORY, "--fail-on", "conflicting")
    monkeypatch.chdir(ROOT)
    assert (run.returncode, run.stdout) == (1, factcheck("compare", *STORY).out)
    assert shell("compare", "gone.txt", "gone.md").stderr == "factcheck: gone.txt: no such file\n"


@pytest.mark.parametrize("arguments", [("--help",), *((command, "-h") for command in COMMANDS)])
def test_help_is_light(arguments: tuple[str, ...]) -> None:
    probe = (
        "import sys\nfrom factcheck.cli import main\n"
        "try:\n    main()\n"
        "finally:\n    print([m for m in sys.modules if m.split('.')[0] in"
        " ('sklearn', 'numpy', 'scipy', 'sentencex', 'rich', 'tabulate')], file=sys.stderr)\n"
    )
    run = subprocess.run([sys.executable, "-c", probe, *arguments], cwd=ROOT, capture_output=True, text=True)
    assert (run.returncode, run.stderr) == (0, "[]\n")
    assert run.stdout.startswith("Usage: factcheck ")


def test_two_articles_need_no_compiled_library_but_numpy() -> None:
    probe = (
        "import sys\nfrom factcheck import compare\ncompare(*sys.argv[1:])\n"
        "print([m for m in sys.modules if m.split('.')[0] in ('sklearn', 'scipy', 'numba')])\n"
    )
    run = subprocess.run([sys.executable, "-c", probe, *STORY], cwd=ROOT, capture_output=True, text=True)
    assert (run.returncode, run.stdout) == (0, "[]\n")


def test_help_names_every_command_and_the_exit_codes(factcheck: Factcheck) -> None:
    top = factcheck("--help").out
    for command in COMMANDS:
        assert re.search(rf"^  {command}  ", top, re.MULTILINE)
    told = factcheck("compare", "--help").out
    for option in (
        "--format",
        "--output",
        "--only",
        "--explain",
        "--min-similarity",
        "--min-confidence",
        "--fail-on",
    ):
        assert option in told
    assert re.search(r"Exit code 0: .* 1: .* 2: ", " ".join(told.split()))


@pytest.mark.parametrize("command", COMMANDS)
def test_every_help_has_an_example_and_the_exit_codes(command: str, factcheck: Factcheck) -> None:
    told = " ".join(factcheck(command, "--help").out.split())
    assert re.search(r"Exit code 0: .* 2: could not ", told)
    assert f"Example: factcheck {command} " in told


def test_no_command_shows_the_help(factcheck: Factcheck) -> None:
    run = factcheck()
    assert (run.code, run.out) == (2, "")
    assert run.err.strip() == factcheck("--help").out.strip()


def test_version(factcheck: Factcheck) -> None:
    run = factcheck("--version")
    assert (run.code, run.out, run.err) == (0, f"factcheck {__version__}\n", "")


@pytest.mark.parametrize("name", ["bash", "zsh", "fish"])
def test_shell_completion_is_printed(name: str) -> None:
    run = shell(_FACTCHECK_COMPLETE=f"source_{name}")
    assert run.returncode == 0
    assert "_FACTCHECK_COMPLETE" in run.stdout
    assert run.stderr == ""


def test_a_reader_that_goes_away_is_no_error() -> None:
    story = str(Path("articles"))
    with subprocess.Popen(
        [*MODULE, "compare", story, "-f", "json", "--explain", "-q"],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.read(10)
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait() == 0


def test_output_is_utf_8_whatever_the_locale() -> None:
    run = shell("compare", *STORY, LC_ALL="C", PYTHONIOENCODING="ascii", PYTHONUTF8="0")
    assert run.returncode == 0
    assert "“" in run.stdout


def on_terminal(width: int, *arguments: str, **environment: str) -> str:
    """What a run prints on a real terminal of that width."""
    import fcntl
    import pty
    import struct
    import termios

    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 40, width, 0, 0))
    given = {k: v for k, v in os.environ.items() if k not in ("COLUMNS", "LINES", "NO_COLOR")}
    with subprocess.Popen(
        [*MODULE, *arguments],
        cwd=ROOT,
        env=given | {"TERM": "xterm"} | environment,
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
    ):
        os.close(theirs)
        got = b""
        while True:
            try:
                block = os.read(ours, 65536)
            except OSError:  # Linux says EIO when the last writer has gone
                break
            if not block:
                break
            got += block
    os.close(ours)
    return got.decode("utf-8").replace("\r\n", "\n")


@pytest.mark.skipif(sys.platform == "win32", reason="no pty on Windows")
@pytest.mark.parametrize("width", [80, 132])
def test_a_terminal_gets_colour_and_its_own_width(width: int) -> None:
    out = on_terminal(width, "compare", *STORY)
    assert "\x1b[31;1mconflicting\x1b[0m" in out
    assert "\x1b[32mcorroborated\x1b[0m" in out
    plain = ANSI.sub("", out)
    assert "\x1b" not in plain
    assert width - 15 < max(map(len, plain.splitlines()[:-2])) <= width


@pytest.mark.skipif(sys.platform == "win32", reason="no pty on Windows")
@pytest.mark.parametrize("environment", [{"NO_COLOR": "1"}, {"TERM": "dumb"}])
def test_a_terminal_without_colour(environment: dict[str, str]) -> None:
    out = on_terminal(100, "compare", *STORY, **environment)
    assert "conflicting" in out
    assert "\x1b" not in out
