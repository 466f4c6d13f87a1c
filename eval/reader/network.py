"""The reader's network: a small BERT that is told of the parse and the rules, with a layer for each question."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import torch
from torch import nn
from transformers import AutoModel

from eval.reader.examples import KINDS
from fogline.extraction.events.reader.card import Card
from fogline.extraction.events.reader.cutter import UNKNOWN
from fogline.extraction.events.reader.inputs import sizes
from fogline.extraction.events.reader.windows import END, START

DROPPED = 0.15  # share of the last layer's values that are left out while learning
RARE = -4.0  # log odds of any event type at a token before anything is learned
MASK, FIRST_WORD = 103, 1000  # [MASK], and where words begin in the vocabulary of BERT
# MPNet's vocabulary is BERT's behind four marks of its own; these of BERT's have another number there.
_MOVED = 4
_OF_MPNET = {START: 0, END: 2, MASK: 30526, UNKNOWN: 104}


@dataclass(frozen=True, slots=True)
class Base:
    """Weights that a network starts from: their folder, how many of their layers it has, how many of these stay.

    `rate` is the learning rate of the layers that learn.
    """

    folder: Path
    layers: int
    still: int
    rate: float


class Network(nn.Module):
    """Word pieces (BERT's) and their numbers in; log odds of types, scores of stances and of kinds of source out.

    The base is MiniLM (Wang et al. 2020, "MiniLM: Deep Self-Attention Distillation") or MPNet (Song et al. 2020,
    "MPNet: Masked and Permuted Pre-training"). The vectors of its words stay as they are: words that the reports do not
    hold keep their place among the others.
    """

    def __init__(self, base: Base, card: Card) -> None:
        super().__init__()
        self.base: Any = AutoModel.from_pretrained(
            base.folder, add_pooling_layer=False, attn_implementation="eager", hidden_dropout_prob=0.0,
            attention_probs_dropout_prob=0.0,
        )  # fmt: skip
        self.of_mpnet = self.base.config.model_type == "mpnet"
        self.base.encoder.layer = self.base.encoder.layer[: base.layers]
        self.base.embeddings.word_embeddings.weight.requires_grad_(False)
        for weights in self.base.encoder.layer[: base.still].parameters():
            weights.requires_grad_(False)
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
        given = self.base.embeddings.word_embeddings(_moved(pieces) if self.of_mpnet else pieces)
        for k, table in enumerate(self.numbers):
            given = given + table(numbers[:, :, k])
        seen = self.drop(self.base(inputs_embeds=given, attention_mask=mask).last_hidden_state)
        return self.types(seen), self.stances(seen), self.kinds(seen)


def _moved(pieces: Any) -> Any:
    """Numbers of BERT's pieces as those of MPNet's."""
    moved = pieces + _MOVED
    for ours, theirs in _OF_MPNET.items():
        moved = torch.where(pieces == ours, theirs, moved)
    return moved
