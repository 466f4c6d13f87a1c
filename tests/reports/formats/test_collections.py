"""Feeds, sitemaps, exports and tables: each entry a report."""

from __future__ import annotations

import gzip
import json
import sys
import zipfile
from datetime import date
from io import BytesIO
from pathlib import Path

import pyarrow
import pyarrow.parquet
import pytest
from tests.reports.formats.reading import of_kind, read_all, read_reports, where
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from fogline.errors import ReportError
from fogline.reports.formats.tables import columns, fields_of, read_parquet

BODY = "The army said on Friday that it had taken the bridge at Osten after three days of fighting on both banks."
SECOND = "The ministry denied that any unit had been lost near the town, and said that four men were wounded."
RSS = f"""<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>
<title>The Osten Courier</title><language>en-GB</language>
<item><title>Bridge taken</title><link>https://example.org/bridge</link><guid>b-1</guid>
<pubDate>Fri, 07 Feb 2025 18:00:00 GMT</pubDate><description>{BODY[:40]}</description>
<content:encoded><![CDATA[<p>{BODY}</p><h2>Denial</h2><p>{SECOND}</p>]]></content:encoded></item>
<item><title>Denial</title><link>https://example.org/denial</link><description>{SECOND}</description></item>
</channel></rss>"""
ATOM = f"""<feed xmlns="http://www.w3.org/2005/Atom"><title>The Osten Courier</title>
<entry><title>Bridge taken</title><id>tag:1</id><updated>2025-02-07T18:00:00Z</updated>
<author><name>Ana Reyes</name></author><link href="https://example.org/bridge"/>
<content type="html">&lt;p&gt;{BODY}&lt;/p&gt;</content></entry></feed>"""


def test_the_entries_of_a_feed_are_reports(tmp_path: Path) -> None:
    full, short = read_reports(tmp_path, "feed.rss", RSS)
    assert (full.publisher, full.title, full.url, full.external_id, full.language) == (
        "The Osten Courier", "Bridge taken", "https://example.org/bridge", "b-1", "en",
    )  # fmt: skip
    assert full.published.start == date(2025, 2, 7) and "feed's published" in full.published.because[0]
    assert of_kind(full, "body") == [BODY, SECOND] and of_kind(full, "crosshead") == ["Bridge taken", "Denial"]
    assert where(full, SECOND) == "entry 1, content, block 3"
    assert full.data.startswith(b"<item><title>Bridge taken") and full.data.endswith(b"</item>")
    assert of_kind(short, "body") == [SECOND] and [w.code for w in short.warnings] == ["summary_only"]
    assert short.published.basis == "unknown"


def test_atom_is_read_as_rss_is(tmp_path: Path) -> None:
    (report,) = read_reports(tmp_path, "feed.xml", ATOM)
    assert (report.byline, report.published.start) == ("Ana Reyes", date(2025, 2, 7))
    assert of_kind(report, "body") == [BODY]


SITEMAP = """<?xml version="1.0" encoding="UTF-8"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"
 xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"><url><loc>https://example.org/bridge</loc><news:news>
 <news:publication><news:name>The Osten Courier</news:name><news:language>en</news:language></news:publication>
 <news:publication_date>2025-02-07T18:00:00+01:00</news:publication_date>
 <news:title>Army says it has taken the bridge at Osten</news:title></news:news></url>%s</urlset>"""


def test_a_news_sitemap_gives_headlines_and_says_so(tmp_path: Path) -> None:
    (report,) = read_reports(tmp_path, "news.xml", SITEMAP % "")
    assert report.text == report.title == "Army says it has taken the bridge at Osten"
    assert (report.publisher, report.published.start) == ("The Osten Courier", date(2025, 2, 7))
    assert "headline_only" in [w.code for w in report.warnings]


def test_a_sitemap_of_addresses_says_what_to_do(tmp_path: Path) -> None:
    plain = '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><url><loc>https://example.org/</loc></url></urlset>'
    (error,) = read_all(tmp_path, "sitemap.xml", plain)
    assert isinstance(error, ReportError) and "1 addresses and no headlines" in error.message


MESSAGES = [
    {"id": 1, "type": "service", "action": "create_channel", "text": ""},
    {"id": 2, "type": "message", "date": "2025-02-07T18:00:00",
     "text": ["The ", {"type": "bold", "text": "army"}, BODY[8:]]},
    {"id": 3, "type": "message", "date": "2025-02-08T07:00:00", "photo": "(not included)", "text": ""},
    {"id": 4, "type": "message", "date": "2025-02-08T09:00:00", "forwarded_from": "Harbour Watch", "text": SECOND},
]  # fmt: skip


