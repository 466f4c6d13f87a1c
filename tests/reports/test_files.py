from __future__ import annotations

import json
import sys
from datetime import date
from io import BytesIO, TextIOWrapper
from pathlib import Path

import pytest

from fogline.errors import ReportError
from fogline.model import Report
from fogline.reports import expected, read_paths, report_from_bytes

BODY = "The army said on Friday that it had taken the bridge at Osten after three days of fighting on both banks."


def reports(*paths: Path | str, published: date | None = None) -> list[Report | ReportError]:
    return list(read_paths(map(str, paths), published=published))


def test_folders_are_read_in_order_and_deep(tmp_path: Path) -> None:
    for name in ("b.txt", "a.txt", "sub/c.txt", "ignored.md"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(BODY)
    found = reports(tmp_path)
    assert [Path(r.path or "").name for r in found if isinstance(r, Report)] == ["a.txt", "b.txt", "c.txt"]
    assert expected([str(tmp_path)]) == 3


def test_what_cannot_be_read_is_named_and_the_others_still_read(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("")
    (tmp_path / "b.txt").write_bytes(b"\x89PNG\r\n\x1a\n\0\0")
    (tmp_path / "c.txt").write_text(BODY)
    found = reports(tmp_path, tmp_path / "missing.txt", tmp_path / "c.txt")
    assert [type(r) for r in found] == [ReportError, ReportError, Report, ReportError, Report]
    messages = [r.message for r in found if isinstance(r, ReportError)]
    assert "a.txt is empty" in messages[0]
    assert "b.txt is a PNG image" in messages[1]
    assert "missing.txt: no such file" in messages[2]


def test_jsonl_keys_come_back(tmp_path: Path) -> None:
    row = {"id": "r1", "text": BODY, "published": "2025-02-07", "publisher": "The Osten Courier", "agency": "AFP",
           "title": "Bridge", "url": "https://example.org/x", "language": "en", "unknown": 1}  # fmt: skip
    file = tmp_path / "reports.jsonl"
    file.write_text(json.dumps(row) + "\n\n" + json.dumps({"text": BODY, "id": 7}) + "\n")
    first, second = reports(file, published=date(2025, 3, 1))
    assert isinstance(first, Report) and isinstance(second, Report)
    assert (first.external_id, first.publisher, first.agency, first.title) == (
        "r1",
        "The Osten Courier",
        "AFP",
        "Bridge",
    )
    assert first.published.start == date(2025, 2, 7)
    assert (second.external_id, second.published.start) == ("7", date(2025, 3, 1))


@pytest.mark.parametrize(
    ("line", "what"),
    [
        ("{broken", "no JSON"),
        ("[1, 2]", "the line"),
        ('{"id": "x"}', "text"),
        ('{"text": ""}', "is empty"),
        (json.dumps({"text": BODY, "published": "7 Feb"}), "2025-02-07"),
        ("[" * 100_000, "no JSON"),
    ],
)
def test_broken_lines_are_named_with_their_number(tmp_path: Path, line: str, what: str) -> None:
    file = tmp_path / "reports.jsonl"
    file.write_text(json.dumps({"text": BODY}) + "\n" + line + "\n" + json.dumps({"text": BODY}) + "\n")
    first, broken, last = reports(file)
    assert isinstance(first, Report) and isinstance(last, Report)
    assert isinstance(broken, ReportError)
    assert f"{file}, line 2" in broken.message and what in broken.message and broken.next_step


def test_standard_input_may_hold_reports(monkeypatch: pytest.MonkeyPatch) -> None:
    lines = "".join(json.dumps({"id": name, "text": BODY}) + "\n" for name in "ab")
    monkeypatch.setattr(sys, "stdin", TextIOWrapper(BytesIO(lines.encode())))
    assert [r.external_id for r in reports("-") if isinstance(r, Report)] == ["a", "b"]
    monkeypatch.setattr(sys, "stdin", TextIOWrapper(BytesIO(("{sic} " + BODY).encode())))
    assert [r.text for r in reports("-") if isinstance(r, Report)] == ["{sic} " + BODY]


def test_separators_inside_json_strings_end_no_line(tmp_path: Path) -> None:
    file = tmp_path / "reports.jsonl"
    file.write_text(json.dumps({"text": BODY + "\u2028" + BODY}, ensure_ascii=False), encoding="utf-8")
    assert [type(r) for r in reports(file)] == [Report]


def test_too_long_texts_are_refused_by_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from fogline.config import settings

    monkeypatch.setenv("FOGLINE_MAX_CHARACTERS", "50")
    settings.cache_clear()
    try:
        (tmp_path / "long.txt").write_text(BODY)
        (found,) = reports(tmp_path / "long.txt")
    finally:
        settings.cache_clear()
    assert isinstance(found, ReportError) and "long.txt has" in found.message and "50" in found.message


def test_ids_follow_from_the_bytes() -> None:
    assert report_from_bytes(BODY.encode()).id != report_from_bytes(BODY.encode("utf-16")).id
