"""What is known of the addresses that are followed: a small SQLite file, so that a run goes on where one was killed."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from fogline.errors import LedgerError

VERSION = 1
WAIT = 60.0  # seconds that one process waits for another
_TABLES = """
BEGIN IMMEDIATE;
CREATE TABLE items (
  key TEXT PRIMARY KEY,        -- the address without what only tracks readers
  number INTEGER NOT NULL,     -- in the order of finding
  kind TEXT NOT NULL,          -- page or feed
  link TEXT NOT NULL,          -- the address as it was found
  host TEXT NOT NULL,
  dated TEXT,                  -- the day that a feed tells
  standing TEXT NOT NULL,      -- waiting, fetched (and to be read), done or failed
  tries INTEGER NOT NULL DEFAULT 0,
  due REAL NOT NULL DEFAULT 0, -- seconds since 1970, UTC, as everywhere here
  final TEXT,                  -- key of the address that redirects ended at
  etag TEXT NOT NULL DEFAULT '', modified TEXT NOT NULL DEFAULT '', validated TEXT NOT NULL DEFAULT '',
  file TEXT, place INTEGER,    -- the record in the archive
  code TEXT, reason TEXT
) WITHOUT ROWID;
CREATE INDEX items_standing ON items (standing);
CREATE INDEX items_final ON items (final);
CREATE TABLE links (feed TEXT NOT NULL, item TEXT NOT NULL, at REAL NOT NULL, PRIMARY KEY (feed, item)) WITHOUT ROWID;
CREATE TABLE feeds (key TEXT PRIMARY KEY, title TEXT NOT NULL, since REAL NOT NULL) WITHOUT ROWID;
CREATE TABLE hosts (host TEXT PRIMARY KEY, ready REAL NOT NULL, failures INTEGER NOT NULL DEFAULT 0) WITHOUT ROWID;
CREATE TABLE robots (origin TEXT PRIMARY KEY, at REAL NOT NULL, body BLOB NOT NULL) WITHOUT ROWID;
PRAGMA user_version = 1;
COMMIT;
"""


class State:
    """The file, open. Several processes may use it at once.

    Raises:
        LedgerError: the file is no such file, or was written by a newer fogline.
    """

    def __init__(self, file: Path) -> None:
        file.parent.mkdir(parents=True, exist_ok=True)
        self.connection = sqlite3.connect(file, timeout=WAIT, isolation_level=None)
        self.connection.row_factory = sqlite3.Row
        try:
            # A process that is killed loses nothing by this; a machine that fails may have to fetch a page again.
            self.connection.executescript("PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;")
            found = self._made()
        except sqlite3.DatabaseError as error:
            self.connection.close()
            raise LedgerError(f"{file}: {error}", next_step="Move the file away; pages are then fetched anew") from None
        if found > VERSION:
            self.connection.close()
            raise LedgerError(f"{file} was written by a newer fogline", next_step="Update fogline")

    @contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """A transaction: all that is written in it is kept together, or nothing of it."""
        self.connection.execute("BEGIN IMMEDIATE")
        try:
            yield self.connection
        except BaseException:
            self.connection.rollback()
            raise
        self.connection.commit()

    def close(self) -> None:
        """Lets go of the file."""
        self.connection.close()

    def _made(self) -> int:
        """The version of the tables, which are made where there are none."""
        version = self._version()
        if version:
            return version
        try:
            self.connection.executescript(_TABLES)
        except sqlite3.OperationalError:  # another process was faster
            if self.connection.in_transaction:
                self.connection.rollback()
            if not self._version():
                raise
        return self._version()

    def _version(self) -> int:
        return int(self.connection.execute("PRAGMA user_version").fetchone()[0])
