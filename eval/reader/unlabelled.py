"""Texts that nobody annotated, from the public sets: on them the reader learns from what larger networks answer."""

from __future__ import annotations

import json
import random
from collections.abc import Iterator
from pathlib import Path

from eval.reader.examples import cut
from fogline.config import Engine
from fogline.extraction.events.reader.card import Card
from fogline.extraction.events.reader.windows import Pieces, Window
from fogline.pipeline import analyse, stages_of
from fogline.reports import report_from_text

# Words of each set that are read: all that speaks of war, and some of other news.
WORDS = {
    "fakes": 130_000,
    "wikiwars": 70_000,
    "isaf": 60_000,
    "indiapolice": 50_000,
    "polnear-train": 90_000,
    "geowebnews": 20_000,
    "trnews": 13_000,
    "geovirus": 9_000,
}
LONGEST = 20_000  # characters of one text
SEED = 7


def unlabelled(folder: Path, card: Card, pieces: Pieces) -> Iterator[Window]:
    """The windows of the texts of `WORDS`, drawn by chance but the same each time."""
    stages = stages_of(Engine.RULES)[:-1]
    for name, words in WORDS.items():
        for text in _drawn(folder / f"{name}.jsonl", words):
            document = analyse(report_from_text(text), stages)
            if document.report.language == "en":
                yield from cut(document, card, pieces)


def _drawn(path: Path, words: int) -> Iterator[str]:
    with path.open(encoding="utf-8") as lines:
        texts = [str(json.loads(line)["text"])[:LONGEST] for line in lines]
    random.Random(SEED).shuffle(texts)
    for text in texts:
        words -= len(text.split())
        if words < 0:
            return
        yield text
