"""The archive keeps what came as it came, and a run that died goes on from there."""

from __future__ import annotations

import gzip
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from tests.fetch.conftest import Bench, outcomes
from tests.fetch.site import Reply, Site, article, rss
from warcio.archiveiterator import ArchiveIterator

from fogline.errors import LedgerError, ModelError, ReportError
from fogline.fetch import Done, Gain
from fogline.fetch.archive import Archive

PACKED = {"Content-Encoding": "gzip"}


def records(folder: Path) -> Iterator[tuple[str, str, str, Any]]:
    """Type, address, status and the record itself of all that was kept, with digests checked."""
    for file in sorted(folder.glob("*.warc.gz")):
        with file.open("rb") as opened:
            for record in ArchiveIterator(opened, check_digests="raise"):
                heads = record.http_headers
                status = heads.get_statuscode() if heads and record.rec_type != "request" else ""
                yield record.rec_type, record.rec_headers.get_header("WARC-Target-URI"), status, record


def refusing(page: object, item: object) -> Gain:
    """A reader that finds nothing to read."""
    return Gain(errors=(ReportError("holds no article"),))


def test_each_request_and_its_answer_is_kept(bench: Callable[..., Bench], web: Site) -> None:
    web.pages |= {"/a": Reply(b"", 302, headers={"Location": "/b?c=1"}), "/b?c=1": article(1)}
    made = bench()
    made.add(f"{web.url}/a", f"{web.url}/gone")
    kept = [(kind, url, status) for kind, url, status, _ in records(made.folder)]
    assert kept[0][0] == "warcinfo"
    answers = [("/robots.txt", "404"), ("/a", "302"), ("/b?c=1", "200"), ("/gone", "404")]
    assert kept[1:] == [
        row for path, status in answers
        for row in (("response", web.url + path, status), ("request", web.url + path, ""))
    ]  # fmt: skip


def test_what_came_is_kept_byte_for_byte(bench: Callable[..., Bench], web: Site) -> None:
    packed = gzip.compress(article(1).body)
    web.pages["/a"] = Reply(packed, headers={**PACKED, "X-Made": "caf\xe9"})
    made = bench()
    made.add(f"{web.url}/a")
    (record,) = [r for kind, url, _, r in records(made.folder) if kind == "response" and url.endswith("/a")]
    assert record.rec_headers.get_header("WARC-IP-Address") == "127.0.0.1"
    assert record.rec_headers.get_header("WARC-Date") == "2025-05-02T12:00:00Z"
    (found,) = made.shelf.pages
    again = Archive(made.folder, made.clock).read(found.record)
    assert (again.raw, again.content(10_000)) == (packed, article(1).body)


@pytest.mark.parametrize(
    ("reply", "cut"),
    [
        (Reply(b"x" * 3_000_000), "length"),
        (Reply(b"x" * 100, length=500), "disconnect"),
        (Reply(b"x" * 400, pieces=400, pause=0.05), "time"),
        (Reply(b"x", sort="image/png"), "unspecified"),
    ],
    ids=["large", "broken off", "slow", "no text"],
)
def test_what_is_not_whole_is_kept_as_such(bench: Callable[..., Bench], web: Site, reply: Reply, cut: str) -> None:
    web.pages["/a"] = reply
    made = bench(fetch_tries=1, fetch_seconds=1.5 if cut == "time" else 60)
    made.add(f"{web.url}/a")
    (record,) = [r for kind, url, _, r in records(made.folder) if kind == "response" and url.endswith("/a")]
    assert record.rec_headers.get_header("WARC-Truncated") == cut


def test_a_page_that_has_not_changed_is_a_revisit(bench: Callable[..., Bench], web: Site) -> None:
    web.pages["/a"] = lambda times, headers: (
        Reply(b"", 304, sort=None) if "if-none-match" in headers else Reply(article(1).body, headers={"ETag": '"1"'})
    )
    made = bench()
    assert outcomes([*made.add(f"{web.url}/a"), *made.add(f"{web.url}/a")]) == ["new", "unchanged"]
    assert [status for kind, _, status, _ in records(made.folder) if kind == "revisit"] == ["304"]


def test_a_page_that_was_fetched_is_read_from_the_archive_after_a_crash(bench: Callable[..., Bench], web: Site) -> None:
    """The program breaks down while it reads; the next run reads the same bytes, though the site has others by now."""
    web.pages |= {"/1": Reply(gzip.compress(article(1).body), headers=PACKED), "/feed": rss([f"{web.url}/1"])}

    def broken(page: object, item: object) -> Gain:
        raise ModelError("the program is not fit to read")

    made = bench(read=broken)
    with pytest.raises(ModelError):
        made.round(f"{web.url}/feed")
    made.follower.close()
    web.pages["/1"] = article(2)
    again = bench()
    assert outcomes(again.round(f"{web.url}/feed")) == ["new", "listed"]
    assert [page.body for page in again.shelf.pages] == [article(1).body]
    assert web.times("/1") == 1


def test_a_page_that_cannot_be_read_is_read_again_from_the_archive(bench: Callable[..., Bench], web: Site) -> None:
    web.pages["/1"] = article(1)
    made = bench(read=refusing)
    (done,) = made.add(f"{web.url}/1")
    assert isinstance(done, Done)
    assert (done.outcome, done.error and done.error.code) == ("failed", "report")
    made.follower.close()
    again = bench()
    again.follower.retry_failed()
    assert outcomes(again.round()) == ["new"]
    assert web.times("/1") == 1


def test_an_archive_that_is_gone_is_told(bench: Callable[..., Bench], web: Site) -> None:
    web.pages["/1"] = article(1)
    made = bench(read=refusing)
    made.add(f"{web.url}/1")
    made.follower.close()
    for file in made.folder.glob("*.warc.gz"):
        file.write_bytes(file.read_bytes()[:300])
    again = bench()
    again.follower.retry_failed()
    (done,) = again.round()
    assert isinstance(done, Done)
    assert "cannot be read" in str(done.error)
    assert outcomes(again.add(f"{web.url}/1")) == ["new"]


def test_a_state_that_is_none_is_told(bench: Callable[..., Bench], tmp_path: Path) -> None:
    (tmp_path / "fetched").mkdir()
    (tmp_path / "fetched" / "state.sqlite").write_bytes(b"no database, and longer than a header of one would be" * 9)
    with pytest.raises(LedgerError, match=r"state\.sqlite"):
        bench()
