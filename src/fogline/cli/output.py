"""Where data goes: standard output or a file, in the form asked for."""

from __future__ import annotations

import contextlib
import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Protocol, TextIO

from rich.console import Console

from fogline.cli.options import Format
from fogline.errors import UsageError
from fogline.exports import csv, json
from fogline.exports.table import table
from fogline.model import Document

PIPED_WIDTH = 120  # columns of a table that goes to a file or another program; COLUMNS overrides it
NARROWEST = 60


class Writer(Protocol):
    """Takes documents one at a time, so that many reports need no more memory than one."""

    def add(self, document: Document) -> None:
        """Writes one document."""

    def close(self) -> None:
        """Writes what ends the output."""


@contextlib.contextmanager
def opened(path: str | None) -> Iterator[TextIO]:
    """The stream for data: standard output for None and `-`, else the file, replaced only when all is written.

    Raises:
        UsageError: the file cannot be written.
    """
    if path is None or path == "-":
        yield sys.stdout
        sys.stdout.flush()
        return
    target = Path(path)
    plain = not target.exists() or target.is_file()  # a device or pipe is written as it is
    draft = target.with_name(f".{target.name}.part") if plain else target
    try:
        file = draft.open("w", encoding="utf-8", errors="backslashreplace", newline="\n")
    except OSError as error:
        reason = error.strerror or str(error)
        raise UsageError(f"{path} cannot be written: {reason}", next_step="Give --output another path") from None
    try:
        with file:
            yield file
        if plain:
            draft.replace(target)
    finally:
        if plain:
            draft.unlink(missing_ok=True)


def writer(form: Format, stream: TextIO) -> Writer:
    """The writer of a form."""
    match form:
        case Format.TABLE:
            return TableWriter(stream)
        case Format.JSON:
            return JsonWriter(stream)
        case Format.JSONL:
            return LinesWriter(stream)
        case Format.CSV:
            return CsvWriter(stream)


def paper(stream: TextIO) -> Console:
    """A console on a stream, as wide as the terminal, or as `PIPED_WIDTH` where there is none."""
    console = Console(file=stream, highlight=False, emoji=False, markup=False)
    if not console.is_terminal and "COLUMNS" not in os.environ:
        console.width = PIPED_WIDTH
    console.width = max(NARROWEST, console.width)
    return console


class TableWriter:
    """A table a report, for people."""

    def __init__(self, stream: TextIO) -> None:
        self._console = paper(stream)

    def add(self, document: Document) -> None:
        """Prints the table of one document."""
        self._console.print(table(document, self._console.width))

    def close(self) -> None:
        """Nothing ends a table."""


class LinesWriter:
    """JSON Lines: one object a report."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream

    def add(self, document: Document) -> None:
        """Writes one line."""
        self._stream.write(json.dumps(json.report_row(document)) + "\n")

    def close(self) -> None:
        """Nothing ends the lines."""


class JsonWriter:
    """One JSON array of the same objects."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream
        self._first = True

    def add(self, document: Document) -> None:
        """Writes one member of the array."""
        self._stream.write(("[\n" if self._first else ",\n") + json.dumps(json.report_row(document)))
        self._first = False

    def close(self) -> None:
        """Ends the array."""
        self._stream.write("[]\n" if self._first else "\n]\n")


class CsvWriter:
    """CSV with a header: one claim a row."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream
        stream.write(csv.header())

    def add(self, document: Document) -> None:
        """Writes a row for each claim."""
        self._stream.writelines(csv.lines(document))

    def close(self) -> None:
        """Nothing ends the rows."""
