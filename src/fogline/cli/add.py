"""`fogline add`: reports into the ledger."""

from __future__ import annotations

from collections import Counter
from typing import Annotated

import typer

from fogline.cli import messages
from fogline.cli.failures import Failures
from fogline.cli.options import Engines, KeepGoing, Ledger, Published, Quiet, RetryFailed, Verbose
from fogline.cli.read import ALL_FAILED, SOME_FAILED
from fogline.errors import FoglineError


def add(
    paths: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="PATH…",
            help="Files, folders (all files below whose kind is read), - for standard input.",
        ),
    ] = None,
    ledger: Ledger = None,
    published: Published = None,
    engine: Engines = None,
    keep_going: KeepGoing = True,
    retry_failed: RetryFailed = False,
    quiet: Quiet = False,
    verbose: Verbose = False,
) -> None:
    """Reads reports into the ledger; a report that it holds already is not added again."""
    from fogline.cli.ledgers import opened
    from fogline.cli.progress import progress
    from fogline.intake import take_in
    from fogline.reports import expected, given_day, read_paths

    day = given_day(published)
    failures = Failures(paths, retry=retry_failed, keep_going=keep_going)
    outcomes: Counter[str] = Counter()
    claims = 0
    with opened(ledger, create=True) as store, progress(expected(failures.paths), shown=not quiet) as step:
        for taken in take_in(store, read_paths(failures.paths, published=day), engine):
            outcomes[taken.outcome] += 1
            claims += taken.claims
            if taken.error is not None:
                error = taken.error
                failures.add(error if isinstance(error, FoglineError) else messages.fault(error), taken.report)
            elif verbose and taken.report is not None:
                name = taken.report.external_id or taken.report.path or taken.report.id
                messages.note(f"{name}: {taken.outcome}, {taken.claims} claims")
            step()
    failures.close(quiet=quiet)
    if not quiet:
        messages.note(_summary(outcomes, claims))
    if outcomes["failed"]:
        raise typer.Exit(SOME_FAILED if len(outcomes) > 1 else ALL_FAILED)


def _summary(outcomes: Counter[str], claims: int) -> str:
    told = [f"{outcomes['new']} reports added, {claims} claims"]
    if outcomes["again"]:
        told.append(f"{outcomes['again']} read again by this version")
    if outcomes["known"]:
        told.append(f"{outcomes['known']} known already")
    if outcomes["failed"]:
        told.append(f"{outcomes['failed']} failed")
    return "; ".join(told)
