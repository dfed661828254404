"""``--judge onnx:PATH``: a local cross-encoder that reads both passages at once.

PATH is a folder with model.onnx (or onnx/model.onnx), or the .onnx file; tokenizer.json
lies beside the model or one folder up. config.json beside tokenizer.json names the labels
in ``id2label`` (entailment, contradiction, neutral); a model with one output needs none:
it is the logit of a similarity.
"""

from __future__ import annotations

import hashlib
import json
import math
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from factcheck.judges.opinion import Opinion, OpinionRelation, Question, Unanswered, folded, need
from factcheck.model import FactcheckError

if TYPE_CHECKING:
    from onnxruntime import InferenceSession
    from tokenizers import Tokenizer

#: raised when the same scores give another opinion, so that old answers do not count
VERSION = "onnx 1"
#: tokens of both passages together that nearly every cross-encoder takes; two sentences fit
MAX_TOKENS = 512
#: the probability from which a label counts: more likely than all others together
ENOUGH = 0.5
#: what a label is called -> how its name starts; the first that fits
_LABELS = {
    "neutral": ("neutral", "not_entail", "non_entail", "not-entail", "non-entail"),
    "contradiction": ("contra",),
    "entailment": ("entail",),
}


def open_(place: str, model: str | None) -> OnnxJudge:
    """The model at ``onnx:PATH``. FactcheckError if a package or file is missing."""
    if model is not None:
        raise FactcheckError("--judge-model is for --judge URL: an ONNX model is named by its path")
    need("onnx", "onnxruntime", "tokenizers", "numpy")
    return OnnxJudge(Path(place.partition(":")[2]))


