"""`fogline demo`: a tour on the sample reports that come with the package, and a ledger of them to go on with."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from rich.console import Console

    from fogline.query import Ledger

SHOWN = "Toretsk"  # the place whose status is shown
CONCEDED = "Goma"
TOLLS = 4


def demo(
    folder: Annotated[
        Path | None, typer.Option("--folder", help="Where to keep the ledger of the samples; else the cache folder.")
    ] = None,
) -> None:
    """Reads the sample reports into a ledger and shows disputes, a concession, copies and a changing toll."""
    from rich.text import Text

    from fogline.cli.output import paper
    from fogline.config import settings

    console = paper(sys.stdout)
    file = (folder or settings().cache) / "demo.sqlite"
    with _made(file) as ledger:
        _tour(console, ledger)
    console.print(Text("fogline shows what the sources say and where they disagree. It never decides who is right."))
    _heading(console, "Go on from here")
    for words in (f"place {SHOWN}", "disputes", "incidents", "changes --since 2025-02-01", "control --on 2025-02-10"):
        console.print(Text(f"  fogline {words} --ledger {file}"), soft_wrap=True)


def _made(file: Path) -> Ledger:
    """A ledger with all samples, made anew."""
    from fogline.abreast import jobs_for
    from fogline.cli.progress import progress
    from fogline.cli.samples import every_report
    from fogline.intake import take_in
    from fogline.ledger import Store
    from fogline.query import Ledger

    file.parent.mkdir(parents=True, exist_ok=True)
    for old in file.parent.glob(f"{file.name}*"):
        old.unlink()
    store, reports = Store(file), list(every_report())
    with progress(len(reports), shown=True) as step:
        for _ in take_in(store, reports, jobs=jobs_for(len(reports), None, None)):
            step()
    return Ledger(store)


def _tour(console: Console, ledger: Ledger) -> None:
    from rich.text import Text

    from fogline.exports.ledger import dossier, events, tables

    reports = ledger.reports()
    copies = [report for report in reports if report.origin != report.id]
    _heading(
        console, f"{len(reports)} reports, {ledger.count()} claims; {len(copies)} reports are copies and count once"
    )
    console.print(tables.reports(copies))
    told = ledger.place(SHOWN)
    _heading(console, f"Who says they hold {SHOWN}")
    console.print(dossier.status_table(told.status))
    _heading(console, "What both sides say of it, and deny")
    console.print(events.disputes(told.disputes[:1]))
    _heading(console, f"A concession: {CONCEDED}")
    console.print(dossier.status_table(ledger.place(CONCEDED).status))
    _heading(console, "Tolls change, and sources differ; they are never added up")
    console.print(events.tolls([toll for toll in told.tolls if len(toll.sources) > 1][:TOLLS]))
    console.print(Text())


def _heading(console: Console, words: str) -> None:
    from rich.rule import Rule

    console.print(Rule(words, align="left", style="bright_black"))
