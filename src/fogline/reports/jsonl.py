"""A file of reports: one JSON object a line."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, ValidationError

from fogline.apart import Task, within_limits
from fogline.errors import ReportError
from fogline.model import Report
from fogline.reports.decode import decode
from fogline.reports.text import report_from_text

HANDFUL = 1 << 20  # bytes of a file, or characters of its lines, that are taken at once
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
    for number, line in enumerate(_lines(data), 1):
        if isinstance(line, ReportError):
            yield named(line, path or "standard input")
        elif line.strip():
            try:
                yield within_limits(report_of_line, len(line), line, path, published)
            except ReportError as error:
                yield named(error, f"{path or 'standard input'}, line {number}")


def lines_in(data: bytes) -> Iterator[list[str]]:
    """The lines of a text, as many at a time as make up a handful.

    Raises:
        ReportError: the file is empty or binary.
    """
    # Only a line feed ends a line: JSON strings may hold U+2028 and the like as they are.
    some, size = list[str](), 0
    for line in decode(data).text.split("\n"):
        some.append(line)
        size += len(line)
        if size > HANDFUL:
            yield some
            some, size = [], 0
    yield some


def _lines(data: bytes) -> Iterator[str | ReportError]:
    """The lines of a file, one of many megabytes decoded in a process apart."""
    some = lines_in(data) if len(data) <= HANDFUL else Task("fogline.reports.jsonl:lines_in", data).results()
    for found in some:
        yield from [found] if isinstance(found, ReportError) else found


def named(error: ReportError, name: str) -> ReportError:
    """The error with the name of the report before its message, and its code."""
    verb = " " if error.message.startswith(("is ", "has ")) else ": "
    told = ReportError(f"{name}{verb}{error.message}", next_step=error.next_step)
    told.code = error.code
    return told


def report_of_line(line: str, path: str | None, published: date | None) -> Report:
    """The report of one line.

    Raises:
        ReportError: the line is no JSON of a report, or its text cannot be read.
    """
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
