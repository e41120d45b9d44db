"""The cross-encoder, and how a question and a sentence are put before it: as src/encoder does."""

import torch
from tokenizers import Tokenizer
from transformers import BertConfig, BertModel

MOST_TOKENS = 80
MOST_OF_QUESTION = 40


def tokenizer_of(folder):
    tokenizer = Tokenizer.from_file(f"{folder}/tokenizer.json")
    tokenizer.no_truncation()
    tokenizer.no_padding()
    return tokenizer


def pair(tokenizer, question, title, sentence, before):
    """Token ids and types of `[CLS] question [SEP] title. sentence [SEP] before [SEP]`, cut at the end."""
    text = " ".join((f"{title}. {sentence}" if title else sentence).split())
    ids = lambda words: tokenizer.encode(words, add_special_tokens=False).ids
    cls, sep = tokenizer.token_to_id("[CLS]"), tokenizer.token_to_id("[SEP]")
    first = [cls] + ids(question)[:MOST_OF_QUESTION] + [sep]
    second = ids(text) + ([sep] + ids(" ".join(before.split())) if before else [])
    second = second[: MOST_TOKENS - len(first) - 1] + [sep]
    return first + second, [0] * len(first) + [1] * len(second)


def load(net, path):
    """Puts weights into the net: of a whole training, or of a checkpoint of one."""
    state = torch.load(path)
    net.load_state_dict({name: value.float() for name, value in state.get("net", state).items()}, strict=False)
    return net


class CrossEncoder(torch.nn.Module):
    def __init__(self, folder, attention="sdpa"):
        super().__init__()
        config = BertConfig.from_pretrained(folder)
        config._attn_implementation = attention
        self.bert = BertModel(config, add_pooling_layer=False)
        self.head = torch.nn.Linear(config.hidden_size, 1)

    def forward(self, input_ids, attention_mask, token_type_ids):
        hidden = self.bert(
            input_ids=input_ids, attention_mask=attention_mask, token_type_ids=token_type_ids
        ).last_hidden_state
        return self.head(hidden[:, 0])[:, 0]