class OnnxJudge:
    """A cross-encoder on this machine; it is loaded when the first question comes."""

    def __init__(self, path: Path) -> None:
        self._model = _model_file(path)
        parents = (self._model.parent, self._model.parent.parent)
        home = next((p for p in parents if (p / "tokenizer.json").is_file()), None)
        if home is None:
            raise FactcheckError(f"--judge onnx: no tokenizer.json beside {self._model}")
        self._tokenizer_file = home / "tokenizer.json"
        self._labels = _labels(home / "config.json")
        self.name = f"onnx:{home.resolve().name}"
        self.identity = f"{VERSION} {self._digest(home)}"

    def _digest(self, home: Path) -> str:
        # Weights of large models stand in files beside it: model.onnx_data.
        weights = sorted(self._model.parent.glob(f"{self._model.name}*"))
        whole = hashlib.sha256()
        for file in (*weights, self._tokenizer_file, home / "config.json"):
            if file.is_file():
                with file.open("rb") as content:
                    whole.update(hashlib.file_digest(content, "sha256").digest())
        return whole.hexdigest()

    @cached_property
    def _session(self) -> InferenceSession:
        import onnxruntime

        onnxruntime.disable_telemetry_events()  # some builds have them, and nothing may leave here
        options = onnxruntime.SessionOptions()
        options.log_severity_level = 4  # its own lines on stderr are not for the user
        try:
            return onnxruntime.InferenceSession(str(self._model), options, providers=["CPUExecutionProvider"])
        except Exception as error:  # onnxruntime has an error class for every status code
            raise FactcheckError(f"--judge onnx: cannot load {self._model}: {error}") from None

    @cached_property
    def _tokenizer(self) -> Tokenizer:
        from tokenizers import Tokenizer

        try:
            tokenizer = Tokenizer.from_file(str(self._tokenizer_file))
        except Exception as error:  # tokenizers raises Exception itself
            raise FactcheckError(f"--judge onnx: cannot load {self._tokenizer_file}: {error}") from None
        tokenizer.no_padding()
        tokenizer.enable_truncation(MAX_TOKENS)
        return tokenizer

    def ask(self, question: Question) -> Opinion:
        """Both directions: a longer sentence entails a shorter one, not the other way round."""
        there = self._scores(question.passage_a, question.passage_b)
        back = self._scores(question.passage_b, question.passage_a)
        if "similarity" in there:
            return self._same_or_not(question, (there["similarity"] + back["similarity"]) / 2)
        # A contradiction holds in both directions, or it is none.
        against = min(there.get("contradiction", 0.0), back.get("contradiction", 0.0))
        entailed = max(there["entailment"], back["entailment"])
        if against >= ENOUGH and against >= entailed:
            return self._opinion(question, "conflicts", f"contradiction {against:.2f}")
        if entailed >= ENOUGH:
            return self._opinion(question, "corroborates", f"entailment {entailed:.2f}")
        return self._opinion(question, "none", f"entailment {entailed:.2f}, contradiction {against:.2f}")

    def _same_or_not(self, question: Question, similarity: float) -> Opinion:
        """A similarity tells whether the passages are about one fact; the facts tell whether they agree."""
        differs = any(p.relation in ("conflict", "update") for p in question.facts)
        same: OpinionRelation = "conflicts" if differs else "corroborates"
        relation: OpinionRelation = same if similarity >= ENOUGH else "none"
        return self._opinion(question, relation, f"similarity {similarity:.2f}")

    def _opinion(self, question: Question, relation: OpinionRelation, why: str) -> Opinion:
        """A cross-encoder names no detail: the facts that differ are its quotes, else the passages."""
        a = b = ""
        if relation == "conflicts":
            a, b = question.passage_a, question.passage_b
            differing = [p for p in question.facts if p.relation in ("conflict", "update")]
            if differing:
                a, b = folded(differing[0].a.text), folded(differing[0].b.text)
        return Opinion(relation, a, b, why, self.name)

    def _scores(self, first: str, second: str) -> dict[str, float]:
        """Label -> probability for one direction."""
        logits = self._logits(first, second)
        if not all(math.isfinite(x) for x in logits):
            raise Unanswered("the model's scores are not finite numbers")
        if len(logits) == 1:
            # The logistic function, in the form that does not overflow.
            return {"similarity": (1 + math.tanh(logits[0] / 2)) / 2}
        if set(self._labels) != set(range(len(logits))) or "entailment" not in self._labels.values():
            raise FactcheckError(
                f"--judge onnx: the model has {len(logits)} outputs, and config.json does not name them"
                " in id2label as entailment, contradiction and neutral"
            )
        top = max(logits)
        weights = [math.exp(x - top) for x in logits]
        return {label: weights[place] / sum(weights) for place, label in self._labels.items()}

    def _logits(self, first: str, second: str) -> list[float]:
        import numpy as np

        encoded = self._tokenizer.encode(first, second)
        known = {
            "input_ids": encoded.ids,
            "attention_mask": encoded.attention_mask,
            "token_type_ids": encoded.type_ids,
        }
        names = [node.name for node in self._session.get_inputs()]
        unknown = sorted(set(names) - set(known))
        if unknown:
            raise FactcheckError(
                f"--judge onnx: the model wants {', '.join(unknown)}: not a text cross-encoder"
            )
        feed = {name: np.array([known[name]], dtype=np.int64) for name in names}
        try:
            scores: Any = self._session.run(None, feed)[0]
        except Exception as error:  # one error class for every status code
            raise Unanswered(f"the model cannot be run on them ({type(error).__name__})") from None
        return [float(x) for x in np.asarray(scores).reshape(-1)]


def _model_file(path: Path) -> Path:
    choices = (path / "model.onnx", path / "onnx" / "model.onnx") if path.is_dir() else (path,)
    for choice in choices:
        if choice.is_file():
            return choice
    wanted = f"no model.onnx in {path}" if path.is_dir() else f"{path}: no such file or folder"
    raise FactcheckError(f"--judge onnx: {wanted}")


def _labels(config: Path) -> dict[int, str]:
    """Output -> label; empty if there is no config.json or it names none of them."""
    if not config.is_file():
        return {}
    try:
        named = json.loads(config.read_text(encoding="utf-8")).get("id2label", {})
        names = {int(place): str(name).lower() for place, name in named.items()}
    except (OSError, ValueError, AttributeError, RecursionError):
        raise FactcheckError(f"--judge onnx: cannot read {config}") from None
    found = {}
    for place, name in names.items():
        label = next((known for known, starts in _LABELS.items() if name.startswith(starts)), None)
        if label is not None:
            found[place] = label
    return found
