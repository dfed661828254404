"""A cross-encoder of the user's own, played by a tiny ONNX model that is built here."""

from __future__ import annotations

import json
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest
from judging import BRIDGE, COST, RESCUE, SCHOOLS, TEXTS, TOLL, outcome, story

from factcheck import render
from factcheck.judges import open_judge
from factcheck.judges.apply import with_opinions
from factcheck.model import Candidate, FactcheckError
from factcheck.report.view import View

PARTS = ("onnx", "onnxruntime", "tokenizers")
pytestmark = pytest.mark.skipif(
    any(find_spec(part) is None for part in PARTS), reason="needs onnx, onnxruntime and tokenizers"
)
#: share: how much of the first passage stands in the second; denied: one has "Nobody", one has not
_OVERLAP = """
<ir_version: 8, opset_import: ["" : 17]>
judge (int64[B, N] input_ids, int64[B, N] token_type_ids) => (float[B, L] logits) {
    axis1 = Constant <value_ints = [1]> ()
    axis2 = Constant <value_ints = [2]> ()
    both = Constant <value_ints = [1, 2]> ()
    one = Constant <value_float = 1.0> ()
    nobody = Constant <value_int = 1> ()
    second = Cast <to = 1> (token_type_ids)
    first = Sub (one, second)
    rows = Unsqueeze (input_ids, axis2)
    columns = Unsqueeze (input_ids, axis1)
    alike = Equal (rows, columns)
    alike_f = Cast <to = 1> (alike)
    rows_first = Unsqueeze (first, axis2)
    columns_second = Unsqueeze (second, axis1)
    across = Mul (rows_first, columns_second)
    shared = Mul (alike_f, across)
    found = ReduceSum <keepdims = 0> (shared, both)
    length = ReduceSum <keepdims = 0> (first, axis1)
    share = Div (found, length)
    is_nobody = Equal (input_ids, nobody)
    nobody_f = Cast <to = 1> (is_nobody)
    sign = Sub (first, second)
    signed = Mul (nobody_f, sign)
    tilt = ReduceSum <keepdims = 0> (signed, axis1)
    denied = Abs (tilt)
    share_c = Unsqueeze (share, axis1)
    denied_c = Unsqueeze (denied, axis1)
    half = Constant <value_float = 0.75> ()
    steep = Constant <value_float = 20.0> ()
    above = Sub (share_c, half)
    entails = Mul (above, steep)
    sharp = Constant <value_float = 80.0> ()
    mid = Constant <value_float = 0.5> ()
    over = Sub (denied_c, mid)
    contra = Mul (over, sharp)
    neutral = Sub (share_c, share_c)
    OUTPUT
}
"""
OUTPUTS = {
    "labels": "logits = Concat <axis = 1> (contra, entails, neutral)",
    "similarity": "logits = Identity (entails)",
    "two": "logits = Concat <axis = 1> (neutral, entails)",
    "nan": "logits = Div (neutral, neutral)",
}
NLI = {"0": "CONTRADICTION", "1": "ENTAILMENT", "2": "NEUTRAL"}


def build(folder: Path, output: str = "labels", labels: dict[str, str] | None = None) -> Path:
    """A cross-encoder of a few sums, as a folder that a user would have."""
    import onnx
    from tokenizers import Tokenizer, models, pre_tokenizers

    folder.mkdir(parents=True)
    onnx.save(
        onnx.parser.parse_model(_OVERLAP.replace("OUTPUT", OUTPUTS[output])), str(folder / "model.onnx")
    )
    words = sorted({word for text in TEXTS for word in text.replace(".", "").split()} - {"Nobody"})
    vocabulary = {word: n for n, word in enumerate(["[UNK]", "Nobody", *words])}
    tokenizer = Tokenizer(models.WordLevel(vocabulary, unk_token="[UNK]"))
    tokenizer.pre_tokenizer = pre_tokenizers.Whitespace()
    tokenizer.save(str(folder / "tokenizer.json"))
    if labels is not None:
        (folder / "config.json").write_text(json.dumps({"id2label": labels}), encoding="utf-8")
    return folder


def opened(folder: Path, tmp_path: Path) -> Any:
    return open_judge(f"onnx:{folder}", cache=str(tmp_path / "answers.jsonl"))


