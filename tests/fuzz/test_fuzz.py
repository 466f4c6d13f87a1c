"""A short run of each target on every test run, a long one with `make test-long`; a finding is a failure."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from tests.fuzz.seeds import write_seeds
from tests.fuzz.targets import TARGETS

pytest.importorskip("atheris", reason="atheris has no wheel for this system")
RUNS = 300
LONG = 3600 // len(TARGETS)  # seconds for each: an hour in all
SLOWEST = 60  # seconds that one input may take, on a busy machine
ROOT = Path(__file__).resolve().parents[2]
AFRESH = ["sh", "-c", '"$@"; exit $?', "sh"]
"""Starts a command from a small process: libFuzzer counts the most memory that who started it ever had as its own."""


def run(target: str, folder: Path, *options: str) -> subprocess.CompletedProcess[str]:
    write_seeds(target, folder / "corpus")
    return subprocess.run(
        [*AFRESH, sys.executable, "-m", "tests.fuzz.run", target, "corpus", f"-timeout={SLOWEST}", "-max_len=4000",
         "-rss_limit_mb=4096", f"-artifact_prefix={folder}/", *options],
        cwd=folder, capture_output=True, text=True, errors="replace", check=False,
        env={**os.environ, "PYTHONPATH": os.pathsep.join([str(ROOT), *sys.path])},
    )  # fmt: skip


@pytest.mark.parametrize("target", TARGETS)
def test_a_short_run_finds_nothing(target: str, tmp_path: Path) -> None:
    done = run(target, tmp_path, f"-runs={RUNS}", "-seed=7")
    assert done.returncode == 0, done.stderr[-3000:]
    assert f"Done {RUNS} runs" in done.stderr


@pytest.mark.long
@pytest.mark.parametrize("target", TARGETS)
def test_a_long_run_finds_nothing(target: str, tmp_path: Path) -> None:
    done = run(target, tmp_path, f"-max_total_time={LONG}")
    assert done.returncode == 0, done.stderr[-3000:]
