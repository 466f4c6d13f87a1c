"""`fogline place`: the dossier of a place."""

from __future__ import annotations

from typing import Annotated

import typer

from fogline.cli.ask.printed import Answer, AsOf, Form, as_csv, as_json, as_table, asked, day
from fogline.cli.options import Ledger


def place(
    name: Annotated[str, typer.Argument(metavar="NAME", help="The place, by any form of its name.")],
    as_of: AsOf = None,
    form: Form = Answer.TABLE,
    ledger: Ledger = None,
) -> None:
    """Shows who says they hold a place, since when, what is disputed, and all claims about it."""
    from fogline.exports.ledger import csv, dossier, geojson, plain

    with asked(ledger) as opened:
        told = opened.place(name, day(as_of, "--as-of"))
    match form:
        case Answer.JSON:
            as_json(plain.dossier_row(told))
        case Answer.CSV:
            as_csv([csv.claim_cells(plain.fact_row(fact)) for fact in told.facts], csv.CLAIMS)
        case Answer.GEOJSON:
            as_json(geojson.claims(told.facts))
        case Answer.TABLE:
            as_table(dossier.card(told))
