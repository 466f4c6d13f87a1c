"""How answers are printed: a table for people, JSON, CSV or GeoJSON for machines."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, Any

import typer

from fogline.errors import UsageError

if TYPE_CHECKING:
    from rich.console import RenderableType

    from fogline.query import Ledger


class Answer(StrEnum):
    """The forms of an answer."""

    TABLE = "table"
    JSON = "json"
    CSV = "csv"
    GEOJSON = "geojson"


Form = Annotated[Answer, typer.Option("--format", "-f", help="How to print the answer.")]
AsOf = Annotated[
    str | None, typer.Option("--as-of", metavar="DATE", help="What was known on that day: later reports do not count.")
]


def day(text: str | None, option: str) -> date | None:
    """The day that an option gives.

    Raises:
        UsageError: it is no day.
    """
    if text is None:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise UsageError(f"{option} {text} is no day", next_step="Give it as 2025-02-07") from None


@contextmanager
def asked(address: str | None) -> Iterator[Ledger]:
    """The ledger, open for asking."""
    from fogline.cli.ledgers import opened
    from fogline.query import Ledger

    with Ledger(opened(address)) as ledger:
        yield ledger


def as_json(value: Any) -> None:
    """Prints one value as JSON."""
    sys.stdout.write(json.dumps(value, ensure_ascii=False, indent=1, default=str) + "\n")


def as_csv(rows: Sequence[dict[str, Any]], columns: Sequence[str]) -> None:
    """Prints rows as CSV."""
    from fogline.exports.ledger.csv import lines

    sys.stdout.writelines(lines(rows, columns))


def as_table(table: RenderableType) -> None:
    """Prints what people read."""
    from fogline.cli.output import paper

    paper(sys.stdout).print(table)


def unfit(form: Answer) -> UsageError:
    """The error where an answer has no such form."""
    return UsageError(f"this answer has no form {form}", next_step="Choose table, json or csv")
