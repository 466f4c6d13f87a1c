"""A ledger of some of the package's samples and a hostile report, and servers over it."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from fogline.api import application
from fogline.cli.samples import story_reports
from fogline.config import Settings
from fogline.intake import take_in
from fogline.ledger import Store
from fogline.query import Ledger
from fogline.reports import report_from_text

TOKEN = "a-token-of-the-tests"
HOME = "http://127.0.0.1"
STORIES = ("toretsk", "hama")
HOSTILE = (
    "BEIRUT, March 3, 2025 – The army said on Monday its forces had captured the town of <script>alert(1)</script> "
    "Raqqa. 🚀 “مدينة الرقة” residents <img src=x onerror=alert(2)> said 12 people were killed in shelling there.\n"
)
Serve = Callable[..., TestClient]


@pytest.fixture(scope="session")
def ledger_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The file of a ledger, not to be changed."""
    file = tmp_path_factory.mktemp("api") / "ledger.sqlite"
    reports = [r for r in story_reports() if (r.external_id or "").startswith(STORIES)]
    hostile = report_from_text(
        HOSTILE, published=date(2025, 3, 3), publisher="<b>Evil</b> Post", external_id="hostile", title="=HYPERLINK(1)"
    )
    with Store(file) as store:
        assert all(taken.outcome == "new" for taken in take_in(store, [*reports, hostile]))
        Ledger(store)  # draws the conclusions
    return file


@pytest.fixture(scope="session")
def client(ledger_file: Path) -> Iterator[TestClient]:
    """A read-only server."""
    with TestClient(application(str(ledger_file), Settings(rate=1_000_000)), base_url=HOME) as found:
        yield found


@pytest.fixture
def serve(ledger_file: Path, tmp_path: Path) -> Iterator[Serve]:
    """`serve(token=…)` gives a server with such settings, over a copy of the ledger."""
    file = Path(shutil.copy(ledger_file, tmp_path / "ledger.sqlite"))
    opened: list[TestClient] = []

    def serving(*, host: str = "127.0.0.1", **settings: object) -> TestClient:
        app = application(str(file), Settings(**{"rate": 1_000_000, **settings}), host=host)  # type: ignore[arg-type]
        found = TestClient(app, base_url=HOME, raise_server_exceptions=False)
        opened.append(found.__enter__())
        return found

    yield serving
    for one in opened:
        one.__exit__()
