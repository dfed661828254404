"""The whole way from articles to verdicts: real pages, and one short pair for every relation."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from factcheck import Candidate, Claim, Comparison, Document, Fact, FactcheckError, Link, compare

ROOT = Path(__file__).parents[1]
SEEDS = Path(__file__).parents[2] / "shared" / "seeds"
needs_seeds = pytest.mark.skipif(not SEEDS.is_dir(), reason="needs ../shared/seeds")


def texts(*pairs: str | tuple[str, str | None]) -> Comparison:
    """Compare short texts, each alone or with its day of publication, as sources a, b, c."""
    given = [(pair, None) if isinstance(pair, str) else pair for pair in pairs]
    return compare(
        *(Document(i, t, f"{i}.txt", published=p) for i, (t, p) in zip("abcd", given, strict=False))
    )


def one_claim(comparison: Comparison, *words: str) -> Claim:
    """The only claim that holds these words."""
    found = [c for c in comparison.claims if all(word in c.text for word in words)]
    assert len(found) == 1, [c.text for c in found]
    return found[0]


def one_fact(comparison: Comparison, text: str, source: str | None = None) -> Fact:
    found = [f for c in comparison.claims if source in (None, c.source) for f in c.facts if f.text == text]
    assert len(found) == 1, [f.text for f in found]
    return found[0]


def between(comparison: Comparison, a: Claim, b: Claim) -> Link | None:
    return next((x for x in comparison.links if set(x.claims) == {a.id, b.id}), None)


# The two seed articles ------------------------------------------------------------------


@cache
def seeds() -> Comparison:
    first, second = sorted(SEEDS.glob("*.txt"))
    return compare(first, second)


@needs_seeds
def test_seeds_handover_is_corroborated_across_different_words() -> None:
    comparison = seeds()
    ours = one_claim(comparison, "begun to transfer protected objects")
    theirs = [c for c in comparison.claims if "begun the handover" in c.text]
    links = [link for c in theirs if (link := between(comparison, ours, c))]
    assert links
    assert {link.relation for link in links} == {"corroborates"}
    assert ours.verdict == "corroborated"


@needs_seeds
@pytest.mark.parametrize(
    ("text", "kind", "of"),
    [
        ("10 days", "duration", None),
        ("More than two thousand", "count", "peacekeepers"),
        ("200", "count", "pieces of equipment"),
    ],
)
def test_seeds_details_of_one_article_only(text: str, kind: str, of: str | None) -> None:
    fact = one_fact(seeds(), text)
    assert (fact.kind, fact.verdict) == (kind, "single-source")
    assert of is None or fact.of == of


@needs_seeds
def test_seeds_do_not_contradict_each_other() -> None:
    comparison = seeds()
    assert comparison.summary.conflicting == 0
    assert {f.verdict for c in comparison.claims for f in c.facts} <= {"corroborated", "single-source"}


@needs_seeds
def test_seeds_repeated_captions_are_one_claim_each() -> None:
    comparison = seeds()
    printed = [" ".join(c.text.split()) for c in comparison.claims]
    assert len(printed) == len(set(printed))
    march = one_claim(comparison, "march on a departure ceremony")
    assert len(march.spans) == 6
    assert len(one_claim(comparison, "meets with").spans) == 2


@needs_seeds
def test_seeds_credits_are_skipped() -> None:
    comparison = seeds()
    text = comparison.sources[1].text
    reasons = {text[s.start : s.end]: s.reason for s in comparison.skipped}
    assert reasons["Photo:Xinhua"] == "photo credit"
    assert len([s for s in comparison.skipped if s.reason == "photo credit"]) == text.count("Photo:Xinhua")
    assert not [c.text for c in comparison.claims if "Photo:" in c.text]


@needs_seeds
def test_seeds_thursday_is_read_from_the_day_of_publication() -> None:
    comparison = seeds()
    assert [d.published for d in comparison.sources] == [None, "2022-01-15"]
    days = {f.value for c in comparison.claims for f in c.facts if f.text == "Thursday"}
    assert days == {"2022-01-13"}


# Our own telling of it -------------------------------------------------------------------


@cache
def withdrawal() -> Comparison:
    return compare(
        *(ROOT / "articles" / "csto-withdrawal" / f"{name}.md" for name in ("steppe-courier", "harbor-daily"))
    )


@pytest.mark.parametrize(
    ("text", "source", "verdict"),
    [
        ("10 days", "Steppe Courier", "conflicting"),
        ("three weeks", "Harbor Daily", "conflicting"),
        ("more than two thousand", "Steppe Courier", "corroborated"),
        ("2,030", "Harbor Daily", "corroborated"),
        ("200", "Steppe Courier", "conflicting"),
        ("250", "Harbor Daily", "conflicting"),
    ],
)
def test_withdrawal_facts(text: str, source: str, verdict: str) -> None:
    assert one_fact(withdrawal(), text, source).verdict == verdict


def test_withdrawal_links_say_which_figures_differ() -> None:
    comparison = withdrawal()
    link = between(comparison, one_claim(comparison, "10 days"), one_claim(comparison, "three weeks"))
    assert link is not None
    assert (link.relation, link.update) == ("conflicts", False)
    assert "10 days" in link.why
    assert "three weeks" in link.why


# Every relation, as short pairs -----------------------------------------------------------

#: reason, first text, second text, kind, relation, the two facts
RELATIONS = [
    ("date in two styles", "The bridge was opened on January 13, 2022.",
     "The bridge was opened on 13 Jan 2022.",
     "date", "equal", "January 13, 2022", "13 Jan 2022"),
    ("days and weeks", "The ferry crossing will be closed for 14 days.",
     "The ferry crossing will be closed for two weeks.", "duration", "equal", "14 days", "two weeks"),
    ("miles and kilometres", "The lighthouse stands 34 miles west of Halmar.",
     "The lighthouse stands 55 km west of Halmar.", "measure", "equal", "34 miles", "55 km"),
    ("gallons and litres", "The tank holds 100 gallons of water.", "The tank holds 379 litres of water.",
     "measure", "equal", "100 gallons", "379 litres"),
    ("a figure in words", "The HRS sent twelve boats to the island.", "The HRS sent 12 boats to the island.",
     "count", "equal", "twelve", "12"),
    ("more than, and the figure", "More than two thousand soldiers took part in the exercise.",
     "The exercise involved 2,030 soldiers.", "count", "compatible", "More than two thousand", "2,030"),
    ("nearly, and the figure", "The buyer will pay nearly $14 billion for the chain.",
     "The buyer agreed to pay $13.9bn for it.", "money", "compatible", "nearly $14 billion", "$13.9bn"),
    ("within, and the figure", "Repairs to the dam will be finished within two weeks.",
     "Repairs to the dam will take 10 days.", "duration", "compatible", "within two weeks", "10 days"),
    ("a range and a figure in it", "Turnout in the vote was between 5 and 7 percent.",
     "Turnout in the vote was 6%.", "percent", "compatible", "between 5 and 7 percent", "6%"),
    ("a group and the whole", "Forty pupils died at the school in Halmar.",
     "Fifty people died in Halmar, 40 of them at the school.", "count", "part", "Forty", "Fifty"),
    ("two parts that add up", "Two people were wounded and one was killed in the attack on the bank.",
     "Three people were shot in the attack on the bank.", "count", "part", "Two", "Three"),
    ("a toll that rose", "The flood in Halmar has killed 5 people.",
     "The flood in Halmar has killed 24 people.",
     "count", "update", "5", "24"),
    ("injured, too, is a running figure", "The flood in Halmar injured 5 people.",
     "The flood in Halmar injured 24 people.", "count", "update", "5", "24"),
    ("durations", "The withdrawal of the brigade will take 10 days.",
     "The withdrawal of the brigade will take 20 days.", "duration", "conflict", "10 days", "20 days"),
    ("weekdays", "The ship sank off Halmar on Friday.", "The ship sank off Halmar on Thursday.",
     "date", "conflict", "Friday", "Thursday"),
    ("directions", "The epicentre was 30 km west of Halmar.", "The epicentre was 30 km south of Halmar.",
     "place", "conflict", "west of Halmar", "south of Halmar"),
    ("some and none", "The explosion in Halmar killed 12 people.",
     "No one was killed in the explosion in Halmar.",
     "count", "conflict", "12", "No one"),
    ("pieces", "The mission brought in 200 pieces of equipment.",
     "The mission brought in 250 pieces of equipment.",
     "count", "conflict", "200", "250"),
    ("prices", "The museum was sold for $3 million.", "The museum was sold for $5 million.",
     "money", "conflict", "$3 million", "$5 million"),
    ("shares", "The shares fell 12 percent on Monday.", "The shares fell 15 percent on Monday.",
     "percent", "conflict", "12 percent", "15 percent"),
    ("hours", "The trial starts at 9 a.m. on Monday.", "The trial starts at 11 a.m. on Monday.",
     "time", "conflict", "9 a.m.", "11 a.m."),
    ("ages", "The captain, Jonas Reik, 54, was arrested.", "The captain, Jonas Reik, 61, was arrested.",
     "age", "conflict", "54", "61"),
    ("heights", "The tower is 90 metres tall.", "The tower is 140 metres tall.",
     "measure", "conflict", "90 metres", "140 metres"),
]  # fmt: skip
_AGREE = ("equal", "compatible")
_DIFFER = ("conflict", "update")


@pytest.mark.parametrize(
    ("reason", "a", "b", "kind", "relation", "x", "y"), RELATIONS, ids=[r[0] for r in RELATIONS]
)
def test_relation_of_a_pair(reason: str, a: str, b: str, kind: str, relation: str, x: str, y: str) -> None:
    comparison = texts(a, b)
    [link] = comparison.links
    pairs = [(p.kind, p.a.text, p.b.text, p.relation) for p in link.facts]
    assert (kind, x, y, relation) in pairs
    differs = relation in _DIFFER
    assert link.relation == ("conflicts" if differs else "corroborates")
    assert link.update == (relation == "update")
    assert {c.verdict for c in comparison.claims} == {"conflicting" if differs else "corroborated"}
    fact_verdict = "conflicting" if differs else "corroborated" if relation in _AGREE else "single-source"
    assert {one_fact(comparison, t, s).verdict for t, s in ((x, "a"), (y, "b"))} == {fact_verdict}


def test_attributed_when_both_articles_report_both_speakers() -> None:
    comparison = texts(
        "The mayor said 12 people were killed in the explosion. "
        "The army said no one was killed in the explosion.",
        "Twelve people were killed in the explosion, the mayor said. "
        "No one was killed in the explosion, according to the army.",
    )
    assert {c.verdict for c in comparison.claims} == {"corroborated"}
    assert {p.relation for pair in comparison.links for p in pair.facts} <= {"equal", "attributed"}
    pairs: list[Link | Candidate] = [*comparison.links, *comparison.compared]
    attributed = {
        frozenset((p.a.text, p.b.text)) for x in pairs for p in x.facts if p.relation == "attributed"
    }
    assert attributed == {frozenset(("12", "No one")), frozenset(("no one", "Twelve"))}


def test_one_speaker_alone_is_a_conflict() -> None:
    comparison = texts(
        "The mayor said 12 people were killed in the explosion.",
        "The army said no one was killed in the explosion.",
    )
    assert {c.verdict for c in comparison.claims} == {"conflicting"}


#: reason, first text, second text, verdicts that may occur
NO_CONFLICT = [
    ("other things counted", "Some 2,500 peacekeepers arrived in Halmar.",
     "The peacekeepers brought 200 vehicles to Halmar.", {"corroborated", "single-source"}),
    ("another earthquake", "An earthquake in Halmar in 2004 killed 300 people.",
     "An earthquake in Halmar on Monday killed 12 people.", {"corroborated", "single-source"}),
    ("other topics", "The court found the minister guilty.", "Cows graze on the northern hills in summer.",
     {"single-source"}),
    ("a weekday says nothing against a date", "The storm hit the city on Friday.",
     "The storm hit the city on 12 May.", {"corroborated"}),
]  # fmt: skip


@pytest.mark.parametrize(("reason", "a", "b", "verdicts"), NO_CONFLICT, ids=[r[0] for r in NO_CONFLICT])
def test_no_conflict(reason: str, a: str, b: str, verdicts: set[str]) -> None:
    assert {c.verdict for c in texts(a, b).claims} <= verdicts


@pytest.mark.parametrize(
    ("published", "verdict"),
    [(("2023-05-12", "2023-05-13"), "corroborated"), (("2023-05-19", "2023-05-20"), "conflicting")],
    ids=["that Friday", "a week later"],
)
def test_the_day_of_publication_decides_what_friday_is(published: tuple[str, str], verdict: str) -> None:
    comparison = texts(
        ("The storm hit the city on Friday.", published[0]),
        ("The storm hit the city on 12 May.", published[1]),
    )
    assert {c.verdict for c in comparison.claims} == {verdict}


def test_a_toll_that_fell_is_no_update() -> None:
    higher, lower = "The flood in Halmar has killed 24 people.", "The flood in Halmar has killed 5 people."
    fell = texts((higher, "2023-05-17"), (lower, "2023-05-19"))
    assert [(x.relation, x.update) for x in fell.links] == [("conflicts", False)]
    rose = texts((lower, "2023-05-17"), (higher, "2023-05-19"))
    assert [(x.relation, x.update) for x in rose.links] == [("conflicts", True)]
    assert (rose.summary.updates, fell.summary.updates) == (1, 0)


# Sources: reprints, names, thin ones --------------------------------------------------------

_WIRE = (
    "Divers found the wreck of the trawler on Monday, 40 km north of Halmar. "
    "The harbour master said that nine sailors had been on board. "
    "A fishing boat heard their call for help shortly after midnight. "
    "Two helicopters searched the coast until fog came in from the sea. "
    "The trawler was built in 1987 and had been repaired in spring. "
    "Its owner said that the crew had trained for storms of this kind. "
    "Police in Halmar opened an inquiry and asked witnesses to come forward."
)
_OTHER = "The trawler sank 40 km north of Halmar, and divers found the wreck. Nine sailors were on board."


def test_reprints_are_one_origin_and_corroborate_nothing() -> None:
    comparison = texts(_WIRE, f"The town is in mourning.\n\n{_WIRE}")
    assert (comparison.summary.sources, comparison.summary.origins) == (2, 1)
    assert {c.verdict for c in comparison.claims} == {"single-source"}
    assert comparison.links
    assert not any(link.independent for link in comparison.links)
    assert any("one origin" in warning for warning in comparison.warnings)


def test_an_independent_source_corroborates_both_prints() -> None:
    comparison = texts(_WIRE, f"The town is in mourning.\n\n{_WIRE}", _OTHER)
    assert comparison.summary.origins == 2
    sailors = [c for c in comparison.claims if "sailors" in c.text]
    assert [c.verdict for c in sailors] == ["corroborated"] * 3


def test_the_same_file_twice_is_one_origin(tmp_path: Path) -> None:
    path = tmp_path / "note.txt"
    path.write_text("The dam broke on Monday and flooded 40 houses.", encoding="utf-8")
    comparison = compare(path, path)
    assert [d.id for d in comparison.sources] == ["note", "note-2"]
    assert comparison.summary.origins == 1
    assert {c.verdict for c in comparison.claims} == {"single-source"}
    assert comparison.warnings


def test_a_name_explained_by_one_source_holds_in_the_other() -> None:
    long = "The Harbour Rescue Society (HRS) sent 12 boats to the island."
    [link] = texts(long, "HRS sent 12 boats to the island.").links
    orgs = [(p.a.text, p.b.text, p.relation) for p in link.facts if p.kind == "org"]
    assert orgs == [("Harbour Rescue Society", "HRS", "equal")]


_STORY = "The dam broke on Monday and flooded 40 houses."


@pytest.mark.parametrize(
    ("name", "thin", "warning"),
    [("empty", "", "is empty"), ("blank", "\n\n", "is empty"), ("one word", "Flood", "holds a single word")],
)
def test_thin_sources_are_compared_with_a_warning(tmp_path: Path, name: str, thin: str, warning: str) -> None:
    (tmp_path / "thin.txt").write_text(thin, encoding="utf-8")
    (tmp_path / "full.txt").write_text(_STORY, encoding="utf-8")
    comparison = compare(tmp_path / "thin.txt", tmp_path / "full.txt")
    assert comparison.warnings == (f"thin: {warning}",)
    assert [(c.source, c.verdict) for c in comparison.claims] == [("full", "single-source")]


def test_a_source_without_a_claim_is_told() -> None:
    comparison = texts("Who owns the dam?", _STORY)
    assert comparison.warnings == ("a: no claim found",)


def test_fewer_than_two_sources_are_an_error() -> None:
    with pytest.raises(FactcheckError, match="two sources"):
        compare(Document("a", _STORY, "a.txt"))


def test_limits_move_what_is_looked_at_and_linked() -> None:
    a, b = Document("a", _STORY, "a.txt"), Document("b", "A dam broke; 40 houses were flooded.", "b.txt")
    usual = compare(a, b)
    assert usual.links
    strict = compare(a, b, min_confidence=1.0)
    assert not strict.links
    assert strict.compared
    c = Document("c", "The dam is old; it broke on a Monday.", "c.txt")
    assert compare(a, c, min_confidence=1.0).compared
    assert not compare(a, c, min_similarity=1.0, min_confidence=1.0).compared


def test_figures_of_one_thing_are_looked_at_however_few_words_are_shared() -> None:
    a = Document("a", "The quake killed 12 people.", "a.txt")
    b = Document("b", "Officials put the dead at 41.", "b.txt")
    [candidate] = compare(a, b, min_similarity=1.0, min_confidence=1.0).compared
    assert [(pair.a.value, pair.b.value) for pair in candidate.facts] == [(12, 41)]


def test_only_the_same_words_are_called_the_same() -> None:
    [link] = texts("The storm hit the city on Friday.", "The storm hit the city on 12 May.").links
    assert "word for word" not in link.why
    [same] = texts("The mayor has resigned.", "The mayor has resigned.").links
    assert "word for word" in same.why


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("The minister resigned.", "The minister did not resign."),
        ("The mayor denied that the dam had failed.", "The dam failed, the mayor said."),
    ],
)
def test_a_denial_is_a_conflict(a: str, b: str) -> None:
    assert {c.verdict for c in texts(a, b).claims} == {"conflicting"}
