"""Claims of little confidence are kept, and shown with `--all`."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.cli.test_read import Run, report, run

from fogline.config import settings

__all__ = ["report", "run"]  # fixtures
READ = ("--published", "2025-05-02")


@pytest.fixture
def least(run: Run, report: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[float]:
    """A least confidence that some of the report's claims have and others have not."""
    (row,) = json.loads(run("read", report, *READ, "-f", "json").out)
    found = sorted(claim["confidence"] for claim in row["claims"])
    assert found[0] < found[-1]
    monkeypatch.setenv("FOGLINE_LEAST_CONFIDENCE", str(found[-1] - 0.001))
    settings.cache_clear()
    yield found[-1] - 0.001
    monkeypatch.undo()
    settings.cache_clear()


def test_nothing_is_hidden_unless_asked_for(run: Run, report: Path) -> None:
    bare, whole = (run("read", report, *READ, *more, "-f", "jsonl") for more in ((), ("--all",)))
    assert bare.out == whole.out and "not shown" not in bare.err


def test_read_shows_all_with_all(run: Run, report: Path, least: float) -> None:
    bare, whole = (run("read", report, *READ, *more, "-f", "json") for more in ((), ("--all",)))
    shown, every = (json.loads(done.out)[0]["claims"] for done in (bare, whole))
    assert [claim["id"] for claim in shown] == [claim["id"] for claim in every if claim["confidence"] >= least]
    assert f"{len(every) - len(shown)} claims of a confidence below" in bare.err
    assert "not shown" not in whole.err
    assert {claim["against"] for claim in shown} <= {None, *(claim["id"] for claim in shown)}


def test_explain_counts_as_read_does(run: Run, report: Path, least: float) -> None:
    shown = json.loads(run("read", report, *READ, "-f", "json").out)[0]["claims"]
    assert shown[0]["trigger"]["text"] in run("explain", report, "-n", 1, *READ).out
    assert run("explain", report, "-n", len(shown) + 1, *READ).code == 2
    assert run("explain", report, "-n", len(shown) + 1, *READ, "--all").code == 0


def test_the_ledger_keeps_what_is_hidden(run: Run, report: Path, least: float, tmp_path: Path) -> None:
    ledger = ("--ledger", tmp_path / "ledger.sqlite")
    run("add", report, *READ, *ledger)
    bare, whole = (run("claims", *more, *ledger, "-f", "json") for more in ((), ("--all",)))
    shown, every = json.loads(bare.out), json.loads(whole.out)
    assert 0 < len(shown) < len(every)
    assert all(claim["confidence"] >= round(least, 3) for claim in shown)
    assert f"{len(every) - len(shown)} claims of a confidence below" in bare.err
