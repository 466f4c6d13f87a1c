"""Files to start from: one that each reader takes."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

from tests.fuzz.targets import BODY
from tests.reports.formats.made import column, pdf
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter


def write_seeds(target: str, folder: Path) -> None:
    """Writes the seeds of a target to a folder of its own."""
    folder.mkdir(parents=True, exist_ok=True)
    for number, seed in enumerate(_SEEDS.get(target, [BODY])):
        (folder / f"seed-{number}").write_bytes(seed)


def _archive() -> bytes:
    out = BytesIO()
    writer = WARCWriter(out, gzip=False)
    headers = StatusAndHeaders("200 OK", [("Content-Type", "text/html")], protocol="HTTP/1.1")
    page = BytesIO(b"<p>" + BODY)
    writer.write_record(
        writer.create_warc_record("https://example.org/", "response", payload=page, http_headers=headers)
    )
    return out.getvalue().removeprefix(b"WARC/1.0\r\n")


_PAGE = b"<h2>Denial</h2><p>%s</p><table><tr><td>Killed</td><td>14</td></tr></table><blockquote>x</blockquote>" % BODY
_BLOG = (
    b'<script type="application/ld+json">{"@type": "LiveBlogPosting", "liveBlogUpdate": [{"articleBody": "x", '
    b'"datePublished": "2025-02-07"}]}</script>'
)
_POSTS = b"".join(
    b'<article class="post" id="p%d"><time datetime="2025-02-0%dT14:05Z">14:05</time><h2>Live</h2><p>%s</p></article>'
    % (n, n, BODY)
    for n in range(1, 5)
)
_SEEDS: dict[str, list[bytes]] = {
    "text": [BODY, b"OSTEN, May 2 (Reuters) - " + BODY, b"Photo: Ana Reyes / AFP\n\n14:05 GMT\n\nKilled  14  2\n" * 3],
    "kinds": [
        b"%PDF-1.4",
        b"PK\x03\x04",
        b"<?xml version='1.0'?><rss>",
        b'{"messages": [',
        b"From: a\nTo: b\nDate: c\n",
    ],
    "html": [_PAGE, _BLOG, b"<h1>War live</h1>" + _POSTS],
    "pdf": [pdf([column(BODY.decode() * 2, 60, 700), column(BODY.decode(), 60, 700)], title="x")],
    "warc": [_archive()],
    "jsonl": [b'{"text": "x", "published": "2025-02-07", "id": 7}', b'\\ud800 \\"'],
    "times": [bytes(range(60)), bytes(range(60, 120))],
    "amounts": [bytes(range(60)), bytes(range(60, 120))],
}
