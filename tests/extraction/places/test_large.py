"""Twelve million rows: memory, and the speed of reading afterwards. Needs 5 GB of disk and a quarter of an hour."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest
from eval import made_dump
from tests.extraction.places.made import written

from fogline import samples
from fogline.extraction.places.gazetteer import gazetteer
from fogline.pipeline import analyse
from fogline.reports import report_from_text

MOST_MEGABYTES = 1_000
MOST_SLOWER = 1.3
ROUNDS = 5
_ADD = (
    "import resource, subprocess, sys\n"
    "done = subprocess.run([sys.executable, '-m', 'fogline.cli.main', 'gazetteer', 'add', sys.argv[1]])\n"
    "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024)\n"
    "sys.exit(done.returncode)\n"
)


@pytest.mark.long
def test_twelve_million_rows(places_folder: Path, tmp_path: Path) -> None:
    reports = [report_from_text(samples.load(name).text) for name in samples.names()]

    def seconds() -> float:
        gazetteer.cache_clear()
        gazetteer()
        begun = time.perf_counter()
        for report in reports:
            analyse(report)
        return time.perf_counter() - begun

    before = min(seconds() for _ in range(ROUNDS))
    path = written(tmp_path / "all.txt", made_dump.rows(made_dump.ROWS))
    done = subprocess.run(
        [sys.executable, "-c", _ADD, path], capture_output=True, text=True, check=True, env=os.environ
    )
    assert int(done.stdout) < MOST_MEGABYTES
    assert "12,000,000 places" in done.stderr
    after = min(seconds() for _ in range(ROUNDS))
    assert after < MOST_SLOWER * before, f"{before:.3f} s before, {after:.3f} s after"
