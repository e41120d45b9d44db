"""Writes the trained cross-encoder as a folder that ibid reads: `config.json`, `tokenizer.json`, `onnx/model.onnx` (int8).

    python export.py --base FOLDER --weights encoder.pt --out ../../models/english

Weights become int8, one scale a column; what passes between them is quantised as it is met (dynamic). Prints how far the scores of
a few pairs are from those of the full weights.
"""

import argparse
import json
import os
import shutil
import tempfile

import onnxruntime
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic

from encoder import CrossEncoder, load, pair, tokenizer_of

INPUTS = ("input_ids", "attention_mask", "token_type_ids")
PAIRS = [
    ("Who is next in line to the throne?", "Sweden", "Victoria is the heir to the throne.", ""),
    ("Who is next in line to the throne?", "Sweden", "The throne room was built in 1754.", ""),
    ("when did troops enter homs", "", "He entered the town on Monday.", "The general reached Homs."),
]


def main():
    flags = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    flags.add_argument("--base", required=True)
    flags.add_argument("--weights", required=True)
    flags.add_argument("--out", required=True)
    args = flags.parse_args()
    net = load(CrossEncoder(args.base, attention="eager"), args.weights).eval()
    os.makedirs(f"{args.out}/onnx", exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        full = f"{folder}/model.onnx"
        ids = torch.randint(1000, 2000, (1, 16))
        names = {name: {0: "batch", 1: "tokens"} for name in INPUTS}
        torch.onnx.export(
            net,
            (ids, torch.ones_like(ids), torch.zeros_like(ids)),
            full,
            input_names=list(INPUTS),
            output_names=["logits"],
            dynamic_axes={**names, "logits": {0: "batch"}},
            opset_version=17,
            dynamo=False,
        )
        quantize_dynamic(
            full,
            f"{args.out}/onnx/model.onnx",
            weight_type=QuantType.QInt8,
            per_channel=True,
            extra_options={"MatMulConstBOnly": True},
        )
    config = json.load(open(f"{args.base}/config.json"))
    json.dump({**config, "language": "en"}, open(f"{args.out}/config.json", "w"), indent=2)
    shutil.copy(f"{args.base}/tokenizer.json", f"{args.out}/tokenizer.json")
    compare(net, args.out)


def compare(net, out):
    session = onnxruntime.InferenceSession(f"{out}/onnx/model.onnx", providers=["CPUExecutionProvider"])
    tokenizer = tokenizer_of(out)
    for one in PAIRS:
        ids, types = (torch.tensor([part]) for part in pair(tokenizer, *one))
        mask = torch.ones_like(ids)
        with torch.no_grad():
            full = net(ids, mask, types).item()
        feeds = dict(zip(INPUTS, (ids.numpy(), mask.numpy(), types.numpy())))
        print(f"{full:7.3f} {session.run(None, feeds)[0].item():7.3f}  {one[0]} | {one[2]}")
    print(f"{os.path.getsize(f'{out}/onnx/model.onnx') / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
