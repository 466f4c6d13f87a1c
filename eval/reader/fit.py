"""Fits a reader's network to examples and to what other networks answered, and reads others with it."""

from __future__ import annotations

import math
import random
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import torch
from torch import nn

from eval.reader.answers import Answers, half, tensors
from eval.reader.examples import Example, Told
from eval.reader.network import FIRST_WORD, MASK, Base, Network
from fogline.extraction.events.reader.card import Card
from fogline.extraction.events.reader.windows import Window

BATCH = 8  # windows
RATE_OF_ANSWERS = 1e-3  # of the layers that answer
WARMING = 0.08  # share of the steps in which the rates rise
HIDDEN_WORDS = 0.12  # pieces that are hidden while learning, so that no word alone decides
UNTOLD = 0.2  # windows that are told nothing of the parse and the rules
STANCE_SHARE, KIND_SHARE = 0.5, 0.2  # of the loss, beside that of the types
LIKELY = 0.1  # chance of an event from which on the answered stance and kind of source are learned
SEED = 1

# A window with the claims told at its tokens, or with what other networks answered.
Lesson = tuple[Window, "dict[int, list[Told]] | Answers"]
Scores = Sequence[Any]


@dataclass(frozen=True, slots=True)
class Course:
    """What a network learns from and how often: all of it in each of `rounds`."""

    examples: Sequence[Example]
    rounds: int
    answered: Sequence[tuple[Window, Answers]] = ()


def fit(course: Course, base: Base, card: Card) -> Network:
    """A network that has learned a course; the same one gives the same network."""
    torch.manual_seed(SEED)
    chance = random.Random(SEED)
    net = Network(base, card)
    told: list[Lesson] = [(window, example.told) for example in course.examples for window in example.windows]
    kinds_of_lessons: list[list[Lesson]] = [told, list(course.answered)]
    steps = sum(math.ceil(len(lessons) / BATCH) for lessons in kinds_of_lessons) * course.rounds
    optimizer, schedule = _optimizer(net, base, steps)
    net.train()
    for turn in range(course.rounds):
        print(f"round {turn + 1} of {course.rounds}", flush=True)
        batches = [batch for lessons in kinds_of_lessons for batch in _batches(lessons, chance)]
        chance.shuffle(batches)
        for batch in batches:
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
            typed, stanced, _ = net(*tensors([window]))
            types[window.tokens] = torch.sigmoid(typed[0, window.at]).numpy()
            stances[window.tokens] = torch.softmax(stanced[0, window.at], -1).numpy()
    return types, stances


def _optimizer(net: Network, base: Base, steps: int) -> tuple[Any, Any]:
    """What moves the weights, and the share of the full learning rate: it rises, then falls in a line to a fiftieth."""
    answering = [p for name, p in net.named_parameters() if not name.startswith("base.")]
    body = [p for name, p in net.named_parameters() if name.startswith("base.") and p.requires_grad]
    rates = [{"params": body, "lr": base.rate}, {"params": answering, "lr": RATE_OF_ANSWERS}]
    optimizer: Any = torch.optim.AdamW(rates, weight_decay=0.01, fused=True)

    def rate(step: int) -> float:
        return min(1.0, (step + 1) / (WARMING * steps)) * max(0.02, 1 - step / steps)

    return optimizer, torch.optim.lr_scheduler.LambdaLR(optimizer, rate)


def _batches(lessons: Sequence[Lesson], chance: random.Random) -> list[list[Lesson]]:
    """All lessons in batches of about the same length, in a random order."""
    ordered = sorted(lessons, key=lambda item: len(item[0].pieces) + chance.random() * 16)
    batches = [ordered[i : i + BATCH] for i in range(0, len(ordered), BATCH)]
    chance.shuffle(batches)
    return batches


def _loss(net: Network, batch: Sequence[Lesson]) -> Any:
    """How far a network is from what is told or was answered; each type at each token is asked for itself."""
    pieces, numbers, mask = tensors([window for window, _ in batch])
    numbers[torch.rand(len(batch)) < UNTOLD] = 0
    pieces[(torch.rand(pieces.shape) < HIDDEN_WORDS) & (pieces >= FIRST_WORD)] = MASK
    with half():
        scores = [part.float() for part in net(pieces, numbers, mask)]
    answered = [(i, window, by) for i, (window, by) in enumerate(batch) if isinstance(by, Answers)]
    if answered:
        return _loss_of_answered(scores, answered)
    return _loss_of_told([(i, w, by) for i, (w, by) in enumerate(batch) if not isinstance(by, Answers)], scores)


def _loss_of_told(batch: Sequence[tuple[int, Window, dict[int, list[Told]]]], scores: Scores) -> Any:
    """Stance and kind of source are asked for where a claim is told."""
    types, stances, kinds = scores
    places: list[tuple[int, int]] = []
    wanted: list[Any] = []
    claims: list[tuple[int, int, int, int]] = []  # window, piece, stance, kind
    for i, window, told in batch:
        for token, at in zip(window.tokens, window.at, strict=True):
            row = torch.zeros(types.shape[-1])
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


def _loss_of_answered(scores: Scores, batch: Sequence[tuple[int, Window, Answers]]) -> Any:
    """Stance and kind of source count as much as an event is likely."""
    typed: Any = 0.0
    others: Any = 0.0
    claims = likely = 0.0
    for i, window, said in batch:
        types, stances, kinds = (torch.from_numpy(rows) for rows in (said.types, said.stances, said.kinds))
        typed = typed + nn.functional.binary_cross_entropy_with_logits(scores[0][i, window.at], types, reduction="sum")
        claims += float(types.sum())
        weight = types.max(1).values
        weight = weight * (weight > LIKELY)
        likely += float(weight.sum())
        for share, asked, rows in ((STANCE_SHARE, 1, stances), (KIND_SHARE, 2, kinds)):
            close = (rows * scores[asked][i, window.at].log_softmax(-1)).sum(-1)
            others = others - share * (weight * close).sum()
    least = BATCH / 2
    return typed / max(claims, least) + others / max(likely, least)
