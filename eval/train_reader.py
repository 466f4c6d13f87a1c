"""Trains the reader: `python -m eval.train_reader REPORTS TEXTS MINILM MPNET`. Needs the extra `train`.

REPORTS is a folder of annotated reports, TEXTS one of texts that nobody annotated, MINILM and MPNET hold weights. Two
large teachers and two small ones learn from the reports of one half of the wars each and say what they find in the
texts; the reader learns from all reports and from what they say. Writes the network that ships, and
`build/readings.npz`: what readers that had not seen a report's war, nor had their teachers, read in it. The models of
the claims stage are fitted to these (`eval.train_claims`).
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, get_args

import numpy as np

from eval.annotation import read_folder
from eval.reader.answers import Answers, answers, mean
from eval.reader.examples import FOLDS, Example, example, folds
from eval.reader.export import export
from eval.reader.fit import Course, chances, fit
from eval.reader.network import Base
from eval.reader.readings import READINGS
from eval.reader.unlabelled import unlabelled
from eval.train_claims import read_unjudged
from fogline.config import Engine
from fogline.extraction.events.reader.card import Card
from fogline.extraction.events.reader.cutter import Cutter
from fogline.extraction.events.reader.windows import Window
from fogline.model import Document, EventType, Stance

ROUNDS, ROUNDS_OF_READER = 6, 5
LEAST_REPORTS = 3  # that a word must stand in, in small letters, to be no name where a capital begins it
WINDOW, BEFORE = 160, 32  # word pieces
DEPENDENCIES = (
    "ROOT acl acomp advcl advmod agent amod appos attr aux auxpass case cc ccomp compound conj csubj csubjpass dative "
    "dep det dobj expl intj mark meta neg nmod npadvmod nsubj nsubjpass nummod oprd parataxis pcomp pobj poss preconj "
    "predet prep prt punct quantmod relcl xcomp"
)
PARTS = "ADJ ADP ADV AUX CCONJ DET INTJ NOUN NUM PART PRON PROPN PUNCT SCONJ SPACE SYM VERB X"


def main() -> None:
    """Trains on one half of the wars, on the other, and on all."""
    folder, texts, minilm, mpnet = map(Path, sys.argv[1:5])
    small = small_base(minilm)
    large = Base(mpnet, layers=12, still=2, rate=1e-4)
    pairs = [(report, read_unjudged(report, Engine.RULES)) for report in read_folder(folder)]
    card = card_of(document for _, document in pairs)
    cutter = Cutter(minilm / "tokenizer.json")
    examples = [example(report, document, card, cutter.pieces) for report, document in pairs]
    unread = list(unlabelled(texts, card, cutter.pieces))
    said = _read_wars_left_out(examples, unread, small, large, card)
    course = Course(examples, ROUNDS_OF_READER, list(zip(unread, mean(said), strict=True)))
    export(fit(course, small, card), minilm, card)


def small_base(folder: Path) -> Base:
    """What the reader that ships starts from."""
    return Base(folder, layers=4, still=0, rate=1.5e-4)


def card_of(documents: Iterable[Document]) -> Card:
    """The card of a network that learns from some documents."""
    return Card(
        files={},
        types=get_args(EventType),
        stances=get_args(Stance),
        dependencies=tuple(DEPENDENCIES.split()),
        parts=tuple(PARTS.split()),
        ordinary=ordinary(documents),
        window=WINDOW,
        before=BEFORE,
    )


def ordinary(documents: Iterable[Document]) -> tuple[str, ...]:
    """The words that several documents hold in small letters."""
    holding: Counter[str] = Counter()
    for document in documents:
        small = (token.text for token in document.structure.tokens if token.text.islower() and token.pos != "PROPN")
        holding.update({word for word in small if word.isalpha()})
    return tuple(sorted(word for word, count in holding.items() if count >= LEAST_REPORTS))


def _read_wars_left_out(
    examples: Sequence[Example], unread: Sequence[Window], small: Base, large: Base, card: Card
) -> list[list[Answers]]:
    """Writes what readers see in reports of wars that they did not learn from; returns what their teachers answered."""
    found: dict[str, Any] = {}
    said: list[list[Answers]] = []
    of = folds([item.war for item in examples], FOLDS)
    for fold in range(FOLDS):
        known = [item for item, k in zip(examples, of, strict=True) if k != fold]
        said.append(answers([fit(Course(known, ROUNDS), base, card) for base in (large, small)], unread))
        net = fit(Course(known, ROUNDS_OF_READER, list(zip(unread, said[-1], strict=True))), small, card)
        for item, k in zip(examples, of, strict=True):
            if k == fold:
                found[f"{item.name}/types"], found[f"{item.name}/stances"] = chances(net, item)
        print(f"fold {fold + 1} of {FOLDS}", flush=True)
    READINGS.parent.mkdir(exist_ok=True)
    np.savez_compressed(READINGS, **found)
    return said


if __name__ == "__main__":
    main()
