"""Fits the reader's network to examples, and reads others with it."""

from __future__ import annotations

import math
import random
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch import nn

from eval.reader.examples import Example, Told
from eval.reader.network import Network
from fogline.extraction.events.reader.card import Card
from fogline.extraction.events.reader.windows import Window

EPOCHS = 6
BATCH = 8  # windows
RATE, RATE_OF_ANSWERS = 1.5e-4, 1e-3  # of the base, and of the layers that answer
WARMING = 0.08  # share of the steps in which the rates rise
HIDDEN_WORDS = 0.12  # pieces that are hidden while learning, so that no word alone decides
UNTOLD = 0.2  # windows that are told nothing of the parse and the rules
STANCE_SHARE, KIND_SHARE = 0.5, 0.2  # of the loss, beside that of the types
MASK, FIRST_WORD = 103, 1000  # [MASK], and where words begin in the vocabulary of BERT
SEED = 1

Batch = list[tuple[Window, dict[int, list[Told]]]]


def fit(examples: Sequence[Example], base: Path, card: Card, layers: int) -> Network:
    """A network that has learned from the examples; the same ones give the same network."""
    torch.manual_seed(SEED)
    chance = random.Random(SEED)
    net = Network(base, card, layers)
    stretches = [(window, example.told) for example in examples for window in example.windows]
    steps = math.ceil(len(stretches) / BATCH) * EPOCHS
    answers = [p for name, p in net.named_parameters() if not name.startswith("base.")]
    body = [p for name, p in net.named_parameters() if name.startswith("base.") and p.requires_grad]
    rates = [{"params": body, "lr": RATE}, {"params": answers, "lr": RATE_OF_ANSWERS}]
    optimizer: Any = torch.optim.AdamW(rates, weight_decay=0.01, fused=True)
    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda step: _rate(step, steps))
    net.train()
    for epoch in range(EPOCHS):
        print(f"round {epoch + 1} of {EPOCHS}", flush=True)
        for batch in _batches(stretches, chance):
            loss = _loss(net, batch)
            optimizer.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(net.parameters(), 1.0)
            optimizer.step()
            schedule.step()
    net.eval()
    return net


def chances(net: Network, example: Example) -> tuple[np.ndarray[Any, Any], np.ndarray[Any, Any]]:
    """Chances of types (tokens × types) and stances (tokens × stances) that the network reads in an example."""
    types = np.zeros((example.tokens, net.types.out_features), np.float32)
    stances = np.zeros((example.tokens, net.stances.out_features), np.float32)
    with torch.no_grad():
        for window in example.windows:
            pieces, numbers, mask = _tensors([window])
            typed, stanced, _ = net(pieces, numbers, mask)
            types[window.tokens] = torch.sigmoid(typed[0, window.at]).numpy()
            stances[window.tokens] = torch.softmax(stanced[0, window.at], -1).numpy()
    return types, stances


def _rate(step: int, steps: int) -> float:
    """Share of the full learning rate: rises, then falls in a line to a fiftieth."""
    return min(1.0, (step + 1) / (WARMING * steps)) * max(0.02, 1 - step / steps)


def _batches(stretches: Batch, chance: random.Random) -> Iterator[Batch]:
    """All windows in batches of about the same length, in a random order."""
    ordered = sorted(stretches, key=lambda item: len(item[0].pieces) + chance.random() * 16)
    batches = [ordered[i : i + BATCH] for i in range(0, len(ordered), BATCH)]
    chance.shuffle(batches)
    yield from batches


def _tensors(given: Sequence[Window]) -> tuple[Any, Any, Any]:
    """Pieces, numbers and mask of some windows, filled up with zeros to the longest."""
    longest = max(len(window.pieces) for window in given)
    pieces = np.zeros((len(given), longest), np.int64)
    numbers = np.zeros((len(given), longest, len(given[0].numbers[0])), np.int64)
    mask = np.zeros((len(given), longest), np.int64)
    for i, window in enumerate(given):
        length = len(window.pieces)
        pieces[i, :length], numbers[i, :length], mask[i, :length] = window.pieces, window.numbers, 1
    return torch.from_numpy(pieces), torch.from_numpy(numbers), torch.from_numpy(mask)


def _loss(net: Network, batch: Batch) -> Any:
    """Each type at each token is asked for itself; stance and kind of source where something is told."""
    pieces, numbers, mask = _tensors([window for window, _ in batch])
    numbers[torch.rand(len(batch)) < UNTOLD] = 0
    pieces[(torch.rand(pieces.shape) < HIDDEN_WORDS) & (pieces >= FIRST_WORD)] = MASK
    types, stances, kinds = net(pieces, numbers, mask)
    places: list[tuple[int, int]] = []
    wanted: list[Any] = []
    claims: list[tuple[int, int, int, int]] = []  # window, piece, stance, kind
    for i, (window, told) in enumerate(batch):
        for token, at in zip(window.tokens, window.at, strict=True):
            row = torch.zeros(net.types.out_features)
            for kind, stance, source in told.get(token, ()):
                row[kind] = 1.0
                claims.append((i, at, stance, source))
            places.append((i, at))
            wanted.append(row)
    rows, columns = zip(*places, strict=True)
    found = nn.functional.binary_cross_entropy_with_logits(types[rows, columns], torch.stack(wanted), reduction="sum")
    loss = found / max(len(claims), BATCH // 2)
    if claims:
        rows, columns, stance_of, kind_of = zip(*claims, strict=True)
        loss = loss + STANCE_SHARE * nn.functional.cross_entropy(stances[rows, columns], torch.tensor(stance_of))
        loss = loss + KIND_SHARE * nn.functional.cross_entropy(kinds[rows, columns], torch.tensor(kind_of))
    return loss
