"""The work of a run: feeds and pages one after another, each taken as far as it goes, and what became of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from fogline.errors import FoglineError, ReportError
from fogline.fetch.faults import FetchError
from fogline.fetch.feed import listing_of
from fogline.fetch.fetcher import Fetcher, Page
from fogline.fetch.items import Item, Items
from fogline.fetch.kinds import is_readable
from fogline.fetch.politeness import Clock, Hosts
from fogline.fetch.web_address import key_of, web_address

Outcome = Literal["listed", "new", "known", "unchanged", "failed", "later"]


@dataclass(frozen=True, slots=True)
class Gain:
    """What reading a page gave: new reports in the ledger with their claims, or why there are none."""

    reports: int = 0
    claims: int = 0
    errors: tuple[FoglineError, ...] = ()


@dataclass(frozen=True, slots=True)
class Done:
    """What became of an item: a feed `listed` or `unchanged`, a page `new`, `known` already or `unchanged`.

    `failed` is for good, until someone asks again; `later` is tried again by itself. `pages` are a feed's new ones.
    """

    item: Item
    outcome: Outcome
    pages: int = 0
    gain: Gain = Gain()
    error: FoglineError | None = None


Read = Callable[[Page, Item], Gain]


class Work:
    """Takes items as far as they go. `read` puts a page into the ledger; to read one twice must do no harm."""

    def __init__(
        self, items: Items, fetcher: Fetcher, hosts: Hosts, read: Read, *, clock: Clock, sleep: Callable[[float], None],
        tries: int, patience: float,
    ) -> None:  # fmt: skip
        """`tries` is how often one item is tried, `patience` how many seconds are waited for the next."""
        self._items = items
        self._fetcher = fetcher
        self._hosts = hosts
        self._read = read
        self._clock = clock
        self._sleep = sleep
        self._tries = tries
        self._patience = patience

    def run(self, keys: Sequence[str] | None = None, *, feeds: Sequence[str] = ()) -> Iterator[Done]:
        """Takes the items named, or all pages that wait and the feeds named, until none is left but those put off."""
        while (item := self._items.next(keys, feeds=feeds)) is not None:
            wait = item.at - self._clock().timestamp()
            if wait > self._patience:
                break
            if wait > 0:
                self._sleep(wait)
            if (done := self._take(item)) is not None:
                yield done
        for item in self._items.waiting(keys, feeds=feeds):
            yield Done(item, "later")

    def _take(self, item: Item) -> Done | None:
        """One step of an item; None where it failed in passing and waits again."""
        try:
            page = self._page(item)
            if page is None:
                self._items.done(item)
                return Done(item, "unchanged")
            if item.kind == "feed":
                return self._list(item, page)
            if item.standing == "waiting" and not self._keep(item, page):
                return Done(item, "known")
        except FetchError as error:
            return self._stumbled(item, error)
        except ReportError as error:
            return self._failed(item, error)
        return self._take_in(item, page)

    def _page(self, item: Item) -> Page | None:
        """The page, from the archive if an earlier run got so far; None where it has not changed."""
        if item.standing == "fetched" and item.record is not None:
            return self._fetcher.kept(item.record)
        return self._fetcher.fetch(item.link, item.validators, is_readable)

    def _keep(self, item: Item, page: Page) -> bool:
        """Notes that the page is in the archive, so that it is never fetched again; False where it is a known one."""
        return self._items.fetched(item, page.record, key_of(web_address(page.url)), page.validators)

    def _list(self, item: Item, page: Page) -> Done:
        found = listing_of(page)
        new = self._items.listed(item, found.title, found.entries, page.validators, self._clock().timestamp())
        return Done(item, "listed", pages=new)

    def _take_in(self, item: Item, page: Page) -> Done:
        gain = self._read(page, item)
        if gain.errors and not gain.reports:
            return self._failed(item, gain.errors[0])
        self._items.done(item)
        return Done(item, "new" if gain.reports else "known", gain=gain)

    def _stumbled(self, item: Item, error: FetchError) -> Done | None:
        if not error.passing or item.tries + 1 >= self._tries:
            return self._failed(item, error)
        due = self._clock().timestamp() + self._hosts.after(item.tries + 1, error.wait)
        self._items.put_off(item, due, error.code, error.message)
        return None

    def _failed(self, item: Item, error: FoglineError) -> Done:
        self._items.failed(item, error.code, error.message)
        return Done(item, "failed", error=error)
