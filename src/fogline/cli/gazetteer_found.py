"""How found places are shown."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Mapping

from rich.table import Table

from fogline.cli.output import paper
from fogline.extraction.places.gazetteer import Hit, Source


def show(hits: Iterable[Hit], sources: Mapping[str, Source]) -> None:
    """Prints a table of places with the source and the licence of each."""
    table = Table("name", "kind", "country", "region", "point", "people", "found as", "source", "licence", box=None)
    for hit in hits:
        place, source = hit.record, sources.get(hit.source)
        table.add_row(
            place.name,
            place.feature,
            place.country or "",
            ", ".join(part for part in (place.admin2, place.admin1) if part),
            f"{place.lat:.4f} {place.lon:.4f}",
            f"{place.population:,}" if place.population else "",
            _found_as(hit),
            f"{source.id}: {source.name}" if source and source.id != source.name.casefold() else hit.source,
            source.licence if source else "",
        )
    paper(sys.stdout).print(table)


def _found_as(hit: Hit) -> str:
    notes = [
        "a like name" if hit.fuzzy else "",
        "former" if hit.former else "",
        f"used by {hit.used_by}" if hit.used_by else "",
        f"language {hit.language}" if hit.language else "",
    ]
    told = ", ".join(note for note in notes if note)
    return " ".join(part for part in (hit.spelling or "", f"({told})" if told else "") if part)
