"""Reads dumps of GeoNames: countries, allCountries (19 columns) and alternateNamesV2 (8 or 10 columns)."""

from __future__ import annotations

import codecs
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path

from fogline.extraction.places.gazetteer.added import features
from fogline.extraction.places.gazetteer.added.opened import opened, size
from fogline.extraction.places.gazetteer.added.rows import (
    AddedName,
    AddedPlace,
    Bad,
    Item,
    MoreNames,
    Row,
    point,
    whole,
)
from fogline.extraction.places.gazetteer.cities import is_foreign, is_latin_name
from fogline.extraction.places.gazetteer.fold import plain
from fogline.extraction.places.gazetteer.groups import country_group
from fogline.extraction.places.gazetteer.records import NameKind
from fogline.extraction.places.gazetteer.regions import district_names, region_names

PLACE_COLUMNS = 19
NAME_COLUMNS = frozenset({8, 10})
_LONGEST_LINE = 1 << 16
_LONGEST_NAME = 200
_NO_LANGUAGE = frozenset(
    {"link", "post", "iata", "icao", "faac", "tcid", "unlc", "wkdt", "abbr", "phon", "piny", "uicn", "fr_1793"}
)


@dataclass(frozen=True)
class LinesReader:
    """Reads a file of tab-separated lines; a position is a number of bytes."""

    path: Path

    @cached_property
    def total(self) -> int:
        """The number of bytes."""
        return size(self.path)

    def rows(self, position: int, line: int) -> Iterator[Row]:
        """The rows from `position` on."""
        with opened(self.path) as file:
            file.seek(position)
            while raw := file.readline(_LONGEST_LINE):
                position += len(raw)
                line += 1
                whole_line = raw.endswith(b"\n") or len(raw) < _LONGEST_LINE
                while not whole_line:
                    rest = file.readline(_LONGEST_LINE)
                    position += len(rest)
                    whole_line = not rest or rest.endswith(b"\n")
                    raw = b""
                yield line, position, self._item(raw)

    def _item(self, raw: bytes) -> Item:
        if not raw:
            return Bad("a line of more than 64 kB")
        try:
            text = raw.removeprefix(codecs.BOM_UTF8).decode().rstrip("\r\n")
        except UnicodeDecodeError:
            return Bad("not UTF-8")
        if not text or text.startswith("#"):
            return None
        return self.item(text.split("\t"))

    def item(self, cells: list[str]) -> Item:
        """What the cells of one line tell."""
        raise NotImplementedError


class PlacesReader(LinesReader):
    """Reads a country's dump or `allCountries`."""

    def item(self, cells: list[str]) -> Item:
        """One place."""
        if len(cells) != PLACE_COLUMNS:
            return Bad(f"{len(cells)} columns instead of {PLACE_COLUMNS}")
        at = point(cells[4], cells[5])
        people = whole(cells[14])
        if isinstance(at, Bad):
            return at
        if isinstance(people, Bad):
            return people
        if not cells[0].isascii() or not cells[0].isdigit() or len(cells[0]) > 15:
            return Bad(f"no id: {cells[0][:20]!r}")
        feature = features.of_geonames(cells[6], cells[7])
        country = cells[8].upper() or None
        if feature is None:
            return Bad(f"no feature class: {cells[6][:20]!r}")
        if country and not (len(country) == 2 and country.isascii() and country.isalpha()):
            return Bad(f"no country code: {country[:20]!r}")
        names = _names(cells, country)
        if not names:
            return Bad("no name")
        alternates = cells[3].count(",") + 1 if cells[3] else 0
        admin1, admin2 = _regions(country or "", cells[10], cells[11])
        return AddedPlace(
            at[0], at[1], int(cells[0]), country, admin1, admin2, feature, people, features.radius(feature, people),
            alternates, names, hidden=not features.is_searched(feature, cells[7], alternates),
        )  # fmt: skip


class NamesReader(LinesReader):
    """Reads `alternateNamesV2`: names with languages, for places that other files have."""

    def item(self, cells: list[str]) -> Item:
        """One name; None where the row is a link, a code or an empty name."""
        if len(cells) not in NAME_COLUMNS:
            return Bad(f"{len(cells)} columns instead of 8 or 10")
        if not cells[1].isascii() or not cells[1].isdigit() or len(cells[1]) > 15:
            return Bad(f"no id of a place: {cells[1][:20]!r}")
        language, name = cells[2], cells[3].strip()
        if language in _NO_LANGUAGE or (cells[6:7] == ["1"] and language != "en"):  # slang of other languages
            return None
        if not name or len(name) > _LONGEST_NAME:
            return Bad("no name")
        former = cells[7:8] == ["1"]
        return MoreNames(int(cells[1]), AddedName(name, NameKind.ALTERNATE, language or None, former))


def _names(cells: list[str], country: str | None) -> tuple[AddedName, ...]:
    own = cells[1].strip() or cells[2].strip()
    if not own or len(own) > _LONGEST_NAME:
        return ()
    if country in country_group("romanised"):
        own = plain(own)
    names = [AddedName(own, NameKind.MAIN)]
    if cells[2] and cells[2] != own:
        names.append(AddedName(cells[2], NameKind.MAIN))
    if cells[3]:
        names += [
            AddedName(n) for n in dict.fromkeys(cells[3].split(","))
            if n != own and len(n) <= _LONGEST_NAME and (is_latin_name(n) or is_foreign(n))
        ]  # fmt: skip
    return tuple(names)


@lru_cache(maxsize=50_000)
def _regions(country: str, first: str, second: str) -> tuple[str | None, str | None]:
    admin1 = region_names().get(f"{country}.{first}")
    return admin1, district_names().get(f"{country}.{first}.{second}") if second else None
