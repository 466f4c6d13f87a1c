"""`fogline verify`: whether the ledger is what was once written into it."""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from fogline.cli import messages
from fogline.cli.options import Ledger
from fogline.errors import UsageError

if TYPE_CHECKING:
    from fogline.ledger.audit import Head


def verify(
    ledger: Ledger = None,
    heads: Annotated[
        bool, typer.Option("--heads", help="Print each chain's length and last hash as JSON: note them elsewhere.")
    ] = False,
    noted: Annotated[
        Path | None,
        typer.Option("--noted", metavar="FILE", help="Heads noted earlier: no row up to them may differ."),
    ] = None,
) -> None:
    """Checks the hash chains, every row's content, every claim's words, and the archive; says what is broken."""
    from fogline.cli.following import folder_of
    from fogline.cli.ledgers import opened
    from fogline.fetch import redacting
    from fogline.ledger.audit import Fault, Head
    from fogline.ledger.audit import verify as verified
    from fogline.ledger.redactions import archive_after_redaction

    faults = 0
    ends: dict[str, dict[str, object]] = {}
    with opened(ledger) as store, store.viewing() as view:
        for found in verified(view, _noted(noted) if noted else None):
            if isinstance(found, Fault):
                faults += 1
                sys.stdout.write(f"{found}\n")
            elif isinstance(found, Head):
                ends[found.table] = {"rows": found.rows, "hash": found.hash}
        for told in redacting.faults(folder_of(store), archive_after_redaction(view)):
            faults += 1
            sys.stdout.write(f"archive {told}\n")
    if heads:
        sys.stdout.write(json.dumps(ends) + "\n")
    rows = ", ".join(f"{end['rows']} {table}" for table, end in ends.items())
    if faults:
        messages.note(f"{faults} faults in {rows}")
        raise typer.Exit(1)
    messages.note(f"sound: {rows}")


def _noted(file: Path) -> Mapping[str, Head]:
    from fogline.ledger.audit import Head

    try:
        told = json.loads(file.read_text(encoding="utf-8"))
        return {table: Head(table, int(end["rows"]), str(end["hash"])) for table, end in told.items()}
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        step = "Give a file that fogline verify --heads wrote"
        raise UsageError(f"{file} holds no noted heads ({error})", next_step=step) from None
