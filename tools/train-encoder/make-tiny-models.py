"""Writes the models of test/fixtures/encoder: graphs of a few nodes whose scores can be told by hand.

    python make-tiny-models.py ../../test/fixtures/encoder

`cross-encoder`: 3 for each "yes" of the passage and -3 for each "no". `bi-encoder`: a word's vector is its direction (north,
east, south, west), of every other token zero. Their tokenizer.json says to pad and to cut, which Ibid must not do.
"""

import json
import os
import sys

import numpy as np
from onnx import TensorProto, checker, helper, numpy_helper, save
from tokenizers import Tokenizer, models, normalizers, pre_tokenizers, processors

MARKS = ["[PAD]", "[UNK]", "[CLS]", "[SEP]"]
WORDS = [".", ":", "query", "passage", "yes", "no", "north", "east", "south", "west", "river"]
VOCABULARY = MARKS + WORDS
LOGITS = {"yes": 3, "no": -3}
DIRECTIONS = {"north": [0, 1, 0, 0], "east": [1, 0, 0, 0], "south": [0, -1, 0, 0], "west": [-1, 0, 0, 0]}
IDS = helper.make_tensor_value_info("input_ids", TensorProto.INT64, ["batch", "tokens"])
MASK = helper.make_tensor_value_info("attention_mask", TensorProto.INT64, ["batch", "tokens"])
TYPES = helper.make_tensor_value_info("token_type_ids", TensorProto.INT64, ["batch", "tokens"])


def write_model(path, nodes, inputs, output, weights):
    values = [numpy_helper.from_array(value, name) for name, value in weights.items()]
    graph = helper.make_graph(nodes, "tiny", inputs, [output], values)
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=8)
    checker.check_model(model)
    os.makedirs(os.path.dirname(path), exist_ok=True)
    save(model, path)


def write_json(path, value):
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "w") as file:
        file.write(json.dumps(value, indent=2) + "\n")


def write_folder(folder, architecture, **config):
    tokenizer = Tokenizer(models.WordPiece({word: i for i, word in enumerate(VOCABULARY)}, unk_token="[UNK]"))
    tokenizer.normalizer = normalizers.BertNormalizer(lowercase=True)
    tokenizer.pre_tokenizer = pre_tokenizers.BertPreTokenizer()
    marks = [(mark, VOCABULARY.index(mark)) for mark in ("[CLS]", "[SEP]")]
    tokenizer.post_processor = processors.TemplateProcessing(
        single="[CLS] $A [SEP]", pair="[CLS] $A [SEP] $B:1 [SEP]:1", special_tokens=marks
    )
    tokenizer.add_special_tokens(MARKS)
    tokenizer.enable_truncation(4)
    tokenizer.enable_padding(length=4)
    tokenizer.save(f"{folder}/tokenizer.json")
    known = {"hidden_size": 4, "vocab_size": len(VOCABULARY), "max_position_embeddings": 512}
    write_json(f"{folder}/config.json", {"architectures": [architecture], **known, **config})


def write_cross_encoder(folder):
    weights = np.array([LOGITS.get(word, 0) for word in VOCABULARY], dtype=np.float32)
    nodes = [
        helper.make_node("Gather", ["weights", "input_ids"], ["of_tokens"]),
        helper.make_node("Cast", ["token_type_ids"], ["types"], to=TensorProto.FLOAT),
        helper.make_node("Mul", ["of_tokens", "types"], ["of_passage"]),
        helper.make_node("ReduceSum", ["of_passage", "axes"], ["score"], keepdims=0),
    ]
    output = helper.make_tensor_value_info("score", TensorProto.FLOAT, ["batch"])
    weights = {"weights": weights, "axes": np.array([1], dtype=np.int64)}
    write_model(f"{folder}/onnx/model_int8.onnx", nodes, [IDS, MASK, TYPES], output, weights)
    write_folder(folder, "BertForSequenceClassification", num_labels=1, language="en")


def write_bi_encoder(folder):
    table = np.array([DIRECTIONS.get(word, [0, 0, 0, 0]) for word in VOCABULARY], dtype=np.float32)
    nodes = [helper.make_node("Gather", ["table", "input_ids"], ["last_hidden_state"])]
    output = helper.make_tensor_value_info("last_hidden_state", TensorProto.FLOAT, ["batch", "tokens", 4])
    write_model(f"{folder}/onnx/model.onnx", nodes, [IDS, MASK], output, {"table": table})
    write_folder(folder, "BertModel", language="multilingual")
    write_json(f"{folder}/1_Pooling/config.json", {"pooling_mode_cls_token": False, "pooling_mode_mean_tokens": True})
    prompts = {"query": "query: ", "passage": "passage: "}
    write_json(f"{folder}/config_sentence_transformers.json", {"prompts": prompts})


def write_image_model(path):
    pixels = helper.make_tensor_value_info("pixel_values", TensorProto.FLOAT, ["batch", 3])
    output = helper.make_tensor_value_info("logits", TensorProto.FLOAT, ["batch", 3])
    write_model(path, [helper.make_node("Relu", ["pixel_values"], ["logits"])], [pixels], output, {})


if __name__ == "__main__":
    out = sys.argv[1]
    for part, write in (("cross-encoder", write_cross_encoder), ("bi-encoder", write_bi_encoder)):
        os.makedirs(f"{out}/{part}", exist_ok=True)
        write(f"{out}/{part}")
    write_image_model(f"{out}/image.onnx")
