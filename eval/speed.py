"""Words a second of fogline and of the bare spaCy pipeline on the same reports: `python -m eval.speed FOLDER`.

FOGLINE_ENGINE=hybrid measures with the reader beside the rules.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from pathlib import Path

import spacy

from fogline.config import settings
from fogline.pipeline import analyse
from fogline.reports import report_from_text

ROUNDS = 3  # the best of three: other work on the machine only slows


def main() -> int:
    """Prints both rates and their ratio."""
    texts = [path.read_text(encoding="utf-8") for path in sorted(Path(sys.argv[1]).glob("*.txt"))]
    words = sum(len(text.split()) for text in texts)
    bare = spacy.load(settings().pipeline)
    bare_rate = words / min(_seconds(lambda: list(bare.pipe(texts))) for _ in range(ROUNDS))
    own_rate = words / min(_seconds(lambda: [analyse(report_from_text(text)) for text in texts]) for _ in range(ROUNDS))
    print(
        f"{words} words: spaCy {bare_rate:.0f} words/s, fogline {own_rate:.0f} words/s, "
        f"ratio {own_rate / bare_rate:.2f}"
    )
    return 0


def _seconds(work: Callable[[], object]) -> float:
    begun = time.perf_counter()
    work()
    return time.perf_counter() - begun


if __name__ == "__main__":
    sys.exit(main())
