"""Tells what format a file of places has."""

from __future__ import annotations

import codecs
import unicodedata
from collections.abc import Mapping
from pathlib import Path

from fogline.errors import UsageError
from fogline.extraction.places.gazetteer.added.csv_rows import CsvReader
from fogline.extraction.places.gazetteer.added.geojson import GeoJsonReader
from fogline.extraction.places.gazetteer.added.geonames import NAME_COLUMNS, PLACE_COLUMNS, NamesReader, PlacesReader
from fogline.extraction.places.gazetteer.added.opened import inner_name, opened
from fogline.extraction.places.gazetteer.added.rows import Reader

_GEOJSON = (".geojson", ".json", ".jsonl", ".geojsonl", ".ndjson", ".geojsons")
_LOOKED_AT = 20  # lines


def reader(path: Path, given: Mapping[str, str]) -> tuple[str, Reader]:
    """The format's name and a reader for the file.

    Raises:
        UsageError: there is no such file, or its format is not known.
    """
    name = inner_name(path).casefold()
    with opened(path) as file:
        lines = [file.readline(1 << 16) for _ in range(_LOOKED_AT)]
    lines = [line.rstrip(b"\r\n") for line in lines if line.strip() and not line.startswith(b"#")]
    if not lines:
        raise UsageError(f"{path} is empty", next_step="Give a file with places")
    if not _is_text(lines[0]):
        raise UsageError(f"{path} is no text in UTF-8", next_step="Save it as UTF-8, or give the file that was meant")
    if name.endswith(_GEOJSON) or lines[0].lstrip(b"\xef\xbb\xbf \t").startswith((b"{", b"[")):
        return "GeoJSON", GeoJsonReader(path, given)
    tabs = [line.count(b"\t") + 1 for line in lines]
    if _most(tabs, {PLACE_COLUMNS}) and any(_is_number(line.split(b"\t")[0]) for line in lines):
        return "GeoNames", PlacesReader(path)
    if _most(tabs, NAME_COLUMNS) and any(all(map(_is_number, line.split(b"\t")[:2])) for line in lines):
        return "GeoNames names", NamesReader(path)
    if name.endswith((".csv", ".tsv", ".txt")) and any(s in lines[0] for s in (b",", b";", b"\t", b"|")):
        return "CSV", CsvReader(path, given)
    raise UsageError(
        f"{path} is in no known format", next_step="Give a GeoNames dump, a CSV file with a header, or GeoJSON"
    )


def _is_text(line: bytes) -> bool:
    try:
        text = codecs.getincrementaldecoder("utf-8-sig")().decode(line)  # a long line may be cut within a letter
    except UnicodeDecodeError:
        return False
    return all(c == "\t" or unicodedata.category(c) != "Cc" for c in text)


def _most(counts: list[int], wanted: frozenset[int] | set[int]) -> bool:
    return sum(count in wanted for count in counts) * 2 > len(counts)


def _is_number(cell: bytes) -> bool:
    return cell.strip(b"\xef\xbb\xbf").isdigit()
