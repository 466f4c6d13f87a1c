"""`fogline changes`: what is new."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Annotated

import typer

from fogline.cli.ask.printed import Answer, Form, as_json, as_table, asked, unfit
from fogline.cli.options import Ledger
from fogline.errors import UsageError


def changes(
    since: Annotated[
        str,
        typer.Option(
            "--since", metavar="TIME", help="A day of publication (2025-02-07), or a time of adding (2025-02-07T14:00)."
        ),
    ],
    place: Annotated[str | None, typer.Option("--place", help="Of one place only.")] = None,
    form: Form = Answer.TABLE,
    ledger: Ledger = None,
) -> None:
    """Shows new claims, disputes, concessions, revised numbers and changed status."""
    from fogline.exports.ledger import changes as printed
    from fogline.exports.ledger import plain

    with asked(ledger) as opened:
        found = opened.changes(_point(since), place)
    match form:
        case Answer.TABLE:
            as_table(printed.card(found))
        case Answer.JSON:
            as_json(plain.changes_row(found))
        case _:
            raise unfit(form)


def _point(text: str) -> date | datetime:
    """A day, or a point in time; without a zone it is UTC."""
    try:
        if len(text) <= len("2025-02-07"):
            return date.fromisoformat(text)
        found = datetime.fromisoformat(text)
        return found.astimezone(UTC) if found.tzinfo else found.replace(tzinfo=UTC)
    except ValueError:
        raise UsageError(f"--since {text} is no time", next_step="Give 2025-02-07 or 2025-02-07T14:00") from None
