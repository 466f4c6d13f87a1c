"""Follows a feed into a ledger, one round: a process that tests start and kill. `watcher.py LEDGER FOLDER FEED`.

The pages are plain text and are added as they are: what is tested is that each gets there, not what is read from it.
"""

from __future__ import annotations

import sys
from hashlib import sha256
from ipaddress import ip_network
from pathlib import Path

from fogline.config import Settings
from fogline.fetch import Follower, Gain, Item, Page
from fogline.ledger import Store
from fogline.ledger.clock import now
from fogline.model import Document, Published, Report


def main() -> None:
    """Runs one round and says what became of what."""
    ledger, folder, feed = sys.argv[1:]
    settings = Settings(
        fetch_allow=(ip_network("127.0.0.1/32"),), fetch_pace=0, fetch_backoff=0.01, fetch_tries=8, fetch_patience=10
    )
    with Store(ledger) as store:

        def read(page: Page, item: Item) -> Gain:
            name = sha256(page.url.encode() + page.body).hexdigest()
            report = Report(
                f"sha256:{name}", page.body.decode(), (), Published(None, None, "unknown"), url=page.url, data=page.body
            )
            with store.writing() as writer:
                added = writer.add(Document(report), engine="0 made", knowledge="k")
            return Gain(reports=int(added.new_report))

        with Follower(Path(folder), read, settings, clock=now) as follower:
            for done in follower.round([feed]):
                sys.stdout.write(f"{done}\n")


if __name__ == "__main__":
    main()