def test_a_model_with_labels_judges(tmp_path: Path) -> None:
    judge = opened(build(tmp_path / "tiny", labels=NLI), tmp_path)
    after = with_opinions(story(), judge)
    assert after.warnings == ()
    assert {p: getattr(outcome(after, p), "relation", None) for p in range(5)} == {
        BRIDGE: None,  # few words in common
        TOLL: "corroborates",  # all but the figure: this model cannot count
        COST: "corroborates",
        RESCUE: "conflicts",
        SCHOOLS: "corroborates",
    }
    assert outcome(after, RESCUE).why == (
        "judged by onnx:tiny: the passages cannot both hold (contradiction 1.00)"
    )
    assert outcome(after, TOLL).judge == "onnx:tiny"
    assert str(tmp_path) not in render(after, "json", View(explain=True))


def test_a_similarity_says_whether_and_the_facts_say_how(tmp_path: Path) -> None:
    judge = opened(build(tmp_path / "near", "similarity"), tmp_path)
    after = with_opinions(story(), judge)
    assert outcome(after, TOLL) == outcome(story(), TOLL)  # similar, and the rules see the figures differ
    assert isinstance(outcome(after, RESCUE), Candidate)
    assert outcome(after, RESCUE).why.startswith(
        "judged by onnx:near: the passages are not about one fact (sim"
    )


def test_the_second_run_does_not_even_load_the_model(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = build(tmp_path / "tiny", labels=NLI)
    first = with_opinions(story(), opened(folder, tmp_path))
    import onnxruntime

    monkeypatch.setattr(onnxruntime, "InferenceSession", None)
    assert with_opinions(story(), opened(folder, tmp_path)) == first
    (folder / "config.json").write_text(json.dumps({"id2label": NLI | {"3": "other"}}), encoding="utf-8")
    with pytest.raises(FactcheckError, match="cannot load"):  # another model: its answers are not known
        with_opinions(story(), opened(folder, tmp_path))


def test_scores_that_are_no_numbers_cost_a_warning(tmp_path: Path) -> None:
    after = with_opinions(story(), opened(build(tmp_path / "nan", "nan"), tmp_path))
    assert after.links == story().links
    assert "the model's scores are not finite numbers (3), not asked after that (1)" in after.warnings[0]


MISNAMED: list[tuple[str, str, dict[str, str] | None]] = [
    ("three outputs without names", "labels", None),
    ("names that say nothing", "labels", {"0": "LABEL_0", "1": "LABEL_1", "2": "LABEL_2"}),
    ("two names for three outputs", "labels", {"0": "contradiction", "1": "entailment"}),
    ("no entailment", "two", {"0": "neutral", "1": "contradiction"}),
]


@pytest.mark.parametrize(("output", "labels"), [r[1:] for r in MISNAMED], ids=[r[0] for r in MISNAMED])
def test_outputs_that_nobody_named_are_the_users_to_mend(
    tmp_path: Path, output: str, labels: dict[str, str] | None
) -> None:
    judge = opened(build(tmp_path / "model", output, labels), tmp_path)
    with pytest.raises(FactcheckError, match=r"config\.json does not name them"):
        with_opinions(story(), judge)


def test_the_file_or_a_hub_folder_will_do(tmp_path: Path) -> None:
    folder = build(tmp_path / "hub", labels=NLI)
    (folder / "onnx").mkdir()
    (folder / "model.onnx").rename(folder / "onnx" / "model.onnx")
    names = [opened(path, tmp_path).name for path in (folder, folder / "onnx" / "model.onnx")]
    assert names == ["onnx:hub", "onnx:hub"]


def test_files_that_are_missing_or_broken(tmp_path: Path) -> None:
    def refusal(path: Path) -> str:
        with pytest.raises(FactcheckError) as error:
            with_opinions(story(), opened(path, tmp_path))
        return str(error.value)

    assert "no such file" in refusal(tmp_path / "gone")
    folder = build(tmp_path / "model", labels=NLI)
    (folder / "config.json").write_text("[", encoding="utf-8")
    assert "cannot read" in refusal(folder)
    (folder / "config.json").unlink()
    (folder / "model.onnx").write_bytes(b"not a model")
    assert "cannot load" in refusal(folder)
    (folder / "tokenizer.json").unlink()
    assert "no tokenizer.json" in refusal(folder)
    (folder / "model.onnx").unlink()
    assert "no model.onnx" in refusal(folder)
