"""Trains the English cross-encoder: which of ibid's candidates answers a question, or none of them.

    python train.py --data data.jsonl --base FOLDER --out encoder.pt --visits 12000 [--start weights.pt] [--held articles.txt]

`data.jsonl` is what `npm run ibid -- encoder-data` writes. Reads `[CLS] question [SEP] title. sentence [SEP] before [SEP]`,
80 tokens at most, and scores it with a linear layer on [CLS]. Loss: softmax over the right sentence, its strongest rivals
and "none of these", whose score is 0; unanswerable questions and those of other sets want none. So a score above 0 says
that the sentence is more likely to answer than not. Stops after so many questions; every ten minutes it writes a checkpoint
beside `--out`, and goes on from there when it is started again.
"""

import argparse
import json
import os
import random
import time
from collections import Counter

import torch
import torch.nn.functional as F

from encoder import CrossEncoder, load, pair, tokenizer_of

CANDIDATES = 5
"""Of a question: the right one, the two best wrong ones, and others by chance among the best 16."""
MIX = ("squad", "qamr", "squad", "qamr", "squad", "qamr", "unanswerable", "outside")
"""What the questions of one step are."""
RATE = 1e-4


def read(path, held):
    """Examples to learn from, by kind, and those of held-out articles."""
    examples = [json.loads(line) for line in open(path)]
    article = {}
    for one in examples:
        for candidate in one["candidates"]:
            if candidate["right"] and candidate["title"]:
                article[candidate["title"]] = one["group"]
    learned, kept = {}, []
    for one in examples:
        if not one["candidates"]:
            continue
        group = one["group"]
        if one["asked"] == "unanswerable":
            titles = Counter(c["title"] for c in one["candidates"][:5])
            group = article.get(titles.most_common(1)[0][0], group)
        if group in held:
            kept.append(one)
            continue
        if one["asked"] == "answerable":
            if not any(c["right"] for c in one["candidates"]):
                continue
            kind = "squad" if one["set"].startswith("squad") else "qamr"
        else:
            kind = one["asked"]
        learned.setdefault(kind, []).append(one)
    return learned, kept


def chosen_of(one):
    """Candidates of a question, and which of them is right: past the last one where none is."""
    right = [c for c in one["candidates"] if c["right"]][:1]
    wrong = [c for c in one["candidates"] if not c["right"]]
    rivals = wrong[:2] + random.sample(wrong[2:], min(CANDIDATES - 3, len(wrong[2:])))
    chosen = right + rivals if right else rivals[:3]
    return chosen, 0 if right else len(chosen)


def scores_of(net, tokenizer, pairs, chunk=16):
    """Scores of pairs, those of like length together, so that little is padded."""
    encoded = [pair(tokenizer, *one) for one in pairs]
    order = sorted(range(len(encoded)), key=lambda k: len(encoded[k][0]))
    parts = []
    for start in range(0, len(order), chunk):
        rows = [encoded[k] for k in order[start : start + chunk]]
        width = max(len(ids) for ids, _ in rows)
        ids = torch.tensor([list(a) + [0] * (width - len(a)) for a, _ in rows])
        types = torch.tensor([list(b) + [0] * (width - len(b)) for _, b in rows])
        mask = torch.tensor([[1] * len(a) + [0] * (width - len(a)) for a, _ in rows])
        with torch.autocast("cpu", dtype=torch.bfloat16):
            parts.append(net(ids, mask, types).float())
    back = torch.empty(len(order), dtype=torch.long)
    back[torch.tensor(order)] = torch.arange(len(order))
    return torch.cat(parts)[back]


def main():
    flags = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    flags.add_argument("--data", required=True)
    flags.add_argument("--base", required=True, help="folder of the base model: config.json, tokenizer.json")
    flags.add_argument("--out", required=True)
    flags.add_argument("--start", help="weights to start from")
    flags.add_argument("--visits", type=int, required=True, help="questions to learn from")
    flags.add_argument("--held", help="file of articles that nothing is learned from, a line each")
    flags.add_argument("--rate", type=float, default=RATE)
    flags.add_argument("--seed", type=int, default=1)
    args = flags.parse_args()
    torch.manual_seed(args.seed)
    random.seed(args.seed)
    torch.set_num_threads(int(os.environ.get("THREADS", "2")))

    held = set(open(args.held).read().split("\n")) if args.held else set()
    learned, kept = read(args.data, held)
    print({kind: len(ones) for kind, ones in learned.items()}, "held", len(kept), flush=True)
    tokenizer = tokenizer_of(args.base)
    net = CrossEncoder(args.base)
    # Word vectors stay: 12 of 23 million parameters, and the archive's words aren't the training sets'.
    net.bert.embeddings.word_embeddings.requires_grad_(False)
    net.bert.embeddings.position_embeddings.requires_grad_(False)
    parameters = [p for p in net.parameters() if p.requires_grad]
    optimizer = torch.optim.AdamW(parameters, lr=args.rate, weight_decay=0.01)
    seen = 0
    checkpoint = args.out + ".checkpoint"
    if os.path.exists(checkpoint):
        state = torch.load(checkpoint)
        net.load_state_dict(state["net"])
        optimizer.load_state_dict(state["optimizer"])
        seen = state["seen"]
        print("goes on after", seen, flush=True)
    elif args.start:
        load(net, args.start)

    places = {kind: random.sample(range(len(ones)), len(ones)) for kind, ones in learned.items()}
    visited = {kind: seen * MIX.count(kind) // len(MIX) for kind in learned}
    losses, began, saved = [], time.time(), time.time()
    started = seen
    while seen < args.visits:
        progress = seen / args.visits
        for group in optimizer.param_groups:
            group["lr"] = args.rate * min(1, progress / 0.05 + 0.02) * max(0.02, 1 - progress)
        pairs, spans = [], []
        for kind in MIX:
            one = learned[kind][places[kind][visited[kind] % len(places[kind])]]
            visited[kind] += 1
            chosen, right = chosen_of(one)
            spans.append((len(pairs), len(pairs) + len(chosen), right))
            pairs += [(one["question"], c["title"], c["sentence"], c.get("before", "")) for c in chosen]
        scores = scores_of(net, tokenizer, pairs)
        none = torch.zeros(1)
        loss = sum(F.cross_entropy(torch.cat([scores[a:b], none])[None], torch.tensor([r])) for a, b, r in spans)
        (loss / len(MIX)).backward()
        torch.nn.utils.clip_grad_norm_(parameters, 1.0)
        optimizer.step()
        optimizer.zero_grad()
        seen += len(MIX)
        losses.append(loss.item() / len(MIX))
        if seen % (20 * len(MIX)) == 0:
            recent = losses[-100:]
            speed = (seen - started) / (time.time() - began) * 60
            print(f"{seen} questions, loss {sum(recent) / len(recent):.3f}, {speed:.0f} a minute", flush=True)
        if time.time() - saved > 600:
            torch.save({"net": net.state_dict(), "optimizer": optimizer.state_dict(), "seen": seen}, checkpoint + ".new")
            os.replace(checkpoint + ".new", checkpoint)
            saved = time.time()
    torch.save(net.state_dict(), args.out)
    if os.path.exists(checkpoint):
        os.remove(checkpoint)


if __name__ == "__main__":
    main()
