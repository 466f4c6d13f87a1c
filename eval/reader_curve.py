"""How the network grows with the annotated reports that it learns from: `python -m eval.reader_curve REPORTS MINILM`.

Needs the extra `train`. A network like the one that ships learns from a part of the reports of one half of the wars,
without what larger networks answer, and reads the other half. Average precision (of scikit-learn) is that of its
chances at every token: of each type, of each family (the likeliest of its types), and, where an annotated claim is
told, of its stance being no plain assertion.
"""

from __future__ import annotations

import sys
from collections import defaultdict
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from sklearn.metrics import average_precision_score

from eval.learning_curve import SHARES, drawn
from eval.parses import parsed
from eval.reader.examples import FOLDS, Example, example, folds
from eval.reader.fit import Course, chances, fit
from eval.train_reader import ROUNDS, card_of, small_base
from fogline.extraction.events.reader.card import Card
from fogline.extraction.events.reader.cutter import Cutter

Rows = np.ndarray[Any, Any]
Pairs = dict[str, list[tuple[Rows, Rows]]]  # what is true and the chance of it, by what is asked


def main() -> None:
    """Prints the curve as a table."""
    folder, minilm = map(Path, sys.argv[1:3])
    pairs = parsed(folder)
    card = card_of(document for _, document in pairs)
    pieces = Cutter(minilm / "tokenizer.json").pieces
    examples = [example(report, document, card, pieces) for report, document in pairs]
    of = folds([item.war for item in examples], FOLDS)
    print("| share | reports, on average | types | families | no plain assertion |\n| --- | --- | --- | --- | --- |")
    for share in SHARES:
        found: Pairs = defaultdict(list)
        learned = 0
        for fold in range(FOLDS):
            others = [item for item, k in zip(examples, of, strict=True) if k != fold]
            training = drawn(others, share, 0, lambda item: item.name)
            learned += len(training)
            net = fit(Course(training, ROUNDS), small_base(minilm), card)
            for item, k in zip(examples, of, strict=True):
                if k == fold:
                    _add(found, item, chances(net, item), card)
        scores = [f"{_precision(found[asked]):.3f}" for asked in ("types", "families", "stances")]
        print(f"| {share:.0%} | {learned / FOLDS:.0f} | {' | '.join(scores)} |", flush=True)


def _add(found: Pairs, item: Example, said: tuple[Rows, Rows], card: Card) -> None:
    types, stances = said
    told = np.zeros(types.shape, bool)
    for token, claims in item.told.items():
        told[token, [kind for kind, _, _ in claims]] = True
        plain = card.stances.index("asserts")
        found["stances"].append((np.array([claims[0][1] != plain]), np.array([1 - stances[token, plain]])))
    found["types"].append((told.ravel(), types.ravel()))
    for columns in _families(card.types):
        found["families"].append((told[:, columns].max(1), types[:, columns].max(1)))


def _families(types: Sequence[str]) -> Iterable[list[int]]:
    names = [name.split(".")[0] for name in types]
    return ([k for k, name in enumerate(names) if name == family] for family in sorted(set(names)))


def _precision(pairs: Sequence[tuple[Rows, Rows]]) -> float:
    true, chance = (np.concatenate(part) for part in zip(*pairs, strict=True))
    return float(average_precision_score(true, chance))


if __name__ == "__main__":
    main()
