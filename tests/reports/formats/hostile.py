"""Makes the hostile set: files that try to fill the memory, to hang the reader, to leave it or to mislead it.

`python -m tests.reports.formats.hostile FOLDER` writes them to a folder.
"""

from __future__ import annotations

import gzip
import json
import sys
import zipfile
import zlib
from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import Path

from tests.reports.formats.made import pdf_from, pdf_of

GOOD = "The army said on Friday that it had taken the bridge at Osten after three days of fighting on both banks."
SECRET = "the secret of this machine"
MEGABYTE = 1 << 20


def hostile(secret: Path, *, scale: int = 1) -> Iterator[tuple[str, bytes]]:
    """The files with their names; `secret` is a file that none may give away, `scale` makes long ones longer."""
    for name, make in _MAKERS.items():
        yield name, make(secret, scale)


def _zip(*entries: tuple[str, bytes]) -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for name, data in entries:
            archive.writestr(name, data)
    return out.getvalue()


def _zip_bomb(_: Path, scale: int) -> bytes:
    return _zip(("good.txt", GOOD.encode()), ("bomb.txt", bytes(100 * scale * MEGABYTE)))


def _zip_in_zips(_: Path, scale: int) -> bytes:
    data = _zip(("deep.txt", GOOD.encode()))
    for depth in range(10):
        data = _zip((f"{depth}.zip", data), (f"{depth}.txt", GOOD.encode()))
    return data


def _zip_that_lies(_: Path, scale: int) -> bytes:
    """An archive whose entry unpacks to far more than its headers say."""
    data = bytearray(_zip(("bomb.txt", bytes(20 * MEGABYTE)), ("good.txt", GOOD.encode())))
    true = (20 * MEGABYTE).to_bytes(4, "little")
    return bytes(data.replace(true, (100).to_bytes(4, "little")))


def _zip_of_paths(_: Path, scale: int) -> bytes:
    return _zip(("../../outside.txt", GOOD.encode()), ("/etc/outside.txt", GOOD.encode()))


def _gzip_bomb(_: Path, scale: int) -> bytes:
    return gzip.compress(bytes(100 * scale * MEGABYTE), 9)


def _laughs(root: str, inside: str) -> bytes:
    """The billion laughs: entities of entities."""
    told = '<!ENTITY a0 "ha">' + "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10))
    return f'<?xml version="1.0"?><!DOCTYPE {root} [{told}]>{inside}'.encode()


def _laughing_feed(_: Path, scale: int) -> bytes:
    item = f"<item><title>Bridge taken</title><description>&a9; {GOOD}</description></item>"
    return _laughs("rss", f'<rss version="2.0"><channel><title>&a9;</title>{item}</channel></rss>')


def _laughing_sitemap(_: Path, scale: int) -> bytes:
    news = "<news:news><news:title>&a9; Bridge at Osten taken, army says</news:title></news:news>"
    names = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"'
    return _laughs("urlset", f"<urlset {names}><url><loc>https://example.org/</loc>{news}</url></urlset>")


def _laughing_docx(_: Path, scale: int) -> bytes:
    return _docx(_laughs("d", _document("&a9;")))


def _document(words: str) -> str:
    space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    return f"<w:document {space}><w:body><w:p><w:r><w:t>{words}</w:t></w:r></w:p></w:body></w:document>"


def _docx(document: bytes) -> bytes:
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
    main = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    types = (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/word/document.xml" ContentType="{main}"/></Types>'
    )
    tied = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f'<Relationship Id="r1" Type="{office}" Target="word/document.xml"/></Relationships>'
    )
    return _zip(
        ("[Content_Types].xml", types.encode()), ("_rels/.rels", tied.encode()), ("word/document.xml", document)
    )


def _docx_bomb(_: Path, scale: int) -> bytes:
    return _docx(_document("ha " * (40 * scale * MEGABYTE)).encode())


def _feed_of_files(secret: Path, scale: int) -> bytes:
    item = f"<item><title>Bridge taken</title><description>&x; {GOOD}</description></item>"
    told = f'<!ENTITY x SYSTEM "{secret.as_uri()}">'
    return f'<?xml version="1.0"?><!DOCTYPE r [{told}]><rss version="2.0"><channel>{item}</channel></rss>'.encode()


def _docx_of_files(secret: Path, scale: int) -> bytes:
    told = f'<?xml version="1.0"?><!DOCTYPE d [<!ENTITY x SYSTEM "{secret.as_uri()}">]>'
    return _docx((told + _document(f"{GOOD} &x;")).encode())


def _long_feed(_: Path, scale: int) -> bytes:
    items = "".join(f"<item><title>Entry {n}</title></item>" for n in range(25_000 * scale))
    return f'<rss version="2.0"><channel><title>Feed</title>{items}</channel></rss>'.encode()


def _pdf_loop(_: Path, scale: int) -> bytes:
    """Pages whose parent is their own child."""
    return pdf_from(
        [b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [2 0 R 3 0 R] /Count 1000000 >>",
         b"<< /Type /Pages /Kids [2 0 R] /Count 5 /Parent 2 0 R >>", b"<< >>"]
    )  # fmt: skip


def _pdf_includes(_: Path, scale: int) -> bytes:
    """A form that draws itself twice."""
    form = b"/Fm 7 0 R"
    body = b"/Fm Do /Fm Do"
    page = (
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /XObject << "
        + form
        + b" >> >> /Contents 6 0 R >>"
    )
    drawn = b"<< /Length 13 >>\nstream\n" + body + b"\nendstream"
    own = (
        b"<< /Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << "
        + form
        + b" >> >> /Length 13 >>\nstream\n"
    )
    return pdf_from(
        [b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [5 0 R] /Count 1 >>", b"<< >>", b"<< >>",
         page, drawn, own + body + b"\nendstream"]
    )  # fmt: skip


