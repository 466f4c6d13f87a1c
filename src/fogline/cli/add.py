"""`fogline add`: reports into the ledger."""

from __future__ import annotations

from collections import Counter
from typing import Annotated

import typer

from fogline.cli import messages
from fogline.cli.options import Engines, Ledger, Published, Quiet, Verbose
from fogline.cli.read import ALL_FAILED, SOME_FAILED
from fogline.errors import FoglineError


def add(
    paths: Annotated[
        list[str],
        typer.Argument(
            metavar="PATH|URL…",
            help="Files, folders, .jsonl files of reports, addresses of web pages, - for standard input.",
        ),
    ],
    ledger: Ledger = None,
    published: Published = None,
    engine: Engines = None,
    quiet: Quiet = False,
    verbose: Verbose = False,
) -> None:
    """Reads reports into the ledger; a report that it holds already is not added again."""
    from fogline.cli.following import Tally, follower, line_of, shown
    from fogline.cli.ledgers import opened
    from fogline.cli.progress import progress
    from fogline.fetch import FetchError, is_address
    from fogline.intake import take_in
    from fogline.reports import expected, given_day, read_paths

    day = given_day(published)
    links, files = [p for p in paths if is_address(p)], [p for p in paths if not is_address(p)]
    outcomes: Counter[str] = Counter()
    claims = 0
    tally = Tally()
    with opened(ledger, create=True) as store:
        with progress(expected(files), shown=not quiet) as step:
            for taken in take_in(store, read_paths(files, published=day), engine):
                outcomes[taken.outcome] += 1
                claims += taken.claims
                if taken.error is not None:
                    error = taken.error
                    messages.failure(error if isinstance(error, FoglineError) else messages.fault(error))
                elif verbose and taken.report is not None:
                    name = taken.report.external_id or taken.report.path or taken.report.id
                    messages.note(f"{name}: {taken.outcome}, {taken.claims} claims")
                step()
        if links:
            with follower(store, published=day, engine=engine) as following, shown(wanted=not quiet) as show:
                for done in following.add(links):
                    tally.count(done)
                    show(tally.told())
                    if not isinstance(done, FetchError) and (verbose or done.outcome == "later"):
                        messages.note(line_of(done))
            for failure in tally.failed:
                messages.failure(failure)
    if not quiet and (files or not links):
        messages.note(_summary(outcomes, claims))
    if not quiet and links:
        messages.note(tally.told())
    outcomes += tally.pages
    if outcomes["failed"] or outcomes["later"]:
        raise typer.Exit(SOME_FAILED if set(outcomes) - {"failed", "later"} else ALL_FAILED)


def _summary(outcomes: Counter[str], claims: int) -> str:
    told = [f"{outcomes['new']} reports added, {claims} claims"]
    if outcomes["again"]:
        told.append(f"{outcomes['again']} read again by this version")
    if outcomes["known"]:
        told.append(f"{outcomes['known']} known already")
    if outcomes["failed"]:
        told.append(f"{outcomes['failed']} failed")
    return "; ".join(told)
