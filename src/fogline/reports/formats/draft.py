"""What a reader of a format makes of a document: text, metadata, and where each stretch of the text came from."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from fogline.model import Locator, SegmentKind, Warning


@dataclass(frozen=True, slots=True)
class Hint:
    """A stretch of the text whose job the format itself tells: a heading, a caption, a table."""

    kind: SegmentKind
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Attached:
    """A file that a document carries: its name there, and its bytes."""

    name: str
    data: bytes


@dataclass(slots=True)
class Draft:
    """A document before it becomes a report. `stated` is the day that its metadata tell, `because` where they do.

    `data` is what it came as, where that is a part of a file ("one message of an export").
    """

    text: str
    title: str | None = None
    publisher: str | None = None
    byline: str | None = None
    agency: str | None = None
    url: str | None = None
    language: str | None = None
    name: str | None = None
    stated: date | None = None
    because: str = ""
    hints: list[Hint] = field(default_factory=list)
    locators: list[Locator] = field(default_factory=list)
    warnings: list[Warning] = field(default_factory=list)
    attached: list[Attached] = field(default_factory=list)
    data: bytes = b""


class Builder:
    """Puts a text together, block by block, and remembers where each came from."""

    def __init__(self, gap: str = "\n\n") -> None:
        self._parts: list[str] = []
        self._length = 0
        self._gap = gap
        self.hints: list[Hint] = []
        self.locators: list[Locator] = []

    def add(self, text: str, where: str, kind: SegmentKind | None = None, *, gap: str | None = None) -> None:
        """Adds a block that stands at `where` in the document; `kind` is its job, None for running text."""
        if not text.strip():
            return
        if self._parts:
            between = self._gap if gap is None else gap
            self._parts.append(between)
            self._length += len(between)
        start, self._length = self._length, self._length + len(text)
        self._parts.append(text)
        self.locators.append(Locator(start, self._length, where))
        if kind is not None:
            self.hints.append(Hint(kind, start, self._length))

    @property
    def text(self) -> str:
        """The text so far."""
        return "".join(self._parts)
