"""`fogline gazetteer`: compiles the places data and looks names up in it."""

from __future__ import annotations

from typing import Annotated

import typer
from rich.console import Console
from rich.table import Table

app = typer.Typer(help="The places data: compile it, look a name up.", no_args_is_help=True)


@app.command()
def build(quiet: Annotated[bool, typer.Option("--quiet", "-q", help="Say nothing.")] = False) -> None:
    """Compiles the gazetteer; where it is up to date, nothing is done."""
    from fogline.config import settings
    from fogline.extraction.places.gazetteer.build import build as compiled
    from fogline.extraction.places.gazetteer.build import file_in

    note = Console(stderr=True, quiet=quiet)
    file = file_in(settings().cache)
    if file.is_file():
        note.print(f"Up to date: {file}")
        return
    note.print("Compiling the gazetteer (half a minute) …")
    file = compiled(settings().cache)
    note.print(f"{file} ({file.stat().st_size / 1e6:.0f} MB)")


@app.command()
def find(
    name: Annotated[str, typer.Argument(help="A place name, in any spelling.")],
    limit: Annotated[int, typer.Option(min=1, help="Most places to show.")] = 10,
) -> None:
    """Shows the places that go by a name, best known first."""
    from fogline.extraction.places.gazetteer import gazetteer

    hits = gazetteer().named(name)
    if not hits:
        Console(stderr=True).print(f"No place goes by {name!r}")
        raise typer.Exit(1)
    table = Table("name", "kind", "country", "region", "latitude", "longitude", "people", "used by", box=None)
    for hit in hits[:limit]:
        place = hit.record
        table.add_row(
            place.name,
            place.feature,
            place.country or "",
            place.admin1 or "",
            f"{place.lat:.4f}",
            f"{place.lon:.4f}",
            f"{place.population:,}" if place.population else "",
            hit.used_by or "",
        )
    Console().print(table)
