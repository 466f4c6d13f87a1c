"""Whatever strangers write into addresses, headers and feeds: it is read or refused, and nothing else happens."""

from __future__ import annotations

import contextlib
from datetime import UTC, date, datetime

import httpx
from hypothesis import given
from hypothesis import strategies as st

from fogline.fetch import FetchError
from fogline.fetch.exchange import Answer
from fogline.fetch.listing import listed
from fogline.fetch.politeness import DAY, wait_asked
from fogline.fetch.web_address import host_of, key_of, redirected, web_address

NOW = datetime(2025, 5, 2, tzinfo=UTC)
pieces = st.sampled_from(
    ["http", "https", "file", "javascript", ":", "//", "/", "@", "?", "#", "[", "]", "%", "..", "\\", "a.example",
     "127.1", "::1", "xn--", "é", "０", "\0", "\r\n", " ", ":99999", "user:pw", "%00", "."]
)  # fmt: skip
addresses = st.text() | st.lists(pieces | st.text(max_size=3), max_size=12).map("".join)


@given(addresses)
def test_any_text_is_an_address_of_the_web_or_refused(text: str) -> None:
    with contextlib.suppress(FetchError):
        url = web_address(text)
        assert url.scheme in {"http", "https"}
        assert not url.userinfo
        assert not url.fragment
        assert "\n" not in str(url) + key_of(url) + host_of(url)
        assert web_address(str(url)) == url


@given(addresses)
def test_any_redirect_leads_to_the_web_or_is_refused(text: str) -> None:
    with contextlib.suppress(FetchError):
        assert redirected(httpx.URL("https://a.example/b"), text).scheme == "https"


@given(st.text() | st.integers().map(str) | st.datetimes().map(str) | st.from_regex(r"\w{3}, \d+ \w{3} \d+ [\d:]+ \S*"))
def test_any_retry_after_is_a_wait_within_a_day_or_none(text: str) -> None:
    wait = wait_asked(Answer("http://a.example/", (), 429, "", (("Retry-After", text),), b""), NOW)
    assert wait is None or 0 <= wait <= DAY


TAGS = st.sampled_from(
    [b"<rss version='2.0'>", b"<channel>", b"<item>", b"<link>", b"</link>", b"<pubDate>", b"</pubDate>", b"</item>",
     b"<feed xmlns='http://www.w3.org/2005/Atom'>", b"<entry>", b"<link href='", b"'/>", b"<updated>", b"</updated>",
     b"2025-05-02T10:00:00Z", b"Fri, 99 May 0000", b"http://a.example/", b"file:///x", b"&#0;", b"&amp;", b"<![CDATA[",
     b"]]>"]
)  # fmt: skip


@given(st.lists(TAGS | st.binary(max_size=8), max_size=25).map(b"".join))
def test_any_bytes_are_a_feed_or_none(data: bytes) -> None:
    found = listed(data, "http://a.example/feed")
    assert found is None or all(link and (day is None or date.fromisoformat(day)) for link, day in found["entries"])
