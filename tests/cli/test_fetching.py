"""`fogline add URL` and `fogline watch` against a site on this machine, as a user meets them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import Result
from tests.fetch.site import Reply, Site, article, rss, site
from typer.testing import CliRunner
from warcio.archiveiterator import ArchiveIterator

from fogline.cli.main import app
from fogline.config import settings
from fogline.errors import FoglineError
from fogline.ledger import Store

PAGE = """<!DOCTYPE html><html lang="en"><head><title>Army takes Izium</title>
<meta property="og:title" content="Army takes Izium after weeks of fighting"></head><body>
<nav><a href="/">Home</a> <a href="/war">War</a></nav><article><h1>Army takes Izium after weeks of fighting</h1>
<p>Russia said on Friday its forces had captured the town of Izium after weeks of heavy fighting in the east.</p>
<p>Ukraine's military denied that Russian troops had captured Izium, and said its units held the town's north.</p>
<p>At least 10 soldiers were killed in the shelling of the town on Thursday night, officials said.</p>
</article><footer>All rights reserved</footer></body></html>"""


@pytest.fixture
def web(monkeypatch: pytest.MonkeyPatch) -> Iterator[Site]:
    for name, value in {"ALLOW": "127.0.0.1/32, 10.9.9.9/32", "PACE": "0", "BACKOFF": "0.01"}.items():
        monkeypatch.setenv(f"FOGLINE_FETCH_{name}", value)
    settings.cache_clear()
    with site() as running:
        yield running
    monkeypatch.undo()
    settings.cache_clear()


def run(*words: str, code: int = 0) -> Result:
    done = CliRunner().invoke(app, [*words], env={"COLUMNS": "200"})
    found = done.exception.exit_code if isinstance(done.exception, FoglineError) else done.exit_code
    assert found == code, done.output
    return done


def test_a_page_goes_into_the_ledger_as_a_file_does(web: Site, tmp_path: Path) -> None:
    ledger = str(tmp_path / "ledger.sqlite")
    web.pages["/war/izium"] = Reply(PAGE.encode())
    (tmp_path / "other.txt").write_text("Ukraine's army said on Saturday its troops had withdrawn from Izium.\n")
    link = f"{web.url}/war/izium"
    done = run("add", link, str(tmp_path / "other.txt"), "--ledger", ledger, "--published", "2025-05-02")
    assert "1 reports added" in done.stderr
    assert "1 pages new, 1 reports with " in done.stderr
    (row,) = json.loads(run("claims", "--stance", "denies", "--format", "json", "--ledger", ledger).stdout)
    assert row["source"]["side"] == "Ukraine"
    with Store(ledger) as store, store.viewing() as view:
        found = {report.url: report for report in view.reports()}
    assert found[link].data == PAGE.encode()
    assert str(found[link].published.start) == "2025-05-02"
    assert "1 known already" in run("add", link, "--ledger", ledger, "--published", "2025-05-02").stderr
    run("verify", "--ledger", ledger)


def test_a_round_tells_what_is_new_what_failed_and_what_is_quiet(web: Site, tmp_path: Path) -> None:
    ledger = str(tmp_path / "ledger.sqlite")
    web.pages |= {
        "/feed": rss([f"{web.url}/1", f"{web.url}/2", f"{web.url}/gone", f"{web.url}/empty"], title="Old Post"),
        "/1": article(1),
        "/2": article(2),
        "/empty": Reply(b" ", sort="text/plain"),
    }
    opml = tmp_path / "feeds.opml"
    opml.write_text(f'<opml><body><outline xmlUrl="{web.url}/feed"/><outline xmlUrl="file:///x"/></body></opml>')
    done = run("watch", str(opml), "--once", "--ledger", ledger, code=3)
    told = " ".join(done.stderr.split())
    assert f"[fetch_status] {web.url}/gone: the server answers 404" in told
    assert f"[report] {web.url}/empty is empty" in told
    assert "[fetch_scheme] file:///x is no address of http or https" in told
    assert f"[feed_quiet] {web.url}/feed (Old Post) has brought nothing since 2025-05-03" in told
    assert "1 feeds: 1 read" in told
    assert "2 pages new, 2 reports" in told
    assert "3 failed" in told
    again = run("watch", f"{web.url}/feed", "--once", "--ledger", ledger)
    assert "0 pages new" in again.stderr
    web.pages["/gone"] = article(3)
    later = run("watch", f"{web.url}/feed", "--once", "--retry-failed", "--verbose", "--ledger", ledger, code=3)
    assert f"{web.url}/gone: 1 reports" in later.stderr
    assert web.times("/empty") == 1  # what was fetched is read again, not fetched again
    with Store(ledger) as store, store.viewing() as view:
        days = {report.url: report.published.start for report in view.reports()}
    assert {str(day) for day in days.values()} == {"2025-05-02"}  # as the feed told, for the pages tell none


def test_a_page_of_this_machine_is_refused_unless_it_is_allowed(
    web: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("FOGLINE_FETCH_ALLOW")
    settings.cache_clear()
    done = run("add", f"{web.url}/1", "--ledger", str(tmp_path / "ledger.sqlite"), code=1)
    assert "[fetch_address]" in done.stderr
    assert "FOGLINE_FETCH_ALLOW" in done.stderr
    assert web.asked == []


def test_wrong_usage(tmp_path: Path) -> None:
    run("watch", str(tmp_path / "missing.opml"), "--once", code=2)
    run("watch", "https://a.example/rss", "--every", "0", code=2)


def test_a_wrong_network_in_the_settings_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FOGLINE_FETCH_ALLOW", "intranet")
    settings.cache_clear()
    with pytest.raises(FoglineError, match="fetch_allow"):
        settings()
    settings.cache_clear()


def archived(ledger: str) -> bytes:
    """All that the records of a ledger's archive hold, unpacked."""
    found = b""
    for file in sorted(Path(f"{ledger}.fetched").glob("*.warc.gz")):
        with file.open("rb") as opened:
            for record in ArchiveIterator(opened, check_digests="raise"):
                found += str(record.rec_headers).encode() + record.raw_stream.read()
    return found


