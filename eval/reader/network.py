"""The reader's network: a small BERT that is told of the parse and the rules, with a layer for each question."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import torch
from torch import nn
from transformers import BertModel

from eval.reader.examples import KINDS
from fogline.extraction.events.reader.card import Card
from fogline.extraction.events.reader.inputs import sizes

DROPPED = 0.15  # share of the last layer's values that are left out while learning
RARE = -4.0  # log odds of any event type at a token before anything is learned


class Network(nn.Module):
    """Word pieces and their numbers in; log odds of types, scores of stances and of kinds of source out.

    The base is MiniLM (Wang et al. 2020, "MiniLM: Deep Self-Attention Distillation"), its first `layers` layers. The
    vectors of its words stay as they are: words that the reports do not hold keep their place among the others.
    """

    def __init__(self, base: Path, card: Card, layers: int) -> None:
        super().__init__()
        self.base: Any = BertModel.from_pretrained(
            base, add_pooling_layer=False, attn_implementation="eager", hidden_dropout_prob=0.0,
            attention_probs_dropout_prob=0.0,
        )  # fmt: skip
        self.base.encoder.layer = self.base.encoder.layer[:layers]
        self.base.embeddings.word_embeddings.weight.requires_grad_(False)
        width = self.base.config.hidden_size
        self.numbers = nn.ModuleList(nn.Embedding(size, width, padding_idx=0) for size in sizes(card))
        for table in self.numbers:
            nn.init.normal_(table.weight, std=0.02)
            with torch.no_grad():
                table.weight[0] = 0.0
        self.drop = nn.Dropout(DROPPED)
        self.types, self.stances, self.kinds = (
            nn.Linear(width, size) for size in (len(card.types), len(card.stances), len(KINDS))
        )
        nn.init.constant_(self.types.bias, RARE)

    def forward(self, pieces: Any, numbers: Any, mask: Any = None) -> Sequence[Any]:
        """Scores for each piece: batch × pieces × types, stances, kinds."""
        given = self.base.embeddings.word_embeddings(pieces)
        for k, table in enumerate(self.numbers):
            given = given + table(numbers[:, :, k])
        seen = self.drop(self.base(inputs_embeds=given, attention_mask=mask).last_hidden_state)
        return self.types(seen), self.stances(seen), self.kinds(seen)
