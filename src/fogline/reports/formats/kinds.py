"""What a file is, told by its first bytes and its name."""

from __future__ import annotations

import json
import re
import zipfile
from io import BytesIO
from typing import Literal

Kind = Literal[
    "text",
    "lines",
    "html",
    "pdf",
    "docx",
    "eml",
    "feed",
    "sitemap",
    "telegram",
    "csv",
    "parquet",
    "zip",
    "gzip",
    "warc",
]

HEAD = 8192  # bytes that are looked at
SUFFIXES = (
    ".txt", ".jsonl", ".ndjson", ".html", ".htm", ".xhtml", ".pdf", ".docx", ".eml", ".rss", ".atom", ".xml", ".json",
    ".csv", ".tsv", ".parquet", ".zip", ".wacz", ".gz", ".warc",
)  # fmt: skip
"""The names that a folder is searched for; `.json` counts where it is an export that fogline knows."""
_LINES = (".jsonl", ".ndjson")
_TABLES = (".csv", ".tsv")
_PROLOGUE = ((b"<?", b"?>"), (b"<!--", b"-->"))
"""What may stand before the first element of a page or an XML document."""
_TAG = re.compile(rb"<(?:!doctype\s+)?([A-Za-z:]+)", re.IGNORECASE)
_MARKUPS: dict[bytes, Kind] = {
    b"rss": "feed", b"feed": "feed", b"rdf:rdf": "feed", b"atom:feed": "feed", b"urlset": "sitemap",
    b"sitemapindex": "sitemap", b"html": "html", b"head": "html", b"body": "html",
}  # fmt: skip
_HEADERS = re.compile(
    rb"(?:(?:From|To|Subject|Date|Received|Return-Path|Message-ID|MIME-Version|Delivered-To|DKIM-Signature|X-[\w-]+)"
    rb":[^\n]*\n(?:[ \t][^\n]*\n)*){3}",
    re.IGNORECASE,
)


def kind_of(data: bytes, name: str = "", media: str = "") -> Kind:
    """The kind of a file, told by its bytes, its name, its type as a server told it; else `text`."""
    head, name = data[:HEAD], name.lower()
    if head.startswith(b"%PDF"):
        return "pdf"
    if head.startswith(b"PK\x03\x04"):
        return _of_archive(data)
    if head.startswith(b"\x1f\x8b"):
        return "gzip"
    if head.startswith(b"WARC/"):
        return "warc"
    if head.startswith(b"PAR1"):
        return "parquet"
    if name.endswith(_LINES):
        return "lines"
    if name.endswith(_TABLES):
        return "csv"
    if found := _MARKUPS.get(_first_tag(head)):
        return found
    if name.endswith((".rss", ".atom")):
        return "feed"
    if name.endswith((".html", ".htm", ".xhtml")) or "html" in media.lower():
        return "html"
    if name.endswith(".eml") or _HEADERS.match(head):
        return "eml"
    return _of_json(data) if head.lstrip().startswith(b"{") else "text"


def _first_tag(head: bytes) -> bytes:
    """The name of the first element, or of the document's type, in small letters."""
    rest = head.removeprefix(b"\xef\xbb\xbf").lstrip()
    while mark := next((end for start, end in _PROLOGUE if rest.startswith(start)), None):
        _, _, rest = rest.partition(mark)
        rest = rest.lstrip()
    found = _TAG.match(rest)
    return found[1].lower() if found else b""


def _of_archive(data: bytes) -> Kind:
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            return "docx" if "word/document.xml" in archive.namelist() else "zip"
    except (zipfile.BadZipFile, ValueError, OSError):
        return "zip"


def _of_json(data: bytes) -> Kind:
    """An export of a Telegram channel names its messages within the first objects; lines of reports are one a line."""
    first = data.lstrip().split(b"\n", 1)[0]
    try:
        row = json.loads(first)
    except (ValueError, RecursionError):
        return "telegram" if re.search(rb'"messages"\s*:\s*\[', data[:HEAD]) else "text"
    if not isinstance(row, dict):
        return "text"
    if isinstance(row.get("text"), str):
        return "lines"
    return "telegram" if isinstance(row.get("messages"), list) or isinstance(row.get("chats"), dict) else "text"
