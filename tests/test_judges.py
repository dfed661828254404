"""A model of the user's own: what it is asked, what its opinion changes, and what it never can."""

from __future__ import annotations

import json
from contextlib import suppress
from dataclasses import replace
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from judging import (
    BRIDGE,
    COST,
    LEFT,
    RESCUE,
    RIGHT,
    SCHOOLS,
    TEXTS,
    TOLL,
    ToldJudge,
    outcome,
    story,
    turned,
)  # fmt: skip

from factcheck import render
from factcheck.judge.verdicts import claim_verdict
from factcheck.judges import apply, open_judge
from factcheck.judges.apply import with_opinions
from factcheck.judges.cache import GIVE_UP, AnswerFile, CachedJudge
from factcheck.judges.opinion import RELATIONS, Opinion, OpinionRelation, Question, Unanswered, folded
from factcheck.model import Candidate, FactcheckError, Link, SourcePair
from factcheck.report.view import View


def about(place: int, relation: OpinionRelation, quote_a: str = "", quote_b: str = "") -> ToldJudge:
    """A judge with an opinion on one pair, whichever way round it is asked; None on the others."""
    left, right = folded(LEFT[place]), folded(RIGHT[place])

    def answer(question: Question) -> Opinion:
        if {question.passage_a, question.passage_b} != {left, right}:
            raise Unanswered("no opinion")
        quotes = (quote_a, quote_b) if question.passage_a == left else (quote_b, quote_a)
        return Opinion(relation, *quotes, "", "told")

    return ToldJudge(answer)


# What an opinion changes ----------------------------------------------------------------------