def _pdf_huge_page(_: Path, scale: int) -> bytes:
    drawn = f"BT /F1 10 Tf 60 700 Td ({GOOD}) Tj ET".encode()
    return pdf_of([drawn], (2_000_000_000, 2_000_000_000))


def _pdf_bomb(_: Path, scale: int) -> bytes:
    drawn = b"BT /F1 1 Tf 1 1 Td (" + b"ha " * (MEGABYTE * scale) + b") Tj ET"
    return pdf_of([drawn] * 4, packed=True)


def _pdf_packed_twice(_: Path, scale: int) -> bytes:
    packed = zlib.compress(zlib.compress(bytes(200 * scale * MEGABYTE), 9), 9)
    stream = b"<< /Length %d /Filter [/FlateDecode /FlateDecode] >>\nstream\n" % len(packed) + packed + b"\nendstream"
    page = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << >> /Contents 6 0 R >>"
    return pdf_from(
        [b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [5 0 R] /Count 1 >>", b"<< >>", b"<< >>", page,
         stream]
    )  # fmt: skip


def _html(inside: str, head: str = "") -> str:
    return (
        f"<!DOCTYPE html><html><head>{head}</head><body><article><h1>Bridge taken</h1>{inside}</article></body></html>"
    )


def _nested_html(_: Path, scale: int) -> bytes:
    return _html("<div>" * 100_000 + f"<p>{GOOD}</p>" * 5).encode()


def _wrong_encoding(_: Path, scale: int) -> bytes:
    return _html(f"<p>{GOOD} Überblick, Ґалаґан.</p>" * 5, '<meta charset="utf-16">').encode()


def _nested_mail(_: Path, scale: int) -> bytes:
    out = b"From: a@example.org\nSubject: x\nDate: Fri, 07 Feb 2025 18:00:00 +0100\n"
    for n in range(3000):
        out += f"Content-Type: multipart/mixed; boundary=b{n}\n\n--b{n}\n".encode()
    return out + b"\n" + GOOD.encode()


def _warc_that_lies(_: Path, scale: int) -> bytes:
    def record(length: int, body: bytes) -> bytes:
        head = (
            f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://example.org/\r\nContent-Length: {length}\r\n"
        )
        return head.encode() + b"Content-Type: application/http; msgtype=response\r\n\r\n" + body + b"\r\n\r\n"

    http = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n"
    good = http + _html(f"<p>{GOOD}</p>" * 5).encode()
    return record(len(good), good) + record(9_999_999_999, http) + record(3, good) + record(-5, good)


def _warc_without_address(_: Path, scale: int) -> bytes:
    return b"WARC/1.0\r\nWARC-Type: response\r\nContent-Length: 9\r\n\r\nHTTP/1.1 \r\n\r\n"


_MAKERS: dict[str, Callable[[Path, int], bytes]] = {
    "zip-bomb.zip": _zip_bomb,
    "zip-in-zips.zip": _zip_in_zips,
    "zip-that-lies.zip": _zip_that_lies,
    "zip-of-paths.zip": _zip_of_paths,
    "gzip-bomb.txt.gz": _gzip_bomb,
    "laughs.rss": _laughing_feed,
    "laughs.xml": _laughing_sitemap,
    "laughs.docx": _laughing_docx,
    "bomb.docx": _docx_bomb,
    "files.rss": _feed_of_files,
    "files.docx": _docx_of_files,
    "long.rss": _long_feed,
    "loop.pdf": _pdf_loop,
    "includes.pdf": _pdf_includes,
    "huge-page.pdf": _pdf_huge_page,
    "bomb.pdf": _pdf_bomb,
    "packed-twice.pdf": _pdf_packed_twice,
    "nested.html": _nested_html,
    "wrong-encoding.html": _wrong_encoding,
    "nested.eml": _nested_mail,
    "lying.warc": _warc_that_lies,
    "no-address.warc": _warc_without_address,
    "result.json": lambda _, scale: b'{"name": "x", "messages": [' + b'{"a":' * 100_000,
    "nested.jsonl": lambda _, scale: b"[" * 100_000 + b"\n" + json.dumps({"text": GOOD}).encode(),
    "surrogates.jsonl": lambda _, scale: b'{"text": "\\ud800 ' + GOOD.encode() + b' \\udfff"}',
    "quotes.csv": lambda _, scale: f'text\n"{GOOD}"\n"'.encode() + b"never closed " * 100_000,
    "columns.csv": lambda _, scale: b"text" + b",x" * 1_000_000 + b"\n" + GOOD.encode(),
    "torn.parquet": lambda _, scale: b"PAR1" + bytes(1000) + b"\xff\xff\xff\x7fPAR1",
    "long-word.txt": lambda _, scale: f"{GOOD} ".encode() + b"a" * (scale * MEGABYTE) + f" {GOOD}".encode(),
    "nulls.txt": lambda _, scale: GOOD.encode() + bytes(1000),
    "bidi.txt": lambda _, scale: f"\u202e{GOOD}\u2066\u202d {GOOD}\u2069\u202c".encode(),
    "utf-16.txt": lambda _, scale: GOOD.encode("utf-16-le"),
    "blank.txt": lambda _, scale: b" \n\t\f\r\n" * 100_000,
    "marks.txt": lambda _, scale: (GOOD + " " + "(((“" * 50_000 + "—" * 50_000).encode(),
}  # fmt: skip


if __name__ == "__main__":
    out = Path(sys.argv[1])
    out.mkdir(parents=True, exist_ok=True)
    (out / "secret").write_text(SECRET, encoding="utf-8")
    for made, content in hostile((out / "secret").absolute()):
        (out / made).write_bytes(content)
