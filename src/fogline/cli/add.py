"""`fogline add`: reports into the ledger."""

from __future__ import annotations

from collections import Counter
from datetime import date
from typing import TYPE_CHECKING, Annotated

import typer

from fogline.cli import messages
from fogline.cli.options import Engines, Ledger, Published, Quiet, Verbose
from fogline.cli.read import ALL_FAILED, SOME_FAILED
from fogline.config import Engine
from fogline.errors import FoglineError

if TYPE_CHECKING:
    from fogline.ledger import Store


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
    from fogline.cli.ledgers import opened
    from fogline.fetch import is_address
    from fogline.reports import given_day

    day = given_day(published)
    links, files = [p for p in paths if is_address(p)], [p for p in paths if not is_address(p)]
    outcomes: Counter[str] = Counter()
    with opened(ledger, create=True) as store:
        if files:
            outcomes += _add_files(store, files, day, engine, quiet=quiet, verbose=verbose)
        if links:
            outcomes += _add_pages(store, links, day, engine, quiet=quiet, verbose=verbose)
    if outcomes["failed"] or outcomes["later"]:
        raise typer.Exit(SOME_FAILED if set(outcomes) - {"failed", "later"} else ALL_FAILED)


def _add_files(
    store: Store, files: list[str], day: date | None, engine: Engine | None, *, quiet: bool, verbose: bool
) -> Counter[str]:
    from fogline.cli.progress import progress
    from fogline.intake import take_in
    from fogline.reports import expected, read_paths

    outcomes: Counter[str] = Counter()
    claims = 0
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
    if not quiet:
        messages.note(_summary(outcomes, claims))
    return outcomes


def _add_pages(
    store: Store, links: list[str], day: date | None, engine: Engine | None, *, quiet: bool, verbose: bool
) -> Counter[str]:
    from fogline.cli.following import Tally, follower, line_of, shown
    from fogline.fetch import FetchError

    tally = Tally()
    with follower(store, published=day, engine=engine) as following, shown(wanted=not quiet) as show:
        for done in following.add(links):
            tally.count(done)
            show(tally.told())
            if not isinstance(done, FetchError) and (verbose or done.outcome == "later"):
                messages.note(line_of(done))
    for failure in tally.failed:
        messages.failure(failure)
    if not quiet:
        messages.note(tally.told())
    return tally.pages


def _summary(outcomes: Counter[str], claims: int) -> str:
    told = [f"{outcomes['new']} reports added, {claims} claims"]
    if outcomes["again"]:
        told.append(f"{outcomes['again']} read again by this version")
    if outcomes["known"]:
        told.append(f"{outcomes['known']} known already")
    if outcomes["failed"]:
        told.append(f"{outcomes['failed']} failed")
    return "; ".join(told)
