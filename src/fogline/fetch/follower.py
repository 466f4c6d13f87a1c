"""Follows addresses: single pages as they are asked for, and feeds round by round."""

from __future__ import annotations

import contextlib
import sqlite3
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from types import TracebackType

import httpx

from fogline.config import Settings
from fogline.errors import UsageError
from fogline.fetch.archive import Archive
from fogline.fetch.connect import Resolver, system_resolver
from fogline.fetch.exchange import Exchange
from fogline.fetch.faults import FetchError
from fogline.fetch.fetcher import Fetcher
from fogline.fetch.items import Entry, Items
from fogline.fetch.politeness import ROBOT, Clock, Hosts, Robots
from fogline.fetch.quiet import DAY, Quiet, quiet_feeds
from fogline.fetch.state import State
from fogline.fetch.web_address import host_of, key_of, web_address
from fogline.fetch.work import Done, Read, Work
from fogline.version import __version__

STATE = "state.sqlite"
LOCK = "watching.sqlite"


class Follower:
    """Keeps its state and its archive in a folder, and goes on where an earlier run stopped or was killed.

    Raises:
        LedgerError: the state in the folder is broken, or was written by a newer fogline.
    """

    def __init__(
        self, folder: Path, read: Read, settings: Settings, *, clock: Clock,
        sleep: Callable[[float], None] = time.sleep, resolve: Resolver = system_resolver,
    ) -> None:  # fmt: skip
        """`read` puts a page into the ledger."""
        self._folder = folder
        self._clock = clock
        self._longest = settings.quiet_days * DAY
        self._state = State(folder / STATE)
        self._items = Items(self._state)
        self._archive = Archive(folder, clock)
        limit = int(settings.fetch_megabytes * (1 << 20))
        self._exchange = Exchange(
            agent=agent(settings.contact), seconds=settings.fetch_seconds, limit=limit, allowed=settings.fetch_allow,
            resolve=resolve,
        )  # fmt: skip
        hosts = Hosts(
            self._state, pace=settings.fetch_pace, backoff=settings.fetch_backoff, patience=settings.fetch_patience,
            clock=clock, sleep=sleep,
        )  # fmt: skip
        robots = Robots(self._state, clock)
        fetcher = Fetcher(self._exchange, self._archive, hosts, robots, limit=limit, clock=clock)
        self._work = Work(
            self._items, fetcher, hosts, read, clock=clock, sleep=sleep, tries=settings.fetch_tries,
            patience=settings.fetch_patience,
        )  # fmt: skip

    def add(self, links: Iterable[str]) -> Iterator[Done | FetchError]:
        """Fetches pages, and reads those that are new or have changed; what is no web address comes as its error."""
        wanted, errors = _entries(links)
        yield from errors
        self._items.want("page", wanted)
        yield from self._work.run([entry.key for entry in wanted])

    def round(self, feeds: Iterable[str]) -> Iterator[Done | FetchError]:
        """One round: the feeds, all new pages that they list, and what earlier rounds left."""
        wanted, errors = _entries(feeds, "feed ")
        yield from errors
        self._items.want("feed", wanted)
        yield from self._work.run(feeds=[entry.key for entry in wanted])

    def quiet(self, feeds: Iterable[str]) -> Sequence[Quiet]:
        """Those of the feeds that answer but have gone quiet."""
        keys = [entry.key for entry in _entries(feeds, "feed ")[0]]
        return quiet_feeds(self._state, keys, self._clock().timestamp(), self._longest)

    def retry_failed(self) -> None:
        """Has the pages that failed taken up again."""
        self._items.retry()

    @contextlib.contextmanager
    def alone(self) -> Iterator[None]:
        """Holds others off who would follow feeds into the same folder.

        Raises:
            UsageError: another process is at it.
        """
        # A lock of SQLite goes when its process does, however that ends, and is there on every system.
        with contextlib.closing(sqlite3.connect(self._folder / LOCK, timeout=0, isolation_level=None)) as lock:
            try:
                lock.execute("BEGIN EXCLUSIVE")
            except sqlite3.OperationalError:
                raise UsageError(
                    "another fogline watch follows feeds into this ledger", next_step="Stop it, or name all feeds to it"
                ) from None
            yield

    def close(self) -> None:
        """Closes connections and files."""
        self._exchange.close()
        self._archive.close()
        self._state.close()

    def __enter__(self) -> Follower:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def agent(contact: str) -> str:
    """The `User-Agent`: what fetches, and whom a site can turn to."""
    return f"{ROBOT}/{__version__} (+{contact})" if contact else f"{ROBOT}/{__version__}"


def _entries(links: Iterable[str], prefix: str = "") -> tuple[list[Entry], list[FetchError]]:
    wanted: dict[str, Entry] = {}
    errors = []
    for link in links:
        try:
            url: httpx.URL = web_address(link)
        except FetchError as error:
            errors.append(error)
            continue
        entry = Entry(prefix + key_of(url), str(url), host_of(url))
        wanted.setdefault(entry.key, entry)
    return list(wanted.values()), errors
