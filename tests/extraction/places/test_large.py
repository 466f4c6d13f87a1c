"""Twelve million rows: memory, and what reading finds afterwards. Needs 5 GB of disk and a quarter of an hour.

How fast reading is with them is measured by `eval.gazetteer_speed`.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from eval import made_dump
from tests.extraction.places.made import written

from fogline import samples
from fogline.extraction.places.gazetteer import gazetteer
from fogline.pipeline import analyse
from fogline.reports import report_from_text

MOST_MEGABYTES = 1_000
LEAST_SAME = 0.9  # of the places of the samples: among a million namesakes more is uncertain
_ADD = (
    "import resource, subprocess, sys\n"
    "done = subprocess.run([sys.executable, '-m', 'fogline.cli.main', 'gazetteer', 'add', sys.argv[1]])\n"
    "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024)\n"
    "sys.exit(done.returncode)\n"
)


@pytest.mark.long
def test_twelve_million_rows(places_folder: Path, tmp_path: Path) -> None:
    before = _points()
    path = written(tmp_path / "all.txt", made_dump.rows(made_dump.ROWS))
    done = subprocess.run(
        [sys.executable, "-c", _ADD, path], capture_output=True, text=True, check=True, env=os.environ
    )
    assert int(done.stdout) < MOST_MEGABYTES
    assert "12,000,000 places" in done.stderr
    gazetteer.cache_clear()
    after = _points()
    assert len(before & after) >= LEAST_SAME * len(before)


def _points() -> set[tuple[str, int, str | None, float | None]]:
    """Where the sample reports' places are found to lie."""
    found = set()
    for name in samples.names():
        for place in analyse(report_from_text(samples.load(name).text)).places:
            found.add((name, place.start, place.name, place.lat))
    return found
