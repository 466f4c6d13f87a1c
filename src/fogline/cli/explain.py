"""`fogline explain`: every field of a claim with its words and its reason."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from fogline.cli import messages
from fogline.cli.options import All, Published
from fogline.config import settings
from fogline.errors import ReportError, UsageError
from fogline.model import Report


def explain(
    path: Annotated[str, typer.Argument(metavar="FILE", help="The report; - for standard input.")],
    number: Annotated[int, typer.Option("--claim", "-n", metavar="N", min=1, help="Which claim, counted from 1.")],
    published: Published = None,
    all_: All = False,
    name: Annotated[
        str | None, typer.Option("--report", metavar="ID", help="Which report of a .jsonl file, by its id.")
    ] = None,
) -> None:
    """Explains one claim of a report: each field with its words and the reason for it."""
    from fogline.cli.output import paper
    from fogline.exports.card import card
    from fogline.exports.sure import sure_enough
    from fogline.pipeline import analyse
    from fogline.reports import given_day, read_paths

    day = given_day(published)
    document = analyse(_chosen(list(read_paths([path], published=day)), path, name))
    if not all_:  # claims are counted as fogline read shows them
        document = sure_enough(document, settings().least_confidence)
    if number > len(document.claims):
        raise UsageError(f"{path} has {len(document.claims)} claims", next_step="fogline read lists them by number")
    paper(sys.stdout).print(card(document, number))


def _chosen(found: list[Report | ReportError], path: str, name: str | None) -> Report:
    """The report that is meant; it must be plain which one."""
    reports = [r for r in found if isinstance(r, Report) and name in {None, r.external_id, r.path}]
    if len(reports) == 1:
        return reports[0]
    failed = [r for r in found if isinstance(r, ReportError)]
    if not reports and failed:
        messages.failure(failed[0])
        raise typer.Exit(1)
    what = f"{path} holds {len(reports)} reports" if name is None else f"{path}: no single report with the id {name}"
    raise UsageError(what, next_step="Name one with --report ID")
