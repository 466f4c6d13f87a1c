"""Paths ▶ reports: files, folders, standard input, and files of reports."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path

from fogline.config import settings
from fogline.errors import ReportError
from fogline.model import Report
from fogline.reports.formats.kinds import SUFFIXES, kind_of
from fogline.reports.formats.opened import Origin, reports_in
from fogline.reports.jsonl import named

STDIN = "-"
STDIN_NAME = "standard input"
BYTES_A_CHARACTER = 4  # at most, in UTF-8 and UTF-16
REPORTS_FILE = (".jsonl", ".ndjson")
EXPORT = "result.json"  # as Telegram names the export of a channel


def read_paths(paths: Iterable[str], *, published: date | None = None) -> Iterator[Report | ReportError]:
    """The reports at some paths, in order; what cannot be read comes as its error, and the others still follow.

    A folder stands for all files below it whose kind fogline reads, sorted by path; `-` for standard input. A file may
    hold many reports: lines, feeds, archives. `published` is the day of all reports that do not bring their own.
    """
    for path in paths:
        try:
            for source in _files(path):
                yield from _read(source, published)
        except ReportError as error:
            error.path = path
            yield error


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
    return [str(p) for p in sorted(Path(path).rglob("*")) if p.is_file() and _is_read(p)]


def _is_read(path: Path) -> bool:
    """Whether a folder is searched for such a file; of JSON only what is an export that fogline knows."""
    name = path.name.lower()
    return name.endswith(SUFFIXES) and (not name.endswith(".json") or name == EXPORT)


def _files(path: str) -> list[str]:
    found = _listed(path)
    if not found:
        raise ReportError(f"{path}: no report in this folder", next_step="Name a folder with reports in it")
    return found


def _read(path: str, published: date | None) -> Iterator[Report | ReportError]:
    own = None if path == STDIN else path
    try:
        for found in reports_in(_bytes(path), Origin(own, published=published)):
            if isinstance(found, ReportError):
                found.path = own
            yield found
    except ReportError as error:
        yield _of_file(named(error, own or STDIN_NAME), own)
    except Exception as fault:  # noqa: BLE001  # whatever a reader stumbles over must not cost the other files
        told = f"{own or STDIN_NAME}: cannot be read ({type(fault).__name__}: {fault})"[:500]
        yield _of_file(ReportError(told, next_step="Give its text"), own)


def _of_file(error: ReportError, path: str | None) -> ReportError:
    error.path = path
    return error


def _bytes(path: str) -> bytes:
    """What is at a path.

    Of a text no more is read than the longest one allowed can take, so that an endless file fills no memory; of what
    holds many reports, or a text and much beside it, as much as an archive may unpack to.
    """
    longest = BYTES_A_CHARACTER * (settings().max_characters + 1)
    try:
        with sys.stdin.buffer if path == STDIN else Path(path).open("rb") as file:
            data = file.read(longest + 1)
            plain = kind_of(data, path) == "text"
            if not plain and len(data) > longest:
                data += file.read((settings().max_unpacked << 20) + 1 - len(data))
    except FileNotFoundError:
        raise ReportError("no such file or folder", next_step="Check the path") from None
    except PermissionError:
        raise ReportError("may not be read", next_step="Check the file's permissions") from None
    except (OSError, ValueError) as error:  # ValueError: a null character in the path
        raise ReportError(f"cannot be read ({error})", next_step="Check the path and the disk") from None
    if plain and len(data) > longest:
        raise ReportError(
            f"has more than the limit of {settings().max_characters:,} characters",
            next_step="Split it into its reports, or raise FOGLINE_MAX_CHARACTERS",
        )
    if len(data) > settings().max_unpacked << 20:
        raise ReportError(
            f"has more than the limit of {settings().max_unpacked} MB",
            next_step="Split it, or raise FOGLINE_MAX_UNPACKED",
        )
    return data
