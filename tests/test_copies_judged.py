"""The scorer of copies, and the pairs judged by reading."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from eval import copies
from tests.assessment.copies.texts import ELSEWHERE, RETOLD, STORY


@pytest.fixture
def reports(tmp_path: Path) -> Path:
    path = tmp_path / "reports.jsonl"
    told = {"wire": STORY, "paper": STORY[1:], "own": RETOLD, "far": ELSEWHERE}
    rows = [
        {"id": name, "text": "\n\n".join(text), "source": name, "published": "2025-01-27"}
        for name, text in told.items()
    ]
    path.write_text("\n".join(map(json.dumps, [*rows, rows[0]])), encoding="utf-8")
    return path


def judged(folder: Path, *rows: str) -> Path:
    path = folder / "pairs.csv"
    path.write_text("\n".join(["a,b,judged", *rows]), encoding="utf-8")
    return path


def test_pairs_judged_as_found_score_one(reports: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    pairs = judged(tmp_path, "wire,paper,copy", "wire,own,none", "own,far,none")
    assert copies.main([str(reports), str(pairs)]) == 0
    assert "3 pairs: precision 1.000, recall 1.000" in capsys.readouterr().out


def test_a_pair_judged_otherwise_is_named_and_costs(
    reports: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    pairs = judged(tmp_path, "wire,paper,none", "wire,own,part", "own,far,none")
    assert copies.main([str(reports), str(pairs)]) == 1
    printed = capsys.readouterr().out
    assert "wire paper: reader none, fogline copy" in printed
    assert "wire own: reader part, fogline none" in printed
    assert "precision 0.000, recall 0.000" in printed


@pytest.mark.parametrize("rows", [("wire,paper,maybe",), ("wire,own,none", "own,wire,none")])
def test_a_faulty_list_of_pairs_is_not_scored(tmp_path: Path, rows: tuple[str, ...]) -> None:
    with pytest.raises(ValueError, match=r"pairs\.csv"):
        copies.read_pairs(judged(tmp_path, *rows))


def test_copies_among_judged_pairs_are_found(shared: Path) -> None:
    found = copies.judge(copies.read_reports(shared / "bench" / "fakes.jsonl"), copies.read_pairs(copies.PAIRS))
    figures = copies.score(found)
    assert len(found) >= 40
    assert figures.precision >= copies.FLOOR
    assert figures.recall >= copies.FLOOR
