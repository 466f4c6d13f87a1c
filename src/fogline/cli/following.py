"""What the commands that fetch share: pages into the ledger, and the count of what became of them."""

from __future__ import annotations

import contextlib
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from hashlib import sha256
from pathlib import Path

from platformdirs import user_data_path

from fogline.cli import messages
from fogline.config import Engine, settings
from fogline.errors import FoglineError
from fogline.fetch import Done, FetchError, Follower, Gain, Item, Page
from fogline.intake import Taken, take_page
from fogline.ledger import Store
from fogline.ledger.clock import now

BESIDE = ".fetched"


def follower(store: Store, *, published: date | None = None, engine: Engine | None = None) -> Follower:
    """What fetches pages into a ledger; `published` is the day given for pages that are added."""

    def read(page: Page, item: Item) -> Gain:
        listed = date.fromisoformat(item.dated) if item.dated else None
        return _gain(take_page(store, page, published=published, listed=listed, engine=engine))

    return Follower(folder_of(store), read, settings(), clock=now)


def folder_of(store: Store) -> Path:
    """Where what was fetched for a ledger is kept: beside its file; for a database in the user's data folder."""
    if (chosen := settings().fetched) is not None:
        return chosen
    if store.url.get_backend_name() == "sqlite" and store.url.database:
        return Path(store.url.database + BESIDE)
    name = store.url.render_as_string(hide_password=True)
    return user_data_path("fogline") / f"{sha256(name.encode()).hexdigest()[:16]}{BESIDE}"


def _gain(taken: Iterator[Taken]) -> Gain:
    reports = claims = 0
    errors: list[FoglineError] = []
    for one in taken:
        reports += one.outcome in {"new", "again"}
        claims += one.claims
        if one.error is not None:
            errors.append(one.error)
    return Gain(reports, claims, tuple(errors))


@dataclass
class Tally:
    """What became of feeds and pages, in numbers, and what failed in words."""

    feeds: Counter[str] = field(default_factory=Counter)
    pages: Counter[str] = field(default_factory=Counter)
    reports: int = 0
    claims: int = 0
    failed: list[FoglineError] = field(default_factory=list)

    def count(self, done: Done | FetchError) -> None:
        """Counts one."""
        if isinstance(done, FetchError):
            self.pages["failed"] += 1
            self.failed.append(done)
            return
        (self.feeds if done.item.kind == "feed" else self.pages)[done.outcome] += 1
        self.reports += done.gain.reports
        self.claims += done.gain.claims
        errors = done.gain.errors if done.error is None else (done.error,)
        self.failed += [_about(done.item.link, error) for error in errors]

    def told(self) -> str:
        """The numbers of pages, in a line."""
        parts = [f"{self.pages['new']} pages new, {self.reports} reports with {self.claims} claims"]
        words = {"known": "known already", "unchanged": "unchanged", "failed": "failed", "later": "put off"}
        parts += [f"{self.pages[outcome]} {word}" for outcome, word in words.items() if self.pages[outcome]]
        return "; ".join(parts)

    def told_of_feeds(self) -> str:
        """The numbers of feeds, in a line."""
        words = {"listed": "read", "unchanged": "unchanged", "failed": "failed", "later": "put off"}
        parts = [f"{self.feeds[outcome]} {word}" for outcome, word in words.items() if self.feeds[outcome]]
        return f"{self.feeds.total()} feeds: {', '.join(parts) or 'none'}"


def line_of(done: Done) -> str:
    """What became of one item, in a line."""
    item = done.item
    if done.outcome == "listed":
        return f"{item.link}: {done.pages} new pages"
    if done.outcome == "new":
        return f"{item.link}: {done.gain.reports} reports, {done.gain.claims} claims"
    if done.outcome == "later":
        again = f"put off until {datetime.fromtimestamp(item.at, UTC):%Y-%m-%d %H:%M} UTC"
        return f"{item.link}: {again}{f' ({item.code}: {item.reason})' if item.reason else ''}"
    return f"{item.link}: {done.outcome}"


@contextlib.contextmanager
def shown(*, wanted: bool) -> Iterator[Callable[[str], None]]:
    """A function that shows what is going on; only on a terminal."""
    screen = messages.console()
    if not wanted or not screen.is_terminal:
        yield lambda _: None
        return
    with screen.status("fetching") as status:
        yield status.update


def _about(link: str, error: FoglineError) -> FoglineError:
    if link not in error.message:
        error.message = f"{link}: {error.message}"
    return error
