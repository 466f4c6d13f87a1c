"""One bad report never stops a run: what failed is listed, remembered, and taken up again."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.cli.test_read import TEXT, Run, run

from fogline.config import settings

__all__ = ["run"]  # a fixture


@pytest.fixture(autouse=True)
def list_of_failures(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    file = tmp_path / "state" / "failed.jsonl"
    monkeypatch.setenv("FOGLINE_FAILED", str(file))
    settings.cache_clear()
    yield file
    settings.cache_clear()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "reports"
    made.mkdir()
    for name, data in (("a.txt", b""), ("b.txt", TEXT.encode()), ("c.pdf", b"%PDF-1.4 torn")):
        (made / name).write_bytes(data)
    return made


def test_failures_are_listed_at_the_end_with_code_and_reason(run: Run, folder: Path) -> None:
    done = run("read", folder, "--format", "jsonl")
    assert done.code == 3 and len(done.out.splitlines()) == 1
    end = done.err[done.err.index("2 could not be read") :].splitlines()
    assert "[report]" in end[1] and "a.txt is empty" in end[1]
    assert "[report]" in end[2] and "c.pdf is a broken PDF" in end[2]


def test_without_keep_going_the_first_failure_ends_the_run(run: Run, folder: Path) -> None:
    done = run("read", folder, "--no-keep-going", "--format", "jsonl")
    assert done.code == 3 and "a.txt is empty" in done.err and not done.out


def test_what_failed_is_taken_up_again_and_then_forgotten(run: Run, folder: Path, list_of_failures: Path) -> None:
    run("read", folder, "--format", "jsonl")
    remembered = [json.loads(line) for line in list_of_failures.read_text().splitlines()]
    assert [(Path(row["path"]).name, row["code"]) for row in remembered] == [("a.txt", "report"), ("c.pdf", "report")]

    (folder / "a.txt").write_text(TEXT)
    done = run("read", "--retry-failed", "--format", "jsonl")
    assert done.code == 3 and [Path(json.loads(row)["report"]["path"]).name for row in done.out.splitlines()] == [
        "a.txt"
    ]

    (folder / "c.pdf").unlink()
    (folder / "c.pdf").write_text(TEXT)
    assert run("read", "--retry-failed", "--format", "jsonl").code == 0
    assert not list_of_failures.exists()


def test_a_ledger_takes_up_what_failed(run: Run, folder: Path, tmp_path: Path) -> None:
    ledger = ("--ledger", tmp_path / "ledger.sqlite")
    assert run("add", folder, *ledger).code == 3
    (folder / "a.txt").write_text(f"{TEXT}\nThe road was shut on Saturday, officials said.\n")
    done = run("add", "--retry-failed", *ledger)
    assert "1 reports added" in done.err and "1 failed" in done.err


def test_a_run_without_paths_says_what_to_name(run: Run) -> None:
    done = run("read")
    assert done.code == 2 and "Name a file or folder" in done.err
