"""Containers ▶ their parts: zip, gzip and WARC, each within limits of size, ratio and number."""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO

from warcio.archiveiterator import ArchiveIterator

from fogline.config import settings
from fogline.errors import ReportError
from fogline.reports.formats.kinds import SUFFIXES, Kind

RATIO = 200  # bytes of content to a byte of archive at most; news in HTML has 4 to 20
SMALL = 10 << 20  # bytes that may be unpacked whatever the ratio
CRAWL, CRAWLED = "datapackage.json", "archive/"
"""What tells a WACZ file, and the folder in it that holds what was fetched; the others index that and repeat it."""
_CHUNK = 1 << 16
_PAGES = ("text/html", "application/xhtml+xml", "application/pdf", "text/plain")


@dataclass(frozen=True, slots=True)
class Part:
    """One document of a container: its name there, its address, and its type as the server told it."""

    name: str
    data: bytes
    url: str | None = None
    media: str = ""


def parts(kind: Kind, data: bytes, name: str) -> Iterator[Part | ReportError]:
    """The documents of a container, in order; what cannot be unpacked comes as its error, and the others still follow.

    Raises:
        ReportError: nothing of it can be unpacked.
    """
    match kind:
        case "gzip":
            yield Part(name.removesuffix(".gz"), _gunzipped(data))
        case "zip":
            yield from _zipped(data)
        case "warc":
            yield from _archived(data)


def _gunzipped(data: bytes) -> bytes:
    """The content of a gzip file, members one after another; it grows no larger than it may."""
    out, waiting = BytesIO(), data
    while waiting:
        unpacker = zlib.decompressobj(wbits=31)
        try:
            while not unpacker.eof and waiting:
                out.write(unpacker.decompress(waiting, _CHUNK))
                waiting = unpacker.unconsumed_tail
                check_size(out.tell(), len(data))
        except zlib.error as error:
            raise ReportError(f"is a broken gzip archive ({error})", next_step="Get it again") from None
        waiting = unpacker.unused_data.lstrip(b"\0")
    return out.getvalue()


def _zipped(data: bytes) -> Iterator[Part | ReportError]:
    total = 0
    try:
        archive = zipfile.ZipFile(BytesIO(data))
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as error:
        raise ReportError(f"is a broken zip archive ({error})", next_step="Get it again") from None
    with archive:
        names = archive.namelist()
        crawl = CRAWL in names and any(name.startswith(CRAWLED) for name in names)
        for entry in archive.infolist()[: settings().max_parts]:
            if entry.is_dir() or not entry.filename.lower().endswith(SUFFIXES):
                continue
            if crawl and not entry.filename.startswith(CRAWLED):
                continue
            try:
                found = _entry(archive, entry, total, len(data))
            except ReportError as error:
                yield ReportError(f"{entry.filename}: {error.message}", next_step=error.next_step)
                continue
            total += len(found)
            yield Part(entry.filename, found)


def _entry(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, total: int, packed: int) -> bytes:
    out = BytesIO()
    try:
        with archive.open(entry) as file:
            while chunk := file.read(_CHUNK):  # what the archive says of its sizes may be a lie
                out.write(chunk)
                check_size(total + out.tell(), packed)
    except (zipfile.BadZipFile, zlib.error, RuntimeError, NotImplementedError, OSError, ValueError, EOFError) as error:
        raise ReportError(f"cannot be unpacked ({error})", next_step="Unpack it by hand") from None
    return out.getvalue()


def _archived(data: bytes) -> Iterator[Part | ReportError]:
    """The pages that a WARC file holds: responses with a page, or resources."""
    count = 0
    try:
        for record in ArchiveIterator(BytesIO(data), arc2warc=True):
            if record.rec_type not in {"response", "resource"} or count >= settings().max_parts:
                continue
            status = record.http_headers.get_statuscode() if record.http_headers else "200"
            sort = (record.http_headers or record.rec_headers).get_header("Content-Type") or ""
            if status != "200" or not sort.lower().startswith(_PAGES):
                continue
            count += 1
            url = record.rec_headers.get_header("WARC-Target-URI")
            try:
                yield Part(url or f"record {count}", _content(record, len(data)), url, sort)
            except ReportError as error:
                yield ReportError(f"{url}: {error.message}", next_step=error.next_step)
            if getattr(record.raw_stream, "limit", 0) > 0:
                yield ReportError(
                    f"{url}: is shorter than the archive says", next_step="Get it again; the rest was read"
                )
    except Exception as error:  # noqa: BLE001  # the library stumbles over broken records in many ways
        yield ReportError(f"ends in a broken record ({error})", next_step="Get it again; what came before it was read")


def _content(record: object, packed: int) -> bytes:
    out = BytesIO()
    stream = record.content_stream()  # type: ignore[attr-defined]
    try:
        while chunk := stream.read(_CHUNK):
            out.write(chunk)
            check_size(out.tell(), packed)
    except (zlib.error, OSError, EOFError, ValueError) as error:
        raise ReportError(f"cannot be unpacked ({error})", next_step="Get it again") from None
    return out.getvalue()


def check_size(size: int, packed: int) -> None:
    """Compares what has been unpacked with what it was packed in.

    Raises:
        ReportError: the content is larger than it may be.
    """
    most = min(settings().max_unpacked << 20, max(SMALL, RATIO * packed))
    if size > most:
        raise ReportError(
            f"unpacks to more than {most >> 20} MB", next_step="Unpack it by hand if you trust it, or raise the limit"
        )
