"""The addresses that are followed, feeds and pages, and how each stands."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from fogline.fetch.archive import Record
from fogline.fetch.state import State

Kind = Literal["page", "feed"]
Standing = Literal["waiting", "fetched", "done", "failed"]

_OPEN = """
SELECT i.*, COALESCE(h.ready, 0) AS ready FROM items i LEFT JOIN hosts h ON h.host = i.host
WHERE i.standing IN ('waiting', 'fetched') AND {which}
ORDER BY i.standing = 'waiting', MAX(i.due, COALESCE(h.ready, 0)), i.kind, i.number
"""
_NAMED = "i.key IN (SELECT value FROM json_each(?))"


@dataclass(frozen=True, slots=True)
class Entry:
    """An address to follow: `key` is what it is known by, `dated` the day that a feed tells of it (ISO 8601)."""

    key: str
    link: str
    host: str
    dated: str | None = None


@dataclass(frozen=True, slots=True)
class Validators:
    """What a server is asked with whether a page has changed since; they hold for the address `url` alone."""

    etag: str = ""
    modified: str = ""
    url: str = ""


@dataclass(frozen=True, slots=True)
class Item:
    """An address that is followed. `due` is when it may be tried, `ready` when its host may: seconds since 1970."""

    key: str
    kind: Kind
    link: str
    host: str
    dated: str | None
    standing: Standing
    tries: int
    due: float
    ready: float
    validators: Validators
    record: Record | None
    code: str | None
    reason: str | None

    @property
    def at(self) -> float:
        """When it may be taken; what is fetched already may be read at once."""
        return 0.0 if self.standing == "fetched" else max(self.due, self.ready)


class Items:
    """The items in the state. Each method is one transaction."""

    def __init__(self, state: State) -> None:
        self._state = state

    def want(self, kind: Kind, entries: Iterable[Entry]) -> None:
        """Has addresses fetched, anew where they were before; one that is put off stays so."""
        with self._state.writing() as write:
            for entry in entries:
                _add(write, kind, entry)
                write.execute(
                    "UPDATE items SET due = CASE standing WHEN 'waiting' THEN due ELSE 0 END, standing = 'waiting',"
                    " tries = 0, link = ?, host = ?, file = NULL WHERE key = ? AND standing <> 'fetched'",
                    (entry.link, entry.host, entry.key),
                )

    def retry(self) -> None:
        """Takes up the pages that failed: those that were fetched are read again, the others fetched again."""
        with self._state.writing() as write:
            write.execute(
                "UPDATE items SET standing = CASE WHEN file IS NULL THEN 'waiting' ELSE 'fetched' END, tries = 0,"
                " due = 0 WHERE standing = 'failed' AND kind = 'page'"
            )

    def waiting(self, keys: Sequence[str] | None = None, *, feeds: Sequence[str] = ()) -> list[Item]:
        """What is to be fetched or read, the next first: the items named, or all pages and the feeds named."""
        return [_item(row) for row in self._state.connection.execute(*_query(keys, feeds))]

    def next(self, keys: Sequence[str] | None = None, *, feeds: Sequence[str] = ()) -> Item | None:
        """The first of them."""
        query, named = _query(keys, feeds)
        row = self._state.connection.execute(query + " LIMIT 1", named).fetchone()
        return None if row is None else _item(row)

    def listed(self, feed: Item, title: str, entries: Iterable[Entry], validators: Validators, at: float) -> int:
        """A feed was read at `at`: its entries are noted, and it is done. Returns how many pages are new."""
        with self._state.writing() as write:
            count = 0
            for entry in entries:
                count += _add(write, "page", entry)
                write.execute("INSERT OR IGNORE INTO links VALUES (?, ?, ?)", (feed.key, entry.key, at))
            write.execute(
                "INSERT INTO feeds VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET title = excluded.title",
                (feed.key, title, at),
            )
            _validate(write, feed.key, validators)
            _settle(write, feed.key, "done")
            return count

    def fetched(self, item: Item, record: Record, final: str, validators: Validators) -> bool:
        """A page was fetched and is in the archive; False, and it is done, where another address led to the same."""
        with self._state.writing() as write:
            twin = write.execute(
                "SELECT 1 FROM items WHERE key <> ?1 AND kind = 'page' AND standing IN ('fetched', 'done')"
                " AND (final = ?2 OR (key = ?2 AND final IS NULL)) LIMIT 1",
                (item.key, final),
            ).fetchone()
            write.execute(
                "UPDATE items SET final = ?, file = ?, place = ? WHERE key = ?",
                (final, record.file, record.place, item.key),
            )
            _validate(write, item.key, validators)
            _settle(write, item.key, "done" if twin else "fetched")
            return twin is None

    def done(self, item: Item) -> None:
        """The item is in the ledger, or has not changed since it was."""
        with self._state.writing() as write:
            _settle(write, item.key, "done")

    def put_off(self, item: Item, due: float, code: str, reason: str) -> None:
        """The item failed, and is tried again from `due` on."""
        with self._state.writing() as write:
            _settle(write, item.key, "waiting", code, reason)
            write.execute("UPDATE items SET tries = tries + 1, due = ? WHERE key = ?", (due, item.key))

    def failed(self, item: Item, code: str, reason: str) -> None:
        """The item failed for good: it is tried again only if someone asks for it."""
        with self._state.writing() as write:
            _settle(write, item.key, "failed", code, reason)
            _validate(write, item.key, Validators())

    def of(self, key: str) -> Item | None:
        """An item by its key, however it stands."""
        query = "SELECT i.*, 0 AS ready FROM items i WHERE key = ?"
        row = self._state.connection.execute(query, (key,)).fetchone()
        return None if row is None else _item(row)


def _query(keys: Sequence[str] | None, feeds: Sequence[str]) -> tuple[str, tuple[str]]:
    which = f"(i.kind = 'page' OR {_NAMED})" if keys is None else _NAMED
    return _OPEN.format(which=which), (json.dumps(list(feeds if keys is None else keys)),)


def _add(write: sqlite3.Connection, kind: Kind, entry: Entry) -> int:
    done = write.execute(
        "INSERT OR IGNORE INTO items (key, number, kind, link, host, dated, standing)"
        " VALUES (?, (SELECT COALESCE(MAX(number), 0) + 1 FROM items), ?, ?, ?, ?, 'waiting')",
        (entry.key, kind, entry.link, entry.host, entry.dated),
    )
    return done.rowcount


def _settle(
    write: sqlite3.Connection, key: str, standing: Standing, code: str | None = None, reason: str | None = None
) -> None:
    write.execute(
        "UPDATE items SET standing = ?, code = ?, reason = ?, due = 0 WHERE key = ?", (standing, code, reason, key)
    )


def _validate(write: sqlite3.Connection, key: str, found: Validators) -> None:
    write.execute(
        "UPDATE items SET etag = ?, modified = ?, validated = ? WHERE key = ?",
        (found.etag, found.modified, found.url, key),
    )


def _item(row: sqlite3.Row) -> Item:
    return Item(
        row["key"], row["kind"], row["link"], row["host"], row["dated"], row["standing"], row["tries"], row["due"],
        row["ready"], Validators(row["etag"], row["modified"], row["validated"]),
        Record(row["file"], row["place"]) if row["file"] else None, row["code"], row["reason"],
    )  # fmt: skip
