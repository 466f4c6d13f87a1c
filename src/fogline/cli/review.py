"""`fogline review`: a person looks at claims; every decision is kept with who and when."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from fogline.cli import messages
from fogline.cli.options import Ledger
from fogline.errors import UsageError

if TYPE_CHECKING:
    from fogline.query.review import Reviewer

app = typer.Typer(
    no_args_is_help=False,
    invoke_without_command=True,
    help="Accept, correct or reject claims; every judgement is kept with who and when. Alone: one claim after another.",
)
Claim = Annotated[str, typer.Argument(metavar="CLAIM", help="The claim's id.")]
Note = Annotated[str, typer.Option("--note", help="Why; is kept with the judgement.")]
User = Annotated[str | None, typer.Option("--user", help="Who judges; else the one of the settings.")]
QUEUE = 500  # claims of one sitting


@app.callback()
def review(context: typer.Context, ledger: Ledger = None, user: User = None) -> None:
    """Goes through the claims that nobody has looked at, those first that matter most."""
    if context.invoked_subcommand is not None:
        return
    from fogline.cli.sitting import sitting
    from fogline.query.review import queue

    with _reviewer(ledger, user) as reviewer:
        with reviewer.store.viewing() as view:
            waiting = queue(view.connection, limit=QUEUE)
        sitting(reviewer, waiting)


@app.command()
def accept(claim: Claim, note: Note = "", ledger: Ledger = None, user: User = None) -> None:
    """The claim is as the report has it."""
    with _reviewer(ledger, user) as reviewer:
        _told("accepted", reviewer.accept(claim, note=note))


@app.command()
def correct(
    claim: Claim,
    values: Annotated[list[str], typer.Argument(metavar="FIELD=VALUE…", help="As event=attack.drone place_name=Goma.")],
    note: Note = "",
    ledger: Ledger = None,
    user: User = None,
) -> None:
    """Some fields of the claim are to have other values; FIELD= alone takes a field away."""
    parts = dict(_pair(value) for value in values)
    with _reviewer(ledger, user) as reviewer:
        _told("corrected", reviewer.correct(claim, parts, note=note))


@app.command()
def reject(claim: Claim, note: Note = "", ledger: Ledger = None, user: User = None) -> None:
    """The report makes no such claim."""
    with _reviewer(ledger, user) as reviewer:
        _told("rejected", reviewer.reject(claim, note=note))


@app.command()
def merge(
    claim: Claim,
    other: Annotated[str, typer.Argument(metavar="OTHER", help="The id of a claim about the same event.")],
    note: Note = "",
    ledger: Ledger = None,
    user: User = None,
) -> None:
    """Two claims tell of one event."""
    with _reviewer(ledger, user) as reviewer:
        _told("merged", reviewer.merge(claim, other, note=note))


@app.command()
def split(claim: Claim, note: Note = "", ledger: Ledger = None, user: User = None) -> None:
    """The claim tells of another event than those that it was joined to."""
    with _reviewer(ledger, user) as reviewer:
        _told("split", reviewer.split(claim, note=note))


@app.command(name="merge-sources")
def merge_sources(
    source: Annotated[str, typer.Argument(metavar="SOURCE", help="Its key, or words of its name.")],
    into: Annotated[str, typer.Argument(metavar="INTO", help="The source that it is.")],
    note: Note = "",
    ledger: Ledger = None,
    user: User = None,
) -> None:
    """Two records are one source."""
    with _reviewer(ledger, user) as reviewer:
        _told("merged", reviewer.merge_sources(source, into, note=note))


@app.command(name="split-source")
def split_source(
    source: Annotated[str, typer.Argument(metavar="SOURCE", help="Its key, or words of its name.")],
    form: Annotated[str, typer.Argument(metavar="FORM", help="What reports call the other one.")],
    note: Note = "",
    ledger: Ledger = None,
    user: User = None,
) -> None:
    """What reports call by a form is another source than the rest of the record."""
    with _reviewer(ledger, user) as reviewer:
        _told("split", reviewer.split_source(source, form, note=note))


@app.command(name="merge-places")
def merge_places(
    place: Annotated[str, typer.Argument(metavar="PLACE", help="Its key, or a form of its name.")],
    into: Annotated[str, typer.Argument(metavar="INTO", help="The place that it is.")],
    note: Note = "",
    ledger: Ledger = None,
    user: User = None,
) -> None:
    """Two records are one place."""
    with _reviewer(ledger, user) as reviewer:
        _told("merged", reviewer.merge_places(place, into, note=note))


@app.command(name="split-place")
def split_place(
    place: Annotated[str, typer.Argument(metavar="PLACE", help="Its key, or a form of its name.")],
    form: Annotated[str, typer.Argument(metavar="FORM", help="What reports call the other one.")],
    note: Note = "",
    ledger: Ledger = None,
    user: User = None,
) -> None:
    """What reports call by a form is another place than the rest of the record."""
    with _reviewer(ledger, user) as reviewer:
        _told("split", reviewer.split_place(place, form, note=note))


@app.command()
def undo(
    judgement: Annotated[int, typer.Argument(metavar="N", help="The judgement's number.")],
    note: Note = "",
    ledger: Ledger = None,
    user: User = None,
) -> None:
    """Takes a judgement back; both stay on record."""
    with _reviewer(ledger, user) as reviewer:
        _told("undone", reviewer.undo(judgement, note=note))


@app.command(name="list")
def listed(ledger: Ledger = None) -> None:
    """Lists the judgements, the newest last."""
    from fogline.cli.ask.printed import as_table
    from fogline.cli.ledgers import opened
    from fogline.exports.ledger.tables import judgements

    with opened(ledger) as store, store.viewing() as view:
        as_table(judgements(list(view.judgements())))


@app.command()
def export(
    folder: Annotated[Path, typer.Argument(metavar="FOLDER", help="Where to write NAME.txt and NAME.json.")],
    ledger: Ledger = None,
) -> None:
    """Writes the accepted and corrected claims as annotated reports, to score and train readers with."""
    from fogline.cli.ask.printed import asked
    from fogline.exports.gold import annotation

    folder.mkdir(parents=True, exist_ok=True)
    with asked(ledger) as opened:
        count = 0
        for report, published, pairs in opened.reviewed():
            row = annotation(report, published, pairs)
            name = "".join(c if c.isalnum() or c in "-_." else "-" for c in str(row["id"]))
            (folder / f"{name}.txt").write_bytes(report.text.encode("utf-8", "surrogatepass"))
            (folder / f"{name}.json").write_text(json.dumps(row, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
            count += 1
    messages.note(f"{count} reports written to {folder}")


def _reviewer(ledger: str | None, user: str | None) -> Reviewer:
    from fogline.cli.ledgers import opened
    from fogline.config import settings
    from fogline.query.review import Reviewer

    return Reviewer(opened(ledger), user or settings().user)


def _pair(text: str) -> tuple[str, str]:
    field, sign, value = text.partition("=")
    if not sign:
        raise UsageError(f"{text} has no value", next_step="Give FIELD=VALUE, as event=attack.drone")
    return field.strip(), value


def _told(what: str, judgement: int) -> None:
    messages.note(f"{what}; fogline review undo {judgement} takes it back")
