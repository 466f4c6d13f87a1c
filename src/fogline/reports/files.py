"""Paths ▶ reports: files, folders, standard input, and files of reports."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path

from fogline.errors import ReportError
from fogline.model import Report
from fogline.reports.decode import decode
from fogline.reports.jsonl import reports_in_lines
from fogline.reports.text import report_from_text

STDIN = "-"
REPORTS_FILE = ".jsonl"


def read_paths(paths: Iterable[str], *, published: date | None = None) -> Iterator[Report | ReportError]:
    """The reports at some paths, in order; what cannot be read comes as its error, and the others still follow.

    A folder stands for all `*.txt` files below it, sorted by path; `-` for standard input; a `.jsonl` file for the
    reports in it. `published` is the day of all reports that do not tell their own.
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
    try:
        data = _bytes(path)
        if path.endswith(REPORTS_FILE):
            yield from reports_in_lines(data, path, published)
        else:
            yield report_from_bytes(data, path=None if path == STDIN else path, published=published)
    except ReportError as error:
        yield named(error, "standard input" if path == STDIN else path)


def named(error: ReportError, name: str) -> ReportError:
    """The error with the name of the report before its message."""
    verb = " " if error.message.startswith(("is ", "has ")) else ": "
    return ReportError(f"{name}{verb}{error.message}", next_step=error.next_step)


def _bytes(path: str) -> bytes:
    try:
        return sys.stdin.buffer.read() if path == STDIN else Path(path).read_bytes()
    except FileNotFoundError:
        raise ReportError("no such file or folder", next_step="Check the path") from None
    except PermissionError:
        raise ReportError("may not be read", next_step="Check the file's permissions") from None
    except (OSError, ValueError) as error:  # ValueError: a null character in the path
        raise ReportError(f"cannot be read ({error})", next_step="Check the path and the disk") from None
