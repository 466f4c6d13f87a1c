"""`fogline add`: reports into the ledger."""

from __future__ import annotations

from collections import Counter
from datetime import date
from typing import TYPE_CHECKING, Annotated

import typer

from fogline.cli import messages
from fogline.cli.failures import Failures
from fogline.cli.options import Engines, Jobs, KeepGoing, Ledger, Published, Quiet, RetryFailed, Verbose
from fogline.cli.read import ALL_FAILED, SOME_FAILED
from fogline.cli.spending import tell_costs
from fogline.config import Engine

if TYPE_CHECKING:
    from fogline.ledger import Store


def add(
    paths: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="PATH|URL…",
            help="Files, folders (all files below whose kind is read), addresses of web pages, - for standard input.",
        ),
    ] = None,
    ledger: Ledger = None,
    published: Published = None,
    engine: Engines = None,
    keep_going: KeepGoing = True,
    retry_failed: RetryFailed = False,
    jobs: Jobs = None,
    quiet: Quiet = False,
    verbose: Verbose = False,
) -> None:
    """Reads reports into the ledger; a report that it holds already is not added again."""
    from fogline.cli.ledgers import opened
    from fogline.fetch import is_address
    from fogline.reports import given_day

    day = given_day(published)
    links = [path for path in paths or () if is_address(path)]
    files = [path for path in paths or () if not is_address(path)]
    only_links = bool(links) and not files and not retry_failed
    failures = None if only_links else Failures(files, retry=retry_failed, keep_going=keep_going)
    outcomes: Counter[str] = Counter()
    with opened(ledger, create=True) as store:
        if failures is not None:
            outcomes += _add_files(store, failures, day, engine, jobs, quiet=quiet, verbose=verbose)
        if links:
            outcomes += _add_pages(store, links, day, engine, quiet=quiet, verbose=verbose)
    if verbose:
        tell_costs(engine)
    if outcomes["failed"] or outcomes["later"]:
        raise typer.Exit(SOME_FAILED if set(outcomes) - {"failed", "later"} else ALL_FAILED)


def _add_files(
    store: Store,
    failures: Failures,
    day: date | None,
    engine: Engine | None,
    jobs: int | None,
    *,
    quiet: bool,
    verbose: bool,
) -> Counter[str]:
    from fogline.abreast import jobs_for, name_of
    from fogline.cli.progress import progress
    from fogline.intake import take_in
    from fogline.reports import expected, read_paths

    outcomes: Counter[str] = Counter()
    claims, count = 0, expected(failures.paths)
    reports = read_paths(failures.paths, published=day)
    with progress(count, shown=not quiet) as step:
        for taken in take_in(store, reports, engine, jobs=jobs_for(count, jobs, engine)):
            outcomes[taken.outcome] += 1
            claims += taken.claims
            if taken.error is not None:
                failures.add(taken.error, taken.report)
            elif verbose and taken.report is not None:
                messages.note(f"{name_of(taken.report)}: {taken.outcome}, {taken.claims} claims")
            step()
    failures.close(quiet=quiet)
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
