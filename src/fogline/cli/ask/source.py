"""`fogline source`: one source and its track record."""

from __future__ import annotations

from typing import Annotated

import typer

from fogline.cli.ask.printed import Answer, Form, as_csv, as_json, as_table, asked, unfit
from fogline.cli.options import Ledger


def source(
    name: Annotated[str, typer.Argument(metavar="NAME", help="Words of the source's name, or its key.")],
    form: Form = Answer.TABLE,
    ledger: Ledger = None,
) -> None:
    """Shows who a source is, what it claims, and what became of its claims to have taken places."""
    from fogline.exports.ledger import plain, profile

    with asked(ledger) as opened:
        told = opened.source(name)
    row = plain.profile_row(told)
    match form:
        case Answer.TABLE:
            as_table(profile.card(told))
        case Answer.JSON:
            as_json(row)
        case Answer.CSV:
            captures = row["captures"]
            as_csv(captures, list(captures[0]) if captures else ["place", "day"])
        case Answer.GEOJSON:
            raise unfit(form)
