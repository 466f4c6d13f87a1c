"""Taking down what was fetched: records of the archive that hold certain words are replaced by tombstones.

A tombstone has the address and the time of the record, the reason, and the SHA-256 of what stood there. It takes
the record's bytes in the file, all of them, so that other records stay where they are, also while a process appends.
"""

from __future__ import annotations

import json
import os
import struct
import zlib
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from hashlib import sha256
from html import unescape
from io import BytesIO
from pathlib import Path
from re import sub
from typing import IO

from warcio.archiveiterator import ArchiveIterator
from warcio.exceptions import ArchiveLoadFailed
from warcio.recordloader import ArcWarcRecord
from warcio.warcwriter import WARCWriter

from fogline.errors import ReportError
from fogline.fetch.faults import FetchError
from fogline.fetch.packing import unpacked

TOMBSTONE = "metadata"
"""The WARC type of a tombstone: fogline writes no other record of this type."""
_LARGEST = 1 << 30  # bytes that an answer is unpacked to
_HEAD, _TAIL = 10, 8  # bytes of a gzip member before and after what is packed
_COMMENT = 0x10  # the flag of a gzip member with a comment, which may be of any length

Holds = Callable[[str, str], bool]
"""Whether a record is to go: its address, and its content as text."""


@dataclass(frozen=True, slots=True)
class Replaced:
    """A record and the tombstone that takes its bytes."""

    file: str
    place: int
    before: str
    after: str
    tombstone: bytes


def to_replace(folder: Path, holds: Holds, reason: str) -> list[Replaced]:
    """The records of an archive that are to go, with their tombstones. Nothing is changed yet.

    Raises:
        ReportError: a record is too short for a tombstone.
    """
    found: list[Replaced] = []
    for file in sorted(folder.glob("*.warc.gz")):
        with file.open("rb") as opened, file.open("rb") as raw:
            for record, text, place, length in _records(opened):
                url = record.rec_headers.get_header("WARC-Target-URI") or ""
                if record.rec_type in {TOMBSTONE, "warcinfo"} or not holds(url, text):
                    continue
                raw.seek(place)
                before = raw.read(length)
                tombstone = _tombstone(record, url if not holds("", url) else "", before, reason, file.name)
                found.append(Replaced(file.name, place, _digest(before), _digest(tombstone), tombstone))
    return found


def replace(folder: Path, replaced: list[Replaced]) -> None:
    """Writes the tombstones over the records; they are on the disk before this returns."""
    for one in replaced:
        with (folder / one.file).open("r+b") as file:
            file.seek(one.place)
            file.write(one.tombstone)
            file.flush()
            os.fsync(file.fileno())


def faults(folder: Path, redacted: dict[tuple[str, int], str]) -> Iterator[str]:
    """What of an archive is not as it was written: broken records, and tombstones that no redaction tells of.

    `redacted` are the SHA-256 that the redacted records must have, by file and offset. Files that were moved away
    are no fault.
    """
    for file in sorted(folder.glob("*.warc.gz")):
        with file.open("rb") as opened, file.open("rb") as raw:
            for record, _, place, length in _records(opened):
                expected = redacted.get((file.name, place))
                raw.seek(place)
                if expected is not None and _digest(raw.read(length)) != expected:
                    yield f"{file.name} {place}: the record that was redacted is not its tombstone"
                elif expected is None and record.rec_type == TOMBSTONE:
                    yield f"{file.name} {place}: a tombstone of which no redaction tells"
                elif record.digest_checker is not None and record.digest_checker.passed is False:
                    yield f"{file.name} {place}: its content is not what was fetched"


def _records(file: IO[bytes]) -> Iterator[tuple[ArcWarcRecord, str, int, int]]:
    """Each record, its headers and content as text, its offset and length; a broken end is left out."""
    records = ArchiveIterator(file, check_digests=True)
    with suppress(ArchiveLoadFailed, zlib.error, EOFError):
        for record in records:
            data = record.raw_stream.read()
            told = str(record.http_headers or "")
            packing = record.http_headers.get_header("Content-Encoding") if record.http_headers else ""
            with suppress(FetchError):
                data = unpacked(data, packing or "", _LARGEST)
            yield record, plain(told + "\n" + data.decode("utf-8", "replace")), *_extent(records)


def plain(text: str) -> str:
    """A text without markup, and with one space for each gap, to look for words in."""
    return " ".join(unescape(sub(r"<[^<>]*>", " ", unescape(text)) + "\n" + unescape(text)).split())


def _extent(records: ArchiveIterator) -> tuple[int, int]:
    records.read_to_end()
    place, length = records.member_info
    return place, length


def _tombstone(record: ArcWarcRecord, url: str, before: bytes, reason: str, file: str) -> bytes:
    """A gzip member of the length of the one before, with as much of the reason as has room."""
    digest = {"sha256": _digest(before)}
    for told in ({"removed": record.rec_type, "reason": reason, **digest}, {"reason": reason}, digest, {}):
        member = _member(_written(record, url, json.dumps(told).encode()), len(before))
        if member is not None:
            return member
    raise ReportError(f"a record in {file} is too short for a tombstone", next_step="Remove that file of the archive")


def _written(record: ArcWarcRecord, url: str, body: bytes) -> bytes:
    out = BytesIO()
    writer = WARCWriter(out, gzip=False, warc_version="WARC/1.1")
    heads = {name: record.rec_headers.get_header(name) for name in ("WARC-Record-ID", "WARC-Date")}
    writer.write_record(
        writer.create_warc_record(
            url,
            TOMBSTONE,
            payload=BytesIO(body),
            length=len(body),
            warc_content_type="application/json",
            warc_headers_dict=heads,
        )
    )
    return out.getvalue()


def _member(content: bytes, length: int) -> bytes | None:
    """A gzip member of exactly so many bytes, filled up by a comment; None where they are too few."""
    packer = zlib.compressobj(9, zlib.DEFLATED, -zlib.MAX_WBITS)
    packed = packer.compress(content) + packer.flush()
    room = length - _HEAD - len(packed) - _TAIL - 1  # 1: the zero that ends the comment
    if room < 0:
        return None
    head = struct.pack("<BBBBIBB", 0x1F, 0x8B, 8, _COMMENT, 0, 2, 255)
    return head + b" " * room + b"\0" + packed + struct.pack("<II", zlib.crc32(content), len(content) & 0xFFFFFFFF)


def _digest(data: bytes) -> str:
    return sha256(data).hexdigest()
