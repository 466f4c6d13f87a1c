"""The entry point: the commands, and the one place where every error becomes a message and an exit code."""

from __future__ import annotations

import contextlib
import os
import sys
from typing import Annotated, NoReturn

import typer

from fogline import __version__
from fogline.cli import add, assessor, demo, explain, gazetteer, read, redact, review, serve, verify, watch
from fogline.cli.ask import changes, claims, events, lists, place, source
from fogline.cli.messages import failure
from fogline.errors import FaultError, FoglineError
from fogline.machine import collect_rarely

FAILED = 1
INTERRUPTED = 130  # as shells count a process that the user stopped

app = typer.Typer(
    name="fogline",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode="rich",
    context_settings={"help_option_names": ["-h", "--help"]},
    help="Reads war reports into a ledger of contested claims: who says what happened, where, when, and who denies it.",
    epilog="Exit codes: 0 done, 1 failed, 2 wrong usage, 3 done but some reports failed.",
)
app.command(name="read")(read.read)
app.command(name="add")(add.add)
app.command(name="watch")(watch.watch)
app.command(name="claims")(claims.claims)
app.command(name="place")(place.place)
app.command(name="places")(lists.places)
app.command(name="control")(lists.control)
app.command(name="sources")(lists.sources)
app.command(name="source")(source.source)
app.command(name="disputes")(events.disputes)
app.command(name="incidents")(events.incidents)
app.command(name="changes")(changes.changes)
app.command(name="reports")(lists.reports)
app.command(name="verify")(verify.verify)
app.command(name="serve")(serve.serve)
app.command(name="redact")(redact.redact)
app.command(name="explain")(explain.explain)
app.command(name="demo")(demo.demo)
app.add_typer(assessor.app, name="assessor")
app.add_typer(review.app, name="review")
app.add_typer(gazetteer.app, name="gazetteer")


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"fogline {__version__}")
        raise typer.Exit


@app.callback()
def fogline(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Show the version and leave.")
    ] = False,
) -> None:
    """The options of the program itself."""


def main() -> NoReturn:
    """Runs the command line; no error ever reaches the user as a stack trace."""
    with contextlib.suppress(AttributeError, ValueError):  # streams that were replaced or closed
        # Lone surrogates come out as escapes, which JSON reads back as the same characters.
        sys.stdout.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")  # type: ignore[union-attr]
        sys.stderr.reconfigure(errors="backslashreplace")  # type: ignore[union-attr]
    collect_rarely()
    try:
        app(prog_name="fogline", standalone_mode=True)
        code = 0
    except FoglineError as error:
        failure(error)
        code = error.exit_code
    except BrokenPipeError:
        code = _quietly()
    except KeyboardInterrupt:
        code = INTERRUPTED
    except Exception as error:  # noqa: BLE001  # the last resort: a bug of ours, shown as a message
        failure(FaultError.of(error))
        code = FAILED
    sys.exit(code)


def _quietly() -> int:
    """The reader of our output has left (`fogline read … | head`): that is no error to speak of."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return FAILED


if __name__ == "__main__":
    main()
