"""Makes documents for the tests, byte by byte, so that each test sees what it gives."""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Sequence

Placed = tuple[float, float, float, str]
"""A line to draw: its left, its base line, its size, its words."""
A4 = (595, 842)


def pdf(
    pages: Sequence[Sequence[Placed]], size: tuple[int, int] = A4, *, title: str = "", packed: bool = False
) -> bytes:
    """A PDF file with lines of Helvetica where they are put."""
    return pdf_of([_drawn(page) for page in pages], size, title=title, packed=packed)


def pdf_of(
    streams: Sequence[bytes], size: tuple[int, int] = A4, *, title: str = "", packed: bool = False, extra: bytes = b""
) -> bytes:
    """A PDF file whose pages have these content streams; `extra` is added to each page's resources."""
    kids = " ".join(f"{5 + 2 * n} 0 R" for n in range(len(streams)))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(streams)} >>".encode(),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
        f"<< /Title ({title}) >>".encode("cp1252"),
    ]
    for n, stream in enumerate(streams):
        box = f"[0 0 {size[0]} {size[1]}]".encode()
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox " + box + b" /Resources << /Font << /F1 3 0 R >> " + extra
            + b" >> /Contents " + str(6 + 2 * n).encode() + b" 0 R >>"
        )  # fmt: skip
        objects.append(_stream(stream, packed=packed))
    return pdf_from(objects)


def pdf_from(objects: Iterable[bytes]) -> bytes:
    """A PDF file of numbered objects: the first is its catalogue, the fourth its metadata."""
    out, places = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += f"{number} 0 obj\n".encode() + body + b"\nendobj\n"
    table = b"".join(f"{place:010} 00000 n \n".encode() for place in places)
    count = len(places) + 1
    head = f"xref\n0 {count}\n0000000000 65535 f \n".encode()
    tail = f"trailer << /Size {count} /Root 1 0 R /Info 4 0 R >>\nstartxref\n{len(out)}\n%%EOF\n".encode()
    return out + head + table + tail


def _stream(content: bytes, *, packed: bool) -> bytes:
    body = zlib.compress(content, 9) if packed else content
    how = b" /Filter /FlateDecode" if packed else b""
    return b"<< /Length " + str(len(body)).encode() + how + b" >>\nstream\n" + body + b"\nendstream"


def _drawn(lines: Iterable[Placed]) -> bytes:
    out = b""
    for left, base, size, words in lines:
        safe = words.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)").encode("cp1252", "replace")
        out += f"BT /F1 {size} Tf {left} {base} Td (".encode() + safe + b") Tj ET\n"
    return out


def column(words: str, left: float, top: float, *, width: int = 42, size: float = 10, step: float = 12) -> list[Placed]:
    """A text set line by line; an empty line in it parts paragraphs."""
    placed: list[Placed] = []
    base = top
    for paragraph in words.split("\n\n"):
        for line in _wrapped(paragraph, width):
            placed.append((left, base, size, line))
            base -= step
        base -= step
    return placed


def _wrapped(words: str, width: int) -> list[str]:
    lines = [""]
    for word in words.split():
        if lines[-1] and len(lines[-1]) + 1 + len(word) > width:
            lines.append("")
        lines[-1] = f"{lines[-1]} {word}".strip()
    return lines
