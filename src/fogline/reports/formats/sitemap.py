"""News sitemaps ▶ a draft for each headline: outlet, day, address; the article itself is not in them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from io import BytesIO
from typing import Any

import lxml.etree

from fogline.config import settings
from fogline.errors import ReportError
from fogline.model import Warning
from fogline.reports.formats.draft import Builder, Draft
from fogline.reports.given import stamped_day

_NAME = re.compile(r"\{[^}]*\}")


def read_sitemap(data: bytes, url: str | None = None) -> Iterator[Draft]:
    """The headlines of a news sitemap.

    Raises:
        ReportError: it names addresses without headlines, or it is broken before the first one.
    """
    addresses = count = 0
    broken = ""
    try:
        # Entities are not resolved, and nothing is fetched: sitemaps need neither.
        walk = lxml.etree.iterparse(
            BytesIO(data), tag="{*}url", resolve_entities=False, no_network=True, load_dtd=False, recover=False
        )
        for _, element in walk:
            addresses += 1
            if count < settings().max_parts and (draft := _draft(element, url)) is not None:
                count += 1
                yield draft
            element.clear()
    except lxml.etree.XMLSyntaxError as error:
        broken = str(error)
    if not count:
        told = f"is a broken sitemap ({broken})" if broken else f"names {addresses} addresses and no headlines"
        raise ReportError(told, next_step="Get it again" if broken else "Add the articles by their addresses")


def _draft(element: Any, url: str | None) -> Draft | None:
    told = {_NAME.sub("", str(e.tag)): (e.text or "").strip() for e in element.iter() if isinstance(e.tag, str)}
    title = " ".join(told.get("title", "").split())
    if not title:
        return None
    when = told.get("publication_date", "")
    day = stamped_day(when)
    built = Builder()
    built.add(title, f"line {element.sourceline}, title")
    return Draft(
        built.text, title=title, publisher=told.get("name") or None, url=told.get("loc") or url,
        language=told.get("language") or None, name=told.get("loc") or None, stated=day,
        because=f"sitemap's publication_date: {when}" if day else "", locators=built.locators,
        warnings=[Warning("headline_only", "a sitemap gives the headline of an article, not its text")],
        data=lxml.etree.tostring(element, encoding="utf-8"),
    )  # fmt: skip