def test_a_redacted_report_leaves_the_archive(web: Site, tmp_path: Path) -> None:
    ledger = str(tmp_path / "ledger.sqlite")
    web.pages |= {"/war/izium": Reply(PAGE.encode()), "/a": article(1), "/feed": rss("/b"), "/b": article(2)}
    run("add", f"{web.url}/war/izium", f"{web.url}/a", "--ledger", ledger, "--published", "2025-05-02")
    with Store(ledger) as store, store.viewing() as view:
        report = next(r.id for r in view.reports() if r.url and r.url.endswith("/izium"))
    assert b"weeks of heavy fighting" in archived(ledger)
    sizes = [file.stat().st_size for file in Path(f"{ledger}.fetched").glob("*.warc.gz")]
    done = run("redact", report, "--reason", "court order 12/3", "--user", "ana", "--ledger", ledger)
    assert "records of the archive" in done.stderr
    kept = archived(ledger)
    assert b"weeks of heavy fighting" not in kept
    assert b"court order 12/3" in kept
    assert article(1).body in kept
    assert sizes == [file.stat().st_size for file in Path(f"{ledger}.fetched").glob("*.warc.gz")]
    run("verify", "--ledger", ledger)


def test_a_redacted_name_leaves_the_archive_and_later_changes_are_found(web: Site, tmp_path: Path) -> None:
    ledger = str(tmp_path / "ledger.sqlite")
    web.pages |= {"/n": Reply(PAGE.replace("officials said", "<b>Olena</b> Zabudko said").encode()), "/a": article(1)}
    run("add", f"{web.url}/n", f"{web.url}/a", "--ledger", ledger, "--published", "2025-05-02")
    assert b"Zabudko" in archived(ledger)
    run("redact", "--name", "Olena Zabudko", "--reason", "safety", "--user", "ana", "--ledger", ledger)
    assert b"Zabudko" not in archived(ledger)
    assert article(1).body in archived(ledger)
    run("verify", "--ledger", ledger)
    (file,) = Path(f"{ledger}.fetched").glob("*.warc.gz")
    data = file.read_bytes()
    at = data.index(b"    ")  # what fills the tombstone's member up
    file.write_bytes(data[:at] + b"x" + data[at + 1 :])
    assert "not its tombstone" in run("verify", "--ledger", ledger, code=1).stdout
