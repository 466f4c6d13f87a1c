"""One gazetteer file, open for reading."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

from fogline.errors import GazetteerError
from fogline.extraction.places.gazetteer.records import NameKind, Record, Source
from fogline.extraction.places.gazetteer.schema import FORM, PLACE_COLUMNS

Alike = tuple[str, int, int]  # key, rank, number of the place
_PLACE = (
    "p.id + :shift, p.name, p.lat, p.lon, p.geonames, p.country, p.admin1, p.feature, p.population, p.radius_m, p.fame,"
)
_PLACE += " p.admin2, p.source, p.same"
_OF_NAME = (
    f"SELECT {_PLACE}, n.rank, n.kind, n.used_by, n.spelling, n.language, n.former"
    " FROM names n CROSS JOIN places p ON p.id = n.place WHERE n.key = :key AND n.rank < :below"  # in this order
)
_FIRST = " ORDER BY n.rank, n.place LIMIT :most"
_MORE = (
    "SELECT place, rank, kind, used_by, spelling, language, former FROM names WHERE key = ? AND rank < ?"
    " ORDER BY rank, place LIMIT ?"
)
_CACHE_KB = 16_000  # of each file, in this process; what the system keeps of it is at hand as well
_OF_ADDED = 1 << 44  # between the numbers of two files


@dataclass(frozen=True, slots=True)
class Name:
    """A name as a file has it: how near it comes to the place's own, of which kind, and who uses it."""

    rank: int
    kind: NameKind
    used_by: str | None
    spelling: str | None
    language: str | None
    former: bool


@dataclass(frozen=True, slots=True)
class Found:
    """A place under one of its names; `same` is the number of the built-in place that it is, `source` has the name."""

    record: Record
    same: int | None
    name: Name
    source: str


class Store:
    """A file of places and names; `number` counts the files, so that the numbers of the places of two never meet.

    Raises:
        GazetteerError: the file is no gazetteer.
    """

    def __init__(self, file: Path, number: int = 0) -> None:
        self._shift = number * _OF_ADDED
        try:
            self._base = sqlite3.connect(f"{file.absolute().as_uri()}?mode=ro", uri=True, check_same_thread=False)
            self._base.execute(f"PRAGMA cache_size = -{_CACHE_KB}")
            form = self._base.execute("PRAGMA user_version").fetchone()[0]
            if form not in {0, FORM}:
                raise GazetteerError(
                    f"{file} was made by another version of fogline", next_step="Delete it and build or add it again"
                )
            self._base.execute("SELECT 1 FROM heads, sources LIMIT 1").fetchone()
            self._names_only = self._base.execute("SELECT 1 FROM places LIMIT 1").fetchone() is None
            self.id = next((source.id for source in self.sources()), "")
            self.longest = lru_cache(maxsize=50_000)(self._longest)
        except sqlite3.Error as error:
            raise GazetteerError(
                f"{file} is no gazetteer: {error}", next_step="Delete it and build or add it again"
            ) from error

    def named(self, folded: str, below: int, most: int) -> list[Found]:
        """The places of a key with a rank below `below`, in the order of rank."""
        return [_found(row) for row in self._of_name(_OF_NAME + _FIRST, folded, below, most)]

    def named_in(self, folded: str, below: int, countries: Sequence[str], most: int) -> list[Found]:
        """The places of a key in these countries, in the order of rank."""
        if not countries:
            return []
        codes = {f"c{i}": code for i, code in enumerate(countries)}
        sql = f"{_OF_NAME} AND n.country IN ({','.join(':' + c for c in codes)}){_FIRST}"
        return [_found(row) for row in self._of_name(sql, folded, below, most, codes)]

    def _of_name(
        self, sql: str, folded: str, below: int, most: int, codes: Mapping[str, str] = MappingProxyType({})
    ) -> sqlite3.Cursor:
        return self._base.execute(sql, {"key": folded, "below": below, "most": most, "shift": self._shift, **codes})

    def more(self, folded: str, below: int, most: int) -> list[tuple[int, Name]]:
        """The names of a key with the GeoNames ids of their places, where this file has names for others' places."""
        rows = self._base.execute(_MORE, (folded, below, most)) if self._names_only else ()
        return [(row[0], _name(row[1:])) for row in rows]

    def by_geonames(self, number: int) -> Found | None:
        """A place by its GeoNames id."""
        row = self._base.execute("SELECT id FROM places WHERE geonames = ? LIMIT 1", (number,)).fetchone()
        return self.found(row[0]) if row else None

    def found(self, place: int) -> Found | None:
        """A place by its number, as if its own name had been asked for."""
        row = self._base.execute(
            f"SELECT {_PLACE} FROM places p WHERE p.id = :id", {"id": place, "shift": self._shift}
        ).fetchone()
        return _found((*row, 0, int(NameKind.ALTERNATE), None, None, None, 0)) if row else None

    def place(self, number: int) -> Record | None:
        """A place by its number."""
        found = self.found(number)
        return found.record if found else None

    def _longest(self, word: str) -> int:
        """How many words the longest name has that starts with this folded word; 0 where none does."""
        row = self._base.execute("SELECT longest FROM heads WHERE word = ?", (word,)).fetchone()
        return int(row[0]) if row else 0

    def alike(self, shape: str, country: str | None, most: int) -> Sequence[Alike]:
        """Names with this skeleton, in one country or in all, most people first."""
        within = "" if country is None else " AND country = ?"
        sql = f"SELECT key, rank, place FROM names WHERE skeleton = ?{within} ORDER BY rank, place LIMIT ?"
        return self._base.execute(sql, (shape, most) if country is None else (shape, country, most)).fetchall()

    def sources(self) -> list[Source]:
        """Where the records come from."""
        return [Source(*row) for row in self._base.execute("SELECT id, name, licence, address FROM sources")]


def _found(row: tuple[Any, ...]) -> Found:
    record = Record(*row[: PLACE_COLUMNS - 1])
    return Found(record, row[PLACE_COLUMNS - 1], _name(row[PLACE_COLUMNS:]), record.source)


def _name(row: tuple[Any, ...]) -> Name:
    rank, kind, used_by, spelling, language, former = row
    return Name(rank, NameKind(kind), used_by, spelling, language, bool(former))
