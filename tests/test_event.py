"""Two events are not one: sources told apart, and claims that look back at another event."""

from __future__ import annotations

import json
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck import Comparison, Document, compare, render
from factcheck.judge.event import MIN_CLAIMS, THRESHOLD, TOGETHER, same_event
from factcheck.judge.lookback import looking_back
from factcheck.judge.sources import _SURE, _consistent
from factcheck.model import SourcePair
from factcheck.pipeline import understand


def run(*texts: str, published: tuple[str | None, ...] = (None, None, None)) -> Comparison:
    days = zip("abc", texts, published, strict=False)
    return compare(*(Document(id, text, id, published=day) for id, text, day in days))


# Sources -----------------------------------------------------------------------------------


_RAID = (
    "Masked men robbed the jewel shop of Ilona Varga in Lorimont on Monday. They took {n} watches. "
    "Two men fired into the ceiling. The shop assistant {who} hid below the counter. "
    "Police closed the street for an hour. A reward was offered for the watches."
)


_BANK = (
    "Thieves broke into the bank of Sorano at night. They took 12 watches from a safe. "
    "A guard named Luigi Neri was tied up. The mayor of Sorano, Carla Testa, spoke of a shock. "
    "Three suspects were seen in Palermo. The bank stays closed until Thursday."
)


def _probability(pair: SourcePair) -> float:
    assert pair.probability is not None
    return pair.probability


def test_two_events_are_told_apart() -> None:
    here = _RAID.format(n=40, who="Petra Lind")
    apart = run(here, _BANK)
    assert apart.different_events
    assert "conflicting" not in {c.verdict for c in apart.claims}
    again = run(here, _RAID.format(n=55, who="Petra Lind"))
    assert not again.different_events
    assert "conflicting" in {c.verdict for c in again.claims}


def test_short_texts_are_never_two_events() -> None:
    found = run("The dam broke.", "A bakery opened in Lorimont.")
    assert max(sum(c.source == s for c in found.claims) for s in "ab") < MIN_CLAIMS
    assert not found.different_events


def test_more_in_common_makes_one_event_more_likely() -> None:
    against = ("missing", "marks differ", "figures differ", "published apart")
    base = dict.fromkeys((*TOGETHER, *against), 0.2)
    for name in base:
        more = same_event(base | {name: 0.8})
        assert (more > same_event(base)) == (name in TOGETHER), name


def test_the_reason_names_what_only_one_source_has() -> None:
    (pair,) = run(_RAID.format(n=40, who="Petra Lind"), _BANK).events
    assert pair.sources == ("a", "b")
    assert _probability(pair) < THRESHOLD
    assert "only b names “Sorano”" in pair.why
    (pair,) = run(_RAID.format(n=40, who="Petra Lind"), _RAID.format(n=55, who="Petra Lind")).events
    assert pair.one_event
    assert "both name" in pair.why
    assert "“Lorimont”" in pair.why


def test_a_reason_is_one_line_and_the_reports_print_it() -> None:
    here = _RAID.format(n=40, who="Petra Lind").replace("on Monday", "on 3\nMay")
    there = _BANK.replace("at night", "on 9\nMay")
    found = run(here, there, published=("2023-05-02", "2024-05-03"))
    (pair,) = found.different_events
    assert "\n" not in pair.why
    assert "published 367 days apart" in pair.why
    assert pair.why in render(found, "table")
    assert "different events" in render(found, "markdown")
    assert json.loads(render(found, "json"))["events"][0]["why"] == pair.why


def test_like_words_in_two_events_are_no_same_fact() -> None:
    closing = " The mayor spoke of a great shock for the whole town."
    links = run(_RAID.format(n=40, who="Petra Lind") + closing, _BANK + closing).links
    assert all(any(f.relation in ("equal", "compatible") for f in link.facts) for link in links)


def test_a_year_between_two_reports_speaks_against_one_event() -> None:
    text, again = (_RAID.format(n=n, who="Petra Lind") for n in (40, 55))
    near = run(text, again, published=("2023-05-02", "2023-05-03"))
    far = run(text, again, published=("2023-05-02", "2024-05-03"))
    assert _probability(far.events[0]) < _probability(near.events[0])
    assert "published" not in near.events[0].why


