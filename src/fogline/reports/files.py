"""Paths ▶ reports: files, folders, standard input, and files of reports."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path

from fogline.config import settings
from fogline.errors import ReportError
from fogline.model import Report
from fogline.reports.decode import decode
from fogline.reports.jsonl import holds_reports, named, reports_in_lines
from fogline.reports.text import report_from_text

STDIN = "-"
STDIN_NAME = "standard input"
BYTES_A_CHARACTER = 4  # at most, in UTF-8 and UTF-16
REPORTS_FILE = (".jsonl", ".ndjson")


def read_paths(paths: Iterable[str], *, published: date | None = None) -> Iterator[Report | ReportError]:
    """The reports at some paths, in order; what cannot be read comes as its error, and the others still follow.

    A folder stands for all `*.txt` files below it, sorted by path; `-` for standard input; a `.jsonl` file for the
    reports in it, and so does standard input whose first line is such a report. `published` is the day of all
    reports that do not bring their own.
    """
    for path in paths:
        try:
            for source in _files(path):
                yield from _read(source, published)
        except ReportError as error:
            yield error


def report_from_bytes(data: bytes, *, path: str | None = None, published: date | None = None) -> Report:
    """A report from a file's bytes, whatever their encoding.

    Raises:
        ReportError: the bytes are empty, binary, or too long a text.
    """
    decoded = decode(data)
    return report_from_text(decoded.text, published=published, path=path, data=data, warnings=decoded.warnings)


def expected(paths: Iterable[str]) -> int:
    """How many reports `read_paths` will come upon, roughly: a line of a `.jsonl` file is one."""
    return sum(_count(source) for path in paths for source in _listed(path))


def _count(path: str) -> int:
    if not path.endswith(REPORTS_FILE) or not Path(path).is_file():
        return 1
    with Path(path).open("rb") as file:
        return sum(chunk.count(b"\n") for chunk in iter(lambda: file.read(1 << 20), b""))


def _listed(path: str) -> list[str]:
    if path == STDIN or not Path(path).is_dir():
        return [path]
    return [str(p) for p in sorted(Path(path).rglob("*.txt")) if p.is_file()]


def _files(path: str) -> list[str]:
    found = _listed(path)
    if not found:
        raise ReportError(f"{path}: no *.txt file in this folder", next_step="Name a folder with reports in it")
    return found


def _read(path: str, published: date | None) -> Iterator[Report | ReportError]:
    own = None if path == STDIN else path
    try:
        data, lines = _bytes(path)
        if lines:
            yield from reports_in_lines(data, own, published)
        else:
            yield report_from_bytes(data, path=own, published=published)
    except ReportError as error:
        yield named(error, own or STDIN_NAME)


def _bytes(path: str) -> tuple[bytes, bool]:
    """What is at a path, and whether it is a file of reports.

    No more is read than the longest text allowed can take, so that an endless file fills no memory; a file of reports
    may be longer than each of them.
    """
    longest = BYTES_A_CHARACTER * (settings().max_characters + 1)
    try:
        with sys.stdin.buffer if path == STDIN else Path(path).open("rb") as file:
            data = file.read(longest + 1)
            lines = path.endswith(REPORTS_FILE) or (path == STDIN and holds_reports(data))
            if lines:
                data += file.read()
    except FileNotFoundError:
        raise ReportError("no such file or folder", next_step="Check the path") from None
    except PermissionError:
        raise ReportError("may not be read", next_step="Check the file's permissions") from None
    except (OSError, ValueError) as error:  # ValueError: a null character in the path
        raise ReportError(f"cannot be read ({error})", next_step="Check the path and the disk") from None
    if not lines and len(data) > longest:
        raise ReportError(
            f"has more than the limit of {settings().max_characters:,} characters",
            next_step="Split it into its reports, or raise FOGLINE_MAX_CHARACTERS",
        )
    return data, lines
