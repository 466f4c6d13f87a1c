"""Bytes ▶ text: the encoding is found out, nothing else is changed."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from fogline.errors import ReportError
from fogline.model import Warning

# UTF-32 stands before UTF-16, whose mark it starts with.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_FORMATS = {
    b"%PDF": "a PDF",
    b"PK\x03\x04": "a ZIP archive or office document",
    b"\x89PNG": "a PNG image",
    b"\xff\xd8\xff": "a JPEG image",
    b"GIF8": "a GIF image",
    b"\x1f\x8b": "a gzip archive",
    b"\xd0\xcf\x11\xe0": "an old office document",
    b"{\\rtf": "an RTF document",
    b"SQLite format 3": "a SQLite database",
    b"\x7fELF": "a program",
}
_CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_ASCII = bytes(range(0x80))
_WESTERN = 0.05  # up to this share of bytes outside ASCII: quotation marks and accents in Western text (windows-1252)
_SAMPLE = 200_000  # bytes that are looked at to tell binary from text, and to guess a code page
_MULTIBYTE = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
_MACINTOSH = re.compile(rb"[a-z]\xd5(?:s|t|re|ve|ll|d)\b")  # its apostrophe, which is a capital letter elsewhere
_CODE_PAGES = [
    "cp1252", "cp1251", "koi8_r", "koi8_u", "iso8859_5", "cp866", "cp1250", "iso8859_2", "cp1254", "cp1253", "cp1256",
    "iso8859_6", "cp1255", "gb18030", "big5", "shift_jis", "euc_jp", "euc_kr",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text, the encoding it was in, and what a reader should know of the decoding."""

    text: str
    encoding: str
    warnings: tuple[Warning, ...] = ()


def decode(data: bytes) -> Decoded:
    """The text in `data`; line ends and all other characters stay as they are, only a byte order mark is left out.

    Raises:
        ReportError: there is nothing in it, or it is no text.
    """
    if not data.strip():
        raise ReportError("is empty", next_step="Give a file with the text of a report")
    marked = _marked(data)
    if marked is not None:
        return marked
    _refuse_binary(data)
    try:
        return Decoded(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError:
        return _damaged_utf8(data) or _code_page(data)


def _marked(data: bytes) -> Decoded | None:
    """Text whose encoding shows in a byte order mark, or in the zero bytes of UTF-16 without one."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _lenient(data, encoding)
    head = data[:_SAMPLE]
    for encoding, zeros in (("utf-16-le", head[1::2]), ("utf-16-be", head[0::2])):
        if len(head) >= 4 and zeros.count(0) > 0.7 * len(zeros) and head.count(0) < 0.6 * len(head):
            return _lenient(data, encoding)
    return None


def _lenient(data: bytes, encoding: str) -> Decoded:
    try:
        return Decoded(data.decode(encoding), encoding)
    except UnicodeDecodeError:
        return _with_replacements(data, encoding)


def _refuse_binary(data: bytes) -> None:
    for magic, what in _FORMATS.items():
        if data.startswith(magic):
            raise ReportError(f"is {what}, not plain text", next_step="Convert it to plain text first")
    head = data[:_SAMPLE]
    if b"\0" in head or len(_CONTROL.findall(head)) > 0.02 * len(head):
        raise ReportError("is a binary file, not plain text", next_step="Convert it to plain text first")


def _damaged_utf8(data: bytes) -> Decoded | None:
    """UTF-8 with a few broken bytes: whole characters of several bytes outnumber the stray bytes by far."""
    rest, whole = _MULTIBYTE.subn(b"", data)
    return _with_replacements(data, "utf-8") if whole >= 5 * _outside(rest) else None


def _outside(data: bytes) -> int:
    """How many bytes are no ASCII."""
    return len(data.translate(None, _ASCII))


def _with_replacements(data: bytes, encoding: str) -> Decoded:
    text = data.decode(encoding, errors="replace")
    message = f"some bytes are no {encoding} and are shown as \N{REPLACEMENT CHARACTER}"
    return Decoded(text, encoding, (Warning("broken_bytes", message),))


def _code_page(data: bytes) -> Decoded:
    """Text in an old code page, told by its share of letters outside ASCII and by how likely its words look."""
    outside = _outside(data)
    if outside <= 2 * _WESTERN * len(data) and _MACINTOSH.search(data):
        encoding = "mac_roman"
    else:
        encoding = "cp1252" if outside <= _WESTERN * len(data) else _likeliest(data[:_SAMPLE])
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        encoding = "latin-1"
        text = data.decode(encoding)
    message = f"no UTF-8; read as {encoding}, which is a guess: save the file as UTF-8 to be sure"
    return Decoded(text, encoding, (Warning("encoding_guessed", message),))


def _likeliest(sample: bytes) -> str:
    from charset_normalizer import from_bytes  # slow to load and seldom needed

    best = from_bytes(sample, cp_isolation=_CODE_PAGES, enable_fallback=False).best()
    return best.encoding if best is not None else "latin-1"
