"""Fragments of HTML, as feeds and mails hold them ▶ blocks of text with the jobs that their tags tell."""

from __future__ import annotations

import re
from typing import Any

import lxml.etree
import lxml.html

from fogline.model import SegmentKind
from fogline.reports.formats.draft import Builder

_BLOCKS = frozenset(
    {"address", "article", "aside", "blockquote", "body", "br", "dd", "div", "dl", "dt", "figcaption", "figure"}
    | {"footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "li", "main", "nav", "ol", "p", "pre"}
    | {"section", "table", "tbody", "tfoot", "thead", "tr", "ul"}
)
_UNSEEN = frozenset({"script", "style", "head", "title", "template", "noscript", "iframe", "svg", "object"})
_KINDS: dict[str, SegmentKind] = {
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), "crosshead"),
    "figcaption": "caption", "tr": "table", "nav": "boilerplate", "footer": "boilerplate",
}  # fmt: skip
_SPACES = re.compile(r"[^\S\t]+")


def add_markup(built: Builder, markup: str, where: str) -> None:
    """Adds the blocks of a fragment; each is located at `where` and its number there ("entry 3, block 2")."""
    if "<" not in markup and "&" not in markup:
        for number, block in enumerate(re.split(r"\n\s*\n", markup), 1):
            built.add(block.strip(), f"{where}, block {number}")
        return
    root = _parsed(markup)
    if root is not None:
        _Walk(built, where).through(root)


def _parsed(markup: str) -> Any:
    try:
        # Bytes: a text with an encoding declaration is refused. Lone surrogates have no bytes.
        data = f"<div>{markup}</div>".encode("utf-8", "replace")
        return lxml.html.document_fromstring(data, parser=lxml.html.HTMLParser(encoding="utf-8", no_network=True))
    except (lxml.etree.ParserError, ValueError):
        return None


def plain(value: Any) -> str | None:
    """A text without tags; None for anything else."""
    if not isinstance(value, str) or not value.strip():
        return None
    root = _parsed(value) if "<" in value else None
    text = value if root is None else str(root.text_content())
    return " ".join(text.split()) or None


class _Walk:
    """Goes through the elements in order; a block ends where another one opens or its own element ends."""

    def __init__(self, built: Builder, where: str) -> None:
        self._built, self._where = built, where
        self._words: list[str] = []
        self._number = 0

    def through(self, root: Any) -> None:
        """Adds all blocks below an element."""
        unseen = 0
        for event, element in lxml.etree.iterwalk(root, events=("start", "end", "comment", "pi")):
            tag = element.tag if isinstance(element.tag, str) else ""
            unseen += (event == "start") - (event == "end") if tag in _UNSEEN else 0
            if tag in _BLOCKS:
                self._end(tag if event == "end" else None)
            if event == "start" and not unseen and element.text:
                self._words.append(element.text)
            if event != "start" and not unseen and element.tail:
                self._words.append("\t" + element.tail if tag in {"td", "th"} else element.tail)
            elif event == "end" and tag in {"td", "th"}:
                self._words.append("\t")
        self._end(None)

    def _end(self, tag: str | None) -> None:
        text = _SPACES.sub(" ", "".join(self._words)).strip()
        self._words.clear()
        if text:
            self._number += 1
            self._built.add(text, f"{self._where}, block {self._number}", _KINDS.get(tag or ""))