@given(st.tuples(*[st.floats(0, 1)] * 3))
def test_a_third_source_only_tells_apart(values: tuple[float, float, float]) -> None:
    keys = list(combinations("abc", 2))
    pairs = {k: SourcePair(k, p, p >= THRESHOLD, "") for k, p in zip(keys, values, strict=True)}
    found = _consistent(pairs)
    for key, before in zip(keys, values, strict=True):
        assert found[key].one_event <= pairs[key].one_event
        assert _probability(found[key]) <= before
        assert found[key].one_event == (_probability(found[key]) >= THRESHOLD)


def test_a_third_source_tells_two_apart() -> None:
    sure, between = _SURE + 0.15, (THRESHOLD + _SURE) / 2
    pairs = {
        k: SourcePair(k, p, p >= THRESHOLD, "")
        for k, p in ((("a", "b"), between), (("a", "c"), sure), (("b", "c"), 0.05))
    }
    found = _consistent(pairs)
    assert not found["a", "b"].one_event
    assert found["a", "b"].why == "c reports the event of a, not that of b"
    assert found["a", "c"].one_event


# Claims ------------------------------------------------------------------------------------

_REPORT = (
    "Fire broke out in the Halmar tunnel on Sunday. It took an hour to put out. Traffic stood still. "
    "Nobody knew why."
)
LOOK_BACK = [
    ("In a similar fire 11 people were killed.", True, "a similar one"),
    ("A similar number of people were killed.", False, "a number is no event"),
    ("In an earlier fire three drivers were burned.", True, "an earlier one"),
    ("An earlier report gave three dead.", False, "an earlier report tells of this event"),
    ("In a separate fire a barn burned down.", True, "a separate one"),
    ("The last major fire in the tunnel killed 39 people.", True, "the last of its kind"),
    ("The last of the 12 cars was freed at noon.", False, "the last of this one"),
    ("Nine people were burned in the tunnel three years ago.", True, "years ago"),
    ("Three minutes earlier nine cars had entered.", False, "minutes before belong to the event"),
    ("Two years earlier a fire had killed nine people.", True, "years earlier"),
    ("Takings fell to 3 million from 4 million a year earlier.", False, "a comparison"),
    ("A fire last year killed two people.", True, "last year"),
    ("In September a fire there killed two people.", True, "a bare month in a report of a day"),
    ("In September 2011 a fire there killed two people.", False, "its year is compared as a year"),
    ("Previously, drivers were required to carry a lamp.", True, "what held before"),
    ("Two people previously reported missing were found.", False, "of this event"),
    ("In that fire two people died.", True, "that one"),
    ("The plan failed in that it came too late.", False, "no event"),
]


@pytest.mark.parametrize(("sentence", "back", "reason"), LOOK_BACK, ids=[row[2] for row in LOOK_BACK])
def test_what_looks_back(sentence: str, back: bool, reason: str) -> None:
    article = understand(Document("a", f"{_REPORT} {sentence}", "a"))
    assert looking_back(article.claims) == [False] * (len(article.claims) - 1) + [back]


def test_a_sentence_goes_on_about_the_one_before() -> None:
    told = "The last major fire there was in 1999. It killed 39 people. The owner apologised."
    article = understand(Document("a", f"{_REPORT} {told}", "a"))
    assert looking_back(article.claims)[-3:] == [True, True, False]


def test_a_month_of_the_lead_is_the_event_itself() -> None:
    text = (
        "Prices rose in May. The bank met on Friday. It was its third meeting. The hall was full. "
        "In May bread cost 3 crowns."
    )
    assert not any(looking_back(understand(Document("a", text, "a")).claims))


def test_figures_of_another_event_are_not_set_against_each_other() -> None:
    back = "The last major fire in the Halmar tunnel was in February. It killed 39 people."
    found = run(f"{_REPORT} {back}", "The fire in the Halmar tunnel on Sunday killed four people.")
    assert "conflicting" not in {c.verdict for c in found.claims}
