"""`fogline watch`: follows feeds into the ledger."""

from __future__ import annotations

import time
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Annotated

import typer

from fogline.cli import messages
from fogline.cli.options import Engines, Ledger, Quiet, Verbose
from fogline.cli.read import ALL_FAILED, SOME_FAILED
from fogline.cli.spending import tell_costs

if TYPE_CHECKING:
    from fogline.cli.following import Tally
    from fogline.fetch import Follower

EVERY = 15.0  # minutes


def watch(
    feeds: Annotated[
        list[str], typer.Argument(metavar="FEEDS.opml|URL…", help="OPML files of feeds, or addresses of feeds.")
    ],
    once: Annotated[bool, typer.Option("--once", help="One round, then leave.")] = False,
    every: Annotated[float, typer.Option("--every", metavar="MINUTES", help="Minutes from round to round.")] = EVERY,
    retry_failed: Annotated[
        bool, typer.Option("--retry-failed", help="Take up the pages that failed in earlier rounds.")
    ] = False,
    ledger: Ledger = None,
    engine: Engines = None,
    quiet: Quiet = False,
    verbose: Verbose = False,
) -> None:
    """Follows feeds into the ledger, page by page, each once; goes on where it was stopped."""
    from fogline.cli.following import follower
    from fogline.cli.ledgers import opened
    from fogline.errors import UsageError
    from fogline.fetch import feeds_of

    if every <= 0:
        raise UsageError(f"--every {every:g} is no number of minutes", next_step="Give a number above 0")
    addresses = feeds_of(feeds)
    with opened(ledger, create=True) as store, follower(store, engine=engine) as following, following.alone():
        if retry_failed:
            following.retry_failed()
        while True:
            start = time.monotonic()
            tally = _round(following, addresses, quiet=quiet, verbose=verbose)
            if verbose:
                tell_costs(engine)
            if once:
                break
            time.sleep(max(0.0, every * 60 - (time.monotonic() - start)))
    if tally.failed:
        done = (tally.pages + tally.feeds).keys() - {"failed", "later"}
        raise typer.Exit(SOME_FAILED if done else ALL_FAILED)


def _round(following: Follower, addresses: list[str], *, quiet: bool, verbose: bool) -> Tally:
    """One round; what failed and which feeds went quiet is told at its end."""
    from fogline.cli.following import Tally, line_of, shown
    from fogline.fetch import FetchError

    tally = Tally()
    with shown(wanted=not quiet) as show:
        for done in following.round(addresses):
            tally.count(done)
            show(f"{tally.told_of_feeds()}; {tally.told()}")
            if verbose and not isinstance(done, FetchError):
                messages.note(line_of(done))
    for error in tally.failed:
        messages.failure(error)
    for feed in following.quiet(addresses):
        since = f"{datetime.fromtimestamp(feed.since, UTC):%Y-%m-%d}"
        messages.warning("feed_quiet", f"{feed.link} ({feed.title}) has brought nothing since {since}")
    if not quiet:
        messages.note(tally.told_of_feeds())
        messages.note(tally.told())
    return tally
