"""The folder of the data sets that the user added: each one a file, swapped in whole."""

from __future__ import annotations

import json
import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from fogline.errors import GazetteerError, UsageError
from fogline.extraction.places.gazetteer.records import Source

_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]{0,63}")


@dataclass(frozen=True, slots=True)
class DataSet:
    """A data set as `list` shows it; `broken` says why it cannot be read, if so."""

    name: str
    file: Path
    source: Source | None
    places: int
    names: int
    bad: int
    broken: str | None = None

    @property
    def size(self) -> int:
        """Bytes on the disk."""
        return self.file.stat().st_size

    @property
    def added(self) -> str:
        """The day on which the file was finished."""
        return datetime.fromtimestamp(self.file.stat().st_mtime, UTC).date().isoformat()


def checked_name(name: str) -> str:
    """The name of a data set, which is also that of its file.

    Raises:
        UsageError: it holds other characters than letters, digits, `-` and `_`.
    """
    if not _NAME.fullmatch(name):
        raise UsageError(f"{name!r} cannot name a data set", next_step="Use letters, digits, - and _: --name my-places")
    return name


def name_for(path: Path) -> str:
    """A name for the data set of a file: that of the file."""
    stem = path.name.removesuffix(".gz").removesuffix(".zip")
    plain = re.sub(r"[^A-Za-z0-9]+", "-", stem.rpartition(".")[0] or stem).strip("-")
    return checked_name(plain[:64] or "places")


def file_of(folder: Path, name: str) -> Path:
    """The file of a data set."""
    return folder / f"{checked_name(name)}.sqlite"


def draft_of(folder: Path, name: str) -> Path:
    """The file in which a data set is being made."""
    return folder / f".{checked_name(name)}.draft"


def data_sets(folder: Path) -> Iterator[DataSet]:
    """The data sets, by name."""
    for file in sorted(folder.glob("*.sqlite")):
        try:
            yield _data_set(file)
        except (sqlite3.Error, KeyError, ValueError) as error:
            yield DataSet(file.stem, file, None, 0, 0, 0, str(error))


def unfinished(folder: Path) -> list[str]:
    """The names of the data sets whose making was broken off."""
    return sorted(file.name[1:].removesuffix(".draft") for file in folder.glob(".*.draft"))


def remove(folder: Path, name: str) -> None:
    """Deletes a data set and what is unfinished of it.

    Raises:
        UsageError: there is none of that name.
        GazetteerError: the file cannot be deleted.
    """
    files = [f for f in (file_of(folder, name), *drafts(folder, name)) if f.exists()]
    if not files:
        raise UsageError(f"no data set is called {name}", next_step="fogline gazetteer list shows them")
    try:
        for file in files:
            file.unlink()
    except OSError as error:
        raise GazetteerError(f"{file} cannot be deleted: {error.strerror}", next_step="Delete it by hand") from error


def drafts(folder: Path, name: str) -> tuple[Path, ...]:
    """The unfinished file of a data set and what SQLite keeps beside it."""
    draft = draft_of(folder, name)
    return draft, *(draft.with_name(draft.name + end) for end in ("-journal", "-wal", "-shm"))


def _data_set(file: Path) -> DataSet:
    with closing(sqlite3.connect(f"{file.absolute().as_uri()}?mode=ro", uri=True)) as base:
        facts = dict(base.execute("SELECT name, value FROM facts"))
        row = base.execute("SELECT id, name, licence, address FROM sources").fetchone()
    done = json.loads(facts["progress"])
    return DataSet(file.stem, file, Source(*row), done["places"], done["names"], done["bad"])
