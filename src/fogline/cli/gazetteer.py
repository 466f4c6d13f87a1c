"""`fogline gazetteer`: compiles the places data, adds to it, and looks names up in it."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from fogline.cli import messages
from fogline.cli.options import Quiet
from fogline.errors import UsageError

if TYPE_CHECKING:
    from fogline.extraction.places.gazetteer.added.add import Addition
    from fogline.extraction.places.gazetteer.added.draft import Progress

SOME_BAD = 3
SHOWN_BAD = 10
app = typer.Typer(help="The places data: compile it, add to it, look a name up.", no_args_is_help=True)
Name = Annotated[str | None, typer.Option("--name", metavar="NAME", help="Name of the data set; default: the file's.")]
SourceName = Annotated[str | None, typer.Option("--source", metavar="TEXT", help="Whose data these are.")]
Licence = Annotated[str | None, typer.Option("--licence", metavar="TEXT", help="Under which licence they may be used.")]


@app.command()
def build(quiet: Annotated[bool, typer.Option("--quiet", "-q", help="Say nothing.")] = False) -> None:
    """Compiles the built-in gazetteer; where it is up to date, nothing is done."""
    from fogline.config import settings
    from fogline.extraction.places.gazetteer.build import build as compiled
    from fogline.extraction.places.gazetteer.build import file_in

    file = file_in(settings().cache)
    if file.is_file():
        _note(f"Up to date: {file}", quiet)
        return
    _note("Compiling the gazetteer (a minute) …", quiet)
    file = compiled(settings().cache)
    _note(f"{file} ({file.stat().st_size / 1e6:.0f} MB)", quiet)


@app.command()
def add(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="A GeoNames dump, CSV or GeoJSON; .zip and .gz too.")],
    name: Name = None,
    column: Annotated[
        list[str] | None,
        typer.Option("--column", metavar="FIELD=COLUMN", help="Which column holds a field, as lat=Y; may be repeated."),
    ] = None,
    source: SourceName = None,
    licence: Licence = None,
    quiet: Quiet = False,
) -> None:
    """Adds the places or names of a file; stopped, it goes on where it was when it is started again."""
    from fogline.extraction.places.gazetteer.added.add import Addition
    from fogline.extraction.places.gazetteer.added.folder import checked_name, name_for

    data_set = checked_name(name) if name else name_for(file)
    _add(Addition(file, data_set, _columns(column or []), source, licence), quiet)


@app.command()
def install(
    code: Annotated[str, typer.Argument(metavar="COUNTRY", help="A country's code such as UA, or allCountries.")],
    sha256: Annotated[str | None, typer.Option(metavar="HEX", help="The checksum that the archive must have.")] = None,
    timeout: Annotated[float, typer.Option(min=0.1, help="Seconds to wait for a server that is silent.")] = 30.0,
    quiet: Quiet = False,
) -> None:
    """Downloads a country's places from GeoNames and adds them; a broken download changes nothing."""
    from fogline.cli.gazetteer_progress import watching
    from fogline.config import settings
    from fogline.extraction.places.gazetteer.added.add import Addition
    from fogline.extraction.places.gazetteer.added.download import download, dump_name

    dump, at = dump_name(code), settings()
    with watching(shown=not quiet) as watch:
        archive = download(at.places_address, dump, at.places, sha256=sha256, timeout=timeout, watch=watch)
    _add(Addition(archive, dump, address=at.places_address), quiet)
    archive.unlink(missing_ok=True)


@app.command(name="list")
def list_() -> None:
    """Lists the data sets: the built-in sources, then what was added."""
    from rich.table import Table

    from fogline.cli.output import paper
    from fogline.config import settings
    from fogline.extraction.places.gazetteer.added.folder import data_sets, unfinished
    from fogline.extraction.places.gazetteer.sources import BUILT_IN

    table = Table("name", "source", "licence", "places", "names", "bad rows", "size", "added", box=None)
    for source in BUILT_IN:
        table.add_row(source.id, source.name, source.licence, "", "", "", "", "built in")
    for one in data_sets(settings().places):
        told = one.source
        table.add_row(
            one.name, told.name if told else f"broken: {one.broken}", told.licence if told else "",
            f"{one.places:,}", f"{one.names:,}", f"{one.bad:,}", f"{one.size / 1e6:.1f} MB", one.added,
        )  # fmt: skip
    paper(sys.stdout).print(table)
    for name in unfinished(settings().places):
        messages.note(f"{name} is unfinished: add or install it again and it goes on, or remove it")


@app.command()
def find(
    name: Annotated[str, typer.Argument(help="A place name, in any spelling, language or script.")],
    limit: Annotated[int, typer.Option(min=1, help="Most places to show.")] = 10,
) -> None:
    """Shows the places that go by a name, best known first; where none does, those with a like name."""
    from fogline.cli.gazetteer_found import show
    from fogline.extraction.places.gazetteer import gazetteer

    known = gazetteer()
    hits = known.named(name, limit)
    if not hits:
        hits = known.nearest(name, limit)
        messages.note(f"No place goes by {name!r}" + ("; these are like it:" if hits else ""))
    if not hits:
        raise typer.Exit(1)
    show(hits[:limit], known.sources)


@app.command()
def remove(
    name: Annotated[str, typer.Argument(help="A data set, as list shows it.")],
    quiet: Quiet = False,
) -> None:
    """Removes a data set that was added, also one that is unfinished."""
    from fogline.config import settings
    from fogline.extraction.places.gazetteer.added.folder import remove as removed

    removed(settings().places, name)
    _note(f"{name} is removed", quiet)


def _add(addition: Addition, quiet: bool) -> None:
    from fogline.cli.gazetteer_progress import watching
    from fogline.config import settings
    from fogline.extraction.places.gazetteer.added.add import add as added
    from fogline.extraction.places.gazetteer.build import build as compiled
    from fogline.extraction.places.gazetteer.build import file_in

    folder = settings().cache
    built_in = file_in(folder)
    if not built_in.is_file():
        _note("Compiling the gazetteer first (a minute) …", quiet)
        built_in = compiled(folder)
    with watching(shown=not quiet) as watch:
        done = added(addition, settings().places, built_in, watch)
    _tell(addition, done, quiet)


def _tell(addition: Addition, done: Progress, quiet: bool) -> None:
    known = f", {done.known:,} places were known by all their names" if done.known else ""
    _note(f"{addition.name}: {done.places:,} places with {done.names:,} names added{known}", quiet)
    if not done.bad:
        return
    for line, reason in done.reasons[:SHOWN_BAD]:
        messages.warning("bad_row", f"{addition.path}, line {line}: {reason}")
    left = done.bad - min(SHOWN_BAD, len(done.reasons))
    messages.warning("bad_rows", f"{done.bad:,} rows left out" + (f", {left:,} of them not shown" if left else ""))
    raise typer.Exit(SOME_BAD)


def _columns(pairs: list[str]) -> dict[str, str]:
    from fogline.extraction.places.gazetteer.added.columns import KNOWN

    given = dict(pair.partition("=")[::2] for pair in pairs)
    for field, column in given.items():
        if field not in KNOWN or not column:
            raise UsageError(
                f"--column {field}={column}", next_step=f"Give FIELD=COLUMN; fields are {', '.join(KNOWN)}"
            )
    return given


def _note(text: str, quiet: bool) -> None:
    if not quiet:
        messages.note(text)
