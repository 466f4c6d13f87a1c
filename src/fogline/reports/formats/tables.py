"""Tables of reports, CSV and Parquet ▶ a draft for each row; which column is which, its name tells."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime
from functools import cache
from io import BytesIO, StringIO
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict

from fogline.config import settings
from fogline.errors import ReportError
from fogline.knowledge.load import load_yaml
from fogline.reports.decode import decode
from fogline.reports.formats.draft import Builder, Draft

Field = Literal["text", "id", "published", "publisher", "agency", "byline", "title", "url", "language"]
DELIMITERS = (",", ";", "\t", "|")
_DAY = re.compile(r"(\d{4}-\d\d-\d\d)(?:[T ].*)?")
_FORMS = ("%d %B %Y", "%d-%B-%Y", "%d %b %Y", "%d-%b-%Y", "%B %d, %Y", "%b %d, %Y", "%Y/%m/%d", "%Y%m%d")


class Column(BaseModel):
    """An entry of `knowledge/reports_columns.yaml`: the names under which tables hold a field, likeliest first."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    id: Field
    names: tuple[str, ...]
    example: str


@cache
def columns() -> tuple[Column, ...]:
    """All entries."""
    return load_yaml("reports_columns.yaml", Column)


def read_csv(data: bytes, url: str | None = None) -> Iterator[Draft]:
    """The rows of a CSV or TSV file with a header.

    Raises:
        ReportError: no column holds the text of reports, or the quotation marks are broken.
    """
    csv.field_size_limit(settings().max_characters)
    text = decode(data).text
    header = text.split("\n", 1)[0]
    lines = _Lines(text)
    rows = csv.reader(lines, delimiter=max(DELIMITERS, key=header.count), strict=False)
    try:
        named = fields_of(next(rows))
        lines.taken()
        for number, cells in enumerate(rows, 2):
            raw = lines.taken()
            row = {field: cells[at] for field, at in named.items() if at < len(cells)}
            if (draft := _draft(row, number, url)) is not None:
                draft.data = raw.encode("utf-8", "surrogatepass")
                yield draft
    except csv.Error as error:
        raise ReportError(f"breaks off at line {rows.line_num} ({error})", next_step="Correct the line") from None


def read_parquet(data: bytes, url: str | None = None) -> Iterator[Draft]:
    """The rows of a Parquet file.

    Raises:
        ReportError: the library that reads them is not installed, the file is broken, or no column holds text.
    """
    try:
        import pyarrow
        import pyarrow.parquet
    except ImportError:
        raise ReportError(
            "is a Parquet file, and what reads those is not installed",
            next_step="pip install 'fogline[parquet]', or save it as CSV",
        ) from None
    try:
        file = pyarrow.parquet.ParquetFile(BytesIO(data))
        names = file.schema_arrow.names
        named = fields_of(names)
        number = 0
        for batch in file.iter_batches(batch_size=1000, columns=[names[at] for at in named.values()]):
            for row in batch.to_pylist():
                number += 1
                told = {field: row[names[at]] for field, at in named.items()}
                if (draft := _draft(told, number, url)) is not None:
                    yield draft
    except pyarrow.ArrowException as error:
        raise ReportError(f"is a broken Parquet file ({error})", next_step="Get it again") from None


def fields_of(header: Sequence[str]) -> Mapping[Field, int]:
    """Which column holds which field.

    Raises:
        ReportError: none holds the text.
    """
    places = {
        name.strip().lstrip("\ufeff").lower().replace(" ", "_"): at for at, name in reversed(list(enumerate(header)))
    }
    found: dict[Field, int] = {}
    for column in columns():
        for name in column.names:
            if name in places and places[name] not in found.values():
                found[column.id] = places[name]
                break
    if "text" not in found:
        wanted = next(column.names for column in columns() if column.id == "text")
        held = ", ".join(name.strip()[:40] for name in header[:20])
        raise ReportError(f"has no column with text (it has {held})", next_step=f"Name it {' or '.join(wanted[:3])}")
    return found


def _draft(row: Mapping[Field, Any], number: int, url: str | None) -> Draft | None:
    told = {field: str(value).strip() for field, value in row.items() if value is not None}
    text = str(row.get("text") or "")
    if not text.strip():
        return None
    built = Builder()
    built.add(text, f"row {number}, text")
    day = _day(row.get("published"))
    return Draft(
        built.text, title=told.get("title") or None, publisher=told.get("publisher") or None,
        agency=told.get("agency") or None, byline=told.get("byline") or None, url=told.get("url") or url,
        language=told.get("language") or None, name=told.get("id") or f"row {number}", stated=day,
        because=f"row's date: {told['published']}" if day else "", locators=built.locators,
    )  # fmt: skip


def _day(value: Any) -> date | None:
    """The day of a date or point in time; forms that may mean two days (03/04/2025) mean none."""
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date) or value is None:
        return value
    text = str(value).strip()
    if found := _DAY.fullmatch(text):
        text = found[1]
        forms: tuple[str, ...] = ("%Y-%m-%d",)
    else:
        forms = _FORMS
    for form in forms:
        try:
            return datetime.strptime(text, form).date()
        except ValueError:
            continue
    return None


class _Lines(Iterator[str]):
    """The lines of a text, which remembers those that a row was made of."""

    def __init__(self, text: str) -> None:
        self._lines = iter(StringIO(text, newline=""))
        self._row: list[str] = []

    def __next__(self) -> str:
        line = next(self._lines)
        self._row.append(line)
        return line

    def taken(self) -> str:
        """The lines since the last call."""
        row = "".join(self._row)
        self._row.clear()
        return row
