"""Fixtures that all tests share: parsed reports, read once, and the folder of annotated reports beside the checkout."""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Callable, Generator, Iterator
from datetime import date
from functools import cache
from pathlib import Path

import hypothesis
import pytest

from fogline.config import Engine, settings
from fogline.extraction.places.gazetteer import gazetteer
from fogline.model import Document
from fogline.pipeline import analyse, stages_of
from fogline.reports import report_from_text

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared"
WITHOUT_SHARED = "../shared is not beside this checkout"

# The tests read with what is built in: places that the user of this machine added would change what they find.
os.environ["FOGLINE_FAILED"] = str(Path(tempfile.mkdtemp(prefix="fogline-tests-")) / "failed.jsonl")
os.environ["FOGLINE_PLACES"] = str(Path(tempfile.gettempdir()) / "fogline-tests-without-places")
# No deadline: models load on first use, machines differ. `make test` tries the same examples each time, so that it
# fails for what was changed alone; `make test-long` searches among new ones.
hypothesis.settings.register_profile("fogline", deadline=None, derandomize=True)
hypothesis.settings.register_profile("searching", deadline=None, max_examples=1_000)
hypothesis.settings.load_profile(os.environ.get("FOGLINE_EXAMPLES", "fogline"))
sys.path.insert(0, str(ROOT))  # `eval` stands beside the package, not in it


@cache
def _read(text: str, published: str | None) -> Document:
    day = date.fromisoformat(published) if published else None
    given = report_from_text(text, published=day, language="en")  # many texts are too short to show it
    return analyse(given, stages_of(Engine.RULES))


@pytest.fixture(scope="session")
def read() -> Callable[..., Document]:
    """`read(text, published="2024-05-06")` gives the document with all layers; each text is read once per process.

    Events are found by rules alone: what they find in a sentence made for them is to be certain.
    """

    def reader(text: str, published: str | None = None) -> Document:
        return _read(text, published)

    return reader


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of annotated reports and benchmark sets beside the checkout; skips where it is missing."""
    if not SHARED.is_dir():
        pytest.skip(WITHOUT_SHARED)
    return SHARED


@pytest.fixture
def places_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder of added places for one test, which fogline takes for the user's own."""
    monkeypatch.setenv("FOGLINE_PLACES", str(tmp_path / "places"))
    settings.cache_clear()
    gazetteer.cache_clear()
    yield tmp_path / "places"
    monkeypatch.undo()
    settings.cache_clear()
    gazetteer.cache_clear()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item, call: pytest.CallInfo[None]
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """With FOGLINE_STRICT_SKIPS=1 a test that is skipped for want of something fails, so that none is lost unseen."""
    report = yield
    if report.skipped and os.environ.get("FOGLINE_STRICT_SKIPS") == "1":
        report.outcome = "failed"
        report.longrepr = f"{item.nodeid} was skipped, and FOGLINE_STRICT_SKIPS is set: {report.longrepr}"
    return report
