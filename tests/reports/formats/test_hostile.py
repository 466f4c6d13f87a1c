"""Files that are made to do harm are refused or read within limits, and nothing is lost beside them."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.reports.formats.hostile import GOOD, SECRET, hostile
from tests.reports.formats.reading import check, read_all

from fogline.config import settings
from fogline.errors import ReportError
from fogline.model import Report
from fogline.reports import read_paths

SECONDS = 45  # for each file; the machine may be busy
ENDLESS = {"includes.pdf"}
READ = {  # of these the good report must come out, beside whatever is refused
    "zip-bomb.zip": 1, "zip-in-zips.zip": 3, "zip-that-lies.zip": 1, "zip-of-paths.zip": 2, "files.rss": 1,
    "laughs.rss": 1, "files.docx": 1, "huge-page.pdf": 1, "wrong-encoding.html": 1, "lying.warc": 1, "nested.jsonl": 1,
    "surrogates.jsonl": 1, "quotes.csv": 1, "columns.csv": 1, "long-word.txt": 1, "bidi.txt": 1, "utf-16.txt": 1,
    "marks.txt": 1,
}  # fmt: skip
REFUSED = {
    "gzip-bomb.txt.gz": "unpacks to more than", "laughs.xml": "broken sitemap", "laughs.docx": "broken Word document",
    "bomb.docx": "unpacks to more than", "nested.eml": "nested too deeply", "result.json": "broken export",
    "torn.parquet": "broken Parquet", "nulls.txt": "binary",
    "no-address.warc": "broken record", "blank.txt": "is empty",
}  # fmt: skip


@pytest.fixture(autouse=True)
def limits(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv("FOGLINE_MAX_SECONDS", str(SECONDS))
    settings.cache_clear()
    yield
    settings.cache_clear()


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("hostile")
    (folder / "secret").write_text(SECRET, encoding="utf-8")
    for name, data in hostile(folder / "secret"):
        (folder / name).write_bytes(data)
    return folder


NAMES = [name for name, _ in hostile(Path("/secret"), scale=0)]


@pytest.mark.parametrize("name", NAMES)
def test_a_hostile_file_is_refused_or_read_within_limits(
    made: Path, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    if name in ENDLESS:
        monkeypatch.setenv("FOGLINE_MAX_SECONDS", "10")
        settings.cache_clear()
    good, reasons = 0, []
    for found in read_paths([str(made / name)]):
        if isinstance(found, Report):
            check(found)
            assert SECRET not in found.text
            good += GOOD[:40] in found.text
        else:
            assert found.next_step and name in found.message and len(found.message) < 1000
            reasons.append(found.message)
    assert good >= READ.get(name, 0)
    if name in REFUSED:
        assert any(REFUSED[name] in reason for reason in reasons)


def test_a_reader_that_hangs_is_killed_and_the_next_file_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, made: Path
) -> None:
    monkeypatch.setenv("FOGLINE_MAX_SECONDS", "0.01")
    settings.cache_clear()
    (error,) = read_all(tmp_path, "slow.pdf", (made / "bomb.pdf").read_bytes())
    assert isinstance(error, ReportError) and "took longer than 0.01 seconds" in error.message
    monkeypatch.setenv("FOGLINE_MAX_SECONDS", str(SECONDS))
    settings.cache_clear()
    (report,) = read_all(tmp_path, "next.pdf", (made / "huge-page.pdf").read_bytes())
    assert isinstance(report, Report) and report.text == GOOD


def test_a_script_without_a_main_guard_reads_documents(tmp_path: Path, made: Path) -> None:
    """The reader's process is a fresh one, which does not run the caller's script again."""
    script = tmp_path / "script.py"
    script.write_text(
        "import json, sys\nfrom fogline.reports import read_paths\n"
        "print(json.dumps([report.text for report in read_paths(sys.argv[1:])]))\n"
    )
    done = subprocess.run(
        [sys.executable, str(script), str(made / "huge-page.pdf")], capture_output=True, text=True, check=True,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
    )  # fmt: skip
    assert json.loads(done.stdout) == [GOOD]
