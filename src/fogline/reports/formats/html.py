"""Web pages ▶ drafts: the article without what stands around it (trafilatura), a live blog post by post.

Metadata are taken from JSON-LD and OpenGraph as publishers write them (schema.org `NewsArticle`, `LiveBlogPosting`).
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import date
from typing import Any

import lxml.html
import trafilatura
from lxml.etree import ParserError
from trafilatura.settings import Document as Extracted

from fogline.errors import ReportError
from fogline.model import SegmentKind
from fogline.reports.formats.draft import Builder, Draft
from fogline.reports.formats.liveblog import posts_in, stamp_of
from fogline.reports.formats.markup import plain
from fogline.reports.given import stamped_day

_KINDS: dict[str, SegmentKind] = {"head": "crosshead", "table": "table", "figcaption": "caption"}
_BLOCKS = "//p|//h1|//h2|//h3|//h4|//h5|//li|//blockquote|//td|//figcaption"
FIRST_YEAR = 1990
"""The year of the first web page; what claims to be older has no date."""
_SPACES = re.compile(r"\s+")


def read_html(data: bytes, url: str | None = None) -> Iterator[Draft]:
    """The article of a page, or the posts of a live blog.

    Raises:
        ReportError: the page holds no article.
    """
    linked = list(_linked(data))
    posts = list(_posts(linked, url)) or list(_marked_posts(data, url))
    if posts:
        for post in posts:
            post.language = post.language or _language(data)
        yield from posts
        return
    found = trafilatura.bare_extraction(
        data, url=url, favor_precision=True, include_comments=False, include_tables=True, with_metadata=True
    )
    if not isinstance(found, Extracted) or found.body is None or not (found.text or "").strip():
        raise ReportError("holds no article that could be told from what stands around it", next_step="Give its text")
    yield _article(found, data, url, linked)


def _article(found: Extracted, data: bytes, url: str | None, linked: list[dict[str, Any]]) -> Draft:
    where = _places(data)
    built = Builder()
    for element in found.body.iter("p", "head", "item", "quote", "row", "lb"):
        if element.getparent() is not None and element.getparent().tag in {"item", "quote", "cell"}:
            continue  # told with what it stands in
        text = _text(element)
        kind = "table" if element.tag == "row" else _KINDS.get(str(element.tag))
        built.add(text, where.get(text, str(element.tag)), kind, gap="\n" if element.tag in {"item", "row"} else None)
    stated, because = _day(linked, found)
    return Draft(
        built.text, title=found.title, publisher=_publisher(linked) or found.sitename, byline=found.author,
        url=found.url or url, stated=stated, because=because, hints=built.hints, locators=built.locators,
        language=_language(data),
    )  # fmt: skip


def _text(element: Any) -> str:
    return _SPACES.sub(" ", " ".join(part.strip() for part in element.itertext() if part.strip())).strip()


def _places(data: bytes) -> dict[str, str]:
    """Where each block of text stands in the page: its path in the document, by its words."""
    try:
        tree = lxml.html.fromstring(data)
    except (ParserError, ValueError):
        return {}
    root = tree.getroottree()
    found: dict[str, str] = {}
    for element in tree.xpath(_BLOCKS):
        found.setdefault(_SPACES.sub(" ", element.text_content()).strip(), root.getpath(element))
    return found


def _linked(data: bytes) -> Iterator[dict[str, Any]]:
    """The objects of a page's JSON-LD, those within lists and graphs as well."""
    try:
        tree = lxml.html.fromstring(data)
    except (ParserError, ValueError):
        return
    for script in tree.xpath("//script[@type='application/ld+json']/text()"):
        try:
            waiting = [json.loads(str(script), strict=False)]
        except (ValueError, RecursionError):
            continue
        while waiting:
            one = waiting.pop(0)
            if isinstance(one, list):
                waiting[:0] = one
            elif isinstance(one, dict):
                yield one
                waiting.extend(one[key] for key in ("@graph", "mainEntity", "mainEntityOfPage") if key in one)


def _posts(linked: list[dict[str, Any]], url: str | None) -> Iterator[Draft]:
    """The posts of a live blog, each a report with its own time."""
    for blog in linked:
        if "LiveBlogPosting" not in _list(blog.get("@type")):
            continue
        for number, post in enumerate(_list(blog.get("liveBlogUpdate")), 1):
            if not isinstance(post, dict) or not (body := plain(post.get("articleBody"))):
                continue
            stated = _iso(post.get("datePublished")) or _iso(post.get("dateModified"))
            yield Draft(
                body, title=plain(post.get("headline")) or plain(blog.get("headline")),
                publisher=_name(blog.get("publisher")), byline=_name(post.get("author")),
                url=plain(post.get("url")) or url, name=f"post {number}", stated=stated,
                because="json-ld liveBlogUpdate.datePublished" if stated else "",
                data=json.dumps(post, ensure_ascii=False).encode("utf-8", "surrogatepass"),
            )  # fmt: skip


def _marked_posts(data: bytes, url: str | None) -> Iterator[Draft]:
    """The posts of a live blog that has no JSON-LD of them."""
    try:
        tree = lxml.html.fromstring(data)
    except (ParserError, ValueError):
        return
    for post in posts_in(tree, url):
        post.stated = _iso(stamp_of(post))
        post.because = post.because if post.stated else ""
        yield post


def _day(linked: list[dict[str, Any]], found: Extracted) -> tuple[date | None, str]:
    for one in linked:
        if day := _iso(one.get("datePublished")):
            return day, f"json-ld datePublished: {one['datePublished']}"
    day = _iso(found.date)
    return day, f"page's metadata: {found.date}" if day else ""


def _publisher(linked: list[dict[str, Any]]) -> str | None:
    return next((name for one in linked if (name := _name(one.get("publisher")))), None)


def _language(data: bytes) -> str | None:
    found = re.search(rb"<html[^>]*\blang=[\"']?([A-Za-z]{2,3})", data[:5000])
    return found[1].decode("ascii").lower() if found else None


def _name(value: Any) -> str | None:
    first = next(iter(_list(value)), None)
    return plain(first.get("name")) if isinstance(first, dict) else plain(first)


def _list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [] if value is None else [value]


def _iso(value: Any) -> date | None:
    day = stamped_day(value)
    return day if day is not None and day.year >= FIRST_YEAR else None  # systems write 0001 or 1970 for "unknown"
