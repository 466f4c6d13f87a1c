"""Words a second of fogline and of the bare spaCy pipeline on the same reports: `python -m eval.speed FOLDER [COPIES]`.

`one` reads them one after the other in this process, `all` as `fogline read` does, on all processors, in processes that
have loaded what they need. FOGLINE_ENGINE=rules measures without the reader.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

import spacy

from fogline.abreast import Reading, readings
from fogline.config import settings
from fogline.machine import collect_rarely, processors
from fogline.reports import report_from_text

ROUNDS = 3  # the best of three: other work on the machine only slows


def main() -> int:
    """Prints the rates and their ratios."""
    copies = int(sys.argv[2]) if len(sys.argv) > 2 else 1
    texts = [path.read_text(encoding="utf-8") for path in sorted(Path(sys.argv[1]).glob("*.txt"))] * copies
    words = sum(len(text.split()) for text in texts)
    collect_rarely()
    bare = spacy.load(settings().pipeline)
    bare_rate = words / min(_seconds(lambda: list(bare.pipe(texts))) for _ in range(ROUNDS))
    print(f"{words} words: spaCy {bare_rate:.0f} words/s")
    for name, jobs in (("one", 1), ("all", processors())):
        rate = words / min(_seconds(partial(_read, texts, jobs)) for _ in range(ROUNDS))
        print(f"{name} ({jobs} at a time): {rate:.0f} words/s, ratio {rate / bare_rate:.2f}")
    return 0


def _read(texts: list[str], jobs: int) -> None:
    for reading in readings(map(report_from_text, texts), None, jobs=jobs):
        assert isinstance(reading, Reading)
        reading.document()


def _seconds(work: Callable[[], object]) -> float:
    begun = time.perf_counter()
    work()
    return time.perf_counter() - begun


if __name__ == "__main__":
    sys.exit(main())
