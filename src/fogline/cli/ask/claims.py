"""`fogline claims`: the claims of the ledger, filtered."""

from __future__ import annotations

from dataclasses import replace
from typing import Annotated

import typer

from fogline.cli import messages
from fogline.cli.ask.printed import Answer, AsOf, Form, as_csv, as_json, as_table, asked, day
from fogline.cli.options import All, Ledger
from fogline.config import settings


def claims(
    place: Annotated[str | None, typer.Option("--place", help="A place, by any form of its name.")] = None,
    radius: Annotated[float | None, typer.Option("--radius", metavar="KM", help="And what lies around it.")] = None,
    region: Annotated[str | None, typer.Option("--region", help="A first-level region.")] = None,
    country: Annotated[str | None, typer.Option("--country", help="A country, by name or code.")] = None,
    event: Annotated[str | None, typer.Option("--event", help="A type (control.captured) or family (control).")] = None,
    stance: Annotated[str | None, typer.Option("--stance", help="asserts, denies, hedges, …")] = None,
    side: Annotated[str | None, typer.Option("--side", help="Whom the source speaks for.")] = None,
    actor: Annotated[str | None, typer.Option("--actor", metavar="SIDE", help="Which side did it.")] = None,
    source: Annotated[str | None, typer.Option("--source", help="Words of the source's name.")] = None,
    report: Annotated[str | None, typer.Option("--report", metavar="ID", help="Of one report.")] = None,
    incident: Annotated[int | None, typer.Option("--incident", metavar="N", help="Of one incident.")] = None,
    since: Annotated[str | None, typer.Option("--since", metavar="DATE", help="Events on or after that day.")] = None,
    until: Annotated[str | None, typer.Option("--until", metavar="DATE", help="Events on or before that day.")] = None,
    as_of: AsOf = None,
    text: Annotated[str | None, typer.Option("--text", help="Words of the evidence; phrases in double quotes.")] = None,
    origins: Annotated[bool, typer.Option("--origins", help="Leave out what copies repeat.")] = False,
    all_: All = False,
    limit: Annotated[int, typer.Option("--limit", min=1, help="How many, newest first.")] = 50,
    form: Form = Answer.TABLE,
    ledger: Ledger = None,
) -> None:
    """Lists claims, newest first; all filters that are given must hold."""
    from itertools import islice

    from fogline.exports.ledger import csv, geojson, plain, tables
    from fogline.query import Query

    least = 0.0 if all_ else settings().least_confidence
    query = Query(
        place=place, radius_km=radius, region=region, country=country, event=event, stance=stance, side=side,
        actor_side=actor, source=source, report=report, incident=incident, since=day(since, "--since"),
        until=day(until, "--until"), as_of=day(as_of, "--as-of"), text=text, origins_only=origins,
        confidence=least or None,
    )  # fmt: skip
    with asked(ledger) as opened:
        found = list(islice(opened.claims(query), limit))
        total = opened.count(query)
        hidden = opened.count(replace(query, confidence=None)) - total if least else 0
    match form:
        case Answer.JSON:
            as_json([plain.fact_row(fact) for fact in found])
        case Answer.CSV:
            as_csv([csv.claim_cells(plain.fact_row(fact)) for fact in found], csv.CLAIMS)
        case Answer.GEOJSON:
            as_json(geojson.claims(found))
        case Answer.TABLE:
            as_table(tables.claims(found))
    if total > len(found):
        messages.note(f"{len(found)} of {total} claims; --limit shows more")
    if hidden:
        messages.note(f"{hidden} claims of a confidence below {least:g} are not shown; --all shows them")
