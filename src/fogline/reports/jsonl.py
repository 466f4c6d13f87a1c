"""A file of reports: one JSON object a line."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, ValidationError

from fogline.errors import ReportError
from fogline.model import Report
from fogline.reports.decode import decode
from fogline.reports.text import report_from_text

_DAY = re.compile(r"(\d{4}-\d\d-\d\d)(?:[T ].*)?")


def _day(value: Any) -> Any:
    """The day of an ISO date or point in time; anything else is left for the schema to refuse."""
    if value == "":
        return None
    found = _DAY.fullmatch(value) if isinstance(value, str) else None
    if found is None and value is not None:
        raise ValueError("give a day as 2025-02-07")
    return found[1] if found else value


class ReportLine(BaseModel):
    """One report of a `.jsonl` file; all but `text` may be left out, and other keys are not looked at."""

    model_config = ConfigDict(extra="ignore", coerce_numbers_to_str=True)

    text: str
    id: str | None = None
    published: Annotated[date | None, BeforeValidator(_day)] = None
    publisher: str | None = None
    agency: str | None = None
    title: str | None = None
    url: str | None = None
    language: str | None = None


def reports_in_lines(data: bytes, path: str | None, published: date | None = None) -> Iterator[Report | ReportError]:
    """The reports of a `.jsonl` file, in order; a broken line comes as an error that names it.

    Raises:
        ReportError: the file is empty or binary.
    """
    # Only a line feed ends a line: JSON strings may hold U+2028 and the like as they are.
    for number, line in enumerate(decode(data).text.split("\n"), 1):
        if line.strip():
            try:
                yield _report(line, path, published)
            except ReportError as error:
                yield named(error, f"{path or 'standard input'}, line {number}")


def named(error: ReportError, name: str) -> ReportError:
    """The error with the name of the report before its message."""
    verb = " " if error.message.startswith(("is ", "has ")) else ": "
    return ReportError(f"{name}{verb}{error.message}", next_step=error.next_step)


def _report(line: str, path: str | None, published: date | None) -> Report:
    try:
        row = ReportLine.model_validate(json.loads(line))
    except json.JSONDecodeError as error:
        raise ReportError(f"no JSON ({error.msg})", next_step="Correct or remove the line") from None
    except RecursionError:
        raise ReportError("no JSON of a report (nested too deeply)", next_step="Remove the line") from None
    except ValidationError as error:
        first = error.errors()[0]
        key = ".".join(map(str, first["loc"])) or "the line"
        message = first["msg"].removeprefix("Value error, ")
        raise ReportError(f"{key}: {message}", next_step="Correct the line") from None
    report = report_from_text(
        row.text,
        published=row.published or published,
        publisher=row.publisher,
        agency=row.agency,
        title=row.title,
        url=row.url,
        language=row.language,
        external_id=row.id,
        path=path,
    )
    return replace(report, data=line.encode("utf-8", "surrogatepass"))
