"""Live blogs ▶ posts, told by their markup: containers alike, side by side, each with a time stamp and words."""

from __future__ import annotations

import copy
import re
from collections.abc import Iterator, Sequence
from typing import Any

import lxml.etree

from fogline.reports.formats.draft import Builder, Draft
from fogline.reports.formats.markup import add_markup, plain

FEWEST = 3  # posts that make a live blog
WORDS = 8  # that a post has in the middle; a list of headlines with their times has fewer, and no paragraphs
CLIMBED = 8  # elements from a time stamp up to the container of its post at most
_LIVE = re.compile(
    r"(?<![a-z])live(?![a-z])|live-?_?(?:blog|update|feed|post|event|coverage)|as it happened", re.IGNORECASE
)
_OTHER = re.compile(r"comment|related|teaser|sidebar|most-|promo|recommend|reply", re.IGNORECASE)
_TOOLS = ".//button|.//form|.//nav|.//script|.//style|.//svg|.//aside"
_HEADING = "./descendant::*[self::h1 or self::h2 or self::h3 or self::h4][1]"


def posts_in(tree: Any, url: str | None) -> Iterator[Draft]:
    """The posts of a page that calls itself live, in its order; none where it holds none.

    A post's day is the one of its time stamp (`<time datetime>`), `url` leads to the post where it has an anchor.
    """
    if not _is_live(tree, url):
        return
    root = tree.getroottree()
    title = plain(tree.findtext(".//h1")) or plain(tree.findtext(".//title"))
    publisher = next(iter(tree.xpath("//meta[@property='og:site_name']/@content")), None)
    for number, post in enumerate(_containers(tree), 1):
        stamp = _stamps(post)[0]
        where = root.getpath(post)
        built = Builder()
        built.add(" ".join(stamp.text_content().split()), f"{where}, time stamp", "timestamp")
        add_markup(built, _without_stamp(post), where)
        anchor = post.get("id")
        when = stamp.get("datetime")
        yield Draft(
            built.text, title=plain(_first_text(post)) or title, publisher=plain(publisher),
            url=f"{url.partition('#')[0]}#{anchor}" if url and anchor else url, name=f"post {number}",
            because=f"post's time stamp: {when}" if when else "", hints=built.hints, locators=built.locators,
            data=lxml.etree.tostring(post, encoding="utf-8", with_tail=False),
        )  # fmt: skip


def stamp_of(draft: Draft) -> str:
    """What the time stamp of a post says, as its markup has it."""
    return draft.because.removeprefix("post's time stamp: ")


def _is_live(tree: Any, url: str | None) -> bool:
    told = [url or "", tree.findtext(".//title") or "", *tree.xpath("//h1//text()")]
    marks = tree.xpath("(//body|//main|//article|//section|//div)/@class|(//main|//section|//div)/@id")
    return any(_LIVE.search(words) for words in (*told, *marks))


def _containers(tree: Any) -> Sequence[Any]:
    """The containers of the posts: of all that stand side by side, those with the most words."""
    groups: dict[tuple[Any, str, str], dict[Any, None]] = {}
    for stamp in tree.iter("time"):
        element = stamp
        for _ in range(CLIMBED):
            parent = element.getparent()
            if parent is None or _is_other(element):
                break
            key = (parent, element.tag, (element.get("class") or "").partition(" ")[0])
            groups.setdefault(key, {})[element] = None
            element = parent
    fit = [list(group) for group in groups.values() if len(group) >= FEWEST and _are_posts(list(group))]
    return max(fit, key=lambda group: sum(len(one.text_content()) for one in group), default=[])


def _are_posts(group: Sequence[Any]) -> bool:
    counts = sorted(sum(len(p.text_content().split()) for p in one.iter("p", "li", "blockquote")) for one in group)
    stamps = {_stamps(one)[0].get("datetime") or _stamps(one)[0].text_content() for one in group}
    return counts[len(counts) // 2] >= WORDS and len(stamps) >= FEWEST


def _is_other(element: Any) -> bool:
    return _OTHER.search(f"{element.get('class')} {element.get('id')}") is not None


def _stamps(post: Any) -> list[Any]:
    return list(post.iter("time"))


def _first_text(post: Any) -> str | None:
    return next((heading.text_content() for heading in post.xpath(_HEADING)), None)


def _without_stamp(post: Any) -> str:
    """The markup of a post without its time stamp and its buttons."""
    own = copy.deepcopy(post)
    own.tail = None
    for element in [_stamps(own)[0], *own.xpath(_TOOLS)]:
        if element.getparent() is not None:
            element.clear(keep_tail=True)  # taking it out joins texts, which fails over control characters
    return str(lxml.etree.tostring(own, encoding="unicode", method="html"))
