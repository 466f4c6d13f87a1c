"""`fogline disputes` and `fogline incidents`."""

from __future__ import annotations

from typing import Annotated

import typer

from fogline.cli.ask.printed import Answer, AsOf, Form, as_csv, as_json, as_table, asked, day, unfit
from fogline.cli.options import Ledger

Place = Annotated[str | None, typer.Option("--place", help="Of one place only.")]
Limit = Annotated[int, typer.Option("--limit", min=1, help="How many, newest first.")]


def disputes(
    place: Place = None, as_of: AsOf = None, limit: Limit = 20, form: Form = Answer.TABLE, ledger: Ledger = None
) -> None:
    """Lists what cannot both hold, newest first, with both sides' words."""
    from fogline.exports.ledger import events, plain

    with asked(ledger) as opened:
        found = opened.disputes(place, day(as_of, "--as-of"), limit=limit)
    match form:
        case Answer.TABLE:
            as_table(events.disputes(found))
        case Answer.JSON:
            as_json([plain.dispute_row(dispute) for dispute in found])
        case Answer.CSV:
            rows = [row for dispute in found for row in plain.dispute_lines(dispute)]
            as_csv(rows, list(rows[0]) if rows else ["incident", "what", "place"])
        case Answer.GEOJSON:
            raise unfit(form)


def incidents(
    number: Annotated[
        int | None, typer.Argument(metavar="[N]", help="One incident, with its claims and tolls.")
    ] = None,
    place: Place = None,
    since: Annotated[str | None, typer.Option("--since", metavar="DATE", help="Events on or after that day.")] = None,
    until: Annotated[str | None, typer.Option("--until", metavar="DATE", help="Events on or before that day.")] = None,
    family: Annotated[str | None, typer.Option("--event", help="A family: control, attack, harm, …")] = None,
    least: Annotated[int, typer.Option("--least", min=1, help="How many claims it must have.")] = 2,
    as_of: AsOf = None,
    limit: Limit = 50,
    form: Form = Answer.TABLE,
    ledger: Ledger = None,
) -> None:
    """Lists events that several claims tell of, or shows one with its claims and tolls."""
    from fogline.exports.ledger import events, plain

    with asked(ledger) as opened:
        if number is not None:
            told = opened.incident(number, day(as_of, "--as-of"))
            if form is Answer.TABLE:
                as_table(events.incident(told))
            elif form is Answer.JSON:
                as_json(plain.incident_row(told))
            else:
                raise unfit(form)
            return
        found = opened.incidents(
            place=place,
            since=day(since, "--since"),
            until=day(until, "--until"),
            family=family,
            least=least,
            limit=limit,
            as_of=day(as_of, "--as-of"),
        )
    rows = [plain.incident_line(row) for row in found]
    match form:
        case Answer.TABLE:
            as_table(events.incidents(found))
        case Answer.JSON:
            as_json(rows)
        case Answer.CSV:
            as_csv(rows, list(rows[0]) if rows else ["id", "event", "place"])
        case Answer.GEOJSON:
            raise unfit(form)
