"""Runs one target: `python -m tests.fuzz.run TARGET [CORPUS] [-max_total_time=SECONDS] [-runs=N]`, as libFuzzer."""

from __future__ import annotations

import sys
from functools import partial

import atheris

# What is fuzzed is instrumented, so that the fuzzer sees which branches its bytes reach.
with atheris.instrument_imports(include=["fogline.reports", "fogline.extraction.times", "fogline.extraction.amounts",
                                         "fogline.dating", "trafilatura", "warcio"]):  # fmt: skip
    from tests.fuzz.targets import TARGETS, fuzz

if __name__ == "__main__":
    target = sys.argv.pop(1)
    if target not in TARGETS:
        sys.exit(f"targets: {', '.join(TARGETS)}")
    atheris.Setup(sys.argv, partial(fuzz, target))
    atheris.Fuzz()
