"""A browser over a real server and a ledger of samples, with a report that tries to break out of its text."""

from __future__ import annotations

import shutil
import threading
import time
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
import uvicorn

from fogline.api import application
from fogline.cli.samples import story_reports
from fogline.config import Settings
from fogline.intake import take_in
from fogline.ledger import Store
from fogline.query import Ledger
from fogline.reports import report_from_text
from fogline.web.files import FOLDER

playwright = pytest.importorskip("playwright.sync_api", reason="Playwright is missing: pip install playwright")

CHROMIUM = next((path for path in map(shutil.which, ("chromium", "chromium-browser")) if path), None)
ARGUMENTS = ["--no-sandbox", "--disable-quic", "--disable-background-networking", "--use-gl=angle",
             "--use-angle=swiftshader", "--enable-unsafe-swiftshader"]  # fmt: skip
WAIT = 60_000  # milliseconds: a map drawn in software on a busy machine is slow
TOKEN = "a-token-of-the-tests"
STORIES = ("toretsk", "hama")
HOSTILE = (
    "🚀🇺🇦 مدينة الرقة – <script>window.broken=1</script>\n\n"
    "BEIRUT, March 3, 2025 – The army said on Monday its forces had captured the town of Raqqa. "
    "<img src=x onerror=window.broken=2> 💥 Residents said 12 people were killed in shelling in Raqqa on Sunday.\n"
)
Open = Callable[..., "playwright.Page"]


@pytest.fixture(scope="session")
def ledger_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The file of a ledger, not to be changed."""
    file = tmp_path_factory.mktemp("web") / "ledger.sqlite"
    reports = [r for r in story_reports() if (r.external_id or "").startswith(STORIES)]
    hostile = report_from_text(
        HOSTILE,
        published=date(2025, 3, 3),
        publisher="<b>Evil</b> Post",
        external_id="hostile",
        title="<i>Hostile</i> 🚀",
    )
    with Store(file) as store:
        for taken in take_in(store, [*reports, hostile]):
            assert taken.outcome == "new"
        Ledger(store)  # draws the conclusions
    return file


def _serve(file: Path, **settings: object) -> Iterator[str]:
    app = application(str(file), Settings(**{"rate": 1_000_000, **settings}))  # type: ignore[arg-type]
    server = uvicorn.Server(uvicorn.Config(app, port=0, log_level="warning"))
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    while not server.started:
        assert thread.is_alive(), "the server did not start"
        time.sleep(0.02)
    yield f"http://127.0.0.1:{server.servers[0].sockets[0].getsockname()[1]}"
    server.should_exit = True
    thread.join(10)


@pytest.fixture(scope="session")
def site(ledger_file: Path) -> Iterator[str]:
    """A read-only server."""
    if not (FOLDER / "index.html").is_file():
        pytest.skip("the web app is not built: make web")
    yield from _serve(ledger_file)


@pytest.fixture
def writable(ledger_file: Path, tmp_path: Path, site: str) -> Iterator[str]:
    """A server that takes judgements, over a copy of the ledger."""
    yield from _serve(Path(shutil.copy(ledger_file, tmp_path / "ledger.sqlite")), token=TOKEN)


@pytest.fixture(scope="session")
def browser() -> Iterator[playwright.Browser]:
    """Chromium of this machine."""
    if CHROMIUM is None:
        pytest.skip("Chromium is missing: apt-get install chromium")
    with playwright.sync_playwright() as started:
        found = started.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        yield found
        found.close()


@pytest.fixture
def visit(browser: playwright.Browser, site: str) -> Iterator[Open]:
    """`visit("/disputes")` opens a page; at the end nothing may have broken the policy or thrown."""
    complaints: list[str] = []
    contexts = []

    def visiting(path: str, base: str = site, **options: object) -> playwright.Page:
        options = {"locale": "en-GB", "reduced_motion": "reduce", "viewport": {"width": 1280, "height": 800}, **options}
        context = browser.new_context(**options)
        contexts.append(context)
        context.set_default_timeout(WAIT)
        page = context.new_page()
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on("console", lambda told: complaints.append(told.text) if told.type == "error" else None)
        page.goto(base + path)
        return page

    yield visiting
    for context in contexts:
        context.close()
    assert complaints == []
