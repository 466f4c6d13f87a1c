"""A site on this machine, and a follower that may fetch from it; its pages are kept in a list instead of a ledger."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from ipaddress import ip_network
from pathlib import Path
from typing import Any

import pytest
from tests.fetch.site import Site, site

from fogline.config import Settings
from fogline.fetch import Done, FetchError, Follower, Gain, Item, Page
from fogline.fetch.work import Read

HERE = (ip_network("127.0.0.1/32"),)
QUICK: dict[str, Any] = {
    "fetch_allow": HERE, "fetch_pace": 0, "fetch_backoff": 0.01, "fetch_seconds": 60, "fetch_megabytes": 1,
}  # fmt: skip


@pytest.fixture
def web() -> Iterator[Site]:
    with site() as running:
        yield running


@dataclass
class Clock:
    """A clock that stands still but while someone sleeps by it."""

    time: datetime = datetime(2025, 5, 2, 12, tzinfo=UTC)
    slept: list[float] = field(default_factory=list)

    def __call__(self) -> datetime:
        return self.time

    def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.time += timedelta(seconds=seconds)

    def pass_days(self, days: float) -> None:
        self.time += timedelta(days=days)


@dataclass
class Shelf:
    """A reader that keeps pages in a list."""

    pages: list[Page] = field(default_factory=list)

    def __call__(self, page: Page, item: Item) -> Gain:
        new = all((p.url, p.body) != (page.url, page.body) for p in self.pages)
        self.pages += [page] if new else []
        return Gain(reports=int(new))


@dataclass
class Bench:
    """A follower with all that it was given."""

    follower: Follower
    clock: Clock
    shelf: Shelf
    folder: Path

    def add(self, *links: str) -> list[Done | FetchError]:
        return list(self.follower.add(links))

    def round(self, *feeds: str) -> list[Done | FetchError]:
        return list(self.follower.round(feeds))

    def code(self, link: str) -> str | None:
        """The code with which one page fails; None where it does not."""
        (done,) = self.add(link)
        if isinstance(done, FetchError):
            return done.code
        return done.error.code if done.error is not None else None


@pytest.fixture
def bench(tmp_path: Path) -> Iterator[Callable[..., Bench]]:
    """`bench(fetch_pace=2, resolve=…)` makes a follower; a second one of a test goes on in the same folder."""
    opened: list[Follower] = []
    clock = Clock()

    def make(
        *, resolve: Callable[[str, int], list[str]] | None = None, read: Read | None = None, **changed: Any
    ) -> Bench:
        shelf = Shelf()
        chosen = {"resolve": resolve} if resolve else {}
        settings = Settings(**{**QUICK, **changed})
        follower = Follower(tmp_path / "fetched", read or shelf, settings, clock=clock, sleep=clock.sleep, **chosen)
        opened.append(follower)
        return Bench(follower, clock, shelf, tmp_path / "fetched")

    yield make
    for follower in opened:
        follower.close()


def outcomes(done: list[Done | FetchError]) -> list[str]:
    """What became of pages and feeds, in order."""
    return ["failed" if isinstance(d, FetchError) else d.outcome for d in done]
