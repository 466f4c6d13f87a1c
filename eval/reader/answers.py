"""What networks say of windows, from which another network may learn (distillation; Hinton, Vinyals & Dean 2015)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import torch

from eval.reader.network import Network
from fogline.extraction.events.reader.windows import Window

TOGETHER = 16  # windows read at once

Rows = np.ndarray[Any, Any]


@dataclass(frozen=True, slots=True)
class Answers:
    """Chances at the tokens that a window reads: of types (each for itself), of stances and of kinds of source."""

    types: Rows
    stances: Rows
    kinds: Rows


def half() -> Any:
    """Arithmetic in sixteen bits where the processor has it (four times as fast); where it is imitated it is slower."""
    return torch.autocast("cpu", dtype=torch.bfloat16, enabled=torch.cpu._is_avx512_bf16_supported())


def answers(nets: Sequence[Network], windows: Sequence[Window]) -> list[Answers]:
    """The mean of what some networks say of each window."""
    return mean([list(_of_one(net, windows)) for net in nets])


def mean(said: Sequence[Sequence[Answers]]) -> list[Answers]:
    """The mean of several answers to each window."""
    parts = [[(a.types, a.stances, a.kinds) for a in alike] for alike in zip(*said, strict=True)]
    return [Answers(*(np.mean(rows, axis=0) for rows in zip(*part, strict=True))) for part in parts]


def _of_one(net: Network, windows: Sequence[Window]) -> list[Answers]:
    order = sorted(range(len(windows)), key=lambda n: len(windows[n].pieces))
    found: dict[int, Answers] = {}
    for first in range(0, len(order), TOGETHER):
        together = order[first : first + TOGETHER]
        found.update(zip(together, _together(net, [windows[n] for n in together]), strict=True))
    return [found[n] for n in range(len(windows))]


def _together(net: Network, windows: Sequence[Window]) -> Iterator[Answers]:
    with torch.no_grad(), half():
        scores = [part.float() for part in net(*tensors(windows))]
    types, stances, kinds = torch.sigmoid(scores[0]), scores[1].softmax(-1), scores[2].softmax(-1)
    for n, window in enumerate(windows):
        yield Answers(types[n, window.at].numpy(), stances[n, window.at].numpy(), kinds[n, window.at].numpy())


def tensors(given: Sequence[Window]) -> tuple[Any, Any, Any]:
    """Pieces, numbers and mask of some windows, filled up with zeros to the longest."""
    longest = max(len(window.pieces) for window in given)
    pieces = np.zeros((len(given), longest), np.int64)
    numbers = np.zeros((len(given), longest, len(given[0].numbers[0])), np.int64)
    mask = np.zeros((len(given), longest), np.int64)
    for i, window in enumerate(given):
        length = len(window.pieces)
        pieces[i, :length], numbers[i, :length], mask[i, :length] = window.pieces, window.numbers, 1
    return torch.from_numpy(pieces), torch.from_numpy(numbers), torch.from_numpy(mask)
