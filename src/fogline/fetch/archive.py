"""The archive of what was fetched: WARC files, a record for each request and answer, appended and never changed."""

from __future__ import annotations

import os
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from io import BytesIO
from pathlib import Path
from typing import IO

import httpx
from warcio.archiveiterator import ArchiveIterator
from warcio.exceptions import ArchiveLoadFailed
from warcio.recordloader import ArcWarcRecord
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from fogline.errors import ReportError
from fogline.fetch.exchange import Answer
from fogline.version import __version__

LARGEST = 1 << 30  # bytes of a file, after which a new one is begun
_UNCHANGED = "http://netpreserve.org/warc/1.1/revisit/server-not-modified"
_NOT_MODIFIED = 304
_CHUNK = 1 << 16


@dataclass(frozen=True, slots=True)
class Record:
    """Where an answer stands: the name of a WARC file and the offset of the record in bytes."""

    file: str
    place: int


class Archive:
    """A folder of WARC files. Each process writes files of its own, so that one that is killed spoils no other's."""

    def __init__(self, folder: Path, clock: Callable[[], datetime]) -> None:
        self._folder = folder
        self._clock = clock
        self._file: IO[bytes] | None = None
        self._writer = WARCWriter(BytesIO(), gzip=True, warc_version="WARC/1.1")

    def keep(self, answer: Answer) -> Record:
        """Appends an answer and its request; what is written is on the disk before this returns."""
        file = self._opened()
        record = Record(Path(file.name).name, file.tell())
        target = httpx.URL(answer.url).raw_path.decode("ascii")
        asked = StatusAndHeaders(f"GET {target} HTTP/1.1", list(answer.sent), is_http_request=True)
        self._writer.write_request_response_pair(
            self._writer.create_warc_record(answer.url, "request", http_headers=asked), self._response(answer)
        )
        file.flush()
        os.fsync(file.fileno())
        return record

    def read(self, record: Record) -> Answer:
        """An answer that was kept.

        Raises:
            ReportError: the file is gone or broken.
        """
        try:
            with (self._folder / record.file).open("rb") as file:
                file.seek(record.place)
                found = next(iter(ArchiveIterator(file, check_digests="raise")))
                raw = b"".join(iter(lambda: found.raw_stream.read(_CHUNK), b""))
        except (OSError, StopIteration, ArchiveLoadFailed, zlib.error, EOFError, ValueError) as error:
            raise ReportError(
                f"its record in {record.file} cannot be read ({error or 'it is not there'})",
                next_step="Add its address again with fogline add",
            ) from None
        if found.http_headers is None:
            raise ReportError("its record was redacted", next_step="Add its address again with fogline add")
        url = found.rec_headers.get_header("WARC-Target-URI")
        heads = found.http_headers
        return Answer(url, (), int(heads.get_statuscode()), "", tuple(heads.headers), raw)

    def close(self) -> None:
        """Closes the file that was written to, if any."""
        if self._file is not None:
            self._file.close()
            self._file = None

    def _response(self, answer: Answer) -> ArcWarcRecord:
        """The record of an answer; the body stands in it as it was sent, but for the cutting into chunks."""
        heads = [(n, v) if n.lower() != "transfer-encoding" else (f"X-Archive-Orig-{n}", v) for n, v in answer.headers]
        line = StatusAndHeaders(f"{answer.status} {answer.reason}".strip(), heads, protocol="HTTP/1.1")
        told = {"WARC-Date": f"{self._clock():%Y-%m-%dT%H:%M:%SZ}"}
        if answer.peer:
            told["WARC-IP-Address"] = answer.peer
        if answer.cut:
            told["WARC-Truncated"] = answer.cut
        kind = "revisit" if answer.status == _NOT_MODIFIED else "response"
        if kind == "revisit":
            told["WARC-Profile"] = _UNCHANGED
        return self._writer.create_warc_record(
            answer.url, kind, payload=BytesIO(answer.raw), length=len(answer.raw), http_headers=line,
            warc_headers_dict=told,
        )  # fmt: skip

    def _opened(self) -> IO[bytes]:
        """The file to append to: a new one of this process at first, and whenever one is full."""
        if self._file is not None and self._file.tell() < LARGEST:
            return self._file
        self.close()
        self._folder.mkdir(parents=True, exist_ok=True)
        stem = f"{self._clock():%Y%m%d%H%M%S}-{os.getpid()}"
        number = 0
        while self._file is None:
            number += 1
            name = f"fogline-{stem}-{number}.warc.gz"
            try:
                self._file = (self._folder / name).open("xb")
            except FileExistsError:
                continue
        self._writer.out = self._file
        about = {"software": f"fogline/{__version__}", "format": "WARC File Format 1.1"}
        self._writer.write_record(self._writer.create_warcinfo_record(name, about))
        return self._file
