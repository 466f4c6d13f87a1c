"""`fogline assessor`: dated maps of an assessor, to hold claims against."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from fogline.cli import messages
from fogline.cli.options import Ledger
from fogline.errors import ReportError, UsageError

app = typer.Typer(no_args_is_help=True, help="Dated maps of an assessor (DeepState, ISW), to hold claims against.")


@app.command()
def add(
    name: Annotated[str, typer.Argument(metavar="NAME", help="The assessor, as ISW.")],
    folder: Annotated[Path, typer.Argument(metavar="FOLDER", help="GeoJSON files with their day in the name.")],
    side: Annotated[
        str | None, typer.Option("--side", help="Whose all areas are, or those that --value leaves out.")
    ] = None,
    key: Annotated[str, typer.Option("--property", help="The property that tells whose an area is.")] = "name",
    values: Annotated[
        list[str] | None, typer.Option("--value", metavar="VALUE=SIDE", help="Whose the areas with this value are.")
    ] = None,
    ledger: Ledger = None,
) -> None:
    """Adds the maps of a folder; a map that the ledger holds already is not added again."""
    from fogline.assessment.assess import assess
    from fogline.cli.ledgers import opened
    from fogline.ledger.maps import Legend, maps_in

    sides = dict(_pair(value) for value in values or [])
    if side is None and not sides:
        raise UsageError(
            "whose the areas are is not told", next_step="Give --side Russia, or --value 'Occupied=Russia'"
        )
    legend = Legend(side, key if sides else None, sides)
    new = known = failed = 0
    with opened(ledger, create=True) as store:
        for found in maps_in(folder, legend):
            if isinstance(found, ReportError):
                failed += 1
                messages.failure(found)
                continue
            with store.writing() as writer:
                if writer.add_map(assessor=name, day=found.day, areas=found.areas):
                    new += 1
                else:
                    known += 1
        assess(store)
    messages.note(f"{new} maps added, {known} known already, {failed} failed")
    if failed:
        raise typer.Exit(3 if new or known else 1)


def _pair(text: str) -> tuple[str, str]:
    value, sign, side = text.rpartition("=")
    if not sign or not value or not side:
        raise UsageError(f"{text} names no side", next_step="Give VALUE=SIDE, as Occupied=Russia")
    return value.strip(), side.strip()
