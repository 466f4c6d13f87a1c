"""Reads CSV files with named columns; the separator is told by the header."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import IO

from fogline.errors import UsageError
from fogline.extraction.places.gazetteer.added import columns
from fogline.extraction.places.gazetteer.added.opened import opened, size
from fogline.extraction.places.gazetteer.added.rows import Bad, Item, Row

_NEEDED = ("name", "lat", "lon")
_SEPARATORS = "\t;,|"


@dataclass
class _Lines:
    """The lines of a file for the CSV parser, with the count of what it has taken."""

    file: IO[bytes]
    position: int
    line: int
    broken: bool = False

    def __iter__(self) -> Iterator[str]:
        while raw := self.file.readline():
            self.position += len(raw)
            self.line += 1
            try:
                yield raw.decode("utf-8").replace("\0", "")
            except UnicodeDecodeError:
                self.broken = True
                yield raw.decode("utf-8", errors="replace").replace("\0", "")


@dataclass(frozen=True)
class CsvReader:
    """Reads a CSV file; a position is a number of bytes. `given` names the columns of fields."""

    path: Path
    given: Mapping[str, str] = field(default_factory=dict)

    @cached_property
    def total(self) -> int:
        """The number of bytes."""
        return size(self.path)

    def rows(self, position: int, line: int) -> Iterator[Row]:
        """The rows from `position` on; without a name and a point no file is taken at all."""
        with opened(self.path) as file:
            header, separator, after = _header(file)
            assigned = columns.assigned(header, self.given)
            absent = [c for c in assigned.values() if c not in header] or [f for f in _NEEDED if f not in assigned]
            if absent:
                raise UsageError(
                    f"{self.path} has no column for {', '.join(absent)}; it has {', '.join(header)[:300]}",
                    next_step="Name them, as in --column name=TOWN --column lat=Y --column lon=X",
                )
            spoken = {c: s for c, s in columns.languages(header).items() if c not in assigned.values()}
            file.seek(position or after)
            lines = _Lines(file, position or after, line or 1)
            parser = csv.reader(iter(lines), delimiter=separator)
            while True:
                begun = lines.line + 1
                lines.broken = False
                try:
                    cells = next(parser, None)
                except csv.Error as error:
                    yield begun, lines.position, Bad(str(error))
                    parser = csv.reader(iter(lines), delimiter=separator)
                    continue
                if cells is None:
                    return
                yield (
                    begun,
                    lines.position,
                    Bad("not UTF-8") if lines.broken else _item(header, cells, assigned, spoken),
                )


def _item(header: list[str], cells: list[str], assigned: Mapping[str, str], spoken: Mapping[str, str]) -> Item:
    if not any(cells):
        return None
    if len(cells) != len(header):
        return Bad(f"{len(cells)} columns instead of {len(header)}")
    return columns.place(dict(zip(header, cells, strict=True)), assigned, spoken)


def _header(file: IO[bytes]) -> tuple[list[str], str, int]:
    """The columns' names, the separator, and where the rows begin."""
    raw = file.readline(1 << 16)
    text = raw.decode("utf-8-sig", errors="replace").rstrip("\r\n")
    separator = max(_SEPARATORS, key=text.count)
    return [c.strip() for c in next(csv.reader([text], delimiter=separator), [])], separator, len(raw)
