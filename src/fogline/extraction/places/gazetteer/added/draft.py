"""The file in which a data set is being made: what it holds so far survives a kill."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from dataclasses import asdict, dataclass, field
from pathlib import Path

from fogline.errors import GazetteerError
from fogline.extraction.places.gazetteer.records import Source
from fogline.extraction.places.gazetteer.schema import FINISH, TABLES

MOST_BAD = 1000  # bad rows that are remembered; the others are counted
_PLACE = f"INSERT INTO places VALUES ({','.join('?' * 14)})"
_NAME = f"INSERT INTO heap VALUES ({','.join('?' * 10)})"
_SQLITE = b"SQLite format 3\0"
_CACHE_KB = 64_000
Values = tuple[str | int | float | None, ...]


@dataclass
class Progress:
    """How far a file has been read, and what came of it.

    `position` and `line` are the reader's. `known` counts the places that are built in already under all their names.
    `reasons` are the bad rows: (line, why).
    """

    position: int = 0
    line: int = 0
    places: int = 0
    names: int = 0
    known: int = 0
    bad: int = 0
    steps: int = 0
    reasons: list[tuple[int, str]] = field(default_factory=list)

    def note(self, line: int, reason: str) -> None:
        """Counts a bad row."""
        self.bad += 1
        if len(self.reasons) < MOST_BAD:
            self.reasons.append((line, reason))


class Draft:
    """A data set in the making. Rows and progress are written together, so that either both are there or none.

    Raises:
        GazetteerError: the folder cannot be written to, or another process makes the same data set.
    """

    def __init__(self, file: Path, mark: str, source: Source) -> None:
        self._file = file
        try:
            file.parent.mkdir(parents=True, exist_ok=True)
            if file.exists() and _head(file) != _SQLITE:  # also an empty one
                file.unlink()
            self._base = self._opened()
            if self._mark() != mark:
                self._base.close()
                file.unlink()
                self._base = self._opened()
                self._begin(mark, source)
        except (OSError, sqlite3.Error) as error:
            raise self.fault(error) from error
        self.progress = self._progress()
        self._begun = self.progress.position > 0

    def fault(self, error: Exception) -> GazetteerError:
        """What went wrong with the file, for the user."""
        if "locked" in str(error):
            return GazetteerError(f"{self._file} is being made by another process", next_step="Wait until it has ended")
        return GazetteerError(
            f"{self._file.parent} cannot be written to: {error}", next_step="Free space there or set FOGLINE_PLACES"
        )

    def write(self, places: list[Values], names: list[Values]) -> None:
        """Writes a batch and how far it reaches."""
        try:
            self._base.executemany(_PLACE, places)
            self._base.executemany(_NAME, names)
            self._keep()
        except sqlite3.Error as error:
            raise self.fault(error) from error
        self._begun = True

    def finish(self) -> Iterator[str]:
        """Makes the file fit for look-up, step by step; each step is named before it begins."""
        try:
            for number, step in enumerate(FINISH, start=1):
                if number > self.progress.steps:
                    yield f"indexing, step {number} of {len(FINISH)}"
                    self._base.execute("BEGIN")  # else a kill could come between the step and the note of it
                    self._base.execute(step)
                    self.progress.steps = number
                    self._keep()
            self._base.close()
        except sqlite3.Error as error:
            raise self.fault(error) from error

    def close(self) -> None:
        """Leaves the file as it is, so that a run can go on; one that holds no row yet is deleted."""
        self._base.close()
        if not self._begun:
            self._file.unlink(missing_ok=True)

    def discard(self) -> None:
        """Deletes the file when it is closed: there is nothing in it to go on with."""
        self._begun = False

    def _opened(self) -> sqlite3.Connection:
        base = sqlite3.connect(self._file, timeout=1)
        # A kill leaves a file whole; a power cut in the middle costs the work so far, which the next run begins anew.
        base.executescript(
            f"PRAGMA locking_mode = EXCLUSIVE; PRAGMA synchronous = OFF; PRAGMA cache_size = -{_CACHE_KB};"
            "PRAGMA secure_delete = OFF; PRAGMA temp_store = FILE; BEGIN EXCLUSIVE; COMMIT;"
        )
        return base

    def _begin(self, mark: str, source: Source) -> None:
        self._base.executescript(TABLES)
        self._base.execute(
            "INSERT INTO sources VALUES (?,?,?,?)", (source.id, source.name, source.licence, source.address)
        )
        self._base.execute("INSERT INTO facts VALUES ('mark', ?)", (mark,))
        self.progress = Progress()
        self._keep()

    def _mark(self) -> str | None:
        """What the file was begun from; None where it was not, or is broken."""
        try:
            row = self._base.execute("SELECT value FROM facts WHERE name = 'mark'").fetchone()
        except sqlite3.OperationalError as error:
            if "no such table" in str(error):
                return None
            raise
        except sqlite3.DatabaseError:
            return None
        return str(row[0]) if row else None

    def _progress(self) -> Progress:
        value = self._base.execute("SELECT value FROM facts WHERE name = 'progress'").fetchone()[0]
        kept = json.loads(value)
        return Progress(**{**kept, "reasons": [(line, why) for line, why in kept["reasons"]]})

    def _keep(self) -> None:
        value = json.dumps(asdict(self.progress))
        self._base.execute("INSERT OR REPLACE INTO facts VALUES ('progress', ?)", (value,))
        self._base.commit()


def _head(file: Path) -> bytes:
    with file.open("rb") as opened:
        return opened.read(len(_SQLITE))
