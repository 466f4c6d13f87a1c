"""`fogline reports`, `sources` and `control`: lists of the ledger."""

from __future__ import annotations

from typing import Annotated

import typer

from fogline.cli.ask.printed import Answer, AsOf, Form, as_csv, as_json, as_table, asked, day, unfit
from fogline.cli.options import Ledger


def reports(form: Form = Answer.TABLE, ledger: Ledger = None) -> None:
    """Lists the reports, newest first, and which of them are copies."""
    from fogline.exports.ledger import plain, tables

    with asked(ledger) as opened:
        found = opened.reports()
    rows = [plain.report_row(report) for report in found]
    if form is Answer.TABLE:
        as_table(tables.reports(found))
    else:
        _plain(form, rows)


def sources(
    side: Annotated[str | None, typer.Option("--side", help="Of one side only.")] = None,
    kind: Annotated[str | None, typer.Option("--kind", help="government, military, organization, …")] = None,
    form: Form = Answer.TABLE,
    ledger: Ledger = None,
) -> None:
    """Lists who makes the claims, those with most first."""
    from fogline.exports.ledger import plain, tables

    with asked(ledger) as opened:
        found = opened.sources(side=side, kind=kind)
    if form is Answer.TABLE:
        as_table(tables.sources(found))
    else:
        _plain(form, [plain.source_row(source) for source in found])


def places(form: Form = Answer.TABLE, ledger: Ledger = None) -> None:
    """Lists the places that claims are about, those with most first."""
    from fogline.exports.ledger import plain, tables

    with asked(ledger) as opened:
        found = opened.places()
    if form is Answer.TABLE:
        as_table(tables.places(found))
    else:
        _plain(form, [plain.place_row(place) for place in found])


def control(
    on: Annotated[
        str | None, typer.Option("--on", metavar="DATE", help="The day; else that of the newest report.")
    ] = None,
    as_of: AsOf = None,
    form: Form = Answer.TABLE,
    ledger: Ledger = None,
) -> None:
    """Shows who says they hold which place on a day."""
    from fogline.exports.ledger import geojson, plain, tables

    with asked(ledger) as opened:
        known = day(as_of, "--as-of")
        chosen = day(on, "--on") or known or opened.newest()
        found = opened.control(chosen, known)
    match form:
        case Answer.TABLE:
            as_table(tables.control(found))
        case Answer.GEOJSON:
            as_json(geojson.control(found, chosen))
        case _:
            rows = [{"place": place.name, "key": place.key, "lat": place.lat, "lon": place.lon, **plain.span_row(span)}
                    for place, span in found]  # fmt: skip
            _plain(form, rows)


def _plain(form: Answer, rows: list[dict[str, object]]) -> None:
    match form:
        case Answer.JSON:
            as_json(rows)
        case Answer.CSV:
            as_csv(rows, list(rows[0]) if rows else [])
        case _:
            raise unfit(form)