CHANGES: list[tuple[str, int, OpinionRelation, str, str, str | None, str]] = [
    ("a near miss becomes a link", BRIDGE, "corroborates", "gave way", "collapsed", "corroborates",
     "judged by told: “gave way” and “collapsed” say the same"),
    ("a link needs no quotes", BRIDGE, "corroborates", "", "", "corroborates",
     "judged by told: the passages say the same"),
    ("a near miss becomes a conflict", BRIDGE, "conflicts", "on Monday", "the start of the week", "conflicts",
     "judged by told: “on Monday” and “the start of the week” cannot both hold"),
    ("a link becomes none", RESCUE, "none", "", "", None,
     "judged by told: the passages are not about one fact"),
    ("a conflict becomes none", TOLL, "none", "", "", None,
     "judged by told: the passages are not about one fact"),
    ("support becomes a conflict; a line break in the text is a blank for the model", RESCUE, "conflicts",
     "Rescue crews saved two dogs", "Nobody saved the two dogs", "conflicts",
     "judged by told: “Rescue crews saved two dogs” and “Nobody saved the two dogs” cannot both hold"),
    ("a conflict becomes support", TOLL, "corroborates", "killed", "killed", "corroborates",
     "judged by told: “killed” and “killed” say the same"),
    ("whole passages are not printed again", RESCUE, "conflicts", TEXTS[RESCUE], RIGHT[RESCUE], "conflicts",
     "judged by told: the passages cannot both hold"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("place", "relation", "quote_a", "quote_b", "becomes", "why"),
    [row[1:] for row in CHANGES],
    ids=[row[0] for row in CHANGES],
)
def test_an_opinion_that_differs_changes_its_pair_and_no_other(
    place: int, relation: OpinionRelation, quote_a: str, quote_b: str, becomes: str | None, why: str
) -> None:
    before = story()
    after = with_opinions(before, about(place, relation, quote_a, quote_b))
    pair = outcome(after, place)
    assert (pair.relation if isinstance(pair, Link) else None, pair.why, pair.judge) == (becomes, why, "told")
    others = [p for p in range(5) if p != place]
    assert [outcome(after, p) for p in others] == [outcome(before, p) for p in others]
    claims = [f"{side}{p}" for side in "ab" for p in others]
    assert [after.claim(c) for c in claims] == [before.claim(c) for c in claims]
    assert not getattr(pair, "update", False)
    verdict = {None: "single-source", "corroborates": "corroborated", "conflicts": "conflicting"}[becomes]
    assert {after.claim(c).verdict for c in pair.claims} == {verdict}


AGREES: list[tuple[int, OpinionRelation, str, str]] = [
    (BRIDGE, "none", "", ""),
    (TOLL, "conflicts", "12", "15"),
    (COST, "corroborates", "3 million", "about 3 million"),
]


@pytest.mark.parametrize(("place", "relation", "quote_a", "quote_b"), AGREES)
def test_an_opinion_that_agrees_leaves_the_reason_of_the_rules(
    place: int, relation: OpinionRelation, quote_a: str, quote_b: str
) -> None:
    after = with_opinions(story(), about(place, relation, quote_a, quote_b))
    assert outcome(after, place) == outcome(story(), place)


def test_facts_keep_the_verdicts_of_their_relations() -> None:
    """Without the conflict its figures are on their own: nothing says that they agree."""
    before, after = story(), with_opinions(story(), about(TOLL, "corroborates"))
    assert [before.claim(f"{s}{TOLL}").facts[0].verdict for s in "ab"] == ["conflicting"] * 2
    assert [after.claim(f"{s}{TOLL}").facts[0].verdict for s in "ab"] == ["single-source"] * 2
    link = outcome(after, TOLL)
    assert link.facts == ()


def test_a_conflict_keeps_the_differing_facts_that_it_quotes() -> None:
    undone = with_opinions(story(), about(TOLL, "none"))
    again = with_opinions(undone, about(TOLL, "conflicts", "killed 12 people", "killed 15 people"))
    assert outcome(again, TOLL).facts == outcome(story(), TOLL).facts
    assert again.claim(f"a{TOLL}").facts[0].verdict == "conflicting"
    elsewhere = with_opinions(undone, about(TOLL, "conflicts", "The flood", "15 people"))
    assert outcome(elsewhere, TOLL).facts == ()


def test_a_figure_that_moved_stays_an_update_when_a_judge_finds_it() -> None:
    toll = outcome(story(), TOLL)
    moved = tuple(replace(pair, relation="update") for pair in toll.facts)
    before = replace(story(), links=(), compared=(Candidate(toll.claims, 0.4, 0.2, moved, "far"),))
    link = outcome(with_opinions(before, about(TOLL, "conflicts", "12", "15")), TOLL)
    assert isinstance(link, Link)
    assert (link.update, link.facts) == (True, moved)


def test_a_reprint_corroborates_nothing_whoever_says_so() -> None:
    after = with_opinions(story(origin="a"), about(BRIDGE, "corroborates", "gave way", "collapsed"))
    link = outcome(after, BRIDGE)
    assert isinstance(link, Link)
    assert not link.independent
    assert link.why.endswith("say the same; both print one story, which counts once")
    assert after.claim(f"a{BRIDGE}").verdict == "single-source"


# What it can never do -------------------------------------------------------------------------

DISCARDED: list[tuple[str, int, OpinionRelation, str, str, str]] = [
    ("a quote of its own making", BRIDGE, "conflicts", "900 dead", "collapsed", "not in its passage"),
    ("quotes of each other's passages", TOLL, "corroborates", "15", "12", "not in its passage"),
    ("part of a word", RESCUE, "conflicts", "dog", "Nobody", "not in its passage"),
    ("another spelling", RESCUE, "conflicts", "rescue crews", "Nobody", "not in its passage"),
    ("invented support", BRIDGE, "corroborates", "gave way", "fell down", "not in its passage"),
    ("no quote", BRIDGE, "conflicts", "", "", "without a quote"),
    ("one quote", BRIDGE, "conflicts", "Monday", "", "without a quote"),
    ("a mark as quote", BRIDGE, "conflicts", ".", ".", "without a quote"),
    ("the same words", RESCUE, "conflicts", "two dogs", "two dogs", "details that agree"),
    ("values that agree", COST, "conflicts", "3 million", "about 3 million", "details that agree"),
]


@pytest.mark.parametrize(
    ("place", "relation", "quote_a", "quote_b", "reason"),
    [row[1:] for row in DISCARDED],
    ids=[row[0] for row in DISCARDED],
)
def test_an_answer_without_ground_in_the_passages_is_discarded_with_a_warning(
    place: int, relation: OpinionRelation, quote_a: str, quote_b: str, reason: str
) -> None:
    after = with_opinions(story(), about(place, relation, quote_a, quote_b))
    assert outcome(after, place) == outcome(story(), place)
    (warning,) = after.warnings
    assert warning.startswith("judge told: 4 of 4 pairs stand as the rules left them: ")
    assert reason in warning
    assert "no opinion (3)" in warning


HELD = [
    ("killed 12", True, "words and figures as they stand"),
    ("12", True, "a whole figure"),
    ("1", False, "part of a figure"),
    ("2.5", True, "a decimal"),
    ("2", False, "before the point"),
    ("5", False, "behind the point"),
    ("200", False, "behind the comma of thousands"),
    ("kill", False, "part of a word"),
    ("$2.5", True, "a mark may follow letters"),
    ("Killed", False, "another spelling"),
    ("1,200.", True, "a mark at the end"),
    ("a.c", False, "no pattern"),
]


@pytest.mark.parametrize(("quote", "holds"), [row[:2] for row in HELD], ids=[row[2] for row in HELD])
def test_quotes_are_whole_words_and_figures(quote: str, holds: bool) -> None:
    assert apply._holds("It killed 12, cost US$2.5 million (abc) and hit 1,200.", quote) is holds


def test_no_conflict_between_sources_that_report_different_events() -> None:
    before = replace(story(), events=(SourcePair(("a", "b"), 0.1, False, "only a names “Lorimont”"),))
    after = with_opinions(before, about(BRIDGE, "conflicts", "on Monday", "the start of the week"))
    assert after.links == before.links
    assert "different events (1)" in after.warnings[0]


# What it sees ---------------------------------------------------------------------------------


def test_it_sees_links_and_near_misses_with_their_facts_but_not_copies() -> None:
    judge = about(BRIDGE, "none")
    with_opinions(story(), judge)
    asked = {frozenset((q.passage_a, q.passage_b)): q.told_facts() for q in judge.asked}
    pairs = [frozenset((folded(x), folded(y))) for x, y in zip(LEFT, RIGHT, strict=True)]
    assert set(asked) == set(pairs[:SCHOOLS])
    assert asked[pairs[TOLL]] == ('count "12" = 12 / "15" = 15: conflict',)
    assert len(judge.asked) == 4


def test_it_sees_a_handful_per_claim_the_closest_first(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(apply, "PER_CLAIM", 2)
    before = story()
    ids = [(f"a{x}", f"b{y}") for x in range(4) for y in range(4)]
    pairs = tuple(Candidate(i, 0.1, round(0.9 - n / 100, 2), (), "far") for n, i in enumerate(ids))
    seen = [p.claims for p in apply.seen_pairs(replace(before, links=(), compared=pairs))]
    closest = ["a0b0", "a0b1", "a0b2", "a0b3", "a1b0", "a2b0", "a3b0"]
    second = ["a1b1", "a1b2", "a1b3", "a2b1", "a3b1"]
    assert [a + b for a, b in seen] == [*closest, *second]


# Laws -----------------------------------------------------------------------------------------


def _random_judge(answers: list[tuple[OpinionRelation, int, int]]) -> ToldJudge:
    """Any answers, with quotes of whole words of the passage or of nothing at all."""

    def answer(question: Question) -> Opinion:
        seed = TEXTS.index(question.passage_a) + TEXTS.index(question.passage_b)
        relation, x, y = answers[seed % len(answers)]
        words = [
            [*text.rstrip(".").split(), "elsewhere"] for text in (question.passage_a, question.passage_b)
        ]
        return Opinion(relation, words[0][x % len(words[0])], words[1][y % len(words[1])], "", "told")

    return ToldJudge(answer)


_answers = st.lists(
    st.tuples(st.sampled_from(RELATIONS), st.integers(0, 9), st.integers(0, 9)), min_size=1, max_size=8
)


@given(_answers)
def test_whatever_it_answers_verdicts_follow_from_links_and_text_from_the_passages(
    answers: list[tuple[OpinionRelation, int, int]],
) -> None:
    before = story()
    after = with_opinions(before, _random_judge(answers))
    known = {fact for claim in before.claims for fact in ((f.start, f.text, f.value) for f in claim.facts)}
    for claim in after.claims:
        touching = [x for x in after.links if claim.id in x.claims]
        assert claim.verdict == claim_verdict(touching)
        assert {(f.start, f.text, f.value) for f in claim.facts} <= known
    for link in after.links:
        assert set(link.facts) <= set(outcome(before, int(link.claims[0][1])).facts)
        for quote in link.why.split("“")[1:] if link.judge else ():
            assert any(quote.split("”")[0] in folded(after.claim(c).text) for c in link.claims)
    assert len(after.links) + len(after.compared) == len(before.links) + len(before.compared)


@given(_answers)
def test_the_order_of_the_sources_changes_no_opinion(answers: list[tuple[OpinionRelation, int, int]]) -> None:
    judges = (_random_judge(answers), _random_judge(answers))
    first, other = with_opinions(story(), judges[0]), with_opinions(turned(story()), judges[1])
    passages = [[(q.passage_a, q.passage_b, q.told_facts()) for q in judge.asked] for judge in judges]
    assert passages[0] == passages[1]
    assert {c.id: c.verdict for c in other.claims} == {c.id: c.verdict for c in first.claims}
    assert {(x.id, x.relation, x.judge) for x in other.links} == {
        (x.id, x.relation, x.judge) for x in first.links
    }
    assert other.warnings == first.warnings


# Reports --------------------------------------------------------------------------------------


@pytest.mark.parametrize("format", ["table", "json", "jsonl", "markdown"])
def test_every_format_shows_its_links_as_its_own(format: str) -> None:
    after = with_opinions(story(), about(BRIDGE, "corroborates", "gave way", "collapsed"))
    report = render(after, format, View(width=200))
    assert report.count("judged by told") == 1
    undone = with_opinions(story(), about(TOLL, "none"))
    assert "judged by told" in render(undone, format, View(width=200, explain=True))


def test_json_names_the_judge_of_a_link_and_null_for_the_rules() -> None:
    after = with_opinions(story(), about(BRIDGE, "corroborates", "gave way", "collapsed"))
    report: dict[str, Any] = json.loads(render(after, "json"))
    assert [link["judge"] for link in report["links"]] == ["told", None, None, None, None]


# The cache ------------------------------------------------------------------------------------


def _all_alike(question: Question) -> Opinion:
    """Support everywhere, resting on the last word of each passage."""
    last = [text.rstrip(".").split()[-1] for text in (question.passage_a, question.passage_b)]
    return Opinion("corroborates", last[0], last[1], "", "told")


def test_a_rerun_asks_nothing_and_says_the_same(tmp_path: Path) -> None:
    file = str(tmp_path / "new" / "answers.jsonl")
    judge = ToldJudge(_all_alike)
    first = with_opinions(story(), CachedJudge(judge, AnswerFile(file)))

    def gone(question: Question) -> Opinion:
        raise Unanswered("no opinion")

    again = with_opinions(story(), CachedJudge(ToldJudge(gone), AnswerFile(file)))
    assert again == first
    assert again.warnings == ()
    assert isinstance(outcome(again, BRIDGE), Link)
    assert len(Path(file).read_text(encoding="utf-8").splitlines()) == len(judge.asked) == 4


NEW_QUESTIONS = [
    ("another model", "told 2", Question("x", "y")),
    ("another passage", "told 1", Question("x", "z")),
    ("passages joined otherwise", "told 1", Question("xy", "")),
]


@pytest.mark.parametrize(
    ("identity", "question"), [row[1:] for row in NEW_QUESTIONS], ids=[row[0] for row in NEW_QUESTIONS]
)
def test_another_question_is_asked_anew(tmp_path: Path, identity: str, question: Question) -> None:
    answers = AnswerFile(str(tmp_path / "answers.jsonl"))
    opinion = Opinion("none", "", "", "", "told")
    first = ToldJudge(lambda _: opinion)
    for _ in range(2):
        assert CachedJudge(first, answers).ask(Question("x", "y")) == opinion
    assert len(first.asked) == 1
    second = ToldJudge(lambda _: opinion, identity=identity)
    CachedJudge(second, answers).ask(question)
    assert second.asked == [question]


def test_a_torn_line_costs_one_answer_and_not_the_next(tmp_path: Path) -> None:
    file = tmp_path / "answers.jsonl"
    opinions = {name: Opinion("none", "", "", name, "told") for name in "xyz"}
    for name in "xy":
        AnswerFile(str(file)).put(name, opinions[name])
    file.write_bytes(file.read_bytes()[:-10])
    AnswerFile(str(file)).put("z", opinions["z"])
    answers = AnswerFile(str(file))
    assert [answers.get(name) for name in "xyz"] == [opinions["x"], None, opinions["z"]]


def test_of_two_answers_the_first_counts(tmp_path: Path) -> None:
    file = str(tmp_path / "answers.jsonl")
    one, two = AnswerFile(file), AnswerFile(file)  # two runs at a time
    one.put("x", Opinion("none", "", "", "", "told"))
    two.put("x", Opinion("conflicts", "", "", "", "told"))
    found = AnswerFile(file).get("x")
    assert found is not None
    assert found.relation == "none"


def test_a_forged_answer_is_checked_like_any_other(tmp_path: Path) -> None:
    file = tmp_path / "answers.jsonl"
    with_opinions(story(), CachedJudge(ToldJudge(_all_alike), AnswerFile(str(file))))
    file.write_text(file.read_text(encoding="utf-8").replace("Monday", "Friday"), encoding="utf-8")
    after = with_opinions(story(), CachedJudge(ToldJudge(_all_alike), AnswerFile(str(file))))
    assert outcome(after, BRIDGE) == outcome(story(), BRIDGE)
    assert after.warnings[0].endswith(
        "1 of 4 pairs stand as the rules left them: a quote that is not in its passage (1)"
    )


UNUSABLE = [
    ("a note of the user's", b"Buy milk.\n", "something else than answers"),
    ("a report", b'{"format_version": 1}\n', "something else than answers"),
    ("answers without their parts", b'{"key": "x", "relation": "none"}\n', "something else than answers"),
    ("a binary file", b"\x00\xff\xfe\n", "something else than answers"),
]


@pytest.mark.parametrize(
    ("content", "reason"), [row[1:] for row in UNUSABLE], ids=[row[0] for row in UNUSABLE]
)
def test_a_file_named_by_mistake_is_not_written_to(tmp_path: Path, content: bytes, reason: str) -> None:
    file = tmp_path / "notes.txt"
    file.write_bytes(content)
    with pytest.raises(FactcheckError, match=reason):
        AnswerFile(str(file))
    assert file.read_bytes() == content


def test_a_folder_is_no_cache(tmp_path: Path) -> None:
    with pytest.raises(FactcheckError, match=r"cannot use .* for the answers of the judge"):
        AnswerFile(str(tmp_path))


def test_a_judge_that_fails_now_and_then_is_asked_on(tmp_path: Path) -> None:
    def moody(question: Question) -> Opinion:
        if int(question.passage_a) % GIVE_UP:
            raise Unanswered("nonsense")
        return Opinion("none", "", "", "", "told")

    judge = ToldJudge(moody)
    cached = CachedJudge(judge, AnswerFile(str(tmp_path / "answers.jsonl")))
    for number in range(10):
        with suppress(Unanswered):
            cached.ask(Question(str(number), ""))
    assert len(judge.asked) == 10


def test_a_judge_that_fails_again_and_again_is_asked_no_more(tmp_path: Path) -> None:
    def nonsense(question: Question) -> Opinion:
        raise Unanswered("nonsense")

    judge = ToldJudge(nonsense)
    after = with_opinions(story(), CachedJudge(judge, AnswerFile(str(tmp_path / "answers.jsonl"))))
    assert len(judge.asked) == GIVE_UP == 3
    assert after.warnings == (
        "judge told: 4 of 4 pairs stand as the rules left them: nonsense (3), not asked after that (1)",
    )


# Opening --------------------------------------------------------------------------------------

BAD_PLACES = [
    ("no kind", "model.onnx", None, "give onnx:PATH or a URL"),
    ("another scheme", "ftp://host/x", "m", "give onnx:PATH or a URL"),
    ("a name for a file", "onnx:x", "m", "--judge-model is for --judge URL"),
    ("no name for a server", "http://localhost", None, "needs --judge-model"),
    ("no host", "http://", "m", "not a URL with a host"),
    ("no port", "http://host:99999", "m", "not a URL with a host"),
]


@pytest.mark.parametrize(
    ("place", "model", "reason"), [row[1:] for row in BAD_PLACES], ids=[row[0] for row in BAD_PLACES]
)
@pytest.mark.skipif(find_spec("httpx") is None, reason="needs httpx, of the extra llm")
def test_places_that_cannot_be(tmp_path: Path, place: str, model: str | None, reason: str) -> None:
    with pytest.raises(FactcheckError, match=reason):
        open_judge(place, model, str(tmp_path / "answers.jsonl"))
    assert not list(tmp_path.iterdir())


MISSING = [("onnx:x", None, "onnx", "onnxruntime"), ("http://localhost", "m", "llm", "httpx")]


@pytest.mark.parametrize(("place", "model", "extra", "package"), MISSING)
def test_a_missing_extra_is_named(
    monkeypatch: pytest.MonkeyPatch, place: str, model: str | None, extra: str, package: str
) -> None:
    monkeypatch.setattr("factcheck.judges.opinion.find_spec", lambda _: None)
    with pytest.raises(FactcheckError) as error:
        open_judge(place, model)
    assert f"needs {package}" in str(error.value)
    assert f"factcheck-compare[{extra}]" in str(error.value)
