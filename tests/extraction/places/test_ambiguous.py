"""Settlements that share their name, with a country file of small places added: most are told, few wrongly."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest
from tests.extraction.places.ambiguous import Generator, Question, settlements

from fogline.extraction.places.gazetteer.regions import region_names
from fogline.extraction.places.geometry import kilometres

OF_EACH = 40
LEAST_RIGHT, MOST_WRONG = 0.90, 0.04
NEAR_KM = 8.0  # from the settlement meant: two sources put one village at somewhat different points


def fogline(folder: Path, *arguments: str) -> str:
    environment = {**os.environ, "FOGLINE_PLACES": str(folder / "places")}
    call = [sys.executable, "-c", "from fogline.cli.main import main; main()", *arguments]
    done = subprocess.run(call, capture_output=True, text=True, env=environment, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout


def verdict(question: Question, row: dict[str, list[dict[str, object]]]) -> str:
    found = [p for p in row["places"] if question.name in str(p["text"])]
    if not found:
        return "missed"
    lat, lon = found[-1]["lat"], found[-1]["lon"]
    if not isinstance(lat, float) or not isinstance(lon, float):
        return "abstained"
    return "right" if kilometres(lat, lon, question.meant.lat, question.meant.lon) <= NEAR_KM else "wrong"


@pytest.mark.long
def test_one_clue_tells_which_namesake_is_meant(shared: Path, tmp_path: Path) -> None:
    file = shared / "gazetteer" / "UA.txt"
    if not file.is_file():
        pytest.skip("../shared/gazetteer/UA.txt is missing")
    country = file.stem
    regions = {code.split(".")[1]: name for code, name in region_names().items() if code.startswith(f"{country}.")}
    questions = list(Generator(settlements(file, regions)).questions(OF_EACH))
    reports = tmp_path / "reports.jsonl"
    rows = (json.dumps({"id": str(i), "text": q.text}) for i, q in enumerate(questions))
    reports.write_text("\n".join(rows), encoding="utf-8")
    fogline(tmp_path, "gazetteer", "add", str(file), "--quiet")
    out = fogline(tmp_path, "read", "--format", "jsonl", "--quiet", str(reports))
    verdicts = [verdict(q, json.loads(line)) for q, line in zip(questions, out.splitlines(), strict=True)]
    wrong = [q.text for q, v in zip(questions, verdicts, strict=True) if v == "wrong"]
    count = Counter(verdicts)
    assert len(questions) == 5 * OF_EACH
    assert count["right"] >= LEAST_RIGHT * len(questions), count
    assert count["wrong"] <= MOST_WRONG * len(questions), wrong
