"""`fogline redact`: removes a report's text or a person's name from the ledger, and leaves a tombstone."""

from __future__ import annotations

from typing import Annotated

import typer

from fogline.cli import messages
from fogline.cli.options import Ledger
from fogline.errors import UsageError


def redact(
    report: Annotated[
        str | None, typer.Argument(metavar="[REPORT]", help="Id of the report; none: all, with --name.")
    ] = None,
    name: Annotated[
        list[str] | None,
        typer.Option("--name", help="Remove this name only, not the whole text; once for each form of it."),
    ] = None,
    reason: Annotated[str, typer.Option("--reason", help="Why; stays on record.")] = "",
    user: Annotated[str | None, typer.Option("--user", help="Who removes it; stays on record.")] = None,
    ledger: Ledger = None,
) -> None:
    """Removes a report's text, or a name, where law or safety demands it; `verify` accepts what is told here."""
    from fogline.assessment.assess import assess
    from fogline.cli.ledgers import opened
    from fogline.config import settings
    from fogline.ledger.redactions import redact_names, redact_report

    if report is None and not name:
        raise UsageError("neither a report nor a name is given", next_step="Give the report's id, or --name")
    who = user or settings().user
    with opened(ledger) as store:
        with store.writing() as writer:
            if name:
                done = redact_names(writer, name, user=who, reason=reason, report=report)
            else:
                done = redact_report(writer, str(report), user=who, reason=reason)
        # Conclusions hold names, too; they are made anew from what is left.
        assess(store)
        store.compact()
    messages.note(f"{done.rows} rows redacted; judgement {done.judgement} says who and why")