def test_a_channel_export_gives_its_messages(tmp_path: Path) -> None:
    export = {"name": "Osten Live", "type": "public_channel", "id": 7, "messages": MESSAGES}
    first, second = read_reports(tmp_path, "result.json", json.dumps(export, indent=1))
    assert (first.text, first.publisher, first.external_id) == (BODY, "Osten Live", "message 2")
    assert (first.published.start, second.agency) == (date(2025, 2, 7), "Harbour Watch")
    assert json.loads(first.data)["id"] == 2 and where(second, SECOND) == "message 4, text"


def test_an_export_of_all_chats_names_each(tmp_path: Path) -> None:
    chats = [{"name": name, "type": "channel", "messages": MESSAGES[1:2]} for name in ("Osten Live", "Harbour Watch")]
    found = read_reports(tmp_path, "result.json", json.dumps({"about": "…", "chats": {"list": chats}}))
    assert [report.publisher for report in found] == ["Osten Live", "Harbour Watch"]


def test_a_torn_export_gives_what_it_has(tmp_path: Path) -> None:
    export = json.dumps({"name": "Osten Live", "messages": MESSAGES})
    first, error = read_all(tmp_path, "result.json", export[: export.index("Harbour") + 3])
    assert not isinstance(first, ReportError) and first.text == BODY
    assert isinstance(error, ReportError) and "breaks off at character" in error.message


def test_tables_are_read_by_the_names_of_their_columns(tmp_path: Path) -> None:
    rows = f'Headline;Article;Outlet;Publication Date;Link\r\nBridge;"{BODY}\n\n{SECOND}";Courier;7 February 2025;\r\n'
    (report,) = read_reports(tmp_path, "reports.csv", rows)
    assert (report.title, report.publisher, report.published.start) == ("Bridge", "Courier", date(2025, 2, 7))
    assert of_kind(report, "body") == [BODY, SECOND] and where(report, SECOND) == "row 2, text"
    assert report.data == rows.split("\r\n", 1)[1].encode()


def test_a_table_without_text_names_what_it_has(tmp_path: Path) -> None:
    (error,) = read_all(tmp_path, "reports.tsv", "lat\tlon\n1\t2\n")
    assert isinstance(error, ReportError) and "it has lat, lon" in error.message and "text" in error.next_step


def test_dates_that_may_mean_two_days_mean_none(tmp_path: Path) -> None:
    (report,) = read_reports(tmp_path, "reports.csv", f'text,date\n"{BODY}",03/04/2025\n')
    assert report.published.basis == "unknown"


def test_parquet_is_read_like_csv(tmp_path: Path) -> None:
    table = pyarrow.table({"body": [BODY, None, SECOND], "date": [date(2025, 2, 7), None, None], "n": [1, 2, 3]})
    out = BytesIO()
    pyarrow.parquet.write_table(table, out)
    first, second = read_reports(tmp_path, "reports.parquet", out.getvalue())
    assert (first.text, first.published.start) == (BODY, date(2025, 2, 7))
    assert (second.text, second.external_id) == (SECOND, "row 3")


def test_parquet_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(ReportError, match="not installed") as caught:
        list(read_parquet(b"PAR1"))
    assert "fogline[parquet]" in caught.value.next_step


@pytest.mark.parametrize("column", columns(), ids=lambda column: column.id)
def test_a_column_is_known_by_its_names(column: object) -> None:
    from fogline.reports.formats.tables import Column

    assert isinstance(column, Column)
    header = [column.example] if column.id == "text" else ["text", column.example]
    assert fields_of(header)[column.id] == len(header) - 1


def page(url: str, body: str) -> bytes:
    html = f"<html><body><article><h1>Bridge at Osten taken</h1><p>{body}</p><p>{SECOND}</p></article></body></html>"
    out = BytesIO()
    writer = WARCWriter(out, gzip=True)
    headers = StatusAndHeaders("200 OK", [("Content-Type", "text/html; charset=utf-8")], protocol="HTTP/1.1")
    writer.write_record(
        writer.create_warc_record(url, "response", payload=BytesIO(html.encode()), http_headers=headers)
    )
    return out.getvalue()


def test_a_web_archive_collection_gives_its_pages_only(tmp_path: Path) -> None:
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("datapackage.json", '{"profile": "data-package"}')
        archive.writestr("archive/data.warc.gz", page("https://example.org/bridge", BODY * 3))
        archive.writestr("indexes/index.cdx.gz", gzip.compress(b"org,example)/bridge 20250207 {}"))
        archive.writestr("pages/pages.jsonl", json.dumps({"url": "https://example.org/bridge", "text": BODY}))
    (report,) = read_reports(tmp_path, "crawl.wacz", out.getvalue())
    assert report.url == "https://example.org/bridge" and SECOND in report.text
