"""Files of places that the tests make."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from fogline.config import settings
from fogline.extraction.places.gazetteer import Gazetteer, gazetteer
from fogline.extraction.places.gazetteer.added.add import Addition, Watcher, add
from fogline.extraction.places.gazetteer.added.draft import Progress
from fogline.extraction.places.gazetteer.build import file_in


def dump_row(
    number: int, name: str, lat: float, lon: float, *, names: str = "", country: str = "KE", code: str = "P.PPL",
    admin1: str = "", admin2: str = "", people: int = 0,
) -> str:  # fmt: skip
    """A line of a GeoNames dump."""
    letter, _, kind = code.partition(".")
    cells = (
        number,
        name,
        name,
        names,
        lat,
        lon,
        letter,
        kind,
        country,
        "",
        admin1,
        admin2,
        "",
        "",
        people,
        "",
        "",
        "",
        "",
    )
    return "\t".join(str(cell) for cell in cells) + "\n"


def written(path: Path, rows: Iterable[str]) -> Path:
    """A file of these lines."""
    path.write_text("".join(rows), encoding="utf-8")
    return path


def added(path: Path, name: str = "own", watch: Watcher = lambda *_: None, **told: object) -> Progress:
    """Adds a file to the user's places."""
    gazetteer()
    done = add(Addition(path, name, **told), settings().places, file_in(settings().cache), watch)  # type: ignore[arg-type]
    gazetteer.cache_clear()
    return done


def known() -> Gazetteer:
    """The gazetteer with what was added so far."""
    return gazetteer()
