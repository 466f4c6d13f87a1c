from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from fogline.cli.main import app
from fogline.errors import UsageError

TEXT = "Russia said on Friday its forces had captured the town of Avdiivka. Kyiv denied that the town was lost."


@pytest.fixture
def report(tmp_path: Path) -> Path:
    path = tmp_path / "avdiivka.txt"
    path.write_text(TEXT)
    return path


def test_explain_shows_fields_with_words_and_reasons(report: Path) -> None:
    done = CliRunner().invoke(app, ["explain", str(report), "--claim", "1"], env={"COLUMNS": "140"})
    assert done.exit_code == 0
    for word in ("Claim 1 of", "event", "evidence", "the words above", "stance", "source", "Because"):
        assert word in done.output


def test_a_claim_that_is_not_there(report: Path) -> None:
    done = CliRunner().invoke(app, ["explain", str(report), "--claim", "99"])
    assert isinstance(done.exception, UsageError)
    assert "claims" in done.exception.message


def test_claims_count_from_one(report: Path) -> None:
    assert CliRunner().invoke(app, ["explain", str(report), "--claim", "0"]).exit_code == 2


def test_a_report_of_many_is_named_by_its_id(tmp_path: Path) -> None:
    path = tmp_path / "reports.jsonl"
    path.write_text("".join(json.dumps({"id": name, "text": TEXT}) + "\n" for name in ("a", "b")))
    undecided = CliRunner().invoke(app, ["explain", str(path), "-n", "1"])
    assert isinstance(undecided.exception, UsageError) and "--report" in undecided.exception.next_step
    assert CliRunner().invoke(app, ["explain", str(path), "-n", "1", "--report", "b"]).exit_code == 0


def test_demo_is_a_tour() -> None:
    done = CliRunner().invoke(app, ["demo"], env={"COLUMNS": "120"})
    assert done.exit_code == 0
    shown = ("reports are copies", "Who says they hold", "A concession", "Tolls change", "never decides who is right")
    assert [words for words in shown if words not in done.output] == []


def test_version() -> None:
    assert CliRunner().invoke(app, ["--version"]).output.startswith("fogline ")
