"""Writes the reader's network as it ships: ONNX with eight-bit weights, its tokenizer, and the card with hashes."""

from __future__ import annotations

import hashlib
import shutil
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import nn

from eval.reader.network import Network
from fogline.extraction.events.reader.card import MODELS, Card
from fogline.extraction.events.reader.network import NETWORK, TOKENIZER


class _Chances(nn.Module):
    """The network's scores of types and stances as chances."""

    def __init__(self, net: Network) -> None:
        super().__init__()
        self.net = net

    def forward(self, pieces: Any, numbers: Any) -> tuple[Any, Any]:
        types, stances, _ = self.net(pieces, numbers)
        return torch.sigmoid(types), torch.softmax(stances, -1)


def export(net: Network, base: Path, card: Card) -> None:
    """Puts the network among the package's models."""
    length = torch.export.Dim("length", min=2, max=card.window)
    pieces, numbers = torch.ones(1, 16, dtype=torch.long), torch.ones(1, 16, 5, dtype=torch.long)
    with TemporaryDirectory() as folder:
        plain = Path(folder) / "reader.onnx"
        torch.onnx.export(
            _Chances(net).eval(),
            (pieces, numbers),
            plain,
            input_names=["pieces", "numbers"],
            output_names=["types", "stances"],
            dynamic_shapes={"pieces": {1: length}, "numbers": {1: length}},
            dynamo=True,
        )
        # Seven bits of eight: without them older processors overflow and read otherwise than newer ones. One scale for
        # a whole matrix would be too coarse for them: it halved the chances.
        quantize_dynamic(plain, MODELS / NETWORK, weight_type=QuantType.QInt8, reduce_range=True, per_channel=True)
    _strip(MODELS / NETWORK)
    shutil.copyfile(base / "tokenizer.json", MODELS / TOKENIZER)
    files = {name: hashlib.sha256((MODELS / name).read_bytes()).hexdigest() for name in (NETWORK, TOKENIZER)}
    text = card.model_copy(update={"files": files}).model_dump_json(indent=1)
    (MODELS / "reader.json").write_text(text + "\n", encoding="utf-8")


def _strip(path: Path) -> None:
    """Takes out of a network what the exporter notes of the code and the machine that it came from."""
    model = onnx.load(path)
    graph = model.graph
    for part in (model, graph, *graph.node, *graph.value_info, *graph.input, *graph.output, *graph.initializer):
        part.doc_string = ""
        del part.metadata_props[:]
    onnx.save(model, path)
