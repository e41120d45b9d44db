"""Says what weights of the cross-encoder are worth on articles that they were not trained on.

    python evaluate.py --data data.jsonl --base FOLDER --weights encoder.pt --held articles.txt [--questions 400]

Prints, for each set, asked as written and as members type: P@1 of ibid's order, and of ibid's score + w x the encoder's
over the best 12; and the AUC of the best score between questions that are answered there and those that are not.
"""

import argparse
from collections import defaultdict

import torch

from encoder import CrossEncoder, load, tokenizer_of
from train import read, scores_of

CANDIDATES = 12
WEIGHTS = (0.2, 0.4, 0.6, 0.8, 1.0, 1.4)


def auc(right, wrong):
    pairs = sum((a > b) + 0.5 * (a == b) for a in right for b in wrong)
    return pairs / max(1, len(right) * len(wrong))


def main():
    flags = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    flags.add_argument("--data", required=True)
    flags.add_argument("--base", required=True)
    flags.add_argument("--weights", required=True)
    flags.add_argument("--held", required=True)
    flags.add_argument("--questions", type=int, default=400, help="of each kind at most")
    args = flags.parse_args()
    torch.set_num_threads(1)
    tokenizer = tokenizer_of(args.base)
    net = load(CrossEncoder(args.base), args.weights).eval()
    _, kept = read(args.data, set(open(args.held).read().split("\n")))
    kinds = defaultdict(list)
    for one in kept:
        kinds[(one["set"], one["asked"], one["reworded"])].append(one)
    best = {}
    for kind, ones in sorted(kinds.items()):
        step = max(1, len(ones) // args.questions)
        asked = ones[::step][: args.questions]
        plain, mixed, top = 0, [0] * len(WEIGHTS), []
        for one in asked:
            some = one["candidates"][:CANDIDATES]
            with torch.no_grad():
                said = scores_of(
                    net, tokenizer, [(one["question"], c["title"], c["sentence"], c.get("before", "")) for c in some]
                ).tolist()
            top.append(max(said))
            plain += some[0]["right"]
            for i, weight in enumerate(WEIGHTS):
                first = max(range(len(some)), key=lambda k: some[k]["score"] + weight * said[k])
                mixed[i] += some[first]["right"]
        best[kind] = top
        share = lambda count: f"{count / len(asked):.3f}"
        name = " ".join((kind[0], kind[1], "reworded" if kind[2] else "as written"))
        figures = "  ".join(f"{w}: {share(m)}" for w, m in zip(WEIGHTS, mixed))
        print(f"{name} ({len(asked)}): {share(plain)}; {figures}; best score {sum(top) / len(top):.2f}", flush=True)
    for (name, asked, reworded), top in best.items():
        if asked == "answerable":
            for other in ("unanswerable", "outside"):
                if (name, other, reworded) in best:
                    print(f"{name} {'reworded' if reworded else 'as written'}, AUC against {other}: {auc(top, best[(name, other, reworded)]):.3f}")


if __name__ == "__main__":
    main()
