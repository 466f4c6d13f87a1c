"""The reader's network and its tokenizer: loaded when first needed, their files checked against recorded hashes."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from typing import Any

import numpy as np

from fogline.errors import ModelError
from fogline.extraction.events.reader.card import MODELS, card
from fogline.extraction.events.reader.cutter import Cutter
from fogline.extraction.events.reader.windows import Window
from fogline.machine import processors

Chances = tuple[np.ndarray[Any, Any], np.ndarray[Any, Any]]
NETWORK, TOKENIZER = "reader.onnx", "reader.tokenizer.json"


class Network:
    """Chances for each token of a window: of each event type (each for itself) and of each stance (one of them)."""

    def __init__(self) -> None:
        for name, digest in card().files.items():
            _check(name, digest)
        import onnxruntime  # only those who ask for the reader should wait for it

        options = onnxruntime.SessionOptions()
        options.log_severity_level = 3
        options.intra_op_num_threads = 1  # windows are shared out instead, and so no thread waits for another
        self._session: Any = onnxruntime.InferenceSession(
            str(MODELS / NETWORK), options, providers=["CPUExecutionProvider"]
        )
        self.pieces = Cutter(MODELS / TOKENIZER).pieces

    def read(self, windows: Iterable[Window]) -> Iterator[Chances]:
        """Chances of types (tokens × types) and of stances (tokens × stances) for the tokens that each window reads.

        Each core reads a window at a time. Windows are read one by one: the network's eight-bit arithmetic scales with
        all that it is given at once, and so a text's reading must not hang on what is read beside it.
        """
        with ThreadPoolExecutor(processors()) as readers:
            yield from readers.map(self._read, windows)

    def _read(self, window: Window) -> Chances:
        given = {"pieces": np.array([window.pieces], np.int64), "numbers": np.array([window.numbers], np.int64)}
        types, stances = self._session.run(None, given)
        return types[0][window.at], stances[0][window.at]


@cache
def network() -> Network:
    """The reader's network.

    Raises:
        ModelError: a file is missing or is not the one that was recorded.
    """
    return Network()


def _check(name: str, digest: str) -> None:
    path = MODELS / name
    if not path.is_file() or hashlib.sha256(path.read_bytes()).hexdigest() != digest:
        raise ModelError(f"knowledge/models/{name} is not the file that was recorded", next_step="Reinstall fogline")
