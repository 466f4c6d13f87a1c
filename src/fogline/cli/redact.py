"""`fogline redact`: removes a report's text or a person's name from the ledger, and leaves a tombstone."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from fogline.cli import messages
from fogline.cli.options import Ledger
from fogline.errors import NotThereError, UsageError

if TYPE_CHECKING:
    from fogline.fetch.redacting import Holds
    from fogline.ledger import Store


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
    """Removes a report's text, or a name, where law or safety demands it; `verify` accepts what is told here.

    It goes from the reports, from what was read of them, from judgements, and from the archive of fetched pages.
    """
    from fogline.assessment.assess import assess
    from fogline.cli.following import folder_of
    from fogline.cli.ledgers import opened
    from fogline.config import settings
    from fogline.fetch.redacting import replace, to_replace
    from fogline.ledger.redactions import Archived, redact_names, redact_report

    if report is None and not name:
        raise UsageError("neither a report nor a name is given", next_step="Give the report's id, or --name")
    who = user or settings().user
    with opened(ledger) as store:
        folder = folder_of(store)
        pages = to_replace(folder, _holds(store, report, name), reason)
        archived = [Archived(one.file, one.place, one.before, one.after) for one in pages]
        with store.writing() as writer:
            if name:
                done = redact_names(writer, name, user=who, reason=reason, report=report, archived=archived)
            else:
                done = redact_report(writer, str(report), user=who, reason=reason, archived=archived)
        replace(folder, pages)
        # Conclusions hold names, too; they are made anew from what is left.
        assess(store)
        store.compact()
    told = f" and {len(pages)} records of the archive" if pages else ""
    messages.note(f"{done.rows} rows{told} redacted; judgement {done.judgement} says who and why")


def _holds(store: Store, report: str | None, names: list[str] | None) -> Holds:
    """Which records of the archive are to go."""
    from fogline.cli.redacted_archive import holding_names, holding_report
    from fogline.ledger.redactions import pattern_of

    with store.viewing() as view:
        one = view.report(report) if report is not None else None
        if report is not None and one is None:
            raise NotThereError("report", f"there is no report {report}")
        if not names:
            assert one is not None  # a report or a name is given
            return holding_report(one)
        pattern = pattern_of(names)
        told = () if one is not None else view.reports()
        return holding_names(pattern, one, [r.url for r in told if r.url and pattern.search(r.text)])
