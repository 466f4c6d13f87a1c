"""Five hundred articles of a slow and failing site: each is in the ledger exactly once, however often `watch` dies."""

from __future__ import annotations

import random
import signal
import subprocess
import sys
from collections import Counter
from pathlib import Path

from tests.fetch.site import Reply, Site, article, rss
from warcio.archiveiterator import ArchiveIterator
from warcio.exceptions import ArchiveLoadFailed

from fogline.fetch.items import Items
from fogline.fetch.state import State
from fogline.ledger import Store
from fogline.ledger.audit import Fault, verify

ARTICLES = 500
KILLS = 3
WATCHER = Path(__file__).with_name("watcher.py")


def moody(number: int) -> Reply | object:
    """An article that now and then is slow, fails, breaks off or is not there yet, at first."""
    good = article(number)
    bad = {
        11: Reply(b"busy", 503, headers={"Retry-After": "0"}),
        13: Reply(b"broken", 500),
        17: Reply(good.body, sort=good.sort, hang_up=True),
        19: Reply(good.body, sort=good.sort, length=len(good.body) + 9),
    }
    slow = Reply(good.body, sort=good.sort, pieces=3, pause=0.02)

    def reply(times: int, headers: dict[str, str]) -> Reply:
        for every, answer in bad.items():
            if number % every == 0 and times < 1 + number % 2:
                return answer
        return slow if number % 7 == 0 else good

    return reply


def watch(folder: Path, web: Site) -> subprocess.Popen[bytes]:
    command = [sys.executable, str(WATCHER), str(folder / "ledger.sqlite"), str(folder / "fetched"), f"{web.url}/feed"]
    return subprocess.Popen(command, stdout=subprocess.DEVNULL)


def archived(folder: Path) -> Counter[str]:
    """How often each article stands in the archive as a whole; a file that a kill cut off ends in a broken record."""
    found: Counter[str] = Counter()
    for file in (folder / "fetched").glob("*.warc.gz"):
        with file.open("rb") as opened:
            try:
                for record in ArchiveIterator(opened):
                    if record.rec_type == "response" and record.http_headers.get_statuscode() == "200":
                        whole = record.rec_headers.get_header("WARC-Truncated") is None
                        found[record.rec_headers.get_header("WARC-Target-URI")] += whole
            except (ArchiveLoadFailed, EOFError):
                continue
    return found


def test_each_article_once_over_kills(web: Site, tmp_path: Path) -> None:
    links = [f"{web.url}/{n}" for n in range(ARTICLES)]
    web.pages |= {f"/{n}": moody(n) for n in range(ARTICLES)}
    web.pages["/feed"] = rss(links)
    chance = random.Random(7)
    for _ in range(KILLS):
        watching = watch(tmp_path, web)
        web.wait_for(len(web.asked) + chance.randint(2, 150))
        watching.send_signal(signal.SIGKILL)
        watching.wait()
    assert watch(tmp_path, web).wait(timeout=600) == 0

    with Store(tmp_path / "ledger.sqlite") as store, store.viewing() as view:
        assert [found for found in verify(view) if isinstance(found, Fault)] == []
        assert view.counts()["reports"] == view.counts()["readings"] == ARTICLES
    state = State(tmp_path / "fetched" / "state.sqlite")
    assert Items(state).waiting() == []
    state.close()
    whole = archived(tmp_path)
    assert all(whole[link] >= 1 for link in links)
    # A page that was on its way when its process died is asked for again; no other one is.
    assert sum(whole[link] - 1 for link in links) <= KILLS
