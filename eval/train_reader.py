"""Trains the reader on annotated reports: `python -m eval.train_reader FOLDER BASE [THREADS]`. Needs the extra `train`.

BASE is a folder with MiniLM's weights. Writes the network that ships, and `build/readings.npz`: what networks that had
not seen a report's war read in it. The models of the claims stage are fitted to these (`eval.train_claims`).
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, get_args

import numpy as np
import torch

from eval.annotation import read_folder
from eval.reader.examples import FOLDS, Example, example, folds
from eval.reader.export import export
from eval.reader.fit import chances, fit
from eval.reader.readings import READINGS
from eval.train_claims import read_unjudged
from fogline.config import Engine
from fogline.extraction.events.reader.card import Card
from fogline.extraction.events.reader.cutter import Cutter
from fogline.model import Document, EventType, Stance

LAYERS = 4
LEAST_REPORTS = 3  # that a word must stand in, in small letters, to be no name where a capital begins it
WINDOW, BEFORE = 160, 32  # word pieces
DEPENDENCIES = (
    "ROOT acl acomp advcl advmod agent amod appos attr aux auxpass case cc ccomp compound conj csubj csubjpass dative "
    "dep det dobj expl intj mark meta neg nmod npadvmod nsubj nsubjpass nummod oprd parataxis pcomp pobj poss preconj "
    "predet prep prt punct quantmod relcl xcomp"
)
PARTS = "ADJ ADP ADV AUX CCONJ DET INTJ NOUN NUM PART PRON PROPN PUNCT SCONJ SPACE SYM VERB X"


def main() -> None:
    """Trains on all reports but those of each fold's wars, then on all."""
    folder, base = Path(sys.argv[1]), Path(sys.argv[2])
    torch.set_num_threads(int(sys.argv[3]) if len(sys.argv) > 3 else torch.get_num_threads())
    pairs = [(report, read_unjudged(report, Engine.RULES)) for report in read_folder(folder)]
    card = Card(
        files={},
        types=get_args(EventType),
        stances=get_args(Stance),
        dependencies=tuple(DEPENDENCIES.split()),
        parts=tuple(PARTS.split()),
        ordinary=ordinary(document for _, document in pairs),
        window=WINDOW,
        before=BEFORE,
    )
    cutter = Cutter(base / "tokenizer.json")
    examples = [example(report, document, card, cutter.pieces) for report, document in pairs]
    _read_wars_left_out(examples, base, card)
    export(fit(examples, base, card, LAYERS), base, card)


def ordinary(documents: Iterable[Document]) -> tuple[str, ...]:
    """The words that several documents hold in small letters."""
    holding: Counter[str] = Counter()
    for document in documents:
        small = (token.text for token in document.structure.tokens if token.text.islower() and token.pos != "PROPN")
        holding.update({word for word in small if word.isalpha()})
    return tuple(sorted(word for word, count in holding.items() if count >= LEAST_REPORTS))


def _read_wars_left_out(examples: Sequence[Example], base: Path, card: Card) -> None:
    """Writes what networks read in reports of wars that they were not trained on."""
    found: dict[str, Any] = {}
    of = folds([item.war for item in examples], FOLDS)
    for fold in range(FOLDS):
        net = fit([item for item, k in zip(examples, of, strict=True) if k != fold], base, card, LAYERS)
        for item, k in zip(examples, of, strict=True):
            if k == fold:
                found[f"{item.name}/types"], found[f"{item.name}/stances"] = chances(net, item)
        print(f"fold {fold + 1} of {FOLDS}", flush=True)
    READINGS.parent.mkdir(exist_ok=True)
    np.savez_compressed(READINGS, **found)


if __name__ == "__main__":
    main()
