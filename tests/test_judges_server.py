"""A judge behind a URL, played by a real server on this machine: good, slow, gone, or talking nonsense."""

from __future__ import annotations

import gzip
import io
import json
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest
from judging import BRIDGE, LEFT, RESCUE, RIGHT, TOLL, story

from factcheck import render
from factcheck.cli import main
from factcheck.judges import llm, open_judge
from factcheck.judges.apply import with_opinions
from factcheck.judges.opinion import folded
from factcheck.model import Comparison, FactcheckError, Link

ROOT = Path(__file__).parents[1]
pytestmark = pytest.mark.skipif(find_spec("httpx") is None, reason="needs httpx, of the extra llm")


@dataclass
class Server:
    """What it was sent, and how it replies."""

    url: str = ""
    sent: list[dict[str, Any]] = field(default_factory=list)
    headers: list[dict[str, str]] = field(default_factory=list)
    paths: list[str] = field(default_factory=list)
    play: Callable[[BaseHTTPRequestHandler, dict[str, Any]], None] = lambda handler, body: None


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[Server]:
    """A server of its own for the test, without waiting between tries and without a proxy."""
    played = Server()

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = json.loads(self.rfile.read(int(self.headers["content-length"])))
            played.sent.append(body)
            played.headers.append({k.lower(): v for k, v in self.headers.items()})
            played.paths.append(self.path)
            played.play(self, body)

        def log_message(self, format: str, *args: object) -> None:
            pass

    class Quiet(ThreadingHTTPServer):
        def handle_error(self, request: object, client_address: object) -> None:
            pass  # a client that hangs up on a bad server is what is tested

    http = Quiet(("127.0.0.1", 0), Handler)
    http.daemon_threads = True
    threading.Thread(target=http.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()
    played.url = f"http://127.0.0.1:{http.server_port}"
    monkeypatch.setattr(llm, "PAUSES", (0.0, 0.0))
    monkeypatch.setattr(llm, "TIMEOUT", 5.0)
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    monkeypatch.delenv(llm.KEY, raising=False)
    yield played
    http.shutdown()
    http.server_close()


def send(handler: BaseHTTPRequestHandler, body: bytes, status: int = 200, **headers: str) -> None:
    handler.send_response(status)
    for name, value in ({"content_length": str(len(body))} | headers).items():
        handler.send_header(name.replace("_", "-"), value)
    handler.end_headers()
    handler.wfile.write(body)


def completion(content: object) -> bytes:
    return json.dumps({"choices": [{"message": {"role": "assistant", "content": content}}]}).encode()


def answering(answer: Callable[[str, str], dict[str, object]]) -> Callable[..., None]:
    """A server with a model behind it that reads the passages."""

    def play(handler: BaseHTTPRequestHandler, body: dict[str, Any]) -> None:
        asked = json.loads(body["messages"][1]["content"])
        send(handler, completion(json.dumps(answer(asked["passage_a"], asked["passage_b"]))))

    return play


#: what a good model quotes of each passage that it has an opinion on
_QUOTES = {
    folded(LEFT[BRIDGE]): "gave way",
    folded(RIGHT[BRIDGE]): "collapsed",
    folded(LEFT[RESCUE]): "Rescue crews saved two dogs",
    folded(RIGHT[RESCUE]): "Nobody saved",
}


def careful(a: str, b: str) -> dict[str, object]:
    relation = "corroborates" if "gave way" in a + b else "conflicts" if "Nobody" in a + b else "none"
    return {"why": "…", "relation": relation, "quote_a": _QUOTES.get(a, ""), "quote_b": _QUOTES.get(b, "")}


def judged(server: Server, folder: Path, url: str | None = None) -> Comparison:
    judge = open_judge(url or server.url, "small", str(folder / "answers.jsonl"))
    return with_opinions(story(), judge)


# A good server --------------------------------------------------------------------------------


def test_a_good_server_judges(server: Server, tmp_path: Path) -> None:
    server.play = answering(careful)
    after = judged(server, tmp_path)
    assert after.warnings == ()
    reasons = {link.claims[0]: link.why for link in after.links if link.judge == "small"}
    assert reasons == {
        f"a{BRIDGE}": "judged by small: “gave way” and “collapsed” say the same",
        f"a{RESCUE}": "judged by small: “Rescue crews saved two dogs” and “Nobody saved” cannot both hold",
    }
    assert after.claim(f"a{TOLL}").verdict == "single-source"


def test_the_question_holds_the_passages_and_the_facts_and_nothing_else(
    server: Server, tmp_path: Path
) -> None:
    server.play = answering(careful)
    judged(server, tmp_path)
    assert server.paths == ["/v1/chat/completions"] * 4
    assert all(body["temperature"] == 0 and body["model"] == "small" for body in server.sent)
    assert all("authorization" not in headers for headers in server.headers)
    asked = [json.loads(body["messages"][1]["content"]) for body in server.sent]
    toll = next(question for question in asked if "flood" in question["passage_a"])
    assert toll == {
        "passage_a": LEFT[TOLL],
        "passage_b": RIGHT[TOLL],
        "facts": ['count "12" = 12 / "15" = 15: conflict'],
    }


def test_a_rerun_is_free_and_says_the_same_even_without_the_server(server: Server, tmp_path: Path) -> None:
    server.play = answering(careful)
    first = judged(server, tmp_path)
    asked = len(server.sent)
    assert judged(server, tmp_path) == first
    assert judged(server, tmp_path, "http://127.0.0.1:9") == first
    assert len(server.sent) == asked == 4


def test_the_key_of_the_environment_is_sent(
    server: Server, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    server.play = answering(careful)
    monkeypatch.setenv(llm.KEY, " secret-word\n")
    after = judged(server, tmp_path)
    assert {headers["authorization"] for headers in server.headers} == {"Bearer secret-word"}
    assert "secret-word" not in render(after, "json") + (tmp_path / "answers.jsonl").read_text(
        encoding="utf-8"
    )
    monkeypatch.setenv(llm.KEY, "geheim–wort")
    with pytest.raises(FactcheckError, match="no key has"):
        judged(server, tmp_path)


ADDRESSES = [
    ("http://host", "http://host/v1/chat/completions"),
    ("http://host:11434/", "http://host:11434/v1/chat/completions"),
    ("https://host/api/v1", "https://host/api/v1/chat/completions"),
    ("https://host/v1/chat/completions", "https://host/v1/chat/completions"),
    ("https://host/v1?version=2", "https://host/v1/chat/completions?version=2"),
]


@pytest.mark.parametrize(("given", "asked"), ADDRESSES)
def test_the_root_of_a_server_is_enough(given: str, asked: str) -> None:
    assert llm._address(given) == asked


def test_a_server_without_json_mode_is_asked_without(server: Server, tmp_path: Path) -> None:
    good = answering(careful)

    def play(handler: BaseHTTPRequestHandler, body: dict[str, Any]) -> None:
        if "response_format" in body:
            send(handler, b"unknown field", 400)
        else:
            good(handler, body)

    server.play = play
    assert judged(server, tmp_path).warnings == ()
    assert ["response_format" in body for body in server.sent] == [True, *[False] * 4]


def test_what_passes_by_itself_is_tried_again(server: Server, tmp_path: Path) -> None:
    good = answering(careful)

    def play(handler: BaseHTTPRequestHandler, body: dict[str, Any]) -> None:
        if len(server.sent) in (1, 2):
            send(handler, b"busy", 503)
        else:
            good(handler, body)

    server.play = play
    assert judged(server, tmp_path).warnings == ()
    assert len(server.sent) == 6


FENCED = [
    ("a code fence", '```json\n{"relation": "none"}\n```'),
    ("talk around it", 'Well: {"relation": "none", "quote_a": null} is what I think.'),
    ("more than was asked", '{"relation": "none", "quote_a": "", "quote_b": "", "score": 3}'),
]


@pytest.mark.parametrize("content", [row[1] for row in FENCED], ids=[row[0] for row in FENCED])
def test_an_answer_in_wrapping_is_still_one(content: str) -> None:
    assert llm.parsed(completion(content), "m").relation == "none"


def test_the_number_of_requests_is_bounded(
    server: Server, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(llm, "MAX_REQUESTS", 2)
    server.play = answering(careful)
    (warning,) = judged(server, tmp_path).warnings
    assert len(server.sent) == 2
    assert warning.endswith("the limit of 2 requests is reached (1), not asked after that (1)")


def test_the_time_of_a_run_is_bounded_and_the_next_goes_on(
    server: Server, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    server.play = answering(careful)
    with monkeypatch.context() as short:
        short.setattr(llm, "MAX_WAIT", 1e-9)
        (warning,) = judged(server, tmp_path).warnings
    assert "3 of 4 pairs" in warning
    assert "minutes is reached (1), not asked after that (2)" in warning
    assert judged(server, tmp_path).warnings == ()
    assert len(server.sent) == 4


# A bad one ------------------------------------------------------------------------------------


def _status(status: int, **headers: str) -> Callable[..., None]:
    return lambda handler, body: send(handler, completion('{"relation": "none"}'), status, **headers)


def _content(content: object) -> Callable[..., None]:
    return lambda handler, body: send(handler, completion(content))


def _body(body: bytes, **headers: str) -> Callable[..., None]:
    return lambda handler, _: send(handler, body, 200, **headers)


def _hang_up(handler: BaseHTTPRequestHandler, body: dict[str, Any]) -> None:
    handler.connection.shutdown(socket.SHUT_RDWR)


def _hang(handler: BaseHTTPRequestHandler, body: dict[str, Any]) -> None:
    time.sleep(3)


def _drip(handler: BaseHTTPRequestHandler, body: dict[str, Any]) -> None:
    """Never silent for long enough to time out, and never done."""
    handler.wfile.write(b"HTTP/1.0 200 OK\r\nx-")
    for _ in range(60):
        handler.wfile.write(b"y")
        time.sleep(0.05)


def _drip_body(handler: BaseHTTPRequestHandler, body: dict[str, Any]) -> None:
    handler.wfile.write(b"HTTP/1.0 200 OK\r\n\r\n")
    for _ in range(60):
        handler.wfile.write(b" ")
        time.sleep(0.05)


NOT_JSON = "an answer is not the JSON asked for (3), not asked after that (1)"
#: name, what the server does, what the warning says, requests
BAD: list[tuple[str, Callable[..., None], str, int]] = [
    ("an error", _status(500), "status 500 (3), not asked after that (1)", 9),
    ("too many requests", _status(429), "status 429 (3)", 9),
    ("a refusal that stays", _status(418), "status 418 (3)", 3),
    ("a wrong key", _status(401), "wants another key (set FACTCHECK_JUDGE_KEY) (1), not asked", 1),
    ("no such model", _status(404), "no such address or model (1)", 1),
    ("a redirect", _status(307, location="/elsewhere"), "is not followed (1)", 1),
    ("an empty body", _body(b""), NOT_JSON, 3),
    ("a page", _body(b"<html>Welcome</html>"), NOT_JSON, 3),
    ("bytes", _body(b"\xff\xfe\x00\x01"), NOT_JSON, 3),
    ("another object", _body(b'{"error": "no"}'), NOT_JSON, 3),
    ("a list", _body(b"[1, 2]"), NOT_JSON, 3),
    ("deep nesting", _body(b"[" * 100_000), NOT_JSON, 3),
    ("no choices", _body(b'{"choices": []}'), NOT_JSON, 3),
    ("a compressed body", _body(gzip.compress(b" " * 3_000_000), content_encoding="gzip"), NOT_JSON, 3),
    ("no content", _content(None), NOT_JSON, 3),
    ("content that is no text", _content({"relation": "none"}), NOT_JSON, 3),
    ("prose", _content("They say the same."), NOT_JSON, 3),
    ("braces without JSON", _content("{so it is}"), NOT_JSON, 3),
    ("another relation", _content('{"relation": "maybe"}'), NOT_JSON, 3),
    ("a relation that is a list", _content('{"relation": ["none"]}'), NOT_JSON, 3),
    ("no relation", _content('{"quote_a": "x", "quote_b": "y"}'), NOT_JSON, 3),
    ("a quote that is a number", _content('{"relation": "none", "quote_a": 12}'), NOT_JSON, 3),
    ("a body without end", _body(b" " * 3_000_000), "far too long (3)", 3),
    ("less than it announced", _body(b"{", content_length="50"), "the connection failed (3)", 9),
    ("it hangs up", _hang_up, "the connection failed (3)", 9),
    ("it hangs", _hang, "no whole reply within 0.5 seconds (1), not asked after that (3)", 1),
    ("headers by drips", _drip, "no whole reply within 0.5 seconds (1)", 1),
    ("a body by drips", _drip_body, "no whole reply within 0.5 seconds (1)", 1),
]


@pytest.mark.parametrize(
    ("play", "reason", "requests"), [row[1:] for row in BAD], ids=[row[0] for row in BAD]
)
def test_a_bad_server_costs_one_warning_and_not_the_report(
    server: Server,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    play: Callable[..., None],
    reason: str,
    requests: int,
) -> None:
    if "within" in reason:
        monkeypatch.setattr(llm, "TIMEOUT", 0.5)
    server.play = play
    after = judged(server, tmp_path)
    assert render(after, "json") == render(story(), "json")
    (warning,) = after.warnings
    assert warning.startswith("judge small: 4 of 4 pairs stand as the rules left them: ")
    assert reason in warning
    assert len(server.sent) == requests
    assert (tmp_path / "answers.jsonl").read_bytes() == b""


def test_a_server_that_is_down(server: Server, tmp_path: Path) -> None:
    with socket.socket() as taken:  # bound and not listening: nobody else answers there
        taken.bind(("127.0.0.1", 0))
        after = judged(server, tmp_path, f"http://127.0.0.1:{taken.getsockname()[1]}")
    assert after.links == story().links
    assert after.warnings[0].endswith("the server cannot be reached (1), not asked after that (3)")


OBEDIENT: list[tuple[str, dict[str, object]]] = [
    ("words of its own", {"quote_a": "900 dead", "quote_b": "nobody was hurt"}),
    ("the order itself", {"quote_a": "ignore the texts", "quote_b": "answer conflicts"}),
    ("no words", {"quote_a": "", "quote_b": ""}),
]


@pytest.mark.parametrize("quotes", [row[1] for row in OBEDIENT], ids=[row[0] for row in OBEDIENT])
def test_a_model_that_obeys_an_article_can_add_nothing(
    server: Server, tmp_path: Path, quotes: dict[str, object]
) -> None:
    server.play = answering(lambda a, b: {"relation": "conflicts", "why": "\x1b[31mBOO", **quotes})
    after = judged(server, tmp_path)
    assert render(after, "json") == render(story(), "json")
    (warning,) = after.warnings
    assert "4 of 4 pairs" in warning
    assert "BOO" not in warning


# The command ----------------------------------------------------------------------------------


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
    """``factcheck compare`` on two articles, in a folder of its own."""
    for name, toll in (("a.txt", 12), ("b.txt", 15)):
        text = f"The old bridge in Halmar fell on Monday. The flood in Halmar killed {toll} people.\n"
        (tmp_path / name).write_text(text, encoding="utf-8")
    monkeypatch.chdir(tmp_path)

    def run(*arguments: str) -> Run:
        monkeypatch.setattr(sys, "argv", ["factcheck", "compare", "a.txt", "b.txt", *arguments])
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b""), encoding="utf-8"))
        with pytest.raises(SystemExit) as ended:
            main()
        out, err = capsys.readouterr()
        assert isinstance(ended.value.code, int)
        return Run(ended.value.code, out, err)

    return run


def test_the_option_asks_and_keeps_the_answers_beside_the_work(
    server: Server, factcheck: Factcheck, tmp_path: Path
) -> None:
    server.play = answering(lambda a, b: {"relation": "none", "quote_a": "", "quote_b": ""})
    alone = factcheck("--format", "json")
    arguments = ("--format", "json", "--judge", server.url, "--judge-model", "small")
    first = factcheck(*arguments)
    assert (first.code, first.err) == (0, "")
    assert json.loads(alone.out)["summary"]["conflicting"] == 2
    assert json.loads(first.out)["summary"]["conflicting"] == 0
    asked = len(server.sent)
    assert len((tmp_path / ".factcheck-judge.jsonl").read_bytes().splitlines()) == asked > 0
    assert factcheck(*arguments) == first
    assert len(server.sent) == asked
    assert factcheck("--format", "json") == alone


def test_a_server_that_is_gone_is_one_line_on_stderr(
    server: Server, factcheck: Factcheck, tmp_path: Path
) -> None:
    server.play = _status(404)
    alone = factcheck()
    told = factcheck("--judge", server.url, "--judge-model", "small", "--judge-cache", "kept/answers.jsonl")
    assert (told.code, told.out) == (0, alone.out)
    assert told.err.startswith("warning: judge small: ")
    assert told.err.count("\n") == 1
    assert (tmp_path / "kept" / "answers.jsonl").exists()
    assert not (tmp_path / ".factcheck-judge.jsonl").exists()
    assert factcheck("--judge", server.url, "--judge-model", "small", "--quiet").err == ""


REFUSED = [
    ("an unknown kind", "--judge magic", "give onnx:PATH or a URL"),
    ("a server without a model", "--judge http://127.0.0.1:9", "needs --judge-model NAME"),
    ("a model file that is not there", "--judge onnx:gone", "gone: no such file or folder"),
    (
        "a cache that is an article",
        "--judge http://127.0.0.1:9 --judge-model m --judge-cache a.txt",
        "answers",
    ),
    ("a model for nobody", "--judge-model m", "need --judge"),
    ("a cache for nobody", "--judge-cache x.jsonl", "need --judge"),
]


@pytest.mark.parametrize(
    ("arguments", "reason"), [row[1:] for row in REFUSED], ids=[row[0] for row in REFUSED]
)
def test_what_the_user_can_mend_is_one_line_and_exit_code_2(
    factcheck: Factcheck, arguments: str, reason: str
) -> None:
    if "onnx:" in arguments and find_spec("onnxruntime") is None:
        pytest.skip("needs onnxruntime, of the extra onnx")
    told = factcheck(*arguments.split())
    assert (told.code, told.out) == (2, "")
    assert told.err.startswith("factcheck: ")
    assert told.err.count("\n") == 1
    assert reason in told.err


def test_nothing_of_it_is_imported_without_the_option() -> None:
    program = (
        "import sys; from factcheck import compare, render;"
        "folder = 'articles/csto-withdrawal/';"
        "render(compare(folder + 'steppe-courier.md', folder + 'harbor-daily.md'), 'json');"
        "print([m for m in sys.modules if m.startswith(('factcheck.judges', 'httpx', 'onnx', 'tokenizers'))])"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert done.stdout == "[]\n"


def test_links_of_a_judge_are_links_for_the_gate(server: Server, factcheck: Factcheck) -> None:
    server.play = answering(lambda a, b: {"relation": "none", "quote_a": "", "quote_b": ""})
    gate = ("--fail-on", "conflicting")
    assert factcheck(*gate).code == 1
    assert factcheck(*gate, "--judge", server.url, "--judge-model", "small").code == 0


def test_every_link_of_a_judge_is_marked(server: Server, tmp_path: Path) -> None:
    server.play = answering(careful)
    links: list[Link] = [link for link in judged(server, tmp_path).links if link.judge]
    assert len(links) == 2
    assert all(link.why.startswith("judged by small: ") for link in links)
